"""A new site folder: sample data, settings, hooks and pipelines, from the texts in defaults/start.

`@{word}` in a text is a value, `@{word|yaml}` the value as YAML in quotes, `@{day-40}` a day, `@{quarter-1}` a quarter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from scorecard.model.quarters import Quarter
from scorecard.model.starts import Start
from scorecard.publish.files import PublishProblem, reason

TEXTS = Path(__file__).resolve().parent.parent / "defaults" / "start"
#: Where an editor finds the schema of a kind of file.
SCHEMAS = ".scorecard/schema"
#: Stands for the address of the repository where nobody knows it yet.
REPOSITORY = {
    "github": "https://github.com/YOUR-NAME/YOUR-REPOSITORY",
    "gitlab": "https://gitlab.com/YOUR-NAME/YOUR-REPOSITORY",
}
_HOST_STEP = {
    "github": "On GitHub: Settings, Pages, Source: GitHub Actions. Settings, Environments, `github-pages`: who may "
    "publish, and allow the branch `main` only.",
    "gitlab": "On GitLab: Settings, CI/CD, protect the branch `main` and the environment `production`. Build, Pipeline "
    "schedules: every hour.",
    "other": "Let your host run `pip install -r requirements.txt` and `scorecard build --strict`, and serve `site/`, "
    "every hour too: what is held back until a moment comes out with the first build after it.",
}
#: Not the placeholder itself: who replaces that everywhere leaves these words whole.
_LINK_STEP = (
    "6. In the link above write your own where YOUR-NAME and YOUR-REPOSITORY stand. Try it once from a phone.\n"
)
_TOKEN = re.compile(r"@\{([a-z_]+)([+-]\d+)?(?:\|([a-z]+))?\}")


def files(start: Start, today: date, schemas: Mapping[str, str]) -> Iterator[tuple[str, bytes, bool]]:
    """(path, bytes, may it be run) of every file of the new folder.

    `schemas` are texts by kind of file; the editor is told of each.
    """
    fill = _filling(start, today)
    for target, text, kind in _layout(start, fill):
        head = f"# yaml-language-server: $schema={_up(target)}{SCHEMAS}/{kind}.schema.json\n" if kind in schemas else ""
        yield (
            target,
            (head + fill((TEXTS / text).read_text(encoding="utf-8"))).encode(),
            target.startswith(".githooks/"),
        )
    if schemas:
        yield ".vscode/settings.json", _editor(schemas), False
    for kind, text in sorted(schemas.items()):
        yield f"{SCHEMAS}/{kind}.schema.json", text.encode(), False


def look(folder: Path) -> None:
    """Raises PublishProblem where a folder holds something already; an empty git repository is fine."""
    try:
        full = folder.exists() and (not folder.is_dir() or any(one.name != ".git" for one in folder.iterdir()))
    except OSError as error:
        raise PublishProblem(f"{folder} cannot be read: {reason(error)}") from error
    if full:
        raise PublishProblem(f"{folder} is not empty; choose a new folder")


def write(folder: Path, made: Iterator[tuple[str, bytes, bool]]) -> int:
    """Write the files of a new folder; give their number. Raises PublishProblem, before anything is written where a
    folder holds something already.
    """
    look(folder)
    try:
        number = 0
        for name, content, runs in made:
            number += 1
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as out:
                out.write(content)
            if runs:
                mode = file.stat().st_mode
                file.chmod(mode | (mode & 0o444) >> 2)  # who may read it may run it
    except OSError as error:
        raise PublishProblem(f"{folder} cannot be written: {reason(error)}") from error
    return number


def _layout(start: Start, fill: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    """(path, name of its text, kind of data file or '')."""
    kinds = "minimal" if start.minimal else "data"
    yield "data/organisation.yml", f"{kinds}/organisation.yml", "organisation"
    yield fill("data/surveys/@{slug-1}.yml"), f"{kinds}/survey.yml", "survey"
    yield "mkdocs.yml", "mkdocs.yml", ""
    yield "content/about.md", "about.md", ""
    yield "requirements.txt", "requirements.txt", ""
    yield ".gitignore", "git/gitignore", ""
    yield "README.md", "README.md", ""
    if start.minimal:
        return
    yield fill("data/surveys/@{slug-2}.yml"), "data/survey-before.yml", "survey"
    yield fill("data/incidents/@{year-40}/@{day-40}-payments.yml"), "data/incident.yml", "incident"
    yield "data/promises/letters-in-five-days.yml", "data/promise.yml", "promise"
    yield fill("data/dialogue/@{year-30}/@{day-30}-two-prices.yml"), "data/dialogue.yml", "dialogue"
    yield "data/risks/payment-changes.yml", "data/risk.yml", "risk"
    yield ".githooks/pre-commit", "git/pre-commit", ""
    if start.host == "github":
        for name in ("check", "comment", "publish"):
            yield f".github/workflows/{name}.yml", f"github/{name}.yml", ""
    if start.host == "gitlab":
        yield ".gitlab-ci.yml", "gitlab/gitlab-ci.yml", ""


def _filling(start: Start, today: date) -> Callable[[str], str]:
    quarter = Quarter(today.year, (today.month + 2) // 3)
    form = (TEXTS / "incident-form.yml").read_text(encoding="utf-8")
    words = {
        "name": start.name,
        "url": start.url,
        "contact": start.contact,
        "timezone": start.timezone,
        "language": start.language,
        "version": start.version,
        "incident_form": form,
        "new_incident": new_incident(start, today, form),
        "host_step": _HOST_STEP[start.host],
        "link_step": "" if start.repository else _LINK_STEP,
    }

    def value(token: re.Match[str]) -> str:
        word, shift, form = token[1], int(token[2] or 0), token[3]
        if word in words:
            text = words[word]
            return json.dumps(text, ensure_ascii=False) if form == "yaml" else text.rstrip("/") + "/" if form else text
        day, then = today + timedelta(shift), quarter.plus(shift)
        first, after = (date(one.year, one.number * 3 - 2, 1) for one in (then, then.plus(1)))
        return {
            "day": f"{day:%Y-%m-%d}",
            "year": f"{day:%Y}",
            "quarter": str(then),
            "slug": then.slug,
            "from": f"{first:%Y-%m-%d}",
            "to": f"{after - timedelta(1):%Y-%m-%d}",
        }[word]

    return lambda text: _TOKEN.sub(value, text)


def new_incident(start: Start, today: date, form: str) -> str:
    """The address of the host's editor on a new incident."""
    folder, name = f"data/incidents/{today:%Y}", f"{today:%Y}-MM-DD-what-happened.yml"
    base = start.repository or REPOSITORY.get(start.host, REPOSITORY["github"])
    if start.host == "gitlab":
        return f"{base}/-/new/main?file_name={quote(f'{folder}/{name}', safe='')}&content={quote(form, safe='')}"
    return f"{base}/new/main?filename={quote(f'{folder}/{name}', safe='')}&value={quote(form, safe='')}"


def _up(target: str) -> str:
    return "../" * target.count("/")


def _editor(schemas: Mapping[str, str]) -> bytes:
    """Settings of VS Code with the YAML extension of Red Hat."""
    folders = {"survey": "surveys/*", "incident": "incidents/*/*", "promise": "promises/*", "dialogue": "dialogue/*/*"}
    folders |= {"risk": "risks/*", "decision": "decisions/*", "correction": "corrections/*", "enquiries": "enquiries/*"}
    folders |= {"import": "imports/*"}
    known = {f"./{SCHEMAS}/{kind}.schema.json": f"data/{folders.get(kind, kind)}.yml" for kind in sorted(schemas)}
    settings = {"yaml.schemas": known, "yaml.schemaStore.enable": False}
    return (json.dumps(settings, indent=2) + "\n").encode()
