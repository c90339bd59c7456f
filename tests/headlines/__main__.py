"""`python -m tests.headlines [QUARTERS]`: so many random quarters, 10,000 where nothing is said; `make headlines`.

Prints how often each sentence led, and every headline that is untrue, contradicts its figures, is no good language or
too long. Ends with 1 where there is one.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.headlines.judging import read
from tests.headlines.running import QUARTERS, judged


def main(most: int) -> int:
    """Judge so many quarters and print a table."""
    led: Counter[str] = Counter()
    wrong = 0
    for case, faults in judged(most):
        led[read(case.found["en"].main)[0] or "unknown"] += 1
        for fault in faults:
            wrong += 1
            print(f"{case.name}: {fault}")
    for kind, times in led.most_common():
        print(f"{times:6,}  {kind}")
    print(f"{led.total():6,}  quarters, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else QUARTERS))
