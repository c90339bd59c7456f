"""What the public method page says of an indicator: its docstring, taken apart."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNDERLINE = re.compile(r"[-=~]{3,}")
_HEADING = re.compile(r"[A-Z][^.:;!?]{1,40}:")


@dataclass(frozen=True, slots=True)
class DefinitionPart:
    """A piece of a definition: its heading ('' for what stands before the first) and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorInfo:
    """One indicator as the method page describes it: id, public name, one line, then parts under headings."""

    id: str
    name: str
    summary: str
    parts: tuple[DefinitionPart, ...] = ()

    @classmethod
    def from_docstring(cls, id: str, name: str, docstring: str) -> IndicatorInfo:
        """Take a docstring apart: first paragraph = summary; a line that ends with a colon and stands alone or opens a
        paragraph, or an underlined line, is a heading; blank lines part paragraphs.
        """
        summary, *rest = re.split(r"\n[ \t]*\n", inspect.cleandoc(docstring).strip()) or [""]
        return cls(id, name, _joined(summary), tuple(_parts(rest)))


def _parts(blocks: list[str]) -> Iterator[DefinitionPart]:
    heading, paragraphs = "", list[str]()
    for block in blocks:
        lines = block.strip("\n").split("\n")
        underlined = len(lines) > 1 and _UNDERLINE.fullmatch(lines[1].strip()) is not None
        if underlined or _HEADING.fullmatch(lines[0].strip()) is not None:
            if heading or paragraphs:
                yield DefinitionPart(heading, tuple(paragraphs))
            heading, paragraphs = lines[0].strip().rstrip(":"), []
            lines = lines[2:] if underlined else lines[1:]
        if text := _joined("\n".join(lines)):
            paragraphs.append(text)
    if heading or paragraphs:
        yield DefinitionPart(heading, tuple(paragraphs))


def _joined(text: str) -> str:
    return " ".join(text.split())
