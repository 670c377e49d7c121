"""The pages on the people of a partner or desk, the same on both sides of the house but for the frame around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.forms.members import MemberForm
from partners.models import Membership, Partner
from partners.staffing import members, roster
from safetyportal.people import inviting
from safetyportal.people.standing import LastAdministrator
from safetyportal.policy.gate import may
from safetyportal.policy.requests import SignedInRequest

STEPS = ("end", "admin", "unadmin")


@dataclass(frozen=True)
class Door:
    """`name` begins the names of its actions and URLs; `account` is the action on somebody's account."""

    name: str
    account: str
    frame: str
    section: str
    # What of somebody's account is done here; on the staff's side that has pages of its own.
    steps: tuple[str, ...] = STEPS

    def url(self, page: str, *args: object) -> str:
        return reverse(f"{self.name}_{page}", args=args)

    def place(self, request: SignedInRequest, action: str, code: str) -> Partner:
        return get_object_or_404(Partner.objects.for_(request.user, f"{self.name}.{action}"), code=code)

    def member(self, request: SignedInRequest, action: str, code: str, key: int) -> Membership:
        found = Membership.objects.for_(request.user, action).select_related("user", "partner")
        return get_object_or_404(found, pk=key, partner__code=code)

    def around(self, partner: Partner) -> dict[str, Any]:
        return {
            "frame": self.frame,
            "section": self.section,
            "partner": partner,
            "list_url": self.url("list", partner.code),
        }


def people(
    request: SignedInRequest, door: Door, partner: Partner, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    typed = request.GET.get("after", "")
    after = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else None
    found = Membership.objects.for_(request.user, f"{door.name}.list").filter(partner=partner)
    page = roster.page(found=found, actor=request.user, after=after)
    context = {
        **door.around(partner),
        "rows": [(one, door.url("page", partner.code, one.key)) for one in page.lines],
        "invite_url": door.url("invite", partner.code),
        "next_url": f"?after={page.after}" if page.after else "",
        **more,
    }
    return render(request, "partner/people/list.html", context, status=status)


def invite(request: SignedInRequest, door: Door, partner: Partner, taken: str) -> HttpResponse:
    """`taken` is what to say when the address has an account."""
    form = MemberForm(request.POST or None, has_admins=not partner.is_internal)
    if request.method != "POST":
        return _invite_page(request, door, partner, form, 200)
    if not form.is_valid():
        return _invite_page(request, door, partner, form, 422)
    try:
        made = members.invite_member(
            partner=partner,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            is_admin=form.cleaned_data.get("may") == "admin",
            by=request.user,
            at=timezone.now(),
        )
    except inviting.AlreadyThere:
        form.add_error("email", taken)
        return _invite_page(request, door, partner, form, 409)
    except members.NotTheirs as refusal:
        raise Http404 from refusal
    messages.success(request, _("De uitnodiging is onderweg. De link werkt 24 uur."))
    return redirect(door.url("page", partner.code, made.pk))


def person(request: SignedInRequest, door: Door, membership: Membership) -> HttpResponse:
    partner, key = membership.partner, membership.pk
    own = Membership.objects.for_(request.user, door.account)
    context = {
        **door.around(partner),
        "line": roster.line(membership=membership, actor=request.user),
        "account_url": reverse("person_page", args=[membership.user_id])
        if may("person.read", request.user)
        else "",
        "may_account": own.filter(pk=key).exists(),
        **{f"{step}_url": door.url(step, partner.code, key) for step in door.steps},
    }
    return render(request, "partner/people/person.html", context)


def ask(request: SignedInRequest, door: Door, membership: Membership, template: str) -> HttpResponse:
    """The page before something is taken away; it says what will happen."""
    now = timezone.now()
    others = Membership.objects.current(timezone.localdate(now)).filter(partner=membership.partner)
    context = {
        **door.around(membership.partner),
        "person": membership.user,
        "closes": not membership.partner.is_internal
        and not members.works_elsewhere(membership=membership, at=now),
        "is_last": not others.exclude(pk=membership.pk).filter(user__is_active=True).exists(),
        "person_url": door.url("page", membership.partner.code, membership.pk),
    }
    return render(request, template, context)


def do(
    request: SignedInRequest, door: Door, membership: Membership, verb: Callable[..., Any], done: str
) -> HttpResponse:
    """One verb on somebody who works here, and back to their page, or to the list when they are gone."""
    partner = membership.partner
    try:
        verb(membership=membership, by=request.user, at=timezone.now())
    except (members.NotTheirs, members.DoesNotFit) as refusal:
        raise Http404 from refusal
    except LastAdministrator:
        messages.error(request, _("Dit kan niet: er moet altijd een systeembeheerder zijn."))
    except members.Gone:
        messages.warning(request, _("Deze persoon werkt hier al niet meer."))
        return redirect(door.url("list", partner.code))
    except inviting.NotNow:
        messages.warning(request, _("Dit kan nu niet. Kijk hieronder hoe het met dit account staat."))
    else:
        messages.success(request, done)
    still = Membership.objects.for_(request.user, f"{door.name}.manage").filter(pk=membership.pk).exists()
    where = door.url("page", partner.code, membership.pk) if still else door.url("list", partner.code)
    return redirect(where)


def _invite_page(
    request: SignedInRequest, door: Door, partner: Partner, form: MemberForm, status: int
) -> HttpResponse:
    context = {**door.around(partner), "form": form}
    return render(request, "partner/people/invite.html", context, status=status)
