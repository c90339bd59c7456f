"""Broken YAML: what is said, at which line, with both parsers alike."""

from __future__ import annotations

import pytest

from tests.read.projects import LEAST, page, told

_QUOTES = "put the whole text in quotes"
_MARGIN = "lines of one level begin in the same column; a level below is two blanks further in"
_CLOSE = 'the quote " opens here and is not closed | opened here | write " at the end of the text too'
_SINGLE = "the quote ' opens here and is not closed | opened here | write ' at the end of the text too"
_BRACE = "the bracket { opens here and is not closed | opened here | write } where it ends; check the commas before it"
_SQUARE = "the bracket [ opens here and is not closed | opened here | write ] where it ends; check the commas before it"
_COMMA = "put a comma between two entries; put text with , [ ] { } or : in quotes inside"
_UNFIT = "put a text with marks such as [ ] { } : # in quotes, and begin each field on a line of its own"
_ESCAPE = "means nothing inside double quotes | write two backslashes for one, or use single quotes"
_TAB = "a tab stands where the line is indented | use spaces, two for each level; editors can change tabs into spaces"
_TAB_TEXT = "a tab stands between two words | write a blank in its place, or put the whole text in quotes"
_ANCHOR = "marks a value for use in another place; that is not used here | write the value again where it is needed; "
_ALIAS = (
    "repeats a value from another place; that is not used here | write the value itself; put text that begins with *"
)
_TAG = (
    "asks a YAML program to make something else of the value; that is not used here | write the value alone; put text "
)
_SECOND = (
    "a second document begins here; a file holds one record only | move the second record to a file of its own, or "
)
_RETYPE = "delete it and type a blank; it came with a copy from another program"
_NO_KEY = "there is no key before this colon | write a word before the colon"
_BLOCK = "write | without a number and indent the lines of the text below it"
_HEAD = "write | alone at the end of the line and indent the lines of the text below it"
_STRAY = (
    "stands where a value should begin | "
    "delete it, write the value before it, or put text that begins with it in quotes"
)

