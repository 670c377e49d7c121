"""The queue of a partner or desk, and one referral: what it may see of it, why, and what it can do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from incidents.models import Case
from partners.at_work import queue
from partners.disclosing.disclosure import disclose
from partners.models import Referral
from partners.models.referral_words import State
from partners.views.partner_lost import FRAMES, lost
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest

SHOWN_PARTS = ("partner", "case__kind", "case__complex", "case__entrance", "case__space", "case__about_home")


@dataclass(frozen=True)
class Standing:
    """How far a referral is; the rest of what its page says comes from the disclosure."""

    id: UUID
    state: str
    state_label: str
    due_at: datetime | None
    is_late: bool
    can_accept: bool
    can_decline: bool
    can_finish: bool
    can_ask: bool
    has_asked: bool


@action("referral.list")
def partner_queue(request: SignedInRequest) -> HttpResponse:
    now, after = timezone.now(), request.GET.get("after", "")
    desks = queue.desks(actor=request.user, at=now)
    items, position = queue.page(actor=request.user, at_desks=desks, after=after, at=now)
    address = reverse("partner_queue")
    context = {
        "items": items,
        "desks": desks,
        "names": get_text_list([desk.name for desk in desks], _("en")),
        "finished": [] if after else [(desk.name, desk.finished) for desk in desks if desk.finished],
        "next_url": f"{address}?{urlencode({'after': position})}" if position else "",
        "start_url": address if after else "",
        "partner": desks[0].name if len(desks) == 1 else "",
    }
    return render(request, "partner/queue.html", context | frame(request))


@action("referral.read")
def partner_referral(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = readable(request, "referral.read").filter(pk=referral_id).first()
    if referral is None:
        return lost(request, referral_id)
    return render(request, "partner/referral.html", shown(request, referral))


def readable(request: SignedInRequest, name: str) -> Any:
    return Referral.objects.for_(request.user, name).with_cells().select_related(*SHOWN_PARTS)


def frame(request: SignedInRequest) -> dict[str, Any]:
    """People of our own desks see the same pages in the frame they know."""
    return {"frame": FRAMES[Audience(request.user.audience)], "section": "queue"}


def shown(request: SignedInRequest, referral: Referral) -> dict[str, Any]:
    """All that a page about a referral gets. That it was looked at is written down first."""
    now = timezone.now()
    record(
        action="referral.read",
        actor=request.user,
        object_kind="referral",
        object_id=referral.pk,
        at=now,
        detail={"partner": referral.partner.code, "fields": list(referral.fields)},
    )
    return {
        "shown": disclose(referral=referral),
        "referral": _standing(referral, now),
        "partner": referral.partner.name,
        "has_case": _may_open_case(request.user, referral),
        **frame(request),
    }


def _standing(referral: Referral, at: datetime) -> Standing:
    waits = referral.state in (State.RELEASED, State.ACCEPTED)
    asked = referral.state == State.ASKED
    return Standing(
        id=referral.pk,
        state=referral.state,
        state_label=str(referral.get_state_display()),
        due_at=referral.due_at,
        is_late=waits and referral.due_at is not None and referral.due_at < at,
        can_accept=referral.state == State.RELEASED,
        can_decline=(waits or asked) and not referral.partner.is_last_resort,
        can_finish=referral.state == State.ACCEPTED or (asked and referral.answered_at is not None),
        can_ask=waits and referral.case.is_open,
        has_asked=asked,
    )


def _may_open_case(user: User, referral: Referral) -> bool:
    return (
        may("case.read", user) and Case.objects.for_(user, "case.read").filter(pk=referral.case_id).exists()
    )
