"""What every page of the wizard needs."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from incidents.models import Draft
from incidents.views.tenant_exit import way_out
from incidents.wizard import steps
from incidents.wizard.steps import Step
from incidents.wizard.written import Written


def frame(draft: Draft, step: Step, written: Written) -> dict[str, Any]:
    return {
        "draft": draft,
        "step": step,
        "total": steps.TOTAL,
        "back": steps.before(step, written),
        "written": written,
        "kind": written.kind,
        "exit": way_out(kind=written.kind, url=reverse("report_quit", args=[draft.pk])),
    }
