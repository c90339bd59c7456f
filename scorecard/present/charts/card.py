"""A chart that is a table, or a strip, as a picture file of its own: words wrapped, columns at fixed places, in px."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 860
MARGIN = 16
#: Letters of a line: of the title, of other text over the whole width, of a row's label.
TITLE, TEXT, LABEL = 76, 120, 38
LABEL_WIDTH = 270
CELL = 92
LINE = 17


@dataclass(frozen=True, slots=True)
class Given:
    """One row as it is handed in; `picture` is what the macro of this kind of chart draws."""

    label: str
    detail: str
    cells: tuple[tuple[str, str], ...]  # a figure and a smaller line under it
    picture: object
    height: float = 30.0


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text at its place; `style` is a class name of the file."""

    x: int
    y: int
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row's picture at its place."""

    y: int
    height: int
    picture: object


@dataclass(frozen=True, slots=True)
class Card:
    """All that the template prints; `kind` chooses the macro, `more` is what it needs for all rows."""

    kind: str
    title: str
    description: str
    width: int
    height: int
    texts: tuple[Text, ...]
    rules: tuple[int, ...]
    rows: tuple[Drawn, ...]
    picture_x: int
    picture_width: int
    axis_y: int
    more: object


def make(
    kind: str,
    title: str,
    subtitle: str,
    heads: Sequence[str],
    rows: Sequence[Given],
    foot: Sequence[str],
    more: object = None,
    *,
    label: int = LABEL_WIDTH,
    cell: int = CELL,
) -> Card:
    """The card; `heads` names the label's column and the cells, `foot` are notes and the source; widths in px."""
    texts, y = _opening(title, subtitle)
    y += 22
    axis_y = y - 14
    columns = [MARGIN, *(MARGIN + label + cell * i for i in range(len(heads) - 1))]
    texts += [Text(x, y, head, "sc-col") for x, head in zip(columns, heads, strict=True)]
    y += 8
    rules, drawn = [y], []
    for row in rows:
        lines = textwrap.wrap(row.label, LABEL) or [""]
        small = textwrap.wrap(row.detail, LABEL)
        height = max(LINE * (len(lines) + len(small)) + 12, round(row.height) + 8)
        texts += [Text(MARGIN, y + LINE * i, line, "sc-row") for i, line in enumerate(lines, 1)]
        texts += [Text(MARGIN, y + LINE * i, line, "sc-from") for i, line in enumerate(small, len(lines) + 1)]
        for x, (figure, below) in zip(columns[1:], row.cells, strict=True):
            texts.append(Text(x, y + LINE, figure, "sc-figure"))
            if below:
                texts.append(Text(x, y + 2 * LINE, below, "sc-from"))
        drawn.append(Drawn(y + (height - round(row.height)) // 2, round(row.height), row.picture))
        y += height
        rules.append(y)
    y += 8
    for note in foot:
        for line in textwrap.wrap(note, TEXT):
            y += LINE
            texts.append(Text(MARGIN, y, line, "sc-from"))
    left = MARGIN + label + cell * (len(heads) - 1) + 10
    return Card(
        kind=kind,
        title=title,
        description=subtitle,
        width=WIDTH,
        height=y + 16,
        texts=tuple(texts),
        rules=tuple(rules),
        rows=tuple(drawn),
        picture_x=left,
        picture_width=WIDTH - MARGIN - 6 - left,
        axis_y=axis_y,
        more=more,
    )


def wide(
    kind: str, title: str, subtitle: str, picture: object, height: float, foot: Sequence[str], more: object = None
) -> Card:
    """A card whose picture takes the whole width."""
    texts, y = _opening(title, subtitle)
    top = y + 12
    y = top + round(height) + 8
    for note in foot:
        for line in textwrap.wrap(note, TEXT):
            y += LINE
            texts.append(Text(MARGIN, y, line, "sc-from"))
    return Card(
        kind=kind,
        title=title,
        description=subtitle,
        width=WIDTH,
        height=y + 16,
        texts=tuple(texts),
        rules=(),
        rows=(Drawn(top, round(height), picture),),
        picture_x=MARGIN,
        picture_width=WIDTH - 2 * MARGIN,
        axis_y=0,
        more=more,
    )


def _opening(title: str, subtitle: str) -> tuple[list[Text], int]:
    texts, y = [], 6
    for line in textwrap.wrap(title, TITLE):
        y += 24
        texts.append(Text(MARGIN, y, line, "sc-head"))
    y += 4
    for line in textwrap.wrap(subtitle, TEXT):
        y += LINE
        texts.append(Text(MARGIN, y, line, "sc-from"))
    return texts, y
