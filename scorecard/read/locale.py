"""The languages the public site can speak: one file of translations each, scorecard/locale/CODE.po."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "locale"
#: The language the texts are written in.
SOURCE = "en"


def catalogue(language: str) -> gettext.NullTranslations | None:
    """The texts in a language ('it', 'it-CH'); None where nobody has translated them. Reading takes 40 ms of work."""
    if language.partition("-")[0] == SOURCE:
        return gettext.NullTranslations()
    file = _file(language)
    if file is None:
        return None
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file.open("rb") as opened:
        read = read_po(opened, locale=file.stem.replace("-", "_"))
    compiled = io.BytesIO()
    write_mo(compiled, read)
    return gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))


def translated(language: str) -> bool:
    """Has somebody translated the texts into a language?"""
    return language.partition("-")[0] == SOURCE or _file(language) is not None


def known() -> tuple[str, ...]:
    """The languages there are texts in."""
    return (SOURCE, *sorted(file.stem for file in FOLDER.glob("*.po")))


def _file(language: str) -> Path | None:
    names = dict.fromkeys((language, language.partition("-")[0]))
    return next((file for name in names if (file := FOLDER / f"{name}.po").is_file()), None)
