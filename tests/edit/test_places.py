"""Where a change goes, byte for byte: one table of files before and after."""

from __future__ import annotations

import pytest

from scorecard.edit import proof
from scorecard.edit.page import Page, Splice
from scorecard.edit.proof import edited, keeps, spares
from scorecard.edit.refused import Refused
from scorecard.edit.steps import Add, Put, Step, Swap, Token, Value, Within
from scorecard.model.nodes import Mapping
from scorecard.read.records import parse

ITEM: Value = {"at": Token("2026-03-14T09:41+01:00"), "text": "a: b"}
WRITTEN = '{at: 2026-03-14T09:41+01:00, text: "a: b"}'
ADD = Add("updates", ITEM)
ORDER = ("title", "known", "resolved", "updates")
PUT = Put("resolved", Token("2026-03-14T10:00+01:00"), ORDER)
TIME = "2026-03-14T10:00+01:00"


def nodes(data: bytes) -> Mapping:
    """As the pipeline hands them over."""
    page = parse("x.yml", data)
    if page.root is None or page.problems:
        raise Refused(page.problems[0].message, line=page.problems[0].place.line, by_hand=page.problems[0].help)
    return page.root


BLOCK = 'at: 2026-03-14T09:41+01:00\n{}text: "a: b"\n'
ADDED = [
    ("updates:\n  - {a: 1}\n", f"updates:\n  - {{a: 1}}\n  - {WRITTEN}\n"),
    ("updates:\n- {a: 1}\nz: 1\n", f"updates:\n- {{a: 1}}\n- {WRITTEN}\nz: 1\n"),
    ("updates:\n- a: 1\n  b: 2\nz:\n", "updates:\n- a: 1\n  b: 2\n- " + BLOCK.format("  ") + "z:\n"),
    ("updates:\n  -   a: 1\n      b: 2", "updates:\n  -   a: 1\n      b: 2\n  -   " + BLOCK.format("      ")[:-1]),
    ("updates:\r\n  - {a: 1}\r\n", f"updates:\r\n  - {{a: 1}}\r\n  - {WRITTEN}\r\n"),
    ("updates:\r  - {a: 1}", f"updates:\r  - {{a: 1}}\r  - {WRITTEN}"),
    ("\ufeffa: 1\nupdates: []  # none yet\nb: 1\n", f"\ufeffa: 1\nupdates:  # none yet\n  - {WRITTEN}\nb: 1\n"),
    ("updates:\na: 1\n", f"updates:\n  - {WRITTEN}\na: 1\n"),
    ("updates : ~ # x\n", f"updates : # x\n  - {WRITTEN}\n"),
    ("updates: [ # x\n]\n", f"updates: [{WRITTEN} # x\n]\n"),
    ("updates: [{a: 1}]\n", f"updates: [{{a: 1}}, {WRITTEN}]\n"),
    ("updates: [{a: 1},]\n", f"updates: [{{a: 1}}, {WRITTEN},]\n"),
    (
        "updates: [\n  {a: 1}, # one\n  {b: 2} # two, [x]\n]\n",
        f"updates: [\n  {{a: 1}}, # one\n  {{b: 2}}, # two, [x]\n  {WRITTEN}\n]\n",
    ),
    ("updates: [\n  {a: 1},\n  {b: 2}, # two\n]\n", f"updates: [\n  {{a: 1}},\n  {{b: 2}}, # two\n  {WRITTEN},\n]\n"),
    ("{a: 1, updates: []}\n", f"{{a: 1, updates: [{WRITTEN}]}}\n"),
    ("{a: 1}\n", f"{{a: 1, updates: [{WRITTEN}]}}\n"),
    ("{\n  a: 1,\n  b: 2\n}\n", f"{{\n  a: 1,\n  b: 2,\n  updates: [{WRITTEN}]\n}}\n"),
    ("a: 1\n# tail\n\n# end\n", f"a: 1\n# tail\nupdates:\n  - {WRITTEN}\n\n# end\n"),
    ("a:\n- {b: 1}\n", f"a:\n- {{b: 1}}\nupdates:\n- {WRITTEN}\n"),
    ("a: |+\n  text\n\n", f"a: |+\n  text\n\nupdates:\n  - {WRITTEN}\n"),
    ("a: |\n  text\n\n# b\n", f"a: |\n  text\nupdates:\n  - {WRITTEN}\n\n# b\n"),
    (
        "updates:\n  - {a: 1}\n    # of the first\n  # of nobody\n",
        f"updates:\n  - {{a: 1}}\n    # of the first\n  - {WRITTEN}\n  # of nobody\n",
    ),
    ("--- # x\na: 1\n...\n", f"--- # x\na: 1\nupdates:\n  - {WRITTEN}\n...\n"),
    ("  a: 1\n", f"  a: 1\n  updates:\n    - {WRITTEN}\n"),
    ("? updates\n: - {a: 1}\n", f"? updates\n: - {{a: 1}}\n  - {WRITTEN}\n"),
    ('"updates":\n    - "x"\n', f'"updates":\n    - "x"\n    - {WRITTEN}\n'),
]


