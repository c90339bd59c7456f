"""Where every page and file of the site stands. An address keeps its meaning for ever."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

from scorecard.model.quarters import Quarter

HOME = ""
QUARTERS = "quarters/"
INCIDENTS = "incidents/"
PROMISES = "promises/"
DIALOGUE = "dialogue/"
RISKS = "risks/"
DECISIONS = "decisions/"
OUTCOMES = "outcomes/"
CORRECTIONS = "corrections/"
METHOD = "method/"
GLOSSARY = "method/glossary/"
DATA = "data/"
SEARCH = "search/"
SUMS = "sums/"
API = "api/v1/"
STATUSPAGE = "api/v2/"
SUBSCRIBE = "subscribe/"
FEEDS = "feeds/"
CALENDARS = "calendars/"
BADGES = "badges/"
PACKAGE = "datapackage.json"
CHECKSUMS = "sha256sums.txt"
#: So many incidents stand on one page at most.
PAGE_SIZE = 100
#: Letters that need no quoting in a path that may be quoted already.
_KEPT = "/%:@!$&'()*+,;=~-._"


def quarter(quarter: Quarter) -> str:
    """quarters/2026-q3/."""
    return f"{QUARTERS}{quarter.slug}/"


def version(quarter: Quarter, number: int) -> str:
    """quarters/2026-q3/v1/: the quarter as it was published the first time."""
    return f"{QUARTERS}{quarter.slug}/v{number}/"


def incident(id: str) -> str:
    """incidents/2026-08-14-wrong-bills/."""
    return f"{INCIDENTS}{id}/"


def incidents_of(quarter: Quarter | None, number: int = 1) -> str:
    """incidents/by-quarter/2026-q3/, its second page with 2/; incidents without a known quarter under 'unknown'."""
    folder = f"{INCIDENTS}by-quarter/{quarter.slug if quarter is not None else 'unknown'}/"
    return folder if number == 1 else f"{folder}{number}/"


def audience(name: str) -> str:
    """audiences/community/."""
    return f"audiences/{name}/"


def indicator(id: str) -> str:
    """The section of an indicator on the method page."""
    return f"{METHOD}#indicator-{id}"


def entry(register: str, id: str) -> str:
    """The place of an entry on its register's page: promises/#promise-free-repairs."""
    return f"{register}#{register.rstrip('/').rstrip('s')}-{id}"


def anchor(register: str, id: str) -> str:
    """The id of that place: promise-free-repairs."""
    return entry(register, id).partition("#")[2]


def in_ascii(link: str) -> str:
    """An address with its host and path written in ASCII, as Atom, iCalendar and HTTP want it."""
    parts = urlsplit(link)
    if not parts.hostname:
        return quote(link, safe=_KEPT + "?#")
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        (
            parts.scheme,
            _host(parts.hostname) + port,
            quote(parts.path, safe=_KEPT),
            quote(parts.query, safe=_KEPT + "?"),
            quote(parts.fragment, safe=_KEPT + "?"),
        )
    )


def _host(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(name, safe="")
