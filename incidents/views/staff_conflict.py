"""Who has nothing to do with what: said by oneself, or by a lead or privacy officer, who alone let somebody in again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from complexes.models import Complex
from incidents.forms.staff_conflict import (
    ColleagueConflictForm,
    ConflictForm,
    EndConflictForm,
    StepBackForm,
)
from incidents.models import Case, Conflict
from incidents.models.conflict import kept_out
from incidents.staffing import conflicts
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SHOWN = 200


@action("case.step_back")
def case_step_back(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_(request.user, "case.step_back"), number=number)
    form = StepBackForm(request.POST if "sort" in request.POST else None, number=number)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"case": case, "form": form, "section": "inbox"}
        return render(request, "staff/conflicts/step_back.html", context, status=status)
    sort = Conflict.Sort(form.cleaned_data["sort"])
    conflicts.state(person=request.user, case=case, sort=sort, by=request.user, at=timezone.now())
    messages.success(request, _("U doet niet mee aan deze zaak. U ziet de zaak niet meer."))
    return redirect("staff_inbox")


@action("conflict.own")
def own_conflicts(request: SignedInRequest) -> HttpResponse:
    """Complexes only: of a case of which one is kept out nothing shows, not even that it is there."""
    form = ConflictForm(request.POST or None)
    if form.is_valid():
        _state(request, form, request.user)
        messages.success(request, _("Vastgelegd. Van dit complex of deze zaak ziet u vanaf nu niets."))
        return redirect("own_conflicts")
    own = Conflict.objects.for_(request.user, "conflict.own").filter(complex__isnull=False)
    context = {"form": form, "rows": own.select_related("complex")[:SHOWN], "section": "conflicts"}
    return render(request, "staff/conflicts/own.html", context, status=422 if form.is_bound else 200)


@action("conflict.manage")
def conflict_list(request: SignedInRequest) -> HttpResponse:
    form = ColleagueConflictForm(request.POST or None, actor=request.user)
    if form.is_valid():
        _state(request, form, form.cleaned_data["person"])
        messages.success(request, _("Vastgelegd. Deze collega ziet er vanaf nu niets van."))
        return redirect("conflict_list")
    found = Conflict.objects.for_(request.user, "conflict.manage").select_related(
        "person", "complex", "case", "stated_by"
    )
    rows = list(found.in_force()[: SHOWN + 1])
    numbers = _numbers(request, rows)
    context = {
        "form": form,
        "rows": [(one, _where(one, numbers)) for one in rows[:SHOWN]],
        "is_cut": len(rows) > SHOWN,
        "section": "conflicts_of_others",
    }
    return render(request, "staff/conflicts/list.html", context, status=422 if form.is_bound else 200)


@action("conflict.manage")
def conflict_end(request: SignedInRequest, pk: int) -> HttpResponse:
    found = Conflict.objects.for_(request.user, "conflict.manage").select_related("person", "complex", "case")
    conflict = get_object_or_404(found, pk=pk)
    form = EndConflictForm(request.POST or None)
    if form.is_valid():
        try:
            conflicts.end(conflict=conflict, why=form.cleaned_data["why"], by=request.user, at=timezone.now())
        except conflicts.EndedAlready:
            messages.info(request, _("Een ander heeft dit net al gedaan."))
        else:
            messages.success(request, _("Deze collega mag weer meedoen."))
        return redirect("conflict_list")
    context = {
        "form": form,
        "conflict": conflict,
        "where": _where(conflict, _numbers(request, [conflict])),
        "section": "conflicts_of_others",
    }
    return render(request, "staff/conflicts/end.html", context, status=422 if form.is_bound else 200)


def _state(request: SignedInRequest, form: ConflictForm, person: User) -> None:
    """A number that no case has is answered as one that a case has."""
    data, now = form.cleaned_data, timezone.now()
    sort = Conflict.Sort(data["sort"])
    if data["complex"]:
        place = get_object_or_404(Complex, pk=data["complex"])
        conflicts.state(person=person, complex=place, sort=sort, by=request.user, at=now)
        return
    case = Case.objects.filter(number=data["number"]).first()
    if case is not None:
        conflicts.state(person=person, case=case, sort=sort, by=request.user, at=now)


def _numbers(request: SignedInRequest, rows: list[Conflict]) -> set[str]:
    """Of the cases whose number this person may read: a privacy officer's all, a lead's the own ones."""
    keys = [one.case_id for one in rows if one.case_id]
    if not keys:
        return set()
    everything = Case.objects.exclude(kept_out(request.user))
    named = everything if Role.PRIVACY in request.user.roles else Case.objects.for_(request.user, "case.list")
    return set(named.filter(pk__in=keys).values_list("number", flat=True))


def _where(conflict: Conflict, numbers: set[str]) -> str:
    if conflict.complex is not None:
        return conflict.complex.name
    number = conflict.case.number if conflict.case else ""
    return _("Zaak {number}").format(number=number) if number in numbers else _("Eén zaak")
