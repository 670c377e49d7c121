"""For the privacy officer: who looked at a case, and at what a person looked. Looking here is written down too."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from incidents.models import Case
from incidents.models.conflict import kept_out
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.desk import access_log as log
from safetyportal.desk.access_form import AccessForm
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

SECTION = "access_log"


@action("audit.read")
def access_log(request: SignedInRequest) -> HttpResponse:
    """What is looked for is posted, because an address in a URL ends up in logs; then the page of that case or person."""
    if request.method == "POST":
        form = AccessForm(request.POST, actor=request.user)
        if form.is_valid():
            return redirect(f"{reverse('access_log')}?{urlencode(form.subject())}")
        return render(request, "staff/access_log.html", {"form": form, "section": SECTION}, status=422)
    number, who = request.GET.get("zaak", ""), _key(request.GET.get("wie", ""))
    if not number and not who:
        form = AccessForm(actor=request.user)
        return render(request, "staff/access_log.html", {"form": form, "section": SECTION})
    return _page(request, number, who)


def _page(request: SignedInRequest, number: str, who: int | None) -> HttpResponse:
    case, person = None, None
    if number:
        case = get_object_or_404(Case.objects.exclude(kept_out(request.user)), number=number)
        events, kind, key = log.of_case(case), "case", case.pk
    else:
        person = get_object_or_404(User, pk=who)
        events, kind, key = log.of_person(person), "user", person.pk
    record(action="audit.read", actor=request.user, object_kind=kind, object_id=key, at=timezone.now())
    what = request.GET.get("wat", "")
    page = log.page(events=events, what=what, before=_key(request.GET.get("voor", "")), actor=request.user)
    subject = {"zaak": number} if number else {"wie": str(who)}
    context = {
        "case": case,
        "person": person,
        "page": page,
        "choices": [
            (f"?{urlencode({**subject, **({'wat': code} if code else {})})}", label, code == what)
            for code, label in log.choices()
        ],
        "next_url": f"?{urlencode({**subject, 'wat': what, 'voor': str(page.before)})}"
        if page.before
        else "",
        "form": AccessForm(actor=request.user),
        "section": SECTION,
    }
    return render(request, "staff/access_log.html", context)


def _key(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else None
