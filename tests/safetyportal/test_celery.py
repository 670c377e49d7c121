from __future__ import annotations

from pathlib import Path

import pytest

from partners.models.partner import Category
from safetyportal.celery import app, publish
from safetyportal.embedded.portal import commands
from safetyportal.embedded.state import State
from safetyportal.queues import MAIL_QUEUES, PARTNER_CATEGORIES, QUEUES, WORK_QUEUES
from safetyportal.wake import REGISTRY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("task_acks_late", True),
        ("task_reject_on_worker_lost", False),
        ("task_ignore_result", True),
        ("result_backend", None),
        ("task_publish_retry", False),
        ("broker_pool_acquire_timeout", 2),
        ("broker_connection_max_retries", None),
        ("worker_prefetch_multiplier", 1),
        ("task_time_limit", 60),
        ("task_create_missing_queues", False),
        ("task_serializer", "json"),
        ("accept_content", ["json"]),
        ("enable_utc", True),
    ],
)
def test_celery_keeps_to_what_was_measured(name: str, value: object) -> None:
    assert app.conf[name] == value


def test_no_socket_to_the_broker_waits_for_ever() -> None:
    options = app.conf.broker_transport_options

    assert options["socket_timeout"] == 5
    assert options["socket_connect_timeout"] == 2
    assert options["unacked_restore_throttle"] == 1
    # A task that may run longer than this would be run twice.
    assert app.conf.task_time_limit < options["visibility_timeout"]


def test_each_partner_category_has_its_queue() -> None:
    assert set(PARTNER_CATEGORIES) == set(Category)
    assert {queue.name for queue in app.conf.task_queues} == set(QUEUES)


def test_a_worker_takes_reports_before_mails_and_backtests_last() -> None:
    # "priority" takes from the queues in the order in which they are declared.
    assert app.conf.broker_transport_options["queue_order_strategy"] == "priority"
    assert QUEUES[0] == "routing" and WORK_QUEUES[-1] == "backtests" and QUEUES[-1] == "notices"


def test_each_queue_has_one_worker_that_takes_it_and_no_mail_is_in_the_way_of_a_report(
    tmp_path: Path,
) -> None:
    started = commands(port=0, state=State(tmp_path))
    taken = [command[command.index("-Q") + 1].split(",") for command in started.values() if "-Q" in command]

    assert sorted(queue for queues in taken for queue in queues) == sorted(QUEUES)
    assert list(WORK_QUEUES) in taken and list(MAIL_QUEUES) in taken


def test_an_undeclared_queue_is_an_error() -> None:
    with pytest.raises(ValueError, match="undeclared"):
        publish("partners.tasks.route_report", 1, "rooting")


def test_every_registered_and_scheduled_task_exists() -> None:
    app.loader.import_default_modules()
    named = {work.task for work in REGISTRY.values()} | {
        entry["task"] for entry in app.conf.beat_schedule.values()
    }

    assert named <= set(app.tasks)


def test_scheduled_work_goes_to_declared_queues() -> None:
    assert {entry["options"]["queue"] for entry in app.conf.beat_schedule.values()} <= set(QUEUES)
