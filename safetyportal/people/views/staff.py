"""People and their roles, for system administrators and for leads of their own teams."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Audience
from safetyportal.accounts.second_factor import has_factor
from safetyportal.people import directory, granting, inviting
from safetyportal.people.forms import GrantForm, InviteForm, SearchForm, read_role
from safetyportal.people.standing import LastAdministrator
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest


@action("person.list")
def people_list(request: SignedInRequest) -> HttpResponse:
    searched = request.method == "POST"
    form = SearchForm(request.POST if searched else None)
    words = form.cleaned_data["words"] if searched and form.is_valid() else ""
    after = request.GET.get("after", "")
    page = directory.page(
        people=User.objects.for_(request.user, "person.list"),
        words=words,
        after=int(after) if after.isascii() and after.isdigit() and len(after) < 18 else None,
    )
    context = {
        "page": page,
        "form": form,
        "words": words,
        "next_url": f"?after={page.after}" if page.after and not words else "",
        "section": "people",
    }
    return render(request, "staff/people/list.html", context)


@action("person.invite")
def people_invite(request: SignedInRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, actor=request.user)
    if request.method != "POST":
        return _invite_page(request, form, 200)
    if not form.is_valid():
        return _invite_page(request, form, 422)
    data = form.cleaned_data
    try:
        user = inviting.invite(
            email=data["email"],
            name=data["name"],
            audience=Audience.STAFF,
            grants=[read_role(data["role"])],
            by=request.user,
            at=timezone.now(),
        )
    except inviting.AlreadyThere:
        form.add_error("email", _("Er is al een account met dit e-mailadres."))
        return _invite_page(request, form, 409)
    messages.success(request, _("De uitnodiging is onderweg. De link werkt 24 uur."))
    return redirect("person_page", user.pk)


@action("person.read")
def person_page(request: SignedInRequest, pk: int) -> HttpResponse:
    return _page(request, _managed(request, "person.read", pk), None, 200)


@action("person.manage")
def person_grant(request: SignedInRequest, pk: int) -> HttpResponse:
    user = _managed(request, "person.manage", pk)
    form = GrantForm(request.POST, actor=request.user, user=user)
    if not form.is_valid():
        return _page(request, user, form, 422)
    role, team = read_role(form.cleaned_data["role"])
    try:
        given = granting.grant(user=user, role=role, team=team, by=request.user, at=timezone.now())
    except granting.AlreadyHeld:
        form.add_error("role", _("Deze persoon heeft deze rol al."))
        return _page(request, user, form, 409)
    except granting.RoleDoesNotFit:
        form.add_error("role", _("Deze rol past niet bij dit account."))
        return _page(request, user, form, 422)
    if given.waiting:
        messages.warning(request, _("Deze rol geldt pas als een tweede beheerder akkoord geeft."))
    else:
        messages.success(request, _("De rol is gegeven."))
    return redirect("person_page", pk)


@action("person.manage")
def person_revoke(request: SignedInRequest, pk: int, grant: int) -> HttpResponse:
    user = _managed(request, "person.manage", pk)
    given = get_object_or_404(RoleGrant.objects.select_related("user"), pk=grant, user=user)
    if not granting.may_take(given, request.user):
        raise PermissionDenied
    try:
        granting.revoke(given=given, by=request.user, at=timezone.now())
    except LastAdministrator:
        messages.error(request, _("Dit kan niet: er moet altijd een systeembeheerder zijn."))
    else:
        messages.success(request, _("De rol is weg. Dat geldt meteen."))
    return redirect(_after(request, pk))


@action("person.confirm")
def person_confirm(request: SignedInRequest, pk: int, grant: int) -> HttpResponse:
    user = _managed(request, "person.confirm", pk)
    given = get_object_or_404(RoleGrant, pk=grant, user=user)
    try:
        granting.confirm(given=given, by=request.user, at=timezone.now())
    except granting.NotConfirmable:
        messages.error(request, _("Iemand anders dan de gever moet akkoord geven."))
    else:
        messages.success(request, _("De rol geldt nu."))
    return redirect("person_page", pk)


def _managed(request: SignedInRequest, name: str, pk: int) -> User:
    return get_object_or_404(User.objects.for_(request.user, name), pk=pk)


def _after(request: SignedInRequest, pk: int) -> str:
    """A lead who took away the last role in the own teams no longer looks after this person."""
    still = User.objects.for_(request.user, "person.read").filter(pk=pk).exists()
    return f"/werk/beheer/mensen/{pk}/" if still else "people_list"


def _invite_page(request: SignedInRequest, form: InviteForm, status: int) -> HttpResponse:
    return render(request, "staff/people/invite.html", {"form": form, "section": "people"}, status=status)


def _page(request: SignedInRequest, user: User, form: GrantForm | None, status: int) -> HttpResponse:
    state, tone = directory.state_of(user)
    context = {
        "person": user,
        "state": state,
        "tone": tone,
        "has_factor": has_factor(user),
        "grants": [
            (one, granting.may_take(one, request.user))
            for one in user.role_grants.select_related("team", "granted_by").order_by("role", "team")
        ],
        "may_confirm": may("person.confirm", request.user),
        "form": form
        or (GrantForm(actor=request.user, user=user) if user.audience == Audience.STAFF else None),
        "events": directory.events(user=user),
        "section": "people",
    }
    return render(request, "staff/people/person.html", context, status=status)
