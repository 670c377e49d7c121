"""What must still be done in a case: the list, and adding, finishing and moving."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.forms.staff_case import VerbForm
from incidents.forms.staff_task import MoveTaskForm, TaskForm
from incidents.handling import case_tasks
from incidents.models import Case, CaseTask
from incidents.views.late import add_refusal, not_now
from safetyportal.audit.recording import record
from safetyportal.clock.calendar import local_day
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SHOWN = 100


@action("case.task")
def tasks(request: SignedInRequest, number: str) -> HttpResponse:
    case, now = _own(request, number), timezone.now()
    form = TaskForm(request.POST or None, case=case, by=request.user, today=local_day(now), at=now)
    if not form.is_valid():
        return _page(request, case, form, 422 if form.is_bound else 200)
    said = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
    try:
        case_tasks.add(case=case, **said, by=request.user, at=now)
    except case_tasks.CannotOwn:
        form.add_error(
            "owner", _("Deze collega werkt niet in dit team, of is vandaag afwezig. Kies een ander.")
        )
        return _page(request, case, form, 409)
    except NotNow as refusal:
        add_refusal(form, refusal)
        return _page(request, case, form, 409)
    messages.success(request, _("De taak staat op de lijst."))
    return redirect("case_tasks", number)


@action("case.task")
def task_done(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    task = _task(request, number, pk)
    if request.method == "POST":
        try:
            case_tasks.finish(task=task, by=request.user, at=timezone.now())
        except case_tasks.AlreadyDone as other:
            messages.info(request, _("{name} had deze taak al gedaan.").format(name=other))
        except NotNow as refusal:
            messages.warning(request, not_now(refusal))
        else:
            messages.success(request, _("De taak is klaar."))
    return redirect("case_tasks", number)


@action("case.task")
def task_move(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    task, now = _task(request, number, pk), timezone.now()
    form = MoveTaskForm(request.POST or None, task=task, today=local_day(now))
    if not form.is_valid():
        return _move_page(request, task, form, 422 if form.is_bound else 200)
    due_on, reason = form.cleaned_data["due_on"], form.cleaned_data["reason"]
    try:
        case_tasks.move(task=task, due_on=due_on, reason=reason, by=request.user, at=now)
    except case_tasks.AlreadyDone as other:
        form.add_error(None, _("{name} had deze taak al gedaan.").format(name=other))
        return _move_page(request, task, form, 409)
    except NotNow as refusal:
        add_refusal(form, refusal)
        return _move_page(request, task, form, 409)
    messages.success(request, _("De taak heeft een andere dag."))
    return redirect("case_tasks", number)


def _own(request: SignedInRequest, number: str) -> Case:
    cases = Case.objects.for_(request.user, "case.task").select_related("kind", "team", "merged_into")
    return get_object_or_404(cases, number=number)


def _task(request: SignedInRequest, number: str, pk: int) -> CaseTask:
    found = CaseTask.objects.shown_to(request.user).select_related("case")
    return get_object_or_404(found, pk=pk, case=_own(request, number))


def _page(request: SignedInRequest, case: Case, form: TaskForm, status: int) -> HttpResponse:
    """Who looks at a case is written down, whichever of its pages it is."""
    now = timezone.now()
    record(action="case.read", actor=request.user, object_kind="case", object_id=case.pk, at=now)
    shown = CaseTask.objects.shown_to(request.user).filter(case=case).select_related("owner", "done_by")
    context = {
        "case": case,
        "tab": "tasks",
        "open": shown.filter(done_at=None)[:SHOWN],
        "done": shown.exclude(done_at=None).order_by("-done_at")[:SHOWN],
        "today": local_day(now),
        "form": form,
        "section": "inbox",
    }
    return render(request, "staff/tasks.html", context, status=status)


def _move_page(request: SignedInRequest, task: CaseTask, form: VerbForm, status: int) -> HttpResponse:
    context = {"case": task.case, "task": task, "form": form, "section": "inbox"}
    return render(request, "staff/move_task.html", context, status=status)