@pytest.mark.parametrize(("before", "after"), ADDED)
def test_an_item_goes_to_the_end_of_its_list(before: str, after: str) -> None:
    """In the manner of its neighbours, and nothing else moves."""
    assert edited(before.encode(), [ADD], nodes).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\nresolved: not-yet # soon\n", f"title: x\nresolved: {TIME} # soon\n"),
        ("title: x\nresolved:   'not-yet'\n", f"title: x\nresolved:   {TIME}\n"),
        ("title: x\nresolved:\nz: 1\n", f"title: x\nresolved: {TIME}\nz: 1\n"),
        ("title: x\nresolved : # soon\n", f"title: x\nresolved : {TIME} # soon\n"),
        ("title: x\nresolved: ~\n", f"title: x\nresolved: {TIME}\n"),
        ("title: x\nknown: a\n  b\nupdates: []\n", f"title: x\nknown: a\n  b\nresolved: {TIME}\nupdates: []\n"),
        ("updates: []\n", f"resolved: {TIME}\nupdates: []\n"),
        ("# head\n\nupdates: []\n", f"# head\n\nresolved: {TIME}\nupdates: []\n"),
        ("{title: x, updates: []}", f"{{title: x, resolved: {TIME}, updates: []}}"),
        ("{title: x, resolved: not-yet}", f"{{title: x, resolved: {TIME}}}"),
        ("{resolved: }", f"{{resolved: {TIME} }}"),
        ("title: x", f"title: x\nresolved: {TIME}"),
    ],
)
def test_a_value_goes_behind_its_key(before: str, after: str) -> None:
    """A new key stands where such keys usually stand; what is written about it stays."""
    assert edited(before.encode(), [PUT], nodes).decode() == after


SWAP = Within("questions", 1, Swap("missing", "counts", [Token("1"), Token("2")]))
TABLE = Within("questions", 0, Swap("missing", "counts", {"all": [Token("1"), Token("2")], "farms": [Token("0")]}))
SCALE = Within("questions", 0, Put("scale", Token("1-5"), ("id", "scale", "missing")))


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (
            "questions:\n  - id: a\n    missing: x\n  - id: b\n    missing: soon # Anna asks\n# end\n",
            SWAP,
            "questions:\n  - id: a\n    missing: x\n  - id: b\n    counts: [1, 2] # Anna asks\n# end\n",
        ),
        ("questions: [{id: a}, {id: b, missing: x}]", SWAP, "questions: [{id: a}, {id: b, counts: [1, 2]}]"),
        ("questions:\n- a\n- missing:\n  id: b\n", SWAP, "questions:\n- a\n- counts: [1, 2]\n  id: b\n"),
        (
            "\ufeffquestions:\r\n- id: a\r\n  'missing': \"x\"\r\n  note: y\r\n",
            TABLE,
            "\ufeffquestions:\r\n- id: a\r\n  counts:\r\n    all:   [1, 2]\r\n    farms: [0]\r\n  note: y\r\n",
        ),
        (
            "questions:\n  - {id: a, missing: x}\n",
            TABLE,
            "questions:\n  - {id: a, counts: {all: [1, 2], farms: [0]}}\n",
        ),
        (
            "questions:\n  - id: a\n    # asked by phone\n    missing: x\n  # the last\n  - id: b\n",
            SCALE,
            "questions:\n  - id: a\n    scale: 1-5\n    # asked by phone\n    missing: x\n  # the last\n  - id: b\n",
        ),
        ("questions:\n- id: a\n# of b\n- id: b\n", SCALE, "questions:\n- id: a\n  scale: 1-5\n# of b\n- id: b\n"),
    ],
)
def test_a_change_inside_of_an_item(before: str, step: Step, after: str) -> None:
    """One item of a list changes; its neighbours, remarks, line ends and the byte order mark stay."""
    assert edited(before.encode(), [step], nodes).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "title: x\n# known: 09:00   # when\n# resolved: 10:00   # over\n\nupdates: []\n",
            f"title: x\n# known: 09:00   # when\n# resolved: 10:00   # over\nresolved: {TIME}\n\nupdates: []\n",
        ),
        ("title: x\n#resolved: later\n", f"title: x\n#resolved: later\nresolved: {TIME}\n"),
        ("title: x\n# resolved by us\nz: 1\n", f"title: x\nresolved: {TIME}\n# resolved by us\nz: 1\n"),
    ],
)
def test_a_new_key_stands_below_the_remark_that_keeps_its_place(before: str, after: str) -> None:
    """A template writes fields as remarks until somebody fills them in."""
    assert edited(before.encode(), [PUT], nodes).decode() == after


