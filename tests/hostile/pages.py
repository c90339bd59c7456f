"""A built site as a reader and a browser see it: words, structure, and everything that could act."""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree

#: Attributes that make a browser fetch, go or run.
_ACTIVE = frozenset(
    ("action", "background", "cite", "data", "formaction", "href", "http-equiv", "ping", "poster", "src", "srcdoc")
) | {"srcset", "style", "xlink:href"}
_HIDDEN = ("script", "style")
#: Words of a page in a prepared letter: harmless as long as every special character is escaped.
_LETTER = re.compile(r"\b(subject|body)=[A-Za-z0-9%._~-]*(?=&|$)")


def _bare(link: str) -> str:
    """A link; a prepared letter without the words in it."""
    return _LETTER.sub(r"\1=", link) if link.startswith("mailto:") else link


class Page(HTMLParser):
    """A page: `words`, the visible text on one line; `shape`, tags and names of attributes; `active`, what can act."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: list[tuple[str, tuple[str, ...]]] = []
        self.active: list[tuple[str, str, str]] = []
        self.linked: list[str] = []
        self._inside: list[str] = []
        self._words: list[str] = []
        self.feed(html)
        self.close()
        self.words = " ".join("".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the tag down."""
        self.shape.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.active += [
            (tag, name, _bare(value or "")) for name, value in attrs if name in _ACTIVE or name.startswith("on")
        ]
        if tag in _HIDDEN:
            # A browser runs no block of linked data: it holds texts of people, but must be whole JSON (see broken).
            self._inside.append("linked" if ("type", "application/ld+json") in attrs else tag)

    def handle_endtag(self, tag: str) -> None:
        """Take the end down, so that an early end of an element is a difference."""
        self.shape.append((f"/{tag}", ()))
        if tag in _HIDDEN and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Words, or what a script or style element holds."""
        if self._inside and self._inside[-1] == "linked":
            self.linked.append(data)
        elif self._inside:
            self.active.append((self._inside[-1], "", data))
        else:
            self._words.append(data)


def pages(site: Mapping[str, bytes]) -> dict[str, Page]:
    """Every HTML page."""
    return {name: Page(content.decode()) for name, content in site.items() if name.endswith(".html")}


def differences(site: Mapping[str, bytes], control: Mapping[str, bytes]) -> Iterator[str]:
    """Where the structure of a site is not that of its control: something from the data became more than text."""
    ours, theirs = pages(site), pages(control)
    if ours.keys() != theirs.keys():
        yield f"other pages: {', '.join(sorted(ours.keys() ^ theirs.keys()))}"
    for name in sorted(ours.keys() & theirs.keys()):
        if ours[name].active != theirs[name].active:
            acts = [one for one in ours[name].active if one not in theirs[name].active]
            yield f"{name}: something acts that is not in the control: {str(acts[:1])[:80]}"
        elif ours[name].shape != theirs[name].shape:
            pairs = zip(ours[name].shape, theirs[name].shape, strict=False)
            odd = next((one for one, other in pairs if one != other), ("end", ()))
            yield f"{name}: other elements than the control, from {odd[0]} on"


def broken(site: Mapping[str, bytes]) -> Iterator[str]:
    """Files for machines that no machine can read, and markup in the search index."""
    for name, content in site.items():
        try:
            if name.endswith(".json"):
                value = json.loads(content)
                if name.endswith("search_index.json"):
                    yield from _marked_up(name, value)
            elif name.endswith(".html") and b"ld+json" in content:
                for linked in Page(content.decode()).linked:
                    json.loads(linked)
            elif name.endswith((".xml", ".svg")):
                ElementTree.fromstring(content)
        except (ValueError, ElementTree.ParseError) as error:
            yield f"{name}: {error}"


def _marked_up(name: str, index: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    for entry in index["docs"]:
        for field in ("title", "text"):
            tags = {
                tag for tag, _ in Page(entry.get(field, "")).shape if tag.strip("/") in ("script", "img", "svg", "a")
            }
            if tags:
                yield f"{name}: {field} of {entry['location']} holds {', '.join(sorted(tags))}"


def found(text: str, words: str) -> bool:
    """Whether a text stands there letter for letter; blanks and line ends are all one."""
    return " ".join(text.split()) in words
