"""Photos, sound and other files of a report being written: added one by one, kept over every error."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.evidence import accepting, listing
from incidents.forms.tenant_evidence import EvidenceForm
from incidents.models import Draft
from incidents.views import tenant_files
from incidents.views.tenant_drafts import draft_page
from incidents.views.tenant_frame import frame
from incidents.wizard import steps
from incidents.wizard.written import Written, read
from safetyportal.clock.calendar import local_day
from safetyportal.hygiene import features
from safetyportal.policy.gate import action
from safetyportal.texts import language

PAGE = steps.BY_SLUG["bewijs"]


@action("report.add_file")
@draft_page
def report_evidence(request: HttpRequest, draft: Draft) -> HttpResponse:
    if draft.report_id is not None:
        return redirect("report_receipt", draft.pk)
    written = read(draft.answers, on=local_day(timezone.now()))
    if not steps.is_open(PAGE, written):
        return redirect("report_step", draft.pk, steps.current(written).slug)
    if request.method != "POST":
        return _page(request, draft, written, EvidenceForm())
    # Whatever button was pressed: what was chosen is taken in.
    form = tenant_files.taken_in(
        request, lambda file: accepting.add_to_draft(draft_id=draft.pk, file=file, at=timezone.now())
    )
    if other := language.switched(request):
        return language.kept(_page(request, draft, written, form), other)
    if gone := request.POST.get("remove"):
        tenant_files.take_away(request, draft.evidence.all())
    elif "add" in request.POST and not form.chosen and not form.errors:
        form.add_error("file", _("Kies eerst een foto of bestand. Of ga verder zonder."))
    if form.errors:
        return _page(request, draft, written, form)
    if "add" in request.POST or gone:
        return redirect(request.path)
    return redirect("report_step", draft.pk, steps.current(written).slug)


def _page(request: HttpRequest, draft: Draft, written: Written, form: EvidenceForm) -> HttpResponse:
    context = {
        **frame(draft, PAGE, written),
        "form": form,
        "evidence": listing.shown(draft.evidence.select_related("scan")),
    }
    response = render(request, "tenant/steps/bewijs.html", context)
    response.headers["Permissions-Policy"] = features(opened=("microphone",))
    return response
