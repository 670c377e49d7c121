"""What becomes of an e-mail: a new report, a line in a case, or nothing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.entry import mails
from incidents.entry.mails import Held
from incidents.evidence import listing
from incidents.forms.staff_mail import CaseNumberForm, MailForm
from incidents.intake import drafts
from incidents.models import Case, Evidence
from incidents.views.late import not_now
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest
from safetyportal.throttle.clients import client_key


@action("report.take_mail")
def mail_new(request: SignedInRequest) -> HttpResponse:
    form = MailForm(request.POST, request.FILES) if request.method == "POST" else MailForm()
    if not form.is_valid() or form.mail is None:
        status = 422 if form.is_bound else 200
        return render(request, "staff/mail/new.html", {"form": form, "section": "entry"}, status=status)
    held = mails.hold(mail=form.mail, by=request.user, client=client_key(request), at=timezone.now())
    return redirect("mail_page", held.key)


@action("report.take_mail")
def mail_page(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What to do with it; a post throws it away."""
    held = _own(request, key)
    if request.method == "POST":
        drafts.discard(draft_id=held.key)
        messages.info(request, _("De e-mail is weggegooid."))
        return redirect("mail_new")
    return _page(request, held, CaseNumberForm())


@action("case.add_mail")
def mail_to_case(request: SignedInRequest, key: UUID) -> HttpResponse:
    held = _own(request, key)
    form = CaseNumberForm(request.POST)
    if not form.is_valid():
        return _page(request, held, form, status=422)
    number = form.cleaned_data["number"]
    case = Case.objects.for_(request.user, "case.add_mail").filter(number=number).first()
    if case is None:
        form.add_error("number", _("Deze zaak is er niet, of is niet van uw team."))
        return _page(request, held, form, status=422)
    try:
        mails.add_to_case(case=case, held=held, by=request.user, at=timezone.now())
    except NotNow as refusal:
        form.add_error(None, not_now(refusal))
        return _page(request, held, form, status=409)
    messages.success(request, _("De e-mail staat in de tijdlijn."))
    return redirect("case_page", number)


def _own(request: SignedInRequest, key: UUID) -> Held:
    held = mails.find(key=key, by=request.user)
    if held is None:
        raise Http404
    return held


def _page(request: SignedInRequest, held: Held, form: CaseNumberForm, status: int = 200) -> HttpResponse:
    context = {
        "held": held,
        "form": form,
        "files": listing.shown(Evidence.objects.filter(draft=held.key).select_related("scan")),
        "may_add": may("case.add_mail", request.user),
        "section": "entry",
    }
    return render(request, "staff/mail/page.html", context, status=status)
