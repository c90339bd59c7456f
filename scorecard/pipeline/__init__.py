"""The corridor: read → validate → score → present → publish. It alone knows the order and the rooms.

Rooms are opened only when they are needed: `scorecard --help` opens none.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scorecard import __version__
from scorecard.model.memo import Memo
from scorecard.model.problems import Problem, RuleInfo, Severity

if TYPE_CHECKING:
    from scorecard.edit import Desk as Desk
    from scorecard.edit import Draft as Draft
    from scorecard.model.file_kinds import FileKind
    from scorecard.model.intake import Reading
    from scorecard.model.pages import Bundle, Document, Json, Site
    from scorecard.model.records import Records
    from scorecard.model.scorecards import Scorecard
    from scorecard.publish.workers import Crew as Crew

T = TypeVar("T")

#: What people keep in a project; a build never replaces one of them.
OWN_FOLDERS = ("content", "data", "site_templates")
#: So many incidents make a second process worth its fork; so many years between two of them are a slip.
LARGE, AGES = 500, 60


class Stopped(Exception):  # noqa: N818 - not a fault of ours: the data or a template has one
    """The work stopped because of problems in data/ or a template; `problems` is empty for the latter."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class Checked(NamedTuple):
    """What was read: the records (None when a file cannot be read as such), and every problem, sorted."""

    as_of: datetime
    problems: tuple[Problem, ...]
    records: Records | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)


class Scored(NamedTuple):
    """Released records with their figures; in a preview the held-back ones too."""

    as_of: datetime
    problems: tuple[Problem, ...]
    records: Records
    scorecard: Scorecard


class Built(NamedTuple):
    """A whole site, drawn."""

    as_of: datetime
    problems: tuple[Problem, ...]
    records: Records
    scorecard: Scorecard
    site: Site
    bundle: Bundle
    preview: bool


def moment(text: str) -> datetime:
    """The moment a person names: a day (its first moment, UTC), a day with a time (UTC unless an offset stands there).

    A number is seconds since 1970, as SOURCE_DATE_EPOCH has it. Raises ValueError for any other text.
    """
    text = text.strip()
    try:
        if re.fullmatch(r"\d{9,11}", text):
            return datetime.fromtimestamp(int(text), UTC)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.fromisoformat(text).replace(tzinfo=UTC)
        if re.match(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}", text):
            read = datetime.fromisoformat(text)
            return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{text!r} is not a moment: write 2026-10-20 or 2026-10-20T10:00+02:00")


def held(settings: bytes) -> str | None:
    """The moment at which mkdocs.yml (its bytes) holds the project, where it says so plainly."""
    from scorecard.read import settings as read_settings

    return read_settings.held(settings)


def check(project: Path, as_of: datetime, memo: Memo | None = None) -> Checked:
    """Read and check everything, held-back entries too; with a memo, only what changed since it was last used."""
    from scorecard import read

    reading = read.read(project, memo)
    checked = _checked(reading, as_of, memo)
    return Checked(as_of, checked.problems, reading.records)


def compare(project: Path, past: Path, since: str, as_of: datetime) -> tuple[Problem, ...]:
    """Published figures that were changed, and records that were deleted, without a correction. Raises Stopped.

    `past` is a folder with an earlier state of the project, named `since`.
    """
    from scorecard import read
    from scorecard.validate import history

    before, after = read.read(past), read.read(project)
    if before.records is None:
        raise Stopped(f"data/ cannot be read as it was at {since}; choose a later state")
    unread = {problem.place.file for problem in after.problems}
    return history.compare(before.records, after.records, since, as_of, unread) if after.records is not None else ()


def _checked(reading: Reading, as_of: datetime, memo: Memo | None = None) -> Checked:
    """All problems of what was read, without the records."""
    from scorecard import validate

    problems = list(reading.problems)
    if reading.records is not None:
        unread = {one.place.file for one in reading.problems if one.severity is Severity.ERROR}
        problems += validate.check(reading.records, as_of, unread, memo)
    return Checked(as_of, tuple(sorted(problems, key=lambda problem: problem.order)), None)


