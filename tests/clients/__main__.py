"""`make clients`: programs that we did not write read the example, an empty company, one with the least YAML, one with
many incidents.

Prints which client proved what, and why one is left out: `python -m tests.clients [INCIDENTS]`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.clients.companies import REPOSITORY, build
from tests.clients.serving import served

BUILD = REPOSITORY / "build"
VENV, NODE = BUILD / "clients-venv", BUILD / "clients-node"
HERE = Path(__file__).parent
#: Enough for every bound to be crossed; `make clients INCIDENTS=5000` for the size of the promise.
INCIDENTS = 600


def install_python() -> str:
    """Install the Python clients where they are not yet; says why it cannot, else ''."""
    lock, stamp = REPOSITORY / "requirements" / "clients.txt", VENV / ".stamp"
    wanted = lock.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    shutil.rmtree(VENV, ignore_errors=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    for command in ([sys.executable, "-m", "venv", str(VENV)], [*pip, "--require-hashes", "-r", str(lock)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return "the Python clients cannot be installed: " + last(done.stderr)
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def install_node() -> str:
    """Install the node clients where they are not yet; says why it cannot, else ''."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "there is no node on this machine"
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    stamp = NODE / ".stamp"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    shutil.rmtree(NODE, ignore_errors=True)
    NODE.mkdir(parents=True)
    (NODE / "package.json").write_text(wanted, encoding="utf-8")
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
    done = subprocess.run(command, cwd=NODE, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return "the node clients cannot be installed: " + last(done.stderr)
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def last(text: str) -> str:
    """The last line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "no reason given"


def results(command: list[str], folder: Path) -> list[tuple[str, bool, str]]:
    """What one runner of clients found."""
    environment = os.environ | {"NO_PROXY": "127.0.0.1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        return [(command[0].rpartition("/")[2], False, last(done.stderr))]
    return [(name, good, text) for name, good, text in json.loads(done.stdout)]


def main() -> int:
    """Install, build, serve, read, tell."""
    incidents = int(sys.argv[1]) if len(sys.argv) > 1 else INCIDENTS
    BUILD.mkdir(exist_ok=True)
    missing = {"python": install_python(), "node": install_node()}
    for reason in filter(None, missing.values()):
        print(f"left out: {reason}")
    if all(missing.values()):
        return 0
    sites, failed = BUILD / "clients-sites", 0
    shutil.rmtree(sites, ignore_errors=True)
    sites.mkdir(parents=True)
    for name in ("example", "empty", "least", "many"):
        site = build(name, sites, incidents)
        with served(site) as address:
            found = []
            if not missing["python"]:
                runner = [str(VENV / "bin" / "python"), str(HERE / "reading.py"), str(site), address]
                found += results(runner, BUILD)
            if not missing["node"]:
                found += results(["node", str(HERE / "reading.mjs"), str(site), address], NODE)
        print(f"{name}{f' ({incidents} incidents)' if name == 'many' else ''}")
        for client, good, text in found:
            print(f"  {'proved' if good else 'FAILED'}  {client}: {text}")
            failed += not good
    shutil.rmtree(sites, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
