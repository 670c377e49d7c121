"""An urgent or very severe case calls who is on duty, at once; who does not react is followed by the next.

First the roster in its order, each `duty_minutes` after the other, then the leads of the team, then an alarm. A protected case
calls only who works with those. No mail says anything about a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from incidents import acting, timeline
from incidents.acts import Act
from incidents.models import Case, DutyAlert, DutyCall, TimelineEntry
from incidents.models.alert import DutyAlertQuerySet
from incidents.models.case import Band
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.clock import office
from safetyportal.clock.calendar import add_working_days
from safetyportal.clock.urgency import Urgency
from safetyportal.duty.roster import on_duty
from safetyportal.notices.alarms import clear, raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.notices.outbox import tell_all
from safetyportal.people.absence import absent_at
from safetyportal.wake import wake

Sort = TimelineEntry.Sort
MOST_LEADS = 50
ALARMS = (Alarm.Code.DUTY_EMPTY, Alarm.Code.DUTY_SILENT)


class AlreadyLookedAt(ValueError):
    """A colleague looks at it; the message is that person's name."""


def why(case: Case) -> frozenset[str]:
    """What makes this case call the duty; empty when nothing does."""
    urgent = {"urgent"} if case.urgency in (Urgency.U0, Urgency.U1) else set()
    severe = {"severe"} if case.severity_band == Band.S4 else set()
    return frozenset(urgent | severe)


def to_raise(*, case: Case, at: datetime) -> DutyAlert:
    """Not kept yet and not rung for: a new case is written with it at once."""
    return DutyAlert(case=case, raised_at=at, next_at=at)


def look_again(*, case: Case, before: frozenset[str], at: datetime) -> None:
    """Call the duty when the case, held by the caller, has become what it was not: `before` is why() of then."""
    if why(case) - before:
        DutyAlert.objects.bulk_create([to_raise(case=case, at=at)], ignore_conflicts=True)
        wake("duty")


def carry_over(*, sources: Iterable[Case], target: Case, at: datetime) -> None:
    """Nobody looks yet at a case that goes on in `target`: who is called is called about that. Call with all of them held."""
    alerts = DutyAlert.objects.open()
    for alert in alerts.filter(case__in=list(sources)):
        if alerts.filter(case=target).exists():
            alerts.filter(pk=alert.pk).update(over_at=at)
            _end_calls(alert, at)
        else:
            alerts.filter(pk=alert.pk).update(case=target)


def waiting() -> DutyAlertQuerySet:
    return DutyAlert.objects.open().filter(spent_at=None)


@transaction.atomic
def call_next(*, work_id: int, at: datetime) -> bool:
    """Call whoever is next about this alert if it is time; True when something happened. May run any number of times."""
    case = Case.objects.select_for_update(of=("self",)).filter(duty_alerts=work_id).first()
    if case is None:
        return False
    alert = _held(work_id)
    if alert.case_id != case.pk:
        return False  # merged meanwhile: called the next time, about the other case
    if alert.acknowledged_at or alert.over_at or alert.spent_at or alert.next_at > at:
        return False
    if not case.is_open:
        alert.over_at = at
        alert.save(update_fields=["over_at"])
        _end_calls(alert, at)
        return True
    taker = _taken_by(case, alert)
    if taker is not None:
        _acknowledged(case, alert, taker, at)
        return True
    _call(case, alert, at)
    return True


@transaction.atomic
def acknowledge(*, alert: DutyAlert, by: User, at: datetime) -> None:
    """'I look at it': nobody else is called. Of several at once one wins; the others get AlreadyLookedAt. NotNow when closed."""
    case = acting.begin(case=alert.case, act=Act.ACKNOWLEDGE)
    fresh = _held(alert.pk)
    if fresh.acknowledged_by == by:
        return
    if fresh.acknowledged_by is not None:
        raise AlreadyLookedAt(fresh.acknowledged_by.name)
    _acknowledged(case, fresh, by, at)
    acting.done(case=case, act=Act.ACKNOWLEDGE, by=by, at=at)