def score(project: Path, as_of: datetime, *, preview: bool = False, memo: Memo | None = None) -> Scored:
    """Check, drop what is held back, compute. Raises Stopped when there are errors."""
    from scorecard import read
    from scorecard.score import score as compute

    reading = read.read(project, memo)
    scorecard = None
    if memo is None and reading.records is not None and _is_large(reading):
        from scorecard.publish import workers

        checking = workers.Beside(partial(_checked, reading, as_of))
        records = reading.records if preview else reading.records.released(as_of)
        with suppress(Exception):  # figures of data with errors: nobody will see them, or whatever went wrong
            scorecard = compute(records, as_of)
        checked = checking.value()
    else:
        checked = _checked(reading, as_of, memo)
    if checked.errors or reading.records is None:
        raise Stopped(f"data/ has {count(checked.problems)}; nothing was written", checked.problems)
    records = reading.records if preview else reading.records.released(as_of)
    return Scored(as_of, checked.problems, records, scorecard or compute(records, as_of, memo))


def _is_large(reading: Reading) -> bool:
    """So large that checking in a process beside the scoring is worth it; not where a slip of the pen makes ages."""
    incidents = reading.records.incidents if reading.records is not None else ()
    years = {entry.record.first_known.year for entry in incidents if entry.record.first_known is not None}
    return len(incidents) >= LARGE and max(years, default=0) - min(years, default=0) < AGES


def build(
    project: Path, as_of: datetime, *, preview: bool = False, later: bool = False, memo: Memo | None = None
) -> Built:
    """Everything up to drawn pages and files; nothing is written. Raises Stopped.

    With `later`, leaf pages are drawn when they are asked for (see `drawing`). With a memo, what did not change since
    it was last used is not worked out again.
    """
    from scorecard import publish
    from scorecard.present import present

    scored = score(project, as_of, preview=preview, memo=memo)
    site = present(scored.scorecard, scored.records, as_of, __version__, _catalogues(scored.records, memo or Memo()))
    with drawing(scored.problems):
        bundle = publish.draw(site, publish.template_folders(project), later=later, memo=memo)
    return Built(as_of, scored.problems, scored.records, scored.scorecard, site, bundle, preview)


def _catalogues(records: Records, memo: Memo) -> Mapping[str, gettext.NullTranslations]:
    """The texts of each language of the site that somebody has translated, in the organisation's order."""
    from scorecard.read import locale

    found = {}
    for language in records.organisation.record.languages:
        catalogue = memo.of(("catalogue", language), (), partial(locale.catalogue, language))
        if catalogue is not None:
            found[language] = catalogue
    return found


@contextmanager
def drawing(problems: tuple[Problem, ...] = ()) -> Iterator[None]:
    """Around what draws pages: a fault in a template becomes Stopped."""
    from scorecard import publish

    try:
        yield
    except publish.TemplateProblem as problem:
        raise Stopped(f"a template cannot be used: {problem}", problems) from problem


def crew(pieces: int, work: Callable[[Iterable[int]], T], workers: int | None = None) -> Crew[T]:
    """Work shared with forked workers; see scorecard.publish.workers. What is in memory now stays where it is."""
    from scorecard.publish import workers as room

    room.settle_memory()
    return room.Crew(pieces, work, workers)


def count(problems: Iterable[Problem]) -> str:
    """How many problems of each severity, in words: '2 errors and 1 warning'."""
    found = list(problems)
    words = []
    for severity in Severity:
        if number := sum(problem.severity is severity for problem in found):
            words.append(f"{number} {severity.value}{'s' if number > 1 else ''}")
    return " and ".join(words) or "no problems"


def tell(problems: Iterable[Problem], format: str, *, colour: bool = False) -> str:
    """Problems in a format (see scorecard.present.diagnostics), ready to print; text forms of no problems are empty."""
    from scorecard.present import diagnostics

    return diagnostics.named(format)(problems, colour)


