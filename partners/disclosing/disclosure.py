"""What a partner may see of a case (domain 4.3): a frozen dataclass, and nothing else reaches its page.

Every partner gets case number, kind, urgency, complex with space, and time. All the rest is a field that must be
named in Referral.fields, and that the matrix allows for the partner's profile in this moment (partners.disclosing.matrix). What leans on a
covenant must be named in one that is in force too (partners.disclosing.agreements).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.models import Case, Report
from incidents.rules.answers import DayPart, Frequency
from partners.defaults.data_types import SUMMARY
from partners.defaults.default_matrix import Cell, Field
from partners.disclosing import agreements, matrix
from partners.disclosing.attachments import Enclosed, enclosed
from partners.disclosing.disclosed_lines import DiaryLine, diary
from partners.disclosing.disclosed_past import EarlierCase, Step, earlier_cases, steps
from partners.disclosing.disclosed_people import (
    Contact,
    accused,
    known_at,
    may_name_home,
    nameable,
    reporter,
    reports_of,
)
from partners.disclosing.reveals import revealed
from partners.models import Partner, Question, Referral
from partners.models.referral_words import READABLE, Ground
from safetyportal.clock.urgency import Urgency

MOST_QUESTIONS = 20

# How long the association itself has for the first contact says nothing to a partner; how much haste there is does.
HASTE = {
    Urgency.U0: gettext_lazy("Spoed"),
    Urgency.U1: gettext_lazy("Spoed"),
    Urgency.U2: gettext_lazy("Snel"),
    Urgency.U3: gettext_lazy("Gewoon"),
    Urgency.U4: gettext_lazy("Gewoon"),
}


@dataclass(frozen=True)
class Place:
    """The complex, in which neighbourhood and town it stands, and the shared space."""

    complex: str
    area: str
    space: str


@dataclass(frozen=True)
class Disclosure:
    """The whole of what one partner sees of one case."""

    number: str
    kind: str
    urgency: str
    place: Place
    last_seen_on: date | None
    when: str
    summary: str
    about_home: str | None
    accused: tuple[str, ...]
    reporter: Contact | None
    revealed: tuple[Contact, ...]
    diary: tuple[DiaryLine, ...]
    earlier: tuple[EarlierCase, ...]
    steps: tuple[Step, ...]
    with_two: bool
    others: tuple[str, ...] | None
    why: str
    questions: tuple[Exchange, ...]
    attachments: tuple[Enclosed, ...]


@dataclass(frozen=True)
class Exchange:
    """A question of this partner with our answer, if there is one."""

    asked_at: datetime
    text: str
    answer: str
    answered_at: datetime | None
    waits: bool
    is_over: bool = False  # what the answer leaned on has ended, and it is not told any more


def grantable(*, partner: Partner, case: Case) -> frozenset[str]:
    """The fields a person may add when releasing to this partner; the reporter only when reporting by name."""
    fields = frozenset(matrix.choosable(profile=partner.profile)) - {Field.ATTACHMENTS}
    cell = matrix.current()[partner.profile][Field.REPORTER]
    if Field.REPORTER in fields and nameable(case.reports.all(), cell).exists():
        return fields
    return fields - {Field.REPORTER}


def disclose(*, referral: Referral) -> Disclosure:
    """What the partner of this referral may see. What the matrix does not allow now is dropped, whatever the row says."""
    case, report = referral.case, reports_of(referral).order_by("filed_at").first()
    column = matrix.now(referral)
    agreed = agreements.seen_of(referral)
    allowed = matrix.allowed(referral, column=column) & agreed
    home = _about_home(referral, column[Field.HOME])
    past = Field.EARLIER in allowed and may_name_home(referral, case.about_home)
    return Disclosure(
        number=case.number,
        kind=case.kind.label,
        urgency=haste(case),
        place=place_of(case, report),
        last_seen_on=report.last_seen_on if report else None,
        when=_when(report) if report else "",
        summary=referral.summary if SUMMARY in agreed else "",
        about_home=home if Field.HOME in allowed else None,
        accused=accused(referral) if Field.ACCUSED in allowed else (),
        reporter=reporter(referral, column[Field.REPORTER]) if Field.REPORTER in allowed else None,
        revealed=revealed(referral) if _may_be(referral, "has_reveals") else (),
        diary=diary(referral) if Field.DIARY in allowed else (),
        earlier=earlier_cases(referral) if past else (),
        steps=steps(referral) if past else (),
        with_two=Field.WITH_TWO in allowed and case.mark_aggression_risk is True,
        others=others(referral) if Field.OTHERS in allowed else None,
        why=_why(referral),
        questions=tuple(_exchange(referral, one) for one in referral.questions.all()[:MOST_QUESTIONS]),
        attachments=enclosed(referral=referral, at=timezone.now()) if _may_be(referral, "has_files") else (),
    )


def _exchange(referral: Referral, one: Question) -> Exchange:
    """An answer was told on a ground of its own, and goes with it."""
    if one.answer and not agreements.holds(referral, one.ground, SUMMARY):
        return Exchange(one.asked_at, one.text, "", one.answered_at, waits=False, is_over=True)
    return Exchange(one.asked_at, one.text, one.answer, one.answered_at, one.waits)


def _may_be(referral: Referral, what: str) -> bool:
    """False only where ReferralQuerySet.with_cells saw that there is none."""
    return bool(vars(referral).get(what, True))


def haste(case: Case) -> str:
    return str(HASTE[Urgency(case.urgency)])


def place_of(case: Case, report: Report | None) -> Place:
    """Complex and shared space; never a house number, and the entrance only when it names a shared space."""
    if case.complex is None:
        return Place(_("Plek nog niet bekend"), "", "")
    area = f"{case.complex.neighbourhood}, {case.complex.municipality}"
    if case.space is None:
        return Place(case.complex.name, area, _("In of bij een woning"))
    entrance = f", {case.entrance.name}" if case.entrance else ""
    return Place(case.complex.name, area, f"{case.space}{entrance}")


def _when(report: Report) -> str:
    parts = [str(DayPart(report.day_part).label)] if report.day_part not in ("", DayPart.UNKNOWN) else []
    if report.frequency != Frequency.UNKNOWN:
        parts.append(str(Frequency(report.frequency).label))
    return capfirst(", ".join(parts).lower())


def _about_home(referral: Referral, cell: Cell) -> str | None:
    """Where both sides must agree, the ground of whoever released it says that they do."""
    home = referral.case.about_home
    agreed = cell != Cell.CONSENT or referral.ground == Ground.CONSENT
    return home.address if home is not None and agreed and may_name_home(referral, home) else None


def others(referral: Referral) -> tuple[str, ...]:
    """Who took part when it was released, and still does or finished; not who gave it back or from whom it was taken."""
    released = referral.case.referrals.filter(state__in=READABLE, released_at__lte=known_at(referral))
    found = released.filter(partner__is_internal=False).exclude(partner=referral.partner)
    return tuple(found.order_by("partner__name").values_list("partner__name", flat=True).distinct())


def _why(referral: Referral) -> str:
    if referral.partner.is_internal:
        return _("U ziet dit omdat uw afdeling deze melding behandelt.")
    if referral.mode == Referral.Mode.CONSENT:
        return _("U ziet dit omdat de melder toestemming gaf om zijn of haar gegevens met u te delen.")
    if referral.mode == Referral.Mode.HOLD:
        return _(
            "U ziet dit omdat een medewerker deze gegevens voor u heeft vrijgegeven. Grond: {ground}."
        ).format(ground=referral.get_ground_display())
    return _(
        "U ziet alleen het minimum: soort, plek en tijd. Dit soort meldingen delen wij volgens de afspraken met u."
    )
