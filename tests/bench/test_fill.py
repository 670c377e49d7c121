"""The bulk generator: what it writes is as the portal itself would have left it, in the shares it was told, every time the same."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.fill import mix
from bench.fill.filling import CODE, Filled, fill
from incidents.models import (
    Case,
    CaseTask,
    Hearing,
    LadderStep,
    Letter,
    Party,
    Plan,
    Report,
    ReporterIdentity,
    RoutingOrder,
    TimelineEntry,
)
from partners.models import Referral, RoutingDecision
from partners.routing import routing
from partners.routing.routing_many import route_these
from safetyportal.accounts.models import User
from safetyportal.clock.models import Deadline
from safetyportal.health import violations
from safetyportal.privacy.keys import blind_index
from tests.world import file, route

CASES = 300
AT = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
# What must be the same every time: no keys, which a database gives, and nothing that is encrypted anew.
SAME = """
SELECT number, kind_id, status, severity_score, opened_at, closed_at, close_reason FROM incidents_case ORDER BY number
""", """
SELECT id, number, filed_at, channel, language, story, mode, consent FROM incidents_report ORDER BY number
""", """
SELECT at, sort, visibility, by_label, text FROM incidents_timelineentry ORDER BY at, sort, by_label, text
""", """
SELECT id, state, mode, released_at, answered_at FROM partners_referral ORDER BY id
"""  # fmt: skip

pytestmark = pytest.mark.django_db


def filled(cases: int = CASES, seed: int = 1, at: datetime = AT) -> Filled:
    return fill(cases=cases, seed=seed, at=at, quiet=True, beside=False)


def fingerprint(seed: int) -> str:
    """Of what is written; nothing of it stays."""
    with transaction.atomic(), connection.cursor() as cursor:
        filled(50, seed)
        rows = []
        for statement in SAME:
            cursor.execute(statement)
            rows += cursor.fetchall()
        transaction.set_rollback(True)
    return hashlib.sha256(repr(rows).encode()).hexdigest()


@pytest.mark.usefixtures("association")
def test_every_constraint_and_invariant_holds_on_what_was_filled() -> None:
    rows = filled().rows

    connection.check_constraints()  # what is deferred, the triggers too
    broken = [
        one for one in violations(at=timezone.now()) if one.code != "I7"
    ]  # relay and worker do not run here
    assert broken == []
    assert not Referral.objects.left_open().exclude(case__closed_at=None).exists()
    assert Case.objects.count() == rows["incidents_case"] == CASES
    assert RoutingDecision.objects.count() == Report.objects.count() == rows["incidents_report"]
    assert not Report.objects.filter(filed_at__gt=AT).exists()
    assert not TimelineEntry.objects.filter(at__gt=AT).exists()


@pytest.mark.usefixtures("association")
def test_the_shares_are_those_of_the_mix() -> None:
    filled()

    cases, reports = Case.objects.count(), Report.objects.count()
    noise = Case.objects.filter(kind__group="GEL").count()
    assert noise / cases == pytest.approx(mix.GROUPS["GEL"] / 100, abs=0.08)
    for band, share in mix.BANDS.items():
        assert Case.objects.filter(severity_band=band).count() / cases == pytest.approx(share / 100, abs=0.08)
    for mode, share in mix.MODES.items():
        assert Report.objects.filter(mode=mode).count() / reports == pytest.approx(share / 100, abs=0.08)
    assert reports / cases == pytest.approx(1.6, abs=0.2)
    assert TimelineEntry.objects.count() / cases == pytest.approx(15.5, abs=2.5)
    assert 0 < Case.objects.open().count() / cases < 0.08
    assert ReporterIdentity.objects.count() == Report.objects.exclude(mode="anonymous").count()


@pytest.mark.usefixtures("association")
def test_what_is_done_about_a_case_is_there_too() -> None:
    filled()

    cases = Case.objects.count()
    assert Party.objects.accused().count() / cases == pytest.approx(0.3, abs=0.1)
    assert Hearing.objects.filter(state="held").count() > Hearing.objects.filter(state="no_show").count() > 0
    for step in LadderStep.objects.filter(level__gte="L3"):
        assert Hearing.objects.filter(party__case=step.case_id, ended_at__lte=step.made_at).exists()
    sent = Letter.objects.sent().count()
    assert 0 < Letter.objects.without_check().count() < sent
    assert {"review", "check", "hearing", "inform", "task"} <= set(
        Deadline.objects.values_list("name", flat=True)
    )
    assert not Deadline.objects.open().filter(name="review", subject_id__in=map(str, _ended())).exists()
    assert Case.objects.filter(last_contact_at=None).count() / cases < 0.3
    assert Plan.objects.exists() and CaseTask.objects.filter(done_at=None, is_personal=False).exists()


def _ended() -> list[int]:
    return list(Case.objects.exclude(closed_at=None).values_list("pk", flat=True))


@pytest.mark.usefixtures("association")
def test_the_same_seed_gives_the_same_and_another_seed_does_not() -> None:
    first = fingerprint(1)

    assert fingerprint(1) == first
    assert fingerprint(2) != first


@pytest.mark.usefixtures("association")
def test_a_phone_number_is_found_by_its_hash_and_reads_as_it_was() -> None:
    filled(50)

    known = ReporterIdentity.objects.exclude(phone="").first()
    assert known is not None
    assert known.phone.startswith("06-00") and known.name
    assert ReporterIdentity.objects.filter(phone_index=blind_index(known.phone, "phone")).contains(known)


@pytest.mark.usefixtures("association")
def test_its_people_and_reporters_come_in_and_the_portal_goes_on(client: Client) -> None:
    filled(100, at=timezone.now())
    case = Case.objects.filter(restricted=False).exclude(reports__mode="anonymous").earliest("pk")

    client.force_login(User.objects.get(email="triage1@vulling.example.nl"))
    assert client.get(reverse("staff_inbox")).status_code == 200
    assert client.get(reverse("case_page", args=[case.number])).status_code == 200
    motive = {"motive": "Ik bel terug."}
    assert client.post(reverse("reporter_motive", args=[case.number]), motive).status_code == 200
    entered = Client().post(
        reverse("follow_enter"), {"number": case.reports.earliest("filed_at").number, "code": CODE}
    )
    assert entered.headers["Location"] == reverse("follow_report")
    route(file("GEL-MUZ"))


@pytest.mark.usefixtures("association")
def test_a_backlog_waits_for_its_routing_and_can_be_routed() -> None:
    fill(cases=60, seed=1, at=AT, quiet=True, beside=False, unrouted=True)

    connection.check_constraints()
    assert Report.objects.count() == RoutingOrder.objects.filter(done_at=None).count() == 60
    assert not Referral.objects.exists() and not Case.objects.exclude(status="received").exists()
    waiting = list(routing.waiting().values_list("pk", flat=True))
    assert len(route_these(work_ids=waiting, at=timezone.now())) > 48
