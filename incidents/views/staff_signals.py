"""Looking through what colleagues passed on: the list, one signal, and what is done with it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.entry import signals
from incidents.entry.signal_mates import mates_of
from incidents.evidence import listing
from incidents.forms.staff_signal import AsideForm
from incidents.models import Case, EvidenceFile, PreventiveSignal
from incidents.models.signal import OPEN, SignalQuerySet
from incidents.pages.signal_pages import page_of
from incidents.views.handing import hand_out
from safetyportal.audit.recording import record
from safetyportal.clock import office
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

PLACE = ("complex", "entrance", "home", "space", "by", "looked_by")


@action("signal.list")
def signal_list(request: SignedInRequest) -> HttpResponse:
    """What is open, and on top what more than one colleague saw; or what was dealt with and has not expired."""
    settled = request.GET.get("state") == "settled"
    now = timezone.now()
    own = PreventiveSignal.objects.for_(request.user, "signal.list").alive(now)
    found = own.exclude(state__in=OPEN) if settled else own.open()
    after = request.GET.get("after", "")
    rows, rest = page_of(found.select_related(*PLACE), after=after, at=now)
    mates = mates_of(rows, among=own)
    chosen = "state=settled&" if settled else ""
    context = {
        "rows": [(row, mates.get(row.pk)) for row in rows],
        "begin_url": f"?{chosen}" if after else "",
        "next_url": f"?{chosen}after={rest}" if rest else "",
        "settled": settled,
        "days_kept": office.current().signal_days,
        "section": "signals",
    }
    return render(request, "staff/signals/list.html", context)


@action("signal.read")
def signal_page(request: SignedInRequest, signal_id: UUID) -> HttpResponse:
    signal = _found(request, "signal.read", signal_id)
    return _page(request, signal, AsideForm())


@action("signal.read")
def signal_photo(request: SignedInRequest, signal_id: UUID, evidence_id: UUID) -> HttpResponseBase:
    signal = _found(request, "signal.read", signal_id)
    photo = get_object_or_404(signal.evidence.cleared(), pk=evidence_id)
    file = get_object_or_404(photo.files, part=EvidenceFile.Part.SHOWN)
    _write_down(request, signal, photo=str(photo.pk))
    return hand_out(file=file, name=listing.filename(photo.pk, "signaal"))


@action("signal.settle")
def signal_look(request: SignedInRequest, signal_id: UUID) -> HttpResponse:
    signal = _found(request, "signal.settle", signal_id)
    try:
        signals.look(signal=signal, by=request.user, at=timezone.now())
    except signals.Settled as settled:
        return _too_late(request, settled.signal, AsideForm())
    messages.success(request, _("Bekeken. Het signaal blijft open."))
    return redirect("signal_page", signal.pk)


@action("signal.settle")
def signal_case(request: SignedInRequest, signal_id: UUID) -> HttpResponse:
    signal = _found(request, "signal.settle", signal_id)
    try:
        case = signals.make_case(signal=signal, by=request.user, at=timezone.now())
    except signals.Settled as settled:
        return _too_late(request, settled.signal, AsideForm())
    messages.success(request, _("Er is een zaak van gemaakt."))
    return redirect("case_page", case.number)


@action("signal.settle")
def signal_aside(request: SignedInRequest, signal_id: UUID) -> HttpResponse:
    signal = _found(request, "signal.settle", signal_id)
    form = AsideForm(request.POST)
    if not form.is_valid():
        return _page(request, signal, form, status=422)
    try:
        signals.set_aside(
            signal=signal, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
    except signals.Settled as settled:
        return _too_late(request, settled.signal, form)
    messages.success(request, _("Het signaal ligt terzijde."))
    return redirect("signal_list")


def _own(request: SignedInRequest, name: str) -> SignalQuerySet:
    return PreventiveSignal.objects.for_(request.user, name).alive(timezone.now())


def _found(request: SignedInRequest, name: str, signal_id: UUID) -> PreventiveSignal:
    return get_object_or_404(_own(request, name).select_related(*PLACE), pk=signal_id)


def _page(
    request: SignedInRequest, signal: PreventiveSignal, form: AsideForm, status: int = 200
) -> HttpResponse:
    _write_down(request, signal)
    cases = Case.objects.for_(request.user, "case.read")
    context = {
        "signal": signal,
        "mates": mates_of([signal], among=_own(request, "signal.read")).get(signal.pk),
        "photos": listing.shown(signal.evidence.select_related("scan")),
        "case": cases.filter(pk=signal.case_id).first() if signal.case_id else None,
        "form": form,
        "section": "signals",
    }
    return render(request, "staff/signals/page.html", context, status=status)


def _too_late(request: SignedInRequest, signal: PreventiveSignal, form: AsideForm) -> HttpResponse:
    """Somebody was first: who and what, with what was typed."""
    who = signal.looked_by.name if signal.looked_by else ""
    messages.warning(
        request,
        _("{name} was u voor. Dit signaal is nu: {state}.").format(
            name=who, state=signal.get_state_display()
        ),
    )
    return _page(request, signal, form, status=409)


def _write_down(request: SignedInRequest, signal: PreventiveSignal, **detail: str) -> None:
    record(
        action="signal.read",
        actor=request.user,
        object_kind="signal",
        object_id=signal.pk,
        at=timezone.now(),
        detail=detail,
    )
