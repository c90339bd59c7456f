"""A whole project folder that any engine reading mkdocs.yml builds without our plugin."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scorecard.model.pages import Bundle, Document, Section
from scorecard.publish.files import safe_uri
from scorecard.publish.search import search_indexes

ISLAND = '<div class="sc-island">'


def project_files(
    bundle: Bundle, template_folders: Sequence[Path], written: Iterable[tuple[str, bytes]] = ()
) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every file below content/ and theme/: pages as Markdown, downloads, hand-written files.

    `written` are the hand-written files of the project's own content/, addressed from there.
    """
    several = any(document.folder for document in bundle.documents)
    for document in bundle.documents:
        yield f"content/{document.uri}index.md", markdown(document, several=several).encode()
    for index in search_indexes(bundle.documents):
        yield f"content/{index.uri}", index.content
    for asset in bundle.assets:
        yield f"content/{asset.uri}", asset.content
    for uri, content in written:
        yield f"content/{safe_uri(uri)}", content
    for uri, file in theme_files(template_folders):
        yield f"theme/{uri}", file.read_bytes()


def theme_files(template_folders: Sequence[Path]) -> list[tuple[str, Path]]:
    """(address, file) of the theme's overrides and assets; a project's own file hides the packaged one."""
    found: dict[str, Path] = {}
    for folder in reversed([folder / "theme" for folder in template_folders]):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                found[file.relative_to(folder).as_posix()] = file
    return sorted(found.items())


def markdown(document: Document, *, several: bool = False) -> str:
    """A page as Markdown: front matter as JSON strings, headings as Markdown, everything else as islands of HTML.

    Where the site speaks `several` languages, the front matter says the page's address within its language, which the
    frame's links to the others need; a page of another language than the first says it, and stays out of the index that
    the engine makes of the first.
    """
    meta: dict[str, object] = {
        "title": html.escape(document.title),
        "description": html.escape(document.description),
        "hide": ["navigation", "toc"],
    }
    if several:
        meta["path"] = document.path
    if document.folder:
        meta |= {"language": document.language, "search": {"exclude": True}}
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items() if value)
    return f"---\n{front}---\n\n" + "\n".join(_piece(section) for section in document.sections)


def _piece(section: Section) -> str:
    plain = f'<h2 id="{section.id}">{section.title}</h2>'
    if section.id and section.html.startswith(plain) and not set(section.title) & set("\\`*_{}[]<>#&!|~^$:"):
        body = section.html.removeprefix(plain).strip()
        return f"## {section.title} {{ #{section.id} }}\n" + (f"\n{_island(body)}" if body else "")
    return _island(section.html.strip())


def _island(body: str) -> str:
    """HTML that Markdown leaves alone: one block element around it."""
    return f"{ISLAND}\n{body}\n</div>\n"
