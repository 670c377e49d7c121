"""A new case on one page: what was reported, how severe it is and who takes it up; then back to the list it came from."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acting import Stale
from incidents.acts import NotNow
from incidents.forms.staff_triage import TriageForm
from incidents.handling import casework, holding, triage
from incidents.models import Case
from incidents.models.case import Band
from incidents.staffing import conflicts
from incidents.views.late import add_refusal
from safetyportal import last_list
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_REPORTS = 10


@action("case.hand_over")
def judge(request: SignedInRequest, number: str) -> HttpResponse:
    cases = Case.objects.for_(request.user, "case.hand_over")
    chosen = cases.select_related(
        "kind__group", "complex", "entrance", "space", "team", "holder", "merged_into"
    )
    case = get_object_or_404(chosen, number=number)
    newest = case.timeline.aggregate(newest=Max("pk"))["newest"] or 0
    form = TriageForm(request.POST or None, case=case, by=request.user, seen=newest)
    if not form.is_valid():
        return _page(request, case, form, 422 if form.is_bound else 200)
    said = form.cleaned_data
    try:
        triage.judge(
            case=case,
            band=Band(said["band"]),
            to=said["to"],
            reason=said["reason"],
            seen=said["seen"],
            by=request.user,
            at=timezone.now(),
        )
    except casework.AlreadyTaken as taken:
        form.add_error(None, _("Deze zaak is al in behandeling door {name}.").format(name=taken))
    except holding.CannotHold:
        form.add_error("to", _("Deze collega werkt niet in dit team, of is vandaag afwezig. Kies een ander."))
    except conflicts.KeptOut as kept_out:
        raise Http404 from kept_out
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
    else:
        messages.success(request, _said(request, case, said["to"].name))
        return redirect(last_list.path(request))
    return _page(request, case, form, 409)


def _said(request: SignedInRequest, case: Case, name: str) -> str:
    if name == request.user.name:
        return _("U behandelt {number} nu.").format(number=case.number)
    return _("{number} is nu van {name}.").format(number=case.number, name=name)


def _page(request: SignedInRequest, case: Case, form: TriageForm, status: int) -> HttpResponse:
    """With what was reported beside it: who looks at that is written down."""
    now = timezone.now()
    record(action="case.read", actor=request.user, object_kind="case", object_id=case.pk, at=now)
    context = {
        "case": case,
        "form": form,
        "reports": case.reports.order_by("filed_at", "number")[:MOST_REPORTS],
        "section": "inbox",
    }
    return render(request, "staff/triage.html", context, status=status)
