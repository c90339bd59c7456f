"""The wheel carries what it needs and works elsewhere; the locks hold hashes; nothing tracked names a machine."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

from scorecard import __version__

# Hosts of package registries, written apart so that this file does not name one.
REGISTRIES = tuple("|".join(host.split()) for host in ("pypi org", "pythonhosted org", "npmjs org", "yarnpkg com"))
HOST = re.compile("|".join(rf"\b{re.escape(host.replace('|', '.'))}\b" for host in REGISTRIES), re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?:^|[^\w.])/(?:home|opt|root|tmp|work)/\w")
PIN = re.compile(r"^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\[[a-z0-9,-]+\])?==(\S+)((?: ; [^\\]+)?) \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
LOCKS = ("run", "dev", "tools")

# DATA.md calls this the least that already gives an honest page.
LEAST = {
    "data/organisation.yml": (
        "name: A small company\n"
        "url: https://trust.example.org\n"
        "contact: trust@example.org\n"
        "timezone: Europe/Rome\n"
    ),
    "data/surveys/2026-q3.yml": (
        "quarter: 2026-Q3\n"
        "audience: customers\n"
        "sample: random\n"
        "invited: 900\n"
        "questions:\n"
        "  - {id: trust, counts: [4, 3, 7, 9, 14, 20, 41, 55, 30, 17]}\n"
    ),
}  # fmt: skip


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command with nearly no environment; give its output, or fail with all it said."""
    given = {"PATH": "/usr/bin:/bin", "HOME": str(cwd), "TMPDIR": str(cwd), "LC_ALL": "C.UTF-8", **environment}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(repository: Path, folder: Path, **environment: str) -> Path:
    """Build the wheel without the network and without an environment of its own."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=repository, **environment)
    (wheel,) = folder.glob("*.whl")
    return wheel


def empty_environment(wheel: Path, home: Path) -> Path:
    """A new virtual environment in home/venv with the wheel; locked packages are reachable, this repository is not."""
    run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=home)
    python = home / "venv" / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    # A .pth line adds the folder only: the .pth of the editable install in it is not followed.
    (site / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--ignore-installed")
    run(sys.executable, "-m", "pip", "--python", python, "install", *quiet, wheel, cwd=home)
    return home


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this working tree."""
    return build(repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new virtual environment with the wheel; the locked packages are reachable, this repository is not."""
    return empty_environment(wheel, tmp_path_factory.mktemp("elsewhere"))


def test_the_wheel_holds_every_module_template_and_default(repository: Path, wheel: Path) -> None:
    """Each source, template and default stands in the wheel, and nothing of the example or the tests."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"scorecard/{file.relative_to(repository / 'scorecard').as_posix()}"
        for pattern in ("*.py", "py.typed", "defaults/*.yml")
        for file in (repository / "scorecard").rglob(pattern)
    } | {
        f"scorecard/{file.relative_to(repository).as_posix()}"
        for file in (repository / "site_templates").rglob("*")
        if file.is_file()
    }
    assert {"scorecard/py.typed", "scorecard/__init__.py"} <= wanted
    assert any(name.startswith("scorecard/defaults/") for name in wanted)
    assert wanted - names == set()
    assert {name.split("/")[0] for name in names} == {"scorecard", f"trust_scorecard-{__version__}.dist-info"}


def test_the_wheel_carries_licence_and_doors(wheel: Path) -> None:
    """The licence, the notice, the command and the MkDocs plugin are named in the wheel."""
    with zipfile.ZipFile(wheel) as parts:
        info = f"trust_scorecard-{__version__}.dist-info"
        assert {f"{info}/licenses/LICENSE", f"{info}/licenses/NOTICE"} <= set(parts.namelist())
        doors = parts.read(f"{info}/entry_points.txt").decode()
    assert "scorecard = scorecard.cli:main" in doors
    assert "scorecard = scorecard.mkdocs_plugin:ScorecardPlugin" in doors


