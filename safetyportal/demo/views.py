from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from safetyportal.demo import mails
from safetyportal.policy.gate import action


@action("public.read")
def demo_mail(request: HttpRequest) -> HttpResponse:
    """What the demo would have sent. Only the demo has this page: a mail names who got it."""
    return render(request, "demo/mails.html", {"mails": mails.newest(settings.MAIL_FOLDER)})
