"""What an import says, and what it asks in a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import say

if TYPE_CHECKING:
    from scorecard.cli.survey import Order
    from scorecard.model.records import Records
    from scorecard.model.records.mapping import SurveyMapping
    from scorecard.model.tallies import Look
    from scorecard.pipeline.surveys import Counted

WHY = {"test": "tests and previews", "partial": "not finished", "other": "for other reasons"}


class Talk:
    """One conversation about one export."""

    def __init__(self, order: Order, records: Records, seen: Look) -> None:
        self.order, self.records, self.seen = order, records, seen

    def columns(self, mapping: SurveyMapping, file: str) -> None:
        """What becomes of each column."""
        from scorecard.pipeline import surveys

        seen = self.seen
        shape = {"csv": f"{seen.encoding}, {_separator(seen.delimiter)}, {_count(seen.headings, 'heading row')}"}
        say(f"{self.order.source}: {_count(len(seen.columns), 'column')} ({shape.get(seen.form, seen.form)})")
        if file:
            say(f"mapping: {file}")
        fates = surveys.fates(seen, self.order.tool, mapping)
        asked = {} if file else {one.column: one.text or self._words(one.column) for one in mapping.questions}
        for fate in fates:
            if fate.what == "used":
                say(f"  {fate.column}: {fate.detail}")
            if asked.get(fate.column):
                say(f"      {asked[fate.column]}")
        for what in ("personal data", "free text", "the tool's own", "not used", "unknown"):
            names = [
                f"{one.column}{f' ({one.detail})' if one.detail.startswith('it ') else ''}"
                for one in fates
                if one.what == what
            ]
            if names:
                new = " (new in this export, not read; add it to the mapping if it is a question)" if file else ""
                say(f"  dropped, {what}: {', '.join(names)}{new if what == 'unknown' else ''}")

    def _words(self, column: str) -> str:
        """The question as the export has it; nothing where its heading is the question."""
        text = self.seen.columns[self.seen.at(column)].text
        return "" if text in ("", column) else " ".join(text.split())

    def proposed(self, audience: str) -> tuple[SurveyMapping, tuple[str, ...]]:
        """A mapping, with what to look at; in a terminal after asking about columns that may be questions."""
        from scorecard.pipeline import surveys

        def propose(told: dict[str, str]) -> surveys.Proposal:
            return surveys.propose(self.seen, self.order.tool, self.records, audience, told)

        proposal = propose({})
        if self.order.asks and proposal.open:
            told = self._asked(proposal.open, {one.id for one in proposal.mapping.questions}, audience)
            proposal = propose(told)
        unsaid = tuple(
            f"'{name}' looks like answers on a scale, but is no question known here" for name in proposal.open
        )
        return proposal.mapping, (*proposal.doubts, *unsaid)

    def _asked(self, columns: tuple[str, ...], taken: set[str], audience: str) -> dict[str, str]:
        from scorecard.model.lexical import parse_id
        from scorecard.pipeline import surveys

        ids = [one.id for one in surveys.known(self.records, audience) if one.id not in taken]
        told: dict[str, str] = {}
        look = "1 column looks" if len(columns) == 1 else f"{len(columns)} columns look"
        say(f"{self.order.source}: {look} like answers on a scale, but cannot be matched with a question by words")
        for name in columns:
            column = self.seen.columns[self.seen.at(name)]
            some = ", ".join(text for text, _ in Counter(filter(None, column.samples)).most_common(5))
            say(f"\n{name}: {some}" if column.text in ("", name) else f"\n{name}: {column.text}\n  ({some})")
            while True:
                given = click.prompt(
                    "which question is it? (id; empty: leave out; ?: list)", default="", show_default=False, err=True
                )
                if given == "?":
                    say("  " + ", ".join(one for one in ids if one not in told.values()))
                    continue
                try:
                    id = parse_id(given.strip()) if given.strip() else ""
                except ValueError:
                    say("  an id has small letters, digits and dashes, such as heard-listens")
                    continue
                if id in taken or id in told.values():
                    say(f"  {id} is another column already")
                    continue
                break
            if id:
                told[name] = id
        return told

    def proposal(self, mapping: SurveyMapping, notes: tuple[str, ...]) -> None:
        """What to look at."""
        if not mapping.questions:
            say("  no column is one of your questions")
        for note in notes:
            say(note, "look")

    def agreed(self) -> bool:
        """Ask whether the mapping is right."""
        return click.confirm("use this mapping, and save it?", default=True, err=True)

    def counted(self, mapping: SurveyMapping, counted: Counted) -> None:
        """How many rows count, and why others do not."""
        tally = counted.tally
        engine = {"duckdb": "DuckDB", "plain": "row by row", "warehouse": "in the warehouse"}[counted.engine]
        say(f"{_count(tally.rows, 'row')} read ({engine}), {tally.kept:,} counted")
        if counted.remark:
            say(f"  {counted.remark}")
        sums: Counter[str] = Counter()
        for at, number in tally.skipped.items():
            sums[mapping.leave_out[at].why] += number
        for why, words in WHY.items():
            if sums[why]:
                say(f"  left out, {words}: {sums[why]:,}")
        if tally.blank:
            say(f"  left out, nothing in them: {tally.blank:,}")
        if tally.repeated:
            say(f"  left out, the same response again: {tally.repeated:,}")
        if mapping.response_id is None and self.order.tool != "google-forms":
            say("  no column holds a number of the response: repeated rows cannot be found")


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _separator(mark: str) -> str:
    return {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}[mark]
