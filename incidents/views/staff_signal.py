"""Passing on what one saw: a short form, and the page that says what happens with it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.entry import signals
from incidents.evidence import accepting, listing
from incidents.evidence.receiving import receive
from incidents.forms.staff_signal import PhotosForm, SignalForm
from incidents.models import PreventiveSignal
from safetyportal.clock import office
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest
from safetyportal.throttle.clients import client_key
from safetyportal.uploads import ReceivedFile


@action("signal.give")
def signal_new(request: SignedInRequest) -> HttpResponse:
    recent = signals.recent_complexes(by=request.user)
    if request.method != "POST":
        return _form(request, SignalForm(recent=recent))
    form = SignalForm(request.POST, request.FILES, recent=recent)
    if not form.is_valid():
        return _form(request, form, status=422)
    signal, first = signals.give(
        told=form.told(), form_key=form.cleaned_data["form_key"], by=request.user, at=timezone.now()
    )
    if first:
        _take_in(request, signal, form.chosen)
    return redirect("signal_given", signal.pk)


@action("signal.give")
def signal_given(request: SignedInRequest, signal_id: UUID) -> HttpResponse:
    """What was passed on; a photo that failed can be sent once more."""
    now = timezone.now()
    mine = PreventiveSignal.objects.for_(request.user, "signal.give").alive(now)
    signal = get_object_or_404(mine.select_related("complex", "entrance", "home", "space"), pk=signal_id)
    if request.method == "POST":
        form = PhotosForm(request.POST, request.FILES)
        if form.is_valid() and form.chosen:
            _take_in(request, signal, form.chosen)
        else:
            messages.warning(request, _("Kies eerst een foto."))
        return redirect("signal_given", signal.pk)
    context = {
        "signal": signal,
        "photos": listing.shown(signal.evidence.select_related("scan")),
        "form": PhotosForm(),
        "section": "signals",
    }
    return render(request, "staff/signals/given.html", context)


def _form(request: SignedInRequest, form: SignalForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "days_kept": office.current().signal_days, "section": "signals"}
    return render(request, "staff/signals/new.html", context, status=status)


def _take_in(request: HttpRequest, signal: PreventiveSignal, files: Sequence[ReceivedFile]) -> None:
    """The signal stands whatever becomes of its photos; what went wrong with those is said."""
    problems = receive(
        files=files,
        add=lambda file: accepting.add_to_signal(signal=signal, file=file, at=timezone.now()),
        client=client_key(request),
        at=timezone.now(),
    )
    for problem in problems:
        messages.warning(request, _("Uw signaal is bewaard, maar een foto niet. {why}").format(why=problem))
