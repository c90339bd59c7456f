"""Malformed files of every kind, written by us: each is refused by the rule that names its fault."""

from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.problems import Severity
from tests.hostile.own import AS_OF, HEAD, INCIDENT, SURVEY, WAVE, after, checked, counted, with_line
from tests.hostile.porting import BASE
from tests.hostile.running import files, write

#: Name of the kind: file, content, the rule that must catch it, and a piece of the line it must point at.
REFUSED = {
    "nothing in it": (INCIDENT, b"", "empty-file", ""),
    "only blanks and comments": (INCIDENT, b"\n  # to be written\n\n", "empty-file", ""),
    "a list on top": (INCIDENT, b"- title: a\n- title: b\n", "wrong-shape", "- title"),
    "one word": (INCIDENT, b"later\n", "wrong-shape", "later"),
    "a quote that is never closed": (INCIDENT, with_line(b"No heat", b'"No heat'), "unclosed-quote", "title"),
    "a bracket that is never closed": (INCIDENT, after(b"systems: [boiler, pump"), "unclosed-bracket", "systems"),
    "a line that is indented for no reason": (INCIDENT, after(b" cause: rust"), "bad-indent", "cause"),
    "a tab as indent": (INCIDENT, after(b"affected:\n\tcustomers: 5"), "tab-indent", "customers"),
    "a key twice": (INCIDENT, after(b"severity: major"), "duplicate-key", "severity: major"),
    "two documents": (INCIDENT, HEAD + b"---\n" + HEAD, "several-documents", "---"),
    "an anchor": (INCIDENT, with_line(b"title: ", b"title: &t "), "anchor", "&t"),
    "an alias": (INCIDENT, after(b"cause: *c"), "alias", "*c"),
    "a bomb of aliases": (
        INCIDENT,
        b"a: &a [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 110)),
        "anchor",
        "&a",
    ),
    "a tag that runs code": (INCIDENT, with_line(b"No heat", b"!!python/name:os.system No heat"), "tag", "!!python"),
    "a tag that reads the environment": (INCIDENT, with_line(b"No heat", b"!ENV HOME"), "tag", "!ENV"),
    "a directive": (INCIDENT, b"%YAML 1.1\n---\n" + HEAD, "directive", "%YAML"),
    "5,000 levels": (INCIDENT, b"a: " + b"[" * 5000 + b"]" * 5000 + b"\n", "too-deep", "[[["),
    "a megabyte": (INCIDENT, after(b"description: " + b"x" * 2_000_000), "file-too-large", ""),
    "a control character": (INCIDENT, with_line(b"heat", b"he\x07at"), "control-character", "title"),
    "a control character by escape": (
        INCIDENT,
        with_line(b"No heat in the old town", b'"No\\x1bheat"'),
        "control-character",
        "title",
    ),
    "text turned round": (INCIDENT, with_line(b"heat", "he\u202eat".encode()), "control-character", "title"),
    "half a surrogate pair": (INCIDENT, with_line(b"No heat in the old town", b'"\\udc00"'), "bad-escape", "title"),
    "bytes of Windows": (INCIDENT, with_line(b"heat", b"h\xe9at"), "invalid-utf8", ""),
    "UTF-16": (INCIDENT, HEAD.decode().encode("utf-16"), "utf-16", ""),
    "a picture": (INCIDENT, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-text", ""),
    "a web page": (INCIDENT, b"<!DOCTYPE html>\n<html><body>Gone</body></html>\n", "looks-like-html", ""),
    "a table": (WAVE, b"id,q1,q2,q3\n1,7,8,9\n2,3,4,5\n", "looks-like-csv", ""),
    "a misspelt key": (INCIDENT, with_line(b"severity", b"sevreity"), "unknown-field", "sevreity"),
    "a key with a foreign letter": (INCIDENT, with_line(b"title", "tit\u04cfe".encode()), "unknown-field", "e:"),
    "nothing but an id": (INCIDENT, b"id: 2026-09-01-no-heat\n", "missing-field", ""),
    "an unknown word": (INCIDENT, with_line(b"minor", b"terrible"), "unknown-word", "terrible"),
    "a yes that is no truth value": (INCIDENT, after(b"retroactive: yes"), "not-true-false", "retroactive"),
    "an hour without a day": (INCIDENT, with_line(b"2026-09-01T06:30", b"06:30"), "bad-time", "06:30"),
    "a day that does not exist": (INCIDENT, with_line(b"2026-09-01T06:30", b"2026-09-31T06:30"), "bad-time", "09-31"),
    "an hour that the clocks skipped": (
        INCIDENT,
        with_line(b"2026-09-01T06:10", b"2026-03-29T02:30"),
        "unclear-time",
        "02:30",
    ),
    "words for a number": (INCIDENT, after(b"affected: about forty"), "not-a-count", "forty"),
    "a climbing id": (INCIDENT, after(b'id: "../../../etc"'), "bad-id", "etc"),
    "an id of the host": (INCIDENT, after(b"id: _redirects"), "bad-id", "_redirects"),
    "an id that is not the file's name": (INCIDENT, after(b"id: another"), "id-differs", "another"),
    "a file name in capitals": ("data/incidents/2026/No-Heat.yml", HEAD, "bad-id", ""),
    "a file name that climbs": ("data/incidents/2026/....yml", HEAD, "bad-id", ""),
    "a stray backup": ("data/incidents/2026/2026-09-01-no-heat.yml~", HEAD, "unclaimed-file", ""),
    "another ending": ("data/surveys/2026-q3.yaml", SURVEY, "unclaimed-file", ""),
    "a link that runs a script": (INCIDENT, after(b'links: ["javascript:alert(1)"]'), "bad-link", "javascript"),
    "a separated number": (WAVE, with_line(b"3000", b"3.000,5", SURVEY), "not-a-count", "3.000,5"),
    "a number with a blank in it": (WAVE, with_line(b"3000", b"3 000", SURVEY), "separated-number", "3 000"),
    "half a person": (WAVE, with_line(b"14,", b"14.5,", SURVEY), "not-a-count", "14.5"),
    "less than nobody": (WAVE, with_line(b"14,", b"-14,", SURVEY), "negative-count", "-14"),
    "more people than ever lived": (WAVE, with_line(b"3000", b"9" * 6000, SURVEY), "too-large", "999"),
    "infinity": (WAVE, SURVEY + b"question_correlation: 1e4000\n", "too-large", "1e4000"),
    "a scale turned round": (WAVE, with_line(b"id: trust,", b"id: trust, scale: 9-1,", SURVEY), "bad-scale", "9-1"),
    "an answer too many": (WAVE, with_line(b"[14,", b"[3, 14,", SURVEY), "counts-do-not-match-scale", "counts"),
    "a question twice": (WAVE, SURVEY + b"  - {id: trust, missing: twice}\n", "duplicate-question", "twice"),
    "a period of another quarter": (
        WAVE,
        SURVEY + b"period: {from: 2026-01-01, to: 2026-03-31}\n",
        "period-of-another-quarter",
        "period",
    ),
    "an end before the beginning": (INCIDENT, after(b"started: 2026-09-02T06:00"), "resolved-before-start", "resolved"),
    "a key of a cloud": (INCIDENT, after(b"description: use AKIA2222333344445555"), "secret", "AKIA"),
    "a private key": (INCIDENT, after(b'description: "-----BEGIN RSA PRIVATE KEY-----"'), "secret", "description"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_file_is_refused_by_the_rule_of_its_fault(kind: str, tmp_path: Path) -> None:
    """All errors are of that one rule, in that file, the first on the line of the fault, each with a way to mend it."""
    file, content, rule, piece = REFUSED[kind]
    errors = checked(tmp_path, {file: content}).errors
    assert {problem.rule for problem in errors} == {rule}
    assert {problem.place.file for problem in errors} == {file}
    assert piece in errors[0].source or not piece
    assert all(problem.message and problem.help for problem in errors)


@pytest.mark.parametrize("kind", ["a bomb of aliases", "5,000 levels", "an end before the beginning"])
def test_nothing_is_written_when_there_is_an_error(kind: str, tmp_path: Path) -> None:
    """The build stops, and the tree is what it was."""
    file, content, _, _ = REFUSED[kind]
    folder = write({**BASE, file: content, "site/index.html": b"old"}, tmp_path)
    before = files(folder)
    with pytest.raises(pipeline.Stopped, match=r"^data/ has 1 error; nothing was written$"):
        pipeline.build(folder, AS_OF)
    assert files(folder) == before


@pytest.mark.parametrize(
    ("file", "content", "rule"),
    [
        (INCIDENT, after(b"description: Mr John Roe rang from +1 212 555 0147."), "personal-data"),
        (INCIDENT, with_line(b"heat", "he\u200bat".encode()), "invisible-characters"),
        (INCIDENT, with_line(b"town", b"town #2 and #3"), "text-cut"),
        (WAVE, SURVEY + b"comments: [I am the only baker here.]\n", "verbatim-comment"),
        (WAVE, counted([0] * 10), "no-answers"),
    ],
)  # fmt: skip
def test_a_suspicious_file_is_built_with_a_warning(file: str, content: bytes, rule: str, tmp_path: Path) -> None:
    """One warning of that rule, no error, and a site."""
    problems = checked(tmp_path, {file: content}).problems
    assert [(problem.rule, problem.severity) for problem in problems] == [(rule, Severity.WARNING)]
    assert pipeline.build(tmp_path, AS_OF).bundle.documents
