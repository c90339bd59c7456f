"""What `serve` does after one edit: `python -m tests.bench.rebuild PROJECT` prints JSON.

A copy of the project is built as `serve` builds it. Then one incident, and then one wave, is edited, the site is built
again, and the page of the edited entry is drawn.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scorecard import pipeline
from scorecard.mkdocs_plugin import library, preview
from scorecard.model.memo import Keeping
from tests.bench.stages import AS_OF, Row, peak, spent


def main(project: Path) -> list[Row]:
    """CPU and wall seconds from a saved edit to its page."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "project")
        shutil.copytree(project, copy)
        shown, memo = preview.Preview(Path(folder), "127.0.0.1", 0), Keeping()

        def build(uri: str) -> None:
            built = pipeline.build(copy, AS_OF, later=True, memo=memo)
            memo.sweep()
            fresh = shown.fresh()
            config = library.configuration(copy, fresh)
            plugin = library.plugin_of(config)
            plugin.built, plugin.serving, plugin.on_demand = built, True, True
            library._run(config, plugin)
            shown.show(fresh, plugin.leaves)
            shown._draw(uri)
            assert (fresh / uri / "index.html").exists()

        incident = max((copy / "data/incidents").rglob("*.yml"))
        wave = max((copy / "data/surveys").glob("*.yml"))
        rows: list[Row] = []

        def row(name: str, work: Callable[[], None]) -> None:
            cpu, wall = spent(), time.perf_counter()
            work()
            rows.append({"stage": name, "cpu": spent() - cpu, "wall": time.perf_counter() - wall, "peak_mb": peak()})

        page = f"incidents/{incident.stem}/"
        row("`serve`: the first build", lambda: build(page))
        for name, file, uri in (("incident", incident, page), ("wave", wave, f"quarters/{wave.stem}/")):
            text = file.read_text(encoding="utf-8")
            changed = text.replace("title: ", "title: New ").replace("invited: 2400", "invited: 2500")
            assert changed != text
            file.write_text(changed, encoding="utf-8")
            row(f"`serve`: after an edit of one {name}", lambda uri=uri: build(uri))  # type: ignore[misc]
        return rows


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
