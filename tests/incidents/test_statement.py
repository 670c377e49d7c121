"""The accessibility statement says whose it is, how to reach them and by when they answer, and does not boast."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from safetyportal.texts.association import change
from tests.incidents.tenant import words

pytestmark = pytest.mark.django_db


def test_it_is_of_the_association_as_its_settings_say() -> None:
    change(
        name="Woonstichting De Esdoorn",
        phone="085 111 22 33",
        email="hulp@esdoorn.example.nl",
        address="Postbus 1\n9990 AA Lindestad",
    )

    page = words(Client().get(reverse("accessibility")))

    for own in (
        "toegankelijkheidsverklaring van Woonstichting De Esdoorn.",
        "085 111 22 33",
        "hulp@esdoorn.example.nl",
        "Postbus 1 9990 AA Lindestad",
    ):
        assert own in page


def test_what_an_association_left_empty_is_not_promised() -> None:
    change(name="Woonstichting De Esdoorn", phone="085 111 22 33")

    page = words(Client().get(reverse("accessibility")))

    assert "Mailen kan ook" not in page
    assert "schrijf een brief" not in page


def test_it_says_what_was_not_tested_and_within_how_many_days_we_answer() -> None:
    page = words(Client().get(reverse("accessibility")))

    assert "Eerste maatregelen genomen (status C)." in page
    assert "WCAG 2.2" in page and "EN 301 549" in page
    assert "schermlezer" in page and "nog niet onderzocht" in page
    assert "Binnen tien werkdagen" in page
    assert "25 november 2026" in page
