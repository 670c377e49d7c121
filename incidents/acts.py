"""What staff may do with a case, by name; incidents.act_table says when, and what comes of it."""

from __future__ import annotations

from enum import StrEnum

from incidents.rules.workflow import Status


class Act(StrEnum):
    """In the audit log as case.<act>."""

    TAKE = "take"
    HAND_OVER = "hand_over"
    NOTE = "note"
    ADD_MAIL = "add_mail"
    CONTACT = "contact"
    MESSAGE = "message"
    ASK = "ask"
    SETTLE = "settle"
    MARK = "mark"
    NAME_HOME = "name_home"
    OVERRIDE = "override"
    CHANGE_KIND = "change_kind"
    CHANGE_PLACE = "change_place"
    INVESTIGATE = "investigate"
    APPROACH = "approach"
    MONITOR = "monitor"
    CLOSE = "close"
    REOPEN = "reopen"
    REFUSE_REOPEN = "refuse_reopen"
    ACKNOWLEDGE = "acknowledge"
    ADD_TASK = "add_task"
    FINISH_TASK = "finish_task"
    MOVE_TASK = "move_task"
    # Who is involved, and what is owed to who was reported about (incidents.sides.parties, hearings, rights).
    ADD_PARTY = "add_party"
    CHANGE_PARTY = "change_party"
    END_PARTY = "end_party"
    INVITE = "invite"
    HEAR = "hear"
    NO_SHOW = "no_show"
    MOVE_HEARING = "move_hearing"
    CANCEL_HEARING = "cancel_hearing"
    INFORM = "inform"
    DELAY_INFORM = "delay_inform"
    LETTER_WITH_CODE = "letter_with_code"
    STATEMENT = "statement"
    OBJECTION = "objection"
    ANSWER_PARTY = "answer_party"
    LOOK = "look"
    RESTRICT = "restrict"
    LIFT_RESTRICTION = "lift_restriction"
    MERGE = "merge"
    RECEIVE = "receive"
    UNMERGE = "unmerge"
    GIVE_BACK = "give_back"
    SPLIT = "split"
    TAKE_STEP = "take_step"
    PROPOSE_STEP = "propose_step"
    CONFIRM_STEP = "confirm_step"
    REFUSE_STEP = "refuse_step"
    CHECK_STEP = "check_step"
    PLAN = "plan"
    REVIEW = "review"
    JUDGE_HARASSMENT = "judge_harassment"
    CHANGE_TEAM = "change_team"
    KEEP_OUT = "keep_out"
    LET_IN = "let_in"
    WRITE_LETTER = "write_letter"
    SEND_LETTER = "send_letter"
    CHECK_LETTER = "check_letter"
    TRANSLATE = "translate"
    SPEAK = "speak"
    # Up to the care-and-safety house or the municipality, and back (partners.scaling.scaling).
    PROPOSE_SCALE = "propose_scale"
    CONFIRM_SCALE = "confirm_scale"
    REFUSE_SCALE = "refuse_scale"
    LOOK_SCALED = "look_scaled"
    SCALE_BACK = "scale_back"


class NotNow(ValueError):
    """The case stands in a state in which this may not be done."""

    def __init__(self, act: Act, status: str) -> None:
        super().__init__(f"{act} in {status}")
        self.act, self.status = act, Status(status)
