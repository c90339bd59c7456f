"""Where in a text a change goes: a list of ways, the best first. Each is tried and proven before it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingABC
from dataclasses import replace

from scorecard.edit import brackets, writing
from scorecard.edit.page import Page, Splice
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Add, Plain, Put, Swap, Value, behind, shape
from scorecard.edit.writing import Style
from scorecard.model.nodes import Mapping, Node, Scalar, Sequence

Way = tuple[Splice, ...]


def ways(page: Page, root: Mapping, step: Plain) -> Iterator[Way]:
    """Every way to make the change that keeps all other bytes. Raises Refused where there is none."""
    value = root.get(step.key)
    if isinstance(step, Swap):
        yield from _other_key(page, root, step)
    elif isinstance(step, Put):
        if value is None:
            yield from _new_key(page, root, step.key, step.value, behind(root, step))
        else:
            yield from _value(page, root, step.key, value, step.value)
    elif value is None:
        yield from _new_key(page, root, step.key, [step.item], behind(root, step))
    elif isinstance(value, Sequence):
        yield from _one_more(page, root, step, value)
    elif shape(value) is None:
        yield from _first_below(page, root, step, value)
    else:
        raise Refused(
            f"'{step.key}' holds no list, so nothing can be added to it",
            line=value.line,
            by_hand=f"Write what stands there as the first item of a list: '{step.key}:' and below it a line '  - …'.",
        )


def style_of(page: Page, root: Mapping) -> Style:
    """How lists stand below their keys in this file; two blanks further in where there is none to learn from."""
    for key, value in root.pairs:
        if isinstance(value, Sequence) and not brackets.opens(page, value):
            return Style(max(0, value.column - key.column), _gap(page, value), page.eol)
    return Style(eol=page.eol)


def _gap(page: Page, value: Sequence) -> int:
    """Blanks behind the dash of the last item that begins on the line of its dash."""
    for one in reversed(value.items):
        before = page.line(one.line)[: one.column - 1]
        match = re.fullmatch(r" *-( +)", before)
        if match is not None and before.index("-") == value.column - 1:
            return len(match[1])
    return 1


def _in_block(page: Page, root: Mapping, own: Sequence | None, item: Value) -> bool:
    """Whether an item is written as lines of its own: as the last item of the list, else as in the other lists."""
    if writing.has_lines(item):
        return True
    others = (value for _, value in root.pairs if isinstance(value, Sequence) and value is not own)
    for sequence in (*([own] if own is not None else []), *others):
        maps = [one for one in sequence.items if isinstance(one, Mapping)]
        if maps and not brackets.opens(page, sequence):
            return not brackets.opens(page, maps[-1])
    return False


def _new_key(page: Page, root: Mapping, key: str, value: Value, place: int) -> Iterator[Way]:
    if brackets.opens(page, root):
        if place < len(root.pairs):
            here = page.offset(root.pairs[place][0].line, root.pairs[place][0].column)
            yield (Splice(here, here, f"{key}: {writing.in_brackets(value)}, "),)
            return
        yield from brackets.inside(page, root, f"{key}: {writing.in_brackets(value)}")
        return
    for style in _both(style_of(page, root), value):
        lines = _entry(page, root, key, value, style)
        if place == 0:
            yield (page.behind(root.pairs[0][0].line - 1, lines),)
            continue
        last = place == len(root.pairs)
        if not last and (line := _own_remark(page, root, key, place)):
            yield (page.behind(line, lines),)
        for line in _last_lines(page, root.pairs[place - 1], root.column - 1 if last else root.column):
            yield (page.behind(line, lines),)


def _own_remark(page: Page, root: Mapping, key: str, place: int) -> int:
    """The line with the key as a remark (`# invited: 5400`), where it stands before the next key; else 0."""
    lines = range(root.pairs[place - 1][1].end_line, root.pairs[place][0].line)
    return next((line for line in lines if re.match(rf" {{{root.column - 1}}}# ?{key}:", page.line(line))), 0)


def _entry(page: Page, root: Mapping, key: str, value: Value, style: Style) -> str:
    """A new key with its value, as lines of the record."""
    indent = root.column - 1
    if isinstance(value, list) and isinstance(value[0], MappingABC) and _in_block(page, root, None, value[0]):
        blanks = " " * (indent + style.step)
        items = (blanks + writing.item(one, indent + style.step, style, in_block=True) for one in value)
        return " " * indent + f"{key}:" + page.eol + page.eol.join(items)
    return " " * indent + writing.entry(key, value, indent, style)


def _both(style: Style, value: Value) -> Iterator[Style]:
    """With a text of several lines below a bar, then in quotes: what stands behind it may be taken for more of it."""
    yield style
    if writing.has_lines(value):
        yield replace(style, bars=False)


def _one_more(page: Page, root: Mapping, step: Add, value: Sequence) -> Iterator[Way]:
    if brackets.opens(page, value):
        if not value.items and not brackets.opens(page, root):
            yield from _first_below(page, root, step, value)
        yield from brackets.inside(page, value, writing.in_brackets(step.item))
        return
    if page.line(value.line)[value.column - 1 : value.column] != "-":
        raise Refused("the dash of this list cannot be found", line=value.line, by_hand="Write the new item by hand.")
    last = value.items[-1]
    for style in _both(Style(style_of(page, root).step, _gap(page, value), page.eol), step.item):
        lines = writing.item(step.item, value.column - 1, style, in_block=_in_block(page, root, value, step.item))
        for line in _last_lines(page, (last, last), value.column):
            yield (page.behind(line, " " * (value.column - 1) + lines),)


def _first_below(page: Page, root: Mapping, step: Add, value: Node) -> Iterator[Way]:
    """The first item of a list that is there in name only: nothing, null or [] behind its key."""
    key = root.key(step.key)
    assert key is not None  # noqa: S101 - it has a value
    colon = _colon(page, key)
    start, end = page.offset(value.line, value.column), page.offset(value.end_line, value.end_column)
    if end <= start:
        start = end = colon  # nothing is written: what the parsers call its place is not exact
    if "#" in page.text[start:end]:
        return  # a comment between the brackets stays
    indent = key.column - 1 + style_of(page, root).step
    last = page.starts[key.end_line - 1] + len(page.line(key.end_line))
    rest = page.text[end:last].strip()
    if not brackets.opens(page, root) and end <= last and (not rest or rest.startswith("#")):
        in_block = _in_block(page, root, None, step.item)
        for style in _both(style_of(page, root), step.item):
            lines = " " * indent + writing.item(step.item, indent, style, in_block=in_block)
            yield (*([Splice(colon, end, "")] if end > colon else []), page.behind(key.end_line, lines))
    yield (_replaced(page, value, colon, writing.in_brackets([step.item])),)


def _value(page: Page, root: Mapping, key: str, old: Node, value: Value) -> Iterator[Way]:
    name = root.key(key)
    assert name is not None  # noqa: S101 - it has a value
    if not isinstance(old, Scalar):
        raise Refused(
            f"'{key}' holds more than one value already",
            line=old.line,
            by_hand=f"Change '{key}' by hand, then run scorecard check.",
        )
    empty = old.plain and not old.text
    if not empty and page.line(old.line)[old.column - 1 : old.column] in ("|", ">"):
        raise Refused(
            f"'{key}' holds a text of several lines already",
            line=old.line,
            by_hand=f"Change '{key}' by hand, then run scorecard check.",
        )
    flat = isinstance(value, str) and "\n" in value
    written = writing.in_brackets(value) if not isinstance(value, str) else ""
    if isinstance(value, str):
        from scorecard.edit import scalars

        written = scalars.double(value) if flat else scalars.text(value, brackets=brackets.opens(page, root))
    if empty:
        yield (_replaced(page, old, _colon(page, name), written),)
    else:
        start, end = page.offset(old.line, old.column), page.offset(old.end_line, old.end_column)
        yield (Splice(start, end, written),)


def _other_key(page: Page, root: Mapping, step: Swap) -> Iterator[Way]:
    name, old = root.key(step.gone), root.get(step.gone)
    if name is None or not isinstance(old, Scalar) or page.line(old.line)[old.column - 1 : old.column] in ("|", ">"):
        raise Refused(
            f"'{step.gone}' holds more than a text in one piece",
            line=old.line if old is not None else root.line,
            by_hand=f"Write '{step.key}' in its place by hand, then run scorecard check.",
        )
    start, end = page.offset(name.line, name.column), page.offset(old.end_line, old.end_column)
    if not brackets.opens(page, root):
        yield (Splice(start, end, writing.entry(step.key, step.value, root.column - 1, style_of(page, root))),)
    yield (Splice(start, end, f"{step.key}: {writing.in_brackets(step.value)}"),)


def _replaced(page: Page, old: Node, colon: int, written: str) -> Splice:
    """A value in the place of another one, or of none; `colon` is the offset behind the colon of the key."""
    start, end = page.offset(old.line, old.column), page.offset(old.end_line, old.end_column)
    return Splice(start, end, written) if end > start else Splice(colon, colon, f" {written}")


def _colon(page: Page, key: Scalar) -> int:
    """The offset behind the colon of a key."""
    match = re.compile(r" *:").match(page.line(key.end_line), key.end_column - 1)
    if match is None:
        raise Refused(
            f"the colon of '{key.text}' does not stand behind it on the same line",
            line=key.line,
            by_hand=f"Write '{key.text}: …' in one line, then run the command again.",
        )
    return page.starts[key.end_line - 1] + match.end()


def _last_lines(page: Page, pair: tuple[Node, Node], column: int) -> Iterator[int]:
    """Behind which lines a thing ends: with comments that are further in, and for | also behind its blank lines."""
    key, value = pair
    empty = isinstance(value, Scalar) and value.plain and not value.text
    end = key.end_line if empty and key is not value else value.end_line
    if empty and key is value:
        raise Refused(
            "the last item of this list is empty",
            line=value.line,
            by_hand="Write something behind the dash or take the line out, then run the command again.",
        )
    whole = end
    if not empty and value.end_column == 1 and end > value.line:  # a text below | ends on the line behind it
        whole = end - 1
        end = next(n for n in range(whole, 0, -1) if page.line(n).strip())
    commented = end
    while re.match(rf" {{{column},}}#", page.line(commented + 1)):
        commented += 1
    yield commented
    if whole > end:
        yield whole
