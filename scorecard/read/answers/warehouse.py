"""A company's own engine through Ibis (Spark, Trino, BigQuery, Snowflake …): the same statements, translated.

Only counts leave the warehouse.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import Any

from scorecard.model.tallies import Column, Look, Run, Unreadable

INSTALL = "install it with: pip install 'ibis-framework[pyspark]', or the name of your engine in the brackets"
#: The dialect the statements are written in.
DIALECT = "duckdb"


def connect(address: str) -> Any:
    """A connection by its address, such as trino://… . Raises Unreadable."""
    if importlib.util.find_spec("ibis") is None:
        raise Unreadable("a warehouse needs Ibis, which is not installed", INSTALL)
    import ibis

    try:
        return ibis.connect(address)
    except Exception as error:  # each engine has its own kinds
        kind = address.split(":", 1)[0]
        raise Unreadable(f"no connection to the warehouse ({kind}): {type(error).__name__}", _line(error)) from error


def look_table(connection: Any, table: str, sampled: int = 200) -> Look:
    """What a table looks like. Raises Unreadable."""
    try:
        names = [str(name) for name in connection.table(table).schema().names]
        found = statements(connection)(f"SELECT {_cells(names)} FROM {_name(table)} LIMIT {sampled}")  # noqa: S608
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(f"the table {table} cannot be read: {type(error).__name__}", _line(error)) from error
    columns = tuple(Column(name, name, tuple(str(row[at]) for row in found)) for at, name in enumerate(names))
    return Look(table, columns, "table", headings=0)


def source(seen: Look) -> str:
    """The table of answers to write into statements: columns c0, c1 … as text."""
    names = [one.name for one in seen.columns]
    return f"(SELECT {_cells(names)} FROM {_name(seen.path)})"  # noqa: S608 - quoted


def statements(connection: Any) -> Run:
    """What runs statements there."""

    def run(statement: str) -> Sequence[Sequence[Any]]:
        try:
            # Plain lists: no table library's own numbers and no "not a number" for nothing.
            found = connection.sql(statement, dialect=DIALECT).to_pyarrow().to_pydict()
        except Exception as error:
            raise Unreadable(f"the warehouse cannot count: {type(error).__name__}", _line(error)) from error
        return list(zip(*found.values(), strict=True))

    return run


def _cells(names: Sequence[str]) -> str:
    return ", ".join(f"TRIM(COALESCE(CAST({_part(name)} AS VARCHAR), '')) AS c{at}" for at, name in enumerate(names))


def _name(table: str) -> str:
    return ".".join(_part(part) for part in table.split("."))


def _part(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _line(error: Exception) -> str:
    return (str(error).strip().split("\n") or [""])[0][:200]
