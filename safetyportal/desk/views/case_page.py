from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from incidents.casework import MARKS
from incidents.forms.staff_case import (
    CloseForm,
    ContactForm,
    HomeForm,
    MarksForm,
    MessageForm,
    NoteForm,
    SeverityForm,
)
from incidents.forms.staff_dialogue import AskReporterForm
from incidents.models import Case
from incidents.workflow import CloseReason
from safetyportal.audit.recording import record
from safetyportal.desk import case_file
from safetyportal.desk.next_step import next_step
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("case.read")
def case_page(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(
        Case.objects.for_(request.user, "case.read").select_related(*case_file.PARTS), number=number
    )
    now = timezone.now()
    record(action="case.read", actor=request.user, object_kind="case", object_id=case.pk, at=now)
    file = case_file.read(case=case, at=now)
    marks = {name: getattr(case, name) for name in MARKS}
    context = {
        "case": case,
        "file": file,
        "next": next_step(case=case, file=file, actor=request.user),
        "marks": [(label, marks[name]) for name, label in MARKS.items()],
        "closed_because": CloseReason(case.close_reason).label if case.close_reason in CloseReason else "",
        "contact_form": ContactForm(number=number),
        "message_form": MessageForm(number=number),
        "ask_form": AskReporterForm(number=number, reports=[one.report for one in file.reports]),
        "note_form": NoteForm(number=number),
        "marks_form": MarksForm(number=number, initial=MarksForm.initial_of(marks)),
        "home_form": HomeForm(number=number, complex_id=case.complex_id, initial=_home(case)),
        "severity_form": SeverityForm(number=number, initial={"band": case.severity_band}),
        "close_form": CloseForm(number=number),
        "section": "inbox",
    }
    return render(request, "staff/case_page.html", context)


def _home(case: Case) -> dict[str, str]:
    home = case.about_home
    return {"house_number": f"{home.number}{home.addition}"} if home else {}
