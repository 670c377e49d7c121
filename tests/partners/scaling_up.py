"""Short ways for tests of scaling up: what somebody proposes, and a case that is up by the real verbs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from incidents.models import Case
from partners.models import Partner, Referral, ScaleUp
from partners.models.referral_words import Ground, State
from partners.scaling import scaling
from partners.scaling.scaling import Wanted
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from tests.world import person

HOUSE, MUNICIPALITY = "zorg-en-veiligheidshuis", "gemeente-lindestad"


def wanted(code: str = HOUSE, **changes: Any) -> Wanted:
    plain = Wanted(
        partner=Partner.objects.get(code=code),
        criteria=("Wij en onze partners komen er samen niet uit.",),
        tried="- Twee gesprekken, zonder gevolg.",
        question="Wilt u de regie nemen?",
        expected="Een plan met wie wat doet.",
        answer_on=timezone.localdate() + timedelta(days=30),
        lead=ScaleUp.Lead.THEIRS,
        ground=Ground.COVENANT,
        ground_text="Zonder hen komt er niemand verder.",
        fields=[],
        summary="Elke week onrust in de hal.",
    )
    return replace(plain, **changes)


def proposed(case: Case, *, by: str = "noord@", code: str = HOUSE, **changes: Any) -> ScaleUp:
    return scaling.propose(case=case, wanted=wanted(code, **changes), by=person(by), at=timezone.now())


def scaled(case: Case, *, by: str = "teamleider@", **changes: Any) -> ScaleUp:
    scale_up = proposed(case, **changes)
    scaling.confirm(scale_up=scale_up, by=person(by), at=timezone.now())
    scale_up.refresh_from_db()
    return scale_up


def also_lead(email: str) -> User:
    """Somebody who leads the team they work for, besides."""
    who = person(email)
    team = who.role_grants.get(role=Role.HANDLER).team
    RoleGrant.objects.get_or_create(user=who, role=Role.LEAD, team=team)
    return User.objects.get(pk=who.pk)


def row(case: Case, at: datetime, state: str = "up", **changes: Any) -> ScaleUp:
    """A scale-up as a row, whatever the state of the case."""
    by, other = person("noord2@"), person("teamleider@")
    partner = Partner.objects.get(code=HOUSE)
    values: dict[str, Any] = {
        "case": case, "partner": partner, "state": state, "criteria": ["Vast."], "tried": "x", "question": "x",
        "expected": "x", "answer_on": date(2027, 5, 12), "lead": "theirs", "ground": "interest", "ground_text": "x",
        "summary": "x", "made_by": by, "made_at": at,
    }  # fmt: skip
    if state in ("up", "back") and "referral" not in changes:
        values["referral"] = Referral.objects.create(
            case=case, partner=partner, mode="H", state=State.RELEASED, created_at=at, released_at=at, released_by=other,
            made_by=by, ground="interest", due_at=at + timedelta(days=9),
        )  # fmt: skip
    if state in ("up", "back", "refused"):
        values |= {"decided_by": other, "decided_at": at}
    if state == "back":
        values |= {"back_by": by, "back_at": at, "leads_again": by, "result": "x"}
    return ScaleUp.objects.create(**{**values, **changes})
