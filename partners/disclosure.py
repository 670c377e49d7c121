"""What a partner may see of a case (domain 4.3): a frozen dataclass, and nothing else reaches its page.

Every partner gets case number, kind, urgency, complex with space, and time. All the rest is a field that must be
named in Referral.fields, and that the matrix allows for the partner's profile in this moment (partners.matrix).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.models import Case, Report, ReporterIdentity, ReportMove
from incidents.rules.answers import DayPart, Frequency, Mode
from partners import matrix
from partners.default_matrix import Cell, Field
from partners.models import Partner, Referral
from partners.models.referral import Ground
from safetyportal.clock.urgency import Urgency

MOST_QUESTIONS = 20
BUILT = frozenset({Field.HOME, Field.REPORTER, Field.WITH_TWO, Field.OTHERS})
PROTECTED = "protected"  # the block that stood in the way of a referral that a second person released

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
class Contact:
    name: str
    phone: str
    email: str


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
    reporter: Contact | None
    with_two: bool
    others: tuple[str, ...] | None
    why: str
    questions: tuple[Exchange, ...]


@dataclass(frozen=True)
class Exchange:
    """A question of this partner with our answer, if there is one."""

    asked_at: datetime
    text: str
    answer: str
    answered_at: datetime | None
    waits: bool


def grantable(*, partner: Partner, case: Case) -> frozenset[str]:
    """The fields a person may add when releasing to this partner; the reporter only when reporting by name."""
    fields = frozenset(matrix.choosable(profile=partner.profile)) & BUILT
    cell = matrix.current()[partner.profile][Field.REPORTER]
    if Field.REPORTER in fields and _nameable(case.reports.all(), cell).exists():
        return fields
    return fields - {Field.REPORTER}


def disclose(*, referral: Referral) -> Disclosure:
    """What the partner of this referral may see. What the matrix does not allow now is dropped, whatever the row says."""
    case, report = referral.case, _reports(referral).order_by("filed_at").first()
    column = matrix.now(referral)
    allowed = matrix.allowed(referral, column=column)
    # Whoever must agree did: a person who releases says so with the ground.
    agreed = referral.ground == Ground.CONSENT
    return Disclosure(
        number=case.number,
        kind=case.kind.label,
        urgency=haste(case),
        place=place_of(case, report),
        last_seen_on=report.last_seen_on if report else None,
        when=_when(report) if report else "",
        summary=referral.summary,
        about_home=_about_home(referral)
        if Field.HOME in allowed and (agreed or column[Field.HOME] != Cell.CONSENT)
        else None,
        reporter=_contact(referral, column[Field.REPORTER]) if Field.REPORTER in allowed else None,
        with_two=Field.WITH_TWO in allowed and case.mark_aggression_risk is True,
        others=_others(referral) if Field.OTHERS in allowed else None,
        why=_why(referral),
        questions=tuple(
            Exchange(one.asked_at, one.text, one.answer, one.answered_at, one.waits)
            for one in referral.questions.all()[:MOST_QUESTIONS]
        ),
    )


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


def _about_home(referral: Referral) -> str | None:
    """Staff may name the home, or learn that it is a secret address, after the release: then two people decide anew."""
    home, partner = referral.case.about_home, referral.partner
    if home is None or (home.is_protected and not partner.is_internal and PROTECTED not in referral.blocks):
        return None
    return home.address


def _reports(referral: Referral) -> QuerySet[Report]:
    """What the case held when it was released: a report that was merged into it afterwards was never shared."""
    released = referral.released_at
    if released is None:
        return referral.case.reports.all()
    later = ReportMove.objects.filter(to_case=referral.case_id, at__gt=released)
    return referral.case.reports.exclude(pk__in=later.values("report"))


def _nameable(reports: QuerySet[Report], cell: Cell) -> QuerySet[ReporterIdentity]:
    """Who reported by name; where it takes consent nobody who said no to that."""
    known = ReporterIdentity.objects.filter(report__in=reports, report__mode=Mode.NAMED)
    return known.exclude(report__consent=False) if cell == Cell.CONSENT else known


def _contact(referral: Referral, cell: Cell) -> Contact | None:
    """The first who may be named. Where their consent is the ground: who gave it, and what was asked, name and number."""
    known = _nameable(_reports(referral), cell).order_by("report__filed_at")
    by_itself = matrix.way(referral) == Referral.Mode.CONSENT
    if by_itself or (cell == Cell.CONSENT and referral.ground != Ground.CONSENT):
        known = known.filter(report__consent=True)
    identity = known.first()
    if identity is None:
        return None
    return Contact(identity.name, identity.phone, "" if by_itself else identity.email)


def _others(referral: Referral) -> tuple[str, ...]:
    others = referral.case.referrals.filter(released_at__isnull=False, partner__is_internal=False)
    return tuple(
        others.exclude(partner=referral.partner)
        .order_by("partner__name")
        .values_list("partner__name", flat=True)
    )


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
