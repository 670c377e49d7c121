"""The roster, to see and to fill."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.clock.calendar import NoSuchTime
from safetyportal.duty import roster
from safetyportal.duty.forms import ShiftForm
from safetyportal.duty.models import Shift
from safetyportal.people.absence import absent_at
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest
from safetyportal.texts.templatetags.portal import moment


@action("shift.list")
def duty_roster(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    context = {
        "weeks": roster.weeks(at=now),
        "now": roster.on_duty(now),
        "away": absent_at(now),
        "section": "duty",
    }
    return render(request, "staff/duty/roster.html", context)


@action("shift.change")
def shift_add(request: SignedInRequest) -> HttpResponse:
    form = ShiftForm(request.POST or None)
    if not form.is_valid():
        return _page(request, form, 422 if form.is_bound else 200)
    data = form.cleaned_data
    try:
        roster.add(
            person=data["person"], rank=data["rank"], starts=data["begin"], ends=data["end"], weeks=data["weeks"],
            by=request.user, at=timezone.now(),
        )  # fmt: skip
    except roster.Taken as taken:
        form.add_error("first_day", _in_the_way(taken.shift))
        return _page(request, form, 409)
    except NoSuchTime:
        form.add_error(
            "starts", _("In een van deze weken is deze tijd er niet: dan gaat de klok een uur vooruit.")
        )
        return _page(request, form, 422)
    except roster.CannotServe:
        form.add_error("person", _("Deze collega werkt niet meer met zaken. Kies een ander."))
        return _page(request, form, 409)
    messages.success(request, _("De dienst staat op het rooster."))
    return redirect("duty_roster")


@action("shift.change")
def shift_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        roster.remove(shift=get_object_or_404(Shift, pk=pk), by=request.user, at=timezone.now())
        messages.success(request, _("De dienst is van het rooster."))
    return redirect("duty_roster")


def _in_the_way(shift: Shift) -> str:
    return _("%(name)s heeft dan al dienst als %(rank)s, van %(start)s tot %(end)s.") % {
        "name": shift.person.name,
        "rank": str(shift.get_rank_display()).lower(),
        "start": moment(shift.starts_at),
        "end": moment(shift.ends_at),
    }


def _page(request: SignedInRequest, form: ShiftForm, status: int) -> HttpResponse:
    return render(request, "staff/duty/add.html", {"form": form, "section": "duty"}, status=status)
