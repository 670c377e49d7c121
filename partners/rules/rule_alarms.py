"""Alarms about rules in use: one for each rule and sort, for its owner and the functional administrators. What is mended clears its own."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from partners.models import RoutingRule
from partners.rules import rule_report, rule_sets
from partners.rules.rule_health import Code, Severity
from safetyportal.accounts.models import User
from safetyportal.notices.alarms import raise_alarm, settle
from safetyportal.notices.models import Alarm

ALARM_OF = {
    Code.OWNER: Alarm.Code.RULE_OWNER,
    Code.SHADOWED: Alarm.Code.RULE_SHADOWED,
    Code.CONTRADICTS: Alarm.Code.RULE_SHADOWED,
    Code.CATCHES_ALL: Alarm.Code.RULE_CATCHES_ALL,
    Code.NEVER: Alarm.Code.RULE_NEVER,
    Code.PARTNER: Alarm.Code.RULE_PARTNER,
    Code.COVENANT: Alarm.Code.RULE_COVENANT,
    Code.UNKNOWN: Alarm.Code.RULE_UNKNOWN,
    Code.UNUSED: Alarm.Code.RULE_UNUSED,
    Code.ENDS: Alarm.Code.RULE_ENDS,
}
RULE_CODES = frozenset(ALARM_OF.values())
ABOUT_A_RULE = Q(code__in=sorted(RULE_CODES))


def check_rules(*, at: datetime) -> None:
    """Look at the set in use. May run any number of times, also two at once."""
    rule_set = rule_sets.active()
    found = rule_report.findings(rule_set=rule_set, at=at) if rule_set else []
    names = dict(rule_set.rules.values_list("slug", "name")) if rule_set else {}
    subjects: dict[Alarm.Code, set[str]] = {code: set() for code in RULE_CODES}
    for finding in found:
        if finding.code in ALARM_OF and finding.severity != Severity.NOTE:
            subjects[ALARM_OF[finding.code]].add(finding.slug)
    for code, slugs in subjects.items():
        for slug in sorted(slugs):
            raise_alarm(code=code, subject=slug, detail=f"«{names[slug]}»", at=at)
        settle(code=code, but=slugs, at=at)


def of_own_rules(actor: User) -> Q:
    """Alarms about a rule in use of which this person is the owner."""
    own = RoutingRule.objects.of_active_set().filter(owner=actor, slug=OuterRef("subject"))
    return ABOUT_A_RULE & Q(Exists(own))
