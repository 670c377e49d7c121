from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.notices import mail_test
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("setup.test_mail")
def setup_test_mail(request: SignedInRequest) -> HttpResponse:
    try:
        mail_test.send_test(by=request.user, at=timezone.now())
    except mail_test.OneWaits:
        messages.warning(request, _("De vorige proefmail is nog onderweg. Wacht even."))
    else:
        messages.success(request, _("De proefmail is op weg. Laad deze pagina zo opnieuw."))
    return redirect("setup_checklist")
