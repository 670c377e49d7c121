from __future__ import annotations

from django.http import HttpRequest

from safetyportal.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request past PolicyMiddleware at a door for signed-in people: somebody is there, with the right to come in."""

    user: User
