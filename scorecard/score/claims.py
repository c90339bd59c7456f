"""What can be said of an incident with yes or no at a cut-off. None: it does not apply, or cannot be said yet.

`word_due`: a first word is out, or its limit has passed. Before that nothing is held against the company; after it,
what nobody was told counts as no.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import compress

from scorecard.model.lexical import Gap
from scorecard.model.records.base import NotApplicable
from scorecard.model.records.incident import Incident
from scorecard.score.look import Clock, Look

#: Fields whose absence counts: an unknown one scores the worst value.
REQUIRED_FIELDS = ("started", "known", "notified", "fault", "severity", "affected")


def kept(notice: Clock, promise: float) -> bool | None:
    """Did the first word come within the promised minutes?"""
    if notice.minutes is None:
        return None
    if notice.minutes > promise:
        return False
    return None if notice.open else True


def others_first(look: Look) -> bool:
    """True where others made it public before the company's first word."""
    made = look.incident.made_public
    if made is None or not look.cutoff.seen(made.at):
        return False
    return look.is_doubtful or look.told is None or made.at < look.told


def told_first(look: Look, word_due: bool) -> bool | None:
    """Did customers hear it from the company first?"""
    if others_first(look):
        return False
    if look.told is not None:
        return True
    return False if word_due else None


def told_directly(look: Look, word_due: bool) -> bool | None:
    """Were the affected customers told themselves? Nothing stated is no."""
    affected = look.incident.affected
    if isinstance(affected, NotApplicable) or affected.customers == 0 or not word_due:
        return None
    return affected.told_directly is True and look.was_told


def told_what_to_do(look: Look, word_due: bool) -> bool | None:
    """Were customers told what to do? Nothing stated is no."""
    if isinstance(look.incident.what_to_do, NotApplicable) or not word_due:
        return None
    return look.incident.what_to_do is not None and look.was_told


def fault_owned(look: Look, word_due: bool) -> bool | None:
    """Did the company say that it was at fault? A supplier's fault counts as ours; a late unknown as not owned."""
    given, fault = look.incident.acknowledged, look.incident.fault
    if fault == "unknown":
        return False if fault_overdue(look) else None
    if fault == "nature" or isinstance(given, NotApplicable):
        return None
    if given is not None and (look.cutoff.seen(given.at) if given.at else look.was_told):
        return True
    return False if word_due else None


def fault_overdue(look: Look) -> bool:
    """True when the fault is unknown for longer than the method allows."""
    since, allowed = look.item.known_at, timedelta(days=look.archive.method.fault_unknown_days)
    return look.incident.fault == "unknown" and (since is None or look.cutoff.at - since > allowed)


def repeated(look: Look) -> bool | None:
    """Had the same cause come before? Nature cannot be mended; where nobody knows the fault, only a repeat counts."""
    fault, is_repeat = look.incident.fault, look.item.repeat_of is not None
    if look.incident.cause is None or fault == "nature" or (fault == "unknown" and not is_repeat):
        return None
    return is_repeat


def staff_first(look: Look) -> bool | None:
    """Did staff hear of it before customers?"""
    if look.is_doubtful or look.unknown_notice or look.incident.staff_told in (None, Gap.UNKNOWN):
        return None
    staff = look.seen(look.incident.staff_told)
    if staff is None:
        return False if look.told else None
    return look.told is None or staff < look.told


def before_enquiry(look: Look) -> bool | None:
    """Did the first word come before the first enquiry?"""
    asked = look.seen(look.incident.first_enquiry)
    if asked is None or look.is_doubtful or look.unknown_notice:
        return None
    return look.told is not None and look.told < asked


def unknown_fields(look: Look) -> tuple[str, ...]:
    """The required fields nobody knows at the cut-off; a fault has its time to be found."""
    incident = look.incident
    affected = incident.affected
    missing = (
        not isinstance(incident.started, datetime),
        not isinstance(incident.known, datetime),
        look.unknown_notice,
        fault_overdue(look),
        False,  # a severity is always there
        not isinstance(affected, NotApplicable) and not isinstance(affected.customers, int),
    )
    return tuple(compress(REQUIRED_FIELDS, missing)) if True in missing else ()


def people(family: Iterable[Incident]) -> int | None:
    """Customers touched, as far as stated; None where nothing is."""
    stated = [
        one.affected.customers
        for one in family
        if not isinstance(one.affected, NotApplicable) and isinstance(one.affected.customers, int)
    ]
    return sum(stated) if stated else None
