from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from complexes.models import Home
from complexes.models.home import tidy_postcode
from safetyportal.demo.plans import DEMO_POSTCODE
from tests.world import home

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["9990AA", "9990 aa", " 9990  Aa ", "9990-aa"])
def test_a_postcode_is_found_however_it_is_typed(association: None, typed: str) -> None:
    assert Home.objects.at_postcode(typed).at_number(2).get() == home(2)


@pytest.mark.parametrize("typed", ["", "0", "'; DROP TABLE", "\u202e9990", "9" * 1000])
def test_nonsense_finds_no_home_and_breaks_nothing(association: None, typed: str) -> None:
    assert not Home.objects.at_postcode(typed).exists()
    assert len(tidy_postcode(typed)) <= len(typed)


def test_an_address_exists_once(association: None) -> None:
    there = home(2)

    with pytest.raises(IntegrityError), transaction.atomic():
        Home.objects.create(
            complex=there.complex, street="Elders", number=2, postcode=DEMO_POSTCODE, city="Lindestad"
        )


def test_a_secret_address_and_a_shelter_are_protected(association: None) -> None:
    assert home(30).is_protected
    assert home(44).is_protected
    assert not home(2).is_protected
