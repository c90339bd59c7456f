"""The catalogues of the public site's words: `make messages` collects the English texts and updates each language.

A text is collected where it is said: `say("…")` and `count("…", "…", n)` of scorecard/present and site_templates, the
docstring, `NAME` and counts of each indicator, and the questions and names of the packaged method. New texts enter a
language's file without a translation, texts that are said no more leave it; `tests/present/words/test_catalogues.py`
fails until every one is translated.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from ruamel.yaml import YAML

from scorecard.score.indicators import HEADINGS, discover, notes

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "scorecard" / "locale"
KEYWORDS = {"say": None, "count": (1, 2)}
#: A day that stands for none, so that the same texts give the same bytes.
_DAY = datetime(2000, 1, 1, tzinfo=UTC)
Message = str | tuple[str, str]


def said(repository: Path = REPOSITORY) -> Iterator[tuple[str, Message]]:
    """Every text with the file it is said in."""
    for folder, ending, method in (("scorecard/present", "*.py", "python"), ("site_templates", "*.jinja", "jinja2")):
        for file in sorted((repository / folder).rglob(ending)):
            for _, message, _, _ in extract_from_file(method, file, KEYWORDS, options={"encoding": "utf-8"}):
                if isinstance(message, tuple):
                    yield file.relative_to(repository).as_posix(), (message[0], message[1])
                elif message:
                    yield file.relative_to(repository).as_posix(), message
    for id, module in discover().items():
        where = f"scorecard/score/indicators/{id.replace('-', '_')}.py"
        texts = [value for name, value in sorted(vars(module).items()) if name.isupper() and isinstance(value, str)]
        yield from ((where, text) for text in texts)
    for heading in HEADINGS:
        yield "scorecard/score/indicators/__init__.py", heading
    for note in notes():
        where = f"scorecard/score/indicators/{note.id.replace('-', '_')}.py"
        yield where, note.summary
        yield from ((where, text) for _, texts in note.sections for text in texts)
    where = "scorecard/defaults/method.yml"
    method = YAML(typ="safe", pure=True).load((repository / where).read_text(encoding="utf-8"))
    for part in method["dimensions"]:
        yield from ((where, text) for text in (part["name"], part["meaning"]))
    yield from ((where, one["text"]) for one in method["questions"])
    yield from ((where, one["name"]) for one in method["pillars"])


def template() -> Catalog:
    """The catalogue without a language."""
    made = Catalog(project="trust-scorecard", charset="utf-8", creation_date=_DAY, revision_date=_DAY, fuzzy=False)
    made.header_comment = "# The texts of the public site. Made by `make messages`."
    for where, message in said():
        made.add(message, locations=[(where, 0)])
    return made


def written(catalogue: Catalog) -> bytes:
    """The bytes of a catalogue: file names without lines, so that only changed texts change them."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False, ignore_obsolete=True, sort_output=True)
    lines = (line for line in out.getvalue().split(b"\n") if not line.startswith(_CHANGING + _NOBODY))
    return b"\n".join(lines)


_CHANGING = (b'"Generated-By', b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Last-Translator', b'"Language-Team')
_NOBODY = (b'"Project-Id-Version', b'"Report-Msgid-Bugs-To')


def updated(file: Path, fresh: Catalog) -> Catalog:
    """A language's catalogue with exactly the texts of `fresh`, translations kept where the text is the same."""
    with file.open("rb") as opened:
        kept = read_po(opened, locale=file.stem)
    made = Catalog(kept.locale, project="trust-scorecard", charset="utf-8", creation_date=_DAY, fuzzy=False)
    made.header_comment = f"# The texts of the public site in {kept.locale.english_name if kept.locale else file.stem}."
    for message in fresh:
        if message.id:
            old = kept.get(message.id)
            string = old.string if old is not None and isinstance(old.id, str) == isinstance(message.id, str) else ""
            made.add(message.id, string or "", locations=message.locations)
    return made


def main() -> int:
    """Write the template and bring every language up to date. 1 where a translation is missing."""
    fresh = template()
    (FOLDER / "messages.pot").write_bytes(written(fresh))
    print(f"messages.pot: {len(fresh)} texts")
    missing = 0
    for file in sorted(FOLDER.glob("*.po")):
        made = updated(file, fresh)
        file.write_bytes(written(made))
        lacking = sum(not all([m.string] if isinstance(m.string, str) else m.string or ()) for m in made if m.id)
        print(f"{file.name}: {len(made)} texts, {lacking} not translated")
        missing += lacking
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
