"""Badges say the zone in words, and nothing that home does not say."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from scorecard.model.pages import Picture, Site, Tree
from scorecard.model.states import StateName
from scorecard.present.brand import contrast
from scorecard.present.desk import Desk
from scorecard.present.interfaces import badges
from scorecard.publish.drawing import Templates
from scorecard.publish.templates import packaged_templates
from tests.made import HOSTILE
from tests.present import made


def drawn(picture: Picture) -> str:
    return Templates((packaged_templates(),)).picture(picture, Site("x", ())).content.decode()


def parts(desk: Desk) -> dict[str, Picture | Tree]:
    return {one.uri: one for one in badges.make(desk)}


def test_the_endpoint_form_holds_words_and_a_colour() -> None:
    """Exactly the fields that shields.io knows."""
    tree = parts(made.desk())[badges.TRUST_JSON]
    assert isinstance(tree, Tree)
    assert tree.value == {
        "schemaVersion": 1,
        "label": "trust",
        "message": "6.8 of 10, guarded",
        "color": "7d5200",
        "cacheSeconds": 3600,
    }


def test_without_a_score_it_says_so() -> None:
    """No figure, no colour of a state."""
    found = parts(made.desk(made.scorecard(quarter=None)))
    tree = found[badges.TRUST_JSON]
    assert isinstance(tree, Tree) and isinstance(tree.value, dict)
    assert (tree.value["message"], tree.value["color"]) == ("not measured", "5a5e65")
    card = found[badges.CARD]
    assert isinstance(card, Picture)
    assert "Not known" in drawn(card) and "<circle" not in drawn(card)


def test_the_picture_is_small_and_stands_alone() -> None:
    """Under 0.7 kB; fixed text lengths; no script, no address but the name of its language."""
    picture = parts(made.desk())[badges.TRUST_SVG]
    assert isinstance(picture, Picture)
    svg = drawn(picture)
    assert len(svg.encode()) < 700
    assert len(re.findall(r'textLength="\d+"', svg)) == 2
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert "6.8 of 10, guarded" in svg and "<script" not in svg


@pytest.mark.parametrize("uri", [badges.TRUST_SVG, badges.CARD])
def test_a_hostile_name_is_text(uri: str) -> None:
    """In badge and card."""
    picture = parts(made.desk(known=made.records(organisation=made.organisation(name=HOSTILE))))[uri]
    assert isinstance(picture, Picture)
    svg = drawn(picture)
    assert "<script" not in svg
    assert "<script>" in "".join(ElementTree.fromstring(svg).itertext())


def test_colours_are_those_of_the_site_and_readable() -> None:
    """As tokens.css has them by day; white stands out from each (WCAG AA)."""
    css = (packaged_templates() / "theme" / "assets" / "tokens.css").read_text(encoding="utf-8")
    for state in StateName:
        wanted = re.search(rf"--sc-{state.value}: (#[0-9a-f]{{6}})", css)
        assert wanted is not None and badges.COLOURS[state] == wanted[1]
        assert contrast(badges.COLOURS[state], "#ffffff") >= 4.5


def test_lines_are_cut_between_words() -> None:
    """The last one says that it goes on."""
    assert badges.wrapped("one two three", 7, 2) == ("one two", "three")
    assert badges.wrapped("one two three four", 7, 1) == ("one tw…",)
    assert badges.wrapped("x" * 20, 7, 2) == ("x" * 7,)