def _held(alert_id: int) -> DutyAlert:
    """As it is now, locked until the transaction ends; its case was locked before."""
    found = DutyAlert.objects.select_for_update(of=("self",)).select_related("acknowledged_by")
    return found.get(pk=alert_id)


def _call(case: Case, alert: DutyAlert, at: datetime) -> None:
    called = set(alert.calls.values_list("user_id", flat=True))
    serving = [shift.person for shift in on_duty(at)]
    next_one = next((one for one in serving if one.pk not in called and _may_be_called(case, one)), None)
    alert.rung_at, alert.next_at = None, at + timedelta(minutes=office.current().duty_minutes)
    if next_one is not None:
        _tell(case, alert, [next_one], at)
    elif alert.leads_at is None:
        alert.leads_at = at
        if not serving:
            raise_alarm(code=Alarm.Code.DUTY_EMPTY, subject=case.number, at=at)
        leads = [one for one in _leads(case, at) if one.pk not in called and _may_be_called(case, one)]
        if leads:
            _tell(case, alert, leads, at)
        else:
            _give_up(case, alert, at)
    else:
        _give_up(case, alert, at)
    alert.save(update_fields=["rung_at", "next_at", "leads_at", "spent_at"])


def _tell(case: Case, alert: DutyAlert, people: list[User], at: datetime) -> None:
    calls = [DutyCall(alert=alert, user=one, called_at=at) for one in people]
    DutyCall.objects.bulk_create(calls)
    tell_all(template="duty_alert", key=f"duty:{alert.pk}", users=people, at=at)
    names = ", ".join(one.name for one in people)
    timeline.write(case=case, sort=Sort.ALERTED, at=at, text=names)


def _give_up(case: Case, alert: DutyAlert, at: datetime) -> None:
    """The alert stays to be seen; there is nobody left to call."""
    alert.spent_at = at
    raise_alarm(code=Alarm.Code.DUTY_SILENT, subject=case.number, at=at)


def _acknowledged(case: Case, alert: DutyAlert, by: User, at: datetime) -> None:
    """Who looks keeps the case in sight until the end of the next working day, to hand it to its team."""
    alert.acknowledged_by, alert.acknowledged_at = by, at
    alert.save(update_fields=["acknowledged_by", "acknowledged_at"])
    _end_calls(alert, at, but=by)
    alert.calls.filter(user=by).update(ends_at=add_working_days(at, 1))
    for alarm in Alarm.objects.filter(code__in=ALARMS, subject=case.number, cleared_at=None):
        clear(alarm=alarm, by=by, at=at)


def _end_calls(alert: DutyAlert, at: datetime, but: User | None = None) -> None:
    alert.calls.filter(ends_at=None).exclude(user=but).update(ends_at=at)


def _taken_by(case: Case, alert: DutyAlert) -> User | None:
    """Who took the case since the alert: that says as clearly as the button that somebody looks."""
    taken = TimelineEntry.objects.filter(
        case=case, sort=Sort.TAKEN, at__gte=alert.raised_at, by__isnull=False
    )
    entry = taken.select_related("by").order_by("at", "pk").first()
    return entry.by if entry else None


def _may_be_called(case: Case, person: User) -> bool:
    """Nobody who is kept out of it, and of a protected case only who works with those."""
    cleared = not case.restricted or Role.RESTRICTED in person.roles
    return cleared and not Case.objects.keeping_out(person).filter(pk=case.pk).exists()


def _leads(case: Case, at: datetime) -> list[User]:
    """Who is called when the roster has nobody left; of a protected case everybody who works with those.

    Who is away is left out while somebody else is there; a team without leads falls to triage.
    """
    found = (
        _people(role_grants__role=Role.RESTRICTED)
        if case.restricted
        else _people(role_grants__role=Role.LEAD, role_grants__team=case.team_id)
        or _people(role_grants__role=Role.TRIAGE)
    )
    away = absent_at(at)
    return [one for one in found if one.pk not in away] or found


def _people(**with_role: object) -> list[User]:
    found: Iterable[User] = User.objects.filter(
        is_active=True, audience=Audience.STAFF, role_grants__waiting=False, **with_role
    ).distinct()[:MOST_LEADS]
    return list(found)
