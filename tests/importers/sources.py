"""Invented foreign sources, in the shapes of published ones. Fresh on each call, so that a test may change them."""

from typing import Any

TEXTS = {
    "trust-in-ferries": "I trust the ferry office.",
    "on-time": "My boat left on time.",
    "clean": "The boat was clean.",
    "crew": "The crew was helpful.",
}


def asked(means: dict[str, float], texts: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """Questions with these means."""
    words = TEXTS | (texts or {})
    return [{"id": id, "label": id.title(), "text": words[id], "mean": mean} for id, mean in means.items()]


def quarter(number: int, means: dict[str, float], **more: Any) -> dict[str, Any]:
    """A quarter of the fiscal year 2031, which starts on 1 July 2030; numbers over 4 run into the next year."""
    starts = ["2030-07-01", "2030-10-01", "2031-01-01", "2031-04-01", "2031-07-01", "2031-10-01"]
    ends = ["2030-09-30", "2030-12-31", "2031-03-31", "2031-06-30", "2031-09-30", "2031-12-31"]
    year, part = divmod(number - 1, 4)
    return {
        "label": f"FY{2031 + year} Q{part + 1}",
        "from": starts[number - 1],
        "to": ends[number - 1],
        "customers": 90000,
        "invited": 40000,
        "respondents": 9000,
        "questions": asked(means),
    } | more


def ferries(*quarters: dict[str, Any]) -> dict[str, Any]:
    """A ferry office's table of means on a scale from 1 to 7."""
    steady = {"trust-in-ferries": 5.91, "on-time": 5.52, "clean": 6.13, "crew": 6.44}
    return {
        "organisation": "Invented Ferry Office",
        "source": "ferries.example.org, CC BY 4.0",
        "fiscal_year_starts": "07-01",
        "scale": {"min": 1, "max": 7},
        "quarters": list(quarters) or [quarter(1, steady), quarter(2, steady)],
    }


def notice(id: str, at: str = "2030-03-04T05:06:07Z", **more: Any) -> dict[str, Any]:
    """One notice of a status page."""
    return {
        "id": id,
        "kind": "incident",
        "title": "Tickets cannot be bought",
        "severity": "partial-outage",
        "components": ["Ticket shop"],
        "resolved": True,
        "first_notice_at": at,
        "last_update_at": None,
        "text": "Tickets cannot be bought. We look into it.",
        "updates": [],
    } | more


def status_page(*notices: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A status page."""
    return {
        "organisation": "Invented Ferry Office",
        "source": "github.com/example/ferry-status, MIT",
        "incidents": list(notices) or [notice("2030-03-04-tickets")],
    } | more
