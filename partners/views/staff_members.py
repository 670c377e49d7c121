"""A system administrator looks after the people of every partner and desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.forms.members import AddForm
from partners.models import Partner
from partners.staffing import members, roster
from partners.views import member_pages
from partners.views.member_pages import Door
from safetyportal.accounts.models import User
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

DOOR = Door("desk", "desk.manage", "staff/base.html", "partners")


@action("desk.list")
def desk_places(request: SignedInRequest) -> HttpResponse:
    found = Partner.objects.for_(request.user, "desk.list")
    places = roster.places(found=found, on=timezone.localdate())
    context = {
        "outside": [one for one in places if not one.is_internal],
        "desks": [one for one in places if one.is_internal],
        "section": DOOR.section,
    }
    return render(request, "staff/desks.html", context)


@action("desk.list")
def desk_list(request: SignedInRequest, code: str) -> HttpResponse:
    partner = DOOR.place(request, "list", code)
    return _list(request, partner, AddForm(action=DOOR.url("add", code)), 200)


@action("desk.invite")
def desk_invite(request: SignedInRequest, code: str) -> HttpResponse:
    taken = _("Er is al een account met dit e-mailadres. Voeg dat toe op de pagina hiervoor.")
    return member_pages.invite(request, DOOR, DOOR.place(request, "invite", code), taken)


@action("desk.add")
def desk_add(request: SignedInRequest, code: str) -> HttpResponse:
    partner = DOOR.place(request, "add", code)
    form = AddForm(request.POST, action=DOOR.url("add", code))
    if not form.is_valid():
        return _list(request, partner, form, 422)
    user = User.objects.for_(request.user, "person.read").filter(email=form.cleaned_data["email"]).first()
    try:
        if user is None:
            raise members.DoesNotFit
        made = members.add_member(partner=partner, user=user, by=request.user, at=timezone.now())
    except members.DoesNotFit:
        form.add_error("email", _not_found(partner))
        return _list(request, partner, form, 422)
    except members.AlreadyThere:
        form.add_error("email", _("Deze persoon werkt hier al."))
        return _list(request, partner, form, 409)
    except members.NotTheirs as refusal:
        raise Http404 from refusal
    messages.success(request, _("Toegevoegd. De werklijst gaat voor deze persoon meteen open."))
    return redirect("desk_page", code, made.pk)


@action("desk.manage")
def desk_page(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    return member_pages.person(request, DOOR, DOOR.member(request, "desk.manage", code, key))


@action("desk.manage")
def desk_end(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "desk.manage", code, key)
    if request.method != "POST":
        return member_pages.ask(request, DOOR, member, "partner/people/end.html")
    done = _("Deze persoon werkt hier niet meer. Dat geldt meteen.")
    return member_pages.do(request, DOOR, member, members.end_membership, done)


@action("desk.act")
def desk_admin(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "desk.act", code, key)
    done = _("Deze persoon kan nu ook mensen uitnodigen en weghalen.")
    return member_pages.do(request, DOOR, member, members.make_admin, done)


@action("desk.manage")
def desk_unadmin(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    member = DOOR.member(request, "desk.manage", code, key)
    if request.method != "POST":
        return member_pages.ask(request, DOOR, member, "partner/people/unadmin.html")
    done = _("Deze persoon kan geen mensen meer uitnodigen of weghalen.")
    return member_pages.do(request, DOOR, member, members.unmake_admin, done)


def _list(request: SignedInRequest, partner: Partner, form: AddForm, status: int) -> HttpResponse:
    more = {"form": form, "others_url": DOOR.url("places"), "others_text": _("Partners en afdelingen")}
    return member_pages.people(request, DOOR, partner, more, status)


def _not_found(partner: Partner) -> str:
    if partner.is_internal:
        return _("Er is geen medewerker met dit e-mailadres die kan inloggen. Nodig deze persoon uit.")
    return _("Er is geen ketenpartner met dit e-mailadres die kan inloggen. Nodig deze persoon uit.")
