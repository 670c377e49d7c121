"""What goes under a covenant must be named in it, for as long as it is seen; and what goes for good reason goes on another ground."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.models import Case
from partners.at_work import asking
from partners.disclosing.agreements import NotNamed
from partners.disclosing.disclosure import disclose
from partners.models import Covenant, Partner, Referral
from partners.models.referral_words import Ground, State
from partners.sharing import release_checks
from partners.sharing.attaching import Wanted, give
from partners.sharing.sharing import Chosen
from tests.incidents.evidence.sending import sent_photo
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.partners.scaling_up import proposed
from tests.world import Mode, Reporter, at_home, days, file, home, person, referral, routed

pytestmark = pytest.mark.django_db
POLICE, BOA, MEDIATION = "politie-noord", "handhaving-lindestad", "buurtbemiddeling-lindestad"
PLAIN = {"ground": "covenant", "ground_text": "Ernstig.", "summary": "Elke nacht muziek."}


@pytest.fixture
def case(association: None) -> Case:
    report = file("GEL-MUZ", place=at_home(6))
    Case.objects.filter(pk=report.case_id).update(about_home=home(8), mark_aggression_risk=True)
    dialogue.say(report=report, sort="again", text="Weer muziek.", at=timezone.now())
    return Case.objects.get(pk=report.case_id)


def names(code: str, *data_types: str, **changes: Any) -> None:
    Covenant.objects.filter(partner__code=code).update(data_types=list(data_types), **changes)


def shares(case: Case, code: str = POLICE, **changes: Any) -> Referral:
    return by_hand(case, code, **{"ground": Ground.COVENANT, "summary": "Elke nacht muziek."} | changes)


def fresh(found: Referral) -> Referral:
    return Referral.objects.with_cells().get(pk=found.pk)


def in_sight(found: Referral) -> bool:
    return Referral.objects.within_reach(timezone.now()).filter(pk=found.pk).exists()


# A person releases


def test_what_the_covenant_names_goes_and_what_it_does_not_is_refused_with_what_to_do(case: Case) -> None:
    names(POLICE, "minimum", "summary", "about_home")
    client, address = client_of("noord@"), f"{reverse('route_by_hand', args=[case.number])}?to={POLICE}"
    there = Referral.objects.filter(case=case, partner__code=POLICE)

    refused = client.post(address, PLAIN | {"fields_shown": ["about_home", "reporter"]})
    assert refused.status_code == 409 and not there.exists()
    done = client.post(address, PLAIN | {"fields_shown": ["about_home"]})

    assert "noemt niet: Naam en contact van de melder. Kies een andere grond" in refused.content.decode()
    assert done.status_code == 302 and disclose(referral=fresh(there.get())).about_home


@pytest.mark.parametrize("field", ["about_home", "reporter", "earlier", "others"])
def test_a_field_that_no_covenant_names_goes_on_another_ground_only(case: Case, field: str) -> None:
    names(POLICE, "minimum", "summary")

    with pytest.raises(NotNamed, match="Politie Lindestad-Noord noemt niet"):
        shares(case, fields=[field])

    assert field in shares(case, fields=[field], ground=Ground.VITAL).fields


def test_lines_of_the_diary_files_and_answers_are_asked_alike(case: Case) -> None:
    names(POLICE, "minimum")
    line = case.timeline.get(sort="again")
    with pytest.raises(NotNamed, match="logboek"):
        shares(case, summary="", lines=(Chosen(line.pk),))
    with pytest.raises(NotNamed, match="Samenvatting"):
        shares(case)
    there = shares(case, summary="")
    wanted = Wanted("De deur", Ground.COVENANT, "Nodig.")
    with pytest.raises(NotNamed, match="bestanden"):
        give(referral=there, evidence_id=sent_photo(case.reports.get()).pk, wanted=wanted, by=person("noord@"), at=timezone.now())  # fmt: skip
    with pytest.raises(NotNamed, match="Samenvatting"):
        answered(there, Ground.COVENANT)
    answered(there, Ground.INTEREST)


def test_nor_does_a_scale_up_go_with_what_it_does_not_name(case: Case) -> None:
    names("gemeente-lindestad", "minimum", "summary")

    with pytest.raises(NotNamed):
        proposed(case, code="gemeente-lindestad", fields=["about_home"])

    assert not case.scale_ups.exists()


def test_an_agreement_with_a_contractor_is_no_ground(case: Case) -> None:
    there = shares(case)
    Covenant.objects.filter(partner__code=POLICE).update(sort="processing")

    with pytest.raises(release_checks.NotPossible, match="covenant"):
        shares(routed("GEL-MUZ", place=at_home(12)))

    assert not in_sight(there)


def test_of_two_covenants_each_lets_go_what_it_names(case: Case) -> None:
    names(POLICE, "minimum", "about_home")
    Covenant.objects.create(
        partner=Partner.objects.get(code=POLICE), data_types=["minimum", "summary"],
        starts_on=timezone.localdate(), ends_on=timezone.localdate() + timedelta(days=9),
    )  # fmt: skip

    shown = disclose(referral=fresh(shares(case, fields=["about_home"])))

    assert shown.summary and shown.about_home


# What is out


def test_what_is_taken_from_a_covenant_is_not_seen_from_then_on(case: Case) -> None:
    there = shares(case, fields=["about_home"])
    other = shares(routed("GEL-MUZ", place=at_home(8)), ground=Ground.VITAL)
    assert disclose(referral=fresh(there)).about_home

    names(POLICE, "minimum")

    shown = disclose(referral=fresh(there))
    assert (shown.about_home, shown.summary) == (None, "") and in_sight(there)
    assert disclose(referral=fresh(other)).summary, "leans on something else"
    names(POLICE, "about_home")
    assert not in_sight(there) and in_sight(other)


def test_the_preview_shows_what_the_covenant_lets_go(case: Case) -> None:
    names(POLICE, "minimum", "summary")
    address = f"{reverse('route_by_hand', args=[case.number])}?to={POLICE}"

    looked = client_of("noord@").post(address, PLAIN | {"fields_shown": ["about_home"], "preview": "1"})

    assert looked.context["shown"].about_home is None


def test_one_in_its_own_words_lets_the_minimum_and_a_summary_go(case: Case) -> None:
    """Kept before there was a list to pick from."""
    names(POLICE, "Naam, adres en aard van de overlast")
    names(BOA, "Wat nodig is")

    with pytest.raises(NotNamed):
        shares(case, fields=["about_home"])

    assert disclose(referral=fresh(shares(case))).summary == "Elke nacht muziek."
    at_once = referral(routed("DRU-GEB"), "BOA")
    assert (at_once.state, at_once.mode) == (State.RELEASED, "M") and in_sight(at_once)


# What goes by itself


def test_where_it_does_not_name_the_minimum_a_person_is_asked(association: None) -> None:
    names(BOA, "summary", "about_home")

    found = referral(routed("DRU-GEB"), "BOA")

    assert (found.state, found.blocks) == (State.PROPOSED, ["covenant"])


def test_a_reporter_whom_it_does_not_name_stays_here_also_with_consent(association: None) -> None:
    names(MEDIATION, "minimum")
    earlier = Reporter(mode=Mode.NAMED, name="Dana", home=home(6))
    file("GEL-MUZ", place=at_home(6), reporter=earlier, at=timezone.now() - days(20))

    case = routed("GEL-MUZ", place=at_home(), consent=True)

    there = referral(case, "BB")
    assert (there.state, there.mode, there.fields) == (State.RELEASED, "T", [])
    assert there.decision is not None and "noemt de melder niet" in str(there.decision.steps)
    names(MEDIATION, "minimum", "reporter")
    assert disclose(referral=fresh(there)).reporter is None, "looser adds nothing to what is out"


def test_to_come_with_two_is_told_whatever_a_covenant_names(case: Case) -> None:
    names("ggd-meldpunt", "minimum", "summary")

    there = shares(case, "ggd-meldpunt")

    assert disclose(referral=fresh(there)).with_two


# An answer


def answered(found: Referral, ground: Ground, text: str = "Hij is meestal thuis.") -> None:
    question = asking.ask(
        referral=found, text="Is er iemand thuis?", by=person("wijkagent-noord@"), at=timezone.now()
    )
    try:
        asking.answer(question=question, text=text, ground=ground, ground_text="Nodig.", by=person("noord@"), at=timezone.now())  # fmt: skip
    except NotNamed:
        asking.take_back(referral=found, by=person("wijkagent-noord@"), at=timezone.now())
        raise


def test_an_answer_under_a_covenant_ends_with_it_and_others_stay(case: Case) -> None:
    there = shares(case, ground=Ground.INTEREST)
    answered(there, Ground.COVENANT, "Onder het convenant.")
    answered(there, Ground.VITAL, "Er was gevaar.")
    client = client_of("wijkagent-noord@")
    assert "Onder het convenant." in client.get(page_of(there)).content.decode()

    Covenant.objects.filter(partner__code=POLICE).update(ends_on=timezone.localdate() - days(1))

    page = client.get(page_of(there)).content.decode()
    assert "Onder het convenant." not in page and "U kunt ons antwoord niet meer zien" in page
    assert "Er was gevaar." in page and "zonder antwoord" not in page
