"""`scorecard serve`: on this machine only, marked as a preview, and a bad edit does not end it."""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import cli, pipeline
from scorecard.mkdocs_plugin import library, preview
from scorecard.model.memo import Keeping
from tests import made
from tests.bench import company

# The rooms are replaced by a drawing of data/text.txt; a text with "bad" in it is a problem.
CODE = """
    import sys
    from pathlib import Path
    from scorecard import cli, pipeline
    from tests import made

    def build(project, as_of, preview=False, later=False, memo=None):
        text = (project / "data/text.txt").read_text()
        if "bad" in text:
            raise pipeline.Stopped("data/ has 1 error; nothing was written")
        return made.built(project, made.usual(text), preview=preview)

    pipeline.build = build
    sys.exit(cli.run(["serve", "-C", sys.argv[1], "--port", sys.argv[2], *sys.argv[3:]]))
"""


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


def save(file: Path, text: str) -> None:
    """Save in one step, as editors do: a watcher must not catch the file half written."""
    project = next(folder for folder in file.parents if (folder / "data").is_dir())
    with tempfile.TemporaryDirectory(dir=project.parent) as elsewhere:
        fresh = Path(elsewhere) / file.name
        fresh.write_text(text)
        fresh.replace(file)


class Served:
    """A running `scorecard serve`."""

    def __init__(self, project: Path, *options: str, mkdocs: bool = False) -> None:
        self.url = f"http://127.0.0.1:{(port := free_port())}/"
        self.log = project / "log.txt"
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "NO_COLOR": "1"}
        command = [sys.executable, "-c", textwrap.dedent(CODE), str(project), str(port), *options]
        if mkdocs:
            command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, stderr=log, env=environment, cwd=project)

    def page(self, uri: str = "") -> str:
        """A page as served; '' while the server is not there yet."""
        try:
            with urllib.request.urlopen(self.url + uri, timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as answer:
            return str(answer.read().decode())
        except urllib.error.URLError:
            return ""

    def told(self) -> str:
        """What it said so far."""
        return self.log.read_text()

    def until(self, claim: Callable[[], bool]) -> None:
        """Wait until the claim holds; fail with the log after a minute."""
        for _ in range(600):
            if claim():
                return
            assert self.process.poll() is None, self.told()
            time.sleep(0.1)
        pytest.fail(f"it never came true; the log says:\n{self.told()}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one text."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/text.txt").write_text("First.")
    return tmp_path


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """A running server, ended by Ctrl+C."""
    running = Served(project)
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.wait()


@pytest.mark.slow
def test_an_edit_is_shown_and_a_bad_one_is_survived(served: Served, project: Path) -> None:
    """Edit, see; break, read the problem while the old page stays; mend, see; Ctrl+C ends it with 130."""
    served.until(lambda: "<p>First.</p>" in served.page())
    assert f"preview, not published: {served.url} (stop with Ctrl+C)\n" in served.told()
    assert "<strong>Preview, not published.</strong>" in served.page("incidents/one/")
    assert "held back" not in served.page()

    save(project / "data/text.txt", "Second.")
    served.until(lambda: "<p>Second.</p>" in served.page())

    save(project / "data/text.txt", "bad")
    served.until(lambda: "Your last edit is not shown" in served.page())
    assert served.told().endswith(
        "error: data/ has 1 error; nothing was written\n"
        "Mend the problem and save; until then the page shows the last good build.\n"
    )
    for uri in ("", "incidents/one/", "no/such/page/"):
        assert "<pre>data/ has 1 error; nothing was written</pre>" in served.page(uri)
    assert "<p>Second.</p>" in served.page()

    save(project / "site_templates/words.html.jinja", made.BODY.replace("<p>{{ text }}</p>", "<p>Now: {{ text }}</p>"))
    save(project / "data/text.txt", "Third.")
    served.until(lambda: "<p>Now: Third.</p>" in served.page())
    assert "<p>Now: Third.</p>" in served.page("incidents/one/")
    assert "not shown" not in served.page()

    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(60) == 130
    assert "Traceback" not in served.told()
    assert not (project / "site").exists()


@pytest.mark.slow
def test_a_first_build_that_fails_is_told_and_recovers(project: Path) -> None:
    """Who starts with a mistake in the data sees it in the browser; the fix brings the site."""
    (project / "data/text.txt").write_text("bad <b>")
    running = Served(project)
    try:
        running.until(lambda: "There is no good build yet. Mend the problem and save." in running.page())
        assert "<pre>data/ has 1 error; nothing was written</pre>" in running.page()
        save(project / "data/text.txt", "Good.")
        running.until(lambda: "<p>Good.</p>" in running.page())
    finally:
        running.process.kill()
        running.process.wait()


@pytest.mark.slow
def test_a_preview_says_what_it_shows(project: Path) -> None:
    """With --preview the banner says that held-back figures are shown."""
    running = Served(project, "--preview")
    try:
        running.until(lambda: "It shows figures that are held back until their release." in running.page())
    finally:
        running.process.kill()
        running.process.wait()


@pytest.mark.slow
def test_plain_mkdocs_serve_survives_a_bad_edit_too(repository: Path, tmp_path: Path) -> None:
    """The other door watches data/ and keeps the last good site; MkDocs alone would hang on the next request."""
    project = tmp_path / "project"
    shutil.copytree(repository / "tests/base_project", project)
    (project / "content").mkdir()
    (project / "mkdocs.yml").write_text(
        "site_name: X\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, scorecard]\n"
    )
    incident = project / "data/incidents/2026/2026-03-14-payment-outage.yml"
    uri = "incidents/2026-03-14-payment-outage/"
    running = Served(project, mkdocs=True)
    try:
        running.until(lambda: "Payments failed for 40 minutes" in running.page(uri))
        assert "<strong>Preview, not published.</strong>" in running.page(uri)
        text = incident.read_text()
        save(incident, text.replace("severity:", "sevrity:"))
        running.until(lambda: "mend the problem and save" in running.told())
        assert "error[unknown-field]" in running.told()
        assert "Payments failed for 40 minutes" in running.page(uri)
        save(incident, text.replace("40 minutes", "41 minutes"))
        running.until(lambda: "Payments failed for 41 minutes" in running.page(uri))
        assert "Traceback" not in running.told()
    finally:
        running.process.kill()
        running.process.wait()


def test_a_taken_port_is_wrong_usage(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Exit 2, with the way out."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        command = [sys.executable, "-c", textwrap.dedent(CODE), str(project), port]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == f"Error: Port {port} is taken. Choose another with --port."


def test_a_refused_port_is_not_called_taken(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Low ports belong to the system on some machines."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("scorecard.mkdocs_plugin.library.serve", refused)
    assert cli.run(["serve", "-C", str(project), "--port", "80"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Error: Port 80 may not be used by everybody. Choose another with --port."
    )


def test_a_folder_without_data_is_not_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No edit there would be heard of: the wrong folder is told at once, exit 1."""
    assert cli.run(["serve", "-C", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        "error[no-data-folder]: there is no folder data/ here\n --> data:1:1\n"
        "  = help: change to the folder of your scorecard, or make a new one with scorecard init\n"
        "  = SC101: docs/problems/no-data-folder\n"
    )


@pytest.mark.slow
def test_a_first_build_that_fails_promises_no_old_page(project: Path) -> None:
    """There is none yet; after the mending the page comes."""
    save(project / "data/text.txt", "bad")
    running = Served(project)
    try:
        running.until(lambda: "There is no good build yet." in running.page())
        assert running.told().startswith(
            "error: data/ has 1 error; nothing was written\nMend the problem and save; then the page is shown.\n"
        )
        save(project / "data/text.txt", "First.")
        running.until(lambda: "<p>First.</p>" in running.page())
    finally:
        running.process.kill()
        running.process.wait()


class Shown:
    """Builds of `serve` after edits, without a server."""

    def __init__(self, project: Path, root: Path) -> None:
        self.project, self.memo = project, Keeping()
        self.preview = preview.Preview(root, "127.0.0.1", free_port())

    def pages(self, as_of: datetime) -> dict[str, bytes]:
        """Every file after a rebuild, each leaf page asked for."""
        built = pipeline.build(self.project, as_of, later=True, memo=self.memo)
        self.memo.sweep()
        fresh = self.preview.fresh()
        config = library.configuration(self.project, fresh)
        plugin = library.plugin_of(config)
        plugin.built, plugin.serving, plugin.on_demand = built, False, True
        library._run(config, plugin)
        self.preview.show(fresh, plugin.leaves)
        for document in plugin.leaves.documents:
            assert not (fresh / document.uri / "index.html").exists()
            self.preview._draw(document.uri)
        self.preview._draw("data/trust.csv")
        return files(fresh)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.slow
def test_a_rebuild_after_an_edit_equals_a_full_build(tmp_path: Path) -> None:
    """Whatever is kept between two builds of `serve`, each page is what a build from nothing gives, byte for byte."""
    project, as_of = company.write(tmp_path / "project", 40, quarters=6), datetime(2026, 4, 15, tzinfo=UTC)
    shown = Shown(project, tmp_path)
    shown.pages(as_of)
    incidents = sorted((project / "data/incidents").rglob("*.yml"))
    wave = project / "data/surveys/2017-q1.yml"
    edits: list[Callable[[], object]] = [
        lambda: incidents[-1].write_text(incidents[-1].read_text().replace("title: ", "title: New ")),
        lambda: incidents[3].write_text(incidents[3].read_text().replace("fault: ", "fault: unknown #")),
        lambda: incidents[5].unlink(),
        lambda: wave.write_text(wave.read_text().replace("invited: 2400", "invited: 2500")),
        lambda: (project / "data/method.yml").write_text("version: 1.0.1\naggregation: arithmetic\n"),
    ]
    for number, edit in enumerate(edits):
        edit()
        again = shown.pages(as_of)
        out = tmp_path / f"full-{number}"
        arguments = ["build", "--project", str(project), "--site-dir", str(out), "--as-of", "2026-04-15"]
        assert cli.run(arguments) == 0
        full = files(out)
        assert list(again) == list(full)
        assert [name for name in full if again[name] != full[name]] == []
