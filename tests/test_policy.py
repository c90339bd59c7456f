"""The content security policy of every page, and the headers: taken from what the theme really prints."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

from scorecard.mkdocs_plugin import library, policy
from tests import made

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def built(project: Path, *, strict: bool = True) -> Path:
    """A small site."""
    told: list[str] = []
    drawn = made.built(project, made.usual("text"))
    library.build_site(drawn, project, project / "site", strict=strict, say=lambda level, text: told.append(text))
    assert told == []
    return project / "site"


def rules(page: Path) -> dict[str, list[str]]:
    """The policy a page carries, by directive."""
    (found,) = POLICY.findall(page.read_text(encoding="utf-8"))
    return {name: values for name, *values in (rule.split() for rule in unescape(found).split("; "))}


def hashed(text: str) -> str:
    """The source expression of an inline script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_every_page_carries_a_policy_that_knows_its_scripts(tmp_path: Path) -> None:
    """Leaf pages, pages of the navigation, hand-written pages and the page for wrong addresses."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "own.md").write_text("# Own\n", encoding="utf-8")
    folder = built(tmp_path)
    pages = sorted(folder.rglob("*.html"))
    assert {"404.html", "own/index.html", "incidents/one/index.html"} <= {
        page.relative_to(folder).as_posix() for page in pages
    }
    for page in pages:
        html = page.read_text(encoding="utf-8")
        found = policy.inline_scripts(html)
        assert len(found) >= 2
        assert {hashed(text) for text in found} <= set(rules(page)["script-src"])
        assert html.index("Content-Security-Policy") < html.index("<script")


def test_the_policy_is_strict(tmp_path: Path) -> None:
    """Nothing is allowed but the site's own files; no word of it opens a wide door."""
    found = rules(built(tmp_path) / "index.html")
    assert found["default-src"] == ["'none'"]
    assert found["style-src"] == found["connect-src"] == found["base-uri"] == found["form-action"] == ["'self'"]
    assert found["img-src"] == ["'self'", "data:"]
    every = {value for values in found.values() for value in values}
    assert {value for value in every if not value.startswith("'sha256-")} == {"'none'", "'self'", "data:"}
    assert "data:" not in found["script-src"]


def test_a_script_of_the_theme_is_taken_as_it_is_printed(tmp_path: Path) -> None:
    """Another theme has other scripts: their hashes follow, without a word changed here."""
    theme = tmp_path / "site_templates" / "theme" / "partials"
    theme.mkdir(parents=True)
    (theme / "footer.html").write_text("<footer><script>let fresh = 1 < 2 && '&amp;';</script></footer>")
    assert hashed("let fresh = 1 < 2 && '&amp;';") in rules(built(tmp_path) / "index.html")["script-src"]


def test_a_script_in_the_content_of_a_page_is_not_allowed(tmp_path: Path) -> None:
    """What staff write in Markdown may not run: it is not among the hashes."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "own.md").write_text("# Own\n\n<script>window.ran = 1</script>\n", encoding="utf-8")
    page = built(tmp_path) / "own" / "index.html"
    assert "window.ran = 1" in policy.inline_scripts(page.read_text(encoding="utf-8"))
    assert hashed("window.ran = 1") not in rules(page)["script-src"]


def test_data_is_no_script() -> None:
    """Linked data and the theme's own settings do not run; modules and capitals do; files have no hash."""
    html = (
        '<script type="application/ld+json">{}</script><script type="application/json">{}</script>'
        '<SCRIPT>a()</SCRIPT><script type="module">b()</script><script src="c.js"></script>'
    )
    assert policy.inline_scripts(html) == ["a()", "b()"]


def test_the_headers_say_the_same_and_what_a_meta_tag_cannot(tmp_path: Path) -> None:
    """No other site may frame ours; no address is told to other hosts; no file is taken for what it is not."""
    folder = built(tmp_path)
    lines = (folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    told = dict(line.strip().split(": ", 1) for line in lines[1:])
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in told["Permissions-Policy"]
    (page,) = POLICY.findall((folder / "index.html").read_text(encoding="utf-8"))
    assert told["Content-Security-Policy"] == f"{unescape(page)}; frame-ancestors 'none'"


def test_a_style_inside_a_picture_is_allowed_by_the_headers_only() -> None:
    """A picture opened by itself keeps its colours."""
    found = policy.styles(
        [b"<svg><style>.a{fill:red}</style></svg>", b"<svg/>", b"<svg><style>.a{fill:red}</style></svg>"]
    )
    assert found == [".a{fill:red}"]
    assert hashed(".a{fill:red}") in policy.policy([], found)


def test_headers_of_a_projects_own_stay(tmp_path: Path) -> None:
    """Who writes content/_headers knows why."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "_headers").write_text("/*\n  X-Own: 1\n", encoding="utf-8")
    assert (built(tmp_path) / "_headers").read_text(encoding="utf-8") == "/*\n  X-Own: 1\n"


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    """A site with scripts of its own in its pages says `policy: false`."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material}\nplugins: [search, {scorecard: {policy: false}}]\n", encoding="utf-8"
    )
    folder = built(tmp_path)
    assert POLICY.findall((folder / "index.html").read_text(encoding="utf-8")) == []
    assert not (folder / "_headers").exists()


def test_a_preview_has_none(tmp_path: Path) -> None:
    """The page that loads itself again after an edit needs a script of its own."""
    drawn = made.built(tmp_path, made.usual("text"))
    config = library.configuration(tmp_path, tmp_path / "site")
    plugin = library.plugin_of(config)
    plugin.built, plugin.serving, plugin.on_demand = drawn, True, False
    library._run(config, plugin)
    assert POLICY.findall((tmp_path / "site" / "index.html").read_text(encoding="utf-8")) == []
    assert not (tmp_path / "site" / "_headers").exists()


def test_the_example_for_nginx_sends_the_same_headers(repository: Path, tmp_path: Path) -> None:
    """Every header of `_headers`, with the same value; the policy there is the part that a page cannot say itself."""
    lines = (built(tmp_path) / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    told = dict(line.strip().split(": ", 1) for line in lines)
    text = (repository / "docs" / "nginx.conf").read_text(encoding="utf-8")
    given = dict(re.findall(r'add_header ([\w-]+) "([^"]*)" always;', text))
    assert given.pop("Content-Security-Policy") == told.pop("Content-Security-Policy").rpartition("; ")[2]
    assert given == told
