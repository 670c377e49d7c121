from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import timezone

from safetyportal.accounts.models import User
from safetyportal.desk import checklist, installation
from safetyportal.desk.check import Check, State
from safetyportal.notices import mail_test
from safetyportal.policy.gate import action, allows
from safetyportal.policy.requests import SignedInRequest


@action("setup.read")
def setup_checklist(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    groups = checklist.groups(installation.read(at=now))
    lines = [line for group in groups for line in group.checks]
    context = {
        "groups": [
            (group.title, [(line, _link(line, request.user)) for line in group.checks]) for group in groups
        ],
        "todo": sum(line.state == State.TODO for line in lines),
        "unseen": sum(line.state == State.UNKNOWN for line in lines),
        "mail": mail_test.last(user=request.user),
        "section": "checklist",
    }
    return render(request, "staff/checklist.html", context)


def _link(line: Check, user: User) -> str:
    """Where it is mended, when that page is there and this person may open it."""
    if not line.where:
        return ""
    try:
        address = reverse(line.where)
    except NoReverseMatch:
        return ""
    rule: Any = getattr(resolve(address).func, "policy_rule", None)
    return address if rule is not None and allows(rule, user) else ""
