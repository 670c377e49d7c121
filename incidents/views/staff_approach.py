"""The approach of a case: ladder, plan, looking again. One page to read, and a post for each thing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.escalation import ladder, tailoring
from incidents.forms import staff_approach as forms
from incidents.forms import staff_plan
from incidents.forms.staff_case import VerbForm
from incidents.models import Case, HarassmentCheck, LadderStep
from incidents.pages import approach
from incidents.views.carrying_out import Refusals, carry_out
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_WAITING = 50
TABS = ("kind__group", "team", "holder", "merged_into", "about_home")


@action("case.read")
def case_approach(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.read", number)
    now = timezone.now()
    record(action="case.read", actor=request.user, object_kind="case", object_id=case.pk, at=now)
    view = approach.read(case=case, actor=request.user, at=now)
    plain: dict[str, Any] = {"number": number, "seen": view.newest}
    context = {
        "case": case,
        "tab": "approach",
        "view": view,
        "step_form": forms.StepForm(**plain),
        "plan_form": staff_plan.PlanForm(case=case, plan=view.plan, by=request.user, seen=view.newest),
        "review_form": staff_plan.ReviewForm(**plain),
        "harassment_form": staff_plan.HarassmentForm(**plain, check=view.harassment),
        "section": "inbox",
    }
    return render(request, "staff/case_approach.html", context)


@action("case.approach")
def step(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.approach", number)
    form = forms.StepForm(request.POST, number=number)

    def do(**who: Any) -> str:
        made = ladder.set_step(case=case, wanted=form.wanted(), seen=form.cleaned_data["seen"], **who)
        if made.state == LadderStep.State.PROPOSED:
            return _("Dit zijn twee stappen of meer tegelijk. Een tweede persoon moet de stap bevestigen.")
        return _("De stap is gezet.")

    return _carry_out(request, case, form, do)


@action("step.confirm")
def confirm(request: SignedInRequest, number: str, step_id: int) -> HttpResponse:
    found = _step(request, number, step_id)

    def do(**who: Any) -> str:
        ladder.confirm(step=found, **who)
        return _("Bevestigd. De stap is gezet.")

    return _carry_out(
        request, found.case.merged_into or found.case, forms.ConfirmForm(request.POST, step=found), do
    )


@action("step.confirm")
def refuse(request: SignedInRequest, number: str, step_id: int) -> HttpResponse:
    found = _step(request, number, step_id)
    form = forms.RefuseForm(request.POST, step=found)

    def do(**who: Any) -> str:
        ladder.refuse(step=found, reason=form.cleaned_data["reason"], **who)
        return _("Het voorstel is afgewezen.")

    return _carry_out(request, found.case.merged_into or found.case, form, do)


@action("step.confirm")
def check(request: SignedInRequest, number: str, step_id: int) -> HttpResponse:
    found = _step(request, number, step_id)
    form = forms.CheckForm(request.POST, step=found)

    def do(**who: Any) -> str:
        said = form.cleaned_data
        ladder.check(step=found, outcome=said["outcome"], text=said["text"], **who)
        return _("De uitkomst is bewaard.")

    return _carry_out(request, found.case.merged_into or found.case, form, do)


@action("case.approach")
def plan(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.approach", number)
    form = staff_plan.PlanForm(request.POST, case=case, plan=None, by=request.user)

    def do(**who: Any) -> str:
        made = tailoring.save_plan(case=case, draft=form.draft(), seen=form.cleaned_data["seen"], **who)
        return _("Het plan is bewaard als versie {version}.").format(version=made.version)

    return _carry_out(request, case, form, do)


@action("case.approach")
def review(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.approach", number)
    form = staff_plan.ReviewForm(request.POST, number=number)

    def do(**who: Any) -> str:
        tailoring.review(
            case=case, text=form.cleaned_data["text"], next_on=form.cleaned_data["next_on"], **who
        )
        return _("Bewaard. De zaak komt op die dag weer op de lijst.")

    return _carry_out(request, case, form, do)


@action("case.approach")
def harassment(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.approach", number)
    known = HarassmentCheck.objects.filter(case=case).first()
    form = staff_plan.HarassmentForm(request.POST, number=number, check=known)

    def do(**who: Any) -> str:
        tailoring.judge_harassment(case=case, said=form.cleaned_data, seen=form.cleaned_data["seen"], **who)
        return _("De kenmerken zijn bewaard.")

    return _carry_out(request, case, form, do)


@action("case.approach_list")
def second_person(request: SignedInRequest) -> HttpResponse:
    """Steps that wait for a second person, of the cases one may open; not those one proposed oneself."""
    waiting = (
        LadderStep.objects.for_(request.user, "step.confirm")
        .waiting()
        .exclude(made_by=request.user)
        .filter(case__closed_at=None)
    )
    steps = waiting.select_related("case__kind__group", "made_by").order_by("made_at", "pk")[:MOST_WAITING]
    return render(request, "staff/second_person.html", {"steps": steps, "section": "inbox"})


def _own(request: SignedInRequest, name: str, number: str) -> Case:
    return get_object_or_404(Case.objects.for_(request.user, name).select_related(*TABS), number=number)


def _step(request: SignedInRequest, number: str, step_id: int) -> LadderStep:
    steps = LadderStep.objects.for_(request.user, "step.confirm").select_related(
        "case__kind__group", "case__merged_into"
    )
    here = Q(case__number=number) | Q(case__merged_into__number=number)
    found = get_object_or_404(steps.filter(here), pk=step_id)
    if found.case.merged_into_id is not None:
        get_object_or_404(Case.objects.for_(request.user, "step.confirm"), pk=found.case.merged_into_id)
    return found


def _carry_out(request: SignedInRequest, case: Case, form: VerbForm, do: Callable[..., str]) -> HttpResponse:
    return carry_out(request, case=case, form=form, do=do, back="case_approach", refusals=REFUSALS)


REFUSALS: Refusals = {
    ladder.Missing: lambda missing: [str(ladder.MISSING[reason]) for reason in missing.reasons],
    ladder.Waits: lambda _refusal: [
        _("Een collega zette net een stap, of er wacht al een voorstel. Kijk eerst bij de aanpak.")
    ],
    ladder.NotYours: lambda _refusal: [
        _("U stelde deze stap zelf voor. Vraag een collega om mee te kijken.")
    ],
    ladder.TooLate: lambda _refusal: [_("Hierover is al beslist. Kijk bij de aanpak.")],
}
