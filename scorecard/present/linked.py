"""What search engines and catalogues read in a page: JSON-LD in the words of schema.org.

No rating of ourselves: a score that a company publishes of itself is a figure of a report, not an AggregateRating.
"""

from __future__ import annotations

from datetime import date

from scorecard.model.pages import Json
from scorecard.model.quarters import Quarter
from scorecard.present import addresses, downloads, outward
from scorecard.present.desk import Desk

Object = dict[str, Json]
CONTEXT = "https://schema.org"


def graph(*things: Object) -> Object:
    """Things as one block of linked data."""
    return {"@context": CONTEXT, "@graph": list(things)}


def organisation(desk: Desk) -> Object:
    """Who publishes."""
    frame = desk.frame
    where = "email" if frame.contact_href.startswith("mailto:") else "url"
    value = frame.contact if where == "email" else addresses.in_ascii(frame.contact_href)
    return {
        "@type": "Organization",
        "@id": _organisation_id(desk),
        "name": desk.organisation.name,
        "url": outward.base(desk),
        "contactPoint": {"@type": "ContactPoint", where: value},
    }


def report(desk: Desk, quarter: Quarter, headline: str) -> Object:
    """The report on one quarter."""
    calendar, out = desk.organisation.calendar, desk.released_on(quarter)
    found: Object = {
        "@type": "Report",
        "@id": outward.href(desk, addresses.quarter(quarter)),
        "url": outward.href(desk, addresses.quarter(quarter)),
        "name": desk.words.say("Trust scorecard, {quarter}", quarter=desk.words.quarter(quarter)),
        "headline": headline,
        "temporalCoverage": _span(calendar.start(quarter), calendar.end(quarter)),
        "publisher": {"@id": _organisation_id(desk)},
        "inLanguage": desk.words.language,
        "isBasedOn": {"@id": _dataset_id(desk)},
    }
    if out is not None and out <= desk.as_of:
        found["datePublished"] = desk.words.local(out).date().isoformat()
    return found


def dataset(desk: Desk) -> Object:
    """All figures as a data set with its files."""
    say, calendar = desk.words.say, desk.organisation.calendar
    files = [*(one.table.uri for one in desk.once(downloads.listed)), downloads.SCORES]
    found: Object = {
        "@type": "Dataset",
        "@id": _dataset_id(desk),
        "url": outward.href(desk, addresses.DATA),
        "name": say("{name}: trust scorecard", name=desk.organisation.name),
        "description": say(
            "How far people trust us, quarter by quarter, with ranges; incidents, promises, errors we put right."
        ),
        "creator": {"@id": _organisation_id(desk)},
        "publisher": {"@id": _organisation_id(desk)},
        "dateModified": desk.today.isoformat(),
        "version": desk.method.version,
        "isAccessibleForFree": True,
        "inLanguage": desk.words.language,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": outward.href(desk, uri),
                "encodingFormat": "text/csv" if uri.endswith(".csv") else "application/json",
            }
            for uri in files
        ],
    }
    if desk.organisation.licence:
        found["license"] = desk.organisation.licence
    if desk.quarters:
        found["temporalCoverage"] = _span(calendar.start(desk.quarters[0]), calendar.end(desk.quarters[-1]))
    return found


def _organisation_id(desk: Desk) -> str:
    return outward.href(desk, "#organisation")


def _dataset_id(desk: Desk) -> str:
    return outward.href(desk, addresses.DATA + "#dataset")


def _span(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"
