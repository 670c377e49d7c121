"""One's own account: where one is signed in."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from safetyportal.accounts.second_factor import only_here
from safetyportal.people.browsers import words_for
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("account.use")
def account_home(request: SignedInRequest) -> HttpResponse:
    return render(request, "account/home.html")


@action("account.use")
def account_sessions(request: SignedInRequest) -> HttpResponse:
    """Sessions that are over are forgotten here and at each sign-in."""
    current = request.session.session_key
    found = sorted(
        UserSession.objects.purge_and_list(request.user), key=lambda one: one.created_at, reverse=True
    )
    rows = [(one.pk, one.created_at, words_for(one.user_agent), one.session_key == current) for one in found]
    return render(request, "account/sessions.html", {"rows": rows})


@action("account.use")
def account_session_end(request: SignedInRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        session = get_object_or_404(UserSession, pk=pk, user=request.user)
        session.end()
        messages.success(request, _("Dat apparaat is uitgelogd."))
    return redirect("account_sessions")


@action("account.use")
def account_sessions_end_others(request: SignedInRequest) -> HttpResponse:
    if request.method == "POST":
        only_here(request)
        messages.success(request, _("U bent nu alleen nog hier ingelogd."))
    return redirect("account_sessions")
