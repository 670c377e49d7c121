"""Steps on the ladder of escalation: what is missing for one, setting it, a second person, and the check afterwards.

No step follows from a score, and nothing is sent by itself (AVG art. 22): a person sets each, with the ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.models import Case, LadderStep, Party, ReporterIdentity
from incidents.rules.answers import Mode
from incidents.rules.ladder_levels import BY_LEVEL, ONE_ALONE, Level, Track, climbs
from incidents.sides.both_sides import heard
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import at_wall_clock
from safetyportal.clock.deadlines import Name
from safetyportal.texts.templatetags.portal import day as said_day

State = LadderStep.State
MISSING: dict[str, Promise | str] = {
    "hearing": _("Hoor eerst de bewoner over wie gemeld is. Eerder gaat er geen waarschuwing uit."),
    "home": _(
        "Zeg eerst om welke woning van ons het gaat. Zonder huurovereenkomst kan een verhuurder niet waarschuwen."
    ),
    "name": _(
        "Er zijn alleen anonieme meldingen. Dat is te weinig voor een waarschuwing: zorg dat één melder zich bekend maakt."
    ),
}


class Missing(ValueError):
    """The step may not be set yet; `reasons` are "hearing", "home" and "name"."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(", ".join(reasons))
        self.reasons = reasons


class Waits(ValueError):
    """A proposal in this ladder waits for a second person already."""


class NotYours(ValueError):
    """Who proposed it cannot be the second person."""


class TooLate(ValueError):
    """Somebody decided or checked it already."""


@dataclass(frozen=True)
class Wanted:
    """A step as somebody wants to set it."""

    level: Level
    ground: str
    reason: str
    agreed: str
    house_rule: str
    check_on: date | None


def stands(*, case: Case, track: Track) -> str:
    """The level of the last step in force; "" for none. A step down counts as much as one up."""
    return last_level(LadderStep.objects.of(case).in_force(), track)


def last_level(steps: Iterable[LadderStep], track: Track) -> str:
    """The same, of steps at hand."""
    in_force = [one for one in steps if one.state == State.IN_FORCE and one.track == track]
    last = max(in_force, key=lambda one: (one.decided_at, one.pk), default=None)
    return last.level if last else ""


def missing_for(*, case: Case, level: Level, at: datetime, party: Party | None = None) -> list[str]:
    """What must be done first: hear the other side, say which home of ours it is about, know one reporter by name
    (domain 3.1, 3.3 and 4.4: an anonymous report is never the only basis). `party`: only this person must be heard."""
    rung = BY_LEVEL[level]
    reasons = []
    if rung.needs_hearing and not heard(case=case, at=at, party=party):
        reasons.append("hearing")
    if rung.needs_home and case.about_home_id is None:
        reasons.append("home")
    if rung.needs_name and not _somebody_known(case):
        reasons.append("name")
    return reasons


def _somebody_known(case: Case) -> bool:
    known = case.reports.exclude(mode=Mode.ANONYMOUS)
    return known.exists() or ReporterIdentity.objects.filter(report__case=case).exists()


@transaction.atomic
def set_step(*, case: Case, wanted: Wanted, by: User, at: datetime, seen: int = 0) -> LadderStep:
    """Set a step; two levels up or more becomes a proposal for a second person. Raises Missing, Waits, NotNow or Stale."""
    rung = BY_LEVEL[wanted.level]
    up = climbs(now=stands(case=case, track=rung.track), then=wanted.level)
    act = Act.TAKE_STEP if up <= ONE_ALONE else Act.PROPOSE_STEP
    fresh = acting.begin(case=case, act=act, by=by, seen=seen)
    if climbs(now=stands(case=fresh, track=rung.track), then=wanted.level) != up:
        raise Waits  # somebody set a step between looking and locking
    if reasons := missing_for(case=fresh, level=wanted.level, at=at):
        raise Missing(reasons)
    if fresh.steps.waiting().filter(track=rung.track).exists():
        raise Waits
    alone = act == Act.TAKE_STEP
    step = LadderStep.objects.create(
        case=fresh,
        track=rung.track,
        level=wanted.level,
        climbs=up,
        state=State.IN_FORCE if alone else State.PROPOSED,
        ground=wanted.ground,
        reason=wanted.reason,
        agreed=wanted.agreed,
        house_rule=wanted.house_rule,
        check_on=wanted.check_on,
        made_by=by,
        made_at=at,
        decided_by=by if alone else None,
        decided_at=at if alone else None,
    )
    if alone:
        _open_check(step, fresh, at)
    acting.done(
        case=fresh, act=act, by=by, at=at, text=_line(step), sensitive=False, detail={"level": step.level}
    )
    return step


