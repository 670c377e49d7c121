"""Everything a case page shows, read in a fixed number of statements. The reporter's identity is not among it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from incidents.following.dialogue import NO_ANSWER, Waiting, waiting_in
from incidents.models import Case, Question, Report
from incidents.rules.answers import Impact
from incidents.rules.severity import NAMES, Part
from partners.defaults.default_matrix import Field
from partners.disclosing.attachments import GIVEN_IN, may_have
from partners.disclosing.reveals import may_know
from partners.mailing.deliveries import Told, told_of
from partners.models import CutOff, Referral, Reveal, RoutingDecision
from partners.models import Question as PartnerQuestion
from partners.models.referral_words import IN_QUEUE, State
from partners.staffing.options import is_closed_to_partners
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import open_for
from safetyportal.clock.models import Deadline, Name
from safetyportal.desk import translations, why
from safetyportal.desk.entries import Entry, entry_of
from safetyportal.desk.evidence import Sent, sent_in
from safetyportal.desk.translations import Translated, Translations
from safetyportal.texts.templatetags.portal import visible_bidi

PARTS = (
    "kind__group",
    "complex",
    "entrance",
    "space",
    "team",
    "holder",
    "about_home",
    "merged_into",
)
MOST_REPORTS, MOST_REFERRALS, MOST_DECISIONS, MOST_ENTRIES = 50, 50, 20, 200
REFERRAL_TONES = {
    State.PROPOSED: "warn",
    State.DECLINED: "danger",
    State.FINISHED: "ok",
    State.ACCEPTED: "ok",
    State.ASKED: "warn",
    State.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Filed:
    """A report, with in words what it does to the reporter, and the questions that were asked with their answers."""

    report: Report
    impact: str
    answers: list[tuple[str, str]]
    translations: list[Translated]


@dataclass(frozen=True)
class Term:
    """`code` and `about` as they are kept (clock.models.Deadline)."""

    code: str
    about: str
    name: str
    due: datetime
    is_late: bool
    is_paused: bool
    bars_closing: bool
    is_asked_of_us: bool  # by a reporter: those have a list of their own
    is_unanswered: bool  # our question to a reporter, and the term is over


@dataclass(frozen=True)
class Line:
    """A referral as staff see it."""

    referral: Referral
    tone: str
    waits_for_us: bool
    is_late: bool
    may_have_files: bool
    may_know_reporter: bool
    questions: list[PartnerQuestion]
    question: PartnerQuestion | None
    unseen: str  # why the partner that has it in hand cannot see it any more (CutOff.Why); "" where it can
    may_share_anew: bool
    told: Told | None = None
    along: tuple[str, ...] = ()  # what a partner outside got besides the minimum


@dataclass(frozen=True)
class CaseFile:
    reports: list[Filed]
    evidence: Sent
    asks: list[Waiting]
    terms: list[Term]
    lines: list[Line]
    newest: int
    entries: list[Entry]
    is_cut: bool
    severity: list[Part]
    place: str

    @property
    def proposals(self) -> list[Referral]:
        return [line.referral for line in self.lines if line.waits_for_us]

    @property
    def questions(self) -> list[PartnerQuestion]:
        return [line.question for line in self.lines if line.question]

    @property
    def own_terms(self) -> list[Term]:
        return [term for term in self.terms if not term.is_asked_of_us]

    @property
    def is_unanswered(self) -> bool:
        return any(term.is_unanswered for term in self.terms)

    @property
    def bars_closing(self) -> bool:
        return any(term.bars_closing for term in self.terms)


def read(*, case: Case, actor: User, at: datetime) -> CaseFile:
    """`case` comes with PARTS selected."""
    reports = list(case.reports.select_related("spoken").order_by("filed_at", "number")[:MOST_REPORTS])
    terms = list(open_for(subject_kind="case", subject_id=case.pk)[:MOST_REFERRALS])
    entries = list(case.timeline.shown_to(actor)[: MOST_ENTRIES + 1])
    translated = translations.of_case(reports=reports, entries=entries)
    return CaseFile(
        reports=_filed(reports, translated),
        evidence=sent_in(case=case, at=at),
        asks=waiting_in(reports, terms),
        terms=[_term(one, at) for one in terms],
        lines=lines_of(case=case, at=at),
        newest=max((entry.pk for entry in entries), default=0),
        entries=[entry_of(one, reports, translated) for one in entries[:MOST_ENTRIES]],
        is_cut=len(entries) > MOST_ENTRIES,
        severity=[_part(one) for one in case.severity_parts],
        place=place_of(case),
    )


def lines_of(*, case: Case, at: datetime) -> list[Line]:
    """The referrals of a case, the newest first."""
    referrals = (
        case.referrals.select_related("partner", "released_by", "answered_by", "made_by")
        .annotate(
            unseen=Subquery(CutOff.objects.now().filter(referral=OuterRef("pk")).values("why")[:1]),
            named=Exists(Reveal.objects.filter(referral=OuterRef("pk"), state=Reveal.State.CONFIRMED)),
        )
        .prefetch_related("questions")
        .order_by("-created_at", "id")
    )
    return [_line(one, case, at) for one in referrals[:MOST_REFERRALS]]


def told_lines_of(*, case: Case, at: datetime) -> list[Line]:
    """The same, each with how telling its people went."""
    lines = lines_of(case=case, at=at)
    told = told_of(line.referral for line in lines)
    return [replace(line, told=told.get(line.referral.pk)) for line in lines]


def decisions_of(*, case: Case) -> list[RoutingDecision]:
    found = RoutingDecision.objects.filter(order__report__case=case).select_related(*why.PARTS)
    return list(found.order_by("-decided_at", "-id")[:MOST_DECISIONS])


def place_of(case: Case) -> str:
    if case.complex is None:
        return _("Plek niet bekend")
    parts = (case.complex.name, case.space and str(case.space), case.entrance and case.entrance.name)
    return ", ".join(part for part in parts if part)


def _filed(reports: list[Report], translated: Translations) -> list[Filed]:
    asked = Question.objects.in_bulk({int(key) for report in reports for key in report.answers})
    return [
        Filed(
            report,
            ", ".join(str(Impact(one).label) for one in report.impact),
            [
                (question.text, visible_bidi(question.said(report.answers[str(question.pk)])))
                for question in sorted(asked.values(), key=lambda one: one.position)
                if str(question.pk) in report.answers
            ],
            translated.of_reports.get(report.pk, []),
        )
        for report in reports
    ]


def _term(deadline: Deadline, at: datetime) -> Term:
    paused = deadline.paused_since is not None
    late = not paused and deadline.due < at
    unanswered = late and deadline.name == Name.REPORTER_ANSWER
    return Term(
        code=deadline.name,
        about=deadline.about,
        name=str(NO_ANSWER if unanswered else deadline.get_name_display()),
        due=deadline.due,
        is_late=late,
        is_paused=paused,
        bars_closing=deadline.bars_closing,
        is_asked_of_us=deadline.name == Name.REPORTER_ASKS,
        is_unanswered=unanswered,
    )


def _line(referral: Referral, case: Case, at: datetime) -> Line:
    waits_for_them = referral.state in IN_QUEUE
    questions = list(referral.questions.all())
    unseen = referral.unseen or ""  # type: ignore[attr-defined]
    return Line(
        referral=referral,
        tone=REFERRAL_TONES.get(State(referral.state), "info"),
        waits_for_us=referral.state == State.PROPOSED and case.is_open,
        is_late=waits_for_them
        and referral.state != State.ASKED
        and referral.due_at is not None
        and referral.due_at < at,
        may_have_files=referral.state in GIVEN_IN and case.is_open and may_have(referral.partner),
        may_know_reporter=referral.state in IN_QUEUE and case.is_open and may_know(referral),
        questions=questions,
        question=next((one for one in questions if one.waits and case.is_open), None),
        unseen=unseen,
        may_share_anew=not is_closed_to_partners(case) and unseen != CutOff.Why.RETIRED,
        along=tuple(_along(referral)),
    )


def _along(referral: Referral) -> Iterator[str]:
    if referral.released_at is None or referral.partner.is_internal:
        return
    if referral.summary:
        yield _("samenvatting")
    yield from (str(Field(one).label) for one in referral.fields if one in Field.values)
    if referral.named:  # type: ignore[attr-defined]
        yield _("wie in vertrouwen meldde")


def _part(stored: dict[str, Any]) -> Part:
    return Part(
        name=str(NAMES.get(stored["name"], stored["name"])), points=stored["points"], most=stored["most"]
    )
