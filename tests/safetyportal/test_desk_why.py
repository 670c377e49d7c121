from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.handling import changing
from incidents.intake.filing import Place
from incidents.models import Case, Kind
from incidents.rules.answers import PlaceKind, YesNo
from partners.at_work import answering
from partners.models import Covenant, RoutingDecision
from partners.routing.rerouting import BY_HAND, NEXT_ONE
from partners.weighing.choosing import NO, RESULT
from partners.weighing.planning import ANSWERED
from safetyportal.desk import why as desk_why
from tests.partners.partner_side import by_hand, client_of
from tests.ruling import rule_first
from tests.world import at_home, person, referral, reroute, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def why(case: Case, email: str = "noord@", language: str = "nl") -> str:
    """The section in plain text, without the tests that are folded away."""
    page = client_of(email).get(
        reverse("case_sharing", args=[case.number]), headers={"Accept-Language": language}
    )
    section = page.content.decode().split('id="why-title"')[1].split("</section>")[0]
    shown = re.sub(r"<details.*?</details>", " ", section, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


def rule_to(*targets: list[str], kind: str = "DRU-GEB") -> None:
    rule_first(
        slug="eerst",
        name="Eerst dit",
        kinds=[kind],
        targets=list(targets),
        owner=person("teamleider@"),
        version=3,
    )


def test_it_names_rule_version_set_and_owner() -> None:
    rule_to(["JON", "M"])

    told = why(routed("DRU-GEB"))

    assert (
        "Deze melding ging vanzelf naar Jongerenwerk Lindestad-Noord, omdat regel «Eerst dit» (versie 3 van set 2) past."
        in told
    )
    assert f"{person('teamleider@').name} houdt deze regel bij." in told


def test_it_counts_and_names_the_checks_that_held_it_up() -> None:
    rule_to(["WC", "A"], ["POL", "M"])
    Covenant.objects.filter(partner__type_code="POL").delete()

    told = why(routed("DRU-GEB", names_person=YesNo.YES))

    assert "ging vanzelf naar Woonconsulenten Noord, omdat" in told
    assert "2 controles hielden vanzelf delen met Politie Lindestad-Noord tegen: de melding noemt iemand met naam; er is nu geen geldig convenant met deze partner." in told  # fmt: skip
    assert "Over delen met Politie Lindestad-Noord beslist een medewerker." in told


def test_what_nobody_may_be_told_is_said_and_triage_chooses() -> None:
    rule_to(["JON", "M"])

    told = why(routed("DRU-GEB", child_involved=YesNo.YES))

    assert "maar niemand kon of mocht de melding vanzelf krijgen. Daarom kiest de triage." in told
    assert "1 controle hield vanzelf delen met Jongerenwerk Lindestad-Noord tegen: er is een kind onder de 16 bij betrokken" in told  # fmt: skip


def test_the_next_in_line_is_named() -> None:
    rule_to(["JON", "M"], ["BOA", "M"])

    assert "Daarna aan de beurt, als het dan nog niet is opgelost: Handhaving (boa) Lindestad." in why(
        routed("DRU-GEB")
    )


def test_the_sentences_are_english_for_who_reads_that() -> None:
    rule_to(["WC", "A"], ["JON", "M"])

    told = why(routed("DRU-GEB", names_person=YesNo.YES), language="en")

    assert "This report went to" in told
    assert "by itself, because rule «Eerst dit» (version 3 of set 2) fits." in told
    assert "1 check kept it from being shared with Jongerenwerk Lindestad-Noord by itself: the report names somebody" in told  # fmt: skip


def test_an_unknown_place_is_the_reason() -> None:
    case = routed("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1"))

    assert "Het adres staat niet in onze lijst. Daarom kiest de triage wie dit oppakt." in why(
        case, "triage@"
    )


def test_a_rule_that_does_not_work_is_the_reason() -> None:
    rule_to(["JON", "X"])

    assert "Een regel werkte niet. Daarom kiest de triage wie dit oppakt." in why(
        routed("DRU-GEB"), "triage@"
    )


def test_somebody_who_is_not_there_is_the_reason() -> None:
    rule_to(["NET", "A"])

    assert "Op deze plek doet nu niemand mee als: Netbeheerder." in why(routed("DRU-GEB"), "triage@")


def test_a_reporter_who_was_not_asked_is_the_reason() -> None:
    rule_to(["WC", "A"], ["JON", "T"])

    case = routed("DRU-GEB")

    assert (
        "De melder is niet om toestemming gevraagd. Daarom beslist een medewerker over Jongerenwerk Lindestad-Noord."
        in why(case)
    )
    assert "The reporter was not asked for consent." in why(case, language="en")


def test_a_partner_to_whom_nothing_goes_by_itself_is_named() -> None:
    rule_to(["WC", "A"], ["POL", "N"])

    case = routed("DRU-GEB")

    assert "Naar Politie Lindestad-Noord gaat dit nooit vanzelf. Een medewerker beslist" in why(case)
    assert "This never goes to Politie Lindestad-Noord by itself." in why(case, language="en")


