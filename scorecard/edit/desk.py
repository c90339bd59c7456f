"""The desk, where the front door comes with what a person typed: one method for each command, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scorecard.edit import incidents, quarters, registers, typed, waves
from scorecard.edit.drafts import Draft, Drafts
from scorecard.edit.refused import Refused
from scorecard.model.tallies import Brought

Given = Mapping[str, Any]


@dataclass(frozen=True)
class Desk(Drafts):
    """`given` holds what was typed, under the names of the options; `name` is an id or the name of a file."""

    def complaint(self, kind: str, text: str) -> str:
        """What is wrong with an answer of a kind (line, words, past, day …), with how to write it; empty if nothing."""
        now, zone = self.as_of, self.zone
        try:
            match kind:
                case "moment" | "past" | "future" | "clock":
                    getattr(typed, kind)(text, now, zone)
                case "day" | "coming":
                    getattr(typed, kind)(text, self.today)
                case "incidents" | "promises" | "dialogue" | "risks":
                    self.find(kind, text)
                case "explanation":
                    incidents.postmortem(self, text)
                case _:
                    getattr(typed, kind)(text)
        except Refused as refused:
            return f"{refused.what}. {refused.by_hand}".strip()
        return ""

    def severity_meaning(self, severity: str) -> str:
        """What the organisation says of a severity; empty where it says nothing."""
        return self.records.organisation.record.severities.get(severity, "")

    def incident_new(self, given: Given) -> Draft:
        """See incidents.new."""
        return incidents.new(self, given)

    def incident_meant(self, name: str | None) -> str:
        """The id of the incident of a name, or of the only one that is open."""
        return incidents.meant(self, name).id

    def incident_is_over(self, name: str) -> bool:
        """Whether it has an end."""
        return incidents.meant(self, name) not in incidents.open_ones(self)

    def incident_line(self, name: str) -> tuple[str, str]:
        """Its title and the last status."""
        one = incidents.meant(self, name).record
        return one.title, incidents.last_status(one)

    def incident_lacks(self, name: str) -> tuple[str, ...]:
        """What its account needs at the end and does not have."""
        return incidents.lacks(incidents.meant(self, name).record)

    def incident_update(self, name: str, given: Given) -> Draft:
        """See incidents.update."""
        return incidents.update(self, incidents.meant(self, name), given)

    def incident_resolve(self, name: str, given: Given) -> Draft:
        """See incidents.resolve."""
        return incidents.resolve(self, incidents.meant(self, name), given)

    def quarter_upcoming(self, audience: str) -> str:
        """The quarter that comes next for an audience."""
        return str(quarters.upcoming(self, audience))

    def quarter_release(self, quarter: str) -> str | None:
        """The announced moment of publishing it."""
        return quarters.release(self, typed.quarter(quarter))

    def quarter_sample(self, audience: str) -> str | None:
        """How people were chosen last time."""
        wave = quarters.last(self, audience)
        return wave.sample if wave is not None else None

    def quarter_new(self, given: Given) -> Draft:
        """See quarters.new."""
        return quarters.new(self, given)

    def wave_fill(self, name: str, brought: Brought) -> Draft:
        """See waves.fill."""
        return waves.fill(self, self.find("waves", name), brought)

    def promise_new(self, given: Given) -> Draft:
        """See registers.new_promise."""
        return registers.new_promise(self, given)

    def promise_state(self, name: str, state: str, given: Given) -> Draft:
        """See registers.promise_state."""
        return registers.promise_state(self, self.find("promises", name), state, given)

    def promise_later(self, name: str, given: Given) -> Draft:
        """See registers.promise_later."""
        return registers.promise_later(self, self.find("promises", name), given)

    def question_new(self, given: Given) -> Draft:
        """See registers.new_question."""
        return registers.new_question(self, given)

    def question_answer(self, name: str, given: Given) -> Draft:
        """See registers.answer."""
        return registers.answer(self, self.find("dialogue", name), given)

    def risk_new(self, given: Given) -> Draft:
        """See registers.new_risk."""
        return registers.new_risk(self, given)

    def risk_rate(self, name: str, given: Given) -> Draft:
        """See registers.rate."""
        return registers.rate(self, self.find("risks", name), given)

    def risk_review(self, name: str, given: Given) -> Draft:
        """See registers.review."""
        return registers.review(self, self.find("risks", name), given)

    def waiting(self, group: str) -> tuple[tuple[str, str], ...]:
        """Id and words of the entries of a kind that wait for something: open questions, promises not decided."""
        found = []
        for entry in self.entries(group):
            one = entry.record
            over = group == "dialogue" and one.answered is not None
            over = over or (group == "promises" and bool(one.history) and one.history[-1].state in ("kept", "broken"))
            if not over:
                found.append((entry.id, one.question if group == "dialogue" else one.title))
        return tuple(found)
