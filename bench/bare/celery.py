"""One SELECT and one UPDATE: less a worker cannot do."""

from __future__ import annotations

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.bare.settings")
app = Celery("bare", broker=os.environ["BROKER_URL"])
app.conf.update(task_ignore_result=True, worker_hijack_root_logger=False)


@app.task(name="bare.route")
def route(pk: int) -> None:
    from django.db.models.functions import Now

    from bench.bare.models import Report

    report = Report.objects.get(pk=pk)
    Report.objects.filter(pk=report.pk).update(routed_at=Now())


@app.task(name="bare.nothing")
def nothing(pk: int) -> None:
    """What a task costs that does nothing at all."""
