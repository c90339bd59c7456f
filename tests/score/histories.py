"""Random incidents for properties of transparency."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from scorecard.model.records import Entry
from tests.score.company import START, incident

MINUTES = st.integers(0, 200 * 1440)
SHORT = st.integers(0, 5 * 1440)
ONE_DAY = timedelta(days=1)


@st.composite
def incidents(draw: st.DrawFn, id: str = "one", *, known_everything: bool = False) -> Entry[Any]:
    """An incident known within 300 days of START; everything else may be missing, late, open or doubtful."""

    def maybe(strategy: st.SearchStrategy[Any], *others: Any) -> Any:
        options = [strategy] if known_everything else [strategy, *(st.just(other) for other in others)]
        return draw(st.one_of(*options))

    known = START + timedelta(minutes=draw(st.integers(-150 * 1440, 150 * 1440)))
    notified = maybe(SHORT.map(lambda m: known + timedelta(minutes=m)), "unknown", "not-yet")
    resolved = maybe(SHORT.map(lambda m: known + timedelta(minutes=m)), "unknown", "not-yet")
    words = [
        {
            "at": known + timedelta(minutes=at),
            "text": "A word.",
            "status": status,
            **({"next_update": known + timedelta(minutes=at + soon)} if soon else {}),
        }
        for at, soon, status in draw(
            st.lists(st.tuples(SHORT, st.integers(0, 600), st.sampled_from(["monitoring", "resolved"])), max_size=4)
        )
    ]
    day = known.date()
    actions = [
        {
            "what": "Mend it.",
            "due": day + due * ONE_DAY,
            **({"done": day + done * ONE_DAY} if done else {}),
            **({"renegotiated": day + (due + later) * ONE_DAY} if later else {}),
        }
        for due, done, later in draw(
            st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 200)), max_size=2)
        )
    ]
    return incident(
        id,
        kind=draw(st.sampled_from(["service", "personal-data", "billing", "safety", "other"])),
        severity=draw(st.sampled_from(["critical", "major", "minor"])),
        fault=draw(
            st.sampled_from(["ours", "supplier", "nature"] if known_everything else ["ours", "unknown", "nature"])
        ),
        known=known,
        started=maybe(SHORT.map(lambda m: known - timedelta(minutes=m)), None),
        notified=notified,
        resolved=resolved,
        affected=maybe(st.just({"customers": 100, "told_directly": True}), None, {"customers": 0}),
        acknowledged=maybe(st.just({"text": "Our mistake."}), None, {"text": "Later.", "at": known + 50 * ONE_DAY}),
        what_to_do=maybe(st.just("Wait."), None),
        made_public=draw(st.none() | SHORT.map(lambda m: {"at": known + timedelta(minutes=m), "by": "press"})),
        times_doubtful=None if known_everything else draw(st.sampled_from([None, None, None, "Typed in later."])),
        postmortem=draw(st.none() | st.integers(0, 60).map(lambda d: {"published": day + d * ONE_DAY})),
        cause=draw(st.sampled_from([None, "pump", "typing"])),
        remediation=actions or None,
        updates=words or None,
    )


def several(most: int = 6, **options: Any) -> st.SearchStrategy[list[Entry[Any]]]:
    """Some incidents with names of their own."""
    return (
        st.integers(0, most).flatmap(lambda n: st.tuples(*(incidents(f"i{k}", **options) for k in range(n)))).map(list)
    )
