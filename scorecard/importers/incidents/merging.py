"""A file of an earlier import and what the source says now: what nobody edited follows the source, the rest stays.

The first lines of an imported file hold its mark: the tool, the tool's id, and a short digest of every key as the
importer wrote it. A key whose text still has that digest was not edited. All work is on lines of text, so comments,
quotes, line ends and order of everything else stay byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from urllib.parse import quote, unquote

from scorecard.importers.incidents.writing import ORDER, indented

PREFIX = "# scorecard-import:"
_MARK = re.compile(r"^# scorecard-import: ([a-z-]{1,40}) (\S{1,3000})((?: [a-z_]+=[0-9a-f.]*)*)[ \t\r]*$", re.M)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)[ ]*:(?:\s|$)")
#: A mark stands within the first letters of a file.
HEAD = 200_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Who wrote the file: `wrote` holds the digest of each key, `said` those of the updates."""

    tool: str
    id: str
    wrote: Mapping[str, str]
    said: tuple[str, ...]

    def line(self) -> str:
        """The mark as the line of a comment."""
        wrote = {**self.wrote, **({"said": ".".join(self.said)} if self.said else {})}
        tail = "".join(f" {key}={value}" for key, value in wrote.items())
        return f"{PREFIX} {self.tool} {quote(self.id, safe='')}{tail}\n"


@dataclass(slots=True)
class Merged:
    """The new text of a file; `differs`: keys where the source says something new beside what a person wrote.

    `edited`: keys of the import whose text is a person's now.
    """

    text: str
    differs: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    edited: frozenset[str] = frozenset()


