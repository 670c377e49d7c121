"""Putting somebody out, back in, or back to the start: each with a page that says what will happen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.accounts.models import User
from safetyportal.people import closing, inviting, leaving, resetting
from safetyportal.people.standing import LastAdministrator
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("person.close")
def person_disable(request: SignedInRequest, pk: int) -> HttpResponse:
    user = _managed(request, pk)
    if request.method != "POST":
        context = {"person": user, "left": leaving.left_by(user), "section": "people"}
        return render(request, "staff/people/disable.html", context)
    now = timezone.now()
    try:
        closing.disable(user=user, by=request.user, at=now)
    except LastAdministrator:
        messages.error(request, _("Dit kan niet: er moet altijd een systeembeheerder zijn."))
    else:
        # At once, and not when the clock comes round.
        leaving.look_again(at=now)
        messages.success(request, _("Het account is uitgezet. Wie nog was ingelogd, is er nu uit."))
    return redirect("person_page", pk)


@action("person.close")
def person_reset(request: SignedInRequest, pk: int) -> HttpResponse:
    user = _managed(request, pk)
    if request.method != "POST":
        return render(request, "staff/people/reset.html", {"person": user, "section": "people"})
    try:
        resetting.reset(user=user, by=request.user, at=timezone.now())
    except inviting.NotNow:
        messages.error(request, _("Dit account is uitgezet. Zet het eerst weer aan."))
    else:
        messages.success(
            request, _("Een link is onderweg naar de mailbox van deze persoon. Die werkt 15 minuten.")
        )
    return redirect("person_page", pk)


@action("person.manage")
def person_enable(request: SignedInRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    closing.enable(user=_managed(request, pk), by=request.user, at=now)
    leaving.look_again(at=now)
    messages.success(request, _("Het account is weer aan."))
    return redirect("person_page", pk)


@action("person.manage")
def person_invite_again(request: SignedInRequest, pk: int) -> HttpResponse:
    try:
        inviting.invite_again(user=_managed(request, pk), by=request.user, at=timezone.now())
    except inviting.NotNow:
        messages.warning(request, _("Deze persoon is al binnen, of het account is uitgezet."))
    else:
        messages.success(request, _("Een nieuwe link is onderweg. De vorige werkt niet meer."))
    return redirect("person_page", pk)


@action("person.manage")
def person_end_sessions(request: SignedInRequest, pk: int) -> HttpResponse:
    closing.end_sessions(user=_managed(request, pk), by=request.user, at=timezone.now())
    messages.success(request, _("Deze persoon is overal uitgelogd."))
    return redirect("person_page", pk)


def _managed(request: SignedInRequest, pk: int) -> User:
    return get_object_or_404(User.objects.for_(request.user, "person.manage"), pk=pk)
