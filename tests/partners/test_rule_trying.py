"""Rules tried on one report that is made up: the same story as routing writes, with nothing written."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex
from incidents.models import Question, RoutingOrder
from partners.models import Referral, RoutingDecision
from partners.rules import rule_sets
from partners.rules.rule_listing import rules_of
from partners.rules.rule_trying import tried
from partners.weighing.facts import gather
from safetyportal.notices.models import Alarm
from tests.partners.partner_side import client_of
from tests.partners.rule_side import add, administrator, change, draft, move, one
from tests.world import file, route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]

ALL_KINDS = ("DRU-GEB", "GEL-MUZ", "AGR-HUIS", "AGR-WAP", "VEI-EXP", "ZRG-VERW", "VUI-WON", "WFR-KLI")


def made_up(**changes: Any) -> dict[str, Any]:
    place = Complex.objects.order_by("pk")[0]
    plain = {
        "kind": "DRU-GEB", "band": "S2", "complex": str(place.pk), "space": "TRH", "weekday": "6", "hour": "23",
        "mode": "named", "households": "1", "homes": "8", "child_involved": "no", "names_person": "no",
    }  # fmt: skip
    return plain | changes


def answered(**changes: Any) -> str:
    answer = administrator().get(reverse("rules_try"), made_up(**changes))
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_trial_tells_what_routing_then_writes(kind: str) -> None:
    report = file(kind)
    order = RoutingOrder.objects.get(report=report)
    facts = gather(order=order, case=report.case)
    active = rule_sets.active()
    assert active is not None

    told = tried(facts=facts, rule_set=active, rules=rules_of(active), on=timezone.localdate())
    decision = route(report)

    assert told.rule == decision.rule
    assert {str(step) for step in (*told.steps, *told.passed_by)} == {
        str(step) for step in decision.steps[1:]
    }
    partners = Referral.objects.filter(case=report.case).exclude(partner__type_code="TRIAGE")
    assert sorted(line.partition(":")[0] for line in told.plans if "triage" not in line) == sorted(
        partners.values_list("partner__name", flat=True)
    )


def test_the_draft_stands_beside_the_set_in_use() -> None:
    rule = add(name="Nachtploeg", weekdays=[6], hour_from=22, hour_to=4, targets=[["POL", "M", 3]])
    move(rule.slug, 1)

    said = answered()

    now, later = said.split("Straks, met het concept")
    assert "Nachtploeg" not in now.split("Dit gebeurt er met deze melding")[1]
    assert "Regel 1: Nachtploeg" in later
    assert "Politie" in later and "binnen 3 werkdagen" in later
    assert "Het concept verandert hier niets." in answered(weekday="3")


def test_a_block_is_told_in_words() -> None:
    draft()

    said = answered(names_person="yes")

    assert "de melding noemt iemand met naam" in said
    assert "voorstel, een medewerker geeft vrij" in said


def test_an_answer_to_a_question_of_the_kind_counts() -> None:
    question = Question.objects.filter(question_set__kind="DRU-GEB").exclude(sort="line")[0]
    value, _label = question.choices[0]
    rule = add(name="Op antwoord", question_key=question.key, answer_value=value)
    move(rule.slug, 1)

    assert question.text in answered()
    assert "Regel 1: Op antwoord" in answered(**{f"answer_{question.key}": value})
    assert "Regel 1: Op antwoord" not in answered()


def test_a_rule_that_is_off_or_over_is_not_tried() -> None:
    move(change(add(name="Uit"), is_active=False).slug, 1)
    move(add(name="Voorbij", valid_to="2026-01-02").slug, 1)

    said = answered()

    assert "«Uit»" not in said and "«Voorbij»" not in said


def test_nothing_is_written_and_nobody_is_alarmed() -> None:
    change(one("kind-default"), targets=[["RIEC", "H"]], use_kind_default=False)
    before = RoutingDecision.objects.count(), Referral.objects.count(), Alarm.objects.count()

    for kind in ALL_KINDS:
        answered(kind=kind)

    assert (RoutingDecision.objects.count(), Referral.objects.count(), Alarm.objects.count()) == before


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"kind": "XX"}, "Kies uit de lijst."), ({"complex": ""}, "Kies uit de lijst."), ({"households": "0"}, "Vul een getal in, van 1 tot en met 99."), ({"homes": "veel"}, "Vul een getal in, van 1 tot en met 999.")],
)  # fmt: skip
def test_what_cannot_be_tried_says_what_to_do(changes: dict[str, str], message: str) -> None:
    answer = administrator().get(reverse("rules_try"), made_up(**changes))

    assert answer.status_code == 422
    assert message in answer.content.decode()


def test_a_system_administrator_tries_too_and_others_do_not() -> None:
    assert client_of("systeem@").get(reverse("rules_try"), made_up()).status_code == 200
    assert client_of("noord@").get(reverse("rules_try"), made_up()).status_code == 403
