"""Everything a case page shows, read in a fixed number of statements. The reporter's identity is not among it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from incidents.following.dialogue import NO_ANSWER, Waiting, waiting_in
from incidents.models import Case, Question, Report
from incidents.rules.answers import Impact
from incidents.rules.severity import NAMES, Part
from partners.models import Question as PartnerQuestion
from partners.models import Referral, RoutingDecision
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import open_for
from safetyportal.clock.models import Deadline, Name
from safetyportal.desk import translations, why
from safetyportal.desk.entries import Entry, entry_of
from safetyportal.desk.evidence import Sent, sent_in
from safetyportal.desk.referral_lines import Line, lines_of
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
MOST_REPORTS, MOST_TERMS, MOST_DECISIONS, MOST_ENTRIES = 50, 50, 20, 200


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
    terms = list(open_for(subject_kind="case", subject_id=case.pk)[:MOST_TERMS])
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


def _part(stored: dict[str, Any]) -> Part:
    return Part(
        name=str(NAMES.get(stored["name"], stored["name"])), points=stored["points"], most=stored["most"]
    )
