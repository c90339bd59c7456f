"""What a browser may do with our pages: the content security policy, and the headers a web server should send.

The theme prints a few scripts of its own into the page. Their hashes are taken from the frame as the theme prints it at
this build, around a page without any content: a script that got into the content of a page is never among them.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File

from scorecard.mkdocs_plugin.page import GeneratedPage, src_uri
from scorecard.model.pages import Asset, Document

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

#: Where hosts such as Netlify and Cloudflare Pages look for headers.
HEADERS = "_headers"
#: Types of a script that is none: a browser does not run it, so a policy need not know it.
_DATA = re.compile(r"application/(ld\+)?json", re.IGNORECASE)
#: Nothing of a visitor's machine is asked for.
_POWERS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and "src" not in given and not _DATA.fullmatch(given.get("type") or ""):
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page and would run, in their order."""
    parser = _Scripts()
    parser.feed(html)
    parser.close()
    return parser.found


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return [f"'sha256-{digest}'" for digest in dict.fromkeys(digests)]


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy that allows the site's own files, and of what stands inside a page only these scripts and styles."""
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_hashes(scripts)],
        "style-src": ["'self'", *_hashes(styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join((name, *values)) for name, values in rules.items())


def headers(rules: str) -> bytes:
    """The file of headers. What a meta tag cannot say stands here: who may frame our pages (nobody)."""
    lines = {
        "Content-Security-Policy": f"{rules}; frame-ancestors 'none'",
        "Permissions-Policy": _POWERS,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    return "".join(("/*\n", *(f"  {name}: {value}\n" for name, value in lines.items()))).encode()


def file_of(scripts: Iterable[str], files: Iterable[Asset]) -> Asset:
    """The file of headers of a site with these files."""
    pictures = (file.content for file in files if file.uri.endswith(".svg"))
    return Asset(HEADERS, headers(policy(scripts, styles(pictures))))


def styles(pictures: Iterable[bytes]) -> list[str]:
    """The styles that stand in pictures: they count only where a picture is opened by itself."""
    found: dict[str, None] = {}
    for picture in pictures:
        found |= dict.fromkeys(re.findall(r"<style>(.*?)</style>", picture.decode(), re.DOTALL))
    return list(found)


def of_frame(env: jinja2.Environment, nav: Navigation, files: Files, config: MkDocsConfig) -> list[str]:
    """The scripts of the theme's frame, around a page without content and around none."""
    empty = Document("scorecard-empty/", "empty", "", tuple, date.min)
    file = File(src_uri(empty.uri), None, config.site_dir, True, dest_uri=f"{empty.uri}index.html")
    file.generated_by = "scorecard"
    page = GeneratedPage(empty, file, config)
    page.read_source(config)
    page.render(config, files)
    scripts: list[str] = []
    known: Sequence[File] = files.documentation_pages()
    for name, given in (("main.html", page), ("404.html", None)):
        if name in config.theme.static_templates or given is not None:
            context = get_context(nav, known, config, given)
            scripts += inline_scripts(env.get_template(name).render(context))
    return scripts
