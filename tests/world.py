"""The small demo association for tests, and short ways to file and route. Everything goes through the real verbs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from complexes.models import Home, Space
from incidents.following import codes
from incidents.intake.filing import Filing, Place, Reporter
from incidents.intake.reporting import file_report
from incidents.models import Case, Kind, Report, RoutingOrder
from incidents.rules.answers import Mode, PlaceKind, YesNo
from partners.models import Referral, RoutingDecision
from partners.routing.routing import route_report
from safetyportal.accounts.models import User
from safetyportal.demo import plans
from safetyportal.demo.loading import load_association

CODE = "7K2P-9QXD-4M1N-8RTV"
CODE_HASH = codes.hash_code(CODE)
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday


@pytest.fixture
def association(db: None) -> None:
    """Three complexes, all partners, rules and people; no reports."""
    load_small()


@pytest.fixture
def committed_association(transactional_db: None) -> None:
    """The same, committed: for tests with threads or processes of their own."""
    load_small()


def load_small() -> None:
    """Loaded already, nothing happens."""
    load_association(today=timezone.localdate(), small=True)


def person(email: str) -> User:
    return User.objects.get(email__startswith=email)


def home(number: int) -> Home:
    """A home of the demonstration street; 2-16 stand on the entrance of eight, 18-26 on that of five."""
    return Home.objects.select_related("complex", "entrance").get(street=plans.DEMO_STREET, number=number)


def at_home(number: int = 2) -> Place:
    where = home(number)
    return Place(PlaceKind.HOME, where.complex, where.entrance)


def in_stairwell(number: int = 2) -> Place:
    where = home(number)
    space = Space.objects.get(entrance=where.entrance, sort=Space.Sort.STAIRS)
    return Place(PlaceKind.SPACE, where.complex, where.entrance, space)


def filing(kind: str, **changes: Any) -> Filing:
    """A plain report of a kind by a reporter with a name at Esdoornlaan 2, in the stairwell of eight homes."""
    plain = Filing(
        kind=Kind.objects.get(pk=kind),
        place=changes.pop("place", None) or in_stairwell(),
        reporter=Reporter(
            mode=Mode.NAMED,
            name="Aisha Bouzian",
            phone="06-00001234",
            email="aisha@example.nl",
            home=home(2),
            minor=YesNo.NO,
        ),
        story="Elke week zitten mensen op de trap en laten rommel achter.",
        frequency="weekly",
        since="1_3m",
        impact=("sleep",),
        names_person=YesNo.NO,
        child_involved=YesNo.NO,
    )
    return replace(plain, **changes)


def anonymous() -> Reporter:
    return Reporter(mode=Mode.ANONYMOUS)


def file(kind: str, *, at: datetime | None = None, **changes: Any) -> Report:
    moment = at or timezone.now()
    return file_report(
        filing=filing(kind, **changes), draft_key=uuid4(), code_hash=CODE_HASH, by=None, at=moment
    )


def route(report: Report, *, at: datetime | None = None) -> RoutingDecision:
    order = RoutingOrder.objects.get(report=report, round=1)
    decision = route_report(work_id=order.pk, at=at or timezone.now())
    assert decision is not None
    return decision


def reroute(case: Case) -> RoutingDecision:
    """Carry out the round that waits, as the worker would."""
    order = RoutingOrder.objects.get(report__case=case, done_at=None)
    decision = route_report(work_id=order.pk, at=timezone.now())
    assert decision is not None
    return decision


def routed(kind: str, **changes: Any) -> Case:
    """A case whose report was filed and routed just now."""
    report = file(kind, **changes)
    route(report)
    return Case.objects.get(pk=report.case_id)


def referral(case: Case, type_code: str) -> Referral:
    return Referral.objects.get(case=case, partner__type_code=type_code)


def types(case: Case, state: str) -> set[str]:
    return set(Referral.objects.filter(case=case, state=state).values_list("partner__type_code", flat=True))


def days(number: float) -> timedelta:
    return timedelta(days=number)
