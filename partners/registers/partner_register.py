"""The register of partners and desks as an administrator reads it: fifty by name, each in a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.fields.tuple_lookups import TupleGreaterThan
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.models import Covenant, Membership, Partner, PartnerArea, Referral
from partners.models.partner import PartnerQuerySet
from partners.models.referral_words import OPEN_STATES
from partners.registers.partner_settings import SECTION, outside_words
from partners.staffing import areas
from safetyportal.accounts.models import User
from safetyportal.configuration.models import Change
from safetyportal.policy.gate import may

PAGE_SIZE = 50
CASES_SHOWN, REMOVED_SHOWN = 50, 20
MOST_PLACES = 6
OUTSIDE, DESKS, STOPPED = "partners", "afdelingen", "gestopt"
LISTS = {OUTSIDE: _("Ketenpartners"), DESKS: _("Eigen afdelingen"), STOPPED: _("Gestopt")}


@dataclass(frozen=True)
class Line:
    """`covenant_until` is None without a covenant in force; our own desks need none."""

    partner: Partner
    type_name: str
    areas: tuple[str, ...]
    more_areas: int
    open: int
    people: int
    covenant_until: date | None
    covenant_ends_soon: bool
    is_active: bool


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    after: str


def page(*, which: str, after: str, on: date) -> Page:
    """One page of a list of LISTS, after the partner with this code; one that is not there is the beginning."""
    begin = Partner.objects.filter(code=after).values_list("name", "code").first() if after else None
    rows = _listed(which, on).order_by("name", "code")
    if begin is not None:
        rows = rows.filter(TupleGreaterThan((F("name"), F("code")), begin))
    found = list(_counted(rows, on)[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    places = _places(shown)
    lines = [_line(one, places.get(one.pk, []), on) for one in shown]
    return Page(lines, shown[-1].code if len(found) > PAGE_SIZE else "")


def line(*, partner: Partner, on: date) -> Line:
    one = _counted(Partner.objects.filter(pk=partner.pk), on).get()
    return _line(one, _places([one]).get(one.pk, []), on)


def _listed(which: str, on: date) -> PartnerQuerySet:
    if which == STOPPED:
        return Partner.objects.filter(active_to__lt=on)
    going = Partner.objects.not_ended(on)
    return going.filter(is_internal=which == DESKS)


def _counted(rows: PartnerQuerySet, on: date) -> PartnerQuerySet:
    open_ones = Referral.objects.filter(partner=OuterRef("pk"), state__in=OPEN_STATES)
    people = Membership.objects.current(on).filter(partner=OuterRef("pk"))
    ending = Covenant.objects.ending(on).filter(partner=OuterRef("pk"))
    until = Covenant.objects.in_force(on).filter(partner=OuterRef("pk")).order_by().values("partner")
    return rows.annotate(
        open=_number(open_ones),
        people=_number(people),
        until=Subquery(until.annotate(last=Max("ends_on")).values("last")),
        ending=Exists(ending),
    )


def _number(rows: Any) -> Coalesce:
    counted = rows.order_by().values("partner").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _places(shown: list[Partner]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = PartnerArea.objects.filter(partner__in=[one.pk for one in shown]).order_by(
        "municipality", "neighbourhood", "pk"
    )
    for pk, town, around, place in rows.values_list(
        "partner", "municipality", "neighbourhood", "complex__name"
    )[: PAGE_SIZE * 100]:
        found.setdefault(pk, []).append(place or (f"{around} ({town})" if around else town))
    return found


def _line(one: Any, places: list[str], on: date) -> Line:
    known = PARTNER_TYPES_BY_CODE.get(one.type_code)
    return Line(
        partner=one,
        type_name=known.name if known else one.type_code,
        areas=tuple(places[:MOST_PLACES]),
        more_areas=max(0, len(places) - MOST_PLACES),
        open=one.open,
        people=one.people,
        covenant_until=one.until,
        covenant_ends_soon=one.ending,
        is_active=one.is_active(on),
    )


@dataclass(frozen=True)
class Outside:
    """Open referrals and proposals at places where the partner does not work (any more), and their cases for who may open them."""

    number: int
    cases: list[Case]

    @property
    def words(self) -> str:
        return outside_words(self.number)


def outside(*, partner: Partner, actor: User) -> Outside:
    found = areas.outside(partner)
    number = found.count()
    return Outside(number, _may_open(found, actor) if number else [])


def open_cases(*, partner: Partner, actor: User) -> list[Case]:
    """The open cases of this partner that this person may open; of the others they get the number alone."""
    return _may_open(Referral.objects.filter(partner=partner, state__in=OPEN_STATES), actor)


def _may_open(lies: QuerySet[Referral], actor: User) -> list[Case]:
    if not may("case.read", actor):
        return []
    own = Case.objects.for_(actor, "case.read").filter(pk__in=lies.values("case"))
    return list(own.select_related("kind").order_by("pk")[:CASES_SHOWN])


def removed() -> list[Change]:
    """What was taken away lately, newest first, with who did and why."""
    gone = Change.objects.filter(section=SECTION, after={}).select_related("by")
    return list(gone.order_by("-id")[:REMOVED_SHOWN])
