"""Who reported in confidence, and whom a second person allowed one partner to know (domain 4.3, "H if confidential")."""

from __future__ import annotations

from django.db.models import QuerySet

from incidents.models import Report, ReporterIdentity
from incidents.rules.answers import Mode
from partners.defaults.default_matrix import Field
from partners.disclosing import matrix
from partners.disclosing.disclosed_people import Contact, reports_of
from partners.models import Referral, Reveal
from partners.models.partner import Profile
from partners.models.referral_words import IN_QUEUE

MAY_KNOW = frozenset({Profile.POLICE, Profile.MUNICIPALITY})
MOST = 20


def may_know(referral: Referral, *, column: matrix.Column | None = None) -> bool:
    """Whether this partner may be told who reported in confidence at all. A person decides each time."""
    profile = referral.partner.profile
    return profile in MAY_KNOW and matrix.may(profile, Field.REPORTER, Referral.Mode.HOLD, column=column)


def can_be_asked(referral: Referral) -> bool:
    """Select `case` and `partner` along."""
    return referral.state in IN_QUEUE and referral.case.is_open and may_know(referral)


def in_confidence(referral: Referral) -> QuerySet[ReporterIdentity]:
    """Reporters of the case whom we know and who may not simply be named. Who reported without a name is not among them."""
    known = ReporterIdentity.objects.filter(report__in=reports_of(referral)).exclude(report__mode=Mode.NAMED)
    return known.exclude(name="", phone="", email="")


def without_a_name(referral: Referral) -> QuerySet[Report]:
    """Reports of which nobody knows who sent them: there is nothing to tell."""
    return reports_of(referral).exclude(pk__in=ReporterIdentity.objects.values("report"))


def revealed(referral: Referral) -> tuple[Contact, ...]:
    """Whom this partner may know now, because two people said so; of reports that are still in the case."""
    if not may_know(referral, column=matrix.now(referral)):
        return ()
    agreed = Reveal.objects.filter(referral=referral, state=Reveal.State.CONFIRMED).values("report")
    found = in_confidence(referral).filter(report__in=agreed).order_by("report__filed_at")[:MOST]
    return tuple(Contact(one.name, one.phone, one.email) for one in found)
