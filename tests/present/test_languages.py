"""A site in two languages: the same pages twice, the same figures, and nothing of ours left untranslated."""

import gettext
import re
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path

from scorecard import __version__, pipeline, publish
from scorecard.model.pages import Bundle, Site
from scorecard.present import present
from scorecard.present.languages import folder_of
from scorecard.read import locale

REPOSITORY = Path(__file__).resolve().parents[2]
TODAY = datetime(2026, 11, 23, 23, tzinfo=UTC)
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


class Bracketed(gettext.NullTranslations):
    """A language of brackets: every text that went through the catalogue stands in them."""

    def gettext(self, message: str) -> str:
        return message if re.fullmatch(r"[dMyH ,:m]*", message) else f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@cache
def _scored() -> pipeline.Scored:
    return pipeline.score(REPOSITORY, TODAY)


def _site(other: gettext.NullTranslations) -> Site:
    scored = _scored()
    languages = {"en": gettext.NullTranslations(), "it": other}
    return present(scored.scorecard, scored.records, scored.as_of, __version__, languages)


def _drawn(site: Site) -> Bundle:
    return publish.draw(site, publish.template_folders(REPOSITORY))


def _italian() -> gettext.NullTranslations:
    found = locale.catalogue("it")
    assert found is not None
    return found


def test_every_page_stands_in_the_folder_of_the_other_language() -> None:
    """The same addresses below it/, in the same order, with the same page above; files stand once."""
    site = _site(_italian())
    first = [page for page in site.pages if not page.folder]
    other = [page for page in site.pages if page.folder]
    assert [f"it/{page.uri}" for page in first] == [page.uri for page in other]
    assert [None if page.parent is None else f"it/{page.parent}" for page in first] == [page.parent for page in other]
    assert [page.source for page in first] == [page.source for page in other]
    assert all(page.nav is None and page.language == "it" for page in other)
    assert [page.nav is None for page in first] == [page.label is None for page in other]
    alone = present(_scored().scorecard, _scored().records, TODAY, __version__)
    assert alone.pages[0].uri == ""
    assert len(alone.pages) == len(first)
    assert (alone.tables, alone.trees) == (site.tables, site.trees)


def test_nothing_of_ours_is_left_in_english() -> None:
    """Whatever an Italian page says outside the catalogue stands in data/, or is a name of a file or of a month."""
    own = _squeezed(" ".join(file.read_text(encoding="utf-8") for file in (REPOSITORY / "data").rglob("*.yml")))
    left = set()
    for document in _drawn(_site(Bracketed())).documents:
        if document.folder:
            left |= {(document.uri, text) for text in _outside(document.html) if _squeezed(text) not in own}
    months = {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre"}
    months |= {"ottobre", "novembre", "dicembre"}
    months |= {month[:3] for month in months}
    files = re.compile(r"https://\S+|\S+\.(csv|json|txt|ics)|Harbourlight Energy: “.*”|.* e .*")
    assert {(uri, text) for uri, text in left if text not in months and not files.fullmatch(text)} == set()


def _outside(html: str) -> set[str]:
    html = re.sub(r"<(script|style|code).*?</\1>", " ", html, flags=re.DOTALL)
    texts = re.findall(r">([^<]+)<", html) + re.findall(r'(?:aria-label|data-label|title|alt|content)="([^"]*)"', html)
    found = set()
    for text in map(unescape, texts):
        while (shorter := _INNERMOST.sub(" ", text)) != text:
            text = shorter
        pieces = (piece.strip(" .,:;()0123456789–%/·") for piece in re.split(r"[⟦⟧]|\s{2,}|…", text))
        found |= {piece for piece in pieces if re.search(r"[A-Za-z]{3,}", piece)}
    return found


def _squeezed(text: str) -> str:
    return re.sub(r"[\s'\"’“”]+", "", text)


def test_text_of_staff_says_its_language() -> None:
    """Titles and paragraphs from data/ are marked in Italian pages, and bear no mark in English ones."""
    bundle = _drawn(_site(_italian()))
    pages = {document.uri: document.html for document in bundle.documents}
    uri = next(uri for uri in pages if uri.startswith("incidents/20"))
    assert '<h1 class="sc-headline" lang="en">' in pages[f"it/{uri}"]
    assert '<p lang="en">' in pages[f"it/{uri}"]
    assert ' lang="en"' not in pages[uri]
    assert ' lang="en"' in pages["it/"]


def test_links_lead_to_the_same_language_and_files_stand_once() -> None:
    """A link between pages stays in the folder; a link to a download leaves it."""
    home = next(one.html for one in _drawn(_site(_italian())).documents if one.uri == "it/")
    links = re.findall(r'href="([^"#]+)"', home)
    assert "method/" in links
    assert "../data/trust.csv" in links
    assert not [link for link in links if link.startswith("../") and link.endswith("/")]


def test_the_figures_are_the_same_in_both_languages() -> None:
    """The numbers of a page stand in the same order in both languages, but for their signs."""
    pages = {one.uri: one.html for one in _drawn(_site(_italian())).documents}

    def cells(html: str) -> list[str]:
        return re.findall(r'<td class="sc-n"[^>]*>([\d.,]+)</td>', html)

    for uri in ("", "quarters/2026-q3/"):
        english, italian = cells(pages[uri]), cells(pages[f"it/{uri}"])
        assert len(english) > 5
        swapped = str.maketrans(".,", ",.")
        assert [figure.translate(swapped) for figure in english] == italian


def test_a_language_nobody_translated_is_left_out() -> None:
    """There is no catalogue for it; a region takes that of its language; English is what the texts are written in."""
    assert locale.catalogue("tlh") is None
    swiss = locale.catalogue("it-CH")
    assert swiss is not None
    assert swiss.gettext("Trust in us") == "La fiducia in noi"
    english = locale.catalogue("en-GB")
    assert english is not None
    assert english.gettext("Trust in us") == "Trust in us"


def test_a_folder_is_written_small() -> None:
    """Addresses have no capitals."""
    assert folder_of("pt-BR") == "pt-br/"
