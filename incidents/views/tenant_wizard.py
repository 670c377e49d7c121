"""The report wizard: one subject a page, the answers kept on our side after each."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from incidents.following.return_code import made_ready
from incidents.forms.tenant_contact import ContactForm
from incidents.forms.tenant_place import AddressForm, SpotForm
from incidents.forms.tenant_questions import QuestionsForm
from incidents.forms.tenant_step import StepForm
from incidents.forms.tenant_story import StoryForm
from incidents.forms.tenant_subject import AdviceForm, CalledEmergencyForm, CalledForm, DangerForm, WhatForm
from incidents.intake import automatic, drafts, proof
from incidents.intake.filing import Filing
from incidents.intake.reporting import send_draft
from incidents.models import Draft
from incidents.views import tenant_drafts
from incidents.views.tenant_drafts import draft_page
from incidents.views.tenant_frame import frame
from incidents.views.tenant_wait import go_on, told
from incidents.wizard import overview, steps
from incidents.wizard.finishing import Unfinished, filing_from
from incidents.wizard.promises import more_about_it, who_sees
from incidents.wizard.steps import Step
from incidents.wizard.written import Written, read
from safetyportal.clock.calendar import local_day
from safetyportal.policy.gate import action
from safetyportal.privacy.marks import danger_words
from safetyportal.texts import language
from safetyportal.throttle.clients import client_key

FORMS: dict[str, type[StepForm]] = {
    form.slug: form
    for form in (
        DangerForm,
        CalledEmergencyForm,
        WhatForm,
        CalledForm,
        AdviceForm,
        AddressForm,
        SpotForm,
        QuestionsForm,
        StoryForm,
        ContactForm,
    )
}
LAST_ASKED = ContactForm.slug


@action("report.file")
def report_start(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "tenant/begin.html", {"unfinished": tenant_drafts.unfinished(request)})
    draft = drafts.begin(at=timezone.now())
    tenant_drafts.remember(request, draft)
    return redirect("report_step", draft.pk, steps.STEPS[0].slug)


@action("report.file")
@draft_page
def report_step(request: HttpRequest, draft: Draft, step: str) -> HttpResponse:
    page = steps.BY_SLUG.get(step)
    if page is None:
        raise Http404
    if draft.report_id is not None:
        return redirect("report_receipt", draft.pk)
    now = timezone.now()
    written = read(draft.answers, on=local_day(now))
    if not steps.is_open(page, written):
        return _to(draft, steps.current(written))
    framed = frame(draft, page, written)
    if other := language.switched(request):
        asked = language.as_typed(FORMS[step](written=written, today=local_day(now)), request)
        return language.kept(render(request, FORMS[step].template, {**framed, "form": asked}), other)
    posted = request.POST if request.method == "POST" else None
    form = FORMS[step](posted, written=written, today=local_day(now))
    if form.is_valid():
        answers = steps.changes(draft.answers, step, form.answer())
        if step == LAST_ASKED:
            answers |= made_ready(draft.answers)
        kept = drafts.answer(draft_id=draft.pk, answers=answers, at=now)
        return _to(draft, _next(request, read(kept.answers, on=local_day(now))))
    return render(request, form.template, {**framed, "form": form})


@action("report.file")
@draft_page
def report_check(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The last page: all answers once more, and the button that sends them."""
    if draft.report_id is not None:
        return redirect("report_receipt", draft.pk)
    now = timezone.now()
    written = read(draft.answers, on=local_day(now))
    sent = automatic.sent_by(client=client_key(request), at=now) if request.method == "POST" else 0
    try:
        filing = filing_from(
            written=written,
            language=get_language() or settings.LANGUAGE_CODE,
            signs=automatic.signs(draft=draft, sent=sent, proof=request.POST.get("proof", ""), at=now),
        )
    except Unfinished as unfinished:
        return redirect("report_step", draft.pk, unfinished.slug)
    if request.method == "POST" and not automatic.is_flood(sent):
        report = send_draft(draft_id=draft.pk, filing=filing, at=now)
        if report.filed_at == now:  # not the second click
            automatic.count_sent(client=client_key(request), at=now)
        return redirect("report_receipt", draft.pk)
    context = {
        **frame(draft, steps.BY_SLUG["controle"], written),
        **_check(draft, filing, written),
        "proof": proof.challenge_for(draft=draft, at=now),
    }
    if request.method != "POST":
        return render(request, "tenant/steps/controle.html", context)
    drafts.answer(draft_id=draft.pk, answers={}, at=now)  # its day begins anew
    until = automatic.flood_over_at(now)
    page = render(request, "tenant/steps/controle.html", {**context, "go_on": go_on(until)}, status=429)
    return told(page, until)


@action("report.file")
@require_POST
def report_quit(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Away at once: what this browser wrote or opened is gone, and it is sent to a page that says nothing."""
    if tenant_drafts.is_own(request, draft_id):
        tenant_drafts.leave_nothing(request)
    return tenant_drafts.away(request)


@action("report.file")
@require_POST
@draft_page
def report_try_first(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Somebody tries it himself first: what was written is thrown away, the advice stays to be read again."""
    kind = read(draft.answers, on=local_day(timezone.now())).kind
    if draft.report_id is not None or kind is None:
        return redirect("report_start")
    tenant_drafts.forget(request, draft)
    request.session[tenant_drafts.TRIED] = kind.code
    return redirect("tried_first")


def _next(request: HttpRequest, written: Written) -> Step:
    """The first page that still wants an answer, or one aside that was asked for."""
    aside = steps.BY_SLUG.get(request.POST.get("then", ""))
    if aside and aside.aside and steps.is_open(aside, written):
        return aside
    return steps.current(written)


def _to(draft: Draft, step: Step) -> HttpResponse:
    return redirect("report_step", draft.pk, step.slug)


def _check(draft: Draft, filing: Filing, written: Written) -> dict[str, Any]:
    return {
        "rows": [
            {**asdict(row), "change_url": reverse("report_step", args=[draft.pk, row.step])}
            for row in overview.rows(filing=filing, written=written, evidence=draft.evidence.all())
        ],
        "promises": who_sees(kind=filing.kind, mode=filing.reporter.mode, consent=filing.consent),
        "more": more_about_it(kind=filing.kind, mode=filing.reporter.mode),
        "call_again": danger_words(f"{filing.story}\n{filing.place.text}"),
    }
