"""The page on which somebody decides what a partner is told: what we know, beside what the partner would see."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from incidents.models import Case
from partners.disclosing.offering import Offer
from partners.forms.staff_sharing import SharingForm
from partners.models import Partner, Referral
from partners.sharing.sharing import Wish, seen_by_partner, to_be
from partners.sharing.text_check import Caution, TextCheck, digest, unseen
from partners.views import refused_fields
from partners.views.looks import looked_at
from safetyportal.policy.requests import SignedInRequest
from safetyportal.privacy.masking import leave_out, mask

SUMMARY = "summary"


class SharingPage:
    """What the pages of a proposal and of choosing by hand have in common."""

    def __init__(
        self,
        request: SignedInRequest,
        *,
        case: Case,
        partner: Partner,
        action: str,
        stands: Referral | None = None,
    ) -> None:
        self.request, self.case, self.partner, self.action = request, case, partner, action
        self.stands = stands
        self.offer = Offer(case=case, partner=partner)
        self.check = TextCheck(case=case, partner=partner)

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> SharingForm:
        return SharingForm(data, initial=initial, offer=self.offer)

    @property
    def only_looks(self) -> bool:
        """Nothing is to be released: somebody wants to see what it would be, or leaves a word out."""
        return "preview" in self.request.POST or "mask" in self.request.POST

    def looked(self) -> tuple[SharingForm, Wish]:
        """The form as it was typed, with the word left out that was asked for; nothing is wrong with it yet."""
        data = self.request.POST.copy()
        if "mask" in data:
            self._leave_out(data)
        checked = self.form(data)
        checked.is_valid()
        typed = {
            name: data.getlist(name) if name == "fields_shown" else data.get(name, "")
            for name in checked.fields
        }
        return self.form(initial=typed), checked.wish()

    def unseen(self, wish: Wish) -> bool:
        """Whether there is something to look at that was not shown to whoever sent this."""
        return unseen(self.cautions(wish), self.request.POST.get("seen"))

    def cautions(self, wish: Wish) -> list[Caution]:
        return self.check.cautions(self._texts(wish))

    def context(self, form: SharingForm, wish: Wish) -> dict[str, Any]:
        mode = Referral.Mode.AUTOMATIC if self.partner.is_internal else Referral.Mode.HOLD
        referral = to_be(
            case=self.case,
            partner=self.partner,
            wish=wish,
            by=self.request.user,
            stands=self.stands,
            mode=mode,
        )
        found = self.cautions(wish)
        return {
            "case": self.case,
            "partner": self.partner,
            "offer": self.offer,
            "form": form,
            "action": self.action,
            "shown": seen_by_partner(referral),
            "found": found,
            "seen": digest(found),
            "form_id": "sharing",
            "section": "inbox",
        }

    def part(self) -> HttpResponse | None:
        """For the script of the page, which only wants the half that changes."""
        if self.request.headers.get("X-Part") != "preview":
            return None
        looked_at(self.request, case_id=self.case.pk, page="preview", partner=self.partner.code)
        return render(self.request, "staff/parts/to_be_seen.html", self.context(*self.looked()))

    def refused(self, form: SharingForm, referral_id: UUID | None = None) -> None:
        refused_fields.write_down(self.request, case_id=self.case.pk, form=form, referral_id=referral_id)

    def _texts(self, wish: Wish) -> list[tuple[str, str]]:
        entries = {one.pk: one.text for one in self.offer.lines}
        lines = [
            (f"line-{one.entry_id}", leave_out(entries[one.entry_id], one.left_out)) for one in wish.lines
        ]
        return [(SUMMARY, wish.summary), *lines]

    def _leave_out(self, data: QueryDict) -> None:
        checked = self.form(data)
        checked.is_valid()
        wish = checked.wish()
        asked = str(data["mask"])
        for where, text in self._texts(wish):
            one = self.check.finding(where, text, asked)
            if one is None:
                continue
            if where == SUMMARY:
                data[SUMMARY] = mask(text, one)
            else:
                name = f"left_out_{where.removeprefix('line-')}"
                data[name] = ", ".join(filter(None, [data.get(name, "").strip(), one.word]))
