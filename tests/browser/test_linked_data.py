"""Linked data is no script: a strict policy neither runs nor refuses it. And pictures to embed are drawn."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; script-src 'none'"


def violations(browser: Browser, body: str) -> list[str]:
    """What the console says of a page with that body under a policy that allows no script at all."""
    page = browser.new_page()
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    html = f"<!doctype html><title>x</title>{body}"
    page.route("**/*", lambda route: route.fulfill(body=html, headers={"Content-Security-Policy": POLICY}))
    page.goto("http://127.0.0.1:9/", wait_until="load")
    page.close()
    return [text for text in found if "Content Security Policy" in text]


@pytest.mark.parametrize("name", ["index.html", "data/index.html", "quarters/2026-q3/index.html"])
def test_linked_data_breaks_no_policy(browser: Browser, site: Path, name: str) -> None:
    """The block of each page kind, as published, is no violation; a script in its place is one."""
    html = (site / name).read_text(encoding="utf-8")
    blocks = re.findall(r'<script type="application/ld\+json">.*?</script>', html, re.DOTALL)
    assert len(blocks) == 1
    assert json.loads(re.sub(r"<[^>]*>", "", blocks[0]))["@context"] == "https://schema.org"
    assert violations(browser, blocks[0]) == []
    assert len(violations(browser, "<script>window.ran = 1</script>")) == 1


def test_pictures_to_embed_are_drawn(browser: Browser, address: str) -> None:
    """Badge and card have their sizes, and no text of the card runs over its edge or over another."""
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(address + "subscribe/", wait_until="load")
    sizes = page.evaluate("[...document.querySelectorAll('article img')].map(i => [i.naturalWidth, i.naturalHeight])")
    assert [420, 200] in sizes and any(width > 100 and height == 20 for width, height in sizes)
    page.goto(address + "badges/card.svg")
    boxes = page.evaluate(
        "[...document.querySelectorAll('text')].map(t => t.getBoundingClientRect())"
        ".map(b => [b.left, b.top, b.right, b.bottom])"
    )
    assert len(boxes) > 8
    for left, top, right, bottom in boxes:
        assert left >= 0 and top >= 0 and right <= 420 and bottom <= 200
    inked = [(a + 1, b + (d - b) * 0.25, c - 1, d - (d - b) * 0.25) for a, b, c, d in boxes]
    for at, one in enumerate(inked):
        for other in inked[at + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
    page.close()
