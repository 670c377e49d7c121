"""What staff see of telling partners, and telling them again. Whether a partner sees the case never hangs on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case
from partners.at_work import withdrawing
from partners.mailing import deliveries, delivering
from partners.mailing.deliveries import Stage
from partners.models import Membership, Partner, Referral
from partners.models.referral_words import Delivery
from partners.sharing.release_checks import NotPossible
from safetyportal.accounts.models import User
from safetyportal.audit.models import AuditEvent
from safetyportal.notices import outbox
from safetyportal.notices.models import Alarm, Notice
from tests.partners.partner_side import by_hand, client_of, queue_of
from tests.world import days, file, person, referral, routed

pytestmark = pytest.mark.django_db
NOBODY = "werkt niemand die wij kunnen mailen"


@pytest.fixture
def found(association: None) -> Referral:
    return referral(routed("DRU-GEB"), "BOA")


@pytest.fixture
def broken(settings: Any) -> None:
    settings.EMAIL_BACKEND = "no.such.backend"


def delivered(found: Referral) -> Referral:
    delivering.deliver(work_id=found.pk, at=timezone.now())
    found.refresh_from_db()
    return found


def told(found: Referral) -> deliveries.Told:
    fresh = Referral.objects.select_related("partner").get(pk=found.pk)
    return deliveries.told_of([fresh])[fresh.pk]


def send_all() -> None:
    for one in Notice.objects.filter(template="partner_new", sent_at=None, dead_at=None):
        outbox.send(work_id=one.pk, at=timezone.now())


def again(found: Referral, **changes: Any) -> Delivery | None:
    given = {"seen": told(found).seen, "by": person("noord@"), "at": timezone.now()} | changes
    return delivering.deliver_again(referral=found, **given)


def tab_of(case: Case, who: str = "noord@") -> str:
    page = client_of(who).get(reverse("case_sharing", args=[case.number])).content.decode()
    return re.sub(r"\s+", " ", page)


def press(client: Client, found: Referral, **typed: Any) -> Any:
    data = {"seen": told(found).seen} | typed
    return client.post(reverse("referral_deliver", args=[found.pk]), data, follow=True)


def nobody_at(partner: Partner) -> None:
    Membership.objects.filter(partner=partner).delete()


def test_the_mails_of_a_partner_go_through_the_queue_of_its_category(found: Referral) -> None:
    delivered(found)

    notice = Notice.objects.get(about=str(found.pk))
    assert notice.queue == f"deliver.{found.partner.category}"
    assert notice.lane == found.partner.code


def test_a_reminder_and_an_answer_go_the_same_way(found: Referral) -> None:
    delivering.remind(at=found.due_at + timedelta(hours=1))

    notice = Notice.objects.get(template="partner_reminder")
    assert (notice.queue, notice.lane) == (f"deliver.{found.partner.category}", found.partner.code)


def test_it_waits_and_then_is_sent(found: Referral) -> None:
    before = told(found).stage
    delivered(found)
    queued = told(found).stage
    send_all()

    after = told(found)
    assert (before, queued, after.stage) == (Stage.WAITS, Stage.WAITS, Stage.SENT)
    assert (after.sent, after.people) == (1, 1)
    assert "Aan 1 persoon, op " in tab_of(found.case)


def test_what_failed_says_why_without_an_address_and_when_it_is_tried_again(
    found: Referral, broken: None
) -> None:
    delivered(found)
    send_all()

    one, page = told(found), tab_of(found.case)
    assert (one.stage, one.attempts) == (Stage.FAILS, 1)
    assert one.next_at > timezone.now()
    assert "Er ging iets mis in het portaal. Pogingen tot nu toe: 1. Wij proberen het opnieuw op " in page
    assert person("boa@").email not in page


def test_after_eight_attempts_it_is_dead_with_one_alarm(found: Referral, broken: None) -> None:
    delivered(found)
    for _attempt in range(outbox.MAX_ATTEMPTS + 2):
        send_all()

    one = told(found)
    assert (one.stage, one.attempts) == (Stage.DEAD, 8)
    assert "Na 8 pogingen is er alarm geslagen" in tab_of(found.case)
    assert Alarm.objects.get(code=Alarm.Code.NOTICE_DEAD).subject == found.partner.code


def test_the_alarm_says_in_words_at_whom_and_why(found: Referral, broken: None) -> None:
    delivered(found)
    for _attempt in range(outbox.MAX_ATTEMPTS):
        send_all()

    page = client_of("teamleider@").get(reverse("routing_overview")).content.decode()

    assert f"{found.partner.name}: er ging iets mis in het portaal" in page
    assert found.partner.code not in page and "Error" not in page


def test_nobody_to_tell_is_a_failure_that_staff_see(found: Referral) -> None:
    nobody_at(found.partner)

    delivered(found)

    assert told(found).stage == Stage.NOBODY
    assert NOBODY in tab_of(found.case)
    assert Alarm.objects.get(code=Alarm.Code.PARTNER_EMPTY).subject == found.partner.code


def test_an_own_desk_and_a_protected_case_need_no_mail(association: None, found: Referral) -> None:
    desk = delivered(referral(routed("VUI-ALG"), "WB"))
    Case.objects.filter(pk=found.case_id).update(restricted=True)
    delivered(found)

    assert told(desk).stage == told(found).stage == Stage.NOT_NEEDED
    assert not Notice.objects.filter(template="partner_new").exists()


def test_who_could_not_see_the_case_any_more_was_not_mailed_and_that_is_what_it_says(found: Referral) -> None:
    found.partner.covenants.update(ends_on=timezone.localdate() - days(1))
    delivered(found)

    assert told(found).stage == Stage.OUT_OF_SIGHT
    assert "Daarom ging er geen mail uit." in tab_of(found.case)
    assert deliveries.not_through() == [told(found)]
    assert not Notice.objects.filter(template="partner_new").exists()


@pytest.mark.parametrize("wrong", ["nobody", "broken"])
def test_a_partner_sees_the_case_whatever_becomes_of_the_mail(
    found: Referral, settings: Any, wrong: str
) -> None:
    if wrong == "broken":
        settings.EMAIL_BACKEND = "no.such.backend"
        delivered(found)
        send_all()

    assert found.case.number in queue_of("boa@")


def test_staff_tell_again_and_each_person_has_one_mail_more(found: Referral) -> None:
    delivered(found)
    send_all()
    client = client_of("noord@")

    page = press(client, found).content.decode()
    send_all()

    assert "opnieuw." in page and found.partner.name in page
    assert [one.to for one in mail.outbox] == [[person("boa@").email]] * 2
    assert told(found).people == 1
    event = AuditEvent.objects.get(action="referral.deliver")
    assert (event.object_id, event.detail) == (
        str(found.pk),
        {"partner": found.partner.code, "outcome": "told"},
    )
    assert found.case.timeline.filter(text=f"Opnieuw bezorgd: {found.partner.name}").count() == 1


def test_pressing_twice_tells_once(found: Referral) -> None:
    delivered(found)
    send_all()
    seen, client = told(found).seen, client_of("noord@")

    for _press in range(2):
        page = press(client, found, seen=seen).content.decode()

    assert "Dit is net al gedaan." in page
    assert AuditEvent.objects.filter(action="referral.deliver").count() == 1
    assert Notice.objects.filter(template="partner_new", sent_at=None).count() == 1


@pytest.mark.parametrize("typed", ["", "-1", "abc", "9" * 40])
def test_a_press_that_saw_nothing_tells_nobody(found: Referral, typed: str) -> None:
    delivered(found)

    answer = press(client_of("noord@"), found, seen=typed)

    assert answer.status_code == 200
    assert not AuditEvent.objects.filter(action="referral.deliver").exists()


def test_what_died_is_tried_afresh_and_what_still_waited_is_not_sent_twice(
    found: Referral, settings: Any
) -> None:
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "no.such.backend"
    delivered(found)
    send_all()
    settings.EMAIL_BACKEND = working

    again(found)
    send_all()

    assert len(mail.outbox) == 1
    assert told(found).stage == Stage.SENT


def test_somebody_who_came_later_is_told(found: Referral) -> None:
    partner, boa = found.partner, person("boa@")
    nobody_at(partner)
    delivered(found)
    Membership.objects.create(user=boa, partner=partner, starts_on=timezone.localdate())

    outcome = again(found)

    assert outcome == Delivery.TOLD
    assert Notice.objects.get(about=str(found.pk)).user == boa


@pytest.mark.parametrize("gone", ["withdrawn", "declined", "retired", "covenant"])
def test_nobody_is_told_again_of_what_the_partner_may_not_read(found: Referral, gone: str) -> None:
    delivered(found)
    client, seen = client_of("noord@"), told(found).seen
    if gone == "retired":
        Partner.objects.filter(pk=found.partner_id).update(active_to=timezone.localdate() - days(1))
    elif gone == "covenant":
        found.partner.covenants.update(ends_on=timezone.localdate() - days(1))
    else:
        Referral.objects.filter(pk=found.pk).update(state=gone, answer="Nee.")

    with pytest.raises(NotPossible):
        again(found, seen=seen)
    answer = press(client, found, seen=seen)

    assert answer.status_code == 409
    assert "Er gaat geen mail uit." in answer.content.decode()
    assert Notice.objects.filter(template="partner_new").count() == 1


def test_the_list_says_which_partners_were_not_told_and_nothing_of_a_case(
    found: Referral, broken: None
) -> None:
    delivered(found)
    send_all()

    page = client_of("beheer@").get(reverse("routing_deliveries")).content.decode()

    assert found.partner.name in page and "Mailen mislukt" in page
    assert found.partner.get_category_display() in page
    assert found.case.number not in page and found.case.kind.label_nl not in page


def test_the_list_leads_who_may_see_the_case_to_it(found: Referral) -> None:
    nobody_at(found.partner)
    delivered(found)

    page = client_of("teamleider@").get(reverse("routing_deliveries")).content.decode()

    assert reverse("case_sharing", args=[found.case.number]) in page
    assert NOBODY in re.sub(r"\s+", " ", page)


def test_what_was_told_is_not_in_the_list(found: Referral) -> None:
    delivered(found)
    send_all()

    page = client_of("teamleider@").get(reverse("routing_deliveries")).content.decode()

    assert "Alle ketenpartners zijn gemaild" in page
    assert "Er wachten geen mails aan ketenpartners." in page


def covenant_ends(found: Referral) -> None:
    found.partner.covenants.update(ends_on=timezone.localdate() - days(1))


def taken_back(found: Referral) -> None:
    withdrawing.withdraw(referral=found, reason="Wij doen het.", by=person("noord@"), at=timezone.now())


def protected(found: Referral) -> None:
    Case.objects.filter(pk=found.case_id).update(restricted=True)


@pytest.mark.parametrize("over", [covenant_ends, taken_back, protected])
def test_a_mail_that_waited_while_the_partner_lost_the_case_does_not_go(
    found: Referral, over: Callable[[Referral], None]
) -> None:
    delivered(found)
    over(found)

    send_all()

    assert mail.outbox == []
    assert told(found).stage == Stage.OUT_OF_SIGHT
    assert "Daarom ging er geen mail uit." in tab_of(found.case) or over is protected
    assert not Alarm.objects.filter(code=Alarm.Code.NOTICE_DEAD).exists()
    assert not outbox.waiting().filter(template="partner_new").exists()


def test_a_reminder_that_waited_does_not_go_either(found: Referral) -> None:
    delivered(found)
    send_all()
    delivering.remind(at=found.due_at + timedelta(hours=1))
    covenant_ends(found)

    outbox.send(work_id=Notice.objects.get(template="partner_reminder").pk, at=timezone.now())

    assert len(mail.outbox) == 1
    assert told(found).stage == Stage.SENT


def test_when_the_partner_sees_it_again_staff_can_tell_it_again(found: Referral) -> None:
    delivered(found)
    covenant_ends(found)
    send_all()
    found.partner.covenants.update(ends_on=timezone.localdate() + days(90))

    assert again(found) == Delivery.TOLD
    send_all()

    assert len(mail.outbox) == 1
    assert told(found).stage == Stage.SENT


def mails_about(key: object, many: int, **changes: Any) -> None:
    """As many mails that wait, as if they were told a moment ago."""
    Notice.objects.bulk_create(
        Notice(
            template="partner_new", user=person("boa@"), about=str(key), dedupe_key=f"{key}:{turn}", **changes
        )
        for turn in range(many)
    )


def test_a_pile_of_newer_mails_hides_no_older_one_that_died(
    found: Referral, broken: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "MOST", 3)
    delivered(found)
    for _attempt in range(outbox.MAX_ATTEMPTS):
        send_all()
    finished = by_hand(file("GEL-MUZ").case, "handhaving-lindestad")
    Referral.objects.filter(pk=finished.pk).update(
        state="finished", finished_at=timezone.now(), finished_by=person("boa@")
    )
    mails_about(finished.pk, 40)
    for _case in range(5):
        delivered(by_hand(file("GEL-MUZ").case, "handhaving-lindestad"))

    page = client_of("teamleider@").get(reverse("routing_deliveries")).content.decode()

    assert found.case.number in page and "Mailen opgegeven" in page
    assert finished.case.number not in page


def test_what_no_referral_is_told_by_is_passed_over(found: Referral) -> None:
    mails_about("iets anders", 3)

    assert deliveries.not_through() == [told(found)]


def test_what_did_not_go_out_is_found_in_its_index_however_much_was_sent(found: Referral) -> None:
    delivered(found)
    for _turn in range(3):
        mails_about(uuid4(), 1000, sent_at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE notices_notice")

    with CaptureQueriesContext(connection) as asked:
        assert deliveries.not_through() == [told(found)]
    found_in = [
        one["sql"] for one in asked if 'sent_at" IS NULL' in one["sql"] and "partners_referral" in one["sql"]
    ]

    assert len(found_in) == 3
    for statement in found_in:
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN " + statement.replace("%", "%%"))
            plan = "\n".join(row[0] for row in cursor.fetchall())
        assert "notice_not_through" in plan, plan


def test_a_mail_to_somebody_who_was_switched_off_meanwhile_does_not_go(found: Referral) -> None:
    delivered(found)
    User.objects.filter(email__startswith="boa@").update(is_active=False)

    send_all()

    assert mail.outbox == []
