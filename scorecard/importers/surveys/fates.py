"""What becomes of each column: counted, compared, or dropped and why. Personal data are found by name and by look."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorecard.importers.surveys.meaning import numbered
from scorecard.importers.surveys.tool import Tool, plain_name
from scorecard.model.records.mapping import Asked, SurveyMapping
from scorecard.model.tallies import Column, Look

PERSONAL, FREE_TEXT, OWN, UNKNOWN, UNUSED = "personal data", "free text", "the tool's own", "unknown", "not used"
_PERSONAL = re.compile(
    r"\b(e ?mails?|(first|last|full|given|family|user|sur|recipient) ?names?|name|ip|ip ?addr(ess)?|"
    r"phone|mobile|telephone|"
    r"(home|postal|street|mail(ing)?)? ?address|post ?code|zip( ?code)?|birth(day|date| date)?|latitude|longitude|iban|"
    r"(customer|account|contract|member) ?(number|no|id)|external reference|nome|cognome|telefono|cellulare|indirizzo|"
    r"codice fiscale|data di nascita|"
    r"(vor|nach|benutzer|nutzer)name|adresse|anschrift|telefon(nummer)?|handy(nummer)?|postleitzahl|plz|"
    r"geburts(datum|tag)|kundennummer|nom|prénom|téléphone|courriel|code postal|date de naissance|"
    r"nombre(?=$| y | completo| de usuario)|apellidos?|teléfono|correo electrónico|dirección postal|código postal|"
    r"fecha de nacimiento)\b"
)
_LOOKS = (
    ("e-mail addresses", re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")),
    ("IP addresses", re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-fA-F]{1,4}:){4,7}[0-9a-fA-F]{0,4}")),
    ("telephone numbers", re.compile(r"(?:\+|00)\d[\d ()/.-]{7,20}|0\d{2,5}[ /-]\d[\d ()/.-]{4,15}")),
)


@dataclass(frozen=True, slots=True)
class Fate:
    """One column, what it is, and a word more where that helps."""

    column: str
    what: str
    detail: str = ""


def fates(look: Look, tool: Tool, mapping: SurveyMapping) -> tuple[Fate, ...]:
    """Every column of the export in its order."""
    used = {asked.column: f"question {asked.id}, scale {asked.scale}{_in_words(asked)}" for asked in mapping.questions}
    for column in dict.fromkeys(one.column for one in mapping.leave_out):
        whys = " and ".join(dict.fromkeys(one.why for one in mapping.leave_out if one.column == column))
        used[column] = f"tells which rows are left out ({whys})"
    if mapping.segment:
        used[mapping.segment.column] = "segment"
    if mapping.response_id:
        used[mapping.response_id] = "number of the response (compared, not kept)"
    return tuple(
        Fate(column.name, "used", used[column.name])
        if column.name in used
        else _dropped(column, tool, column.name in mapping.dropped)
        for column in look.columns
    )


def _in_words(asked: Asked) -> str:
    words = list(asked.labels)
    return f", in words: {words[0]} … {words[-1]}" if words else ""


def _dropped(column: Column, tool: Tool, expected: bool) -> Fate:
    if why := personal(column, tool):
        return Fate(column.name, PERSONAL, why)
    if is_own(column, tool):
        return Fate(column.name, OWN)
    if free_text(column):
        return Fate(column.name, FREE_TEXT)
    return Fate(column.name, UNUSED if expected else UNKNOWN)


def is_own(column: Column, tool: Tool) -> bool:
    """Whether the tool itself adds this column."""
    return not {plain_name(name) for name in tool.own}.isdisjoint(tool.called(column.name)) or (
        column.name == "#" and "#" in tool.own
    )


def personal(column: Column, tool: Tool) -> str:
    """Why a column holds personal data; nothing where nothing says so."""
    if not {plain_name(name) for name in tool.personal}.isdisjoint(tool.called(column.name)):
        return "by its name"
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[_.-]+", " ", column.name).lower()
    if len(spaced) <= 40 and len(spaced.split()) <= 5 and _PERSONAL.search(spaced):
        return "by its name"
    filled = [text for text in column.samples if text]
    for name, look in _LOOKS:
        if filled and sum(bool(look.fullmatch(text)) for text in filled) * 10 >= len(filled):
            return f"it holds {name}"
    return ""


def free_text(column: Column) -> bool:
    """Whether people wrote in their own words: many different texts, and long ones."""
    filled = [text for text in column.samples if text and numbered(text) is None]
    different = len(set(filled))
    if not filled or len(filled) * 2 < sum(map(bool, column.samples)):
        return False
    return (different > 12 and different * 2 > len(filled)) or sum(map(len, filled)) > 40 * len(filled)
