from __future__ import annotations

import pytest
from django.utils import timezone

from incidents.intake import drafts
from incidents.intake.filing import Reporter
from incidents.intake.reporting import send_draft
from incidents.models import Draft, Report, ReporterIdentity
from incidents.rules.answers import Mode, YesNo
from safetyportal.clock.models import Deadline
from safetyportal.notices.models import Notice
from tests.world import NOON, anonymous, at_home, days, file, filing, home

pytestmark = pytest.mark.django_db


def test_the_second_sending_of_a_draft_gives_the_same_report(association: None) -> None:
    draft = drafts.begin(at=NOON)

    first = send_draft(draft_id=draft.pk, filing=filing("GEL-MUZ"), at=NOON)
    second = send_draft(draft_id=draft.pk, filing=filing("DRU-GEB"), at=NOON)

    assert first == second
    assert Report.objects.count() == 1


def test_a_sent_draft_keeps_no_answers(association: None) -> None:
    draft = drafts.begin(at=NOON)
    drafts.answer(draft_id=draft.pk, answers={"story": "tekst"}, at=NOON)

    send_draft(draft_id=draft.pk, filing=filing("GEL-MUZ"), at=NOON)

    draft.refresh_from_db()
    assert draft.answers == {}


def test_the_code_can_be_read_for_ten_minutes_and_then_never_again(association: None) -> None:
    draft = drafts.begin(at=NOON)
    send_draft(draft_id=draft.pk, filing=filing("GEL-MUZ"), at=NOON)

    first = drafts.show_receipt(draft_id=draft.pk, at=NOON)
    reloaded = drafts.show_receipt(draft_id=draft.pk, at=NOON + days(9 / 1440))
    late = drafts.show_receipt(draft_id=draft.pk, at=NOON + days(11 / 1440))

    assert first == reloaded != ""
    assert late == ""


def test_drafts_go_after_a_day_and_the_report_stays(association: None) -> None:
    sent, unsent = drafts.begin(at=NOON), drafts.begin(at=NOON)
    send_draft(draft_id=sent.pk, filing=filing("GEL-MUZ"), at=NOON)

    drafts.purge(at=NOON + days(0.9))
    assert Draft.objects.filter(pk=unsent.pk).exists()
    drafts.purge(at=NOON + days(1.1))

    assert not Draft.objects.exists()
    assert Report.objects.count() == 1


def test_an_anonymous_report_has_no_identity_at_all(association: None) -> None:
    report = file("GEL-MUZ", reporter=anonymous())

    assert not ReporterIdentity.objects.filter(report=report).exists()
    assert not Notice.objects.exists()


def test_contact_is_unreadable_in_the_database(association: None) -> None:
    from django.db import connection

    file("GEL-MUZ")

    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(i)::text FROM incidents_reporteridentity i")
        (row,) = cursor.fetchone()
    assert "Aisha" not in row
    assert "aisha" not in row
    assert "1234" not in row


def test_a_second_household_raises_the_severity_and_an_anonymous_one_does_not(association: None) -> None:
    alone = file("GEL-MUZ", place=at_home(), reporter=anonymous()).case.severity_score
    neighbour = Reporter(mode=Mode.NAMED, name="Dana", phone="06-00000001", home=home(6), minor=YesNo.NO)
    file("GEL-MUZ", place=at_home(), reporter=neighbour)

    together = file("GEL-MUZ", place=at_home()).case

    assert together.severity_score == alone + 8 or together.severity_score == alone + 7
    assert next(part["points"] for part in together.severity_parts if part["name"] == "households") == 7.5


def test_the_first_contact_is_due_by_the_urgency_in_working_days(association: None) -> None:
    case = file("AGR-BED", at=NOON).case  # Wednesday, U1

    due = Deadline.objects.get(subject_kind="case", subject_id=str(case.pk), name="first_contact").due

    assert timezone.localtime(due).strftime("%Y-%m-%d %H:%M") == "2026-11-19 17:00"


def test_a_restricted_report_gives_no_mail_even_with_an_address(association: None) -> None:
    file("AGR-HUIS", place=at_home())

    assert not Notice.objects.exists()


def test_another_report_gives_a_neutral_receipt(association: None) -> None:
    file("GEL-MUZ")

    assert list(Notice.objects.values_list("template", flat=True)) == ["reporter_received"]


def test_who_does_not_say_where_they_live_is_no_second_household(association: None) -> None:
    file("GEL-MUZ", place=at_home())
    visitor = Reporter(mode=Mode.NAMED, name="Aisha Bouzian", phone="06-00001234", minor=YesNo.NO)

    again = file("GEL-MUZ", place=at_home(), reporter=visitor).case

    assert next(part["points"] for part in again.severity_parts if part["name"] == "households") == 0
