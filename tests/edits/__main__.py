"""`python -m tests.edits`: one row for each command, exit 1 when an edit was wrong or an ordinary file refused."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from tests.edits import fresh
from tests.edits.judging import Bench
from tests.edits.running import generated, is_bad, real, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.edits")
    parser.add_argument("--files", type=int, default=400, help="generated files of each kind")
    parser.add_argument("--new", type=int, default=200, help="rounds of the commands that make new files")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    start = time.process_time()
    rows: Counter[tuple[str, str]] = Counter()
    reasons: Counter[str] = Counter()
    files, bad = set(), 0
    with tempfile.TemporaryDirectory(prefix="edits-") as folder:
        for case, verdict in run(chain(generated(given.seed, given.files), real(given.seed)), Path(folder), given.seed):
            files.add((case.group, case.name))
            rows[verdict.deed, verdict.word] += 1
            if verdict.word == "refused":
                reasons[verdict.why] += 1
            if is_bad(case, verdict):
                bad += 1
                if bad <= 20:
                    print(f"WRONG {case.name}: {verdict.deed}: {verdict.word}: {verdict.why}\n{case.data!r}\n")
        for verdict in fresh.run(Bench(Path(folder)), given.seed, given.new):
            rows[verdict.deed, verdict.word] += 1
            if verdict.word != "right":
                bad += 1
                print(f"WRONG {verdict.deed}: {verdict.word}: {verdict.why}")
    print(f"{'command':28}{'right':>8}{'refused':>9}{'wrong':>7}")
    for deed in dict.fromkeys(deed for deed, _ in rows):
        print(f"{deed:28}{rows[deed, 'right']:8}{rows[deed, 'refused']:9}{rows[deed, 'wrong']:7}")
    total = sum(rows.values())
    print(
        f"\n{len(files):,} files, {total:,} edits, {time.process_time() - start:.0f} s of CPU; not as promised: {bad}"
    )
    print("why refused: " + "; ".join(f"{why} ({count})" for why, count in reasons.most_common(12)))
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
