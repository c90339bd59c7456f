"""One whole build in this process, stage by stage: `python -m tests.bench.stages PROJECT OUT` prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

Row = dict[str, float | str]


def main(project: Path) -> list[Row]:
    """CPU and wall seconds of reading, checking, scoring, deciding and drawing, with the peak memory after each."""
    from scorecard import __version__, publish, read, validate
    from scorecard.present import present
    from scorecard.score import score

    rows: list[Row] = []

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append(
            {"stage": name, "cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "peak_mb": peak}
        )

    as_of = datetime(2026, 4, 15, tzinfo=UTC)
    with stage("reading"):
        reading = read.read(project)
    assert reading.records is not None
    with stage("checking"):
        validate.check(reading.records, as_of)
    with stage("scoring"):
        records = reading.records.released(as_of)
        scorecard = score(records, as_of)
    with stage("deciding"):
        site = present(scorecard, records, as_of, __version__)
    with stage("drawing"):
        publish.draw(site, publish.template_folders(project))
    return rows


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
