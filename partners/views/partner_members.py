"""A partner's administrator looks after the people of the own organisation."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from partners.models import Partner
from partners.staffing import members, roster
from partners.views import member_pages
from partners.views.member_pages import STEPS, Door
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

DOOR = Door("member", "member.account", "partner/base.html", "people", (*STEPS, "again", "reset"))


@action("member.list")
def member_places(request: SignedInRequest) -> HttpResponse:
    """On to the own partner; who looks after several chooses."""
    found = roster.own(found=Partner.objects.for_(request.user, "member.list"))
    if not found:
        raise Http404
    if len(found) == 1:
        return redirect("member_list", found[0].code)
    rows = [(one.name, DOOR.url("list", one.code)) for one in found]
    context = {"frame": DOOR.frame, "section": DOOR.section, "rows": rows}
    return render(request, "partner/people/choose.html", context)


@action("member.list")
def member_list(request: SignedInRequest, code: str) -> HttpResponse:
    partner = DOOR.place(request, "list", code)
    several = Partner.objects.for_(request.user, "member.list").exclude(pk=partner.pk).exists()
    others = {"others_url": DOOR.url("places") if several else "", "others_text": _("Andere organisaties")}
    return member_pages.people(request, DOOR, partner, others)


@action("member.invite")
def member_invite(request: SignedInRequest, code: str) -> HttpResponse:
    # Nobody here needs to learn whether the address is known, nor where.
    taken = _("Met dit e-mailadres kunt u niemand uitnodigen. Bel ons, dan kijken wij het na.")
    return member_pages.invite(request, DOOR, DOOR.place(request, "invite", code), taken)


@action("member.manage")
def member_page(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    return member_pages.person(request, DOOR, DOOR.member(request, "member.manage", code, key))


@action("member.manage")
def member_end(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "member.manage", code, key)
    if request.method != "POST":
        return member_pages.ask(request, DOOR, member, "partner/people/end.html")
    done = _("Deze persoon werkt hier niet meer. Dat geldt meteen.")
    return member_pages.do(request, DOOR, member, members.end_membership, done)


@action("member.act")
def member_admin(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "member.act", code, key)
    done = _("Deze persoon kan nu ook mensen uitnodigen en weghalen.")
    return member_pages.do(request, DOOR, member, members.make_admin, done)


@action("member.account")
def member_unadmin(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "member.account", code, key)
    if request.method != "POST":
        return member_pages.ask(request, DOOR, member, "partner/people/unadmin.html")
    done = _("Deze persoon kan geen mensen meer uitnodigen of weghalen.")
    return member_pages.do(request, DOOR, member, members.unmake_admin, done)


@action("member.act")
def member_again(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "member.act", code, key)
    done = _("Een nieuwe link is onderweg. De vorige werkt niet meer.")
    return member_pages.do(request, DOOR, member, members.invite_member_again, done)


@action("member.account")
def member_reset(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "member.account", code, key)
    if request.method != "POST":
        return member_pages.ask(request, DOOR, member, "partner/people/reset.html")
    done = _("Een link is onderweg naar de mailbox van deze persoon. Die werkt 15 minuten.")
    return member_pages.do(request, DOOR, member, members.reset_member, done)