@contextmanager
def desk(project: Path, as_of: datetime) -> Iterator[Desk]:
    """Where staff's files are changed; see scorecard.edit. Raises Stopped where nothing can be changed for sure."""
    from scorecard import edit, read, validate
    from scorecard.model.memo import Keeping

    memo = Keeping()
    reading = read.read(project, memo)
    if reading.records is None:
        raise Stopped(f"data/ has {count(reading.problems)}; nothing was written", reading.problems)
    unread = {problem.place.file for problem in reading.problems}
    judge = partial(validate.check, as_of=as_of, unread=unread, memo=memo)
    try:
        yield edit.Desk(project, as_of, reading, reading.records, read.folders(), read.single, judge)
    except edit.Refused as refused:
        raise Stopped(str(refused), refused.problems) from refused


def rules() -> Mapping[str, RuleInfo]:
    """Every rule by its name, sorted by code."""
    from scorecard import read, validate
    from scorecard.validate import history

    every = (*read.infos(), *validate.infos(), *history.infos())
    return {info.rule: info for info in sorted(every, key=lambda info: info.code)}


def explain(info: RuleInfo) -> str:
    """What a person should know about a rule."""
    from scorecard.present import diagnostics

    return diagnostics.explain(info)


def file_kinds() -> tuple[FileKind, ...]:
    """Every kind of file under data/, with its record and an example."""
    from scorecard.read import examples

    return tuple(examples.file_kinds())


def schemas() -> Mapping[str, Json]:
    """JSON Schema 2020-12 of each kind of file, by its name."""
    from scorecard.present.schemas import schema

    return {kind.name: schema(kind) for kind in file_kinds()}


def score_json(scored: Scored) -> Json:
    """The value of `scorecard score --format json` (DATA.md)."""
    from scorecard.present import api

    return api.score_json(scored.scorecard, scored.records, scored.as_of)


def watched(project: Path) -> tuple[Path, ...]:
    """Folders of templates; a change in one makes other pages."""
    from scorecard import publish

    return publish.template_folders(project)


def theme_folders(project: Path) -> tuple[Path, ...]:
    """Folders with overrides of the theme, first to last: the project's own, then the packaged one."""
    from scorecard import publish

    folders = (folder / "theme" for folder in publish.template_folders(project))
    return tuple(folder for folder in folders if folder.is_dir())


def style(project: Path, bundle: Bundle) -> tuple[str, ...]:
    """Addresses of our style sheets and scripts, as every page links them: the theme's by name, then drawn ones."""
    from scorecard import publish

    theme = (uri for uri, _ in publish.theme_files(publish.template_folders(project)))
    drawn = (asset.uri for asset in bundle.assets)
    return tuple(uri for uri in (*theme, *drawn) if re.fullmatch(r"assets/[^/]+\.(css|js)", uri))


@contextmanager
def replacing(target: Path, project: Path, *, mark: str = "index.html") -> Iterator[Path]:
    """A new folder to fill, that takes the place of `target` when all went well; see scorecard.publish.building.

    Raises Stopped when it cannot.
    """
    from scorecard import publish

    try:
        with publish.building(target, (project, *(project / own for own in OWN_FOLDERS)), mark=mark) as fresh:
            yield fresh
    except publish.PublishProblem as problem:
        raise Stopped(str(problem)) from problem


def reason(error: OSError) -> str:
    """What the system says, in plain words."""
    from scorecard import publish

    return publish.reason(error)


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder; none can land outside of it."""
    from scorecard import publish

    publish.write_files(folder, files)


def search_entry(document: Document) -> dict[str, str]:
    """What the search knows of a page. See scorecard.publish.search."""
    from scorecard import publish

    return publish.search_entry(document)


def search_indexes(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of the search index of every language but the first."""
    from scorecard import publish

    return ((one.uri, one.content) for one in publish.search_indexes(documents))


def project_files(built: Built, project: Path, written: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files that `scorecard render` writes. See scorecard.publish.project_files."""
    from scorecard import publish

    return publish.project_files(built.bundle, publish.template_folders(project), written)
