"""`python -m tests.hostile`: every case of ../shared/hostile against the real command line, as a table.

Names of cases, or beginnings of them, may follow. Exit 1 on any difference.
"""

import multiprocessing
import subprocess
import sys
import time
from pathlib import Path

from tests.hostile.corpus import Case, corpus
from tests.hostile.expected import RULES
from tests.hostile.judging import MOST_MB, MOST_SECONDS, Verdict, judge
from tests.hostile.running import load

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def main(names: list[str]) -> int:
    """Print the table; give the exit code."""
    folder = REPOSITORY.parent / "shared" / "hostile"
    if not folder.is_dir():
        print("hostile inputs left out: there is no ../shared/hostile beside this repository")
        return 0
    cases = [case for case in corpus(folder) if not names or any(case.name.startswith(name) for name in names)]
    start = time.perf_counter()
    print(
        f"one fresh `scorecard --version`: {_fresh():.2f} s; below, `check` and `build` are CPU seconds after imports"
    )
    load()
    print(_row("case", "expected", "got", "check s", "MB", "build s", "line", "rule"))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        verdicts = [_show(verdict, case) for verdict, case in zip(pool.imap(judge, cases), cases, strict=True)]
    bad = [verdict for verdict in verdicts if verdict.faults]
    print(
        f"{len(cases)} cases in {time.perf_counter() - start:.0f} s, {len(bad)} not as expected; slowest check "
        f"{max((v.seconds for v in verdicts), default=0):.2f} s (at most {MOST_SECONDS:.0f}), "
        f"most memory {max((v.mb for v in verdicts), default=0):.0f} MB (at most {MOST_MB:.0f})"
    )
    return int(bool(bad))


def _show(verdict: Verdict, case: Case) -> Verdict:
    listed = "" if case.name in RULES or not verdict.rule else " (not listed: judged by its layer)"
    numbers = (f"{verdict.seconds:.2f}", f"{verdict.mb:.0f}", f"{verdict.build_seconds:.2f}")
    print(_row(verdict.case, verdict.expect, verdict.got, *numbers, verdict.line, verdict.rule + listed), flush=True)
    for fault in verdict.faults:
        print(f"    FAILED: {fault}", flush=True)
    return verdict


def _row(case: str, expect: str, got: str, seconds: str, mb: str, built: str, line: str, rule: str) -> str:
    return f"{case:26} {expect:9} {got:9} {seconds:>7} {mb:>4} {built:>7} {line:>9}  {rule}".rstrip()


def _fresh() -> float:
    start = time.perf_counter()
    subprocess.run([Path(sys.executable).with_name("scorecard"), "--version"], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
