"""Steps on the ladder: each with its ground, none without the other side, none two at once by one person."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError
from django.urls import reverse
from django.utils import timezone

from incidents.escalation import ladder, tailoring
from incidents.handling import casework
from incidents.joining import merging
from incidents.models import Case, LadderStep, Plan
from incidents.rules.ladder_levels import RUNGS, Level, Track, climbs
from incidents.rules.workflow import Status
from safetyportal.clock.calendar import local_day
from safetyportal.clock.deadlines import Name, open_for
from tests.incidents.doing import draft, wanted
from tests.partners.partner_side import client_of
from tests.world import anonymous, at_home, file, home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def known(number: int = 4, **changes: Any) -> Case:
    """A case about a home of ours, of which nothing lies with a partner."""
    case = routed("GEL-MUZ", place=at_home(number), consent=False, **changes)
    Case.objects.filter(pk=case.pk).update(about_home=home(6))
    return Case.objects.get(pk=case.pk)


def step(case: Case, level: str, by: str = "noord@", **changes: Any) -> LadderStep:
    return ladder.set_step(case=case, wanted=wanted(level, **changes), by=person(by), at=timezone.now())


def post(case: Case, name: str, said: dict[str, Any], *more: Any, by: str = "noord@") -> Any:
    return client_of(by).post(reverse(name, args=[case.number, *more]), said)


@pytest.mark.parametrize(
    ("now", "then", "up"),
    [("", "L0", 0), ("", "L2", 1), ("", "L3", 2), ("L2", "L3", 1), ("L2", "L4", 2), ("L4", "L2", 0), ("L3", "L3", 0),
     ("", "P1", 1), ("", "P2", 2), ("P2", "P6", 4), ("L3", "L7", 4)],
)  # fmt: skip
def test_how_high_a_step_is(now: str, then: str, up: int) -> None:
    assert climbs(now=now, then=then) == up


@pytest.mark.parametrize("rung", RUNGS, ids=lambda rung: rung.level)
def test_what_a_step_needs(rung: Any) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False, reporter=anonymous())

    missing = ladder.missing_for(case=case, level=rung.level, at=timezone.now())

    is_warning = rung.track == Track.CIVIL and rung.rank >= 3
    assert set(missing) >= ({"hearing", "home", "name"} if is_warning else set())
    assert is_warning or not missing


def test_a_step_opens_its_check_and_starts_the_approach() -> None:
    case = known()
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    day = local_day(timezone.now()) + timedelta(days=28)

    made = step(case, "L2", check_on=day)

    case.refresh_from_db()
    assert (made.state, case.status) == ("in_force", Status.APPROACH)
    due = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.CHECK)
    assert local_day(due.due) == day
    assert "Na tien uur stil" not in case.timeline.get(sort="ladder").text

    ladder.check(step=made, outcome="not_kept", text="Weer lawaai.", by=person("noord@"), at=timezone.now())
    assert not open_for(subject_kind="case", subject_id=case.pk).filter(name=Name.CHECK).exists()
    with pytest.raises(ladder.TooLate):
        ladder.check(step=made, outcome="kept", text="", by=person("noord@"), at=timezone.now())


def test_two_levels_at_once_need_a_second_person() -> None:
    case = known()
    answer = post(case, "ladder_step", {"level": "P3", "ground": "nuisance_act", "reason": "Ernstig."})
    proposed = LadderStep.objects.get()

    assert answer.status_code == 302 and proposed.state == "proposed"
    assert ladder.stands(case=case, track=Track.PUBLIC) == ""
    assert post(case, "ladder_confirm", {}, proposed.pk).status_code == 409
    waiting = reverse("second_person")
    assert case.number not in client_of("noord@").get(waiting).content.decode()
    assert case.number in client_of("teamleider@").get(waiting).content.decode()
    assert post(case, "ladder_confirm", {}, proposed.pk, by="teamleider@").status_code == 302
    assert ladder.stands(case=case, track=Track.PUBLIC) == Level.P3
    with pytest.raises(IntegrityError), transaction.atomic():
        LadderStep.objects.create(
            case=case, track="public", level="P6", climbs=3, state="in_force", ground="other", reason="x",
            made_by=person("noord@"), made_at=timezone.now(), decided_by=person("noord@"), decided_at=timezone.now(),
        )  # fmt: skip


def test_a_second_proposal_waits_for_the_first() -> None:
    case = known()
    step(case, "P3")
    with pytest.raises(ladder.Waits):
        step(case, "P4", by="noord2@")


def test_a_refused_step_is_kept_with_the_reason_and_never_counts() -> None:
    case = known()
    proposed = step(case, "P3")

    post(case, "ladder_refuse", {"reason": "Te vroeg."}, proposed.pk, by="teamleider@")

    proposed.refresh_from_db()
    assert (proposed.state, proposed.refusal) == ("refused", "Te vroeg.")
    assert ladder.stands(case=case, track=Track.PUBLIC) == ""


def test_what_was_set_never_changes() -> None:
    made = step(known(), "L2")
    for changed in ({"agreed": "Anders"}, {"level": "L1"}, {"state": "refused"}, {"ground": "other"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            LadderStep.objects.filter(pk=made.pk).update(**changed)
    with pytest.raises(DatabaseError), transaction.atomic():
        LadderStep.objects.filter(pk=made.pk).delete()


@pytest.mark.parametrize(
    ("said", "words"),
    [({"level": "L9"}, "uit de lijst"), ({"level": ""}, "Kies een stap"), ({"ground": "house_rules"}, "welke huisregel"),
     ({"reason": ""}, "waarom deze stap"), ({"reason": "x" * 5001}, "te lang"), ({"check_on": "gisteren"}, "Vul een dag in"),
     ({"check_on": "1999-01-01"}, "vanaf vandaag"), ({"check_on": "2150-01-01"}, "vanaf vandaag")],
)  # fmt: skip
def test_a_faulty_step_is_said_and_comes_back_as_typed(said: dict[str, str], words: str) -> None:
    case = known()
    typed = {
        "level": "L2",
        "ground": "agreement",
        "reason": "Mijn-woorden",
        "agreed": "Afspraak-woorden",
        **said,
    }

    answer = post(case, "ladder_step", typed)

    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and "Afspraak-woorden" in page
    assert not LadderStep.objects.exists()


def test_what_is_missing_is_said_in_words() -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False, reporter=anonymous())
    step(case, "L2")

    answer = post(case, "ladder_step", {"level": "L3", "ground": "good_tenant", "reason": "Mijn-woorden"})

    page = answer.content.decode()
    assert (
        answer.status_code == 409
        and "woning van ons" in page
        and "anonieme" in page
        and "Mijn-woorden" in page
    )


def test_steps_and_plans_of_another_team_are_nowhere() -> None:
    case = known()
    made = step(case, "P3", reason="Merk-van-reden", agreed="Merk-van-afspraak")
    tailoring.save_plan(
        case=case, draft=draft(support="Merk-van-plan"), by=person("noord@"), at=timezone.now()
    )

    other = client_of("zuid@")
    assert other.get(reverse("case_approach", args=[case.number])).status_code == 404
    assert case.number not in other.get(reverse("second_person")).content.decode()
    assert other.post(reverse("ladder_confirm", args=[case.number, made.pk])).status_code == 404
    own = client_of("teamleider@").get(reverse("case_approach", args=[case.number])).content.decode()
    assert all(mark in own for mark in ("Merk-van-reden", "Merk-van-afspraak", "Merk-van-plan"))


def test_a_warning_counts_where_the_case_was_merged_into() -> None:
    case, into = known(), known(8)
    step(case, "L2")

    merging.merge(cases=[case], into=into, reason="", message="", by=person("noord@"), at=timezone.now())

    assert ladder.stands(case=into, track=Track.CIVIL) == Level.L2


def test_a_plan_has_versions_and_brings_the_case_back() -> None:
    case = known()
    said = {
        "holder": person("noord@").pk,
        "resident_needs": "Hulp.",
        "review_on": str(local_day(timezone.now()) + timedelta(days=30)),
    }
    assert post(case, "case_plan", said).status_code == 302
    assert post(case, "case_plan", {**said, "deviates": "on", "deviation": "Kinderen."}).status_code == 302

    assert list(case.plans.values_list("version", flat=True)) == [2, 1]
    assert open_for(subject_kind="case", subject_id=case.pk).filter(name=Name.REVIEW).count() == 1
    refused = post(case, "case_plan", {**said, "deviates": "on"})
    assert refused.status_code == 422 and "waarom u afwijkt" in refused.content.decode()
    raw = "SELECT resident_needs FROM incidents_plan"
    with connection.cursor() as cursor:
        cursor.execute(raw)
        assert all("Hulp" not in row[0] for row in cursor.fetchall())


def test_all_four_criteria_make_it_harassment_and_nothing_follows_by_itself() -> None:
    case = known()
    before = case.kind_id
    post(case, "case_harassment", dict.fromkeys(tailoring.CRITERIA, "yes"))

    page = client_of("noord@").get(reverse("case_approach", args=[case.number])).content.decode()

    assert "Dit is treiteren" in page
    assert Case.objects.get(pk=case.pk).kind_id == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_of_two_who_decide_at_once_one_does() -> None:
    case = Case.objects.get(pk=file("GEL-MUZ", place=at_home(4), consent=False).case_id)
    proposed = step(case, "P4")
    gate, failures = threading.Barrier(2), []

    def run(decide: Any, by: str) -> None:
        gate.wait()
        try:
            decide(by=person(by))
        except ladder.TooLate as late:
            failures.append(late)
        finally:
            connection.close()

    def yes(*, by: Any) -> None:
        ladder.confirm(step=proposed, by=by, at=timezone.now())

    def no(*, by: Any) -> None:
        ladder.refuse(step=proposed, reason="Nee.", by=by, at=timezone.now())

    threads = [threading.Thread(target=run, args=one) for one in ((yes, "noord2@"), (no, "teamleider@"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(failures) == 1
    assert LadderStep.objects.get().state in ("in_force", "refused")
    assert Plan.objects.count() == 0
