"""Templates: text is never markup, links stay inside, and a fault names its file and line."""

from dataclasses import dataclass
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from scorecard.model.pages import Page
from scorecard.publish import TemplateProblem, draw, template_folders
from scorecard.publish.templates import environment, escaped, packaged_templates, relative
from tests import made


def drawn(folder: Path, body: str, text: str = "Text.") -> str:
    """The body of one page with this template."""
    made.templates(folder, words=body)
    return draw(made.site(made.page("a/b/", "Title", text)), (folder,)).documents[0].html


def test_text_from_data_is_never_markup(tmp_path: Path) -> None:
    """Hostile text is shown letter for letter, also in a file whose name does not end in .html."""
    html = drawn(tmp_path, "<p title='{{ text }}'>{{ text }}</p>", made.HOSTILE)
    shown = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% raw %} &amp; "
    shown += "&#34;q&#34; &#39;a&#39; &lt;b&gt;"
    assert html == f"<p title='{shown}'>{shown}</p>\n"


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("", "a/", "../"),
        ("", "a/b/", "../../"),
        ("a/b/", "a/b/", "./"),
        ("a/", "a/b/", "../"),
        ("a/c/", "a/b/", "../c/"),
        ("a/b/c/", "a/b/", "c/"),
        ("data/x.csv", "a/b/", "../../data/x.csv"),
        ("a/b/x.csv", "a/b/", "x.csv"),
        ("a/b/#why", "a/b/", "#why"),
        ("a/#why", "a/b/", "../#why"),
        ("#why", "", "#why"),
        ("#why", "a/", "../#why"),
    ],
)
def test_links_inside_the_site_are_relative(target: str, page: str, link: str) -> None:
    """A link leads from any page to any address, whatever folder the site is served from."""
    assert relative(target, page) == link


@pytest.mark.parametrize(
    "target", ["/a/", "//evil.example/", "https://evil.example/", "javascript:alert(1)", "../x", "a b/", "a/?x"]
)
def test_what_is_no_address_of_the_site_is_refused(target: str) -> None:
    """The filter for inner links lets nothing lead elsewhere."""
    with pytest.raises(ValueError, match="is not an address of this site"):
        relative(target, "a/")


@pytest.mark.parametrize("link", ["https://example.org/?a=1&b=2", "http://example.org", "mailto:a@example.org"])
def test_public_links_pass(tmp_path: Path, link: str) -> None:
    """http, https and mailto are links, escaped like any text."""
    assert (
        drawn(tmp_path, '<a href="{{ text | href }}">x</a>', link) == f'<a href="{link.replace("&", "&amp;")}">x</a>\n'
    )


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " https://example.org", "data:text/html,x", "//example.org", "ftp://a"]
)
def test_other_links_are_refused(tmp_path: Path, link: str) -> None:
    """A link with any other scheme stops the build and says where."""
    with pytest.raises(TemplateProblem) as caught:
        drawn(tmp_path, '\n<a href="{{ text | href }}">x</a>', link)
    assert str(caught.value) == (
        f"site_templates/words.html.jinja:2: {link!r} is no link for the public: only http, https and mailto are"
    )


def test_paragraphs_are_escaped(tmp_path: Path) -> None:
    """Empty lines part paragraphs, lines of a list stay lines, other line ends flow, and markup is shown."""
    html = drawn(tmp_path, "{{ text | paragraphs }}", "One <b>.\nTwo.\n  \n\nThree:\n- four\n2. five\n3 six\n")
    assert html == "<p>One &lt;b&gt;.\nTwo.</p>\n<p>Three:<br>\n- four<br>\n2. five\n3 six</p>\n"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0"), (-0.001, "0"), (100.0, "100"), (1e-9, "0"), (12.345, "12.35"), (-3.5, "-3.5"), (1e7, "10000000")],
)
def test_numbers_for_pictures_have_no_exponent(tmp_path: Path, value: float, shown: str) -> None:
    """A coordinate is short and plain."""
    assert drawn(tmp_path, f"{{{{ ({value!r}) | number }}}}") == f"{shown}\n"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("a\n{{ nothing }}", "site_templates/words.html.jinja:2: 'nothing' is undefined"),
        ("a\n\n{{ text.nothing }}", "site_templates/words.html.jinja:3: 'str object' has no attribute 'nothing'"),
        ("a\n{% if %}", "site_templates/words.html.jinja:2: Expected an expression, got 'end of statement block'"),
        ("{% include 'none.html.jinja' %}", "words.html.jinja:1: there is no template 'none.html.jinja'"),
        ("\n{{ 1 / 0 }}", "site_templates/words.html.jinja:2: ZeroDivisionError: division by zero"),
        ("{{ '/x' | url }}", "site_templates/words.html.jinja:1: '/x' is not an address of this site"),
    ],
)
def test_a_fault_in_a_template_is_told_with_its_place(tmp_path: Path, body: str, message: str) -> None:
    """A broken override gives one line with file, line and reason, whatever is wrong with it."""
    with pytest.raises(TemplateProblem) as caught:
        drawn(tmp_path, body)
    assert str(caught.value) == message


