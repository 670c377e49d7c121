"""What went before, for a partner that decides on the next step (domain 4.3): numbers, kinds, days and outcomes, and no words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from complexes.models import Tenancy
from incidents.models import Case, Conflict, Kind, LadderStep, Party, ReporterIdentity
from incidents.models.case import CaseQuerySet
from incidents.rules.answers import Mode
from incidents.rules.ladder_levels import Level
from incidents.rules.workflow import CloseReason, Status
from partners.disclosing.disclosed_people import known_at
from partners.models import Membership, Referral

MOST = 10


@dataclass(frozen=True)
class EarlierCase:
    """A case about the same home, of the people who live there now."""

    number: str
    kind: str
    opened_on: date
    outcome: str


@dataclass(frozen=True)
class Step:
    """A step on the ladder: which, when, and what came of it. Never why or what was agreed."""

    label: str
    on: date
    outcome: str


def earlier_cases(referral: Referral) -> tuple[EarlierCase, ...]:
    """Newest first. The caller says whether the home itself may be named; without a home there is no past to tell."""
    case = referral.case
    since = _same_people_since(case)
    if case.about_home_id is None or since is None:
        return ()
    found = Case.objects.filter(
        about_home=case.about_home_id, opened_at__date__gte=since, opened_at__lt=case.opened_at
    ).exclude(pk=case.pk)
    rows = _tellable(found, referral).select_related("kind").order_by("-opened_at", "-id")[:MOST]
    return tuple(
        EarlierCase(one.number, one.kind.label, timezone.localdate(one.opened_at), _outcome(one))
        for one in rows
    )


def steps(referral: Referral) -> tuple[Step, ...]:
    """What was set when the case was released to this partner; what came of it as it is now."""
    released = known_at(referral)
    set_then = LadderStep.objects.of(referral.case).in_force().filter(decided_at__lte=released)
    merged_later = Q(case__merged_into=referral.case, case__closed_at__gt=released)
    protected = Q(case__restricted=True) & ~Q(case=referral.case)
    return tuple(
        Step(str(Level(one.level).label), timezone.localdate(one.decided_at or one.made_at), _came_of(one))
        for one in set_then.exclude(merged_later | protected)[:MOST]
    )


def _tellable(cases: CaseQuerySet, referral: Referral) -> CaseQuerySet:
    """Not protected, not only kept, nobody of the partner kept out of it, and no reporter who becomes known by it.

    One reporter alone who reported without a name would be known to whoever hears of the case (domain 4.4); so would
    somebody who reported about the home they live in themselves.
    """
    only_kept = Party.objects.current().filter(case=OuterRef("pk"), use_restricted_since__isnull=False)
    at_partner = Membership.objects.filter(partner=referral.partner_id).values("user")
    kept_out = Conflict.objects.in_force().filter(case=OuterRef("pk"), person__in=at_partner)
    lives_there = ReporterIdentity.objects.filter(
        report__case=OuterRef("pk"), home=referral.case.about_home_id
    )
    open_kinds = cases.filter(restricted=False, kind__restricted=False).exclude(kind__share=Kind.Share.NONE)
    said = open_kinds.exclude(status=Status.MERGED).filter(
        ~Exists(only_kept), ~Exists(kept_out), ~Exists(lives_there)
    )
    by_name = Count("reports", filter=Q(reports__mode=Mode.NAMED), distinct=True)
    counted = said.annotate(told=Count("reports", distinct=True), by_name=by_name)
    return counted.filter(Q(told__gt=1) | Q(by_name__gt=0))


def _same_people_since(case: Case) -> date | None:
    """Since when whoever the case is about rents the home: what others did there before is not theirs."""
    day = timezone.localdate(case.opened_at)
    then = Tenancy.objects.filter(home=case.about_home_id, starts_on__lte=day)
    running = then.filter(Q(ends_on=None) | Q(ends_on__gte=day))
    return running.order_by(F("starts_on").asc()).values_list("starts_on", flat=True).first()


def _outcome(case: Case) -> str:
    """What a reporter did about their own report is theirs."""
    if case.close_reason in CloseReason and case.close_reason != CloseReason.WITHDRAWN:
        return str(CloseReason(case.close_reason).label)
    return str(Status(case.status).label)


def _came_of(step: LadderStep) -> str:
    return str(LadderStep.Outcome(step.outcome).label) if step.outcome else ""
