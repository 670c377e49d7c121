"""Being away: for oneself, and by a lead for the people of the team; and which mails one wants."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.people import absence, mail_wishes
from safetyportal.people.models import Absence
from safetyportal.people.own_forms import AbsenceForm, MailWishForm
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest
from safetyportal.texts.templatetags.portal import day


@action("account.away")
def own_absence(request: SignedInRequest) -> HttpResponse:
    return _absence(request, request.user, reverse("own_absence"))


@action("account.away")
def own_absence_end(request: SignedInRequest, pk: int) -> HttpResponse:
    return _end(request, request.user, pk, reverse("own_absence"))


@action("person.away")
def person_absence(request: SignedInRequest, pk: int) -> HttpResponse:
    return _absence(request, _managed(request, pk), reverse("person_absence", args=[pk]))


@action("person.away")
def person_absence_end(request: SignedInRequest, pk: int, absence_pk: int) -> HttpResponse:
    return _end(request, _managed(request, pk), absence_pk, reverse("person_absence", args=[pk]))


@action("account.mails")
def own_mails(request: SignedInRequest) -> HttpResponse:
    wish = mail_wishes.of(request.user)
    now = {
        "digest": mail_wishes.wants_digest(request.user, wish),
        "handed_over": wish is not None and wish.handed_over,
    }
    form = MailWishForm(request.POST if request.method == "POST" else None, initial=now)
    if not form.is_valid():
        return render(request, "account/mails.html", {"form": form})
    mail_wishes.choose(user=request.user, **form.cleaned_data, at=timezone.now())
    messages.success(request, _("Bewaard."))
    return redirect("own_mails")


def _absence(request: SignedInRequest, user: User, address: str) -> HttpResponse:
    now = timezone.now()
    form = AbsenceForm(
        request.POST if request.method == "POST" else None, user=user, today=local_day(now), action=address
    )
    if not form.is_valid():
        return _page(request, user, form, 422 if form.is_bound else 200)
    try:
        absence.set_absence(user=user, **form.cleaned_data, by=request.user, at=now)
    except absence.Overlaps as taken:
        form.add_error("from_on", _already(taken.absence))
        return _page(request, user, form, 409)
    except absence.CannotCover:
        form.add_error("cover", _("Deze collega werkt niet meer in hetzelfde team. Kies een ander."))
        return _page(request, user, form, 409)
    except absence.CoverIsAway:
        form.add_error("cover", _("Deze collega is dan zelf een of meer dagen afwezig. Kies een ander."))
        return _page(request, user, form, 409)
    messages.success(request, _("De afwezigheid is bewaard."))
    return redirect(address)


def _end(request: SignedInRequest, user: User, pk: int, address: str) -> HttpResponse:
    if request.method == "POST":
        found = get_object_or_404(Absence, pk=pk, user=user)
        absence.withdraw(absence=found, by=request.user, at=timezone.now())
        messages.success(request, _("De afwezigheid is weg."))
    return redirect(address)


def _managed(request: SignedInRequest, pk: int) -> User:
    return get_object_or_404(User.objects.for_(request.user, "person.away"), pk=pk)


def _already(taken: Absence) -> str:
    return _("In deze dagen staat al een afwezigheid: van %(first)s tot en met %(last)s.") % {
        "first": day(taken.from_on),
        "last": day(taken.until_on),
    }


def _page(request: SignedInRequest, user: User, form: AbsenceForm, status: int) -> HttpResponse:
    own = user == request.user
    context = {
        "person": user,
        "form": form,
        "absences": absence.coming(user=user, at=timezone.now()),
        "section": "people",
    }
    template = "account/away.html" if own else "staff/people/away.html"
    return render(request, template, context, status=status)
