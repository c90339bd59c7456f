"""The data package (Frictionless, version 2): every table and list with its columns, its size and its SHA-256."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorecard.model.interfaces import Package, Resource
from scorecard.model.moments import utc
from scorecard.model.pages import Json
from scorecard.present import addresses, downloads, outward
from scorecard.present.desk import Desk
from scorecard.present.words import columns

#: Columns that hold numbers, and those that hold true or false; all others hold text. A test looks at every cell.
NUMBERS = frozenset(
    (
        *("score", "low", "high", "n", "change", "change_low", "change_high", "answer_from", "answer_to", "share"),
        *("population", "rate", "weight", "met", "of", "median", "worst", "customers", "value", "before", "after"),
        *("minutes_to_notice", "notice_promised_minutes", "minutes_in_the_dark", "minutes_to_resolve"),
        *("longest_silence_minutes", "received", "answered_in_time", "median_hours"),
    )
)
CLAIMS = frozenset(
    (
        *("at_most", "usable", "provisional", "customers_estimated", "notice_promise_kept", "told_directly"),
        *("counted", "overdue"),
    )
)
#: Columns whose name holds another kind in one table.
ODD = frozenset(
    (
        *(("response", "asked", "number"), ("response", "answered", "number"), ("states", "changed", "boolean")),
        *(("enquiries", "open", "number"), ("incidents", "open", "boolean")),
    )
)
_LICENCES = (
    (r"CC0", "CC0-1.0"),
    (r"CC[ -]BY[ -]SA[ -]?4", "CC-BY-SA-4.0"),
    (r"CC[ -]BY[ -]?4", "CC-BY-4.0"),
    (r"ODbL", "ODbL-1.0"),
    (r"ODC-?BY|ODC Attribution", "ODC-BY-1.0"),
)


def make(desk: Desk) -> Iterator[Package]:
    """The one package."""
    organisation, say = desk.organisation, desk.words.say
    head: dict[str, Json] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "trust-scorecard",
        "id": outward.href(desk, addresses.PACKAGE),
        "title": say("{name}: trust scorecard", name=organisation.name),
        "description": say("Every figure on this site, to take away"),
        "homepage": outward.base(desk),
        "version": desk.method.version,
        "created": utc(desk.as_of),
        "contributors": [{"title": organisation.name, "path": outward.base(desk), "roles": ["publisher"]}],
    }
    if organisation.licence:
        name = next((id for pattern, id in _LICENCES if re.match(pattern, organisation.licence)), None)
        head["licence_text"] = organisation.licence
        if name is not None:
            head["licenses"] = [{"name": name, "title": organisation.licence}]
    tables = tuple(_table(desk, one) for one in desk.once(downloads.listed))
    yield Package(addresses.PACKAGE, addresses.CHECKSUMS, head, tables, (addresses.API,))


def _table(desk: Desk, one: downloads.Download) -> Resource:
    id = one.table.uri.rpartition("/")[2].partition(".")[0]
    fields: list[Json] = [
        {"name": name, "type": kind(id, name), "description": columns.meaning(desk.words, id, name)}
        for name in one.table.columns
    ]
    more: dict[str, Json] = {
        "name": id,
        "type": "table",
        "title": one.title,
        "description": one.what,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
    return Resource(one.table.uri, more)


def kind(table: str, column: str) -> str:
    """The type of a column of a table (trust, incidents …) in the words of Table Schema."""
    odd = next((type for id, name, type in ODD if (id, name) == (table, column)), None)
    return odd or ("number" if column in NUMBERS else "boolean" if column in CLAIMS else "string")
