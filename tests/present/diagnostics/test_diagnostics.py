"""Problems are shown like a compiler's, and nothing in them can harm a terminal, a log or a parser."""

import json
import re
from dataclasses import replace

import pytest

from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, RuleInfo, Severity
from scorecard.present import diagnostics
from scorecard.present.diagnostics.text import MOST_COLUMNS, excerpt

FILE = "data/incidents/2026/2026-03-14-payment-outage.yml"
TYPO = Problem(
    Place(FILE, 3, 1, 7),
    "unknown-field",
    "SC301",
    "incident has no field 'sevrity'",
    "did you mean 'severity'?",
    "correct the name",
    source="sevrity: high",
)
LATE = Problem(
    Place(FILE, 12, 11, 16),
    "told-after-end",
    "SC504",
    "the public was told after it was put right",
    "after the end",
    "check both times",
    Severity.WARNING,
    "notified: 2026-03-14T09:41",
    ((Place(FILE, 13, 11), "put right here"),),
)


def test_text_shows_place_line_caret_hint_and_page() -> None:
    """The form of DATA.md, byte for byte; problems in the order of their lines, whatever order they came in."""
    assert diagnostics.named("text")([LATE, TYPO]) == (
        "error[unknown-field]: incident has no field 'sevrity'\n"
        " --> data/incidents/2026/2026-03-14-payment-outage.yml:3:1\n"
        "3 | sevrity: high\n"
        "  | ^^^^^^^ did you mean 'severity'?\n"
        "  = help: correct the name\n"
        "  = SC301: docs/problems/unknown-field\n"
        "\n"
        "warning[told-after-end]: the public was told after it was put right\n"
        "  --> data/incidents/2026/2026-03-14-payment-outage.yml:12:11\n"
        "12 | notified: 2026-03-14T09:41\n"
        "   |           ^^^^^^^^^^^^^^^^ after the end\n"
        "   = note: data/incidents/2026/2026-03-14-payment-outage.yml:13:11: put right here\n"
        "   = help: check both times\n"
        "   = SC504: docs/problems/told-after-end\n"
    )


def test_without_a_line_the_label_is_said_all_the_same() -> None:
    """An empty file has no line to show."""
    empty = Problem(Place("data/risks/a.yml"), "empty-file", "SC103", "the file is empty", "nothing here")
    assert diagnostics.named("text")([empty]) == (
        "error[empty-file]: the file is empty\n"
        " --> data/risks/a.yml:1:1\n"
        "  = nothing here\n"
        "  = SC103: docs/problems/empty-file\n"
    )


