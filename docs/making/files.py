"""One page for each kind of file with every key, from the same schema that editors use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from docs.making.markdown import code, fence, plain
from scorecard import pipeline
from scorecard.model.file_kinds import FileKind

#: What every file may hold comes behind what its own kind holds.
COMMON = ("id", "private_note", "company_comment", "publish_at")
INTRO = """\
# Every file and every key

All that staff write lies in the folder `data/`. Each kind of file has a page here with every key it may hold.
These pages are made from the same declarations that read your files, so they cannot be out of date.

| kind | where | what it is |
|---|---|---|
"""


def pages() -> Mapping[str, str]:
    """The index and a page for each kind."""
    schemas: Any = pipeline.schemas()
    kinds = pipeline.file_kinds()
    rows = [
        f"| [{kind.name}]({kind.name}.md) | {code(kind.glob)} | {plain(_said(schemas[kind.name]))} |\n"
        for kind in kinds
    ]
    made = {f"files/{kind.name}.md": "".join(_page(kind, schemas[kind.name])) for kind in kinds}
    return {"files/index.md": INTRO + "".join(rows), **made}


def _said(shape: Mapping[str, Any]) -> str:
    return str(shape.get("description", "")).replace("\n", " ")


def _page(kind: FileKind, schema: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {kind.name.capitalize()}\n\n{plain(_said(schema))}\n\n**Where:** {_where(kind)}. "
    if "*" in kind.glob:
        yield "The file name without `.yml` is the id: lower-case letters, digits and dashes.\n\n"
    else:
        yield "There is one such file.\n\n"
    needed = schema.get("required", [])
    if kind.other:
        own, its = (", ".join(map(code, schema[branch]["required"])) for branch in ("else", "then"))
        word = code(f"kind: {kind.other_word}")
        yield f"**Must be there:** {own}; in a file that says {word}, {its}. All other keys may be left out. "
        yield "Each of the two has keys of its own: see the examples.\n\n"
    elif needed:
        yield f"**Must be there:** {', '.join(map(code, needed))}. All other keys may be left out.\n\n"
    else:
        yield "**No key must be there.** What you leave out holds as the package has it.\n\n"
    yield "Keys that begin with `private_` may stand anywhere. They never leave the repository.\n\n## Keys\n\n"
    yield from _keys(schema)
    for name, shape in schema.get("$defs", {}).items():
        if "properties" in shape and name != "Scale":
            yield f"## {shape['title']} {{: #{name.lower()} }}\n\n{plain(_said(shape))}\n\n"
            yield from _keys(shape, f"{name.lower()}-")
    for example in kind.examples:
        yield "## A whole example\n\nEvery key once. Nobody needs them all. The figures are invented.\n\n"
        yield fence(example) + "\n"


def _where(kind: FileKind) -> str:
    own = kind.example.partition("\n")[0].removeprefix("# ")
    return code(kind.glob) + (f", such as {code(own)}" if own != kind.glob else "")


def _keys(shape: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, of in sorted(shape["properties"].items(), key=lambda pair: pair[0] in COMMON):
        if of.get("doNotSuggest"):
            continue
        must = "must be there" if key in shape.get("required", ()) else "may be left out"
        default = f"; then it is {code(_yaml(of['default']))}" if "default" in of else ""
        yield f"### `{key}` {{: #{prefix}{key} }}\n\n{plain(_said(of))}\n\n*It {must}{default}.* {_written(of)}\n"
        if "examples" in of:
            shown = f"{key}: {_yaml(of['examples'][0])}"
            yield f"\nExample: {code(shown)}\n"
        yield "".join(f"\n- {code(word)}: {plain(meaning)}" for word, meaning in _words(of)) + "\n\n"


def _yaml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def _written(shape: Mapping[str, Any]) -> str:
    """How the value is written, in a sentence."""
    ways = [way for way in _ways(shape) if way]
    return f"Write {' or '.join(dict.fromkeys(ways))}." if ways else ""


def _ways(shape: Mapping[str, Any]) -> Iterator[str]:
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        yield f"[keys of its own](#{name.lower()})"
    elif "enum" in shape:
        yield "one of these words"
    elif "anyOf" in shape:
        for one in shape["anyOf"]:
            if not one.get("doNotSuggest"):
                yield from _ways(one)
    elif "items" in shape:
        yield "a list; for each item " + " or ".join(way for way in _ways(shape["items"]) if way)
    elif isinstance(shape.get("additionalProperties"), Mapping):
        yield "texts with values; for each " + " or ".join(way for way in _ways(shape["additionalProperties"]) if way)
    elif "patternProperties" in shape or "properties" in shape:
        values = [*shape.get("patternProperties", {}).values(), *shape.get("properties", {}).values()]
        yield "names with values; for each " + " or ".join(dict.fromkeys(way for way in _ways(values[0]) if way))
    else:
        yield plain(str(shape.get("errorMessage", "")).removeprefix("write ").removesuffix(", or leave the key out"))


def _words(shape: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in (shape, *shape.get("anyOf", ()), shape.get("items", {})):
        yield from zip(one.get("enum", ()), one.get("enumDescriptions", ()), strict=True)
    if "patternProperties" in shape or shape.get("type") == "object":
        yield from ((name, _said(of)) for name, of in shape.get("properties", {}).items() if of.get("description"))
