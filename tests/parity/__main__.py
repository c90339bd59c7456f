"""`python -m tests.parity`: the rendered example, built by both engines; exit 1 where an article is not the same.

Zensical is installed into a folder of its own under build/. Where that cannot be done, nothing is compared and one
line says why. Taken away before comparing: white space at tags, the elements that `render` puts around HTML, and the
attribute data-search-exclude, which Zensical reads for its search and leaves out of the page.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.publish.test_project import article

REPOSITORY = Path(__file__).resolve().parents[2]
ENGINE = REPOSITORY / "build" / "parity"
#: The newest first; some need a second package that not every index has.
PINS = ("0.1.2", "0.0.58")
SHOWN = 20
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_EXCLUDED = re.compile(r'\sdata-search-exclude(?:="")?(?=[\s>])')


def installed() -> tuple[str, str]:
    """The version that is installed (now, or by an earlier run), or '' and why there is none."""
    marker, why = ENGINE / "installed", ""
    if marker.is_file() and (version := marker.read_text(encoding="ascii")) in PINS:
        return version, ""
    shutil.rmtree(ENGINE, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", ENGINE], capture_output=True, text=True, check=False)
    if made.returncode:
        return "", (made.stdout + made.stderr).strip().splitlines()[-1]
    for version in PINS:
        pip: list[str | Path] = [
            ENGINE / "bin" / "python",
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
        ]
        more = ["--quiet", "--retries", "1", "--timeout", "10", f"zensical=={version}"]
        done = subprocess.run([*pip, *more], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            marker.write_text(version, encoding="ascii")
            return version, ""
        why = next((line for line in reversed(done.stderr.splitlines()) if line.startswith("ERROR")), "pip failed")
    return "", why.removeprefix("ERROR: ")


def normal(page: Path) -> tuple[str, str]:
    """Title and article of a page, without what the engines may differ in."""
    title = _TITLE.search(page.read_text(encoding="utf-8"))
    return title[1].strip() if title else "", without_excluded(article(page))


def without_excluded(text: str) -> str:
    """The HTML without the attribute that Zensical keeps for itself."""
    return re.sub(r"<[^>]*>", lambda tag: _EXCLUDED.sub("", tag[0]), text)


def compare(theirs: Path, ours: Path, content: Path) -> tuple[list[str], int]:
    """Every difference between two sites of one project, a line each, and how many pages there are."""
    found, changes = [], Counter[str]()
    pages = {side: {page.relative_to(side).as_posix() for page in side.rglob("*.html")} for side in (theirs, ours)}
    found += [f"only one engine writes {name}" for name in sorted(pages[theirs] ^ pages[ours])]
    both = sorted(name for name in pages[theirs] & pages[ours] if name != "404.html")  # theirs has words of its own
    for name in both:
        (title, body), (wanted_title, wanted) = normal(theirs / name), normal(ours / name)
        if title != wanted_title:
            found.append(f"{name}: the title is {title!r}, not {wanted_title!r}")
        if body != wanted:
            before, after = (text.replace("><", ">\n<").splitlines() for text in (wanted, body))
            lines = difflib.unified_diff(before, after, n=0, lineterm="")
            changed = [line for line in lines if not line.startswith("@@")][2:]
            changes.update(changed)
            found.append(f"{name}: {len(changed)} lines of the article are not the same")
    for file in sorted(content.rglob("*")):
        name = file.relative_to(content).as_posix()
        if file.is_file() and file.suffix != ".md":
            copy = theirs / name
            if not copy.is_file() or copy.read_bytes() != file.read_bytes():
                found.append(f"{name}: not the file that was rendered")
    found += [f"  {number} × {line[:160]}" for line, number in changes.most_common(SHOWN)]
    return found, len(both)


def build(name: str, command: list[str | Path], folder: Path) -> Path:
    """Build and put the result aside. Raises RuntimeError with what the engine said."""
    given = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795478400", "NO_COLOR": "1"}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stdout}{done.stderr}")
    print(f"{name}: {time.perf_counter() - start:.0f} s")
    return (folder / "site").rename(folder / f"site-of-{name}")


def main() -> int:
    """Print every difference."""
    version, why = installed()
    if not version:
        print(f"parity left out: zensical cannot be installed here: {why}")
        return 0
    print(f"zensical {version}")
    with tempfile.TemporaryDirectory(prefix="parity-") as name:
        folder = Path(name) / "project"
        render: list[str | Path] = [sys.executable, "-m", "scorecard", "render", "--out", folder]
        done = subprocess.run(render, cwd=REPOSITORY, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        theirs = build("zensical", [ENGINE / "bin" / "zensical", "build"], folder)
        ours = build("mkdocs", [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], folder)
        found, pages = compare(theirs, ours, folder / "content")
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{pages} pages: {'the same articles and titles' if not found else 'FAILED, see above'}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
