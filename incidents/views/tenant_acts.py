"""What a reporter does on the page of a report: each act is a page of its own that comes back to it."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents import dialogue, disclosing, followup, own_data, reporter_acts, reporter_session
from incidents.models import Report
from incidents.views.tenant_drafts import View
from incidents.views.tenant_exit import way_out
from safetyportal.clock.calendar import local_day
from safetyportal.policy.gate import action
from safetyportal.texts import language
from safetyportal.throttle import limits

HOUR = 3600
MOST_IN_AN_HOUR = 20


def report_page(view: View) -> View:
    """A page of the report that this browser opened with its number and code; without one it leads to that door."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        had_one = reporter_session.REPORT in request.session
        opened = reporter_session.current(session=request.session, at=timezone.now())
        report = Report.objects.select_related("case", "kind").filter(pk=opened).first() if opened else None
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
    if not act.applies(reporter_acts.situation(report=report, question=question, at=now)):
        return redirect("follow_report")
    if other := language.switched(request):
        asked = language.as_typed(act.form(today=local_day(now)), request)
        page = {"act": act, "form": asked, "question": question, **frame(report)}
        return language.kept(render(request, "tenant/act.html", page), other)
    posted = request.method == "POST"
    form = act.form(request.POST if posted else None, today=local_day(now))
    status = 200
    if posted and _is_over_limit(report):
        form.full_clean()
        form.add_error(None, _("U hebt het laatste uur veel gestuurd. Wacht even, of bel ons."))
        status = 429
    elif form.is_valid():
        limits.hit(bucket="reporter", key=str(report.pk), window_seconds=HOUR, at=now)
        try:
            act.carry_out(report=report, form=form, at=now)
        except (dialogue.Closed, disclosing.KnownAlready):
            messages.info(request, _("Dit kan nu niet meer bij deze melding."))
        else:
            messages.success(request, str(act.done))
        return redirect("follow_report")
    context = {"act": act, "form": form, "question": question, **frame(report)}
    return render(request, "tenant/act.html", context, status=status)


@action("report.follow")
@report_page
def follow_data(request: HttpRequest, report: Report) -> HttpResponse:
    """Everything we have of this reporter, to keep."""
    response = HttpResponse(own_data.as_text(report=report), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{report.number}.txt"'
    return response


def _is_over_limit(report: Report) -> bool:
    return limits.is_over(
        bucket="reporter",
        key=str(report.pk),
        limit=MOST_IN_AN_HOUR,
        window_seconds=HOUR,
        at=timezone.now(),
    )


def frame(report: Report) -> dict[str, Any]:
    """What every page of an opened report needs."""
    leave = way_out(kind=report.kind, restricted=report.case.restricted, url=reverse("follow_quit"))
    return {"report": report, "exit": leave}
