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
AS_OF = datetime(2026, 4, 15, tzinfo=UTC)


def spent() -> float:
    """Seconds of CPU of this process and of workers that have ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))


def peak() -> float:
    """Megabytes: the largest process so far."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def main(project: Path, out: Path) -> list[Row]:
    """CPU and wall seconds of each stage, with the peak memory after it."""
    rows: list[Row] = []

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        cpu, wall = spent(), time.perf_counter()
        yield
        rows.append({"stage": name, "cpu": spent() - cpu, "wall": time.perf_counter() - wall, "peak_mb": peak()})

    with stage("loading the program"):
        from scorecard import __version__, pipeline, publish, read, validate
        from scorecard.mkdocs_plugin import library
        from scorecard.present import present
        from scorecard.score import score
    with stage("reading"):
        reading = read.read(project)
    assert reading.records is not None
    with stage("checking"):
        problems = validate.check(reading.records, AS_OF)
    with stage("scoring"):
        records = reading.records.released(AS_OF)
        scorecard = score(records, AS_OF)
    with stage("deciding, drawing pages of the navigation and downloads"):
        site = present(scorecard, records, AS_OF, __version__)
        bundle = publish.draw(site, publish.template_folders(project), later=True)
    built = pipeline.Built(AS_OF, problems, records, scorecard, site, bundle, preview=False)
    with (
        stage("rendering and writing all pages (all cores)"),
        pipeline.replacing(out, project) as fresh,
    ):
        library.build_site(built, project, fresh, strict=False, say=lambda level, text: None)
    return rows


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
