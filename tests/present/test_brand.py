"""Brand colours are made readable."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scorecard.present.brand import DEFAULT, ENOUGH, NIGHT, PAPER, Brand, contrast, readable

TOKENS = Path(__file__).resolve().parents[2] / "site_templates" / "theme" / "assets" / "tokens.css"


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_any_colour_becomes_readable_on_paper_and_at_night(colour: str) -> None:
    """WCAG AA for text, whatever the company chose."""
    brand = Brand.of(colour)
    assert contrast(brand.light, PAPER) >= ENOUGH
    assert contrast(brand.dark, NIGHT) >= ENOUGH
    for scheme, accent in zip(schemes()[:2], (brand.light, brand.dark), strict=True):
        assert contrast(accent, scheme["--sc-paper"]) >= ENOUGH
        assert contrast(accent, scheme["--sc-wash"]) >= ENOUGH


def test_a_readable_colour_is_left_alone() -> None:
    """The company's own colour stands where it can be read."""
    assert readable("#0f5c6e", PAPER) == "#0f5c6e"
    assert Brand.of(None).light == DEFAULT


def test_contrast_of_black_and_white_is_21() -> None:
    """The scale of WCAG runs from 1 to 21."""
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    assert contrast("#777777", "#777777") == 1


def schemes() -> list[dict[str, str]]:
    """The colours of each block of tokens.css that names a paper."""
    blocks = re.findall(r"\{([^{}]*--sc-paper: #[^{}]*)\}", TOKENS.read_text(encoding="utf-8"))
    return [dict(re.findall(r"(--sc-[\w-]+): (#[0-9a-f]{3,6})", block)) for block in blocks]


def test_the_papers_are_those_of_the_style_sheet() -> None:
    """Contrast is computed against the page as it is."""
    assert [one["--sc-wash"] for one in schemes()[:3]] == [PAPER, NIGHT, NIGHT]


def test_every_token_is_readable_in_every_scheme() -> None:
    """Text, states, severities: at least 4.5 to 1 on paper and on the wash."""
    found = schemes()
    assert len(found) == 4

    def six(colour: str) -> str:
        return colour if len(colour) == 7 else "#" + "".join(letter * 2 for letter in colour[1:])

    for one in found:
        grounds = [six(one["--sc-paper"]), six(one["--sc-wash"])]
        for name, colour in one.items():
            if name not in {"--sc-paper", "--sc-wash", "--sc-hair", "--sc-accent", "--sc-on-accent"}:
                assert all(contrast(six(colour), ground) >= ENOUGH for ground in grounds), (name, colour)


def test_dark_without_a_script_is_the_same_dark() -> None:
    """A reader without JavaScript gets the same night."""
    _, dark, silent, _ = schemes()
    assert dark == silent
