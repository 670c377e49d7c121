from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.alarms import open_alarms
from partners.rules.rule_alarms import ABOUT_A_RULE
from safetyportal.notices import alarms
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("alarm.clear")
def alarm_clear(request: SignedInRequest, pk: int) -> HttpResponse:
    alarm = get_object_or_404(open_alarms(request.user).exclude(ABOUT_A_RULE), pk=pk)
    alarms.clear(alarm=alarm, by=request.user, at=timezone.now())
    messages.success(request, _("Het alarm is gezien."))
    return redirect("routing_overview")
