"""What an association has filled in so far, read in a fixed number of statements. Counts and names of partners, no people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery
from django.utils import timezone

from complexes.models import Complex, Home
from incidents.models import Kind, KindGroup
from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.models import Covenant, Partner, PartnerArea, RoutingRule
from partners.models.at_work import at_work
from partners.models.covenant import CovenantQuerySet
from partners.weighing.choosing import wrong_with
from safetyportal.accounts.models import RoleGrant, Team
from safetyportal.accounts.roles import Role
from safetyportal.desk import routing
from safetyportal.texts.models import Association, HelpLine

MOST = 1000
MOST_COMPLEXES = 20_000


@dataclass(frozen=True)
class Workplace:
    """An active partner or desk: how many can sign in and see its work, and until when its covenant runs."""

    name: str
    type_code: str
    is_internal: bool
    open: int
    covenant_until: date | None


@dataclass(frozen=True)
class TeamFacts:
    name: str
    is_fallback: bool
    complexes: int
    handlers: int


@dataclass(frozen=True)
class Installation:
    association: Association | None
    help_lines: list[HelpLine]
    workplaces: list[Workplace]
    covenants_ending: list[tuple[str, date]]
    covenants_bare: list[str]
    teams: list[TeamFacts]
    roles: dict[str, int]
    rules: list[tuple[str, str]]
    has_homes: bool
    gaps: dict[str, list[str]]
    processes: dict[str, routing.Process]


def read(*, at: datetime) -> Installation:
    """`covenants_ending` end within sixty days and nothing follows them, of `covenants_bare` no paper is kept, by the name of
    the partner. `rules` are the rules in force with what is wrong with each, `gaps` the partner types missing by municipality."""
    today = timezone.localdate(at)
    open_kinds = Kind.objects.active(today).exclude(intake=Kind.Intake.CLOSED)
    kinds = list(open_kinds.only("share", "may_propose", "first_partners")[:MOST])
    places = list(
        Complex.objects.filter(Exists(Home.objects.filter(complex=OuterRef("pk"))))
        .order_by("pk")
        .values_list("pk", "municipality", "neighbourhood")[:MOST_COMPLEXES]
    )
    return Installation(
        association=Association.objects.first(),
        help_lines=list(HelpLine.objects.all()[:MOST]),
        workplaces=_workplaces(today),
        covenants_ending=_ending(today),
        covenants_bare=_bare(today),
        teams=_teams(),
        roles=_roles(),
        rules=_rules(today),
        has_homes=bool(places),
        gaps=_gaps(today, kinds, places),
        processes=dict(zip(routing.PROCESSES, routing.processes(at=at), strict=True)),
    )


def _can_sign_in(prefix: str = "user__") -> Q:
    return Q(**{f"{prefix}is_active": True}) & ~Q(
        **{f"{prefix}password__startswith": UNUSABLE_PASSWORD_PREFIX}
    )


def _workplaces(today: date) -> list[Workplace]:
    covenant = Covenant.objects.in_force(today).filter(partner=OuterRef("pk")).order_by().values("partner")
    here = at_work(today, "memberships__") & _can_sign_in("memberships__user__")
    cleared = Q(
        memberships__user__in=RoleGrant.objects.in_force().filter(role=Role.RESTRICTED).values("user")
    )
    found = Partner.objects.active(today).annotate(
        open=Count("memberships__user", filter=here & (Q(is_restricted=False) | cleared), distinct=True),
        until=Subquery(covenant.annotate(last=Max("ends_on")).values("last")),
    )
    named = found.values_list("name", "type_code", "is_internal", "open", "until")
    return [Workplace(*one) for one in named.order_by("name")[:MOST]]


def _agreed(today: date) -> CovenantQuerySet:
    """With partners that take part."""
    return Covenant.objects.in_force(today).filter(partner__in=Partner.objects.active(today).values("pk"))


def _ending(today: date) -> list[tuple[str, date]]:
    found = _agreed(today).ending(today).order_by("ends_on", "partner__name")
    return list(found.values_list("partner__name", "ends_on")[:MOST])


def _bare(today: date) -> list[str]:
    found = _agreed(today).filter(papers=None).order_by("partner__name")
    return list(found.values_list("partner__name", flat=True).distinct()[:MOST])


def _teams() -> list[TeamFacts]:
    handlers = RoleGrant.objects.in_force().filter(_can_sign_in(), role=Role.HANDLER, team=OuterRef("pk"))
    counted = Team.objects.annotate(
        homes=Count("complexes", distinct=True),
        handlers=Subquery(
            handlers.order_by().values("team").annotate(number=Count("user", distinct=True)).values("number")
        ),
    )
    return [
        TeamFacts(name, is_fallback, homes, people or 0)
        for name, is_fallback, homes, people in counted.values_list(
            "name", "is_fallback", "homes", "handlers"
        )[:MOST]
    ]


def _roles() -> dict[str, int]:
    """How many who can sign in have each role."""
    held = RoleGrant.objects.in_force().filter(_can_sign_in()).order_by().values_list("role")
    return dict(held.annotate(number=Count("user", distinct=True)))


def _rules(today: date) -> list[tuple[str, str]]:
    codes = set(Kind.objects.values_list("pk", flat=True)[:MOST])
    codes |= set(KindGroup.objects.values_list("pk", flat=True)[:MOST])
    found = RoutingRule.objects.in_force(today)[:MOST]
    return [(rule.name, wrong_with(rule) or _unknown(rule, codes)) for rule in found]


def _unknown(rule: RoutingRule, codes: set[str]) -> str:
    """A rule that names what does not exist never fails: it never fits, or finds nobody."""
    strange = [code for code in rule.kinds if code not in codes]
    if not rule.use_kind_default:
        strange += [target[0] for target in rule.targets if target[0] not in PARTNER_TYPES_BY_CODE]
    return ", ".join(strange)


def _gaps(today: date, kinds: list[Kind], places: list[tuple[int, str, str]]) -> dict[str, list[str]]:
    """As routing looks for partners: whole municipalities, neighbourhoods, single complexes, desks without an area."""
    everywhere, around, single = _areas(today)
    needed = _needed(kinds)
    missing: dict[str, set[str]] = defaultdict(set)
    for pk, municipality, neighbourhood in places:
        there = everywhere | around[municipality, ""] | around[municipality, neighbourhood] | single[pk]
        missing[municipality] |= needed - there
    return {
        town: sorted(_type_name(code) for code in codes) for town, codes in sorted(missing.items()) if codes
    }


def _areas(
    today: date,
) -> tuple[set[str], defaultdict[tuple[str, str], set[str]], defaultdict[int, set[str]]]:
    active = Partner.objects.active(today)
    everywhere = set(active.filter(is_internal=True, areas=None).values_list("type_code", flat=True)[:MOST])
    around: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    single: defaultdict[int, set[str]] = defaultdict(set)
    found = PartnerArea.objects.filter(partner__in=active.values("pk")).order_by("pk")
    for code, town, neighbourhood, complex_id in found.values_list(
        "partner__type_code", "municipality", "neighbourhood", "complex_id"
    )[:MOST_COMPLEXES]:
        if complex_id:
            single[complex_id].add(code)
        else:
            around[town, neighbourhood].add(code)
    return everywhere, around, single


def _needed(kinds: list[Kind]) -> set[str]:
    """The types where kinds go first; what is closed to partners goes to our own desks only."""
    needed = set()
    for kind in kinds:
        closed = kind.share == Kind.Share.NONE and not kind.may_propose
        for code in kind.first_partners:
            known = PARTNER_TYPES_BY_CODE.get(code)
            if not closed or (known and known.is_internal):
                needed.add(code)
    return needed


def _type_name(code: str) -> str:
    known = PARTNER_TYPES_BY_CODE.get(code)
    return known.name if known else code