@transaction.atomic
def confirm(*, step: LadderStep, by: User, at: datetime) -> None:
    """The second person says yes. Raises NotYours, TooLate, Missing or NotNow."""
    case = acting.begin(case=step.case.merged_into or step.case, act=Act.CONFIRM_STEP)
    fresh = _undecided(step, by)
    if reasons := missing_for(case=case, level=Level(fresh.level), at=at):
        raise Missing(reasons)
    fresh.state, fresh.decided_by, fresh.decided_at = State.IN_FORCE, by, at
    fresh.save(update_fields=["state", "decided_by", "decided_at"])
    _open_check(fresh, case, at)
    acting.done(
        case=case, act=Act.CONFIRM_STEP, by=by, at=at, text=f"Bevestigd: {_line(fresh)}", sensitive=False,
        detail={"level": fresh.level},
    )  # fmt: skip


@transaction.atomic
def refuse(*, step: LadderStep, reason: str, by: User, at: datetime) -> None:
    """The second person says no, or who proposed it takes it back. Raises TooLate or NotNow."""
    case = acting.begin(case=step.case.merged_into or step.case, act=Act.REFUSE_STEP)
    fresh = _undecided(step, None)
    fresh.state, fresh.decided_by, fresh.decided_at, fresh.refusal = State.REFUSED, by, at, reason
    fresh.save(update_fields=["state", "decided_by", "decided_at", "refusal"])
    acting.done(case=case, act=Act.REFUSE_STEP, by=by, at=at, text=f"Afgewezen: {_line(fresh)} {reason}")


@transaction.atomic
def check(*, step: LadderStep, outcome: str, text: str, by: User, at: datetime) -> None:
    """Whether what was agreed was kept; written once. Raises TooLate or NotNow."""
    case = acting.begin(case=step.case.merged_into or step.case, act=Act.CHECK_STEP)
    fresh = LadderStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if fresh.state != State.IN_FORCE or fresh.outcome:
        raise TooLate
    fresh.outcome, fresh.outcome_text = outcome, text
    fresh.checked_by, fresh.checked_at = by, at
    fresh.save(update_fields=["outcome", "outcome_text", "checked_by", "checked_at"])
    deadlines.meet(subject_kind="case", subject_id=case.pk, name=Name.CHECK, about=_about(fresh), at=at)
    with override("nl"):
        said = f"{fresh.level}: {fresh.get_outcome_display()}."
    acting.done(
        case=case, act=Act.CHECK_STEP, by=by, at=at, text=said, sensitive=False, detail={"outcome": outcome}
    )


def _undecided(step: LadderStep, by: User | None) -> LadderStep:
    fresh = LadderStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if fresh.state != State.PROPOSED:
        raise TooLate
    if by is not None and fresh.made_by_id == by.pk:
        raise NotYours
    return fresh


def _open_check(step: LadderStep, case: Case, at: datetime) -> None:
    if step.check_on is None:
        return
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.CHECK,
        about=_about(step),
        due=at_wall_clock(step.check_on, office.current().closes),
        team_id=case.team_id,
        at=at,
    )


def _about(step: LadderStep) -> str:
    return f"step.{step.pk}"


def _line(step: LadderStep) -> str:
    """What the timeline says of it: no word of what was said or agreed. In Dutch, as everything that is kept."""
    with override("nl"):
        return _in_dutch(step)


def _in_dutch(step: LadderStep) -> str:
    checked = f" Controle op {said_day(step.check_on)}." if step.check_on else ""
    return f"{Level(step.level).label}. Grond: {step.get_ground_display()}.{checked}"
