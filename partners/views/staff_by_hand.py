"""A person chooses the partner: first to whom, then on which ground and with what."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from incidents.models import Case
from partners.disclosing import cautions
from partners.disclosing.attachments import may_have
from partners.forms.staff_sharing import PartnerForm, SharingForm
from partners.models import Partner
from partners.sharing import release_checks, releasing
from partners.sharing.sharing import Wish
from partners.staffing.options import is_closed_to_partners, partners_for, that_have_it
from partners.views.looks import looked_at
from partners.views.sharing_page import SharingPage
from partners.views.staff_proposal import CASE_PARTS, REFUSALS, said_no
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
    page = _sharing(request, case, partner)
    if request.method != "POST":
        return _fill_in(page, page.form(), Wish())
    if page.only_looks:
        return page.part() or _fill_in(page, *page.looked())
    form = page.form(request.POST)
    if not form.is_valid():
        page.refused(form)
        return _fill_in(page, form, form.wish(), status=422)
    if page.unseen(form.wish()):
        return _fill_in(page, *page.looked(), look=True)
    try:
        made = releasing.route_by_hand(
            case=case, partner=partner, **form.decided(), by=request.user, at=timezone.now()
        )
    except release_checks.NotThroughPortal:
        return _choose(request, case, chosen, status=409)
    except REFUSALS as refusal:
        form.add_error(None, said_no(refusal))
        return _fill_in(page, form, form.wish(), status=409)
    messages.success(request, _("Doorverwezen. {partner} ziet de zaak nu.").format(partner=partner.name))
    if FILES in request.POST and may_have(partner):
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


def _sharing(request: SignedInRequest, case: Case, partner: Partner) -> SharingPage:
    address = reverse("route_by_hand", args=[case.number])
    return SharingPage(
        request, case=case, partner=partner, action=f"{address}?{urlencode({'to': partner.code})}"
    )


def _choose(request: SignedInRequest, case: Case, form: PartnerForm, status: int = 200) -> HttpResponse:
    looked_at(request, case_id=case.pk, page="route_by_hand")
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
    page: SharingPage, form: SharingForm, wish: Wish, *, look: bool = False, status: int = 200
) -> HttpResponse:
    looked_at(page.request, case_id=page.case.pk, page="route_by_hand")
    context = {
        **page.context(form, wish),
        "cautions": cautions.by_hand(case=page.case, partner=page.partner, at=timezone.now()),
        "look": look,
        "may_have_files": may_have(page.partner),
        "files_after": True,
        "has_errors": status != 200,
    }
    return render(page.request, "staff/route_by_hand.html", context, status=status)
