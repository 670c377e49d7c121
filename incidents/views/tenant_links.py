"""Behind a mailed link: a page with a button, and only the button uses it. And a new code for who lost it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.following import reporter_links, reporter_session
from incidents.forms.tenant_follow import LostCodeForm
from incidents.models import Report, ReporterLink
from incidents.views.tenant_acts import frame, report_page
from incidents.views.tenant_wait import wait
from safetyportal.policy.gate import action
from safetyportal.throttle.clients import client_key

KEPT = "reporter_link"


@action("report.enter")
def follow_lost(request: HttpRequest) -> HttpResponse:
    form = LostCodeForm(request.POST if request.method == "POST" else None)
    asked, status = False, 422 if form.is_bound else 200
    if form.is_valid():
        try:
            reporter_links.ask_link(**form.cleaned_data, client=client_key(request), at=timezone.now())
        except reporter_links.AskedTooOften as often:
            return wait(
                request,
                "tenant/follow_lost.html",
                form=form,
                why=_("U vroeg het laatste uur al vaak om een link."),
                until=often.until,
                context={"asked": False},
            )
        asked, status = True, 200
    return render(request, "tenant/follow_lost.html", {"form": form, "asked": asked}, status=status)


@action("public.read")
def follow_link(request: HttpRequest, token: str) -> HttpResponse:
    """The token leaves the address at once; the session keeps its hash."""
    try:
        link = reporter_links.find(token_hash=reporter_links.hashed(token), at=timezone.now())
    except reporter_links.LinkGone:
        return _gone(request)
    request.session[KEPT] = link.token_hash
    return redirect("follow_link_use")


@action("report.enter")
def follow_link_use(request: HttpRequest) -> HttpResponse:
    kept, now = request.session.get(KEPT, ""), timezone.now()
    try:
        if request.method != "POST":
            link = reporter_links.find(token_hash=kept, at=now)
            return render(
                request, "tenant/follow_link.html", {"opens": link.purpose == ReporterLink.Purpose.ENTER}
            )
        link = reporter_links.use(token_hash=kept, at=now)
    except reporter_links.LinkGone:
        return _gone(request)
    request.session.pop(KEPT, None)
    if link.purpose == ReporterLink.Purpose.ENTER:
        reporter_session.begin(
            session=request.session,
            report_id=link.report_id,
            code_made_at=link.report.access_code.made_at,
            at=now,
        )
        return redirect("follow_report")
    messages.success(request, _("Uw e-mailadres is veranderd."))
    return redirect("follow_enter")


@action("report.write")
@report_page
def follow_code(request: HttpRequest, report: Report) -> HttpResponse:
    """The new code stands in the answer to the button, and nowhere else."""
    context = {**frame(report), "code": ""}
    if request.method == "POST":
        now = timezone.now()
        try:
            context["code"] = reporter_links.new_code(report=report, at=now)
        except reporter_links.LinkGone:
            return redirect("follow_report")
        reporter_session.holds_with(session=request.session, code_made_at=now)
    return render(request, "tenant/follow_code.html", context)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "tenant/follow_link_gone.html", status=410)
