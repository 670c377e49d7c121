"""What waits in a case and has no term of its own: a call of the duty, a step for a second person, a side that was not heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from incidents.hearings import COUNTS_FOR, Standing, standing
from incidents.ladder_levels import Level
from incidents.models import Case, DutyAlert, Hearing, LadderStep, Party, TimelineEntry

MOST = 50
# Nobody is coming to tell their side, and nobody wrote it.
UNHEARD = frozenset({Standing.NEVER, Standing.NO_SHOW})


@dataclass(frozen=True)
class Proposed:
    """A step on the ladder that waits for a second person."""

    level: Level
    made_by: int


@dataclass(frozen=True)
class Pending:
    """`alert`: the open call of the duty; `unheard`: whom the case is about and who must still be invited;
    `with_interpreter`: those of them we talk with through an interpreter."""

    alert: int | None = None
    proposed: tuple[Proposed, ...] = ()
    unheard: tuple[int, ...] = ()
    with_interpreter: frozenset[int] = frozenset()


def pending_in(*, case: Case, at: datetime) -> Pending:
    """In one statement."""
    this = OuterRef("pk")
    alerts = DutyAlert.objects.open().filter(case=this)
    steps = LadderStep.objects.waiting().filter(Q(case=this) | Q(case__merged_into=this))
    people = Party.objects.accused().filter(case=this, sort=Party.Sort.PERSON)
    talks = Hearing.objects.filter(party__case=this)
    again = TimelineEntry.objects.filter(case=this, sort=TimelineEntry.Sort.REOPENED)
    found = (
        Case.objects.filter(pk=case.pk)
        .values(
            open_alerts=ArraySubquery(alerts.values("pk")[:1]),
            open_steps=ArraySubquery(steps.values(json=JSONObject(level="level", by="made_by_id"))[:MOST]),
            accused=ArraySubquery(people.order_by("pk").values(json=JSONObject(pk="pk", who="resident_id", tolk="needs_interpreter"))[:MOST]),
            held_talks=ArraySubquery(talks.values(json=_talk())[: MOST * 4]),
            reopened_at=Subquery(again.order_by("-at").values("at")[:1]),
        )
        .get()
    )  # fmt: skip
    since = max(found["reopened_at"] or case.opened_at, at - COUNTS_FOR)
    return Pending(
        alert=next(iter(found["open_alerts"]), None),
        proposed=tuple(Proposed(Level(one["level"]), one["by"]) for one in found["open_steps"]),
        unheard=tuple(_unheard(found["accused"], found["held_talks"], since)),
        with_interpreter=frozenset(one["pk"] for one in found["accused"] if one["tolk"]),
    )


def _talk() -> JSONObject:
    return JSONObject(party="party_id", round="round", state="state", invited="invited_at", ended="ended_at")


def _unheard(people: list[dict[str, Any]], talks: list[dict[str, Any]], since: datetime) -> list[int]:
    """One tenant may stand there twice after cases were merged: a talk counts for the person (incidents.hearings)."""
    who = {one["pk"]: f"tenant {one['who']}" if one["who"] else f"party {one['pk']}" for one in people}
    held: dict[str, list[Hearing]] = {person: [] for person in who.values()}
    for talk in talks:
        if talk["party"] in who:
            held[who[talk["party"]]].append(_row(talk))
    missing = {person for person, theirs in held.items() if standing(theirs, since) in UNHEARD}
    return [pk for pk, person in who.items() if person in missing]


def _row(talk: dict[str, Any]) -> Hearing:
    ended = talk["ended"]
    return Hearing(
        round=talk["round"],
        state=talk["state"],
        invited_at=datetime.fromisoformat(talk["invited"]),
        ended_at=datetime.fromisoformat(ended) if ended else None,
    )
