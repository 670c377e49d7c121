"""What staff may do with a case, as one table: from which state, to which, what it leaves behind, and which clocks it moves.

Source: domain 3.1. A row is read from left to right; incidents.acting carries it out. What reporters and partners set in motion
follows workflow.NEXT and is not in here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from incidents.acts import Act
from incidents.models import TimelineEntry
from incidents.rules.workflow import ENDED, RESTING, Status
from safetyportal.clock.deadlines import Name

Sort = TimelineEntry.Sort

ALL = frozenset(Status)
OPEN = ALL - RESTING
# Whoever belongs to a merged case writes where the work goes on.
NOT_MERGED = ALL - {Status.MERGED}

# The promises to a reporter that stand still while we wait for an answer.
HELD = (Name.DECIDE, Name.PROGRESS, Name.FIRST_CONTACT)


def _to(target: Status, *sources: Status) -> dict[Status, frozenset[Status]]:
    return {source: frozenset({target}) for source in sources}


@dataclass(frozen=True)
class Row:
    """`when` the act is allowed; `to` which state it may lead from each (not named: the state stays); `sort` of the line it
    leaves; `tells` whether the reporter reads a message with it; `meets` which promises it keeps, `opens` which begin anew,
    `holds` whether the promises stand still; `minds` which lines of others, written since the page was shown, make it stale
    (empty: lines of its own sort)."""

    when: frozenset[Status]
    sort: Sort
    to: Mapping[Status, frozenset[Status]] = field(default_factory=dict)
    tells: bool = False
    meets: tuple[Name, ...] = ()
    opens: tuple[Name, ...] = ()
    holds: bool = False
    minds: frozenset[Sort] = frozenset()


S = Status

# From here the other side can be invited; before that somebody takes the case.
_HEARABLE = frozenset({S.INVESTIGATION, S.WAITING, S.HEARING, S.APPROACH, S.AT_PARTNER, S.MONITORING})
# incidents.sides.hearings chooses: on, or nowhere while somebody else must still come.
_HEARD_OR_NOT = {S.HEARING: frozenset({S.INVESTIGATION, S.APPROACH})}

_PROMISED, _NEXT = (Name.FIRST_CONTACT, Name.PROGRESS), (Name.PROGRESS,)

TABLE: dict[Act, Row] = {
    Act.TAKE: Row(OPEN, Sort.TAKEN, _to(S.INVESTIGATION, S.RECEIVED, S.TRIAGE), meets=(Name.DECIDE,)),
    Act.HAND_OVER: Row(OPEN, Sort.HANDED_OVER, minds=frozenset({Sort.TAKEN, Sort.HANDED_OVER, Sort.REOPENED})),
    Act.NOTE: Row(NOT_MERGED, Sort.NOTE),
    Act.ADD_MAIL: Row(NOT_MERGED, Sort.MAIL),
    Act.CONTACT: Row(NOT_MERGED, Sort.CONTACT, meets=_PROMISED, opens=_NEXT),
    Act.MESSAGE: Row(NOT_MERGED, Sort.MESSAGE, tells=True, meets=_PROMISED, opens=_NEXT),
    Act.ASK: Row(
        OPEN,
        Sort.QUESTION,
        # With a partner, or while the other side is heard, that goes on besides.
        _to(S.WAITING, S.RECEIVED, S.TRIAGE, S.INVESTIGATION, S.APPROACH, S.MONITORING),
        tells=True,
        meets=(Name.FIRST_CONTACT,),
        holds=True,
    ),
    Act.SETTLE: Row(NOT_MERGED, Sort.MESSAGE, tells=True),
    Act.MARK: Row(OPEN, Sort.MARKED),
    Act.NAME_HOME: Row(OPEN, Sort.MARKED),
    Act.OVERRIDE: Row(OPEN, Sort.SEVERITY),
    Act.CHANGE_KIND: Row(OPEN, Sort.CHANGED),
    Act.CHANGE_PLACE: Row(OPEN, Sort.CHANGED),
    Act.INVESTIGATE: Row(
        OPEN - {S.INVESTIGATION},
        Sort.STATUS,
        _to(S.INVESTIGATION, *(OPEN - {S.INVESTIGATION})),
        meets=(Name.DECIDE,),
    ),
    Act.APPROACH: Row(
        OPEN - {S.APPROACH, S.RECEIVED, S.TRIAGE},
        Sort.STATUS,
        _to(S.APPROACH, *(OPEN - {S.APPROACH, S.RECEIVED, S.TRIAGE})),
        meets=(Name.DECIDE,),
    ),
    Act.MONITOR: Row(
        frozenset({S.WAITING, S.INVESTIGATION, S.APPROACH, S.AT_PARTNER}),
        Sort.STATUS,
        _to(S.MONITORING, S.WAITING, S.INVESTIGATION, S.APPROACH, S.AT_PARTNER),
        meets=(Name.DECIDE,),
        opens=(Name.REVIEW,),
    ),
    Act.CLOSE: Row(
        OPEN, Sort.CLOSED, dict.fromkeys(OPEN, ENDED), tells=True, meets=tuple(Name), minds=frozenset(Sort)
    ),
    Act.REOPEN: Row(
        ENDED | {S.REOPEN_ASKED},
        Sort.REOPENED,
        _to(S.INVESTIGATION, *ENDED, S.REOPEN_ASKED),
        tells=True,
        opens=(Name.PROGRESS,),
    ),
    # Of a case that goes up in another, and of the one that takes it in.
    Act.MERGE: Row(OPEN, Sort.MERGED, _to(S.MERGED, *OPEN), tells=True, meets=tuple(Name)),
    Act.RECEIVE: Row(OPEN, Sort.MERGED),
    Act.UNMERGE: Row(
        frozenset({S.MERGED}), Sort.UNMERGED, _to(S.INVESTIGATION, S.MERGED), opens=(Name.PROGRESS,)
    ),
    Act.GIVE_BACK: Row(OPEN, Sort.UNMERGED),
    Act.SPLIT: Row(OPEN, Sort.SPLIT),
    # A step is part of the approach, also while another side is still being heard or a partner works on it.
    Act.TAKE_STEP: Row(OPEN, Sort.LADDER, _to(S.APPROACH, S.INVESTIGATION, S.MONITORING), meets=(Name.DECIDE,)),
    Act.PROPOSE_STEP: Row(OPEN, Sort.LADDER),
    Act.CONFIRM_STEP: Row(
        OPEN, Sort.LADDER, _to(S.APPROACH, S.INVESTIGATION, S.MONITORING), meets=(Name.DECIDE,)
    ),
    Act.REFUSE_STEP: Row(OPEN, Sort.LADDER),
    Act.CHECK_STEP: Row(OPEN, Sort.CHECKED),
    Act.PLAN: Row(OPEN, Sort.PLAN, meets=(Name.REVIEW,)),
    Act.REVIEW: Row(OPEN, Sort.PLAN, meets=(Name.REVIEW,)),
    Act.JUDGE_HARASSMENT: Row(OPEN, Sort.MARKED),
    Act.REFUSE_REOPEN: Row(
        frozenset({S.REOPEN_ASKED}), Sort.REOPEN_REFUSED, {S.REOPEN_ASKED: ENDED}, tells=True
    ),
    # With its complex; what has ended goes along without a line.
    Act.CHANGE_TEAM: Row(OPEN, Sort.CHANGED),
    # Whoever is a party stays out, also of what has ended.
    Act.KEEP_OUT: Row(ALL, Sort.CONFLICT),
    Act.LET_IN: Row(ALL, Sort.CONFLICT),
    # Who is on duty says so (incidents.staffing.on_call).
    Act.ACKNOWLEDGE: Row(OPEN, Sort.ACKNOWLEDGED),
    # Their clocks are those of the tasks themselves (incidents.handling.case_tasks).
    Act.ADD_TASK: Row(OPEN, Sort.TASK),
    Act.FINISH_TASK: Row(OPEN, Sort.TASK_DONE),
    Act.MOVE_TASK: Row(OPEN, Sort.TASK),
    # An objection is answered after the end too.
    Act.WRITE_LETTER: Row(NOT_MERGED, Sort.LETTER),
    Act.SEND_LETTER: Row(NOT_MERGED, Sort.LETTER),
    Act.CHECK_LETTER: Row(OPEN, Sort.CHECKED),
    Act.TRANSLATE: Row(NOT_MERGED, Sort.TRANSLATED),
    Act.SPEAK: Row(NOT_MERGED, Sort.MARKED),
    Act.ADD_PARTY: Row(OPEN, Sort.PARTY),
    Act.CHANGE_PARTY: Row(NOT_MERGED, Sort.PARTY),
    Act.END_PARTY: Row(NOT_MERGED, Sort.PARTY, _HEARD_OR_NOT),
    # The reporter reads "Wij onderzoeken" all the while (workflow.FOR_REPORTER).
    Act.INVITE: Row(_HEARABLE, Sort.INVITED, _to(S.HEARING, *(_HEARABLE - {S.HEARING}))),
    Act.HEAR: Row(OPEN, Sort.HEARD, _HEARD_OR_NOT),
    Act.NO_SHOW: Row(OPEN, Sort.NO_SHOW, _HEARD_OR_NOT),
    Act.MOVE_HEARING: Row(OPEN, Sort.INVITED),
    Act.CANCEL_HEARING: Row(OPEN, Sort.INVITED, _HEARD_OR_NOT),
    # Rights do not end with the case.
    Act.INFORM: Row(NOT_MERGED, Sort.INFORMED),
    Act.DELAY_INFORM: Row(NOT_MERGED, Sort.INFORMED),
    Act.LETTER_WITH_CODE: Row(NOT_MERGED, Sort.LETTER),
    Act.STATEMENT: Row(NOT_MERGED, Sort.STATEMENT),
    Act.OBJECTION: Row(NOT_MERGED, Sort.OBJECTION),
    Act.ANSWER_PARTY: Row(NOT_MERGED, Sort.OBJECTION),
    Act.LOOK: Row(NOT_MERGED, Sort.STATEMENT),
    Act.RESTRICT: Row(NOT_MERGED, Sort.RESTRICTION),
    Act.LIFT_RESTRICTION: Row(NOT_MERGED, Sort.RESTRICTION),
    Act.PROPOSE_SCALE: Row(OPEN, Sort.SCALED),
    Act.CONFIRM_SCALE: Row(OPEN, Sort.SCALED),
    Act.REFUSE_SCALE: Row(OPEN, Sort.SCALED),
    Act.LOOK_SCALED: Row(OPEN, Sort.SCALED, meets=(Name.SCALED,)),
    # Back to us, or nowhere while another partner still works on it.
    Act.SCALE_BACK: Row(
        OPEN, Sort.SCALED, {S.AT_PARTNER: frozenset({S.INVESTIGATION, S.APPROACH})}, meets=(Name.SCALED,)
    ),
}  # fmt: skip


def possible(status: str) -> list[Act]:
    """What the table allows in this state."""
    return [act for act, row in TABLE.items() if status in row.when]
