"""The tailor-made plan of a case, looking at a case again, and the criteria of targeted harassment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.models import Case, HarassmentCheck, Plan
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import at_wall_clock
from safetyportal.clock.deadlines import Name
from safetyportal.texts.templatetags.portal import day as said_day

# Amsterdam's four (domain 1.4).
CRITERIA = {
    "repeated": _("Het gebeurt telkens weer: wangedrag of intimidatie"),
    "aimed": _("Het is bewust gericht op bepaalde personen of één huishouden"),
    "near": _("Het gebeurt in of vlak bij de eigen woning of het werk"),
    "neighbour": _("Wie het vermoedelijk doet, woont in de buurt"),
}


@dataclass(frozen=True)
class Draft:
    """A plan as somebody writes it."""

    holder: User
    reporter_needs: str
    resident_needs: str
    support: str
    enforcement: str
    deviation: str
    review_on: date


@transaction.atomic
def save_plan(*, case: Case, draft: Draft, by: User, at: datetime, seen: int = 0) -> Plan:
    """A new version; the review of the one before is done with it. Raises NotNow or Stale."""
    fresh = acting.begin(case=case, act=Act.PLAN, by=by, seen=seen)
    last = fresh.plans.first()
    plan = Plan.objects.create(
        case=fresh,
        version=(last.version if last else 0) + 1,
        made_by=by,
        made_at=at,
        **{name: getattr(draft, name) for name in Draft.__dataclass_fields__},
    )
    acting.done(
        case=fresh,
        act=Act.PLAN,
        by=by,
        at=at,
        text=f"Versie {plan.version}, voor {plan.holder.name}. Opnieuw bekijken op {_in_dutch(plan.review_on)}.",
        sensitive=False,
    )
    _look_again_on(fresh, plan.review_on, at)
    return plan


@transaction.atomic
def review(*, case: Case, text: str, next_on: date, by: User, at: datetime) -> None:
    """The case was looked at as a whole; and the next time, on which day. Raises NotNow."""
    fresh = acting.begin(case=case, act=Act.REVIEW)
    acting.done(case=fresh, act=Act.REVIEW, by=by, at=at, text=text)
    _look_again_on(fresh, next_on, at)


@transaction.atomic
def judge_harassment(
    *, case: Case, said: dict[str, bool | None], by: User, at: datetime, seen: int = 0
) -> HarassmentCheck:
    """Say of each criterion yes, no or not known. Nothing follows by itself. Raises NotNow or Stale."""
    fresh = acting.begin(case=case, act=Act.JUDGE_HARASSMENT, by=by, seen=seen)
    values = {name: said.get(name) for name in CRITERIA}
    found, _made = HarassmentCheck.objects.update_or_create(
        case=fresh, defaults={**values, "by": by, "at": at}
    )
    yes = sum(1 for value in values.values() if value)
    acting.done(
        case=fresh,
        act=Act.JUDGE_HARASSMENT,
        by=by,
        at=at,
        text=f"Treiteren: {yes} van de 4 kenmerken.",
        sensitive=False,
    )
    return found


def _in_dutch(day: date) -> str:
    with override("nl"):
        return said_day(day)


def _look_again_on(case: Case, day: date, at: datetime) -> None:
    due = at_wall_clock(day, office.current().closes)
    deadlines.open_deadline(
        subject_kind="case", subject_id=case.pk, name=Name.REVIEW, due=due, team_id=case.team_id, at=at
    )
    deadlines.reschedule(subject_kind="case", subject_id=case.pk, name=Name.REVIEW, due=due)
