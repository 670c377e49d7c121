"""Entering a report for somebody: by telephone, at the counter, on a visit, from a letter."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.entry import entering, mails
from incidents.entry.mails import Held
from incidents.following import code_letters
from incidents.forms.entry_page import EntryPage
from incidents.models import Case, Kind, Report
from incidents.rules.answers import Channel
from safetyportal.audit.recording import record
from safetyportal.clock.calendar import local_day
from safetyportal.clock.deadlines import open_for
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest
from safetyportal.privacy.marks import danger_words

SHOWN_FOR = timedelta(hours=24)


@action("report.enter_for")
def entry_page(request: SignedInRequest) -> HttpResponse:
    """First all but the questions of the kind, then with them; the second time round it is filed."""
    now = timezone.now()
    today = local_day(now)
    mail = _mail(request)
    page = EntryPage(
        request.POST if request.method == "POST" else None,
        kinds=list(
            Kind.objects.active(today)
            .select_related("group", "questions")
            .order_by("group__position", "position")
        ),
        may_take=may("case.take", request.user),
        today=today,
        start=_start(mail),
    )
    if not page.is_complete():
        wrong = request.method == "POST" and page.is_wrong
        return render(request, "staff/entry/page.html", _context(page, mail), status=422 if wrong else 200)
    report = entering.enter(
        filing=page.filing(),
        form_key=page.entry.cleaned_data["form_key"],
        take=bool(page.entry.cleaned_data.get("take")),
        by=request.user,
        at=now,
        mail=mail.key if mail else None,
    )
    if report.filed_at != now:
        messages.info(request, _("Deze melding was al bewaard. Wat u daarna veranderde, is niet bewaard."))
    return redirect("entry_receipt", report.number)


@action("report.entered")
def entry_receipt(request: SignedInRequest, number: str) -> HttpResponse:
    """Number and code, to read out or print; the code for ten minutes, and to who entered it alone."""
    now = timezone.now()
    report = get_object_or_404(
        Report.objects.for_(request.user, "report.entered").select_related(
            "kind", "case__team", "case__holder"
        ),
        number=number,
        filed_at__gt=now - SHOWN_FOR,
    )
    letter = code_letters.find(report=report, by=request.user, at=now)
    record(
        action="report.entered",
        actor=request.user,
        object_kind="report",
        object_id=report.pk,
        at=now,
        detail={"code": letter is not None},
    )
    case = report.case
    mine = (
        Case.objects.for_(request.user, "case.read")
        if may("case.read", request.user)
        else Case.objects.none()
    )
    context = {
        "report": report,
        "case": case,
        "code": letter.code if letter else "",
        "opens": mine.filter(pk=case.pk).exists(),
        "is_mine": case.holder == request.user,
        "terms": {term.name: term.due for term in open_for(subject_kind="case", subject_id=case.pk)},
        "section": "entry",
    }
    return render(request, "staff/entry/receipt.html", context)


def _mail(request: SignedInRequest) -> Held | None:
    """The e-mail this page was opened with, while it is there and theirs."""
    asked = request.POST.get("mail") or request.GET.get("mail", "")
    try:
        return mails.find(key=UUID(asked), by=request.user) if asked else None
    except ValueError:  # not a key at all
        return None


def _start(mail: Held | None) -> dict[str, str]:
    if mail is None:
        return {}
    return {
        "channel": Channel.EMAIL,
        "story": mail.story,
        "words": mail.subject,
        "name": mail.name,
        "email": mail.address,
    }


def _context(page: EntryPage, mail: Held | None) -> dict[str, object]:
    typed = page.posted.get("story", "") if page.posted is not None else ""
    return {
        "page": page,
        "mail": mail,
        "form": page.entry,
        "questions": page.questions,
        "reporter": page.reporter,
        "call_again": danger_words(typed),
        "section": "entry",
    }
