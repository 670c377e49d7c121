"""What a partner may see of a case (domain 4.3): a frozen dataclass, and nothing else reaches its page.

Every partner gets case number, kind, urgency, complex with space, and time. All the rest is a field that must be
named in Referral.fields, and that the partner's profile allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.models import Case, Report, ReporterIdentity, ReportMove
from incidents.rules.answers import DayPart, Frequency, Mode
from partners.attachments import Enclosed, enclosed
from partners.models import Partner, Referral
from partners.models.partner import Profile
from safetyportal.clock.urgency import Urgency

ABOUT_HOME, REPORTER, WITH_TWO, OTHERS = "about_home", "reporter", "with_two", "others"
MOST_QUESTIONS = 20
PROTECTED = "protected"  # the block that stood in the way of a referral that a second person released

FIELDS = {
    ABOUT_HOME: gettext_lazy("Huisnummer van de woning waarover is gemeld"),
    REPORTER: gettext_lazy("Naam en contact van de melder"),
    WITH_TWO: gettext_lazy("Instructie: bezoek met twee"),
    OTHERS: gettext_lazy("Welke andere ketenpartners meewerken"),
}

# How long the association itself has for the first contact says nothing to a partner; how much haste there is does.
HASTE = {
    Urgency.U0: gettext_lazy("Spoed"),
    Urgency.U1: gettext_lazy("Spoed"),
    Urgency.U2: gettext_lazy("Snel"),
    Urgency.U3: gettext_lazy("Gewoon"),
    Urgency.U4: gettext_lazy("Gewoon"),
}

GRANTABLE: dict[str, frozenset[str]] = {
    Profile.POLICE: frozenset({ABOUT_HOME, REPORTER, OTHERS}),
    Profile.ENFORCEMENT: frozenset(),
    Profile.MEDIATION: frozenset({REPORTER}),
    Profile.CARE: frozenset({ABOUT_HOME, WITH_TWO}),
    Profile.MUNICIPALITY: frozenset({ABOUT_HOME, REPORTER, OTHERS}),
    Profile.TECHNICAL: frozenset({ABOUT_HOME, WITH_TWO}),
    Profile.BASIC: frozenset(),
    Profile.INTERNAL: frozenset({ABOUT_HOME, WITH_TWO}),
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
    attachments: tuple[Enclosed, ...]


@dataclass(frozen=True)
class Exchange:
    """A question of this partner with our answer, if there is one."""

    asked_at: datetime
    text: str
    answer: str
    answered_at: datetime | None
    waits: bool


def minimum_fields(*, mode: str) -> tuple[str, ...]:
    """Consent is consent to pass on who reports; no other mode adds a field by itself."""
    return (REPORTER,) if mode == Referral.Mode.CONSENT else ()


def grantable(*, partner: Partner, case: Case) -> frozenset[str]:
    """The fields a person may add when releasing to this partner; the reporter only when reporting by name."""
    fields = GRANTABLE[partner.profile]
    return fields if _nameable(partner, case.reports.all()).exists() else fields - {REPORTER}


def disclose(*, referral: Referral) -> Disclosure:
    """What the partner of this referral may see. Fields outside its profile are dropped, whatever the row says."""
    case, report = referral.case, _reports(referral).order_by("filed_at").first()
    allowed = GRANTABLE[referral.partner.profile] & set(referral.fields)
    return Disclosure(
        number=case.number,
        kind=case.kind.label,
        urgency=haste(case),
        place=place_of(case, report),
        last_seen_on=report.last_seen_on if report else None,
        when=_when(report) if report else "",
        summary=referral.summary,
        about_home=_about_home(referral) if ABOUT_HOME in allowed else None,
        reporter=_contact(referral) if REPORTER in allowed else None,
        with_two=WITH_TWO in allowed and case.mark_aggression_risk is True,
        others=_others(referral) if OTHERS in allowed else None,
        why=_why(referral),
        questions=tuple(
            Exchange(one.asked_at, one.text, one.answer, one.answered_at, one.waits)
            for one in referral.questions.all()[:MOST_QUESTIONS]
        ),
        attachments=enclosed(referral=referral, at=timezone.now()),
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


def _nameable(partner: Partner, reports: QuerySet[Report]) -> QuerySet[ReporterIdentity]:
    """Who reported by name; to mediation nobody who said no to that."""
    known = ReporterIdentity.objects.filter(report__in=reports, report__mode=Mode.NAMED)
    return known.exclude(report__consent=False) if partner.profile == Profile.MEDIATION else known


def _contact(referral: Referral) -> Contact | None:
    """The first who may be named. Where their consent is the ground: who gave it, and what was asked, name and number."""
    known = _nameable(referral.partner, _reports(referral)).order_by("report__filed_at")
    if referral.mode != Referral.Mode.CONSENT:
        identity = known.first()
        return Contact(identity.name, identity.phone, identity.email) if identity else None
    identity = known.filter(report__consent=True).first()
    return Contact(identity.name, identity.phone, "") if identity else None


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
