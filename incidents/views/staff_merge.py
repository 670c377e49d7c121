"""Cases come together, are set apart again, or are split. Each has a page that shows what will happen."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.acts import NotNow
from incidents.forms.staff_case import VerbForm
from incidents.forms.staff_merge import MergeForm, SplitForm, UnmergeForm
from incidents.joining import going_back, merging, splitting
from incidents.models import Case
from incidents.models.case import CaseQuerySet
from incidents.rules.numbers import read_number
from incidents.rules.workflow import Status
from incidents.staffing import conflicts
from incidents.views.late import add_refusal
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST_REPORTS = 50


@action("case.merge")
def merge(request: SignedInRequest, number: str) -> HttpResponse:
    """`zaak`, once or more: the cases that go up in this one. First they are shown side by side."""
    case = _own(request, "case.merge", number)
    asked = request.POST if request.method == "POST" else request.GET
    typed = [read_number(one, "Z") or one for one in asked.getlist("zaak")][: merging.MOST_AT_ONCE]
    cases = list(_cases(request, "case.merge").filter(number__in=typed).order_by("opened_at"))
    form = MergeForm(request.POST if request.method == "POST" else None, number=number, cases=cases)
    if not cases or len(cases) < len(set(typed)):
        messages.warning(request, _("Deze zaak is niet gevonden. Kijk het nummer na."))
        return redirect("case_relatives", number)
    if case in cases:
        messages.warning(request, _("Dat is deze zaak zelf. Kies een andere."))
        return redirect("case_relatives", number)
    if not form.is_valid():
        return _merge_page(request, case, cases, form)
    data = form.cleaned_data
    try:
        merging.merge(
            cases=cases, into=case, reason=data["reason"], message=data["message"], by=request.user,
            at=timezone.now(),
        )  # fmt: skip
    except merging.CannotMerge as refusal:
        form.add_error(None, _why_not(refusal))
        return _merge_page(request, case, cases, form, 409)
    except NotNow:
        form.add_error(
            None,
            _(
                "Dit kan nu niet: een van deze zaken is gesloten of al samengevoegd. Ga terug en kijk opnieuw."
            ),
        )
        return _merge_page(request, case, cases, form, 409)
    said = ngettext("{n} zaak hoort nu bij deze zaak.", "{n} zaken horen nu bij deze zaak.", len(cases))
    messages.success(request, said.format(n=len(cases)))
    return redirect("case_page", number)


@action("case.merge")
def unmerge(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.merge", number)
    form, parted = UnmergeForm(request.POST or None, number=number), None
    if case.merged_into_id is not None:
        into = get_object_or_404(_cases(request, "case.merge"), pk=case.merged_into_id)
        parted = going_back.parting(case=case, target=into)
    if not form.is_valid():
        return _page(request, case, form, "staff/unmerge.html", parted=parted)
    try:
        done = merging.unmerge(
            case=case, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
    except merging.CannotMerge as refusal:
        form.add_error(None, _why_not(refusal))
        return _page(request, case, form, "staff/unmerge.html", 409, parted=parted)
    except conflicts.KeptOut:
        raise Http404 from None
    except NotNow as refusal:
        if refusal.status == Status.MERGED:
            form.add_error(None, _("Een collega veranderde dit net. Probeer het opnieuw."))
        else:
            form.add_error(None, _("Deze zaak staat al apart."))
        return _page(request, case, form, "staff/unmerge.html", 409, parted=parted)
    messages.success(
        request, " ".join([_("De zaak staat weer apart. De meldingen zijn terug."), done.in_words()]).strip()
    )
    return redirect("case_page", number)


@action("case.split")
def split(request: SignedInRequest, number: str) -> HttpResponse:
    case = _own(request, "case.split", number)
    reports = list(case.reports.select_related("kind__group").order_by("filed_at", "number")[:MOST_REPORTS])
    form = SplitForm(request.POST or None, number=number, reports=reports)
    if not form.is_valid():
        return _page(request, case, form, "staff/split.html", reports=reports)
    data = form.cleaned_data
    try:
        made = splitting.split(
            case=case, reports=data["reports"], reason=data["reason"], by=request.user, at=timezone.now()
        )
    except splitting.CannotSplit:
        form.add_error("reports", _("Deze meldingen staan niet meer allemaal in deze zaak. Kies opnieuw."))
        return _page(request, case, form, "staff/split.html", 409, reports=reports)
    except NotNow as refusal:
        add_refusal(form, refusal)
        return _page(request, case, form, "staff/split.html", 409, reports=reports)
    messages.success(request, _("Er is een nieuwe zaak: {number}.").format(number=made.number))
    if _cases(request, "case.read").filter(pk=made.pk).exists():
        return redirect("case_page", made.number)
    messages.info(request, _("De nieuwe zaak is van een ander team. U ziet die zaak niet."))
    return redirect("case_page", number)


def _cases(request: SignedInRequest, name: str) -> CaseQuerySet:
    return Case.objects.for_(request.user, name).select_related("kind__group", "complex", "entrance", "space")


def _own(request: SignedInRequest, name: str, number: str) -> Case:
    return get_object_or_404(_cases(request, name), number=number)


def _merge_page(
    request: SignedInRequest, case: Case, cases: list[Case], form: MergeForm, status: int | None = None
) -> HttpResponse:
    sides = [
        (one, list(one.reports.select_related("kind__group").order_by("filed_at"))) for one in [case, *cases]
    ]
    return _page(request, case, form, "staff/merge.html", status, sides=sides)


def _page(
    request: SignedInRequest,
    case: Case,
    form: VerbForm,
    template: str,
    status: int | None = None,
    **more: object,
) -> HttpResponse:
    context = {"case": case, "form": form, "section": "inbox", "tab": "relatives", **more}
    return render(request, template, context, status=status or (422 if form.is_bound else 200))


def _why_not(refusal: merging.CannotMerge) -> str:
    number = refusal.case.number
    if refusal.why == "partner":
        return _(
            "Zaak {number} ligt nog bij een ketenpartner. Wacht op het antwoord, of trek de doorverwijzing daar eerst in."
        ).format(number=number)
    if refusal.why == "protected":
        return _(
            "Zaak {number} en deze zaak zijn niet allebei beschermd. Alleen wie met beschermde zaken werkt, voegt ze samen."
        ).format(number=number)
    if refusal.why == "empty":
        return _("Alle meldingen van deze zaak zijn intussen ergens anders. Er valt niets terug te halen.")
    return _("Een zaak kan niet met zichzelf worden samengevoegd.")
