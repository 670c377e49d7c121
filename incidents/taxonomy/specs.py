"""The shapes of the taxonomy: a group and a kind of report, as plain data for the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Urgency = Literal["U0", "U1", "U2", "U3", "U4"]
Intake = Literal["open", "call_first", "closed", "staff"]
Share = Literal["A", "M", "T", "H", "N"]
Law = Literal["no", "may", "yes"]


@dataclass(frozen=True)
class GroupSpec:
    code: str
    label_nl: str
    label_en: str


@dataclass(frozen=True, kw_only=True)
class KindSpec:
    """One kind of report (soort).

    `urgency` is the term once the report is filed; "first call" is said by `intake`. An open kind with a
    `call_line` shows that number as advice beside the form; call_first and closed show it on its own page.
    `first_partners` and `second_partners` are where routing may go; `named_partners` are the organisations
    that belong to the kind, for staff to propose to. They differ where nothing leaves by itself.
    """

    code: str
    label_nl: str
    label_en: str
    hint_nl: str
    urgency: Urgency
    share: Share
    nature: float
    vera: str
    first_partners: tuple[str, ...]
    second_partners: tuple[str, ...] = ()
    named_partners: tuple[str, ...] = ()
    intake: Intake = "open"
    call_line: str = ""
    call_text_nl: str = ""
    hint_en: str = ""
    call_text_en: str = ""
    may_propose: bool = True
    art9: Law = "no"
    art10: Law = "no"
    restricted: bool = False
    one_to_one: bool = False
    first_answer: Literal["case", "advice", "mediation"] = "case"
    advice_nl: str = ""
    advice_en: str = ""

    @property
    def group(self) -> str:
        return self.code.partition("-")[0]


@dataclass(frozen=True)
class QuestionSpec:
    """One question of a kind; `options` are pairs of Dutch and English. `only_if`: an earlier question and its answer."""

    text_nl: str
    text_en: str
    sort: Literal["yes_no", "choice", "many", "line"] = "yes_no"
    options: tuple[tuple[str, str], ...] = ()
    hint_nl: str = ""
    hint_en: str = ""
    only_if: tuple[QuestionSpec, str] | None = None


@dataclass(frozen=True)
class SetSpec:
    """What one kind asks: its own questions in order, and which of the standard ones."""

    own: tuple[QuestionSpec, ...]
    standard: tuple[str, ...]
