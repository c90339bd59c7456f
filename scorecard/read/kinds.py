"""Which files lie where: the layout of data/ and the record each file holds."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.model.records import (
    Correction,
    Decision,
    Dialogue,
    Enquiries,
    FileRecord,
    Incident,
    Method,
    Organisation,
    Outcomes,
    Promise,
    Risk,
    Wave,
)


class Kind(NamedTuple):
    """A kind of file: its name in Records, its record, the folder or file under data/, and whether years lie below.

    `merged` where a file holds only what differs from the packaged one.
    """

    group: str
    record: type[FileRecord]
    where: str
    years: bool = False
    merged: bool = False

    @property
    def name(self) -> str:
        """What people call a file of this kind: incident, survey."""
        return "survey" if self.record is Wave else self.record.__name__.lower()

    @property
    def glob(self) -> str:
        """Where its files lie, seen from the project, as editors write it."""
        return f"data/{self.where}{'' if self.where.endswith('.yml') else '/*/*.yml' if self.years else '/*.yml'}"


ORGANISATION = Kind("organisation", Organisation, "organisation.yml")
METHOD = Kind("method", Method, "method.yml", merged=True)
OUTCOMES = Kind("outcomes", Outcomes, "outcomes.yml")
#: One file each.
SINGLE = (ORGANISATION, METHOD, OUTCOMES)
#: One folder each, one record a file.
FOLDERS = (
    Kind("waves", Wave, "surveys"),
    Kind("incidents", Incident, "incidents", years=True),
    Kind("promises", Promise, "promises"),
    Kind("dialogue", Dialogue, "dialogue", years=True),
    Kind("risks", Risk, "risks"),
    Kind("decisions", Decision, "decisions"),
    Kind("enquiries", Enquiries, "enquiries"),
    Kind("corrections", Correction, "corrections"),
)
#: Saved mappings of imports: no records of the site; see mappings.py.
MAPPINGS = "imports"
#: The ledger: written by the tool, claimed whole; see ledger.py for what is read of it.
LEDGER = "published"