def test_a_macro_must_know_its_page_to_link(tmp_path: Path) -> None:
    """A macro imported without context says what is missing; with context it links."""
    made.templates(tmp_path, parts="{% macro home() %}{{ '' | url }}{% endmacro %}")
    body = "{% import 'parts.html.jinja' as parts CONTEXT %}{{ parts.home() }}"
    assert drawn(tmp_path, body.replace("CONTEXT", "with context")) == "../../\n"
    with pytest.raises(TemplateProblem) as caught:
        drawn(tmp_path, body.replace("CONTEXT", ""))
    assert str(caught.value) == (
        "site_templates/parts.html.jinja:1: `url` does not know the page here: import this macro `with context`"
    )


def test_the_projects_own_template_comes_first(tmp_path: Path) -> None:
    """An override replaces the packaged template of its name and may extend it; the others stay."""
    packaged = made.templates(
        tmp_path / "packaged", words="<h1>{% block head %}{{ heading }}{% endblock %}</h1>", other="Other"
    )
    own = made.templates(
        tmp_path / "own",
        words='{% extends "packaged/words.html.jinja" %}{% block head %}Ours: {{ super() }}{% endblock %}',
    )
    assert draw(made.site(made.page("", "Title")), (own, packaged)).documents[0].html == "<h1>Ours: Title</h1>\n"
    made.templates(own, words="{% include 'other.html.jinja' %}")
    assert draw(made.site(made.page("", "Title")), (own, packaged)).documents[0].html == "Other\n"


def test_folders_are_the_projects_own_then_the_packaged(tmp_path: Path) -> None:
    """A project without site_templates/ uses the packaged ones; this repository does not use its own twice."""
    packaged = packaged_templates()
    assert (packaged / "theme" / "main.html").is_file()
    assert template_folders(tmp_path) == (packaged,)
    (tmp_path / "site_templates").mkdir()
    assert template_folders(tmp_path) == ((tmp_path / "site_templates").resolve(), packaged)
    assert template_folders(packaged.parent) == (packaged,)


@dataclass(frozen=True)
class _Sneaky:
    page: str = "not this"


def test_a_context_cannot_hide_the_page(tmp_path: Path) -> None:
    """`page` and `site` are always ours; the context is there whole as `context`."""
    made.templates(tmp_path, sneaky="{{ page.uri }} {{ site.name }} {{ context.page }}")
    sneaky = Page("x/", "kind", "T", "sneaky.html.jinja", _Sneaky(), made.DAY)
    assert draw(made.site(sneaky), (tmp_path,)).documents[0].html == "x/ Example &amp; Sons not this\n"


@given(st.text(alphabet="ab<>&\"' \n%é", max_size=12))
def test_a_text_is_escaped_as_jinja_escapes_it(text: str) -> None:
    """The short way for plain texts changes no byte, and what is markup already stays as it is."""
    assert escaped(text) == str(escape(text))
    assert escaped(Markup(text)) == text
    assert escaped(7) == "7"


def test_templates_use_the_short_way(tmp_path: Path) -> None:
    """Blocks, macros and captured text come out as a plain Jinja environment writes them."""
    source = (
        "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{% set s %}<b>{{ text }}</b>{% endset %}"
        "{{ m(text) }}{{ m('plain') }}{{ s }}{{ [text, 'a'] | join(', ') }}{{ text | upper }}{{ 1.5 }}{{ none }}"
    )
    (tmp_path / "t.html.jinja").write_text(source, encoding="utf-8")
    ours = environment((tmp_path,))
    assert "environment.escaped(" in ours.compile(source, raw=True)
    plain = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for text in ("plain", made.HOSTILE):
        assert ours.get_template("t.html.jinja").render(text=text) == plain.from_string(source).render(text=text)


ARABIC, HEBREW = "انقطعت المياه في Portolume لساعتين.", "המים נותקו."


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The water was off.", ""),
        (ARABIC, ' dir="rtl"'),
        (HEBREW, ' dir="rtl"'),
        (f"12: {HEBREW}", ' dir="rtl"'),
        (f"Portolume: {ARABIC}", ""),
        ("Überall", ""),
        ("1234 –", ""),
    ],
)
def test_a_paragraph_runs_as_its_first_letter_does(tmp_path: Path, text: str, mark: str) -> None:
    """People write in any script; where theirs runs against the page, the paragraph says so."""
    assert drawn(tmp_path, "{{ text | paragraphs }}", text) == f"<p{mark}>{text}</p>\n"


def test_each_paragraph_runs_by_itself(tmp_path: Path) -> None:
    """Two languages in one account are two directions."""
    html = drawn(tmp_path, "{{ text | paragraphs('ar') }}", f"{ARABIC}\n\nThe water was off.")
    assert html == f'<p dir="rtl">{ARABIC}</p>\n<p>The water was off.</p>\n'
