"""The change, made and proven: the old tree and exactly this change is the new tree, all other bytes are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scorecard.edit.page import Page, Splice
from scorecard.edit.places import ways
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Plain, Step, Swap, inside, shape, wanted
from scorecard.model.nodes import Mapping, Scalar

#: Bytes of a file to its nodes; raises Refused where they cannot be read whole.
Parse = Callable[[bytes], Mapping]


def edited(data: bytes, steps: Iterable[Step], parse: Parse) -> bytes:
    """The bytes of a file after some steps, one after the other. Raises Refused where one cannot be done for sure."""
    for step in steps:
        data = _done(data, step, parse)
    return data


def _done(data: bytes, step: Step, parse: Parse) -> bytes:
    root = parse(data)
    page = Page.of(data)
    target = wanted(root, step)
    here, plain = inside(root, step)
    why: Refused | None = None
    for way in ways(page, here, plain):
        fresh = page.spliced(way)
        try:
            if spares(page, here, plain, way) and keeps(data, way, fresh) and shape(parse(fresh)) == target:
                return fresh
        except Refused as refused:
            why = why or refused
    if why is None and page.lines[-1] and root.end_line >= len(page.lines):
        raise Refused(
            "the file ends inside a text below | or >, without a line end",
            line=len(page.lines),
            by_hand="Press Enter at the end of the last line and save the file, then run the command again.",
        )
    raise Refused(
        f"'{plain.key}' cannot be written here{'' if why is not None else ' without changing something else'}",
        line=why.line if why is not None else _line(here, plain),
        by_hand=f"{_reason(why)}Write '{plain.key}' by hand, then run scorecard check.",
        problems=why.problems if why is not None else (),
    )


def spares(page: Page, root: Mapping, step: Plain, way: tuple[Splice, ...]) -> bool:
    """Whether nothing is taken out but the old value of the key, and no remark with it."""
    taken = [gone for splice in way if (gone := page.text[splice.start : splice.end].strip())]
    if isinstance(step, Swap):
        return _spares_all_but(page, root, step.gone, taken)
    value = root.get(step.key)
    if value is None or not taken:
        return not taken
    whole = page.text[page.offset(value.line, value.column) : page.offset(value.end_line, value.end_column)]
    return taken == [whole.strip()] and (isinstance(value, Scalar) or "#" not in whole)


def _spares_all_but(page: Page, root: Mapping, key: str, taken: list[str]) -> bool:
    name, value = root.key(key), root.get(key)
    if name is None or not isinstance(value, Scalar):
        return False
    start, end = page.offset(name.line, name.column), page.offset(value.end_line, value.end_column)
    between = page.text[page.offset(name.end_line, name.end_column) : page.offset(value.line, value.column)]
    return taken == [page.text[start:end].strip()] and "#" not in between


def keeps(data: bytes, way: tuple[Splice, ...], fresh: bytes) -> bool:
    """Whether the new bytes are the old ones in order, but for the pieces that were meant."""
    old, new = data.decode("utf-8"), fresh.decode("utf-8")
    at = here = 0
    for splice in sorted(way, key=lambda one: (one.start, one.end)):
        kept = old[at : splice.start]
        if new[here : here + len(kept)] != kept:
            return False
        here += len(kept)
        if new[here : here + len(splice.text)] != splice.text:
            return False
        here += len(splice.text)
        at = splice.end
    return new[here:] == old[at:]


def _reason(why: Refused | None) -> str:
    return f"{why.what[0].upper()}{why.what[1:]}. " if why is not None else ""


def _line(root: Mapping, step: Plain) -> int:
    value = root.get(step.gone if isinstance(step, Swap) else step.key)
    return value.line if value is not None else root.end_line
