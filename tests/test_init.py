"""A new site is right from its first day: data, links, hook, pipelines; a folder that holds something is left alone."""

import os
import re
import shutil
import stat
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from scorecard import cli, pipeline
from scorecard.model.starts import Start
from scorecard.pipeline import starts
from scorecard.validate.rules import title_of_the_form
from tests.cli_git import commit, git

TODAY = date(2026, 11, 25)
START = Start(
    name="Example Water",
    url="https://trust.example.org",
    contact="trust@example.org",
    timezone="UTC",
    language="en",
    host="github",
    repository="",
    minimal=False,
    version="0.1.0",
)
BIN = Path(sys.executable).parent


def begun(folder: Path, today: date = TODAY, **more: Any) -> Path:
    """A new site with other answers."""
    starts.begin(folder, Start(**{name: more.get(name, getattr(START, name)) for name in Start.__slots__}), today)
    return folder


def problems(folder: Path, today: date) -> list[str]:
    """The problems at the end of that day, as concise lines."""
    found = pipeline.check(folder, pipeline.moment(f"{today}T23:59")).problems
    return pipeline.tell(found, "concise").splitlines()


@pytest.mark.parametrize("minimal", [False, True])
def test_the_sample_data_has_no_problem_on_any_day(minimal: bool, tmp_path: Path) -> None:
    """Quarters turn, years end and leap; a warning would greet people on their first day."""
    for number in range(0, 900, 23):
        today = date(2026, 1, 1) + timedelta(number)
        folder = begun(tmp_path / str(number), today, minimal=minimal)
        assert problems(folder, today) == []
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "name", ['A "quoted" name', "x: y # z", "- [a]", "Società & Figli", "@{url}", "100%", "'", "\\n"]
)
def test_any_name_is_a_name(name: str, tmp_path: Path) -> None:
    """It is data in YAML, whatever signs are in it."""
    folder = begun(tmp_path / "site", name=name)
    assert yaml.safe_load((folder / "data/organisation.yml").read_text())["name"] == name
    assert yaml.safe_load((folder / "mkdocs.yml").read_text())["site_name"] == name
    assert problems(folder, TODAY) == []


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_site_builds_strictly_and_says_that_it_is_invented(language: str, tmp_path: Path) -> None:
    """Every page of it, in either language."""
    folder = begun(tmp_path / "site", language=language)
    as_of = ["--as-of", f"{TODAY}"]
    assert cli.run(["build", "--strict", "-C", str(folder), *as_of]) == 0
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in home
    word = {"en": "invented", "it": "inventat"}[language]
    pages = [page for page in (folder / "site").rglob("index.html") if 'http-equiv="refresh"' not in page.read_text()]
    assert len(pages) > 8
    assert [page for page in pages if word not in page.read_text(encoding="utf-8").lower()] == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, and nothing is added; an empty git repository is fine."""
    (tmp_path / "notes.txt").write_text("mine")
    assert cli.run(["init", str(tmp_path), "--yes"]) == 1
    assert capsys.readouterr().err == f"error: {tmp_path} is not empty; choose a new folder\n"
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]
    git(tmp_path, "init", "-q", "repository")
    assert cli.run(["init", str(tmp_path / "repository"), "--yes", "--minimal"]) == 0
    assert (tmp_path / "repository/data/organisation.yml").is_file()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--url", "trust.example.org"],
            "--url: 'trust.example.org' is no address; write one like https://trust.example.org.",
        ),
        (["--url", "https://a b"], "--url: 'https://a b' is no address; write one like https://trust.example.org."),
        (["--url", "http://["], "--url: 'http://[' is no address; write one like https://trust.example.org."),
        (["--timezone", "Rome"], "--timezone: there is no zone 'Rome'; write one like Europe/Rome."),
        (["--timezone", "../etc"], "--timezone: there is no zone '../etc'; write one like Europe/Rome."),
        (["--name", "a\nb"], "--name: 'a\\nb' is not one line of at most 200 letters."),
        (["--host", "svn"], "Invalid value for '--host': 'svn' is not one of 'github', 'gitlab', 'other'."),
    ],
)
def test_a_wrong_answer_is_told(
    args: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, and no folder is made."""
    assert cli.run(["init", str(tmp_path / "site"), "--yes", *args]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"Error: {message}"
    assert not (tmp_path / "site").exists()


def test_a_wrong_answer_at_a_terminal_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No answer given before is lost, capitals do not matter, and the next command can be pasted, blanks and all."""
    answers = iter(["", "  ", "Water", "trust.example.org", "https://trust.example.net", "IT", "GitHub"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda _: True})())
    assert cli.run(["init", str(tmp_path / "my site")]) == 0
    told = re.sub(r"wrote \d+ files", "wrote N files", capsys.readouterr().err)
    assert [line for line in told.splitlines() if not line.startswith(("Name of", "Address of", "Where will"))] == [
        "Error: '  ' is not one line of at most 200 letters.",
        "Error: 'trust.example.org' is no address; write one like https://trust.example.org.",
        f"wrote N files to {tmp_path}/my site; the sample data is invented, and every page says so",
        f"Next: cd '{tmp_path}/my site' && scorecard serve",
    ]
    organisation = (tmp_path / "my site/data/organisation.yml").read_text()
    assert 'name: "Water"\nurl: "https://trust.example.net"\n' in organisation
    assert "languages: [it]\n" in organisation


@pytest.mark.parametrize(
    ("remote", "page"),
    [
        ("https://github.com/team/site.git", "https://github.com/team/site"),
        ("https://token:x@github.com/team/site", "https://github.com/team/site"),
        ("git@gitlab.com:group/sub/site.git", "https://gitlab.com/group/sub/site"),
        ("ssh://git@git.example.org:2222/team/site.git", "https://git.example.org/team/site"),
        ("/srv/git/site.git", ""),
    ],
)
def test_the_repository_is_read_off_from_git(remote: str, page: str, tmp_path: Path) -> None:
    """Without a password that stands in the address."""
    from scorecard.cli.init import repository_of

    git(tmp_path, "init", "-q")
    git(tmp_path, "remote", "add", "origin", remote)
    assert repository_of(tmp_path / "not/yet/there") == page


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_the_link_opens_a_new_incident_that_is_valid(host: str, tmp_path: Path) -> None:
    """But for the name and the title, the form may stay as it is: what is not known yet is unknown."""
    folder = begun(tmp_path / "site", host=host, repository="https://git.example.org/team/site")
    (link,) = re.findall(r"\[write down a new incident\]\((\S+)\)", (folder / "README.md").read_text())
    parts = urlsplit(link)
    query = parse_qs(parts.query)
    file, text = (query[key][0] for key in (("filename", "value") if host == "github" else ("file_name", "content")))
    assert parts.path == ("/team/site/new/main" if host == "github" else "/team/site/-/new/main")
    assert f"```yaml\n{text}```" in (folder / "README.md").read_text()
    written = folder / file.replace("MM-DD", "11-25")
    written.write_text(text)
    assert problems(folder, TODAY) == [
        f"{written.relative_to(folder).as_posix()}:1:8: warning[title-of-the-form] this is the title of the form, not "
        "of an incident"
    ]
    written.write_text(text.replace(title_of_the_form.FORM, "Pages are slow"))
    assert problems(folder, TODAY) == []


def test_a_full_folder_is_told_before_the_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody answers four questions for nothing."""
    (tmp_path / "notes.txt").write_text("mine")
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda _: True})())
    assert cli.run(["init", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"error: {tmp_path} is not empty; choose a new folder\n"


def test_the_readme_says_where_the_repository_belongs(tmp_path: Path) -> None:
    """Only where git does not know it; who replaces the placeholder everywhere leaves the sentence whole."""
    step = "6. In the link above write your own where YOUR-NAME and YOUR-REPOSITORY stand. Try it once from a phone.\n"
    for host in ("github", "gitlab", "other"):
        text = (begun(tmp_path / host, host=host) / "README.md").read_text()
        assert text.replace("YOUR-NAME/YOUR-REPOSITORY", "team/site").endswith(f"while you type.\n{step}")
    text = (begun(tmp_path / "known", repository="https://git.example.org/team/site") / "README.md").read_text()
    assert text.endswith("while you type.\n")
    assert "YOUR-NAME" not in text


def test_the_hook_stops_a_commit_with_a_mistake(tmp_path: Path) -> None:
    """Only files of the commit are looked at, names with spaces too."""
    folder = begun(tmp_path / "my site")
    assert (folder / ".githooks/pre-commit").stat().st_mode & stat.S_IXUSR
    commit(folder, "begin")
    git(folder, "config", "core.hooksPath", ".githooks")
    promise = folder / "data/promises/letters-in-five-days.yml"
    promise.write_text(promise.read_text().replace("owner:", "ownr:"))
    (folder / "content/about.md").write_text("# Us\n")
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": "1795600000"}

    def committed(*files: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x", *files]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    assert committed("content/about.md").returncode == 0
    done = committed("-a")
    assert done.returncode == 1
    assert "promise has no field 'ownr'" in done.stdout + done.stderr


@pytest.fixture(scope="module")
def workflows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the pipelines for GitHub."""
    return begun(tmp_path_factory.mktemp("init") / "site") / ".github/workflows"


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """A linter of others, at its strictest, without the network."""
    command = [BIN / "zizmor", "--offline", "--no-progress", "--persona", "auditor", "--format", "plain", folder]
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def test_a_linter_finds_nothing_in_the_workflows(workflows: Path) -> None:
    """zizmor at its strictest."""
    done = zizmor(workflows)
    assert (done.returncode, "No findings to report" in done.stdout) == (0, True), done.stdout + done.stderr


def test_the_linter_can_find(workflows: Path, tmp_path: Path) -> None:
    """An action without a hash, a permission too many, text of strangers in a script."""
    folder = tmp_path / ".github/workflows"
    shutil.copytree(workflows, folder)
    text = (folder / "check.yml").read_text()
    text = re.sub(r"checkout@[0-9a-f]{40} # v5.0.0", "checkout@v5", text).replace(
        "permissions: {}", "permissions: write-all"
    )
    (folder / "check.yml").write_text(text.replace('origin/$BASE" --format', 'origin/${{ github.head_ref }}" --format'))
    done = zizmor(folder)
    assert done.returncode != 0
    for audit in ("unpinned-uses", "excessive-permissions", "template-injection"):
        assert f"[{audit}]" in done.stdout


def test_the_workflows_keep_their_promises(workflows: Path) -> None:
    """No permission by default, every action by hash, no secret where strangers' code runs, none of it where words are
    written.
    """
    texts = {file.stem: file.read_text() for file in workflows.glob("*.yml")}
    assert set(texts) == {"check", "comment", "publish"}
    flows: dict[str, Any] = {name: yaml.load(text, yaml.BaseLoader) for name, text in texts.items()}
    for name, flow in flows.items():
        assert flow["permissions"] == {}
        used = re.findall(r"uses: (\S+)(.*)", texts[name])
        assert used and all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", one) for one, _ in used)
        assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", word) for _, word in used)
        assert all("timeout-minutes" in job for job in flow["jobs"].values())
    assert flows["check"]["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "secrets." not in texts["check"] and set(flows["check"]["on"]) == {"pull_request"}
    assert flows["comment"]["jobs"]["comment"]["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert "checkout" not in texts["comment"].replace("checks out", "") and "run-id" in texts["comment"]
    assert "schedule" in flows["publish"]["on"]
    assert flows["publish"]["jobs"]["publish"]["environment"]["name"] == "github-pages"
    assert flows["publish"]["jobs"]["build"]["permissions"] == {"contents": "read"}


def test_gitlab_gets_the_same(tmp_path: Path) -> None:
    """A check of merge requests, and a publication from the main branch alone."""
    folder = begun(tmp_path / "site", host="gitlab")
    assert not (folder / ".github").exists()
    value = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())
    assert value["check"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert value["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert value["pages"]["environment"]["name"] == "production"
    said = [line for line in value["check"]["script"] if line.startswith("scorecard")]
    assert [line.split()[1] for line in said] == ["check", "build", "diff"]


def test_editors_are_told_of_the_schemas(tmp_path: Path) -> None:
    """Every data file names its schema, at a place that is there; VS Code is told of whole folders."""
    folder = begun(tmp_path / "site")
    for file in (folder / "data").rglob("*.yml"):
        (name,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", file.read_text(), re.MULTILINE)
        assert (file.parent / name).resolve().is_relative_to(folder) and (file.parent / name).is_file()
    settings = yaml.safe_load((folder / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert [schema for schema in settings if not (folder / schema).is_file()] == []
    told = {file for pattern in settings.values() for file in folder.glob(pattern)}
    assert told == set((folder / "data").rglob("*.yml"))
    assert problems(folder, TODAY) == []
