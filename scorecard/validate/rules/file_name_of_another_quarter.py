"""The file name says another quarter or audience than the file.

Why
    People find a wave by its file name. A name that lies leads to edits of the wrong quarter.

How to fix
    Rename the file, or correct `quarter` or `audience`. The name is the quarter, then the audience when it is not the
    customers: 2026-q3.yml, 2026-q3-staff.yml.

Wrong
    # data/surveys/2026-q3.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - {id: trust, counts: [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC604"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


_AUDIENCES = ("customers", "community", "staff", "agencies")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """The quarter a name begins with, and the audience it names."""
    for entry in records.waves:
        wave = entry.record
        name = wave.quarter.slug + ("" if wave.audience == "customers" else f"-{wave.audience}")
        words = entry.id[7:].split("-")
        other = next((one for one in _AUDIENCES if one in words and one != wave.audience), "")
        if not entry.id.startswith(wave.quarter.slug) or other:
            field = "audience" if other and entry.id.startswith(wave.quarter.slug) else "quarter"
            yield RULE.at(
                entry,
                (field,),
                f"this wave is of {wave.quarter} for {wave.audience}, but the file is named {entry.id}.yml",
                label="not what the file name says",
                help=f"rename the file {name}.yml, or correct '{field}'",
            )
