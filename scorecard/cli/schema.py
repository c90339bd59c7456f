"""`scorecard schema`."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import click

from scorecard.cli.console import say, show


@click.command("schema")
@click.argument("kind", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write KIND.schema.json there, one file for each kind (only one where KIND is given).",
)
def command(kind: str | None, out: Path | None) -> int:
    """Print the JSON Schema (2020-12) of a KIND of file, for editors and other programs. Without KIND, list all kinds.

    An editor that knows the schema offers keys and words while you type, explains them, and marks mistakes.
    """
    from scorecard import pipeline

    kinds = {one.name: one for one in pipeline.file_kinds()}
    if kind is not None and kind not in kinds:
        near = difflib.get_close_matches(kind.lower(), kinds, 1)
        hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(kinds)}."
        raise click.UsageError(f"There is no kind of file {kind!r}.{hint}")
    if kind is None and out is None:
        wide = max(map(len, kinds))
        show("".join(f"{name:{wide}}  {one.glob}\n" for name, one in kinds.items()))
        return 0
    made = pipeline.schemas()
    texts = {name: json.dumps(made[name], ensure_ascii=False, indent=2) + "\n" for name in ([kind] if kind else kinds)}
    if out is None:
        show("".join(texts.values()))
        return 0
    try:
        pipeline.write(out, ((f"{name}.schema.json", text.encode()) for name, text in texts.items()))
    except OSError as error:
        say(f"{out}: {pipeline.reason(error)}", "error")
        return 2
    say(f"wrote {len(texts)} {'schema' if len(texts) == 1 else 'schemas'} to {out}")
    return 0
