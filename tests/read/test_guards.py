"""Bytes: what is text, in which encoding, and which characters no file may hold."""

from __future__ import annotations

import unicodedata

import pytest

from tests.read.projects import LEAST, incident, page, told

_UTF16 = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]


def _told(data: bytes) -> list[str]:
    return told(page(data).problems)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with-mark"])
def test_line_ends_and_byte_order_mark_change_nothing(ending: bytes, mark: bytes) -> None:
    """Windows and old Mac line ends and a byte order mark give the same tree, with the same places."""
    usual = page(LEAST)
    assert page(mark + LEAST.encode().replace(b"\n", ending)) == usual
    assert usual.root is not None and usual.problems == ()


def test_line_numbers_are_right_with_old_mac_line_ends() -> None:
    """A fault in line 3 of a file with carriage returns alone is told of line 3."""
    entry, found = incident(LEAST.replace("minor", "small").replace("\n", "\r"))
    assert entry is None
    assert [(problem.place.line, problem.place.column, problem.source) for problem in found] == [
        (3, 11, "severity: small")
    ]


@pytest.mark.parametrize("encoding", _UTF16)
def test_utf_16_is_refused(encoding: str) -> None:
    """With or without its mark, the other Unicode encodings are named instead of read as rubbish."""
    assert _told(LEAST.encode(encoding)) == [
        "utf-16 1:1+1 this file is written in UTF-16, not in UTF-8 | save it again as UTF-8; in Windows Notepad choose "
        "'UTF-8' under 'Save as'"
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"title: caf\xe9\n", "1:11+1 the byte 0xE9 is not valid UTF-8; read as Windows-1252 this is 'é'"),
        (b"a: 1\r\nb: \xc3\xa4\xfc", "2:5+1 the byte 0xFC is not valid UTF-8; read as Windows-1252 this is 'ü'"),
        (b"a: \x81", "1:4+1 the byte 0x81 is not valid UTF-8"),
        (b"a: \xed\xa0\x80", "1:4+1 the byte 0xED is not valid UTF-8; read as Windows-1252 this is 'í'"),
        (b"a: \xc0\x80", "1:4+1 the byte 0xC0 is not valid UTF-8; read as Windows-1252 this is 'À'"),
        (b"\xef\xbb\xbfa: \xe9", "1:4+1 the byte 0xE9 is not valid UTF-8; read as Windows-1252 this is 'é'"),
    ],
)
def test_bytes_that_are_not_utf_8_are_named(data: bytes, expected: str) -> None:
    """The message gives line and column, and the letter that was probably meant."""
    assert _told(data) == [f"invalid-utf8 {expected} | save the file again with the encoding UTF-8"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00rest", "a zip file, perhaps a spreadsheet"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a packed file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office file"),
        (b"ab\x00cd\x00\x00\x00\x01", "data for a program"),
    ],
)
def test_what_is_not_text_is_named(data: bytes, what: str) -> None:
    """A spreadsheet under the name of a YAML file is told as such, not as a hundred odd characters."""
    help = "save the content as a plain text file in YAML, or take the file out of data/"
    assert _told(data) == [f"not-text 1:1+1 this is not text but {what} | {help}"]


_REFUSED = [
    *(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)),
    *range(0x7F, 0xA0),
    *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFFFE, 0xFFFF),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
]


@pytest.mark.parametrize("code", _REFUSED, ids=lambda code: f"U+{code:04X}")
def test_characters_nobody_sees_are_refused(code: int) -> None:
    """C0 and C1 controls, line separators and bidi controls are refused, raw and by escape, by code point and place."""
    filler = LEAST * 3  # one zero byte among few would look like a program's data
    raw = _told(f"title: Wr{chr(code)}ng\n{filler}".encode())
    assert len(raw) == 1
    assert raw[0].startswith(f"control-character 1:10+1 the text holds U+{code:04X} ")
    assert raw[0].endswith(", which nobody can see | delete it; it may have come with a copy from another program")
    escaped = _told(f'title: "Wr\\u{code:04x}ng"\n'.encode())
    assert len(escaped) == 1
    assert escaped[0].startswith(f"control-character 1:8+1 the text holds U+{code:04X} ")
    assert escaped[0].endswith(", written as an escape | take the escape with the backslash out of the quoted text")


def test_every_bidi_control_of_unicode_is_refused() -> None:
    """The list holds each character that Unicode gives the class of an embedding, override, isolate or mark."""
    classes = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert {code for code in range(0x110000) if unicodedata.bidirectional(chr(code)) in classes} <= set(_REFUSED)


@pytest.mark.parametrize("text", ["é", "ß", "ж", "日本", "👩‍👧", "a\u00a0b", "a\u200bb", "\u00ad", "a\ufeffb"])
def test_letters_of_all_languages_are_kept(text: str) -> None:
    """Letters, emoji and blanks of other widths reach the record as written."""
    entry, found = incident(LEAST.replace("Bills came late", f'"x{text}x"'))
    assert found == ()
    assert entry is not None and getattr(entry.record, "title", None) == f"x{text}x"


def test_a_bell_is_named() -> None:
    """The whole message of a control character."""
    assert _told(b'title: "Wr\x07ng bills"\n') == [
        "control-character 1:11+1 the text holds U+0007 BELL, which nobody can see | delete it; it may have come with "
        "a copy from another program"
    ]


def test_only_the_first_few_odd_characters_are_told() -> None:
    """A file full of them gives five problems."""
    assert len(_told(b"a: " + b"\x07" * 50)) == 5


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html>\n<p>502 Bad Gateway",
        "\n<html><body>",
        "<?xml version='1.0'?>\n<a/>",
        "# x\n<div>: [",
        "<h1>Error</h1>",
    ],
)
def test_a_web_page_is_told_as_such(text: str) -> None:
    """An error page saved in place of a file is told in one message, whatever YAML makes of it."""
    (said,) = page(text).problems
    assert (said.rule, said.message, said.help) == (
        "looks-like-html",
        "this looks like a web page, not like YAML",
        "perhaps an error page was saved in place of the file; get the file again",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ResponseId,Q1,Q2\nR_1,7,8\n", "commas"),
        ("id;a;b\n1;2;3\n\n2;3;4\n", "semicolons"),
        ("id\ta\n1\t2\n", "tabs"),
        ('"a","b"\n"1","x, y"\n'.replace("x, y", "x"), "commas"),
    ],
)
def test_a_table_is_told_as_such(text: str, name: str) -> None:
    """A survey export renamed to .yml is pointed to the importer."""
    (said,) = page(text).problems
    assert (said.rule, said.message, said.help) == (
        "looks-like-csv",
        f"this looks like CSV (a table with {name}), not like YAML",
        "use scorecard import csv FILE to turn it into a survey wave",
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# todo\n", "---\n", "--- # todo\n", "\ufeff", "---\n...\n"])
def test_an_empty_file_is_told_as_such(text: str) -> None:
    """No bytes, only comments or only a marker: the file is empty."""
    assert _told(text.encode()) == ["empty-file 1:1+1 the file is empty | write the record, or delete the file"]
