"""Once each working day, how many terms end; by mail, so numbers and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from incidents.handling import case_tasks, casework, digest, holding
from incidents.models import Case
from safetyportal.accounts.models import RoleGrant
from safetyportal.clock.calendar import AMSTERDAM
from safetyportal.clock.models import Deadline, JobRun
from safetyportal.notices.models import Notice
from safetyportal.notices.outbox import send
from safetyportal.people.absence import set_absence
from safetyportal.people.mail_wishes import choose
from tests.partners.partner_side import client_of
from tests.world import at_home, file, person

pytestmark = pytest.mark.django_db


def dutch(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


MONDAY, OPENING = date(2026, 11, 30), dutch("2026-11-30T08:30")
BEFORE = dutch("2026-11-23T10:00")


@pytest.fixture
def cases(association: None) -> Iterator[list[Case]]:
    """Four of Marieke: one due today, two late, one later."""
    made = []
    for number, due in enumerate(
        ["2026-11-30T17:00", "2026-11-27T17:00", "2026-11-26T17:00", "2026-12-01T17:00"]
    ):
        case = file("GEL-MUZ", at=BEFORE, place=at_home(2 + 2 * number)).case
        casework.take(case=case, by=person("noord@"), at=BEFORE)
        Deadline.objects.filter(subject_id=str(case.pk)).update(due=dutch(due))
        made.append(case)
    yield made


def digests() -> dict[str, dict[str, int]]:
    found = Notice.objects.filter(template="staff_digest").select_related("user")
    return {one.user.email.partition("@")[0]: one.numbers for one in found if one.user}


def test_a_handler_hears_how_many_end_today_and_how_many_are_late(cases: list[Case]) -> None:
    digest.send_all(at=OPENING)

    assert digests() == {"noord": {"today": 1, "late": 2}}


def test_the_mail_holds_counts_and_a_link_and_nothing_of_a_case(cases: list[Case]) -> None:
    digest.send_all(at=OPENING)
    send(work_id=Notice.objects.get(template="staff_digest").pk, at=OPENING)

    (letter,) = mail.outbox
    told = f"{letter.subject}\n{letter.body}"
    assert "U hebt 1 zaak met een termijn vandaag, en 2 zaken te laat." in told
    assert "/werk/" in told
    for case in cases:
        assert case.number not in told and case.kind.label_nl not in told


def test_it_comes_once_a_day_however_often_the_clock_calls(cases: list[Case]) -> None:
    for minutes in (0, 5, 300):
        digest.send_all(at=OPENING + timedelta(minutes=minutes))
    one_day = Notice.objects.filter(template="staff_digest").count()

    digest.send_all(at=OPENING + timedelta(days=1))

    assert one_day == 1
    assert Notice.objects.filter(template="staff_digest").count() == 2


@pytest.mark.parametrize(
    "moment", ["2026-11-30T08:29", "2026-11-29T10:00", "2026-12-25T10:00", "2026-11-30T17:00"]
)
def test_nothing_comes_before_the_office_opens_or_on_a_day_off(cases: list[Case], moment: str) -> None:
    digest.send_all(at=dutch(moment))

    assert digests() == {}
    assert not JobRun.objects.exists()


@pytest.mark.parametrize("moment", ["2028-03-27T08:30", "2026-10-26T08:30"])
def test_after_the_clock_change_it_comes_at_the_opening_on_the_wall(cases: list[Case], moment: str) -> None:
    Deadline.objects.update(due=dutch("2026-10-20T17:00"))

    digest.send_all(at=dutch(moment) - timedelta(seconds=1))
    early = digests()
    digest.send_all(at=dutch(moment))

    assert early == {}
    assert digests()["noord"]["late"] == 4


def test_who_has_nothing_due_gets_nothing_not_later_that_day_either(cases: list[Case]) -> None:
    digest.send_all(at=OPENING)

    Case.objects.filter(holder=person("noord@")).update(holder=person("noord2@"))
    digest.send_all(at=OPENING + timedelta(hours=1))

    assert set(digests()) == {"noord"}


def test_a_case_with_two_terms_counts_once_and_a_closed_or_paused_one_not(cases: list[Case]) -> None:
    assert Deadline.objects.open().filter(subject_id=str(cases[0].pk)).count() >= 1
    for name in ("review", "check"):
        Deadline.objects.create(
            subject_kind="case",
            subject_id=str(cases[0].pk),
            name=name,
            due=dutch("2026-11-30T12:00"),
            created_at=BEFORE,
        )
    Deadline.objects.open().filter(subject_id=str(cases[1].pk)).update(paused_since=BEFORE)
    Case.objects.filter(pk=cases[2].pk).update(status="closed", closed_at=BEFORE)

    digest.send_all(at=OPENING)

    assert digests() == {"noord": {"today": 1, "late": 0}}


def test_a_task_counts_for_who_does_it_and_a_reminder_for_oneself(cases: list[Case]) -> None:
    common = {"case": cases[3], "due_on": MONDAY, "by": person("noord2@"), "at": BEFORE}
    case_tasks.add(what="Bellen.", owner=person("teamleider@"), is_personal=False, **common)
    case_tasks.add(what="Kijken.", owner=None, is_personal=True, **common)

    digest.send_all(at=OPENING)

    assert digests() == {
        "noord": {"today": 1, "late": 2},
        "noord2": {"today": 1, "late": 0},
        "teamleider": {"today": 1, "late": 0},
    }


def test_the_cover_gets_it_in_the_place_of_who_is_away(cases: list[Case]) -> None:
    set_absence(
        user=person("noord@"),
        from_on=MONDAY,
        until_on=MONDAY,
        cover=person("noord2@"),
        by=person("noord@"),
        at=BEFORE,
    )

    digest.send_all(at=OPENING)

    assert digests() == {"noord2": {"today": 1, "late": 2}}


def test_a_cover_is_told_nothing_of_a_case_that_is_not_theirs_to_see(cases: list[Case]) -> None:
    RoleGrant.objects.create(user=person("noord@"), role="restricted")
    Case.objects.filter(pk=cases[0].pk).update(restricted=True)
    set_absence(
        user=person("noord@"),
        from_on=MONDAY,
        until_on=MONDAY,
        cover=person("noord2@"),
        by=person("noord@"),
        at=BEFORE,
    )

    digest.send_all(at=OPENING)

    assert digests() == {"noord2": {"today": 0, "late": 2}}


def test_it_is_switched_off_on_ones_own_page_and_on_by_who_had_it_not(cases: list[Case]) -> None:
    Case.objects.filter(pk=cases[0].pk).update(holder=person("triage@"))
    before = client_of("noord@").get(reverse("own_mails")).content.decode()
    client_of("noord@").post(reverse("own_mails"), {})
    client_of("triage@").post(reverse("own_mails"), {"digest": "on"})

    digest.send_all(at=OPENING)

    assert "checked" in before
    assert digests() == {"triage": {"today": 1, "late": 0}}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_two_workers_at_once_send_it_once() -> None:
    case = file("GEL-MUZ", at=BEFORE).case
    casework.take(case=case, by=person("noord@"), at=BEFORE)
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        digest.send_all(at=OPENING)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert Notice.objects.filter(template="staff_digest").count() == 1


# Word of a case that was handed over


def handed(association: None) -> None:
    case = file("GEL-MUZ").case
    holding.hand_over(
        case=case, to=person("noord2@"), reason="Vakantie.", by=person("noord@"), at=timezone.now()
    )


def test_who_asked_for_it_hears_of_a_case_handed_over_and_who_did_not_does_not(association: None) -> None:
    handed(association)
    unasked = Notice.objects.filter(template="staff_handed_over").count()
    choose(user=person("noord2@"), digest=True, handed_over=True, at=timezone.now())

    handed(association)

    assert unasked == 0
    notice = Notice.objects.get(template="staff_handed_over")
    assert notice.user == person("noord2@")
    send(work_id=notice.pk, at=timezone.now())
    assert "Z-" not in f"{mail.outbox[0].subject}{mail.outbox[0].body}"


def test_a_case_is_not_handed_to_somebody_who_is_away(association: None) -> None:
    case, today = file("GEL-MUZ").case, timezone.localdate()
    page = reverse("case_hand_over", args=[case.number])
    there = client_of("noord@").get(page).content.decode()
    set_absence(
        user=person("noord2@"),
        from_on=today,
        until_on=today,
        cover=None,
        by=person("noord2@"),
        at=timezone.now(),
    )

    gone = client_of("noord@").get(page).content.decode()

    assert "Bilal Chaouki" in there and "Bilal Chaouki" not in gone
    with pytest.raises(holding.CannotHold):
        handed(association)
