"""The Celery app: hands that scale out. The truth is in PostgreSQL; the broker carries ids and nothing else."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from celery import Celery
from celery.signals import task_prerun
from kombu import Queue

from safetyportal.embedded import broker_url
from safetyportal.env import env
from safetyportal.queues import QUEUES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safetyportal.settings")

app = Celery("safetyportal")
app.conf.update(
    broker_url=env.str("BROKER_URL", default=broker_url()),
    # A dead worker's task is back in seconds; no socket waits for ever (docs/adr, tests/safetyportal/test_celery.py).
    broker_transport_options={
        "queue_order_strategy": "priority",  # not in turns
        "visibility_timeout": 300,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        "socket_timeout": 5,
        "socket_connect_timeout": 2,
        "socket_keepalive": True,
        "health_check_interval": 10,
    },
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_pool_acquire_timeout=2,
    task_publish_retry=False,
    task_acks_late=True,
    task_reject_on_worker_lost=False,
    task_ignore_result=True,
    result_backend=None,
    worker_prefetch_multiplier=1,
    task_time_limit=60,
    task_soft_time_limit=45,
    worker_max_tasks_per_child=500,
    task_serializer="json",
    accept_content=["json"],
    timezone="UTC",
    enable_utc=True,
    worker_hijack_root_logger=False,
    task_queues=[Queue(name) for name in QUEUES],
    task_default_queue="chores",
    # An undeclared queue would fill with nobody reading it: an error instead.
    task_create_missing_queues=False,
    beat_schedule={
        name: {"task": task, "schedule": seconds, "options": {"queue": "chores"}}
        for name, task, seconds in (
            ("purge-drafts", "incidents.tasks.purge_drafts", 600.0),
            ("purge-evidence", "incidents.tasks.purge_evidence", 600.0),
            ("purge-signals", "incidents.tasks.purge_signals", 3600.0),
            ("purge-counters", "safetyportal.throttle.tasks.purge", 3600.0),
            ("remind", "partners.tasks.remind", 3600.0),
            ("cut-off", "partners.tasks.look_for_cut_off", 900.0),
            ("warn-of-covenants", "partners.tasks.warn_of_covenants", 3600.0),
            ("remind-reporters", "incidents.tasks.remind", 3600.0),
            ("digest", "incidents.tasks.send_digests", 300.0),
            ("check-rules", "partners.tasks.check_rules", 600.0),
            ("check", "safetyportal.notices.tasks.check_invariants", 60.0),
            ("canary", "safetyportal.notices.tasks.canary", 60.0),
        )
    },
)
# Celery closes the database connection around every task, which costs more than most of our tasks do. Kept open, it is
# looked at before each task as Django does before each request.
app.conf["CELERY_DB_REUSE_MAX"] = 1_000_000


@task_prerun.connect  # type: ignore[untyped-decorator]
def drop_a_lost_connection(**_told: Any) -> None:
    from django.db import close_old_connections  # needs the settings, which load this module

    close_old_connections()


app.autodiscover_tasks(["incidents", "partners", "safetyportal.notices", "safetyportal.throttle"])


# Who publishes has other work to do when the broker is away, so it hears that at once: no second try, a short wait.
PUBLISHING = {"max_retries": 0, "socket_timeout": 1, "socket_connect_timeout": 1}


@cache
def _line() -> Any:
    """The connection of publish(), apart from the patient ones of a worker. It mends itself."""
    return app.connection_for_write(transport_options={**app.conf.broker_transport_options, **PUBLISHING})


def publish(task: str, work_id: Any, queue: str) -> None:
    """Hand one id to a worker, or a list of them as work_ids. Raises kombu's OperationalError in a second when the broker does not take it."""
    if queue not in QUEUES:
        raise ValueError(f"undeclared queue {queue}")
    told = "work_ids" if isinstance(work_id, list) else "work_id"
    app.send_task(task, kwargs={told: work_id}, queue=queue, connection=_line())
