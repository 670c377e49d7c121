"""How telling the partners' people went, for staff: waiting, sent, failed, given up, or nobody to tell. Never to whom by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Case, Count, F, Max, Min, Q, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from partners.models import Referral
from partners.models.partner import Category
from partners.models.referral_words import IN_QUEUE, NOT_TOLD, Delivery
from safetyportal.notices.models import Notice, Trouble
from safetyportal.queues import deliver_to

MOST = 100


class Stage(models.TextChoices):
    """As staff read it."""

    WAITS = "waits", _("Wacht op verzending")
    SENT = "sent", _("Gemaild")
    FAILS = "fails", _("Mailen mislukt")
    DEAD = "dead", _("Mailen opgegeven")
    NOBODY = "nobody", _("Niemand om te mailen")
    NOT_NEEDED = "not_needed", _("Geen mail nodig")
    OUT_OF_SIGHT = "out_of_sight", _("Geen mail gestuurd")


# As staff look at them: what nobody mends by itself first.
ORDER = (
    Stage.DEAD, Stage.NOBODY, Stage.OUT_OF_SIGHT, Stage.FAILS, Stage.WAITS, Stage.SENT, Stage.NOT_NEEDED,
)  # fmt: skip
TEMPLATE = "partner_new"
KEY = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"

TONES = {
    Stage.WAITS: "info",
    Stage.SENT: "ok",
    Stage.FAILS: "warn",
    Stage.DEAD: "danger",
    Stage.NOBODY: "danger",
    Stage.NOT_NEEDED: "neutral",
    Stage.OUT_OF_SIGHT: "warn",
}


@dataclass(frozen=True)
class Told:
    """Of one referral. `sent` of `people` got their mail; `attempts`, `next_at` and `trouble` are of those that did not."""

    referral: Referral
    stage: Stage
    people: int = 0
    sent: int = 0
    sent_at: datetime | None = None
    attempts: int = 0
    next_at: datetime | None = None
    trouble: str = ""

    @property
    def tone(self) -> str:
        return TONES[self.stage]

    @property
    def is_protected(self) -> bool:
        return self.referral.delivery == Delivery.PROTECTED

    @property
    def seen(self) -> int:
        """When it was delivered, as a form sends it back."""
        return moment_as_number(self.referral.delivered_at)

    @property
    def may_again(self) -> bool:
        """Whether a button makes sense; who may, and whether it still can, is looked at when it is pressed."""
        ready = self.referral.delivered_at is not None and self.stage != Stage.NOT_NEEDED
        return ready and self.referral.state in IN_QUEUE


@dataclass(frozen=True)
class Pile:
    """Mails to the partners of one category that have not gone out."""

    name: str
    waiting: int
    failed: int
    oldest: datetime | None


def moment_as_number(at: datetime | None) -> int:
    return round(at.timestamp() * 1_000_000) if at else 0


def told_of(referrals: Iterable[Referral]) -> dict[UUID, Told]:
    """Of these referrals, with their partner, those that were released. In one statement."""
    out = [one for one in referrals if one.released_at is not None]
    mails = _mails([str(one.pk) for one in out])
    return {one.pk: _told(one, mails.get(str(one.pk), {})) for one in out}


def not_through() -> list[Told]:
    """Of referrals that partners have now, what is not told or not to everybody: first what only a person can mend, then the
    newest. Of each sort the newest MOST, so that no pile hides another sort.
    """
    open_ones = Referral.objects.filter(state__in=IN_QUEUE, partner__is_internal=False).select_related(
        "partner", "case"
    )
    nobody = open_ones.filter(delivery__in=NOT_TOLD).order_by("-delivered_at")[:MOST]
    waiting = open_ones.filter(delivered_at=None, released_at__isnull=False).order_by("-next_at")[:MOST]
    unsent = _about_referrals(Notice.objects.filter(template=TEMPLATE, sent_at=None).exclude(about=""))
    dead = open_ones.filter(pk__in=unsent.filter(dead_at__isnull=False)).order_by("-released_at")[:MOST]
    failed = open_ones.filter(pk__in=unsent.filter(dead_at=None, attempts__gt=0)).order_by("-released_at")
    queued = open_ones.filter(pk__in=unsent.filter(dead_at=None, attempts=0)).order_by("-released_at")
    found = {one.pk: one for one in [*nobody, *waiting, *dead, *failed[:MOST], *queued[:MOST]]}
    told = told_of(found.values()).values()
    wrong = [one for one in told if one.stage not in (Stage.SENT, Stage.NOT_NEEDED)]
    return sorted(wrong, key=_first_what_needs_somebody)[:MOST]


def _first_what_needs_somebody(told: Told) -> tuple[int, int]:
    return ORDER.index(told.stage), -moment_as_number(told.referral.released_at)


def _about_referrals(found: models.QuerySet[Notice]) -> models.QuerySet[Notice, Any]:
    """The referrals these mails tell of. What is no key of one is none, whatever it is."""
    key = Case(When(about__regex=KEY, then=Cast("about", models.UUIDField())), default=None)
    return found.annotate(referral=key).values("referral")


def piles() -> list[Pile]:
    """By category of partner, those with mails that have not gone out."""
    waits = Notice.objects.filter(sent_at=None, dead_at=None, queue__startswith=deliver_to(""))
    counted = waits.values("queue").annotate(
        waiting=Count("pk"), failed=Count("pk", filter=Q(attempts__gt=0)), oldest=Min("created_at")
    )
    found = {row["queue"]: row for row in counted}
    return [
        Pile(str(one.label), row["waiting"], row["failed"], row["oldest"])
        for one in Category
        if (row := found.get(deliver_to(one.value)))
    ]


def _mails(abouts: list[str]) -> dict[str, dict[str, Any]]:
    """Of each occasion how many mails there are, and how they fared."""
    left = Q(sent_at=None, dead_at=None)
    counted = (
        Notice.objects.filter(about__in=abouts, template=TEMPLATE)
        .values(key=F("about"))
        .annotate(
            people=Count("pk"),
            sent=Count("pk", filter=Q(sent_at__isnull=False)),
            dead=Count("pk", filter=Q(dead_at__isnull=False) & ~Q(trouble=Trouble.GONE)),
            gone=Count("pk", filter=Q(trouble=Trouble.GONE)),
            failing=Count("pk", filter=left & Q(attempts__gt=0)),
            waiting=Count("pk", filter=left),
            last_sent=Max("sent_at"),
            attempts_made=Max("attempts", filter=Q(sent_at=None)),
            again_at=Min("next_at", filter=left),
            what=Max("trouble", filter=Q(sent_at=None) & ~Q(trouble=Trouble.GONE)),
        )
    )
    return {row["key"]: dict(row) for row in counted}


def _told(referral: Referral, mails: dict[str, Any]) -> Told:
    stage = _stage(referral, mails)
    if not mails:
        return Told(referral, stage, sent_at=referral.delivered_at if stage == Stage.SENT else None)
    return Told(
        referral,
        stage,
        people=mails["people"],
        sent=mails["sent"],
        sent_at=mails["last_sent"],
        attempts=mails["attempts_made"] or 0,
        next_at=mails["again_at"],
        trouble=str(Trouble(mails["what"]).label) if mails["what"] else "",
    )


def _stage(referral: Referral, mails: dict[str, Any]) -> Stage:
    if referral.partner.is_internal or referral.delivery in (Delivery.OWN_DESK, Delivery.PROTECTED):
        return Stage.NOT_NEEDED
    if referral.delivered_at is None:
        return Stage.WAITS
    if referral.delivery in NOT_TOLD:
        return Stage(referral.delivery)
    for count, stage in (("dead", Stage.DEAD), ("failing", Stage.FAILS), ("waiting", Stage.WAITS)):
        if mails.get(count):
            return stage
    # While it waited the partner lost sight of the case. Who had the mail by then had it.
    return Stage.OUT_OF_SIGHT if mails.get("gone") and not mails["sent"] else Stage.SENT
