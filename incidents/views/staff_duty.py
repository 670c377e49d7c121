"""Being on duty: the alerts that wait, and saying that one looks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.models import DutyAlert
from incidents.models.alert import DutyAlertQuerySet
from incidents.staffing import on_call
from safetyportal.duty import roster
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SHOWN = 50


@action("duty.read")
def duty_page(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    seen = _with_words(DutyAlert.objects.for_(request.user, "duty.read").filter(case__closed_at=None))
    context = {
        "waiting": seen.open()[:SHOWN],
        "mine": seen.filter(acknowledged_by=request.user, calls__user=request.user, calls__ends_at__gt=now)[
            :SHOWN
        ],
        "shifts": roster.on_duty(now),
        "own": roster.coming(person=request.user, at=now),
        "section": "duty",
    }
    return render(request, "staff/duty/alerts.html", context)


@action("duty.acknowledge")
def duty_acknowledge(request: SignedInRequest, pk: int) -> HttpResponse:
    alert = get_object_or_404(DutyAlert.objects.for_(request.user, "duty.acknowledge"), pk=pk)
    try:
        on_call.acknowledge(alert=alert, by=request.user, at=timezone.now())
    except on_call.AlreadyLookedAt as other:
        messages.warning(request, _("{name} kijkt er al naar.").format(name=other))
        return redirect("duty_page")
    except NotNow:
        messages.info(request, _("Deze zaak is al gesloten."))
        return redirect("duty_page")
    messages.success(
        request, _("U kijkt ernaar. Niemand anders krijgt nu nog bericht. Wat doet u: nemen, of overdragen?")
    )
    return redirect("case_page", alert.case.number)


def _with_words(found: DutyAlertQuerySet) -> DutyAlertQuerySet:
    return found.select_related("case__kind", "case__complex", "case__team").prefetch_related("calls__user")