def test_a_protected_case_is_why_another_desk_did_not_get_it() -> None:
    rule_to(["BESCHERMD", "A"], ["WC", "A"], kind="AGR-HUIS")

    case = routed("AGR-HUIS")

    assert "Dit is een beschermde zaak. Daarom ging de melding niet naar Woonconsulenten Noord." in why(
        case, "beschermd@"
    )


def test_who_answered_before_is_why_another_of_its_type_is_not_asked() -> None:
    step = {"title": "Jongerenwerk Zuid", "outcome": RESULT, "text": ANSWERED}
    case = routed("DRU-GEB")
    decision = RoutingDecision.objects.get(order__report__case=case)

    decision.steps = [*decision.steps, step]

    assert "Een partner van hetzelfde type als Jongerenwerk Zuid antwoordde hier al." in " ".join(
        desk_why.of(decision).more
    )


@pytest.mark.parametrize(
    ("title", "outcome", "text", "said"),
    [
        ("Politie", RESULT, f"{BY_HAND}: een voorstel", "Daarom ging de melding niet vanzelf naar Politie."),
        (NEXT_ONE, NO, "", "Na het laatste antwoord is er geen andere ketenpartner die past."),
    ],
)
def test_a_later_round_says_why_nobody_got_it_by_itself(
    title: str, outcome: str, text: str, said: str
) -> None:
    case = routed("DRU-GEB")
    decision = RoutingDecision.objects.get(order__report__case=case)

    decision.steps = [{"title": title, "outcome": outcome, "text": text}]

    assert said in " ".join(desk_why.of(decision).more)


@pytest.mark.parametrize("kept", ["NET", "Netbeheerder"])
def test_who_was_missing_is_named_in_older_decisions_too(kept: str) -> None:
    case = routed("DRU-GEB")
    decision = RoutingDecision.objects.get(order__report__case=case)

    decision.steps = [{"title": f"Actieve partner voor {kept} op deze plek?", "outcome": NO, "text": ""}]

    assert desk_why.of(decision).more == ("Op deze plek doet nu niemand mee als: Netbeheerder.",)


def test_the_tests_are_told_in_words_and_not_in_codes() -> None:
    rule_to(["WC", "A"], ["JON", "M"], ["NET", "A"])
    routed("DRU-GEB")
    steps = RoutingDecision.objects.get().steps

    told = " ".join(f"{one['title']} {one['text']}" for one in steps)

    assert not re.search(r"\b(DRU-GEB|GEL|NET|JON|deelwijze|ondergrens)\b", told)
    assert "direct zichtbaar: er is een convenant" in told
    assert "Actieve partner voor Netbeheerder op deze plek?" in told


def test_a_later_round_says_what_a_person_decided_and_what_stayed() -> None:
    rule_to(["WC", "A"], ["JON", "M"])
    case = routed("DRU-GEB")
    answering.accept(referral=referral(case, "JON"), by=person("jongerenwerk@"), at=timezone.now())
    rule_first(
        slug="anders",
        name="Anders",
        kinds=["VEI-SLAAP"],
        targets=[["WC", "A"], ["JON", "M"]],
        owner=person("teamleider@"),
    )
    changing.change_kind(
        case=case,
        kind=Kind.objects.get(pk="VEI-SLAAP"),
        reason="Toch anders.",
        by=person("noord@"),
        at=timezone.now(),
    )

    reroute(case)

    told = why(case)
    assert "Over Jongerenwerk Lindestad-Noord besloot een mens al. Dat bleef zo." in told
    assert "Bij Woonconsulenten Noord lag de melding al. Dat bleef zo." in told


def test_who_chose_by_hand_is_named_with_the_ground() -> None:
    case = routed("GEL-MUZ", place=at_home(4))
    by_hand(case, "politie-noord")

    told = why(case)

    assert re.search(
        rf"{person('noord@').name} koos op \w+ \d+ \w+ zelf voor Politie Lindestad-Noord. Grond: Gerechtvaardigd belang",
        told,
    )


@pytest.mark.parametrize(("email", "sees"), [("noord@", False), ("teamleider@", True), ("triage@", True)])
def test_the_way_to_the_rules_is_for_who_may_see_them(email: str, sees: bool) -> None:
    rule_to(["JON", "M"])
    case = routed("DRU-GEB")

    page = client_of(email).get(reverse("case_sharing", args=[case.number])).content.decode()

    assert (f"{reverse('routing_overview')}#regel-eerst" in page) is sees


def test_every_test_stands_folded_below() -> None:
    rule_to(["JON", "M"])
    case = routed("DRU-GEB")

    page = client_of("noord@").get(reverse("case_sharing", args=[case.number])).content.decode()

    folded = re.findall(r"<details.*?</details>", page.split('id="why-title"')[1], flags=re.DOTALL)
    assert "Ontbreekt een geldig convenant?" in " ".join(folded)
