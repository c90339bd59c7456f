"""The brand's colour, made readable: darkened on paper and lightened at night until the contrast is enough."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

#: Grounds of both schemes: --sc-wash of tokens.css (a test compares). What can be read on it can be read on paper too.
PAPER, NIGHT = "#f3f0e8", "#1d2127"
#: WCAG 2.2 AA for text.
ENOUGH = 4.5
DEFAULT = "#1f5a7a"


@dataclass(frozen=True, slots=True)
class Brand:
    """The accent on paper and at night; each stands out from its background, and text on it is readable."""

    light: str
    dark: str

    @classmethod
    def of(cls, colour: str | None) -> Brand:
        """From the organisation's colour (#rrggbb), or the house's own."""
        start = colour or DEFAULT
        return cls(readable(start, PAPER), readable(start, NIGHT))


def readable(colour: str, ground: str) -> str:
    """The colour, moved in lightness only as far as needed to stand out from the ground."""
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    darker = _luminance(ground) > 0.5
    for _ in range(101):
        found = _text(*colorsys.hls_to_rgb(hue, light, strength))
        if contrast(found, ground) >= ENOUGH:
            return found
        light = max(0.0, light - 0.01) if darker else min(1.0, light + 0.01)
    return "#000000" if darker else "#ffffff"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 2023)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _text(*parts: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
