"""Where somebody comes after signing in, and whom to ask when that does not work."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from safetyportal.policy.gate import action, may

# The first that this person may open, and that this process has, is home.
HOMES = (
    ("case.list", "staff_inbox"),
    ("referral.list", "partner_queue"),
    ("routing.overview", "routing_overview"),
    ("person.list", "people_list"),
    ("audit.read", "access_log"),
    ("conflict.manage", "conflict_list"),
)


@action("account.use")
def home_of_user(request: HttpRequest) -> HttpResponse:
    """On to one's own work; who has none here yet gets a page that says so."""
    for name, url_name in HOMES:
        if may(name, request.user):
            try:
                return redirect(reverse(url_name))
            except NoReverseMatch:
                continue
    return render(request, "account/no_work.html")
