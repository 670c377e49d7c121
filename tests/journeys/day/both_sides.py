"""Who was reported about: put on the case, invited by letter, not there, invited again, and heard."""

from __future__ import annotations

import re

from tests.journeys.day.hands import Hands
from tests.journeys.pages import CODE, Receipt


def tab(hands: Hands, name: str) -> None:
    hands.go(name, hands.page.locator("nav.portal-tabs"))


def name_home(hands: Hands, house: int) -> None:
    form = hands.unfold("case_home")
    hands.type(form, "house_number", str(house))
    hands.go("Woning bewaren", form)


def add_accused(hands: Hands, name: str, house: int) -> None:
    tab(hands, "Betrokkenen")
    form = hands.unfold("party_add")
    hands.choose(form, "role", "accused")
    hands.type(form, "name", name)
    hands.type(form, "house_number", str(house))
    hands.go("Toevoegen", form)


def invite(hands: Hands, day: str, hour: str = "14:00") -> None:
    form = hands.unfold("uitnodigen")
    hands.type(form, "day", day)
    hands.type(form, "hour", hour)
    hands.choose(form, "way", "office")
    hands.type(form, "place", "Kantoor, Dorpsplein 1")
    hands.go("Uitnodiging vastleggen", form)


def not_there(hands: Hands) -> None:
    form = hands.unfold("niet-verschenen")
    hands.type(form, "note", "Een kwartier gewacht en gebeld.")
    hands.go("Niet verschenen vastleggen", form)


def heard(hands: Hands, said: str) -> None:
    form = hands.unfold("gehoord")
    hands.choose(form, "stance", "partly")
    hands.type(form, "said", said)
    hands.go("Verslag bewaren", form)


def inform(hands: Hands, rule: str) -> None:
    form = hands.unfold("informeren")
    hands.choose(form, "how", "brief")
    hands.type(form, "rule", rule)
    hands.go("Bewaren", form)


def letter_with_code(hands: Hands) -> Receipt:
    hands.go("Brief met een code maken", hands.main)
    letter = hands.page.locator(".portal-letter").inner_text()
    number, code = re.search(r"R-[0-9A-Z]{4}-[0-9A-Z]{4}", letter), CODE.search(letter)
    assert number and code, letter
    hands.go("Terug", hands.page.locator("body"))
    return Receipt(number.group(), code.group())
