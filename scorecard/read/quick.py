"""The short way for a file without fault: its values alone, without nodes and places.

Whatever is out of the ordinary (an empty value, a tab, a private field, a tag, an error) goes the long way, which
knows the words for it. Where both ways give a record, it is the same.
"""

from __future__ import annotations

from typing import Any

import yaml

from scorecard.read.events import DEEPEST, MOST_VALUES, c_parser
from scorecard.read.guards import FORBIDDEN
from scorecard.read.private import PREFIX
from scorecard.read.records import SNAKE

_ODD = frozenset({"", "~", "null"})


def values(text: str) -> dict[str, Any] | None:
    """Texts, lists and dictionaries of a plain file; None where the long way must look at it.

    No file with so many letters can hold too many values.
    """
    parser = c_parser()
    if parser is None or len(text) > MOST_VALUES or "\t" in text or text.startswith("%") or "\n%" in text:
        return None
    if PREFIX in text or SNAKE in text or FORBIDDEN.search(text):
        return None
    reader = parser(text)
    try:
        return _built(reader.get_event)
    except (yaml.YAMLError, TypeError):  # TypeError: a key that is a list or a mapping
        return None
    finally:
        reader.dispose()


def _built(get_event: Any) -> dict[str, Any] | None:
    scalar, open_mapping, close_mapping = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
    open_list, close_list = yaml.SequenceStartEvent, yaml.SequenceEndEvent
    stack: list[list[Any]] = []
    children: list[Any] = []
    get_event(), get_event()  # the stream and the document begin
    while True:
        event = get_event()
        kind = type(event)
        if kind is scalar:
            text, style = event.value, event.style
            if event.anchor is not None or event.tag is not None:
                return None
            if not style:
                if text in _ODD:
                    return None
            elif style == '"' and (FORBIDDEN.search(text) or text.startswith(PREFIX) or text == SNAKE):
                return None  # by an escape
            children.append(text)
        elif kind is open_mapping or kind is open_list:
            if event.anchor is not None or event.tag is not None or len(stack) == DEEPEST:
                return None
            stack.append(children)
            children = []
        elif kind is close_mapping:
            pairs = dict(zip(children[::2], children[1::2], strict=True))
            if len(pairs) * 2 != len(children):
                return None
            children = stack.pop()
            children.append(pairs)
        elif kind is close_list:
            items, children = children, stack.pop()
            children.append(items)
        else:
            break
    whole = type(event) is yaml.DocumentEndEvent and type(get_event()) is yaml.StreamEndEvent
    root = children[0] if whole else None
    return root if isinstance(root, dict) else None
