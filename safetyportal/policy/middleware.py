"""Default deny for every URL: a view without an action is refused, a person without the right too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from safetyportal.policy.actions import OPEN_SIDES, READ, Rule
from safetyportal.policy.gate import allows


class PolicyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        rule: Rule | None = getattr(view, "policy_rule", None)
        if rule is None:
            raise PermissionDenied("view without an action")
        if request.method not in rule.methods:
            return HttpResponseNotAllowed(sorted(rule.methods))
        if rule.side in OPEN_SIDES:
            return None
        user = request.user
        if not user.is_authenticated:
            # After a late post, the address may be one at which nothing can be read.
            return redirect_to_login(
                request.get_full_path() if rule.methods >= READ else reverse("home_of_user")
            )
        if lacks_second_factor(request):
            return redirect("mfa_index")
        if not allows(rule, user):
            raise PermissionDenied(view.policy_action)  # type: ignore[attr-defined]
        return None


# What opens to a password alone: choosing and setting up a second factor, and leaving.
SETTING_UP = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
    }
)


def lacks_second_factor(request: HttpRequest) -> bool:
    """With SECOND_FACTOR_REQUIRED on, nothing but setting one up opens to an account without it.

    Once a factor is there, signing in asks for it, and the sessions from before have ended (accounts.second_factor).
    """
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    from safetyportal.accounts.second_factor import (
        has_factor,
    )  # needs the models, which load after the settings

    match = request.resolver_match
    return (match is None or match.url_name not in SETTING_UP) and not has_factor(request.user)  # type: ignore[arg-type]
