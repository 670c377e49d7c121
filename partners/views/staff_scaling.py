"""The page of one scale-up, and a post for each thing to do with it; the proposal has its own (staff_scale_up)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.handling import holding
from incidents.models import Case
from incidents.staffing import conflicts
from partners.defaults.default_matrix import Field
from partners.disclosing import cautions
from partners.forms.staff_scaling import BackForm, ConfirmScaleForm, LookForm, RefuseScaleForm
from partners.models import ScaleUp
from partners.scaling import scaling, scaling_back
from partners.sharing.sharing import seen_by_partner, to_be
from partners.sharing.text_check import Caution, TextCheck, digest, unseen
from partners.views.looks import looked_at
from partners.views.staff_proposal import CASE_PARTS, REFUSALS, said_no
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

PARTS = (*(f"case__{part}" for part in (*CASE_PARTS, "kind__group", "team", "merged_into")), "partner", "referral",
         "made_by", "decided_by", "back_by", "leads_again")  # fmt: skip
REFUSED = (
    *REFUSALS, NotNow, holding.CannotHold, conflicts.KeptOut, scaling.Waits, scaling.TooLate, scaling.NotSecond,
)  # fmt: skip


@action("scale.read")
def scale_page(request: SignedInRequest, pk: int) -> HttpResponse:
    return _page(request, _own(request, "scale.read", pk), {})


@action("scale.confirm")
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    scale_up = _own(request, "scale.confirm", pk)

    def do(**who: Any) -> str:
        scaling.confirm(scale_up=scale_up, **who)
        return _("Opgeschaald. {partner} ziet de zaak nu.").format(partner=scale_up.partner.name)

    may = scale_up.state == ScaleUp.State.PROPOSED and scaling.may_confirm(
        scale_up=scale_up, case=scale_up.case, by=request.user
    )
    if may and unseen(_found(scale_up), request.POST.get("seen")):
        return _page(request, scale_up, {"look": True})
    return _carry_out(
        request, scale_up, "confirm_form", ConfirmScaleForm(request.POST, scale_up=scale_up), do
    )


@action("scale.refuse")
def refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    scale_up = _own(request, "scale.refuse", pk)
    form = RefuseScaleForm(request.POST, scale_up=scale_up)

    def do(**who: Any) -> str:
        scaling.refuse(scale_up=scale_up, reason=form.cleaned_data["reason"], **who)
        return _("Deze zaak gaat niet omhoog.")

    return _carry_out(request, scale_up, "refuse_form", form, do)


@action("scale.look")
def look(request: SignedInRequest, pk: int) -> HttpResponse:
    scale_up = _own(request, "scale.look", pk)
    form = LookForm(request.POST, scale_up=scale_up)

    def do(**who: Any) -> str:
        scaling_back.look(scale_up=scale_up, text=form.cleaned_data["text"], next_on=form.next_day(), **who)
        return _("Bewaard. De zaak komt op die dag weer op de lijst.")

    return _carry_out(request, scale_up, "look_form", form, do)


@action("scale.back")
def back(request: SignedInRequest, pk: int) -> HttpResponse:
    scale_up = _own(request, "scale.back", pk)
    form = _back_form(scale_up, request.POST)

    def do(**who: Any) -> str:
        scaling_back.back(scale_up=scale_up, result=form.cleaned_data["result"], leads=form.leader(), **who)
        return _("Afgeschaald. {name} heeft weer de regie.").format(name=form.leader().name)

    return _carry_out(request, scale_up, "back_form", form, do)


def _found(scale_up: ScaleUp) -> list[Caution]:
    """In what the partner will read. Whoever decides sees it too: the text is somebody else's."""
    check = TextCheck(case=scale_up.case, partner=scale_up.partner)
    return check.cautions((name, getattr(scale_up, name)) for name in scaling.READ_BY_PARTNER)


def _own(request: SignedInRequest, name: str, pk: int) -> ScaleUp:
    return get_object_or_404(ScaleUp.objects.for_(request.user, name).select_related(*PARTS), pk=pk)


