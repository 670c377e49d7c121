"""Which names a partner may see of a case: who reported, and whom it is about (domain 4.3 and 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from complexes.models import Home
from incidents.models import Case, Party, Report, ReporterIdentity, ReportMove
from incidents.rules.answers import Mode
from partners.defaults.default_matrix import Cell
from partners.disclosing import matrix
from partners.models import Referral
from partners.models.referral_words import WHILE_ONLY_KEPT, Ground


@dataclass(frozen=True)
class Contact:
    name: str
    phone: str
    email: str


def known_at(referral: Referral) -> datetime:
    """The moment up to which a referral tells what the case held; of one that is not out, this one."""
    return referral.released_at or timezone.now()


def reports_of(referral: Referral) -> QuerySet[Report]:
    """What the case held when it was released: a report that was merged into it afterwards was never shared."""
    later = ReportMove.objects.filter(to_case=referral.case_id, at__gt=known_at(referral))
    return referral.case.reports.exclude(pk__in=later.values("report"))


def nameable(reports: QuerySet[Report], cell: Cell) -> QuerySet[ReporterIdentity]:
    """Who reported by name; where it takes consent nobody who said no to that."""
    known = ReporterIdentity.objects.filter(report__in=reports, report__mode=Mode.NAMED)
    return known.exclude(report__consent=False) if cell == Cell.CONSENT else known


def reporter(referral: Referral, cell: Cell) -> Contact | None:
    """The first who may be named. Where their consent is the ground: who gave it, and what was asked, name and number."""
    known = nameable(reports_of(referral), cell).order_by("report__filed_at")
    by_itself = matrix.way(referral) == Referral.Mode.CONSENT
    if by_itself or (cell == Cell.CONSENT and referral.ground != Ground.CONSENT):
        known = known.filter(report__consent=True)
    identity = known.first()
    if identity is None:
        return None
    return Contact(identity.name, identity.phone, "" if by_itself else identity.email)


def accused(referral: Referral) -> tuple[str, ...]:
    """Whom the case was about when it was released, as far as this partner may hear where they live."""
    return tuple(one.name for one in accused_then(referral) if may_name_home(referral, one.home))


def accused_then(referral: Referral) -> list[Party]:
    """Whom the case was about when it was released, by name. Of whom the data are only kept by now: on the grounds that leaves."""
    released = known_at(referral)
    found = Party.objects.accused().filter(
        case=referral.case_id, sort=Party.Sort.PERSON, added_at__lte=released
    )
    found = found.exclude(Q(came_from__closed_at__gt=released))
    if referral.ground not in WHILE_ONLY_KEPT:
        found = found.filter(use_restricted_since=None)
    return [one for one in found.select_related("home").order_by("pk") if one.name]


def may_name_home(referral: Referral, home: Home | None) -> bool:
    """Staff may name this home, or learn that it is a secret address, after the release: then two people decide anew."""
    return (
        home is None
        or not home.is_protected
        or referral.partner.is_internal
        or home.pk in referral.homes_along
    )


def protected_homes(case: Case) -> list[int]:
    """The secret addresses and shelters that the case is about, or that whom it is about lives at, as it stands now."""
    people = Party.objects.accused().select_related("home").filter(case=case)
    homes = [case.about_home, *(one.home for one in people)]
    return sorted({home.pk for home in homes if home is not None and home.is_protected})
