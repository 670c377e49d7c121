"""How routing runs, without what any case is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.models import Case, RoutingOrder
from partners.alarms import open_alarms
from partners.mailing import deliveries
from partners.models import RoutingDecision, RoutingRule
from partners.rules import rule_listing, rule_sets, rule_words
from partners.rules.rule_alarms import RULE_CODES
from partners.rules.rule_listing import Line
from partners.rules.rule_report import report
from safetyportal.accounts.models import User
from safetyportal.clock.models import Heartbeat
from safetyportal.desk import alarm_words, why
from safetyportal.notices.models import Alarm
from safetyportal.policy.gate import may

COUNTED = 1000
MOST_ALARMS, MOST_DECISIONS, MOST_RULES = 50, 20, 300
# What should show itself, how it is called, and after how long silence is strange.
PROCESSES = {
    "relay": (_("Doorgever (relay)"), timedelta(seconds=30)),
    "worker": (_("Verwerker en klok (worker, beat)"), timedelta(minutes=3)),
}


@dataclass(frozen=True)
class AlarmLine:
    """`case_number` only for who may see that case; `about` is what else the alarm names, of such a case nothing."""

    pk: int
    title: str
    about: str
    case_number: str
    raised_at: datetime
    rule: str  # its slug, of an alarm about a rule: those clear themselves


@dataclass(frozen=True)
class Process:
    name: str
    last: datetime | None
    is_silent: bool


@dataclass(frozen=True)
class Orders:
    waiting: int
    oldest: datetime | None
    dead: int


def alarms(*, actor: User) -> list[AlarmLine]:
    found = list(open_alarms(actor)[:MOST_ALARMS])
    about_cases = [alarm.subject for alarm in found if alarm.subject.startswith("Z-")]
    mine = _mine(actor, about_cases)
    said = alarm_words.details(found)
    return [_alarm(alarm, said[alarm.pk], mine) for alarm in found]


def _alarm(alarm: Alarm, said: str, mine: set[str]) -> AlarmLine:
    return AlarmLine(
        pk=alarm.pk,
        title=alarm_words.title(alarm, on=timezone.localdate()),
        about=_about(alarm, said, mine),
        case_number=alarm.subject if alarm.subject in mine else "",
        raised_at=alarm.raised_at,
        rule=alarm.subject if alarm.code in RULE_CODES else "",
    )


def _about(alarm: Alarm, said: str, mine: set[str]) -> str:
    """Which partner was missing says what a case is about, so only to who may see the case."""
    if alarm.subject.startswith("Z-"):
        return said if alarm.detail and alarm.subject in mine else ""
    return said


def _mine(actor: User, numbers: list[str]) -> set[str]:
    if not numbers or not may("case.list", actor):
        return set()
    return set(
        Case.objects.for_(actor, "case.list").filter(number__in=numbers).values_list("number", flat=True)
    )


def orders() -> Orders:
    waiting = RoutingOrder.objects.filter(done_at=None, dead_at=None).order_by("asked_at")
    asked = list(waiting.values_list("asked_at", flat=True)[: COUNTED + 1])
    dead = RoutingOrder.objects.filter(dead_at__isnull=False)
    return Orders(
        waiting=len(asked), oldest=asked[0] if asked else None, dead=len(dead.values("pk")[: COUNTED + 1])
    )


def processes(*, at: datetime) -> list[Process]:
    seen = dict(Heartbeat.objects.values_list("name", "at")[:100])
    return [
        Process(
            name=str(label), last=seen.get(code), is_silent=code not in seen or at - seen[code] > patience
        )
        for code, (label, patience) in PROCESSES.items()
    ]


def not_through(*, actor: User) -> list[tuple[deliveries.Told, str]]:
    """What partners were not told yet, with the number of the case for who may see that case."""
    found = deliveries.not_through()
    mine = _mine(actor, [one.referral.case.number for one in found])
    return [(one, one.referral.case.number if one.referral.case.number in mine else "") for one in found]


def to_triage(*, actor: User) -> list[RoutingDecision]:
    """The last decisions that found no partner, of cases this person may see."""
    if not may("case.list", actor):
        return []
    own = Case.objects.for_(actor, "case.list")
    found = RoutingDecision.objects.filter(
        outcome=RoutingDecision.Outcome.TRIAGE, order__report__case__in=own
    )
    return list(
        found.select_related("order__report__case__kind", *why.PARTS).order_by("-decided_at")[:MOST_DECISIONS]
    )


def rules(*, at: datetime) -> list[Line]:
    """The rules in force, in order and in words, each with how it is doing."""
    rule_set = rule_sets.active()
    if rule_set is None:
        return []
    found = list(RoutingRule.objects.in_force(timezone.localdate(at)).select_related("complex")[:MOST_RULES])
    return rule_listing.lines(found, rule_words.names(found), health=report(rule_set=rule_set, at=at))
