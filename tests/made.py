"""A small drawn site made by hand, for tests of what comes after drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from scorecard import pipeline, publish
from scorecard.model.pages import Language, Page, Picture, Site, Table, Tree
from scorecard.model.records import Entry, Records
from scorecard.model.records.method import Method
from scorecard.model.records.organisation import Organisation
from scorecard.model.scorecards import Scorecard

AS_OF = datetime(2026, 10, 1, tzinfo=UTC)
DAY = date(2026, 9, 30)
#: Every kind of text that has broken a site generator.
HOSTILE = "</title><script>alert(1)</script> {{ 7*7 }} {% raw %} & \"q\" 'a' <b>"


#: The one language of the site, as scorecard.present.languages makes it.
ENGLISH = Language(
    "en",
    "English",
    "",
    "ltr",
    {
        "preview": "Preview, not published.",
        "held": "It shows figures that are held back until their release.",
        "invented": "Example with invented data.",
        "no_such": "Example & Sons does not exist.",
        "all": "Everything",
        "incidents": "Incidents",
        "corrections": "Corrections",
        "languages": "This page in another language",
        "menu": "Menu",
        "dark": "Switch to dark colours",
        "light": "Switch to light colours",
        "missing": "There is no page at this address",
        "missing_why": "If you think that a page of ours has gone, tell us: trust@example.org.",
        "to_home": "Home",
        "to_incidents": "All incidents",
        "to_corrections": "All corrections",
        "to_search": "Search this site",
    },
)


@dataclass(frozen=True)
class Words:
    """The contract of the hand-made template."""

    heading: str
    text: str


BODY = """\
<h1>{{ heading }}</h1>
<p>{{ text }}</p>
<h2 id="why">Why &amp; how</h2>
<p><a href="{{ '' | url }}">Home</a> <a href="{{ 'incidents/' | url }}">Incidents</a></p>
"""


def page(uri: str, title: str, text: str = "Text.", **more: object) -> Page:
    """A page with the hand-made template."""
    return Page(uri, "kind", title, "words.html.jinja", Words(title, text), DAY, **more)  # type: ignore[arg-type]


def site(
    *pages: Page, tables: Sequence[Table] = (), trees: Sequence[Tree] = (), pictures: Sequence[Picture] = ()
) -> Site:
    """A site of these pages."""
    return Site("Example & Sons", pages, tuple(tables), tuple(trees), tuple(pictures), (ENGLISH,))


def usual(text: str = "Text.") -> Site:
    """Home, an index, two leaf pages, a table and a tree."""
    return site(
        page("", "Can you trust us?", text, nav="Home", description="What it is about"),
        page("incidents/", "All incidents", text, nav="Incidents", parent=""),
        page("incidents/one/", text, text, parent="incidents/", source="data/incidents/2026/one.yml", summary=text),
        page("incidents/two/", "Two", text, parent="incidents/"),
        tables=[Table("data/trust.csv", ("quarter", "score"), (("2026-Q3", 6.9),))],
        trees=[Tree("data/trust.json", {"score": 6.9})],
    )


def templates(folder: Path, **files: str) -> Path:
    """A folder of templates; words.html.jinja is there unless given, and is left alone when it is."""
    folder.mkdir(parents=True, exist_ok=True)
    usual = {} if (folder / "words.html.jinja").exists() else {"words": BODY}
    for name, text in {**usual, **files}.items():
        (folder / f"{name}.html.jinja").write_text(text, encoding="utf-8")
    return folder


def built(
    project: Path, drawn: Site | None = None, *, data_source: str | None = "invented", preview: bool = False
) -> pipeline.Built:
    """A site drawn with the project's own templates and the packaged ones."""
    drawn = drawn or usual()
    templates(project / "site_templates")
    given = {
        "name": "Example & Sons",
        "url": "https://trust.example.org",
        "contact": "trust@example.org",
        "timezone": "UTC",
    } | ({"data_source": data_source} if data_source else {})
    organisation = Organisation.model_validate(given)
    method = Method.model_construct()  # type: ignore[call-arg]
    records = Records(Entry("organisation", organisation), Entry("method", method))
    bundle = publish.draw(drawn, publish.template_folders(project))
    return pipeline.Built(AS_OF, (), records, Scorecard(AS_OF, None), drawn, bundle, preview)
