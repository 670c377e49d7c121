"""The directory in memory finds whom the database finds, whatever the areas and the place."""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random

import pytest
from django.db.models import Exists, OuterRef

from complexes.models import Complex
from partners.models import Covenant, Partner, PartnerArea
from partners.weighing import directory
from partners.weighing.directory import Place
from safetyportal.accounts.models import Team
from tests.world import days

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 18)
TOWNS = ("Lindestad", "Berkdorp")
NEAR = ("Noorderhof", "De Ring", "")
TYPES = ("POL", "BOA", "WB", "TRIAGE")


def as_the_database_finds(type_code: str, place: Place) -> tuple[int, bool] | None:
    covenant = Covenant.objects.in_force(TODAY).filter(partner=OuterRef("pk"))
    here = (
        Partner.objects.active(TODAY)
        .covering(
            municipality=place.municipality, neighbourhood=place.neighbourhood, complex_id=place.complex_id
        )
        .filter(type_code=type_code)
        .annotate(has_covenant=Exists(covenant))
        .order_by("-has_covenant", "id")
        .values_list("pk", "has_covenant")
    )
    return here.first()


def places() -> list[Place]:
    complexes = [
        Complex.objects.create(
            code=f"C{nth}", name=f"Complex {nth}", municipality=town, neighbourhood=near,
            form=Complex.Form.STAIRWELL, team=Team.objects.create(name=f"Team {nth}"),
        )
        for nth, (town, near) in enumerate(product(TOWNS, NEAR[:2]))
    ]  # fmt: skip
    known = [Place(one.municipality, one.neighbourhood, one.pk) for one in complexes]
    return [*known, Place(), Place("Lindestad", "Elders", complexes[0].pk)]


def make_partners(made: Random, complexes: list[int]) -> None:
    for nth in range(14):
        type_code = made.choice(TYPES)
        internal = type_code in ("WB", "TRIAGE")
        partner = Partner.objects.create(
            code=f"p{nth}", type_code=type_code, name=f"Partner {nth}", is_internal=internal,
            category="internal" if internal else "other", profile="basic",
            active_from=TODAY + days(made.choice((-30, 0, 1))),
            active_to=made.choice((None, None, TODAY, TODAY - days(1))) if nth % 2 else None,
        )  # fmt: skip
        areas = {
            made.choice(
                [
                    *((town, near, None) for town, near in product(TOWNS, NEAR)),
                    *((made.choice(("", *TOWNS)), "", one) for one in complexes),
                ]
            )
            for _ in range(made.randrange(4))
        }
        PartnerArea.objects.bulk_create(
            PartnerArea(partner=partner, municipality=town, neighbourhood=near, complex_id=pk)
            for town, near, pk in areas
        )
        for _ in range(made.randrange(3)):
            Covenant.objects.create(
                partner=partner, purpose="Samenwerken",
                starts_on=TODAY - days(9), ends_on=TODAY + days(made.choice((-1, 0, 30))),
            )  # fmt: skip


@pytest.mark.parametrize("seed", range(25))
def test_the_directory_finds_whom_the_database_finds(seed: int) -> None:
    Covenant.objects.all().delete()
    Partner.objects.all().delete()
    everywhere = places()
    make_partners(Random(seed), [place.complex_id for place in everywhere if place.complex_id])

    known = directory.read(TODAY)

    for type_code, place in product(TYPES, everywhere):
        found = known.find(type_code, place)
        listed = (found.partner.pk, found.has_covenant) if found else None
        assert listed == as_the_database_finds(type_code, place), (type_code, place)


def test_a_place_that_is_not_known_has_only_desks_without_an_area() -> None:
    Covenant.objects.all().delete()
    Partner.objects.all().delete()
    free = Partner.objects.create(
        code="vrij", type_code="WB", name="Vrij", category="internal", profile="internal", is_internal=True
    )
    bound = Partner.objects.create(
        code="vast", type_code="TECH", name="Vast", category="internal", profile="internal", is_internal=True
    )
    Partner.objects.create(code="buiten", type_code="POL", name="Buiten", category="police", profile="police")
    PartnerArea.objects.create(partner=bound, municipality="Lindestad")

    known = directory.read(TODAY)

    found = known.find("WB", Place())
    assert found is not None and found.partner == free
    assert known.find("TECH", Place()) is None
    assert known.find("POL", Place()) is None


def test_the_directory_is_read_in_one_statement_and_then_asks_nothing(
    association: None, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        known = directory.read(TODAY)
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert known.first_desk("TRIAGE") is not None
        assert known.find("WB", Place("Lindestad")) is not None
