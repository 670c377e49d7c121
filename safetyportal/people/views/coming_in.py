"""The pages behind a mailed link. Opening one changes nothing; the token leaves the address at once."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.people import forgetting, links
from safetyportal.people.forms import ForgottenForm, NewPasswordForm
from safetyportal.people.models import AccountLink
from safetyportal.policy.gate import action
from safetyportal.throttle.clients import client_key

KEPT = "account_link"


@action("public.read")
def link_open(request: HttpRequest, token: str) -> HttpResponse:
    """The session keeps the hash, and only of a link that opens something."""
    try:
        request.session[KEPT] = links.find(token_hash=links.hashed(token), at=timezone.now()).token_hash
    except links.LinkGone:
        return _gone(request)
    return redirect("link_use")


@action("public.write")
def link_use(request: HttpRequest) -> HttpResponse:
    try:
        link = links.find(token_hash=request.session.get(KEPT, ""), at=timezone.now())
    except links.LinkGone:
        return _gone(request)
    form = NewPasswordForm(request.POST or None, user=link.user)
    if request.method != "POST":
        return _page(request, link, form, 200)
    if not form.is_valid():
        return _page(request, link, form, 422)
    try:
        user = links.use(link=link, password=form.cleaned_data["password"], at=timezone.now())
    except links.LinkGone:
        return _gone(request)
    request.session.flush()
    if link.purpose == AccountLink.Purpose.PASSWORD:
        messages.success(request, _("Uw wachtwoord is bewaard. Log ermee in."))
        return redirect("account_login")
    # The mailbox and the new password were shown; the second factor is the next page where it is required.
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, user, method="password", reauthenticated=True)
    request.session.set_expiry(0)  # as after the sign-in page: until the browser closes
    UserSession.objects.create_from_request(request)
    return redirect("home_of_user")


@action("public.write")
def forgotten_password(request: HttpRequest) -> HttpResponse:
    form = ForgottenForm(request.POST or None)
    asked = request.method == "POST" and form.is_valid()
    if asked:
        forgetting.ask_new_password(
            email=form.cleaned_data["email"], client=client_key(request), at=timezone.now()
        )
    status = 422 if request.method == "POST" and not asked else 200
    return render(request, "account/forgotten_password.html", {"form": form, "asked": asked}, status=status)


def _page(request: HttpRequest, link: AccountLink, form: Any, status: int) -> HttpResponse:
    context = {"form": form, "link": link, "is_new": link.purpose == AccountLink.Purpose.INVITE}
    return render(request, "account/new_password.html", context, status=status)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "account/link_gone.html", status=410)