def test_colour_is_there_only_when_asked_for() -> None:
    """Colour adds escapes around the same words."""
    plain, coloured = diagnostics.named("text")([TYPO]), diagnostics.named("text")([TYPO], color=True)
    assert "\x1b" not in plain
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[34m", "\x1b[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert coloured == plain


HARMFUL = "title: \x1b[2J\u202eevil\u200b\r\x9b"


@pytest.mark.parametrize("name", diagnostics.known())
def test_no_format_prints_a_character_that_moves_the_terminal(name: str) -> None:
    """Control, bidi and invisible characters of data, file name and message come out as escapes."""
    problem = replace(
        TYPO, message=HARMFUL, label=HARMFUL, help=HARMFUL, source=HARMFUL, place=Place("data/\x1b.yml", 1, 8, 3)
    )
    shown = diagnostics.named(name)([problem])
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert "\\x1b[2J" in shown or "\\u001b[2J" in shown


def test_the_caret_stands_under_wide_and_escaped_letters() -> None:
    """Two columns for wide letters, none for marks on letters, four for an escape or a tab."""
    assert excerpt("日本: x", 5, 1) == ("日本: x", 6, 1)
    assert excerpt("e\u0301: x", 5, 1) == ("e\u0301: x", 3, 1)
    assert excerpt("a\x1bb: x", 6, 1) == ("a\\x1bb: x", 8, 1)
    assert excerpt("\tx", 2, 1) == ("    x", 4, 1)
    assert excerpt("日本", 1, 2) == ("日本", 0, 4)


@pytest.mark.parametrize("column", [1, 50, 500, 999, 1000])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    """The caret stands under the same letter, and no line is wider than the terminal."""
    source = "".join(chr(ord("a") + index % 26) for index in range(1000))
    text, indent, carets = excerpt(source, column, 3)
    assert len(text) <= MOST_COLUMNS
    assert text[indent] == source[column - 1]
    assert carets == min(3, 1000 - column + 1)


@pytest.mark.parametrize(("column", "length"), [(0, 0), (1, 0), (99, 5), (4, 10**6)])
def test_a_place_outside_the_line_still_has_a_caret(column: int, length: int) -> None:
    """Places are never trusted: no exception, at least one caret, at most the line."""
    text, indent, carets = excerpt("ab: c", column, length)
    assert text == "ab: c"
    assert indent <= 5
    assert 1 <= carets <= 5


def test_concise_is_one_line_a_problem() -> None:
    """file:line:column: severity[rule] message."""
    assert diagnostics.named("concise")([LATE, TYPO]) == (
        f"{FILE}:3:1: error[unknown-field] incident has no field 'sevrity'\n"
        f"{FILE}:12:11: warning[told-after-end] the public was told after it was put right\n"
    )


def test_json_is_versioned_and_complete() -> None:
    """Every part of a problem is there, and the numbers of errors and warnings."""
    assert json.loads(diagnostics.named("json")([LATE, TYPO])) == {
        "schema_version": 1,
        "problems": [
            {
                "severity": "error",
                "rule": "unknown-field",
                "code": "SC301",
                "file": FILE,
                "line": 3,
                "column": 1,
                "length": 7,
                "message": "incident has no field 'sevrity'",
                "label": "did you mean 'severity'?",
                "help": "correct the name",
                "source": "sevrity: high",
                "also": [],
                "docs": "docs/problems/unknown-field",
            },
            {
                "severity": "warning",
                "rule": "told-after-end",
                "code": "SC504",
                "file": FILE,
                "line": 12,
                "column": 11,
                "length": 16,
                "message": "the public was told after it was put right",
                "label": "after the end",
                "help": "check both times",
                "source": "notified: 2026-03-14T09:41",
                "also": [{"file": FILE, "line": 13, "column": 11, "length": 1, "message": "put right here"}],
                "docs": "docs/problems/told-after-end",
            },
        ],
        "errors": 1,
        "warnings": 1,
    }


def test_github_escapes_what_would_end_a_command() -> None:
    """Line ends, per cents, and in properties colons and commas."""
    odd = replace(TYPO, place=Place("data/a,b:c.yml", 3, 1, 7), message="100% wrong", label="", help="mend it")
    assert diagnostics.named("github")([odd]) == (
        "::error file=data/a%2Cb%3Ac.yml,line=3,col=1,endColumn=8,title=unknown-field (SC301)::"
        "100%25 wrong%0Ahelp: mend it\n"
    )


def test_github_gets_nine_annotations_and_the_number_of_the_others() -> None:
    """GitHub shows ten of a step; errors come before warnings."""
    many = [replace(LATE, place=Place(FILE, line, 1)) for line in range(1, 36)]
    lines = diagnostics.named("github")([*many, TYPO]).splitlines()
    assert len(lines) == 10
    assert lines[0].startswith("::error file=")
    assert all(line.startswith("::warning file=") for line in lines[1:9])
    assert lines[9] == "::warning title=scorecard check::27 more"


@pytest.mark.parametrize("name", ["text", "concise", "github"])
def test_no_problem_is_no_output(name: str) -> None:
    """Nothing to say is said with nothing."""
    assert diagnostics.named(name)([]) == ""


def test_json_without_problems_is_still_an_answer() -> None:
    """A program can tell "none" from "broken off"."""
    assert json.loads(diagnostics.named("json")([])) == {
        "schema_version": 1,
        "problems": [],
        "errors": 0,
        "warnings": 0,
    }


def test_formats_are_found_by_themselves() -> None:
    """One module, one format; there is no list."""
    assert diagnostics.known() == ("concise", "github", "json", "sarif", "text")


@pytest.mark.parametrize("name", ["pdf", "explanation", "../text"])
def test_other_names_are_no_formats(name: str) -> None:
    """Neither one that does not exist, nor a module beside the formats."""
    with pytest.raises(KeyError, match=re.escape(name)):
        diagnostics.named(name)


def test_explain_says_why_and_how_with_both_examples() -> None:
    """The whole text of a rule, wrapped at 80 columns; examples stay as they are."""
    info = RuleInfo(
        "told-late",
        "SC599",
        Severity.WARNING,
        "Told late.",
        "Because a reason that is a little longer than one line must be wrapped somewhere near here.\n\nTwice.",
        "Tell sooner.",
        "# data/a.yml\na: 1\n",
        "# data/a.yml\na: 2\n",
    )
    assert diagnostics.explain(info) == (
        "told-late (SC599, warning)\n"
        "\n"
        "Told late.\n"
        "\n"
        "Why\n"
        "  Because a reason that is a little longer than one line must be wrapped\n"
        "  somewhere near here.\n"
        "\n"
        "  Twice.\n"
        "\n"
        "How to fix\n"
        "  Tell sooner.\n"
        "\n"
        "Wrong\n"
        "  # data/a.yml\n"
        "  a: 1\n"
        "\n"
        "Right\n"
        "  # data/a.yml\n"
        "  a: 2\n"
    )
