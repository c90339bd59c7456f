"""What a case does, against what it should do."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile import expected
from tests.hostile.corpus import Case
from tests.hostile.pages import broken, differences, found, pages
from tests.hostile.porting import Ported, Unported, port
from tests.hostile.running import AS_OF, Run, build, files, run, write
from tests.hostile.twins import open_twin, twins

MOST_SECONDS = 1.0
MOST_MB = 200.0


@dataclass(frozen=True)
class Verdict:
    """A row of the table; `faults` is empty when all is as it should be."""

    case: str
    expect: str
    got: str
    rule: str
    line: str
    seconds: float
    mb: float
    build_seconds: float
    faults: tuple[str, ...]


def judge(case: Case) -> Verdict:
    """Port a case, check it, build it, and look at what came out. The worst of its trees counts."""
    try:
        ported = port(case)
    except Unported as reason:
        return Verdict(case.name, case.expect, "NOT PORTED", "", "", 0, 0, 0, (f"not ported: {reason}",))
    verdicts = [_one(case, one) for one in ported]
    worst = next((verdict for verdict in verdicts if verdict.faults), verdicts[0])
    return Verdict(
        case.name,
        case.expect,
        worst.got,
        worst.rule,
        worst.line,
        max(verdict.seconds for verdict in verdicts),
        max(verdict.mb for verdict in verdicts),
        max(verdict.build_seconds for verdict in verdicts),
        tuple(dict.fromkeys(fault for verdict in verdicts for fault in verdict.faults)),
    )


def _one(case: Case, ported: Ported) -> Verdict:
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = write(ported.tree, Path(name) / "project")
        before = files(folder)
        checked = run(["check", "--project", ".", "--format", "json", "--as-of", AS_OF], folder)
        faults = list(_sound(checked))
        problems = checked.problems if not faults else []
        faults += [] if files(folder) == before else ["check changed the project"]
        errors = [problem for problem in problems if problem["severity"] == "error"]
        built = _Built(case, ported, Path(name), problems)
        faults += _refused(built) if errors or checked.code else built.shown()
        faults += _named(case, ported, problems, refused=bool(errors))
        got = "REJECT" if errors else "WARN" if problems else "ACCEPT"
        if got == "REJECT" and case.expect not in ("REJECT", "ESCAPE") and case.name not in expected.MAY_BE_REFUSED:
            faults.append(f"refused: {problems[0]['message']}")
        if got != "REJECT" and case.expect == "REJECT":
            faults.append("not refused")
        if got == "ACCEPT" and case.expect == "WARN":
            faults.append("no warning")
        shown_as = case.expect if not faults and got != "REJECT" else got
        rules = list(dict.fromkeys(problem["rule"] for problem in (errors or problems)))
        lines = list(dict.fromkeys(str(problem["line"]) for problem in (errors or problems)))
        return Verdict(
            case.name, case.expect, shown_as, ",".join(rules), ",".join(lines[:3]), checked.cpu, checked.mb,
            built.seconds, tuple(faults),
        )  # fmt: skip


def _sound(checked: Run) -> Iterator[str]:
    """What must hold for every run of check."""
    if checked.code not in (0, 1):
        yield f"check ended with {checked.code}: {checked.err[-200:]!r}"
    if "Traceback" in checked.out + checked.err:
        yield "a traceback"
    if checked.cpu > MOST_SECONDS:
        yield f"{checked.cpu:.2f} s of CPU"
    if checked.mb > MOST_MB:
        yield f"{checked.mb:.0f} MB"
    yield from _quiet(checked)


def _quiet(done: Run) -> Iterator[str]:
    if any(not char.isprintable() and char != "\n" for char in done.out + done.err):
        yield "a raw control character on the terminal"
    if "CANARY-ENVIRONMENT" in done.out + done.err:
        yield "a value of the environment on the terminal"


def _named(case: Case, ported: Ported, problems: list[dict[str, Any]], *, refused: bool) -> Iterator[str]:
    """The fault is told by its own rule, in its own file, on its own line, with a way to mend it."""
    told = [problem for problem in problems if problem["severity"] == "error"] if refused else problems
    rules = expected.RULES.get(case.name)
    families = expected.FAMILIES.get(case.layer, ())
    if not refused and case.expect not in ("WARN", "ESCAPE"):
        return
    for problem in told:
        own = problem["rule"] in rules if rules is not None else problem["code"].startswith(families)
        if not own:
            yield f"told by {problem['rule']}: {problem['message']}"
        if refused and problem["file"] != ported.file:
            yield f"told of {problem['file']}"
        if not problem["message"] or not problem["help"]:
            yield f"{problem['rule']} has no message or no help"
    if not told:
        return
    first = told[0]
    line = ported.tree.get(first["file"], b"").decode("utf-8", "replace")
    stood = (re.split(r"\r\n|\r|\n", line) + [""] * first["line"])[first["line"] - 1]
    wanted = expected.LINES.get(case.name, "")
    if wanted not in stood:
        yield f"points at line {first['line']}, not at {wanted!r}"
    words = expected.WORDS.get(case.name, "")
    if all(words not in " ".join((one["message"], one["label"], one["help"])) for one in told):
        yield f"does not say {words!r}"


def _refused(built: "_Built") -> Iterator[str]:
    """Nothing is written: the site that was there stays as it was, and nothing else appears."""
    folder = write({**built.ported.tree, "site/index.html": b"the old site"}, built.folder / "refused")
    before = files(built.folder)
    done = run(["build", "--project", ".", "--site-dir", "site", "--as-of", AS_OF], folder)
    built.seconds = done.cpu
    if done.code != 1:
        yield f"build ended with {done.code}"
    if files(built.folder) != before:
        yield "something was written"
    yield from _quiet(done)
    if "Traceback" in done.err:
        yield "a traceback in build"


class _Built:
    """The site of a case that is not refused."""

    def __init__(self, case: Case, ported: Ported, folder: Path, problems: list[dict[str, Any]]) -> None:
        self.case, self.ported, self.folder, self.problems = case, ported, folder, problems
        self.seconds = 0.0
        self._number = 0

    def shown(self) -> Iterator[str]:
        """Build it, and look whether the site does what the word of the manifest says."""
        done, site = self._build(dict(self.ported.tree))
        self.seconds = done.cpu
        if done.code != 0 or not site:
            yield f"build ended with {done.code}: {done.err[-200:]!r}"
            return
        yield from _quiet(done)
        yield from broken(site)
        yield from self._without_canaries(site)
        held_back = self.case.expect == "HOLD"
        page = site.get(self._page())
        if not held_back and page is None:
            yield f"there is no page {self._page()}"
        elif page is not None and self.case.expect != "SUPPRESS" and not found(self.ported.text, self._words(site)):
            yield "its text is not on its page, letter for letter"
        if any(problem["rule"] == "no-answers" for problem in self.problems):
            yield from self._nobody(site)
        look = {"ESCAPE": self._escaped, "SUPPRESS": self._hidden, "HOLD": self._held}.get(self.case.expect)
        if look is not None:
            yield from look(site)

    def _build(self, tree: dict[str, bytes]) -> tuple[Run, dict[str, bytes]]:
        """Each site in a folder of the same name, so that nothing of the path can differ."""
        folder = self.folder / "built"
        shutil.rmtree(folder, ignore_errors=True)
        done, site = build(tree, folder)
        sources = {name: content for name, content in files(folder).items() if not name.startswith("site/")}
        if sources != tree:
            raise AssertionError("the build changed its sources")
        return done, site

    def _page(self) -> str:
        kind = "incidents" if "/incidents/" in self.ported.file else "quarters"
        return f"{kind}/{self.ported.id}/index.html"

    def _words(self, site: dict[str, bytes]) -> str:
        return pages({"page.html": site[self._page()]})["page.html"].words

    def _without_canaries(self, site: dict[str, bytes]) -> Iterator[str]:
        canaries = {b"CANARY-ENVIRONMENT", b"PWNED", *re.findall(rb"CANARY-\w+", self.case.content)}
        for canary in sorted(canaries):
            for name, content in site.items():
                if canary in content and canary not in self.ported.text.encode():
                    yield f"{canary.decode()} is in {name}"

    def _nobody(self, site: dict[str, bytes]) -> Iterator[str]:
        """Where nobody answered there is no score, and no zero that looks like one."""
        done = run(["score", "--project", ".", "--format", "json", "--as-of", AS_OF], self.folder / "built")
        series = json.loads(done.out)["series"]
        quarters = [quarter for one in series for quarter in one["quarters"] if quarter["n"] == 0]
        asked = [question for quarter in quarters for question in quarter["questions"]]
        if not asked or any(question[name] is not None for question in asked for name in ("mean", "score", "lo", "hi")):
            yield "nobody answered, but there is a score"
        words = self._words(site)
        if not re.search(r"no answers|nobody answered", words, flags=re.IGNORECASE):
            yield "its page does not say that nobody answered"
        if re.search(r"(?<![\d.])0\.0(?!\d)", words):
            yield "its page shows 0.0"

    def _escaped(self, site: dict[str, bytes]) -> Iterator[str]:
        """The same site with harmless words has the same structure, so no letter became an element or a link."""
        control = dict(self.ported.tree)
        text = self.ported.text
        harmless = "\\n".join(re.sub(r"\S", "x", line) if line.strip() else "" for line in text.split("\n"))
        source = control[self.ported.file].decode()
        field = re.search(
            r'(?m)^(title: |    text: )(?!"?Wrong bills sent"?$|"?We are looking into it\."?$).*$', source
        )
        if field is None:
            yield "no text to compare with"
            return
        control[self.ported.file] = source.replace(field[0], f'{field[1]}"{harmless}"').encode()
        done, other = self._build(control)
        if done.code != 0 or not found(harmless.replace("\\n", "\n"), self._words(other)):
            yield f"the control does not show its harmless words: {done.err[-200:]!r}"
        yield from differences(site, other)

    def _hidden(self, site: dict[str, bytes]) -> Iterator[str]:
        """Sites of twins, in which only what is hidden differs, are equal byte for byte."""
        for number, tree in enumerate(twins(self.ported.tree, self.ported.file)):
            done, other = self._build(tree)
            odd = sorted(name for name in site.keys() | other.keys() if site.get(name) != other.get(name))
            if done.code != 0:
                yield f"twin {number} was not built: {done.err[-200:]!r}"
            elif odd:
                yield f"hidden answers change {', '.join(odd[:3])}"
        if self._build(open_twin(self.ported.tree, self.ported.file))[1] == site:
            yield "a public figure does not change the site: the comparison proves nothing"

    def _held(self, site: dict[str, bytes]) -> Iterator[str]:
        """Without the file the site is the same; without its embargo it is not."""
        tree = dict(self.ported.tree)
        body = tree.pop(self.ported.file)
        if self._build(tree)[1] != site:
            yield "something of it is in the public output"
        free = b"".join(line for line in body.splitlines(keepends=True) if not line.startswith(b"publish_at"))
        if self._build({**tree, self.ported.file: free})[1] == site:
            yield "without embargo it is not shown either: the comparison proves nothing"
