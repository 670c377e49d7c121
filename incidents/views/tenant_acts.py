"""What a reporter does on the page of a report: each act is a page of its own that comes back to it."""

from __future__ import annotations

from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.evidence import accepting
from incidents.evidence.listing import filename
from incidents.following import dialogue, disclosing, own_data, reporter_session
from incidents.models import Evidence, EvidenceFile, Report
from incidents.pages import followup, reporter_acts
from incidents.views import tenant_files
from incidents.views.handing import hand_out
from incidents.views.tenant_drafts import View
from incidents.views.tenant_exit import way_out
from incidents.views.tenant_wait import wait
from safetyportal.clock.calendar import local_day
from safetyportal.policy.gate import action
from safetyportal.texts import language
from safetyportal.throttle import limits

HOUR = 3600
MOST_IN_AN_HOUR = 20


def report_page(view: View) -> View:
    """A page of the report that this browser opened with its number and code; without one it leads to that door."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        had_one = reporter_session.REPORT in request.session
        opened = reporter_session.current(session=request.session, at=timezone.now())
        found = Report.objects.select_related("case", "kind", "access_code").filter(access_code__isnull=False)
        report = found.filter(pk=opened).first() if opened else None
        if report is not None and not reporter_session.is_of(
            session=request.session, code_made_at=report.access_code.made_at
        ):
            reporter_session.end(session=request.session)
            messages.info(
                request, _("Er is een nieuwe code voor deze melding. Vul uw nummer en de nieuwe code in.")
            )
            return redirect("follow_enter")
        if report is None:
            if had_one:
                messages.info(
                    request, _("Uw melding is gesloten, omdat u even weg was. Vul uw nummer en code weer in.")
                )
            return redirect("follow_enter")
        return view(request, report, *args, **kwargs)

    return page


@action("report.follow")
@report_page
def follow_report(request: HttpRequest, report: Report) -> HttpResponse:
    now = timezone.now()
    question = dialogue.question_to(report)
    situation = reporter_acts.situation(report=report, question=question, at=now)
    context = {
        "progress": followup.progress(report=report),
        "question": question,
        "acts": reporter_acts.open_to(situation),
        "is_known": situation.is_known,
        **frame(report),
    }
    return render(request, "tenant/follow_report.html", context)


@action("report.write")
@report_page
def follow_act(request: HttpRequest, report: Report, slug: str) -> HttpResponse:
    act, now = reporter_acts.BY_SLUG.get(slug), timezone.now()
    if act is None:
        raise Http404
    question = dialogue.question_to(report)
    situation = reporter_acts.situation(report=report, question=question, at=now)
    if not act.applies(situation):
        if request.method != "POST":
            return redirect("follow_report")
        act = reporter_acts.instead(act, situation)
        if act is None:
            return _too_late(request, report, slug)
    page = {"act": act, "question": question, **frame(report)}
    posted = request.method == "POST"
    if posted and limits.is_over(
        bucket="reporter", key=str(report.pk), limit=MOST_IN_AN_HOUR, window_seconds=HOUR, at=now
    ):
        return wait(
            request,
            "tenant/act.html",
            form=act.form(request.POST, today=local_day(now)),
            why=_("U hebt het laatste uur veel gestuurd."),
            until=limits.over_at(window_seconds=HOUR, at=now),
            context=page,
        )
    files = tenant_files.received(request, report) if posted and tenant_files.may_come(act, report) else None
    if other := language.switched(request):
        asked = language.as_typed(act.form(today=local_day(now)), request)
        return language.kept(tenant_files.act_page(request, report, {**page, "form": asked}), other)
    lie_ready = files is not None and accepting.unsent(report).exists()
    if files is not None and tenant_files.only_files(request):
        asked = language.as_typed(act.form(today=local_day(now)), request)
        return tenant_files.act_page(request, report, {**page, "form": asked, "files_form": files})
    form = act.form(
        request.POST if posted else None,
        today=local_day(now),
        has_files=lie_ready,
        start=None if posted else act.start(report),
    )
    if form.is_valid() and not (files and files.errors):
        limits.hit(bucket="reporter", key=str(report.pk), window_seconds=HOUR, at=now)
        try:
            act.carry_out(report=report, form=form, at=now)
        except (dialogue.Closed, disclosing.KnownAlready):
            messages.info(request, _("Dit kan nu niet meer bij deze melding."))
        else:
            messages.success(request, str(act.done))
        return redirect("follow_report")
    return tenant_files.act_page(request, report, {**page, "form": form, "files_form": files})


def _too_late(request: HttpRequest, report: Report, slug: str) -> HttpResponse:
    """It no longer applies, which nobody knew when he began to write: his words stand there to be kept."""
    act = reporter_acts.BY_SLUG[slug]
    form = act.form(request.POST, today=local_day(timezone.now()))
    if "text" not in form.fields:
        messages.info(request, _("Dit kan nu niet meer bij deze melding."))
        return redirect("follow_report")
    form.full_clean()
    form.add_error(
        None, _("Dit kan nu niet meer bij deze melding. Uw woorden staan hieronder nog. Bel ons als u wilt.")
    )
    page = {"act": act, "form": form, "question": None, "files_form": None, **frame(report)}
    return render(request, "tenant/act.html", page, status=409)


@action("report.follow")
@report_page
def follow_file(request: HttpRequest, report: Report, evidence_id: UUID) -> HttpResponseBase:
    """A photo or file that this reporter sent with this report."""
    file = get_object_or_404(
        EvidenceFile,
        evidence__in=Evidence.objects.sent().cleared().filter(pk=evidence_id, report=report),
        part=EvidenceFile.Part.SHOWN,
    )
    return hand_out(file=file, name=filename(evidence_id, report.number))


@action("report.follow")
@report_page
def follow_data(request: HttpRequest, report: Report) -> HttpResponse:
    """Everything we have of this reporter, to keep."""
    response = HttpResponse(own_data.as_text(report=report), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{report.number}.txt"'
    return response


def frame(report: Report) -> dict[str, Any]:
    """What every page of an opened report needs."""
    leave = way_out(kind=report.kind, restricted=report.case.restricted, url=reverse("follow_quit"))
    return {"report": report, "exit": leave}
