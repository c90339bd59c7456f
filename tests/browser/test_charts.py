"""Charts in a real browser: 200 invented data sets of every chart, and no word lies over another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scorecard.publish.templates import packaged_templates
from tests.browser.reading import OUTSIDE, TEXT, overlaps
from tests.present.charts.drawn import drawer, random_views

pytestmark = pytest.mark.browser

SETS = 200
ON_A_PAGE = 25
WIDTHS = (360, 768, 1440)
SHEETS = ("tokens", "charts", "page", "registers")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
{links}<body data-md-color-scheme="default"><main class="md-typeset">{body}</main>"""
#: The frame that Material gives: its sizes and its box model, without its files.
FRAME = """html { font-size: 125% } * { box-sizing: border-box } body { margin: 0; background: var(--sc-paper) }
main { font: .875rem/1.55 var(--sc-sans); max-width: 57.6rem; margin: 0 1.2rem }
figure { margin: 0 0 2rem }"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Draws a page of data sets, by its number, with the site's own style sheets."""
    folder = tmp_path_factory.mktemp("charts")
    assets = packaged_templates() / "theme" / "assets"
    (folder / "frame.css").write_text(FRAME, encoding="utf-8")
    sheets = [folder / "frame.css", *(assets / f"{name}.css" for name in SHEETS)]
    links = "".join(f'<link rel="stylesheet" href="{sheet.as_uri()}">' for sheet in sheets)
    draw = drawer(folder)

    def page(number: int) -> Path:
        pieces = [
            f'<section data-set="{seed} {name}">{draw(name, view)}</section>'
            for seed in range(number * ON_A_PAGE, (number + 1) * ON_A_PAGE)
            for name, view in random_views(seed).items()
        ]
        file = folder / f"sets-{number}.html"
        file.write_text(PAGE.format(links=links, body="".join(pieces)), encoding="utf-8")
        return file

    return page


@pytest.mark.parametrize(
    "number",
    [pytest.param(one, marks=pytest.mark.thorough if one else ()) for one in range(SETS // ON_A_PAGE)],
)
def test_no_word_lies_over_another(browser: Browser, drawn: Callable[[int], Path], number: int) -> None:
    """Every chart of every data set on a phone, a tablet and a desk; the numbers behind the pictures stay closed."""
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 900})
    page.goto(drawn(number).as_uri(), wait_until="load")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        texts = page.evaluate(TEXT)
        assert len(texts) > 500
        assert overlaps(texts) == [], width
        assert page.evaluate(OUTSIDE) == [], width
        wide = page.evaluate(
            """() => [...document.querySelectorAll('[data-set]')]
              .filter(one => one.scrollWidth > document.documentElement.clientWidth).map(one => one.dataset.set)"""
        )
        assert wide == [], width
    page.close()


def test_the_measure_can_fail(browser: Browser) -> None:
    """Two words at one place are found."""
    page = browser.new_page()
    page.set_content('<svg width="300" height="50"><text y="20">one</text><text y="22">other</text></svg>')
    assert overlaps(page.evaluate(TEXT)) == [("one", "other")]
    svg = '<svg class="sc-svg" width="300" height="50"><text x="290" y="20">beyond</text><text y="40">in</text></svg>'
    page.set_content(f"<style>.sc-svg {{ overflow: visible }}</style><table><td>{svg}</td></table>")
    assert [words for words, _ in page.evaluate(OUTSIDE)] == ["beyond"]
    page.close()


@pytest.mark.parametrize("look", ["forced", "print", "dark"])
@pytest.mark.parametrize("path", ["incidents/", "quarters/2026-q3/"])
def test_every_piece_is_seen_in_every_look(browser: Browser, address: str, path: str, look: str) -> None:
    """In forced colours, in print and at night every drawn piece differs from the paper behind it."""
    page = browser.new_page(
        viewport={"width": 1440, "height": 900},
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else None,
    )
    page.goto(address + path, wait_until="load")
    if look == "print":
        page.emulate_media(media="print")
    seen = page.evaluate(
        """() => {
          const found = [], paper = getComputedStyle(document.body).backgroundColor;
          const names = '.sc-a, .sc-day, .sc-intime, .sc-late, .sc-unjudged, .sc-zero, .sc-day-mark, .sc-promise';
          let count = 0;
          for (const one of document.querySelectorAll(names)) {
            const style = getComputedStyle(one);
            const drawn = value => value !== 'none' && value !== 'rgba(0, 0, 0, 0)' && value !== paper;
            count += 1;
            const mark = one.matches('.sc-day-mark');  // cut out of its square in the colour of the paper
            if (!mark && !drawn(style.fill) && !drawn(style.stroke)) found.push(one.getAttribute('class'));
          }
          return [count, [...new Set(found)]];
        }"""
    )
    assert seen[0] > 10
    assert seen[1] == []
    page.close()
