"""What people wrote reaches a terminal, a log or a comment as letters: nothing moves, links, calls or commands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard import cli
from scorecard.cli import console, doctor
from scorecard.cli.doctor import Finding
from scorecard.model.characters import FORBIDDEN, ascii_json, calm, visible
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity
from scorecard.present import comparison, diagnostics
from scorecard.present.comparison.changes import TOPICS, Change

#: A title set, a line jumped to, a link of a terminal, a turned direction, commands of GitHub's runner, Markdown, HTML.
PIECES = (
    *(
        "\x1b]0;x\x07",
        "\x1b[31m",
        "\x9b2J",
        "\x1b]8;;https://other.example\x1b\\",
        "\r",
        "\n",
        "\b",
        "\u202e",
        "\u2066",
    ),
    *(
        "\u2028",
        "\x85",
        "\x00",
        "\x7f",
        "\udcff",
        "::error::x",
        "\n::error::x",
        "\n  ::warning file=a::x",
        "##[error]x",
    ),
    *(
        "##[stop-commands]t",
        "%0A",
        "%",
        ",",
        "|",
        "\\|",
        "\\",
        "`",
        "``",
        "```",
        "\n```\n",
        "[a](https://other.example)",
    ),
    *("![a](//other.example/a.png)", "@everyone", "#1", "<img src=x>", "<!--", "-->", "<b>", "https://other.example"),
    *("\n| a | b |", "\n# h", "\n---\n", "\n/close", "$`x`$", "\t", "  ", "é", "信", "👩‍👧", "x", "{0}"),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join) | st.text(max_size=30)
#: What no line of any output may be: a command of a pipeline.
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


def problem(text: str) -> Problem:
    """A problem that holds the text wherever a text can stand."""
    place = Place(f"data/{text}.yml", 3, 1, 5)
    return Problem(
        rule="unknown-field",
        code="SC301",
        severity=Severity.ERROR,
        place=place,
        message=text,
        label=text,
        help=text,
        source=text.replace("\n", " "),
        also=((place, text),),
    )


def strings(value: object) -> Iterator[str]:
    """Every string in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in strings(one))


@pytest.mark.parametrize("name", diagnostics.known())
@given(text=TEXTS)
def test_no_form_of_problems_moves_or_commands(name: str, text: str) -> None:
    """Control characters are escapes; only the form for GitHub holds commands, and only its own."""
    said = diagnostics.named(name)([problem(text)], False)
    assert FORBIDDEN.search(said) is None
    if name == "github":
        assert re.fullmatch(r"::error file=[^\n]*::[^\n]*\n", said)
        properties = said.split("::")[1]
        assert [one.partition("=")[0] for one in properties.removeprefix("error ").split(",")] == [
            *("file", "line", "col", "endColumn", "title")
        ]
    else:
        assert COMMAND.search(said) is None


@given(text=TEXTS)
def test_programs_read_each_text_as_it_is(text: str) -> None:
    """JSON holds the text itself, in ASCII."""
    said = diagnostics.named("json")([problem(text)], False)
    assert said.isascii()
    assert json.loads(said)["problems"][0]["message"] == text


@given(text=TEXTS)
def test_code_scanning_finds_no_link(text: str) -> None:
    """SARIF takes [words](address) in a plain message for a link, so there is none."""
    value = json.loads(diagnostics.named("sarif")([problem(text)], False))
    (result,) = value["runs"][0]["results"]
    for message in (result["message"], result["relatedLocations"][0]["message"]):
        assert "](" not in message["text"] and FORBIDDEN.search(message["text"].replace("\n", "")) is None


def test_whole_messages_of_a_hostile_text() -> None:
    """Each form as a person sees it."""
    found = [replace(problem("a"), message="no [a](b)\x1b[31m\n::error::x ##[error]y", label="", help="", also=())]
    text = "no [a](b)\\x1b[31m\\x0a::error::x ##\\x5berror]y"
    assert diagnostics.named("concise")(found, False) == f"data/a.yml:3:1: error[unknown-field] {text}\n"
    assert diagnostics.named("github")(found, False) == (
        f"::error file=data/a.yml,line=3,col=1,endColumn=6,title=unknown-field (SC301)::{text}\n"
    )
    assert diagnostics.named("text")(found, False) == (
        f"error[unknown-field]: {text}\n --> data/a.yml:3:1\n3 | a\n  | ^\n  = SC301: docs/problems/unknown-field\n"
    )
    (result,) = json.loads(diagnostics.named("sarif")(found, False))["runs"][0]["results"]
    assert result["message"]["text"] == text.replace("](", "] (")


