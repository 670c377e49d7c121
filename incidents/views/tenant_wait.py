"""Too many in one hour: the same page again, with what was typed, and from when it goes on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from safetyportal.texts.templatetags.portal import time_of_day


def wait(
    request: HttpRequest,
    template: str,
    *,
    form: forms.Form,
    why: str | Promise,
    until: datetime,
    context: dict[str, Any],
) -> HttpResponse:
    form.full_clean()
    form.add_error(None, f"{why} {go_on(until)}")
    said = {"form": form, "until": until, "form_error_title": _("Dit kan nu even niet")}
    return told(render(request, template, {**context, **said}, status=429), until)


def go_on(until: datetime) -> str:
    return _("Vanaf %(time)s kunt u het weer proberen.") % {"time": time_of_day(until)}


def told(response: HttpResponse, until: datetime) -> HttpResponse:
    """The same for programs."""
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    response.headers["Retry-After"] = str(seconds)
    return response
