"""A person chooses the partner: first to whom, then on which ground and with what."""

from __future__ import annotations

from crispy_forms.layout import Submit
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from incidents.models import Case
from partners import cautions, releasing
from partners.attachments import may_have
from partners.disclosure import disclose, grantable
from partners.forms.staff_sharing import PartnerForm, SharingForm
from partners.models import Partner, Referral
from partners.options import is_closed_to_partners, partners_for, that_have_it
from partners.views.staff_proposal import CASE_PARTS, said_no
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest
from safetyportal.texts.models import HelpLine

FILES = "files"


@action("referral.route")
def route_by_hand(request: SignedInRequest, number: str) -> HttpResponse:
    case = get_object_or_404(
        Case.objects.for_(request.user, "referral.route").select_related(*CASE_PARTS), number=number
    )
    options = partners_for(case=case, at=timezone.now())
    if (
        request.method != "POST"
    ):  # what was typed is never lost to a choice that has just gone: the verb refuses it
        having = that_have_it(case=case)
        options = [one for one in options if one.pk not in having]
    chosen = PartnerForm(request.GET if "to" in request.GET else None, groups=_groups(case, options))
    if not chosen.is_valid():
        return _choose(request, case, chosen)
    partner = next(one for one in options if one.code == chosen.cleaned_data["to"])
    if request.method != "POST":
        return _fill_in(request, case, partner, _sharing_form(case, partner))
    form = _sharing_form(case, partner, request.POST)
    if not form.is_valid():
        return _fill_in(request, case, partner, form, status=422)
    try:
        made = releasing.route_by_hand(
            case=case, partner=partner, **form.decided(), by=request.user, at=timezone.now()
        )
    except releasing.NotThroughPortal:
        return _choose(request, case, chosen, status=409)
    except (releasing.NotPossible, releasing.NeedsSecondPerson) as refusal:
        form.add_error(None, said_no(refusal))
        return _fill_in(request, case, partner, form, status=409)
    messages.success(request, _("Doorverwezen. {partner} ziet de zaak nu.").format(partner=partner.name))
    if FILES in request.POST and may_have(made):
        return redirect("attachment_list", made.pk)
    return redirect("case_page", number)


def _groups(case: Case, options: list[Partner]) -> list[tuple[str, list[Partner]]]:
    """Those that belong to this kind first."""
    fitting = {*case.kind.first_partners, *case.kind.second_partners, *case.kind.named_partners}
    outside = [one for one in options if not one.is_internal]
    return [
        (_("Past bij deze soort"), [one for one in outside if one.type_code in fitting]),
        (_("Onze eigen afdelingen"), [one for one in options if one.is_internal]),
        (_("Andere ketenpartners in deze buurt"), [one for one in outside if one.type_code not in fitting]),
    ]


def _sharing_form(case: Case, partner: Partner, data: object = None) -> SharingForm:
    address = reverse("route_by_hand", args=[case.number])
    form = SharingForm(
        data,
        partner=partner,
        grantable=grantable(partner=partner, case=case),
        action=f"{address}?{urlencode({'to': partner.code})}",
    )
    if may_have(_as_released(case, partner)):
        form.helper.add_input(Submit(FILES, _("Vrijgeven en bestanden kiezen"), css_class="secondary"))
    return form


def _as_released(case: Case, partner: Partner) -> Referral:
    """As it would go out, not kept."""
    mode = Referral.Mode.AUTOMATIC if partner.is_internal else Referral.Mode.HOLD
    return Referral(case=case, partner=partner, mode=mode)


def _choose(request: SignedInRequest, case: Case, form: PartnerForm, status: int = 200) -> HttpResponse:
    _read(request, case)
    call = (
        HelpLine.objects.filter(number=case.kind.call_line).first() if is_closed_to_partners(case) else None
    )
    context = {
        "case": case,
        "form": form,
        "closed_to_partners": is_closed_to_partners(case),
        "call": call,
        "section": "inbox",
    }
    return render(request, "staff/choose_partner.html", context, status=status)


def _fill_in(
    request: SignedInRequest, case: Case, partner: Partner, form: SharingForm, status: int = 200
) -> HttpResponse:
    _read(request, case)
    context = {
        "case": case,
        "partner": partner,
        "shown": disclose(referral=_as_released(case, partner)),
        "cautions": cautions.by_hand(case=case, partner=partner, at=timezone.now()),
        "form": form,
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/route_by_hand.html", context, status=status)


def _read(request: SignedInRequest, case: Case) -> None:
    record(
        action="case.read",
        actor=request.user,
        object_kind="case",
        object_id=case.pk,
        at=timezone.now(),
        detail={"page": "route_by_hand"},
    )