def test_long_words_get_lines_of_their_own() -> None:
    """Also below a neighbour in brackets, where they would be hard to read; in the file's own line ends."""
    step = Add("updates", {"at": Token("2026-03-14"), "text": "# one\n\n- two: 'x'"})
    assert edited(b"updates:\r\n  - {a: 1}\r\n", [step], nodes).decode() == (
        "updates:\r\n  - {a: 1}\r\n  - at: 2026-03-14\r\n    text: |-\r\n      # one\r\n\r\n      - two: 'x'\r\n"
    )
    assert edited(b"updates: [{a: 1}]", [step], nodes) == (
        b"""updates: [{a: 1}, {at: 2026-03-14, text: "# one\\n\\n- two: 'x'"}]"""
    )
    put = Put("answer", "one\ntwo")
    order = ("question", "answer", "outcome")
    for behind in ("  # a remark that would be taken for more text", "     "):
        text = f"question: x\n\n{behind}\noutcome: open\n"
        assert edited(text.encode(), [Put("answer", "one\ntwo", order)], nodes).decode() == (
            f'question: x\nanswer: "one\\ntwo"\n\n{behind}\noutcome: open\n'
        )
    assert edited(b"a: 1\n", [put], nodes) == b"a: 1\nanswer: |-\n  one\n  two\n"
    assert edited(b"answer:\n", [put], nodes) == b'answer: "one\\ntwo"\n'


REFUSED: list[tuple[str, Step, str]] = [
    (
        "a: 1\nupdates: later\n",
        ADD,
        "line 2: 'updates' holds no list, so nothing can be added to it | "
        "Write what stands there as the first item of a list: 'updates:' and below it a line '  - …'.",
    ),
    (
        "updates: &a [1]\n",
        ADD,
        "line 1: &a marks a value for use in another place; that is not used here | "
        "write the value again where it is needed; put text that begins with & in quotes",
    ),
    (
        "a: 1\n---\nb: 1\n",
        PUT,
        "line 2: a second document begins here; a file holds one record only | "
        "move the second record to a file of its own, or delete the line",
    ),
    (
        "resolved: {a: 1}\n",
        PUT,
        "line 1: 'resolved' holds more than one value already | Change 'resolved' by hand, then run scorecard check.",
    ),
    (
        "resolved: |\n  not-yet\n",
        PUT,
        "line 1: 'resolved' holds a text of several lines already | "
        "Change 'resolved' by hand, then run scorecard check.",
    ),
    (
        "? resolved\n:\n",
        PUT,
        "line 1: the colon of 'resolved' does not stand behind it on the same line | "
        "Write 'resolved: …' in one line, then run the command again.",
    ),
    (
        "updates:\n  - a\n  -\n",
        ADD,
        "line 3: the last item of this list is empty | "
        "Write something behind the dash or take the line out, then run the command again.",
    ),
    (
        "updates:\n  - |\n    text",
        ADD,
        "line 3: the file ends inside a text below | or >, without a line end | "
        "Press Enter at the end of the last line and save the file, then run the command again.",
    ),
    (
        "questions:\n  - a\n  - id: b\n    missing: |\n      x\n",
        SWAP,
        "line 4: 'missing' holds more than a text in one piece | "
        "Write 'counts' in its place by hand, then run scorecard check.",
    ),
    (
        "questions:\n  - a\n  - id: b\n    missing: # Anna\n      x\n",
        SWAP,
        "line 5: 'counts' cannot be written here without changing something else | "
        "Write 'counts' by hand, then run scorecard check.",
    ),
    (
        "a: 1\n",
        Put("b", "half \udc80"),
        "line 0: the text cannot be written: after 'half ' stands half a character | "
        "Type the text again, or check the encoding of your terminal.",
    ),
    (
        "a: 1\n",
        Put("b", "ring \x07"),
        "line 2: 'b' cannot be written here | The text holds U+0007 BELL, written as "
        "an escape. Write 'b' by hand, then run scorecard check.",
    ),
]


