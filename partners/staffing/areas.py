"""Where a partner works, as it is picked and read: whole municipalities, neighbourhoods, single complexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Upper

from complexes.models import Complex
from partners.models import Partner, PartnerArea, Referral
from partners.models.referral_words import OPEN_STATES

MOST_PLACES = 2000


class UnknownComplex(ValueError):
    """No complex is called so, or several are."""


@dataclass(frozen=True)
class Areas:
    """In words: towns by name, neighbourhoods as «Noorderhof (Lindestad)», complexes as «De Eiken (C-01)»."""

    towns: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    complexes: tuple[str, ...] = ()


def of(partner: Partner) -> Areas:
    rows = PartnerArea.objects.filter(partner=partner).select_related("complex").order_by("pk")[:MOST_PLACES]
    towns, around, single = set(), set(), set()
    for row in rows:
        if row.complex is not None:
            single.add(named(row.complex))
        elif row.neighbourhood:
            around.add(_around(row.municipality, row.neighbourhood))
        else:
            towns.add(row.municipality)
    return Areas(tuple(sorted(towns)), tuple(sorted(around)), tuple(sorted(single)))


def outside(partner: Partner) -> QuerySet[Referral]:
    """Open referrals and proposals at places where this partner does not work (any more).

    A desk without an area works everywhere, and where a place is not known nobody can say it lies outside.
    """
    own = PartnerArea.objects.filter(partner=partner)
    lies = Referral.objects.filter(partner=partner, state__in=OPEN_STATES, case__complex__isnull=False)
    if partner.is_internal and not own.exists():
        return lies.none()
    around = Q(neighbourhood="") | Q(neighbourhood=OuterRef("case__complex__neighbourhood"))
    town = Q(complex=None, municipality=OuterRef("case__complex__municipality"))
    return lies.filter(~Exists(own.filter(Q(complex=OuterRef("case__complex")) | (town & around))))


def towns(also: Iterable[str] = ()) -> list[str]:
    """Where we have homes, and what a partner has already."""
    found = Complex.objects.order_by("municipality").values_list("municipality", flat=True).distinct()
    return sorted({*found[:MOST_PLACES], *also})


def neighbourhoods(also: Iterable[str] = ()) -> list[str]:
    pairs = Complex.objects.order_by("municipality", "neighbourhood").values_list(
        "municipality", "neighbourhood"
    )
    return sorted({*(_around(*pair) for pair in pairs.distinct()[:MOST_PLACES]), *also})


def towns_to_pick() -> list[tuple[str, str]]:
    return [(one, one) for one in towns()]


def neighbourhoods_to_pick() -> list[tuple[str, str]]:
    return [(one, one) for one in neighbourhoods()]


def named(place: Complex) -> str:
    return f"{place.name} ({place.code})"


def complexes_of(lines: Iterable[str]) -> dict[str, Complex]:
    """Each by its code, its name, or both as they are shown, in one statement. Not in it: which none or several are called."""
    asked = {line: _code(line) for line in lines}
    said = [Upper(Value(one)) for one in {*asked, *asked.values()}]
    found = Complex.objects.alias(upper_code=Upper("code"), upper_name=Upper("name")).filter(
        Q(upper_code__in=said) | Q(upper_name__in=said)
    )
    by_code, by_name = defaultdict(list), defaultdict(list)
    for one in found[:MOST_PLACES] if asked else ():
        by_code[one.code.casefold()].append(one)
        by_name[one.name.casefold()].append(one)
    called = {line: by_code[code.casefold()] or by_name[line.casefold()] for line, code in asked.items()}
    return {line: places[0] for line, places in called.items() if len(places) == 1}


def _code(line: str) -> str:
    name, _, rest = line.rpartition(" (")
    return rest.removesuffix(")") if name and line.endswith(")") else line


def set_areas(*, partner: Partner, areas: Areas) -> None:
    places = _places() if areas.neighbourhoods else {}
    wanted: set[tuple[str, str, int | None]] = {(town, "", None) for town in areas.towns}
    wanted |= {(*places[one], None) for one in areas.neighbourhoods}
    wanted |= {("", "", one.pk) for one in _single(areas.complexes)}
    kept, gone = set(), []
    for row in PartnerArea.objects.filter(partner=partner):
        place = ("", "") if row.complex_id else (row.municipality, row.neighbourhood)
        key = (*place, row.complex_id)
        if key in wanted and key not in kept:
            kept.add(key)
        else:
            gone.append(row.pk)
    PartnerArea.objects.filter(pk__in=gone).delete()
    PartnerArea.objects.bulk_create(
        PartnerArea(partner=partner, municipality=town, neighbourhood=place, complex_id=complex_id)
        for town, place, complex_id in sorted(wanted - kept, key=str)
    )


def _single(lines: tuple[str, ...]) -> Iterable[Complex]:
    """Raises UnknownComplex."""
    found = complexes_of(lines)
    if unknown := [line for line in lines if line not in found]:
        raise UnknownComplex(unknown[0])
    return found.values()


def _around(town: str, place: str) -> str:
    return f"{place} ({town})"


def _places() -> dict[str, tuple[str, str]]:
    """Looked up, not cut up: names may have brackets of their own."""
    known = Complex.objects.values_list("municipality", "neighbourhood").distinct()
    had = (
        PartnerArea.objects.exclude(neighbourhood="").values_list("municipality", "neighbourhood").distinct()
    )
    return {_around(*pair): pair for pairs in (had, known) for pair in pairs[:MOST_PLACES]}
