"""Run by `make warehouse` inside its own environment: a Spark session that holds a table, and our command beside it.

`ibis.connect("pyspark://…")` finds the session of its process, as it finds a company's cluster by its address.
"""

from __future__ import annotations

import os
import sys

from scorecard import cli


def main(export: str, project: str) -> int:
    """Give the file to Spark as a table of texts, then import that table."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master("local[2]")
        .appName("answers")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.memory", "2g")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    # The file has quotes written twice and line ends inside of quotes, which Spark has to be told.
    table = session.read.csv(export, header=True, multiLine=True, quote='"', escape='"', mode="FAILFAST")
    table.createOrReplaceTempView("answers")
    command = ["import", "csv", "--warehouse", "pyspark://local", "--table", "answers", "--wave", "2026-Q4", "--yes"]
    return cli.run([*command, "-C", project])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
