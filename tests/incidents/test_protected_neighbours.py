"""A protected case leaves nothing in the cases beside it: no points, no link, no words of an alarm."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.handling import judging
from incidents.intake.filing import Reporter
from incidents.joining import merging
from incidents.models import Case, Conflict
from incidents.staffing import conflicts
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from tests.partners.partner_side import client_of
from tests.world import at_home, file, filing, home, in_stairwell, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
KIND = "DRU-GEB"


def by_neighbour(number: int) -> Reporter:
    plain = filing(KIND).reporter
    return Reporter(mode=plain.mode, name="Buur", home=home(number), minor=plain.minor)


def points(case: Case) -> tuple[int, list[object]]:
    return case.severity_score, case.severity_parts


def test_a_protected_report_of_the_neighbour_adds_no_points_and_no_twin() -> None:
    alone = file(KIND).case
    Case.objects.filter(pk=alone.pk).update(restricted=True)
    hidden = file(KIND, reporter=by_neighbour(4)).case
    Case.objects.filter(pk=hidden.pk).update(restricted=True)

    beside = file(KIND, reporter=by_neighbour(8)).case
    elsewhere = file(KIND, reporter=by_neighbour(18), place=in_stairwell(18)).case

    assert points(beside) == points(elsewhere)
    assert beside.suspected_duplicate_of is None
    before = points(beside)
    judging.judge_again(case=beside)
    assert points(beside) == before


def test_an_open_report_of_the_neighbour_does() -> None:
    """Or the test above would prove nothing."""
    first = file(KIND, reporter=by_neighbour(4)).case
    beside = file(KIND, reporter=by_neighbour(8)).case

    assert beside.severity_score > first.severity_score
    assert beside.suspected_duplicate_of == first


def test_an_alarm_about_a_protected_case_says_nothing_of_it_to_triage() -> None:
    """They hear that there is one; which partner was missing would say what the case is about."""
    case = routed(KIND)
    raise_alarm(code=Alarm.Code.NO_PARTNER, subject=case.number, detail="ZQ-TYPE", at=timezone.now())
    page = reverse("routing_overview")
    assert "ZQ-TYPE" in client_of("triage@").get(page).content.decode()
    Case.objects.filter(pk=case.pk).update(restricted=True)

    said = client_of("triage@").get(page).content.decode()

    assert str(Alarm.Code.NO_PARTNER.label) in said
    assert "ZQ-TYPE" not in said and case.number not in said


def test_what_was_merged_into_a_case_is_named_to_who_may_open_it() -> None:
    one, other = (routed("GEL-MUZ", place=at_home(4), consent=False) for _ in range(2))
    merging.merge(cases=[one], into=other, reason="", message="", by=person("noord2@"), at=timezone.now())
    page, link = reverse("case_relatives", args=[other.number]), reverse("case_page", args=[one.number])
    assert link in client_of("noord@").get(page).content.decode()
    conflicts.state(
        person=person("noord@"), sort=Conflict.Sort.NEAR, case=one, by=person("noord@"), at=timezone.now()
    )

    assert link not in client_of("noord@").get(page).content.decode()
