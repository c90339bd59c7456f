"""DuckDB as the engine that counts, embedded and optional: `pip install 'trust-scorecard[imports]'`."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scorecard.model.tallies import Column, Look, Progress, Run, Unreadable

#: What DuckDB may take; what does not fit goes to a folder that is removed. Python and the reading of CSV come on top.
MEMORY = "400MB"
#: DuckDB reads these by itself; text in another encoding is read row by row.
ENCODINGS = frozenset({"utf-8", "utf-8-sig"})
INSTALL = "install it with: pip install 'trust-scorecard[imports]'"


def available() -> bool:
    """Whether DuckDB is installed."""
    return importlib.util.find_spec("duckdb") is not None


def is_parquet(path: Path) -> bool:
    """Whether a file begins as Parquet does. Raises Unreadable."""
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PAR1"
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Unreadable(f"{path.name} cannot be read: {reason}", "check the name of the file") from error


def reads(encoding: str) -> bool:
    """Whether DuckDB reads this encoding by itself."""
    return encoding in ENCODINGS


def look_parquet(path: Path, sampled: int = 200) -> Look:
    """What a Parquet file looks like. Raises Unreadable, also where DuckDB is missing."""
    if not available():
        raise Unreadable(f"{path.name} is a Parquet file, which needs DuckDB", INSTALL)
    import duckdb

    source = f"read_parquet({_quoted(str(path))})"
    try:
        with duckdb.connect() as connection:
            cursor = connection.execute(f"SELECT * FROM {source} LIMIT {sampled}")  # noqa: S608 - quoted
            names = [str(one[0]) for one in cursor.description or ()]
            found = cursor.fetchall()
    except duckdb.Error as error:
        raise Unreadable(f"{path.name} is no Parquet file that can be read", _first_line(error)) from error
    columns = tuple(
        Column(name, name, tuple("" if row[at] is None else str(row[at]).strip() for row in found))
        for at, name in enumerate(names)
    )
    return Look(str(path), columns, "parquet", headings=0, size=path.stat().st_size)


@contextmanager
def engine(seen: Look, progress: Progress | None = None) -> Iterator[tuple[Run, str]]:
    """What runs statements, and the table of answers to write into them: columns c0, c1 … as text.

    Raises Unreadable inside, also where a row has not as many cells as there are headings.
    """
    import duckdb

    with TemporaryDirectory(prefix="scorecard-") as spill:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": spill,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        with duckdb.connect(config=settings) as connection:
            connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")

            def run(statement: str) -> Sequence[Sequence[Any]]:
                with _watched(connection, progress):
                    try:
                        return connection.execute(statement).fetchall()
                    except duckdb.Error as error:
                        name = Path(seen.path).name
                        raise Unreadable(f"{name} cannot be counted by DuckDB", _first_line(error)) from error

            yield run, _table(seen)


def _table(seen: Look) -> str:
    if seen.form == "parquet":
        quoted = ['"' + one.name.replace('"', '""') + '"' for one in seen.columns]
        cells = ", ".join(f"TRIM(COALESCE(CAST({one} AS VARCHAR), '')) AS c{at}" for at, one in enumerate(quoted))
        return f"(SELECT {cells} FROM read_parquet({_quoted(seen.path)}))"  # noqa: S608
    width = len(seen.columns)
    types = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(width))
    cells = ", ".join(f"TRIM(COALESCE(c{at}, '')) AS c{at}" for at in range(width))
    options = (
        f"auto_detect=false, header=false, skip={seen.headings}, delim={_quoted(seen.delimiter)}, quote='\"', "
        f"escape='\"', columns={{{types}}}, nullstr='', strict_mode=true, "
        f"max_line_size=4194304, buffer_size=16777216, parallel=true"
    )
    return f"(SELECT {cells} FROM read_csv({_quoted(seen.path)}, {options}))"  # noqa: S608 - quoted


@contextmanager
def _watched(connection: Any, progress: Progress | None) -> Iterator[None]:
    """Asks DuckDB now and then how far it is."""
    if progress is None:
        yield
        return
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.3):
            done = connection.query_progress()
            if done >= 0:
                progress(int(done * 10), 1000)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0]
