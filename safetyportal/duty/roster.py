"""The duty roster: who is called when something cannot wait. It knows no cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.db import connection, transaction

from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience
from safetyportal.audit.recording import record
from safetyportal.clock.calendar import at_wall_clock, local_day
from safetyportal.duty.models import Rank, Shift
from safetyportal.people.absence import absent_at
from safetyportal.policy.actions import CASEWORK

WEEKS_SHOWN = 8
MOST_WEEKS = 26
MOST_SHIFTS = 1000


class Taken(ValueError):
    """Somebody has this rank then, or this person has duty in another rank; `shift` says who and when."""

    def __init__(self, shift: Shift) -> None:
        super().__init__(str(shift))
        self.shift = shift


class CannotServe(ValueError):
    """This person does not work with cases, or has no open account."""


@dataclass(frozen=True)
class Week:
    """Monday to Sunday; `gaps` are the times, from now on, in which nobody is on duty."""

    begins_on: date
    shifts: list[Shift]
    gaps: list[tuple[datetime, datetime]]


def people() -> list[User]:
    """Who can be on duty: everybody who works with cases, by name."""
    found = User.objects.filter(
        is_active=True,
        audience=Audience.STAFF,
        role_grants__role__in=CASEWORK,
        role_grants__waiting=False,
    )
    return list(found.order_by("name", "pk").distinct())


@transaction.atomic
def add(
    *, person: User, rank: Rank, starts: datetime, ends: datetime, weeks: int = 1, by: User, at: datetime
) -> list[Shift]:
    """Put somebody on duty between two times on the wall clock, in `weeks` weeks on end; all of them or none.

    `starts` and `ends` carry no time zone: a duty from nine to nine is that in the week of the clock change too. Raises
    Taken, CannotServe, or NoSuchTime for an hour that is skipped in one of those weeks.
    """
    _one_at_a_time()
    if person not in people():
        raise CannotServe
    made = []
    for week in range(weeks):
        shift = Shift(
            person=person,
            rank=rank,
            starts_at=_moment(starts, week),
            ends_at=_moment(ends, week),
            made_by=by,
            made_at=at,
        )
        same_time = Shift.objects.within(shift.starts_at, shift.ends_at).select_related("person")
        in_the_way = same_time.filter(rank=rank).first() or same_time.filter(person=person).first()
        if in_the_way is not None:
            raise Taken(in_the_way)
        shift.save()
        made.append(shift)
    _write("shift.add", made[0], by, at, weeks)
    return made


@transaction.atomic
def remove(*, shift: Shift, by: User, at: datetime) -> None:
    """Take a shift off the roster. Gone already, nothing happens."""
    if Shift.objects.filter(pk=shift.pk).delete()[0]:
        _write("shift.remove", shift, by, at)


def on_duty(at: datetime) -> list[Shift]:
    """Who has duty now, the first to call first; without who is away or put out."""
    running = Shift.objects.at(at).filter(person__is_active=True).select_related("person").order_by("rank")
    away = absent_at(at)
    return [shift for shift in running if shift.person_id not in away]


def coming(*, person: User, at: datetime) -> list[Shift]:
    """What this person has now and next."""
    return list(Shift.objects.filter(person=person, ends_at__gt=at)[:5])


def weeks(*, at: datetime) -> list[Week]:
    """This week and those that follow. A shift stands in each week that it touches."""
    today = local_day(at)
    monday = today - timedelta(days=today.weekday())
    starts = [_midnight(monday + timedelta(weeks=number)) for number in range(WEEKS_SHOWN + 1)]
    shifts = list(Shift.objects.within(starts[0], starts[-1]).select_related("person")[:MOST_SHIFTS])
    return [
        Week(
            begins_on=local_day(begin),
            shifts=[one for one in shifts if one.starts_at < end and one.ends_at > begin],
            gaps=gaps(shifts, max(begin, at), end),
        )
        for begin, end in pairwise(starts)
    ]


def gaps(shifts: list[Shift], begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The times between two moments at which none of `shifts`, in order of their start, is running."""
    found, covered = [], begin
    for shift in shifts:
        if shift.starts_at > covered and covered < end:
            found.append((covered, min(shift.starts_at, end)))
        covered = max(covered, shift.ends_at)
    if covered < end:
        found.append((covered, end))
    return found


def _moment(wall: datetime, week: int) -> datetime:
    later = wall + timedelta(weeks=week)
    return at_wall_clock(later.date(), later.time())


def _midnight(day: date) -> datetime:
    return at_wall_clock(day, time())


def _one_at_a_time() -> None:
    """An empty place in the roster has no row to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('duty roster'))")


def _write(action: str, shift: Shift, by: User, at: datetime, weeks: int = 1) -> None:
    record(
        action=action,
        actor=by,
        object_kind="shift",
        object_id=shift.pk or "",
        detail={
            "person": shift.person_id,
            "rank": int(shift.rank),
            "from": shift.starts_at.isoformat(timespec="minutes"),
            "until": shift.ends_at.isoformat(timespec="minutes"),
            "weeks": weeks,
        },
        at=at,
    )