@pytest.mark.parametrize(("before", "step", "told"), REFUSED)
def test_what_is_not_sure_is_refused(before: str, step: Step, told: str) -> None:
    """With the line, what stands in the way, and what to do by hand."""
    with pytest.raises(Refused) as caught:
        edited(before.encode(), [step], nodes)
    assert f"line {caught.value.line}: {caught.value.what} | {caught.value.by_hand}" == told


def test_a_way_that_changes_more_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof looks at the whole tree and at every byte: a way that spoils either is passed over."""
    good = (Splice(5, 5, "b: 1\n"),)
    bad = [(Splice(3, 4, "2"), *good), (Splice(0, 0, "a: 1\n"),), (Splice(5, 5, "c: 1\n"),), (Splice(5, 5, "{"),)]
    monkeypatch.setattr(proof, "ways", lambda page, root, step: iter([*bad, good]))
    assert edited(b"a: 1\n", [Put("b", Token("1"))], nodes) == b"a: 1\nb: 1\n"
    monkeypatch.setattr(proof, "ways", lambda page, root, step: iter(bad))
    with pytest.raises(Refused, match="'b' cannot be written here"):
        edited(b"a: 1\n", [Put("b", Token("1"))], nodes)


def test_a_change_that_would_spoil_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every way can be read, but none is the old tree and the change."""
    monkeypatch.setattr(proof, "ways", lambda page, root, step: iter([(Splice(5, 5, "c: 1\n"),)]))
    with pytest.raises(Refused, match="'b' cannot be written here without changing something else"):
        edited(b"a: 1\n", [Put("b", Token("1"))], nodes)


def test_nothing_but_the_old_value_is_taken_out() -> None:
    """A remark is not: neither beside a value nor between empty brackets."""
    data = b"a: 1 # x\nupdates: [ # y\n]\n"
    page, root = Page.of(data), nodes(data)
    put = Put("a", Token("2"))
    assert spares(page, root, put, (Splice(3, 4, "2"),))
    assert spares(page, root, put, (Splice(2, 4, " 2"),))
    assert spares(page, root, Put("b", Token("2")), (Splice(9, 9, "b: 2\n"),))
    assert not spares(page, root, put, (Splice(3, 8, "2"),))
    assert not spares(page, root, put, (Splice(3, 4, "2"), Splice(5, 8, "")))
    assert not spares(page, root, Put("b", Token("2")), (Splice(3, 4, "2"),))
    assert not spares(page, root, ADD, (Splice(18, 25, "[1]"),))


def test_bytes_that_were_not_meant_are_seen() -> None:
    """The second look compares bytes with what was meant to go in and out, whatever the tree says."""
    way = (Splice(5, 5, "b: 1\n"),)
    assert keeps(b"a: 1\n# c\n", way, b"a: 1\nb: 1\n# c\n")
    for fresh in (
        b"a: 1\nb: 1\n# C\n",
        b"a:  1\nb: 1\n# c\n",
        b"a: 1\nb: 1\n",
        b"a: 1\nb: 1\n# c\n\n",
        b"a: 1\nb: 2\n# c\n",
    ):
        assert not keeps(b"a: 1\n# c\n", way, fresh)


@pytest.mark.parametrize("data", [b"", b"\n", b"a", b"a\r\nb\rc\n", "\ufeffa\n".encode(), b"\r\r\n\n"])
def test_a_page_is_its_bytes(data: bytes) -> None:
    """Lines, their ends and offsets give the bytes again."""
    page = Page.of(data)
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    assert (mark + "".join(map("".join, zip(page.lines, page.ends, strict=True)))).encode() == data
    assert all(page.text[start:].startswith(line) for start, line in zip(page.starts, page.lines, strict=True))
    assert page.spliced(()) == data


@pytest.mark.parametrize("word", ["", "a b", "a: b", "- a", "null", "'a'", "#", "a:", ":", "é", "a\n"])
def test_a_token_is_no_free_text(word: str) -> None:
    """What needs thought about quotes cannot be one."""
    with pytest.raises(ValueError, match="not a plain word"):
        Token(word)
