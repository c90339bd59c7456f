"""`make real`: build a site from each real source of ../shared/real into build/real, and check what it claims."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.real.projects import foreign_files
from tests.real.run import run

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared" / "real"
OUT = REPOSITORY / "build" / "real"


def main() -> int:
    """Give 0 when every claim of every source holds; also when there are no sources, which is said."""
    files = foreign_files(SHARED) if SHARED.is_dir() else []
    if not files:
        print("real data left out: there is no ../shared/real beside this repository")
        return 0
    good = True
    for file in files:
        target = OUT / file.stem
        outcome = run(file, target)
        good = good and outcome.good
        print(f"{file.name} -> {target.relative_to(REPOSITORY)}/site")
        for remark in outcome.remarks:
            print(f"  remark: {remark}")
        for claim, against in outcome.claims:
            print(f"  {'no ' if against else 'yes'} {claim}")
            for line in against[:5]:
                print(f"        {line}")
            if len(against) > 5:
                print(f"        and {len(against) - 5} more")
        if outcome.failed:
            print(f"  failed at {outcome.failed}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
