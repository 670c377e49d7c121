"""What is rung for exists, and running it twice does no harm."""

from __future__ import annotations

import ast

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string

from incidents.following import reporter_links
from incidents.handling import casework
from incidents.models import Case, CaseWords, Ending, RoutingOrder
from incidents.rules.workflow import Status
from incidents.search import indexing
from partners.backtesting import backtests
from partners.models import Referral, RoutingDecision
from partners.models.referral_words import ENDED
from partners.rules import rule_sets
from safetyportal.celery import app
from safetyportal.notices.models import Notice
from safetyportal.wake import REGISTRY
from tests.house.urls import source_files
from tests.world import file, person, routed


def rung() -> set[str]:
    """Every name that stands in a wake("…") or bell("…") in the code."""
    names = set()
    for path in source_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("wake", "bell"):
                for argument in node.args:
                    if path.name == "wake.py":
                        continue  # wake() hands its own word on
                    assert isinstance(argument, ast.Constant), path
                    names.add(str(argument.value))
    return names


def test_every_rung_name_is_registered_and_the_other_way_round() -> None:
    assert rung() == set(REGISTRY)


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_registered_verb_and_task_exists(name: str) -> None:
    app.loader.import_default_modules()

    assert callable(import_string(REGISTRY[name].verb))
    assert REGISTRY[name].task in app.tasks


@pytest.mark.django_db
def test_every_kind_of_work_may_run_twice(association: None) -> None:
    report = file("DRU-GEB")
    order = RoutingOrder.objects.get(report=report)
    for _time in range(2):
        REGISTRY["route"].do(work_id=order.pk, at=timezone.now())
    for referral in Referral.objects.all():
        for _time in range(2):
            REGISTRY["deliver"].do(work_id=referral.pk, at=timezone.now())
    urgent = file("AGR-BED").case
    for _time in range(2):
        REGISTRY["duty"].do(work_id=urgent.duty_alerts.get().pk, at=timezone.now())
    assert urgent.duty_alerts.get().calls.count() == 1
    reporter_links.ask_link(
        number=report.number, email="aisha@example.nl", client="192.0.2.1", at=timezone.now()
    )
    for asked in list(reporter_links.waiting()):
        for _time in range(2):
            REGISTRY["links"].do(work_id=asked.pk, at=timezone.now())
    holding_desk = routed("VEI-DEUR")
    casework.close(
        case=holding_desk, status=Status.CLOSED, reason="solved", message="Klaar.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip
    for ending in Ending.objects.all():
        for _time in range(2):
            REGISTRY["end"].do(work_id=ending.pk, at=timezone.now())
    for order_of_words in list(indexing.waiting()):
        for _time in range(2):
            REGISTRY["index"].do(work_id=order_of_words.pk, at=timezone.now())
    draft = rule_sets.start_draft(by=person("beheer"), at=timezone.now())
    today = timezone.localdate()
    tried = backtests.start(
        rule_set=draft, from_day=today, to_day=today, by=person("beheer"), at=timezone.now()
    )
    for _time in range(2):
        REGISTRY["backtest"].do(work_id=tried.pk, at=timezone.now())
    notices = list(Notice.objects.all())
    from django.core import mail

    for notice in notices:
        for _time in range(2):
            REGISTRY["notices"].do(work_id=notice.pk, at=timezone.now())

    assert RoutingDecision.objects.count() == 2
    assert holding_desk.timeline.filter(text__endswith=ENDED).count() == 1
    tried.refresh_from_db()
    assert tried.done == tried.total == 3
    assert CaseWords.objects.count() == Case.objects.count() == 3
    assert not indexing.waiting().exists()
    assert sum(one.template == "reporter_link" for one in notices) == 1
    assert len(mail.outbox) == len(notices)
