"""What the page of the approach shows: where the case stands on each ladder, which steps are possible, what is to be checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from incidents.escalation import ladder
from incidents.models import Case, HarassmentCheck, LadderStep, Plan
from incidents.rules.ladder_levels import ONE_ALONE, RUNGS, Rung, Track, climbs
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day

MOST_STEPS, MOST_PLANS = 60, 20


@dataclass(frozen=True)
class OnLadder:
    """One rung as the page shows it. `missing` is in words; `needs_two`: it is too high for one person alone."""

    rung: Rung
    is_here: bool
    is_past: bool
    needs_two: bool
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    track: Track
    stands: str
    rungs: tuple[OnLadder, ...]


@dataclass(frozen=True)
class Shown:
    """A step, and what this reader can do with it."""

    step: LadderStep
    to_confirm: bool
    to_check: bool
    is_due: bool


@dataclass(frozen=True)
class Approach:
    ladders: tuple[Ladder, ...]
    steps: tuple[Shown, ...]
    plan: Plan | None
    earlier_plans: tuple[Plan, ...]
    harassment: HarassmentCheck | None
    newest: int


def read(*, case: Case, actor: User, at: datetime) -> Approach:
    steps = list(
        LadderStep.objects.of(case).select_related("made_by", "decided_by", "checked_by", "case")[:MOST_STEPS]
    )
    plans = list(case.plans.select_related("holder", "made_by")[:MOST_PLANS])
    newest = case.timeline.aggregate(newest=Max("pk"))["newest"] or 0
    return Approach(
        ladders=tuple(_ladder(case, track, steps, at) for track in Track),
        steps=tuple(_shown(step, case, actor, at) for step in steps),
        plan=plans[0] if plans else None,
        earlier_plans=tuple(plans[1:]),
        harassment=HarassmentCheck.objects.filter(case=case).first(),
        newest=newest,
    )


def _ladder(case: Case, track: Track, steps: list[LadderStep], at: datetime) -> Ladder:
    stands = ladder.last_level(steps, track)
    rungs = [rung for rung in RUNGS if rung.track == track]
    rank = next((rung.rank for rung in rungs if rung.level == stands), -1)
    missing = ladder.missing_for(case=case, level=rungs[-1].level, at=at)
    return Ladder(
        track,
        stands,
        tuple(
            OnLadder(
                rung,
                is_here=rung.level == stands,
                is_past=rung.rank < rank,
                needs_two=climbs(now=stands, then=rung.level) > ONE_ALONE,
                missing=tuple(str(ladder.MISSING[one]) for one in missing if getattr(rung, f"needs_{one}")),
            )
            for rung in rungs
        ),
    )


def _shown(step: LadderStep, case: Case, actor: User, at: datetime) -> Shown:
    waits = step.state == LadderStep.State.IN_FORCE and not step.outcome and step.check_on is not None
    return Shown(
        step,
        to_confirm=case.is_open and step.state == LadderStep.State.PROPOSED and step.made_by_id != actor.pk,
        to_check=case.is_open and waits,
        is_due=waits and step.check_on is not None and step.check_on <= local_day(at),
    )
