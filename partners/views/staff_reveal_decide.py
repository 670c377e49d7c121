"""The second pair of eyes: whether a partner is told who reported in confidence. The name itself is on none of these pages."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.models import TimelineEntry
from partners.forms.staff_reveal import ConfirmForm, RefuseForm
from partners.models import Reveal
from partners.sharing import release_checks, revealing
from partners.views.staff_proposal import said_no
from safetyportal.accounts.roles import Role
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

MOST = 50
PARTS = ("referral__partner", "referral__case__kind", "report", "asked_by", "decided_by")


@action("reveal.list")
def reveal_list(request: SignedInRequest) -> HttpResponse:
    """What waits for somebody else than who asked; and for a privacy officer what the reporter never heard."""
    overseen = Reveal.objects.for_(request.user, "reveal.list").select_related(*PARTS)
    decidable = Reveal.objects.for_(request.user, "reveal.decide").select_related(*PARTS)
    is_privacy = Role.PRIVACY in request.user.roles
    waiting = list(decidable.waiting().order_by("asked_at", "pk")[:MOST])
    untold = list(overseen.untold().order_by("-decided_at", "-pk")[:MOST]) if is_privacy else []
    record(
        action="reveal.read",
        actor=request.user,
        object_kind="reveal",
        object_id="list",
        at=timezone.now(),
        detail={"count": len(waiting) + len(untold)},
    )
    context = {"waiting": waiting, "is_privacy": is_privacy, "untold": untold, "section": "reveals"}
    return render(request, "staff/reveals.html", context)


@action("reveal.decide")
def reveal_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    reveal = get_object_or_404(_to_decide(request), pk=pk)
    if request.method != "POST":
        return _page(request, reveal, 200)
    form = _confirm_form(reveal, request.POST)
    if not form.is_valid():
        return _page(request, reveal, 422, form=form)
    try:
        revealing.confirm(
            reveal=reveal,
            not_told_why=form.cleaned_data["not_told_why"],
            by=request.user,
            at=timezone.now(),
        )
    except revealing.NotRevealed as refusal:
        form.add_error(None, revealing.in_words(refusal))
        return _page(request, reveal, 409, form=form)
    except release_checks.NotPossible as refusal:
        form.add_error(None, said_no(refusal))
        return _page(request, reveal, 409, form=form)
    name = reveal.referral.partner.name
    messages.success(request, _("Bevestigd. {partner} ziet nu wie meldde.").format(partner=name))
    return redirect("reveal_list")


@action("reveal.decide")
def reveal_refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    reveal = get_object_or_404(_to_decide(request), pk=pk)
    if request.method != "POST":
        return redirect("reveal_decide", pk)
    form = _refuse_form(reveal, request.POST)
    if not form.is_valid():
        return _page(request, reveal, 422, refuse_form=form)
    try:
        revealing.refuse(
            reveal=reveal, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
    except revealing.NotRevealed as refusal:
        form.add_error(None, revealing.in_words(refusal))
        return _page(request, reveal, 409, refuse_form=form)
    messages.success(request, _("Afgewezen. De naam is niet gedeeld."))
    return redirect("reveal_list")


def _to_decide(request: SignedInRequest) -> QuerySet[Reveal]:
    return Reveal.objects.for_(request.user, "reveal.decide").select_related(*PARTS)


def _confirm_form(reveal: Reveal, data: object = None) -> ConfirmForm:
    return ConfirmForm(
        data, action=reverse("reveal_decide", args=[reveal.pk]), partner=reveal.referral.partner.name
    )


def _refuse_form(reveal: Reveal, data: object = None) -> RefuseForm:
    return RefuseForm(data, action=reverse("reveal_refuse", args=[reveal.pk]), button=_("Niet noemen"))


def _page(
    request: SignedInRequest,
    reveal: Reveal,
    status: int,
    form: ConfirmForm | None = None,
    refuse_form: RefuseForm | None = None,
) -> HttpResponse:
    record(
        action="reveal.read",
        actor=request.user,
        object_kind="referral",
        object_id=reveal.referral_id,
        at=timezone.now(),
        detail={"reveal": reveal.pk},
    )
    afraid = TimelineEntry.objects.filter(report=reveal.report, sort=TimelineEntry.Sort.AFRAID)
    context = {
        "reveal": reveal,
        "case": reveal.referral.case,
        "partner": reveal.referral.partner,
        "is_afraid": afraid.exists(),
        "form": form or _confirm_form(reveal),
        "refuse_form": refuse_form or _refuse_form(reveal),
        "waits": status != 200 or reveal.waits,
        "has_errors": status != 200,
        "section": "reveals",
    }
    return render(request, "staff/reveal_decide.html", context, status=status)