def test_two_builds_give_the_same_wheel(repository: Path, wheel: Path, tmp_path: Path) -> None:
    """Another hash seed and another time zone: the same bytes."""
    again = build(repository, tmp_path, PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_installed_package_is_not_this_repository(repository: Path, elsewhere: Path) -> None:
    """What the tests below prove, they prove of the wheel."""
    where = run(elsewhere / "venv/bin/python", "-c", "import scorecard; print(scorecard.__file__)", cwd=elsewhere)
    assert Path(where.strip()).is_relative_to(elsewhere)
    assert not Path(where.strip()).is_relative_to(repository)


def test_the_installed_command_knows_its_version(elsewhere: Path, tmp_path: Path) -> None:
    """`scorecard --version` works from any folder."""
    assert __version__ in run(elsewhere / "venv/bin/scorecard", "--version", cwd=tmp_path)


def test_the_installed_command_builds_a_site_from_ten_lines(elsewhere: Path, tmp_path: Path) -> None:
    """The least YAML builds a site with the packaged templates and defaults, in a folder of its own."""
    for name, text in LEAST.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    run(elsewhere / "venv/bin/scorecard", "build", cwd=tmp_path, SOURCE_DATE_EPOCH="1793000000")
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "A small company" in home


def pins(lock: Path) -> dict[tuple[str, str], tuple[str, int]]:
    """(package, marker) -> (version, number of hashes); an unexpected line fails."""
    found: dict[tuple[str, str], tuple[str, int]] = {}
    last = ("", "")
    for line in lock.read_text(encoding="utf-8").splitlines():
        if pin := PIN.match(line):
            last = (pin[1], pin[3].removeprefix(" ; "))
            found[last] = (pin[2], 0)
        else:
            assert HASH.match(line), f"{lock.name}: neither a pin nor a hash: {line}"
            found[last] = (found[last][0], found[last][1] + 1)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(repository: Path, name: str) -> None:
    """A lock holds exact versions with their hashes and nothing else: no index, no host, no option."""
    found = pins(repository / "requirements" / f"{name}.txt")
    assert found
    assert {pin: count for pin, (_, count) in found.items() if count == 0} == {}


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://example.org/index",
        "--find-links /wheels",
        "click @ https://example.org/click.whl",
        "click>=8.4",
        "click==8.4.0",
        "    --hash=md5:00",
    ],
)
def test_a_lock_with_anything_else_is_refused(tmp_path: Path, line: str) -> None:
    """The check of the locks can fail."""
    (tmp_path / "bad.txt").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"^bad.txt: neither a pin nor a hash: "):
        pins(tmp_path / "bad.txt")


def test_developers_run_what_users_run(repository: Path) -> None:
    """The development lock holds each run-time pin with the same version."""
    run_time = {pin: version for pin, (version, _) in pins(repository / "requirements/run.txt").items()}
    development = {pin: version for pin, (version, _) in pins(repository / "requirements/dev.txt").items()}
    assert run_time.items() <= development.items()


def test_the_locks_hold_each_run_time_package_at_its_floor(repository: Path) -> None:
    """Each dependency of pyproject.toml is pinned, and not below the version that the project asks for."""
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions: dict[str, list[str]] = {}
    for (name, _), (version, _) in pins(repository / "requirements/run.txt").items():
        versions.setdefault(name, []).append(version)
    for wanted in project["dependencies"]:
        name, floor = re.fullmatch(r"([\w.-]+)>=([\d.]+).*", wanted).groups()  # type: ignore[union-attr]
        locked = versions[name.replace(".", "-")]
        assert all(numbers(version) >= numbers(floor) for version in locked), f"{wanted}: locked {locked}"


def numbers(version: str) -> tuple[int, ...]:
    """The release numbers of a version, for comparing."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def test_nothing_tracked_names_a_registry_or_a_machine(repository: Path) -> None:
    """No tracked file names the host of a package registry or a path of somebody's machine."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git working tree, so nothing is tracked")
    found = []
    for name in os.fsdecode(listed).split("\0"):
        file = repository / name
        if not name or not file.is_file() or b"\0" in (content := file.read_bytes()):
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if HOST.search(line) or (MACHINE_PATH.search(line) and not line.startswith("#!/")):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    assert found == []


@pytest.mark.parametrize(
    "text", ["/work" + "/main", "see /tmp" + "/x", "'/root" + "/a'", "https://py" + "pi.org/simple"]
)
def test_a_registry_or_a_machine_would_be_noticed(text: str) -> None:
    """The patterns above find what they are for."""
    assert HOST.search(text) or MACHINE_PATH.search(text)


@pytest.mark.parametrize("text", ["framework/main", "https://example.org/work/1", "data/tmp/a", "#!/usr/bin/env bash"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    """The patterns above do not cry wolf."""
    assert not HOST.search(text)
    assert not MACHINE_PATH.search(text)


def test_make_names_its_targets(repository: Path) -> None:
    """A bare `make` lists what a newcomer can do."""
    listed = set(re.findall(r"^  make (\S+)", run("make", cwd=repository), re.MULTILINE))
    wanted = {"help", "venv", "serve", "site", "test", "check", "real", "hostile", "bless", "lock", "clean"}
    assert wanted - listed == set()
