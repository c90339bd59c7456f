"""Upptime: its incidents are the issues of its GitHub repository, as GitHub's API lists them, with their comments.

An issue with the label `maintenance` is planned work; its body holds `start`, `end`, `expectedDown` and
`expectedDegraded` in a comment of HTML. All other issues were opened by the monitor itself, so their words are no proof
that a person knew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import NOT_YET, UNKNOWN, Found, Said, Source

NAME = "Upptime"
LABELS = ("status", "maintenance")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_KEY = re.compile(r"^\s*(start|end)\s*:\s*(\S.*?)\s*$", re.MULTILINE)
_EXPECTED = re.compile(r"^\s*expected(?:Down|Degraded)\s*:(.*)$", re.MULTILINE)
#: As many as GitHub puts on a page by itself, and at most.
_PAGES = (30, 100)
_ISSUE = re.compile(r"/issues/(\d{1,12})$")


def incidents(sources: Sequence[Source], desk: Desk) -> list[Found]:
    """Every issue with one of the labels. Raises Unreadable for files that list neither issues nor comments."""
    issues: list[Mapping[str, Any]] = []
    comments: dict[str, list[Mapping[str, Any]]] = {}
    sizes: dict[str, list[int]] = {}
    for source in sources:
        listed = said_of.json_of(source)
        entries = said_of.mappings(listed, source.name, desk) if isinstance(listed, list) else []
        if not isinstance(listed, list) or any(
            "issue_url" not in one and not {"title", "created_at"} <= set(one) for one in entries
        ):
            raise Unreadable(
                f"{source.name}: this is no list of GitHub issues or comments. Download "
                "https://api.github.com/repos/OWNER/REPOSITORY/issues?state=all&per_page=100"
            )
        if entries:
            sizes.setdefault("issues/comments" if "issue_url" in entries[0] else "issues", []).append(len(entries))
        for one in entries:
            match = _ISSUE.search(str(one.get("issue_url") or ""))
            if match:
                comments.setdefault(match[1], []).append(one)
            elif "pull_request" not in one and set(_labels(one)) & set(LABELS):
                issues.append(one)
    for what, counts in sizes.items():
        if set(counts) <= set(_PAGES):
            desk.say(
                f"{what}: each file holds as many as a whole page of GitHub ({counts[-1]}), so there may be more; add "
                f"the next page, such as https://api.github.com/repos/OWNER/REPOSITORY/{what}?state=all&per_page=100"
                f"&page={len(counts) + 1}"
            )
    if not issues:
        desk.say("no issue has the label 'status' or 'maintenance'")
    found = [_incident(one, comments, desk) for one in issues]
    if any(one.get("comments") and str(one.get("number")) not in comments for one in issues):
        desk.say(
            "some issues have comments that are in none of the files: add the file of "
            "https://api.github.com/repos/OWNER/REPOSITORY/issues/comments?per_page=100"
        )
    return [one for one in found if one]


def _incident(one: Mapping[str, Any], comments: Mapping[str, Sequence[Mapping[str, Any]]], desk: Desk) -> Found | None:
    number = said_of.ident(one.get("number"))
    if number is None:
        desk.say("an issue without a number was left out: it could not be found again in the next import")
        return None
    title = (desk.line(one.get("title"), f"issue {number}") or "Without a title").lstrip("🛑⚠🟨🟥\ufe0f ").strip()
    title = title or "Without a title"
    opened = desk.moment(one.get("created_at"), f"issue {number}, created_at")
    closed = desk.moment(one.get("closed_at"), f"issue {number}, closed_at")
    labels = _labels(one)
    planned = "maintenance" in labels
    body = one.get("body")
    window = _window(body, f"issue {number}", desk) if planned else {}
    words = [_said(one.get("body"), opened, "planned" if planned else "investigating", number, desk)]
    for comment in comments.get(number, ()):
        at = desk.moment(comment.get("created_at"), f"issue {number}, created_at of a comment")
        over = re.match(r"\s*\*\*Resolved", str(comment.get("body") or "")) is not None
        words.append(_said(comment.get("body"), at, "resolved" if over else "update", number, desk))
    is_open = one.get("state") == "open" or (one.get("state") is None and closed is None)
    return Found(
        number,
        title,
        planned,
        "major" if " is down" in title else "minor" if "degraded" in title else None,
        said_of.texts([*(label for label in labels if label not in LABELS), *(_expected(body) if planned else ())]),
        notified=opened,
        resolved=NOT_YET if is_open else closed or UNKNOWN,
        planned_for=window.get("start"),
        url=said_of.link(one.get("html_url")),
        said=tuple(word for word in words if word),
    )


def _window(body: Any, where: str, desk: Desk) -> dict[str, datetime]:
    made = {}
    for comment in _COMMENT.findall(body) if isinstance(body, str) else ():
        for key, value in _KEY.findall(comment):
            at = desk.moment(value, f"{where}, {key}")
            if at:
                made[key] = at
    return made


def _expected(body: Any) -> list[str]:
    comments = _COMMENT.findall(body) if isinstance(body, str) else []
    return [name for comment in comments for names in _EXPECTED.findall(comment) for name in names.split(",")]


def _said(body: Any, at: datetime | None, status: str, number: str, desk: Desk) -> Said | None:
    bare = _COMMENT.sub("", body) if isinstance(body, str) else None
    text = desk.text(bare, f"issue {number}")
    return Said(at, status, text) if text and at else None


def _labels(one: Mapping[str, Any]) -> tuple[str, ...]:
    given = one.get("labels")
    labels = given if isinstance(given, list) else []
    return said_of.texts([label.get("name") if isinstance(label, Mapping) else label for label in labels])
