"""The peers: the same pages for other builders. Each tells the command that builds them, or why it cannot run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ELEVENTY = "3.1.8"

_HUGO_PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>{{ .Title }}</title>"
    '<link rel=stylesheet href="/assets/page.css"><body>{{ .Content }}</body></html>'
)
_HUGO_LIST = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>{{ .Title }}</title>"
    '<link rel=stylesheet href="/assets/page.css"><body>{{ .Content }}</body></html>'
)
_ELEVENTY_PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>{{ title }}</title>"
    '<link rel=stylesheet href="/assets/page.css"><body>{{ content }}</body></html>'
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A builder ready to run in `folder`, or the reason why it is left out."""

    name: str
    version: str
    command: tuple[str, ...] = ()
    folder: Path = Path()
    output: Path = Path()
    why_not: str = ""


def plain_mkdocs(rendered: Path, work: Path) -> Peer:
    """MkDocs with Material on the rendered project folder, as it stands."""
    version = _said([sys.executable, "-m", "mkdocs", "--version"])
    out = work / "site-mkdocs"
    return Peer(
        "MkDocs + Material",
        version,
        (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)),
        rendered,
        out,
    )


def hugo(rendered: Path, work: Path) -> Peer:
    """Hugo with a theme of one line."""
    program = shutil.which("hugo")
    if program is None:
        return Peer("Hugo, minimal theme", "", why_not="hugo is not installed (Debian: apt-get install hugo)")
    home = work / "hugo"
    layouts = home / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    (layouts / "single.html").write_text(_HUGO_PAGE, encoding="utf-8")
    (layouts / "list.html").write_text(_HUGO_LIST, encoding="utf-8")
    (home / "config.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "bench"\ndisableKinds = ["taxonomy", "term"]\n'
        "[markup.goldmark.renderer]\nunsafe = true\n",
        encoding="utf-8",
    )
    _pages(rendered / "content", home / "content", index="_index.md")
    out = work / "site-hugo"
    return Peer("Hugo, minimal theme", _said([program, "version"]), (program, "--quiet", "-d", str(out)), home, out)


def eleventy(rendered: Path, work: Path) -> Peer:
    """Eleventy with a layout of one line."""
    name = "Eleventy, minimal layout"
    npm = shutil.which("npm")
    if npm is None:
        return Peer(name, "", why_not="npm is not installed")
    home = work / "eleventy"
    (home / "_includes").mkdir(parents=True, exist_ok=True)
    got = subprocess.run(
        [npm, "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", f"@11ty/eleventy@{ELEVENTY}"],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    if got.returncode:
        return Peer(name, ELEVENTY, why_not="npm could not install it: " + got.stderr.strip().splitlines()[-1])
    (home / "_includes" / "page.liquid").write_text(_ELEVENTY_PAGE, encoding="utf-8")
    (home / "pages").mkdir(exist_ok=True)
    (home / "pages" / "pages.json").write_text(json.dumps({"layout": "page.liquid"}), encoding="utf-8")
    (home / ".eleventy.js").write_text(
        "module.exports = c => { c.addPassthroughCopy('pages/assets'); return "
        "{dir: {input: 'pages', includes: '../_includes'}, markdownTemplateEngine: false}; };\n",
        encoding="utf-8",
    )
    _pages(rendered / "content", home / "pages", index="index.md")
    out = work / "site-eleventy"
    program = home / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return Peer(name, ELEVENTY, ("node", str(program), "--quiet", f"--output={out}"), home, out)


def _pages(source: Path, target: Path, index: str) -> None:
    """Copy the pages; an index page takes the name the builder knows."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            continue
        if path.name == "index.md":
            leaf = not any(other.is_dir() for other in path.parent.iterdir())
            place = place.with_name("index.md" if leaf and path.parent != source else index)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def _said(command: list[str]) -> str:
    """The first line a program prints of itself, without the folder it lives in."""
    words = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().splitlines()
    return words[0].split(" from ")[0].split(" BuildDate")[0] if words else "?"