def _back_form(scale_up: ScaleUp, data: Any = None) -> BackForm:
    case = scale_up.case
    people = holding.colleagues(team=case.team, case=case, at=timezone.now())
    if case.holder is not None and case.holder not in people:
        people = [case.holder, *people]
    return BackForm(data, scale_up=scale_up, people=people, holder=case.holder)


def _page(
    request: SignedInRequest, scale_up: ScaleUp, forms: dict[str, Any], status: int = 200
) -> HttpResponse:
    """What was typed comes back, also when it is too late."""
    case = scale_up.case
    read_for_scaling(request, case)
    waits = case.is_open and scale_up.state == ScaleUp.State.PROPOSED
    is_up = case.is_open and scale_up.state == ScaleUp.State.UP
    may_confirm = waits and scaling.may_confirm(scale_up=scale_up, case=case, by=request.user)
    offered: dict[str, Any] = {}
    if may_confirm:
        wish = scaling.wish_of(scale_up)
        offered["shown"] = seen_by_partner(
            to_be(
                case=case,
                partner=scale_up.partner,
                wish=wish,
                by=request.user,
                stands=scaling.proposal_of(scale_up),
            )
        )
        found = _found(scale_up)
        offered |= {"found": found, "seen": digest(found), "form_id": ConfirmScaleForm.verb}
        offered["confirm_form"] = ConfirmScaleForm(scale_up=scale_up)
    if waits and (may_confirm or scale_up.made_by_id == request.user.pk):
        offered["refuse_form"] = RefuseScaleForm(scale_up=scale_up)
    if is_up:
        offered |= {"back_form": _back_form(scale_up), "look_form": LookForm(scale_up=scale_up)}
    context = {
        "case": case,
        "tab": "sharing",
        "scale_up": scale_up,
        "field_names": [Field(code).label for code in scale_up.fields if code in Field],
        "cautions": cautions.by_hand(case=case, partner=scale_up.partner, at=timezone.now())
        if waits
        else cautions.Cautions(),
        **offered,
        **forms,
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/scaling/page.html", context, status=status)


def _carry_out(
    request: SignedInRequest, scale_up: ScaleUp, name: str, form: Any, do: Callable[..., str]
) -> HttpResponse:
    if not form.is_valid():
        return _page(request, scale_up, {name: form}, 422)
    try:
        said = do(by=request.user, at=timezone.now())
    except REFUSED as refusal:
        form.add_error(None, said_no_to_scaling(refusal))
        return _page(request, _own(request, "scale.read", scale_up.pk), {name: form}, 409)
    messages.success(request, said)
    return redirect("scale_page", scale_up.pk)


def said_no_to_scaling(refusal: Exception) -> str:
    if isinstance(refusal, scaling.Waits):
        return _("Deze zaak is al opgeschaald, of er wacht al een voorstel. Kijk eerst bij Samenwerken.")
    if isinstance(refusal, scaling.NotSecond):
        return _(
            "Een teamleider die de zaak niet zelf behandelt en dit niet zelf voorstelde, moet beslissen. In een beschermde zaak doet dat een collega die ook met beschermde zaken werkt."
        )
    if isinstance(refusal, (scaling.TooLate, NotNow)):
        return _("Hierover is al beslist, of de zaak is gesloten. Kijk bij Samenwerken.")
    if isinstance(refusal, (holding.CannotHold, conflicts.KeptOut)):
        return _("Deze collega kan deze zaak nu niet behandelen. Kies iemand anders.")
    if str(refusal) == "elsewhere":
        return _("Deze partner werkt niet (meer) op de plek van deze zaak. Kies een andere.")
    if str(refusal) == "open":
        return _("Deze zaak ligt al bij deze partner. Trek dat eerst in, of stel daar uw vraag.")
    return said_no(refusal)


def read_for_scaling(request: SignedInRequest, case: Case) -> None:
    looked_at(request, case_id=case.pk, page="scaling")
