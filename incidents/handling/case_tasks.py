"""What somebody must still do in a case, before the end of a day. A personal one is a reminder for oneself."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.handling.holding import colleagues
from incidents.models import Case, CaseTask, TimelineEntry
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import at_wall_clock
from safetyportal.clock.deadlines import Name
from safetyportal.texts.templatetags.portal import by_day

Visibility = TimelineEntry.Visibility
# The obligations of a case are everybody's to see and keep it from being closed; a reminder is neither.
OF_CASE, PERSONAL = "case", "case_personal"


class CannotOwn(ValueError):
    """This colleague does not work for the team of the case, or is away today."""


class AlreadyDone(ValueError):
    """Somebody did it; the message is that person's name."""


class NotYours(ValueError):
    """A reminder of somebody else."""


@transaction.atomic
def add(
    *, case: Case, what: str, due_on: date, owner: User | None, is_personal: bool, by: User, at: datetime
) -> CaseTask:
    """Put something on the list, for a colleague, for oneself or for nobody yet. Raises NotNow, or CannotOwn."""
    fresh = acting.begin(case=case, act=Act.ADD_TASK)
    owner = by if is_personal else owner
    if owner not in (None, by) and owner not in colleagues(team=fresh.team, case=fresh, at=at):
        raise CannotOwn
    made = CaseTask.objects.create(
        case=fresh, what=what, due_on=due_on, owner=owner, is_personal=is_personal, made_by=by, made_at=at
    )
    deadlines.open_deadline(
        **_of(made),
        due=_due(due_on),
        at=at,
        team_id=None if is_personal else fresh.team_id,
        owner=owner,
        bars_closing=not is_personal,
    )
    said = [what, _before(due_on), *([f"Voor {owner.name}."] if owner and not is_personal else [])]
    _done(fresh, made, Act.ADD_TASK, "\n".join(said), by, at)
    return made


@transaction.atomic
def finish(*, task: CaseTask, by: User, at: datetime) -> None:
    """It is done. Raises NotNow, AlreadyDone or NotYours."""
    case = acting.begin(case=task.case, act=Act.FINISH_TASK)
    fresh = _open(task, by)
    fresh.done_by, fresh.done_at = by, at
    fresh.save(update_fields=["done_by", "done_at"])
    deadlines.meet(**_of(fresh), at=at)
    _done(case, fresh, Act.FINISH_TASK, fresh.what, by, at)


@transaction.atomic
def move(*, task: CaseTask, due_on: date, reason: str, by: User, at: datetime) -> None:
    """Another day, with the reason why. Raises NotNow, AlreadyDone or NotYours."""
    case = acting.begin(case=task.case, act=Act.MOVE_TASK)
    fresh = _open(task, by)
    if fresh.due_on == due_on:
        return
    fresh.due_on = due_on
    fresh.save(update_fields=["due_on"])
    deadlines.reschedule(**_of(fresh), due=_due(due_on))
    _done(case, fresh, Act.MOVE_TASK, f"{fresh.what}\n{_before(due_on)} {reason}", by, at)


def _open(task: CaseTask, by: User) -> CaseTask:
    """The task as it is now, locked; its case was locked before."""
    fresh = CaseTask.objects.select_for_update(of=("self",)).select_related("done_by").get(pk=task.pk)
    if fresh.is_personal and fresh.owner_id != by.pk:
        raise NotYours
    if fresh.done_by is not None:
        raise AlreadyDone(fresh.done_by.name)
    return fresh


def _of(task: CaseTask) -> deadlines.Which:
    return {
        "subject_kind": PERSONAL if task.is_personal else OF_CASE,
        "subject_id": task.case_id,
        "name": Name.TASK,
        "about": task.pk,
    }


def _due(day: date) -> datetime:
    return at_wall_clock(day, office.current().closes)


def _before(day: date) -> str:
    with override("nl"):
        said = by_day(day)
    return f"{said[:1].upper()}{said[1:]}."


def _done(case: Case, task: CaseTask, act: Act, text: str, by: User, at: datetime) -> None:
    visibility = Visibility.PERSONAL if task.is_personal else Visibility.TEAM
    acting.done(case=case, act=act, by=by, at=at, text=text, visibility=visibility, detail={"task": task.pk})
