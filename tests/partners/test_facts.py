"""Facts of many reports at once are the facts of each of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from random import Random
from typing import Any

import pytest
from django.utils import timezone

from bench.fill.filling import fill
from incidents.intake.filing import Reporter
from incidents.joining import merging
from incidents.models import Case, Report, RoutingOrder
from incidents.rules.answers import Mode
from partners.weighing.facts import Facts, gather, gather_many
from tests.partners.reported import mark, varied
from tests.world import at_home, file, home, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Counting = Callable[[int], AbstractContextManager[Any]]


def one_by_one(reports: list[Report]) -> list[Facts]:
    orders = [RoutingOrder.objects.get(report=report, round=1) for report in reports]
    return [gather(order=order, case=Case.objects.get(pk=order.report.case_id)) for order in orders]


def test_facts_of_many_reports_of_all_sorts_are_those_of_each(
    django_assert_max_num_queries: Counting,
) -> None:
    fill(cases=250, seed=6, at=timezone.now(), quiet=True, beside=False)
    varied(60)
    mark(Random(6))
    reports = list(Report.objects.order_by("filed_at", "pk"))

    with django_assert_max_num_queries(6):
        many = gather_many(reports)

    assert len(reports) > 300
    assert many == one_by_one(reports)
    # Every sort is there: otherwise the test would say nothing about it.
    for name in ("protected_address", "child", "employee", "named_suspect", "reporter_minor", "consent"):
        assert {getattr(facts, name) for facts in many} == {True, False, None}, name
    assert {facts.complex_id is None for facts in many} == {True, False}
    assert {facts.duplicate for facts in many} == {True, False}
    assert {facts.restricted for facts in many} == {True, False}


def test_one_report_asks_as_much_as_many(django_assert_num_queries: Counting) -> None:
    report = file("DRU-GEB")

    with django_assert_num_queries(4):
        gather_many([report])


def test_the_present_kind_and_place_count_and_those_of_the_case_it_was_merged_into() -> None:
    moved, kept = file("GEL-MUZ", place=at_home(6)), file("DRU-GEB")
    now = timezone.now()
    merging.merge(
        cases=[moved.case], into=kept.case, reason="Hetzelfde.", message="", by=person("triage@"), at=now
    )
    moved.refresh_from_db()

    found = gather_many([moved])

    assert [facts.kind for facts in found] == ["DRU-GEB"]


@pytest.mark.parametrize(
    ("lives_at", "about", "protected"),
    [(30, None, True), (44, None, True), (2, None, None), (2, 4, False), (30, 4, True), (2, 44, True)],
)
def test_the_home_of_the_reporter_and_the_home_complained_about_may_be_protected(
    lives_at: int, about: int | None, protected: bool | None
) -> None:
    """30 is a secret address, 44 a shelter; of whom nothing is known, nothing is said."""
    report = file("GEL-MUZ", reporter=Reporter(mode=Mode.CONFIDENTIAL, name="Dana", home=home(lives_at)))
    Case.objects.update(about_home=home(about) if about else None)

    assert [facts.protected_address for facts in gather_many([report])] == [protected]