_CASES = [
    # quotes
    ('title: "Wrong bills\nseverity: major\nx: 1\n', f"unclosed-quote 1:8+1 {_CLOSE}"),
    ('a: 1\ntitle: "Wrong\nb: 2\nupdates:\n  - text: "We look."\n', f"unclosed-quote 2:8+1 {_CLOSE}"),
    ("a: 1\nb: 'Wrong bills\n", f"unclosed-quote 2:4+1 {_SINGLE}"),
    ('a: 1\nupdates:\n  - text: "open\n  - text: "closed"\n', f"unclosed-quote 3:11+1 {_CLOSE}"),
    ('a: "long text\n  over two lines"\nb: "open\nc: 1\n', f"unclosed-quote 3:4+1 {_CLOSE}"),
    ('a: ["x", "y]\nb: 1\n', f"unclosed-quote 1:10+1 {_CLOSE}"),
    (
        "a: 'It's late'\n",
        "text-after-quote 1:8+1 the text goes on after the quote that closes it | inside ' write '' for ', or use the "
        "other kind of quotes",
    ),
    (
        'a: "He said "no" to us"\n',
        'text-after-quote 1:14+1 the text goes on after the quote that closes it | inside " write \\" for ", or use '
        "the other kind of quotes",
    ),
    ('a: "C:\\q"\n', f"bad-escape 1:7+2 \\q {_ESCAPE}"),
    ('a: "x\n  y \\z"\n', f"bad-escape 2:5+2 \\z {_ESCAPE}"),
    ('a: "\\x4"\n', "bad-escape 1:5+3 \\x4 stands for no character inside double quotes | write the character itself"),
    (
        'a: "Wr\\ud800ng"\n',
        "bad-escape 1:7+6 \\ud800 stands for no character inside double quotes | write the character itself",
    ),
    (
        'a: "\\U00110000"\n',
        "bad-escape 1:5+10 \\U00110000 stands for no character inside double quotes | write the character itself",
    ),
    # brackets
    ("a: {b: 1, c: 2\nd: 3\n", f"unclosed-bracket 1:4+1 {_BRACE}"),
    ("a: {b: 1, c: 2\n", f"unclosed-bracket 1:4+1 {_BRACE}"),
    ("a: {b: 1, c: 2", f"unclosed-bracket 1:4+1 {_BRACE}"),
    ("a: [1, 2\n# end\n", f"unclosed-bracket 1:4+1 {_SQUARE}"),
    ("a: [1, {b: 2}\nc: 3\n", f"unclosed-bracket 1:4+1 {_SQUARE}"),
    ("a: {\n", f"unclosed-bracket 1:4+1 {_BRACE}"),
    ("a: {b: 1 c: 2}\n", f"comma-missing 1:11+1 a comma or }} is missing before this | {_COMMA} {{ }}"),
    ('a: ["b" "c"]\n', f"comma-missing 1:9+1 a comma or ] is missing before this | {_COMMA} [ ]"),
    ("a: ]\n", f"stray-mark 1:4+1 ] {_STRAY}"),
    ("a: }\n", f"stray-mark 1:4+1 }} {_STRAY}"),
    ("a: [1, , 2]\n", f"stray-mark 1:8+1 , {_STRAY}"),
    (
        "a: {b:[1]}\n",
        "stray-mark 1:6+1 a blank or a value is missing after this colon | write the value after the colon, or put "
        "text that ends with a colon in quotes",
    ),
    ("a: [b] c\n", f"not-yaml 1:8+1 this does not fit after what stands before it | {_UNFIT}"),
    # colons
    (
        "text: We say: sorry\n",
        "colon-in-text 1:13+1 a colon with a blank after it stands inside the text of this line | this colon | "
        "put the whole text in quotes",
    ),
    (
        "a:\n  - b: c: d\n",
        "colon-in-text 2:9+1 a colon with a blank after it stands inside the text of this line | this colon | "
        "put the whole text in quotes",
    ),
    (
        "title\nkind: x\n",
        "missing-colon 1:1+5 this line has no colon after its key | write key: value, with a blank after the colon",
    ),
    (
        "a: 1\ntitle:x\nb: 2\n",
        "missing-colon 2:1+7 this line has no colon after its key | write key: value, with a blank after the colon",
    ),
    (": b\n", f"key-not-text 1:1+1 {_NO_KEY}"),
    ("a:\n  - : b\n", f"key-not-text 2:5+1 {_NO_KEY}"),
    ("a: {: b}\n", f"key-not-text 1:5+1 {_NO_KEY}"),
    ("a: {b: 1, : c}\n", f"key-not-text 1:11+1 {_NO_KEY}"),
    ("[a]: b\n", "key-not-text 1:1+3 a list stands where a key should be | write a word before the colon"),
    ("? {a: b}\n: c\n", "key-not-text 1:3+6 a mapping stands where a key should be | write a word before the colon"),
    (
        "a: - b\n",
        "dash-in-line 1:4+1 a list begins in the middle of a line here | write each item on a line of its own below "
        "the key, or put text that begins with a dash in quotes",
    ),
    # copied from elsewhere
    (
        "a: 1\nb:\u00a0major\n",
        f"missing-colon 2:3+1 the blank here is U+00A0 NO-BREAK SPACE | {_RETYPE}",
    ),
    (
        "a:\n\u00a0\u00a0b: {c: 1}\n  d: {c: 1}\n",
        f"bad-indent 2:1+1 the blank here is U+00A0 NO-BREAK SPACE | {_RETYPE}",
    ),
    (
        "text: “We say: sorry”\n",
        "colon-in-text 1:14+1 a colon with a blank after it stands inside the text of this line | this colon | "
        'put the whole text in straight quotes: " and not “',
    ),
    (
        "a: {b: „Yes, sorry“}\n",
        "comma-in-text 1:14+6 'sorry“' stands between commas inside { } and has no value | put the whole text in "
        'straight quotes: " and not „',
    ),
    (
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n",
        "not-yaml 2:1+12 git put two versions of these lines here: two people changed them | keep the lines of one "
        "version; delete those that begin with <<<<<<<, ======= and >>>>>>>",
    ),
    # indents
    (
        "id: a\n title: b\n",
        f"bad-indent 2:2+8 this line begins in column 2, but line 1 above already has its value | {_MARGIN}",
    ),
    (
        "a:\n    b: 1\n  c: 2\n",
        f"bad-indent 3:3+4 this line begins in column 3; no line above begins a level there | {_MARGIN}",
    ),
    (
        "a:\n  - b\n c: 1\n",
        f"bad-indent 3:2+4 this line begins in column 2; no line above begins a level there | {_MARGIN}",
    ),
    (
        "- a\nb: 1\n",
        f"bad-indent 2:1+4 this line begins in column 1; no line above begins a level there | {_MARGIN}",
    ),
    ("a:\n\tb: 1\n", f"tab-indent 2:1+1 {_TAB}"),
    ("a:\n  - b: 1\n  \tc: 2\n", f"tab-indent 3:3+1 {_TAB}"),
    ("\ta: 1\n", f"tab-indent 1:1+1 {_TAB}"),
    ("a: x\n\ty\n", f"tab-indent 2:1+1 {_TAB}"),
    ("a: x\ty\n", f"tab-in-text 1:5+1 {_TAB_TEXT}"),
    ("a: [x \t y]\n", f"tab-in-text 1:7+1 {_TAB_TEXT}"),
    # texts
    ("a: @home\n", f"needs-quotes 1:4+1 text cannot begin with @ | {_QUOTES}"),
    ("a: `code`\n", f"needs-quotes 1:4+1 text cannot begin with ` | {_QUOTES}"),
    ("a: 100\nb: %100\n", f"needs-quotes 2:4+1 text cannot begin with % | {_QUOTES}"),
    ("a: |9\n  text\n", f"bad-block-text 1:4+2 |9 promises an indent that the lines below do not have | {_BLOCK}"),
    (
        "a: | text\n  b\n",
        f"bad-block-text 1:4+1 after | or > the line must end; the text begins on the next line | {_HEAD}",
    ),
    (
        "a: >0\n  b\n",
        f"bad-block-text 1:4+1 after | or > the line must end; the text begins on the next line | {_HEAD}",
    ),
    # what is not used
    ("a: &x b\n", f"anchor 1:4+2 &x {_ANCHOR}put text that begins with & in quotes"),
    ("&m\na: b\n", f"anchor 1:1+2 &m {_ANCHOR}put text that begins with & in quotes"),
    ("a: & b\n", f"anchor 1:4+1 & {_ANCHOR}put text that begins with & in quotes"),
    ("a: *x\n", f"alias 1:4+2 *x {_ALIAS} in quotes"),
    ("a: [b, *x, c]\n", f"alias 1:8+2 *x {_ALIAS} in quotes"),
    ("title: ** now **\n", f"alias 1:8+2 ** {_ALIAS} in quotes"),
    ("a: !!binary aGVs\n", f"tag 1:4+8 !!binary {_TAG}that begins with ! in quotes"),
    ("a: !ENV [HOME]\n", f"tag 1:4+4 !ENV {_TAG}that begins with ! in quotes"),
    ("a: !e!x b\n", f"tag 1:4+4 !e!x {_TAG}that begins with ! in quotes"),
    ("a: ! b\n", f"tag 1:4+1 ! {_TAG}that begins with ! in quotes"),
    (
        "# x\n\n%YAML 1.1\n---\na: 1\n",
        "directive 3:1+9 lines that begin with % are instructions to a YAML program; they are not used here | delete "
        "the line; all files are read in the same way",
    ),
    (
        "a: 1\n%b: 2\n",
        "directive 2:1+5 a line that begins with % is an instruction to a YAML program; none is used here | delete the "
        "line, or put text that begins with % in quotes",
    ),
    ("a: 1\n---\nb: 2\n", f"several-documents 2:1+3 {_SECOND}delete the line"),
    ("a: 1\n\n---\n", f"several-documents 3:1+3 {_SECOND}delete the line"),
    ("a: 1\n...\nb: 2\n", f"several-documents 2:1+3 {_SECOND}delete the line"),
    ("---\n---\na: 1\n", f"several-documents 2:1+3 {_SECOND}delete the line"),
    (
        "a: {b: Card payments fail, sorry.}\n",
        "comma-in-text 1:28+6 'sorry.' stands between commas inside { } and has no value | a comma ends a text inside "
        "{ }; put the whole text in quotes",
    ),
]


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "ruamel"])
@pytest.mark.parametrize(("text", "expected"), _CASES, ids=[text.replace("\n", "⏎") for text, _ in _CASES])
def test_a_slip_is_told_where_it_is(text: str, expected: str, pure: bool) -> None:
    """One slip, one problem: at the line a person has to mend, in plain words, whichever parser is there."""
    assert told(page(text, pure=pure).problems) == [expected]


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "ruamel"])
def test_a_key_given_twice_names_both_places(pure: bool) -> None:
    """The second value is not taken in silence; the problem shows where the first one stands."""
    found = page(f"{LEAST}title: Second\n", pure=pure).problems
    assert told(found) == [
        "duplicate-key 8:1+5 the key 'title' is given twice: in line 1 and in line 8 | given again here | keep one of "
        "the two"
    ]
    ((place, word),) = found[0].also
    assert (place.line, place.column, place.length, word) == (1, 1, 5, "first here")


