"""Which alarms are whose. An alarm about a case names it by number, so it is for who may see that case; one about a rule for who can mend it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from incidents.models import Case
from partners.rules.rule_alarms import ABOUT_A_RULE, of_own_rules
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.notices.models import Alarm
from safetyportal.policy.gate import may

ABOUT_A_CASE = Q(subject__startswith="Z-")


def open_alarms(actor: User) -> QuerySet[Alarm]:
    """Open alarms this person may look at: those of the portal itself, and those about a case or a rule of their own.

    That a covenant ends is for who looks after covenants. Triage gets all the others, so that no alarm is left with nobody; but
    of a case that keeps somebody out, only the others do. Those about a rule clear themselves when the rule is mended;
    functional administrators see them all.
    """
    alarms = Alarm.objects.filter(cleared_at=None)
    if not may("covenant.list", actor):
        alarms = alarms.exclude(code=Alarm.Code.COVENANT_ENDS)
    if Role.FUNCTIONAL not in actor.roles:
        alarms = alarms.filter(~ABOUT_A_RULE | of_own_rules(actor))
    if Role.TRIAGE in actor.roles:
        not_mine = Case.objects.keeping_out(actor).filter(number=OuterRef("subject"))
        return alarms.filter(~ABOUT_A_CASE | ~Exists(not_mine))
    if not may("case.list", actor):
        return alarms.exclude(ABOUT_A_CASE)
    # Looked up one by one through the unique number: a list of all own cases would be read whole.
    own = Case.objects.for_(actor, "case.list").filter(number=OuterRef("subject"))
    return alarms.filter(~ABOUT_A_CASE | Exists(own))
