"""The comparison of `make parity` notices what it should, and takes away no more than it says."""

from pathlib import Path

from tests.parity.__main__ import compare, without_excluded


def site(folder: Path, pages: dict[str, str]) -> Path:
    """Write a site; names that end with .html get a frame."""
    for name, text in pages.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        framed = f"<title>T</title><article class=x>{text}</article>" if name.endswith(".html") else text
        file.write_text(framed, encoding="utf-8")
    return folder


def test_equal_sites_are_equal(tmp_path: Path) -> None:
    """White space at tags, the search attribute and words of 404.html do not count."""
    one = site(tmp_path / "one", {"a/index.html": "<p>x</p>\n<div>y</div>", "404.html": "gone", "b.csv": "1"})
    other = {"a/index.html": "<p>x</p><div data-search-exclude>y</div>", "404.html": "lost", "b.csv": "1"}
    assert compare(one, site(tmp_path / "two", other), site(tmp_path / "c", {"b.csv": "1", "a.md": "x"})) == ([], 1)


def test_every_difference_is_told(tmp_path: Path) -> None:
    """Another word, a page that one lacks, a changed download."""
    one = site(tmp_path / "one", {"a.html": "<p>x</p>", "b.csv": "1"})
    two = site(tmp_path / "two", {"a.html": "<p>y</p>", "c.html": ""})
    found, pages = compare(one, two, site(tmp_path / "c", {"b.csv": "2"}))
    assert pages == 1
    assert found == [
        "only one engine writes c.html",
        "a.html: 2 lines of the article are not the same",
        "b.csv: not the file that was rendered",
        "  1 × -<p>y</p>",
        "  1 × +<p>x</p>",
    ]


def test_only_the_attribute_is_taken_away() -> None:
    """Text that names it stays."""
    html = '<div class="a" data-search-exclude>data-search-exclude <b data-search-exclude="" id="c">'
    assert without_excluded(html) == '<div class="a">data-search-exclude <b id="c">'
