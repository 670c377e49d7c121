"""A reporter looks how it goes: in with number and code, one plain page, out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.following import reporter_session
from incidents.forms.tenant_follow import FollowForm
from incidents.pages import followup
from incidents.views import tenant_drafts
from incidents.views.tenant_wait import wait
from safetyportal.policy.gate import action
from safetyportal.throttle.clients import client_key


@action("report.enter")
def follow_enter(request: HttpRequest) -> HttpResponse:
    form = FollowForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        now = timezone.now()
        try:
            report = followup.enter(**form.cleaned_data, client=client_key(request), at=now)
        except followup.TooManyTries as many:
            return wait(
                request,
                "tenant/follow_enter.html",
                form=form,
                why=_("Er is te vaak een verkeerde code ingevuld."),
                until=many.until,
                context={},
            )
        if report is not None:
            made_at = report.access_code.made_at
            reporter_session.begin(session=request.session, report_id=report.pk, code_made_at=made_at, at=now)
            return redirect("follow_report")
        form.add_error("number", _("Dit nummer en deze code horen niet bij elkaar. Kijk ze allebei goed na."))
    return render(request, "tenant/follow_enter.html", {"form": form})


@action("report.leave")
def follow_leave(request: HttpRequest) -> HttpResponse:
    reporter_session.end(session=request.session)
    messages.success(request, _("Uw melding is gesloten. Niemand kan hem hier nu nog openen."))
    response = redirect("tenant_start")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@action("report.leave")
def follow_quit(request: HttpRequest) -> HttpResponse:
    tenant_drafts.leave_nothing(request)
    return tenant_drafts.away(request)
