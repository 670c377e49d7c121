"""What waits in a case and has no term of its own: a call of the duty, a step for a second person, a side that was not heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from incidents.models import Case, DutyAlert, Hearing, LadderStep
from incidents.models.party import PartyQuerySet
from incidents.rules.ladder_levels import Level
from incidents.sides.both_sides import is_heard, to_hear
from partners.disclosing.scaled_up import Up
from partners.models import CutOff, ScaleUp

MOST = 50
UNSEEN = JSONObject(referral="referral_id", partner="referral__partner__name", why="why")
SCALED = JSONObject(
    pk="pk",
    state="state",
    partner="partner__name",
    made_by="made_by_id",
    lead="lead",
    since="decided_at",
    answer="referral__state",
)


@dataclass(frozen=True)
class Proposed:
    """A step on the ladder that waits for a second person."""

    level: Level
    made_by: int


@dataclass(frozen=True)
class Scaled:
    """A scale-up that waits for a second person or is under way; `answer` is how the partner's referral stands, if there is one."""

    pk: int
    state: str
    partner: str
    made_by: int
    lead: str
    since: str | None
    answer: str | None

    @property
    def up(self) -> Up | None:
        return (
            Up(self.pk, self.partner, datetime.fromisoformat(self.since), self.lead) if self.since else None
        )


@dataclass(frozen=True)
class Unseen:
    """A referral that its partner cannot see any more."""

    referral: str
    partner: str
    why: str


@dataclass(frozen=True)
class Pending:
    """`alert`: the open call of the duty; `unheard`: whom the case is about and who must still be invited;
    `with_interpreter`: those of them we talk with through an interpreter; `scaled`: up to house or
    municipality, or about to go; `unseen`: what partners have in hand and cannot see any more."""

    alert: int | None = None
    proposed: tuple[Proposed, ...] = ()
    unheard: tuple[int, ...] = ()
    with_interpreter: frozenset[int] = frozenset()
    scaled: Scaled | None = None
    unseen: tuple[Unseen, ...] = ()


def pending_in(*, case: Case, at: datetime) -> Pending:
    """In one statement."""
    this = OuterRef("pk")
    alerts = DutyAlert.objects.open().filter(case=this)
    steps = LadderStep.objects.waiting().filter(Q(case=this) | Q(case__merged_into=this))
    found = (
        Case.objects.filter(pk=case.pk)
        .values(
            open_alerts=ArraySubquery(alerts.values("pk")[:1]),
            open_steps=ArraySubquery(steps.values(json=JSONObject(level="level", by="made_by_id"))[:MOST]),
            unheard=ArraySubquery(_unheard(at).filter(case=this).order_by("pk").values("pk")[:MOST]),
            scaled=ArraySubquery(_scaled().filter(case=this).values(json=SCALED)[:1]),
            unseen=ArraySubquery(
                CutOff.objects.now().filter(referral__case=this).order_by("at", "pk").values(json=UNSEEN)[:MOST]
            ),
            interpreted=ArraySubquery(to_hear().filter(case=this, needs_interpreter=True).values("pk")[:MOST]),
        )
        .get()
    )  # fmt: skip
    return Pending(
        alert=next(iter(found["open_alerts"]), None),
        proposed=tuple(Proposed(Level(one["level"]), one["by"]) for one in found["open_steps"]),
        unheard=tuple(found["unheard"]),
        with_interpreter=frozenset(found["interpreted"]),
        unseen=tuple(Unseen(**one) for one in found["unseen"]),
        scaled=next((Scaled(**one) for one in found["scaled"]), None),
    )


def _scaled() -> QuerySet[ScaleUp]:
    return ScaleUp.objects.filter(state__in=(ScaleUp.State.PROPOSED, ScaleUp.State.UP))


def _unheard(at: datetime) -> PartyQuerySet:
    """Who was not heard, and is not invited either. One tenant may stand in a case twice after merging."""
    theirs = Q(party=OuterRef("pk")) | Q(
        party__case=OuterRef("case"), party__resident=OuterRef("resident"), party__resident__isnull=False
    )
    invited = Hearing.objects.filter(theirs, state=Hearing.State.INVITED)
    return to_hear().filter(~is_heard(at), ~Exists(invited))
