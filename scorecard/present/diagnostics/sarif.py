"""Problems as SARIF 2.1.0: what code scanning of git hosts and editors read."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote

from scorecard import __version__
from scorecard.model.characters import ascii_json, visible
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: Columns are counted in characters, as an editor shows them.
COLUMNS = "unicodeCodePoints"


def format_sarif(problems: Iterable[Problem], color: bool = False) -> str:
    """One run; a rule for each kind of problem; paths seen from the folder of the project. In ASCII."""
    found = sorted(problems, key=lambda problem: problem.order)
    rules = {one.code: one for one in sorted(found, key=lambda problem: problem.code)}
    order = {code: index for index, code in enumerate(rules)}
    driver = {"name": "scorecard", "version": __version__, "rules": [_rule(one) for one in rules.values()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": COLUMNS,
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "The folder that holds data/."}}},
        "results": [_result(one, order[one.code]) for one in found],
    }
    return ascii_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(problem: Problem) -> dict[str, object]:
    return {
        "id": problem.code,
        "name": problem.rule,
        "shortDescription": {"text": problem.rule.replace("-", " ")},
        "help": {"text": f"Run: scorecard explain {problem.rule}"},
        "defaultConfiguration": {"level": problem.severity.value},
    }


def _result(problem: Problem, index: int) -> dict[str, object]:
    words = (problem.message, problem.label, problem.help and f"help: {problem.help}")
    result: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": "\n".join(_said(text) for text in words if text)},
        "locations": [_location(problem.place, problem.source)],
        # Stays while the lines above it move, so that a host does not tell an old problem twice.
        "partialFingerprints": {"problem/v1": _digest(problem)},
    }
    if problem.also:
        result["relatedLocations"] = [
            {**_location(place), "message": {"text": _said(word)}} for place, word in dict.fromkeys(problem.also)
        ]
    return result


def _said(text: str) -> str:
    """Words without a link: [so](https://…) is one even in plain messages (SARIF 2.1.0, 3.11.6)."""
    return visible(text).replace("](", "] (")


def _location(place: Place, source: str = "") -> dict[str, object]:
    region: dict[str, object] = {"startLine": place.line, "startColumn": place.column}
    if place.length:
        region["endColumn"] = place.column + place.length
    if source.strip():
        region["snippet"] = {"text": visible(source)}
    artifact = {"uri": quote(place.file, safe="/", errors="surrogateescape"), "uriBaseId": "PROJECT"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _digest(problem: Problem) -> str:
    return sha256(
        "\0".join((problem.code, problem.place.file, problem.message)).encode(errors="surrogateescape")
    ).hexdigest()[:32]
