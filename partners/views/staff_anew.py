"""A partner that has a case in hand is told more of it; or gets it on another ground, after its covenant ended or when the case
became protected or of another kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.at_work.sharing_anew import share_anew
from partners.disclosing import agreements, cautions
from partners.forms.staff_sharing import SharingForm
from partners.models import Referral
from partners.models.referral_words import IN_QUEUE, Ground
from partners.sharing.sharing import Chosen, Wish
from partners.views.looks import looked_at
from partners.views.sharing_page import SharingPage
from partners.views.staff_proposal import CASE_PARTS, REFUSALS, said_no
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest
from safetyportal.privacy.masking import leave_out, left_out


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
        told = _told(page, referral)
        return _page(
            page, referral, page.form(initial=told.typed), told.wish, 200 if _waits(referral) else 409
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
    messages.success(
        request, _("Gedeeld. {partner} ziet nu wat u koos.").format(partner=referral.partner.name)
    )
    return redirect("case_sharing", referral.case.number)


class AnewPage(SharingPage):
    """A covenant that is over is not offered as a ground."""

    @cached_property
    def is_unseen(self) -> bool:
        """The partner lost sight of what it has in hand."""
        out = Referral.objects.out_of_sight(timezone.now())
        return self.stands is not None and out.filter(pk=self.stands.pk).exists()

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> SharingForm:
        form = super().form(data, initial)
        if not agreements.lets_go(partner=self.partner, on=timezone.localdate()):
            form.fields["ground"].choices = [  # type: ignore[attr-defined]
                (code, label) for code, label in Ground.choices if code != Ground.COVENANT
            ]
        return form


@dataclass(frozen=True)
class Told:
    """What this partner was told before, to begin with: as it would be typed, and as what goes along."""

    typed: dict[str, Any]
    wish: Wish


def _told(page: AnewPage, referral: Referral) -> Told:
    """Where the ground does not hold any more another is chosen, with its own reasons."""
    ground = "" if page.is_unseen else referral.ground
    fields = [one.field for one in page.offer.choosable if one.field in referral.fields]
    typed: dict[str, Any] = {
        "summary": referral.summary,
        "fields_shown": fields,
        "ground": ground,
        "ground_text": referral.ground_text if ground else "",
    }
    kept = dict(referral.lines.values_list("entry", "text"))
    lines = []
    for entry in page.offer.lines:
        words = ", ".join(left_out(entry.text, kept.get(entry.pk, "")))
        if leave_out(entry.text, words.split(",")) == kept.get(entry.pk):
            typed |= {f"line_{entry.pk}": True, f"left_out_{entry.pk}": words}
            lines.append(Chosen(entry.pk, tuple(words.split(","))))
    wish = Wish(tuple(fields), referral.summary, Ground(ground) if ground else None, tuple(lines))
    return Told(typed, wish)


def _waits(referral: Referral) -> bool:
    return referral.state in IN_QUEUE and referral.case.is_open


def _page(
    page: AnewPage,
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
        "is_unseen": page.is_unseen,
        "cautions": cautions.by_hand(case=referral.case, partner=referral.partner, at=timezone.now()),
        "look": look,
        "has_errors": status != 200,
    }
    return render(request, "staff/share_anew.html", context, status=status)
