"""Which mail may go now. Of a queue no more are under way than it has hands, and of a lane no more than one.

A lease in the row is a hand at work. Who finds no hand free leaves the row to those at work: each takes the next of its queue
when its own is out (tasks.send), so nothing lies while a hand is free, whatever the workers are and however many.
But one hand stays for lanes that answer: those whose server let a mail wait too long share the others.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, models, transaction
from django.db.models import Q

from safetyportal.notices.models import Notice, Trouble
from safetyportal.queues import MAIL_HANDS
from safetyportal.wake import wake

# Longer than a mail can take (patient_smtp.PATIENCE).
LEASE = timedelta(seconds=60)
# For so long who rings leaves a mail alone that waits for a hand: those at work come for it. If they died, it is rung for then.
ASIDE = timedelta(minutes=2)


def waiting() -> models.QuerySet[Notice]:
    return Notice.objects.filter(sent_at=None, dead_at=None)


@transaction.atomic
def lease(*, work_id: str | UUID, at: datetime) -> Notice | None:
    """This one, if it still waits, nobody holds it and its queue has a hand for it."""
    asked = waiting().filter(pk=work_id).first()
    if asked is None:
        return None
    busy = _busy(asked.queue, at)
    if _is_full(asked.queue, busy) or asked.lane in _not_now(asked.queue, busy):
        Notice.objects.filter(pk=asked.pk).update(rung_at=at + ASIDE)
        return None
    return _hold(waiting().filter(pk=work_id), at)


@transaction.atomic
def lease_next(*, queue: str, at: datetime) -> Notice | None:
    """What is due first in this queue and may go now."""
    busy = _busy(queue, at)
    if _is_full(queue, busy):
        return None
    return _hold(_due(queue, at).exclude(lane__in=_not_now(queue, busy)), at)


@transaction.atomic
def ring_on(*, queue: str, at: datetime) -> None:
    """Who has sent for long enough lets somebody else go on with what is left."""
    able = _due(queue, at).exclude(lane__in=_not_now(queue, _busy(queue, at)))
    first = able.values_list("pk", flat=True).first()
    if first is not None:
        Notice.objects.filter(pk=first).update(rung_at=None)
        wake("notices")


def _due(queue: str, at: datetime) -> models.QuerySet[Notice]:
    return waiting().filter(queue=queue, next_at__lte=at).order_by("next_at", "pk")


def _busy(queue: str, at: datetime) -> list[str]:
    """The lane of each mail of this queue that is under way. One at a time counts and takes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"mail:{queue}"])
    held = Notice.objects.filter(queue=queue, leased_until__gte=at)
    # No lane is nobody's: an empty one never stands in the way.
    return [lane or "-" for lane in held.values_list("lane", flat=True)]


def _is_full(queue: str, busy: list[str]) -> bool:
    return len(busy) >= MAIL_HANDS.get(queue, 1)


def _not_now(queue: str, busy: list[str]) -> set[str]:
    """Lanes that get no hand now: those under way, and with all hands but one at lanes that are slow, the other slow ones."""
    slow = set(
        waiting().filter(queue=queue, trouble=Trouble.SLOW).exclude(lane="").values_list("lane", flat=True)
    )
    spare = MAIL_HANDS.get(queue, 1) - 1
    kept_free = spare > 0 and sum(lane in slow for lane in busy) >= spare
    return {*busy, *(slow if kept_free else ())}


def _hold(found: models.QuerySet[Notice], at: datetime) -> Notice | None:
    free = Q(leased_until=None) | Q(leased_until__lt=at)
    notice = found.filter(free).select_for_update(skip_locked=True, of=("self",)).first()
    if notice is not None:
        notice.leased_until = at + LEASE
        notice.save(update_fields=["leased_until"])
    return notice
