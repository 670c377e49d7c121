from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from incidents.forms.staff_case import (
    AdvanceForm,
    CloseForm,
    ContactForm,
    HomeForm,
    MarksForm,
    MessageForm,
    NoteForm,
    SeverityForm,
    VerbForm,
)
from incidents.forms.staff_dialogue import AskReporterForm
from incidents.handling.casework import MARKS
from incidents.joining import relatives
from incidents.models import Case
from incidents.rules.workflow import ENDED, CloseReason
from safetyportal.audit.recording import record
from safetyportal.desk import case_file, referral_lines, why
from safetyportal.desk.look import Look
from safetyportal.desk.next_step import next_steps
from safetyportal.desk.pending import pending_in
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_MERGED, MOST_SCALE_UPS = 50, 20


@action("case.read")
def case_page(request: SignedInRequest, number: str) -> HttpResponse:
    case, now = _read(request, number), timezone.now()
    file = case_file.read(case=case, actor=request.user, at=now)
    pending = pending_in(case=case, at=now)
    context = {
        "case": case,
        "tab": "case",
        "file": file,
        "up": pending.scaled.up if pending.scaled else None,
        "steps": next_steps(Look(case=case, file=file, pending=pending, actor=request.user, at=now)),
        "marks": [(label, getattr(case, name)) for name, label in MARKS.items()],
        "closed_because": CloseReason(case.close_reason).label if case.close_reason in CloseReason else "",
        "may_reopen": case.status in ENDED,
        "nearby": relatives.nearby(case=case, cases=Case.objects.for_(request.user, "case.list")),
        **_forms(case, file),
        "section": "inbox",
    }
    return render(request, "staff/case_page.html", context)


@action("case.read")
def case_sharing(request: SignedInRequest, number: str) -> HttpResponse:
    """With whom the case is shared, and why it went as it went."""
    case = _read(request, number)
    lines = referral_lines.told_lines_of(case=case, at=timezone.now())
    referrals = [line.referral for line in lines]
    scale_ups = list(case.scale_ups.select_related("partner", "made_by")[:MOST_SCALE_UPS])
    context = {
        "case": case,
        "tab": "sharing",
        "scale_ups": scale_ups,
        "may_scale": case.is_open and not any(one.is_open for one in scale_ups),
        "lines": lines,
        "reasons": [why.of(one, referrals) for one in case_file.decisions_of(case=case)],
        "choices": why.by_hand(referrals),
        "section": "inbox",
    }
    return render(request, "staff/case_sharing.html", context)


@action("case.read")
def case_relatives(request: SignedInRequest, number: str) -> HttpResponse:
    """Other cases that may be about the same."""
    case = _read(request, number)
    seen = Case.objects.for_(request.user, "case.list")
    context = {
        "case": case,
        "tab": "relatives",
        "relatives": relatives.look(case=case, cases=seen),
        "merged": list(seen.filter(merged_into=case).order_by("closed_at")[:MOST_MERGED]),
        "section": "inbox",
    }
    return render(request, "staff/case_relatives.html", context)


def _read(request: SignedInRequest, number: str) -> Case:
    """Who looks at a case is written down, whichever of its pages it is."""
    cases = Case.objects.for_(request.user, "case.read").select_related(*case_file.PARTS)
    case = get_object_or_404(cases, number=number)
    record(action="case.read", actor=request.user, object_kind="case", object_id=case.pk, at=timezone.now())
    return case


def _forms(case: Case, file: case_file.CaseFile) -> dict[str, VerbForm]:
    """One for each thing that can be done from this page; each knows what the page showed."""
    plain: dict[str, Any] = {"number": case.number, "seen": file.newest}
    forms: dict[str, VerbForm] = {
        "contact_form": ContactForm(**plain),
        "message_form": MessageForm(**plain),
        "ask_form": AskReporterForm(**plain, reports=[one.report for one in file.reports]),
        "note_form": NoteForm(**plain),
        "advance_form": AdvanceForm(**plain, status=case.status),
        "marks_form": MarksForm(
            **plain, initial=MarksForm.initial_of({name: getattr(case, name) for name in MARKS})
        ),
        "home_form": HomeForm(**plain, complex_id=case.complex_id, initial=_home(case)),
        "severity_form": SeverityForm(**plain, initial={"band": case.severity_band}),
        "close_form": CloseForm(**plain),
    }
    return forms


def _home(case: Case) -> dict[str, str]:
    home = case.about_home
    return {"house_number": f"{home.number}{home.addition}"} if home else {}
