"""The demo has one long case, so that a newcomer sees each page of a case with something on it."""

from __future__ import annotations

import pytest
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, CaseTask, Hearing, LadderStep, Letter, Plan, PreventiveSignal
from incidents.models.letter import LetterPaper
from safetyportal.demo import reports
from safetyportal.demo.casework import load_casework
from tests.incidents.entry_desk import client_of
from tests.incidents.tenant import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(association: None) -> Case:
    load_casework(at=timezone.now(), settle=reports.settle)
    return Case.objects.get(merged_into=None)


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("case_page", "Afspraken"),
        ("case_people", "Gehoord"),
        ("case_approach", "Na 22.00 uur geen bas."),
        ("case_approach", "Rust na elf uur"),
        ("case_tasks", "Samen luisteren in het portiek afspreken"),
        ("case_letters", "Concept"),
        ("case_relatives", "Ik wil niet dat de buren weten dat ik het meld."),
    ],
)
def test_each_page_of_that_case_has_something_on_it(case: Case, page: str, says: str) -> None:
    answer = client_of("noord@").get(reverse(page, args=[case.number]))

    assert says in words(answer)


def test_the_case_went_the_whole_way(case: Case) -> None:
    assert Case.objects.get(status="merged").merged_into == case
    assert case.reports.count() == 2
    assert Hearing.objects.get().state == Hearing.State.HELD
    assert LadderStep.objects.get().level == "L2"
    assert Plan.objects.count() == 1
    assert CaseTask.objects.filter(done_at=None).count() == 2
    assert Letter.objects.filter(sent_at=None).count() == LetterPaper.objects.count() == 1
    assert not case.timeline.filter(Q(at__gt=timezone.now()) | Q(at__lt=case.opened_at)).exists()


def test_the_signals_have_two_about_one_home_on_top_and_one_that_is_dealt_with(case: Case) -> None:
    page = client_of("noord@").get(reverse("signal_list"))

    assert "2 collega’s, zelfde woning" in words(page)
    assert PreventiveSignal.objects.filter(state="aside").count() == 1