@given(text=TEXTS)
def test_a_quoted_line_is_no_command(text: str) -> None:
    """The caret stands where it stood: an escape is counted as wide as it is."""
    line = f"title: ##[error]{text}".replace("\n", " ")
    said = diagnostics.named("text")([replace(problem("a"), source=line, place=Place("data/a.yml", 1, 17, 1))], False)
    assert said.splitlines()[2].startswith("1 | title: ##\\x5berror]")
    assert said.splitlines()[3].startswith(f"  | {' ' * len('title: ##_x5berror]')}^")


@pytest.mark.parametrize("topic", sorted(TOPICS))
@given(text=TEXTS)
def test_no_text_leaves_its_code_in_a_comment(topic: str, text: str) -> None:
    """In Markdown every text of the data stands in code, in its own cell, in its own line."""
    said = comparison.FORMS["markdown"]((Change(topic, text, text, text),), text)
    plain = comparison.FORMS["markdown"]((Change(topic, "x", "x", "x"),), "x")
    assert FORBIDDEN.search(said) is None and COMMAND.search(said) is None
    assert outside_code(said) == outside_code(plain)


def outside_code(text: str) -> list[str]:
    """Each line without its code, read as the hosts read it: cells end at a bar without a backslash before it."""
    found = []
    for line in text.splitlines():
        cells = re.split(r"(?<!\\)\|", line) if line.startswith("|") else [line]
        found.append("|".join(re.sub(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", "CODE", cell) for cell in cells))
    return found


@given(text=TEXTS)
def test_differences_as_text_and_for_programs(text: str) -> None:
    """One line for each thing said, whatever is in it."""
    changes = tuple(Change(topic, text, text, text) for topic in sorted(TOPICS))
    said = comparison.FORMS["text"](changes, text)
    assert FORBIDDEN.search(said) is None and "##[" not in said
    assert len(said.splitlines()) == len(
        comparison.FORMS["text"](tuple(Change(topic, "x", "x", "x") for topic in sorted(TOPICS)), "x").splitlines()
    )
    value = comparison.FORMS["json"](changes, text)
    assert value.isascii() and COMMAND.search(value) is None
    assert json.loads(value)["against"] == text


@given(text=TEXTS)
def test_words_for_people_are_calm(text: str) -> None:
    """Lines stay lines and tabs tabs; what joins letters stays."""
    said = calm(text)
    assert FORBIDDEN.search(said) is None and COMMAND.search(said) is None
    assert calm(said) == said
    if FORBIDDEN.search(text) is None and COMMAND.search(text) is None:
        assert said == text


def test_every_command_speaks_calmly(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said on stderr, and wrong usage, whole."""
    console.say("\x1b]0;x\x07 \u202eabc\n::error::no ##[error]x\tend", "note")
    assert capsys.readouterr().err == ("note: \\x1b]0;x\\x07 \\u202eabc\n\\x3a:error::no ##\\x5berror]x\tend\n")
    assert cli.run(["explain", "a\x1b[31m\n::error::b"]) == 2
    assert "There is no rule 'a\\x1b[31m\\n::error::b'." in capsys.readouterr().err
    assert cli.run(["check", "a\x1b[31m\n::error::b"]) == 2
    assert "There is no file a\\x1b[31m\\x0a::error::b." in capsys.readouterr().err


def test_data_is_exact_in_a_pipe_and_calm_at_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is printed stays the file; a terminal is not moved by it."""
    console.show("a\x07\u202e\r\n")
    assert capsys.readouterr().out == "a\x07\u202e\r\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    console.show("a\x07\u202e\x1b[31m\n")
    assert capsys.readouterr().out == "a\\x07\\u202e\\x1b[31m\n"


def test_the_doctor_quotes_in_one_line() -> None:
    """An address with control characters, as a repository's settings may hold it."""
    found = Finding("note", "repository", "https://x\n::error::y\x1b[2J", "say\n::error::z")
    assert doctor._said(found) == (
        "note     repository: https://x\\x0a::error::y\\x1b[2J\n         do: say\\x0a::error::z\n"
    )


def test_json_of_commands_is_no_command() -> None:
    """The text is the same to a program."""
    assert ascii_json({"a": "##[error]\x1b"}) == '{\n  "a": "##\\u005berror]\\u001b"\n}\n'
    assert json.loads(ascii_json(["##[x]"])) == ["##[x]"]


def test_every_command_that_speaks_does_so_through_one_door() -> None:
    """Nobody prints past it: only the question at a terminal and the progress bar, which hold no text of data."""
    folder = Path(cli.__file__).parent
    printing = {file.name for file in folder.rglob("*.py") if re.search(r"\becho\(|\bprint\(", file.read_text())}
    assert printing == {"console.py", "asking.py", "progress.py"}


def test_one_line_stays_one_line() -> None:
    """A line end in a text is an escape."""
    assert visible("a\nb\u2028c") == "a\\x0ab\\u2028c"
