"""One matter, one case: cases that are about the same come together, and can be set apart again. Nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from incidents import acting
from incidents.act_table import TABLE
from incidents.acts import Act, NotNow
from incidents.handling import casework, judging
from incidents.handling.changing import route_again
from incidents.joining import going_back
from incidents.joining.going_back import Parting
from incidents.joining.moving import bars_merging, carry_over, keep_promises
from incidents.joining.moving_people import carry_people, give_back_people
from incidents.models import Case, Plan, ReportMove
from incidents.search import indexing
from incidents.staffing import conflicts, on_call
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import at_wall_clock, local_day
from safetyportal.clock.deadlines import Name

MOST_AT_ONCE = 20


class CannotMerge(ValueError):
    """`why`: "self", "partner" (somebody outside still works on it), "protected" or "empty"; `case` says which."""

    def __init__(self, why: str, case: Case) -> None:
        super().__init__(why)
        self.why, self.case = why, case


@transaction.atomic
def merge(*, cases: Sequence[Case], into: Case, reason: str, message: str, by: User, at: datetime) -> None:
    """The reports of `cases` go on in `into`, all of them or none. Their reporters keep number, code and thread, and read
    `message`.

    Of two people who merge two cases into each other one does, the other gets NotNow. Raises CannotMerge.
    """
    conflicts.hold_people(cases=[*cases, into])
    held = _locked({case.pk for case in cases} | {into.pk})
    target = held.pop(into.pk)
    if into.pk in {case.pk for case in cases}:
        raise CannotMerge("self", into)
    _look(Act.RECEIVE, target)
    for case in held.values():
        _look(Act.MERGE, case)
        if bars_merging(case):
            raise CannotMerge("partner", case)
        if case.restricted != target.restricted and Role.RESTRICTED not in by.roles:
            raise CannotMerge("protected", case)
    for case in held.values():
        conflicts.carry_over(source=case, target=target, by=by, at=at)
        target.refresh_from_db(fields=["holder"])
        _merge_one(case, target, reason, message, by, at)
    judging.judge_again(case=target)
    on_call.carry_over(sources=held.values(), target=target, at=at)
    numbers = ", ".join(case.number for case in held.values())
    acting.done(
        case=target, act=Act.RECEIVE, by=by, at=at, text=f"{numbers} hoort nu hierbij. {reason}".strip()
    )
    route_again(target.reports.order_by("filed_at", "number")[0], at)


def _merge_one(case: Case, target: Case, reason: str, message: str, by: User, at: datetime) -> None:
    if message:
        casework.tell_reporter(
            case=case, text=message, by=by, at=at, key=f"merged:{case.pk}:{at.isoformat()}"
        )
    carry_over(
        reports=list(case.reports.all()), source=case, target=target, sort=ReportMove.Sort.MERGE, by=by, at=at
    )
    carry_people(source=case, target=target)
    keep_promises(source=case, target=target, at=at)
    Case.objects.filter(merged_into=case).update(merged_into=target)
    # Nobody reads by this door what the other case hides.
    case.restricted = case.restricted or target.restricted
    case.save(update_fields=["restricted"])
    case.merged_into = target
    acting.done(
        case=case,
        act=Act.MERGE,
        by=by,
        at=at,
        text=f"Gaat verder in {target.number}. {reason}".strip(),
        detail={"into": target.number},
    )
    target.urgency = min(target.urgency, case.urgency)
    target.restricted = target.restricted or case.restricted
    if target.suspected_duplicate_of_id == case.pk:
        target.suspected_duplicate_of = None
    target.save(update_fields=["urgency", "restricted", "suspected_duplicate_of"])


@transaction.atomic
def unmerge(*, case: Case, reason: str, by: User, at: datetime) -> Parting:
    """What `case` brought goes back, and it is open again; what was made since stays (going_back). Raises NotNow when it is not merged, CannotMerge when
    it holds nothing any more or is another's to decide, or conflicts.KeptOut.

    What was said of conflicts in the other meanwhile holds for this one too.
    """
    both = list(Case.objects.filter(pk__in={case.pk, case.merged_into_id or case.pk}))
    conflicts.hold(person=by)
    conflicts.hold_people(cases=both)
    held = _locked({one.pk for one in both})
    fresh = held[case.pk]
    _look(Act.UNMERGE, fresh)
    target = held.get(fresh.merged_into_id or 0)
    if target is None:
        # Merged once more between looking and locking.
        raise NotNow(Act.UNMERGE, fresh.status)
    if target.restricted != fresh.restricted and Role.RESTRICTED not in by.roles:
        raise CannotMerge("protected", fresh)
    own, old = going_back.came_from(fresh, target), going_back.earlier(fresh, target)
    if not own:
        raise CannotMerge("empty", fresh)
    parted = going_back.parting(case=fresh, target=target)
    conflicts.carry_over(source=target, target=fresh, by=by, at=at)
    conflicts.check(person=by, case=fresh)
    carry_over(reports=own, source=target, target=fresh, sort=ReportMove.Sort.UNMERGE, by=by, at=at)
    Case.objects.filter(pk__in=[one.pk for one in old]).update(merged_into=fresh)
    give_back_people(source=target, target=fresh, cases=[fresh, *old])
    fresh.merged_into = None
    if fresh.holder is None or not fresh.holder.is_active:
        fresh.holder = by
    fresh.save(update_fields=["holder"])
    said = parted.in_dutch()
    acting.done(
        case=fresh, act=Act.UNMERGE, by=by, at=at, text=f"Los van {target.number}. {said} {reason}".strip()
    )
    _review_again(fresh, at)
    judging.judge_again(case=fresh)
    if target.is_open:
        if target.reports.exists():
            judging.judge_again(case=target)
        acting.done(
            case=target,
            act=Act.GIVE_BACK,
            by=by,
            at=at,
            text=f"{fresh.number} is weer apart. {said} {reason}".strip(),
        )
    else:
        indexing.ask(case=target, at=at)
    route_again(own[0], at)
    return parted


def _review_again(case: Case, at: datetime) -> None:
    """The day on which its plan was to be looked at again; merging had put an end to it."""
    plan = Plan.objects.filter(case=case).first()
    if plan is None:
        return
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.REVIEW,
        due=at_wall_clock(max(plan.review_on, local_day(at)), office.current().closes),
        team_id=case.team_id,
        at=at,
    )


def _locked(keys: set[int]) -> dict[int, Case]:
    """All of them held, always in the same order, so that two who merge at once never wait for each other."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("kind", "holder").filter(pk__in=keys)
    return {case.pk: case for case in rows.order_by("pk")}


def _look(act: Act, case: Case) -> None:
    if case.status not in TABLE[act].when:
        raise NotNow(act, case.status)