def digest(text: str) -> str:
    """Eight letters that change with the text; blanks at the ends of lines and kinds of line ends do not count."""
    tidy = "\n".join(line.rstrip() for line in text.rstrip().splitlines())
    return blake2b(tidy.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def mark_of(text: str) -> Mark | None:
    """The mark of a file's text, None where there is none."""
    match = _MARK.search(text, 0, HEAD)
    if match is None:
        return None
    wrote = dict(pair.split("=", 1) for pair in match[3].split())
    said = tuple(one for one in wrote.pop("said", "").split(".") if one)
    return Mark(match[1], unquote(match[2]), wrote, said)


def fresh(tool: str, name: str, id: str, pieces: Mapping[str, str], words: Sequence[str]) -> str:
    """The text of a new file."""
    whole = _with_updates(pieces, words)
    mark = Mark(tool, id, {key: digest(piece) for key, piece in whole.items()}, tuple(map(digest, words)))
    head = f"# Imported from {name}. Edit freely: the next import leaves every key alone that somebody edited.\n"
    return head + mark.line() + "".join(whole.values())


def merged(text: str, mark: Mark, pieces: Mapping[str, str], words: Sequence[str], later: Sequence[str]) -> Merged:
    """The file's text with what is new in the source.

    `words` are all updates of the source; `later` those new ones that may be added to a list that a person edited,
    because they come after everything in it.
    """
    bom, end = "\ufeff" if text.startswith("\ufeff") else "", "\r\n" if "\r\n" in text else "\n"
    bare = text.removeprefix("\ufeff")
    body = _Body.of(_LINE.findall(bare), end)
    if body is None or "\r" in bare.replace("\r\n", ""):
        return Merged(text, ["the whole file: it is not written key by key"])
    wrote, said, result, joined = dict(mark.wrote), list(mark.said), Merged(text), False
    new = _with_updates(pieces, words)
    result.edited = frozenset(key for key in wrote if (old := body.piece(key)) is None or digest(old) != wrote[key])
    for key in (*new, *(key for key in wrote if key not in new)):
        piece, old, was = new.get(key), body.piece(key), wrote.get(key)
        now = digest(piece) if piece is not None else None
        mine = digest(old) if old is not None else None
        if now in (was, mine):
            continue
        if key == "updates" and old is not None and mine != was:
            if body.append(later):
                said += map(digest, later)
                result.updated.append(key)
            if any(digest(word) not in said for word in words):
                result.differs.append(key)
                joined = joined or was is None
            if was is None:
                wrote[key], said = str(now), [*map(digest, words)]
            continue
        if mine is None and was is None and piece is not None:
            body.insert(key, piece)
        elif mine is not None and mine == was:
            body.replace(key, piece)
        else:
            result.differs.append(key)
            if was is None and now is not None:  # a file that a person wrote: told once, then remembered
                wrote[key], joined = now, True
            continue
        result.updated.append(key)
        wrote.pop(key, None)
        if now is not None:
            wrote[key] = now
        if key == "updates":
            said = list(map(digest, words))
    if result.updated or joined:
        line = Mark(mark.tool, mark.id, {key: wrote[key] for key in (*ORDER,) if key in wrote}, tuple(said)).line()
        whole = body.text()
        match = _MARK.search(whole, 0, HEAD)
        if match is not None:
            tail = "\r" if match[0].endswith("\r") else ""
            whole = whole[: match.start()] + line.rstrip("\n") + tail + whole[match.end() :]
        result.text = bom + whole
    return result


def _with_updates(pieces: Mapping[str, str], words: Sequence[str]) -> dict[str, str]:
    whole = dict(pieces)
    if words:
        whole["updates"] = "updates:\n" + "".join(indented(word, "  ") for word in words)
    return whole


@dataclass(slots=True)
class _Body:
    """The lines of a file: `head` before the first key; each key with its lines, and those between it and the next."""

    head: list[str]
    found: dict[str, tuple[list[str], list[str]]]
    end: str

    @classmethod
    def of(cls, lines: Sequence[str], end: str) -> _Body | None:
        """None where the lines are not a mapping in block form, or a key stands twice."""
        body, current = cls([], {}, end), None
        for line in lines:
            bare = line.rstrip()
            match = _KEY.match(line)
            if match is not None:
                if match[1] in body.found:
                    return None
                current = match[1]
                body.found[current] = ([line], [])
            elif current is None:
                if bare and not bare.startswith("#"):
                    return None
                body.head.append(line)
            else:
                own, gap = body.found[current]
                outside = not bare or line.startswith("#")
                if not outside and not line.startswith((" ", "\t", "- ", "-\n", "-\r")):
                    return None
                if outside:
                    gap.append(line)
                else:
                    own += [*gap, line]
                    gap.clear()
        return body if body.found else None

    def piece(self, key: str) -> str | None:
        """The text of a key."""
        return "".join(self.found[key][0]) if key in self.found else None

    def replace(self, key: str, piece: str | None) -> None:
        """Exchange a key's text, or take it out; the lines behind it stay."""
        own, gap = self.found[key]
        if piece is not None:
            own[:] = self._lines(piece)
            return
        names = list(self.found)
        before = names.index(key) - 1
        (self.head if before < 0 else self.found[names[before]][1]).extend(gap)
        del self.found[key]

    def insert(self, key: str, piece: str) -> None:
        """Put a new key behind those that come before it in our order; never behind the list that grows."""
        place = ORDER.index(key) if key in ORDER else len(ORDER)
        after = [name for name in self.found if name in ORDER and ORDER.index(name) < place]
        made: dict[str, tuple[list[str], list[str]]] = {}
        if not after:
            made[key] = (self._lines(piece), [])
        for name, lines in self.found.items():
            made[name] = lines
            if after and name == after[-1]:
                own, gap = lines
                self._ended(own)
                made[key] = (self._lines(piece), [*gap])
                gap.clear()
        self.found = made

    def append(self, later: Sequence[str]) -> bool:
        """Add updates to a list that a person edited, in its own indentation; False where that cannot be done."""
        own = self.found["updates"][0]
        first = next((line for line in own[1:] if line.lstrip().startswith("-")), None)
        if not later or first is None or own[0].split("#")[0].strip() != "updates:":
            return False
        self._ended(own)
        indent = first[: len(first) - len(first.lstrip())]
        for item in later:
            own += self._lines(indented(item, indent))
        return True

    def _lines(self, piece: str) -> list[str]:
        return [line.replace("\n", self.end) for line in piece.splitlines(keepends=True)]

    def _ended(self, own: list[str]) -> None:
        if not own[-1].endswith("\n"):
            own[-1] += self.end

    def text(self) -> str:
        """All lines again."""
        return "".join([*self.head, *(line for own, gap in self.found.values() for line in (*own, *gap))])
