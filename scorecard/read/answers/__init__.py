"""Survey answers from files and warehouses: what columns there are, the rows, and an engine that counts.

Only the columns that are asked for are looked at, and only counts come out.
"""

from scorecard.read.answers.delimited import look, rows
from scorecard.read.answers.duck import INSTALL, available, engine, is_parquet, look_parquet, reads
from scorecard.read.answers.warehouse import connect, look_table, source, statements

__all__ = [
    "INSTALL",
    "available",
    "connect",
    "engine",
    "is_parquet",
    "look",
    "look_parquet",
    "look_table",
    "reads",
    "rows",
    "source",
    "statements",
]
