"""XML of a feed as a small tree. A document type is refused before it is read, so no entity can ever be expanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents.found import Source

DEEPEST = 100
_DECLARATION = "<?xml"


@dataclass(slots=True)
class Element:
    """`name` without its namespace; `text` is all text directly in it."""

    name: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, without blanks at its ends."""
        return "".join(self.pieces).strip()

    def all(self, *names: str) -> list[Element]:
        """Children of these names."""
        return [one for one in self.children if one.name in names]

    def first(self, *names: str) -> str | None:
        """The text of the first child of these names that has one; the names in order of preference."""
        return next((one.text for name in names for one in self.all(name) if one.text), None)


class _Refused(Exception):  # noqa: N818 - says what the document holds
    """Something no feed needs."""


def tree(source: Source) -> Element:
    """The root. Raises Unreadable with the place of what is wrong."""
    root = Element("", {})
    stack = [root]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > DEEPEST:
            raise _Refused("it is nested deeper than any feed")
        one = Element(name.rpartition(" ")[2], attributes)
        stack[-1].children.append(one)
        stack.append(one)

    def refuse(*_: Any) -> None:
        raise _Refused("it declares a document type, which no feed needs and which can hide a bomb")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    parser.CharacterDataHandler = lambda text: stack[-1].pieces.append(text)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(_undeclared(source.text).encode(), True)
    except _Refused as refused:
        raise Unreadable(f"{source.name}:{parser.CurrentLineNumber}: this feed was not read: {refused}") from None
    except expat.ExpatError as error:
        words = expat.ErrorString(error.code)
        end = "; the file seems to be cut off" if words in ("no element found", "unclosed token") else ""
        raise Unreadable(
            f"{source.name}:{error.lineno}:{error.offset + 1}: this is not XML: {words}{end}. Download the feed again"
        ) from None
    except UnicodeEncodeError:
        raise Unreadable(f"{source.name}: this feed holds half a character") from None
    return root.children[0]


def _undeclared(text: str) -> str:
    """Without the XML declaration: the text is decoded already, whatever encoding stands there."""
    bare = text.lstrip()
    if not bare.startswith(_DECLARATION):
        return bare
    head, end, rest = bare.partition("?>")
    return "\n" * head.count("\n") + rest if end else bare