def test_keys_are_equal_whatever_their_quotes() -> None:
    """7 and "7" are one key, because keys are text."""
    assert told(page('counts: {7: 300, "7": 900}\n').problems) == [
        "duplicate-key 1:18+3 the key '7' is given twice: in line 1 and in line 1 | given again here | keep one "
        "of the two"
    ]


def test_keys_given_twice_are_told_all_at_once() -> None:
    """Several such keys, at any depth, are several problems of one run."""
    found = page("a: 1\na: 2\nb:\n  - {c: 1, c: 2}\n  - d: 1\n    d: 2\n").problems
    assert [(problem.rule, problem.place.line) for problem in found] == [
        ("duplicate-key", 4),
        ("duplicate-key", 6),
        ("duplicate-key", 2),
    ]


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "ruamel"])
def test_the_depth_has_an_end(pure: bool) -> None:
    """24 levels are read, the 25th is refused; 50,000 brackets crash nothing."""
    assert page("a: " + "[" * 23 + "]" * 23, pure=pure).root is not None
    message = "more than 24 levels stand inside one another here | no record needs so many; look at the indents or "
    assert told(page("a: " + "[" * 24 + "]" * 24, pure=pure).problems) == [f"too-deep 1:27+1 {message}brackets above"]
    assert told(page("[" * 50_000, pure=pure).problems) == [f"too-deep 1:25+1 {message}brackets above"]
    block = "".join(f"{'  ' * level}k:\n" for level in range(800))
    assert told(page(block, pure=pure).problems) == [f"too-deep 25:49+1 {message}brackets above"]


def test_the_number_of_values_has_an_end() -> None:
    """A file of more than 50,000 values is not a record."""
    assert told(page("a:\n" + "- x\n" * 50_000).problems) == [
        "too-many-values 49999:3+1 this file holds more than 50,000 values | keep one incident, wave or entry per file"
    ]


def test_a_hundred_problems_are_enough() -> None:
    """Of a file with more, the last one told says how many there are."""
    from tests.read.projects import incident

    entry, found = incident(LEAST + "".join(f"zz{number}: 1\n" for number in range(150)))
    assert entry is None and len(found) == 100
    assert found[-1].help.endswith("(and 50 more problems in this file)")
