"""Drawing: pages become documents in their order, and every address is inside the site and used once."""

from pathlib import Path

import pytest

from scorecard.model.pages import Picture, Table, Tree
from scorecard.publish import draw
from scorecard.publish.files import safe_uri, write_files
from scorecard.publish.sections import split
from tests import made


def test_a_site_is_drawn_whole_and_in_order(tmp_path: Path) -> None:
    """Each page gives a document with all that was decided of it; tables, trees and pictures give files."""
    made.templates(tmp_path, dot="<svg><title>{{ heading }}</title></svg>")
    site = made.site(
        made.page("", "Home", nav="Home", description="D", summary="S", source="data/organisation.yml"),
        made.page("a/", "A <b>", parent=""),
        tables=[Table("data/t.csv", ("a",), ((1,),))],
        trees=[Tree("data/t.json", [1])],
        pictures=[Picture("charts/p.svg", "dot.html.jinja", made.Words("1 < 2", ""))],
    )
    bundle = draw(site, (tmp_path,))
    assert [document.uri for document in bundle.documents] == ["", "a/"]
    home, a = bundle.documents
    assert (home.nav, home.description, home.summary, home.source) == ("Home", "D", "S", "data/organisation.yml")
    assert (a.title, a.parent, a.updated, a.kind, a.language) == ("A <b>", "", made.DAY, "kind", "en")
    assert [section.id for section in a.sections] == ["", "why"]
    assert a.html.startswith("<h1>A &lt;b&gt;</h1>\n")
    assert [(asset.uri, asset.content) for asset in bundle.assets] == [
        ("data/t.csv", b"a\n1\n"),
        ("data/t.json", b"[1]\n"),
        ("charts/p.svg", b"<svg><title>1 &lt; 2</title></svg>\n"),
    ]


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        (["", "a/", "A/"], "two files have one address: 'a/index.html' and 'A/index.html'"),
        (["a"], "the address of a page ends with a slash: 'a'"),
        (["/"], "not an address inside the site: ''"),
        (["../a/"], "not an address inside the site: '../a'"),
        (["a//b/"], "not an address inside the site: 'a//b'"),
        ([".well-known/"], "not an address inside the site: '.well-known'"),
    ],
)
def test_a_page_has_an_address_of_its_own(tmp_path: Path, pages: list[str], message: str) -> None:
    """Two pages with one address, or one outside the site, are refused."""
    made.templates(tmp_path)
    with pytest.raises(ValueError) as caught:
        draw(made.site(*(made.page(uri, "T") for uri in pages)), (tmp_path,))
    assert str(caught.value) == message


def test_a_page_cannot_stand_below_itself(tmp_path: Path) -> None:
    """A ring of parents would never end."""
    made.templates(tmp_path)
    with pytest.raises(ValueError) as caught:
        draw(made.site(made.page("a/", "A", parent="b/"), made.page("b/", "B", parent="a/")), (tmp_path,))
    assert str(caught.value) == "the page 'a/' stands below itself"


@pytest.mark.parametrize(
    "uri", ["", "/a", "a/", "../a", "a/../b", "a\\b", "a\0", ".a", "a/.b", "a b", "a:b", "é", "a/./b"]
)
def test_an_address_outside_is_refused(uri: str) -> None:
    """No file can be absolute, hidden, climb out, or need quoting."""
    with pytest.raises(ValueError, match=r"^not an address inside the site: "):
        safe_uri(uri)


def test_a_link_in_the_output_leads_no_file_outside(tmp_path: Path) -> None:
    """A folder that is a link to elsewhere is not followed."""
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match=r"^not inside the output: 'a/b\.txt'$"):
        write_files(tmp_path / "out", [("a/b.txt", b"x")])
    assert list((tmp_path / "elsewhere").iterdir()) == []


def ids(body: str) -> list[str]:
    """The ids of the pieces."""
    return [section.id for section in split(body)]


def test_a_body_is_cut_at_its_headings() -> None:
    """Pieces joined are the body again; titles are without tags; an empty beginning is no piece."""
    body = '<h1>T</h1>\n<h2 id="a">A <em>x</em></h2>\n<p>1</p>\n<h2 class="c" id="b">B &amp; C</h2>\n'
    sections = split(body)
    assert [(section.id, section.title) for section in sections] == [("", ""), ("a", "A x"), ("b", "B &amp; C")]
    assert "".join(section.html for section in sections) == body
    assert ids('<h2 id="a">A</h2>') == ["a"]
    assert ids("<p>only</p>") == [""]


def test_a_section_element_goes_with_its_heading() -> None:
    """A cut never parts an element from its end."""
    pieces = [
        "<p>0</p>\n",
        '<section class="s">\n  <h2 id="a">A</h2>\n<p>1</p>\n</section>\n',
        '<section><h2 id="b">B</h2></section>\n',
    ]
    assert [section.html for section in split("".join(pieces))] == pieces


@pytest.mark.parametrize(
    "body",
    [
        '<div><h2 id="a">A</h2></div>',
        '<section><p>first</p><h2 id="a">A</h2></section>',
        '<section><div><h2 id="a">A</h2></div></section>',
        '<details><summary>x</summary><h2 id="a">A</h2></details>',
        "<h2>without id</h2>",
        "&lt;h2 id=&#34;a&#34;&gt;A&lt;/h2&gt;",
    ],
)
def test_a_heading_inside_something_is_no_place_to_cut(body: str) -> None:
    """Only what stands free is cut; escaped text from data never is."""
    assert ids(body) == [""]
