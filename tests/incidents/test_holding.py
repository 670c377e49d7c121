"""A case goes from hand to hand within its team, and a closed one can be taken up again."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents import acting
from incidents.handling import casework, holding
from incidents.models import Case
from incidents.rules.workflow import CloseReason, Status
from partners.models.referral_words import Ground
from partners.sharing import release_checks, releasing
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.notices.models import Notice
from tests.partners.partner_side import client_of
from tests.world import at_home, person, referral, routed

pytestmark = pytest.mark.django_db


def closed(association: None) -> Case:
    case = routed("GEL-LEEF", place=at_home(2))
    casework.close(
        case=case, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Het is stil.", by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip
    return case


def test_a_colleague_of_the_team_takes_it_over(association: None) -> None:
    case = routed("GEL-LEEF", place=at_home(2))
    casework.take(case=case, by=person("noord@"), at=timezone.now())

    answer = client_of("noord@").post(
        reverse("case_hand_over", args=[case.number]), {"to": person("noord2@").pk, "reason": "Vakantie."}
    )

    assert answer.status_code == 302
    assert Case.objects.get(pk=case.pk).holder == person("noord2@")
    assert "Vakantie." in case.timeline.get(sort="handed_over").text


def test_nobody_of_another_team_gets_it(association: None) -> None:
    case = routed("GEL-LEEF", place=at_home(2))

    answer = client_of("noord@").post(
        reverse("case_hand_over", args=[case.number]), {"to": person("zuid@").pk, "reason": "x"}
    )

    assert answer.status_code == 422
    with pytest.raises(holding.CannotHold):
        holding.hand_over(case=case, to=person("zuid@"), reason="x", by=person("noord@"), at=timezone.now())


def test_a_lead_who_lets_go_can_be_the_second_person(association: None) -> None:
    case = routed("AGR-BED", place=at_home(2))
    hidden = case.complex.homes.first()
    hidden.is_secret_address = True
    hidden.save()
    lead = person("teamleider@")
    casework.take(case=case, by=lead, at=timezone.now())
    casework.name_home(case=case, home=hidden, by=lead, at=timezone.now())
    release = {
        "referral": referral(case, "POL"), "ground": Ground.VITAL, "ground_text": "Gevaar.", "fields": [],
        "summary": "Bedreigd.", "by": lead, "at": timezone.now(),
    }  # fmt: skip

    with pytest.raises(release_checks.NeedsSecondPerson):
        releasing.release(**release)
    holding.hand_over(case=case, to=None, reason="Tweede paar ogen.", by=lead, at=timezone.now())
    releasing.release(**release)

    assert referral(case, "POL").released_by == lead


def test_a_closed_case_is_taken_up_again_and_the_reporter_hears(association: None) -> None:
    case = closed(association)
    mails = Notice.objects.filter(template="reporter_update").count()

    answer = client_of("noord@").post(
        reverse("case_reopen", args=[case.number]),
        {"reason": "Het begon opnieuw.", "message": "Wij kijken er weer naar."},
    )

    case.refresh_from_db()
    assert answer.status_code == 302
    assert (case.status, case.closed_at, case.close_reason) == (Status.INVESTIGATION, None, "")
    assert case.holder == person("noord@")
    assert open_for(subject_kind="case", subject_id=case.pk).filter(name=Name.PROGRESS).exists()
    assert Notice.objects.filter(template="reporter_update").count() == mails + 1
    assert case.timeline.filter(sort="message", text="Wij kijken er weer naar.").exists()


def test_what_is_open_is_not_reopened(association: None) -> None:
    case = routed("GEL-LEEF", place=at_home(2))

    answer = client_of("noord@").post(
        reverse("case_reopen", args=[case.number]), {"reason": "Waarom niet", "message": "Hallo."}
    )

    assert answer.status_code == 409
    assert "Waarom niet" in answer.content.decode()


def test_the_portal_itself_never_leads_out_of_closed_to_hearing(association: None) -> None:
    case = closed(association)

    with pytest.raises(ValueError):
        acting.move(case=Case.objects.get(pk=case.pk), to=Status.HEARING, at=timezone.now())
