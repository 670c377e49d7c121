"""A partner that has a case in hand gets it on another ground: after its covenant ended, or when the case became protected."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners import cautions
from partners.forms.staff_sharing import SharingForm
from partners.models import Covenant, Referral
from partners.models.referral_words import IN_QUEUE, Ground
from partners.sharing import Wish
from partners.sharing_anew import share_anew
from partners.views.looks import looked_at
from partners.views.sharing_page import SharingPage
from partners.views.staff_proposal import CASE_PARTS, REFUSALS, said_no
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("referral.release")
def referral_anew(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    own = Referral.objects.for_(request.user, "referral.release").filter(
        partner__is_internal=False, released_at__isnull=False
    )
    parts = ("partner", *(f"case__{part}" for part in CASE_PARTS))
    referral = get_object_or_404(own.select_related(*parts), pk=referral_id)
    page = AnewPage(
        request,
        case=referral.case,
        partner=referral.partner,
        action=reverse("referral_anew", args=[referral.pk]),
        stands=referral,
    )
    if request.method != "POST":
        return _page(
            page,
            referral,
            page.form(initial=_had(referral)),
            _told(referral),
            200 if _waits(referral) else 409,
        )
    if page.only_looks:
        return page.part() or _page(page, referral, *page.looked())
    form = page.form(request.POST)
    if not form.is_valid():
        page.refused(form, referral.pk)
        return _page(page, referral, form, form.wish(), 422)
    if page.unseen(form.wish()):
        return _page(page, referral, *page.looked(), look=True)
    try:
        share_anew(referral=referral, **form.decided(), by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        form.add_error(None, said_no(refusal))
        return _page(page, referral, form, form.wish(), 409)
    messages.success(request, _("Gedeeld. {partner} ziet de zaak nu.").format(partner=referral.partner.name))
    return redirect("case_sharing", referral.case.number)


class AnewPage(SharingPage):
    """A covenant that is over is not offered as a ground."""

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> SharingForm:
        form = super().form(data, initial)
        today = timezone.localdate()
        if not Covenant.objects.in_force(today).filter(partner=self.partner).exists():
            form.fields["ground"].choices = [  # type: ignore[attr-defined]
                (code, label) for code, label in Ground.choices if code != Ground.COVENANT
            ]
        return form


def _had(referral: Referral) -> dict[str, Any]:
    """What this partner was told before, to begin with; lines of the diary are chosen again."""
    return {"summary": referral.summary, "fields_shown": referral.fields}


def _told(referral: Referral) -> Wish:
    return Wish(tuple(referral.fields), referral.summary)


def _waits(referral: Referral) -> bool:
    return referral.state in IN_QUEUE and referral.case.is_open


def _page(
    page: SharingPage,
    referral: Referral,
    form: SharingForm,
    wish: Wish,
    status: int = 200,
    *,
    look: bool = False,
) -> HttpResponse:
    request = page.request
    looked_at(request, case_id=referral.case_id, page="anew", referral_id=referral.pk)
    context = {
        **page.context(form, wish),
        "waits": _waits(referral),
        "cautions": cautions.by_hand(case=referral.case, partner=referral.partner, at=timezone.now()),
        "look": look,
        "has_errors": status != 200,
    }
    return render(request, "staff/share_anew.html", context, status=status)
