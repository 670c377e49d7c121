"""A proposal, and the decision of a member of staff: release it on a ground, or do not share it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.disclosing import cautions
from partners.disclosing.agreements import NotNamed
from partners.disclosing.attachments import may_have
from partners.forms.staff_sharing import RefuseForm, SharingForm
from partners.models import Referral
from partners.models.referral_words import State
from partners.sharing import release_checks, releasing
from partners.sharing.sharing import FieldRefused, Wish
from partners.views.looks import looked_at
from partners.views.sharing_page import SharingPage
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

# What a verb of releasing may refuse; said_no says it in words.
REFUSALS = (
    release_checks.NotPossible, release_checks.NeedsSecondPerson, release_checks.NotThroughPortal, FieldRefused, NotNamed,
)  # fmt: skip
CASE_PARTS = ("kind", "complex", "entrance", "space", "about_home", "holder")


@action("referral.release")
def proposal_page(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(_proposals(request), pk=referral_id)
    page = _sharing(request, referral)
    if request.method != "POST":
        return _page(page, referral)
    if page.only_looks:
        return page.part() or _page(page, referral, *page.looked())
    form = page.form(request.POST)
    if not form.is_valid():
        page.refused(form, referral.pk)
        return _page(page, referral, form, form.wish(), status=422)
    if page.unseen(form.wish()):
        return _page(page, referral, *page.looked(), look=True)
    try:
        releasing.release(referral=referral, **form.decided(), by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        form.add_error(None, said_no(refusal))
        return _page(page, referral, form, form.wish(), status=409)
    messages.success(
        request, _("Vrijgegeven. {partner} ziet de zaak nu.").format(partner=referral.partner.name)
    )
    return redirect("case_page", referral.case.number)


@action("referral.release")
def proposal_refuse(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(_proposals(request), pk=referral_id)
    if request.method != "POST":
        return redirect("proposal_page", referral_id)
    form = _refuse_form(referral, request.POST)
    if not form.is_valid():
        return _page(_sharing(request, referral), referral, refuse_form=form, status=422)
    try:
        releasing.refuse(
            referral=referral, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
    except release_checks.NotPossible as refusal:
        form.add_error(None, said_no(refusal))
        return _page(_sharing(request, referral), referral, refuse_form=form, status=409)
    messages.success(request, _("Niet gedeeld met {partner}.").format(partner=referral.partner.name))
    return redirect("case_page", referral.case.number)


def said_no(refusal: Exception) -> str:
    """Why a verb of releasing refused, for the person who tried."""
    if isinstance(refusal, release_checks.NeedsSecondPerson):
        return _(
            "Dit gaat om een geheim adres of opvang. Een teamleider die de zaak niet zelf behandelt, moet vrijgeven. In een beschermde zaak doet een collega dat, die ook met beschermde zaken werkt."
        )
    if isinstance(refusal, (FieldRefused, NotNamed)):
        return str(refusal)
    if isinstance(refusal, release_checks.NotThroughPortal):
        return _("Deze soort gaat nooit via het portaal naar een ketenpartner. Bel zelf.")
    why = str(refusal)
    if why == "restricted":
        return _("Dit is een beschermde zaak. Die blijft bij de afdeling daarvoor.")
    if why == "open":
        return _("Deze zaak ligt al bij deze partner, of er wacht al een voorstel.")
    if why == "covenant":
        return _("Met deze partner is nu geen geldig convenant. Kies een andere grond, of deel niet.")
    if why == "reach":
        return _("Deze partner kan de zaak niet meer zien. Kijk bij Samenwerken waarom, en wat u kunt doen.")
    if why == "only kept":
        return _(
            "Een bewoner vroeg om de gegevens alleen te bewaren. Delen kan nu alleen met toestemming, bij levensgevaar of voor een rechtszaak."
        )
    if why == "closed":
        return _("De zaak is gesloten, of deze partner doet niet meer mee.")
    return _(
        "Iemand anders heeft dit voorstel net behandeld, of de zaak is gesloten. Er is niets gedeeld door u."
    )


def _proposals(request: SignedInRequest) -> QuerySet[Referral]:
    return Referral.objects.for_(request.user, "referral.release").select_related(
        "partner", "released_by", "answered_by", *(f"case__{part}" for part in CASE_PARTS)
    )


def _sharing(request: SignedInRequest, referral: Referral) -> SharingPage:
    return SharingPage(
        request,
        case=referral.case,
        partner=referral.partner,
        action=reverse("proposal_page", args=[referral.pk]),
        stands=referral,
    )


def _refuse_form(referral: Referral, data: object = None) -> RefuseForm:
    return RefuseForm(data, action=reverse("proposal_refuse", args=[referral.pk]))


def _page(
    page: SharingPage,
    referral: Referral,
    form: SharingForm | None = None,
    wish: Wish | None = None,
    *,
    refuse_form: RefuseForm | None = None,
    look: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page shows what a case holds, so each look is written down. What was typed comes back, also when it is too late."""
    looked_at(page.request, case_id=referral.case_id, page="proposal", referral_id=referral.pk)
    context = {
        **page.context(form or page.form(), wish or Wish()),
        "referral": referral,
        "cautions": cautions.of_proposal(referral=referral),
        "waits": form is not None
        or status != 200
        or (referral.state == State.PROPOSED and referral.case.is_open),
        "look": look,
        "may_have_files": may_have(referral.partner),
        "refuse_form": refuse_form or _refuse_form(referral),
        "has_errors": status != 200,
    }
    return render(page.request, "staff/proposal.html", context, status=status)
