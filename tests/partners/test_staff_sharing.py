"""Proposals and choosing by hand through their pages."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import changing
from incidents.intake.filing import Place
from incidents.models import Case, Kind
from incidents.rules.answers import PlaceKind
from partners.models import Partner, Referral
from partners.models.referral_words import Ground
from partners.rules import rule_sets
from partners.sharing import releasing
from safetyportal.audit.models import AuditEvent
from tests.partners import rule_side
from tests.partners.partner_side import by_hand
from tests.world import at_home, days, home, in_stairwell, person, referral, reroute, routed

pytestmark = pytest.mark.django_db
GOOD = {"ground": "covenant", "ground_text": "Ernstig en al lang.", "summary": "Elke week mensen op de trap."}


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


@pytest.fixture
def proposal(association: None) -> Referral:
    return referral(routed("DRU-GEB", place=in_stairwell(18)), "BOA")


def page_of(proposal: Referral) -> str:
    return reverse("proposal_page", args=[proposal.pk])


def refuse_of(proposal: Referral) -> str:
    return reverse("proposal_refuse", args=[proposal.pk])


def by_hand_of(case: Case, to: str = "") -> str:
    return reverse("route_by_hand", args=[case.number]) + (f"?to={to}" if to else "")


def test_the_page_says_what_would_be_shared_with_whom_and_why_not_by_itself(proposal: Referral) -> None:
    page = client_of("noord@").get(page_of(proposal)).content.decode()

    assert "Delen met Handhaving (boa) Lindestad?" in page
    assert "Minder dan 6 woningen aan het portiek: de plek wijst iemand aan" in page
    assert "geen diagnose of strafblad" in page
    assert "Elke week zitten mensen op de trap" not in page
    assert "Aisha" not in page
    event = AuditEvent.objects.get(action="case.read")
    assert event.detail == {"page": "proposal", "referral": str(proposal.pk)}


KIND = "Dit soort meldingen delen wij nooit vanzelf"
RULE = "De regel die past, vraagt dat een medewerker eerst beslist"
NOT_ASKED = "De melder is niet om toestemming gevraagd"
BY_HAND = "Een medewerker koos bij deze zaak al zelf"
REASONS = {KIND, RULE, NOT_ASKED, BY_HAND}


def reasons_on(found: Referral) -> set[str]:
    page = client_of("noord@").get(page_of(found)).content.decode()
    return {one for one in REASONS if one in page}


@pytest.mark.usefixtures("association")
def test_a_kind_that_is_never_shared_by_itself_is_the_reason() -> None:
    Kind.objects.filter(pk="DRU-GEB").update(share="H")

    assert reasons_on(referral(routed("DRU-GEB"), "BOA")) == {KIND}


@pytest.mark.usefixtures("association")
def test_consent_that_was_not_asked_is_the_reason() -> None:
    case = routed("ZRG-GELD", consent=None)

    assert reasons_on(case.referrals.get(state="proposed")) == {NOT_ASKED}


@pytest.mark.usefixtures("association")
def test_a_choice_of_a_colleague_is_the_reason() -> None:
    case = routed("VUI-ALG")
    by_hand(case, "politie-noord")
    changing.change_kind(
        case=case,
        kind=Kind.objects.get(pk="DRU-GEB"),
        reason="Anders.",
        by=person("noord@"),
        at=timezone.now(),
    )
    reroute(case)

    assert reasons_on(referral(case, "BOA")) == {BY_HAND}


@pytest.mark.usefixtures("association")
def test_a_rule_that_is_stricter_than_the_kind_is_the_reason() -> None:
    rule = rule_side.add(targets=[["BOA", "H", 3]])
    rule_side.move(rule.slug, 1)
    rule_sets.activate(
        rule_set=rule_side.draft(), reason="Strenger.", by=person("beheer@"), at=timezone.now()
    )

    assert reasons_on(referral(routed("DRU-GEB"), "BOA")) == {RULE}


def test_releasing_on_the_page_puts_it_in_the_partners_queue(proposal: Referral) -> None:
    answer = client_of("noord@").post(page_of(proposal), GOOD, follow=True)

    assert "Vrijgegeven. Handhaving (boa) Lindestad ziet de zaak nu." in answer.content.decode()
    found = Referral.objects.for_(person("boa@"), "referral.list").queue().get()
    assert (found.pk, found.ground, found.summary) == (proposal.pk, "covenant", GOOD["summary"])


@pytest.mark.parametrize("missing", GOOD)
def test_a_ground_a_reason_and_a_summary_are_all_needed(proposal: Referral, missing: str) -> None:
    answer = client_of("noord@").post(page_of(proposal), GOOD | {missing: ""})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Er is iets niet goed ingevuld" in page
    for name in ("ground_text", "summary"):
        assert name == missing or GOOD[name] in page
    proposal.refresh_from_db()
    assert proposal.released_at is None


@pytest.mark.parametrize(
    "forged", [{"ground": "because"}, {"summary": "voor\0na"}, {"ground_text": "a" * 10_001}]
)
def test_what_cannot_be_kept_is_told_at_its_field(proposal: Referral, forged: dict[str, str]) -> None:
    assert client_of("noord@").post(page_of(proposal), GOOD | forged).status_code == 422


def test_extra_fields_are_only_those_this_partner_may_have(association: None) -> None:
    case = routed("ZRG-VERW", place=at_home(4))
    Case.objects.filter(pk=case.pk).update(about_home=home(8))
    waiting = referral(case, "OGGZ")
    client = client_of("noord@")

    page = client.get(page_of(waiting)).content.decode()
    refused = client.post(page_of(waiting), GOOD | {"fields_shown": ["reporter"]})
    client.post(page_of(waiting), GOOD | {"fields_shown": ["about_home"]})

    assert "Huisnummer van de woning waarover is gemeld" in page
    assert 'value="reporter"' not in page
    assert refused.status_code == 422
    assert "De naam van de melder gaat nooit naar zorg en welzijn" in refused.content.decode()
    event = AuditEvent.objects.get(action="referral.field_refused")
    assert (event.object_id, event.detail["fields"]) == (str(case.pk), ["reporter"])
    waiting.refresh_from_db()
    assert waiting.fields == ["about_home", "with_two"], "what always goes along is kept too"


def test_who_is_second_keeps_the_text_and_hears_why(proposal: Referral) -> None:
    client = client_of("noord@")
    client.get(page_of(proposal))
    releasing.refuse(referral=proposal, reason="Nee.", by=person("noord2@"), at=timezone.now())

    late = client.post(page_of(proposal), GOOD)

    assert late.status_code == 409
    assert "Iemand anders heeft dit voorstel net behandeld" in late.content.decode()
    assert GOOD["summary"] in late.content.decode()
    assert "Dit voorstel is al behandeld" in client.get(page_of(proposal)).content.decode()
    proposal.refresh_from_db()
    assert proposal.released_at is None


def test_a_protected_address_waits_for_a_lead_and_keeps_the_text(proposal: Referral) -> None:
    proposal.blocks = ["protected"]
    proposal.save(update_fields=["blocks"])

    answer = client_of("noord@").post(page_of(proposal), GOOD)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "Een teamleider die de zaak niet zelf behandelt, moet vrijgeven." in page
    assert GOOD["summary"] in page
    assert client_of("teamleider@").post(page_of(proposal), GOOD).status_code == 302


def test_not_sharing_needs_a_reason_and_shares_nothing(proposal: Referral) -> None:
    client = client_of("noord@")

    assert client.post(refuse_of(proposal), {"reason": " "}).status_code == 422
    answer = client.post(refuse_of(proposal), {"reason": "Te weinig bekend."}, follow=True)

    assert "Niet gedeeld met Handhaving (boa) Lindestad." in answer.content.decode()
    assert not Referral.objects.for_(person("boa@"), "referral.list").exists()


@pytest.mark.parametrize("where", [page_of, refuse_of])
@pytest.mark.parametrize(
    ("email", "status"), [("zuid@", 404), ("beheer@", 403), ("techniek@", 403), ("boa@", 403)]
)
def test_a_proposal_is_for_who_works_on_the_case(proposal: Referral, where, email: str, status: int) -> None:
    client = client_of(email)

    assert client.get(where(proposal)).status_code == status
    assert client.post(where(proposal), GOOD | {"reason": "x"}).status_code == status
    proposal.refresh_from_db()
    assert proposal.state == "proposed"


def test_choosing_offers_who_works_here_and_does_not_have_it_yet(association: None) -> None:
    case = routed("DRU-GEB")

    page = client_of("noord@").get(by_hand_of(case)).content.decode()

    assert "Politie Lindestad-Noord" in page
    assert "Politie Lindestad-Zuid" not in page
    assert "Handhaving (boa) Lindestad" not in page
    assert page.index("Past bij deze soort") < page.index("Onze eigen afdelingen")


def test_choosing_by_hand_warns_and_then_shares(association: None) -> None:
    case, client = routed("ZRG-VERW", place=at_home(4)), client_of("noord@")
    address = by_hand_of(case, "politie-noord")

    form = client.get(address).content.decode()
    answer = client.post(address, GOOD, follow=True)

    assert "Bijzondere of strafrechtelijke gegevens (AVG art. 9 of 10)" in form
    assert "Is een (oud-)medewerker betrokken?" in form
    assert "Doorverwezen. Politie Lindestad-Noord ziet de zaak nu." in answer.content.decode()
    assert referral(case, "POL").made_by == person("noord@")


def test_our_own_desk_is_asked_for_no_ground(association: None) -> None:
    case, client = routed("DRU-GEB"), client_of("noord@")
    address = by_hand_of(case, "afdeling-tech")

    page = client.get(address).content.decode()
    answer = client.post(address, {"summary": ""})

    assert "Op welke grond" not in page
    assert answer.status_code == 302
    assert referral(case, "TECH").state == "released"


@pytest.mark.parametrize("to", ["politie-zuid", "nobody", "afdeling-triage", "' OR 1=1"])
def test_a_forged_partner_is_refused(association: None, to: str) -> None:
    case = routed("DRU-GEB")
    before = case.referrals.count()

    answer = client_of("noord@").post(
        reverse("route_by_hand", args=[case.number]), GOOD, query_params={"to": to}
    )

    assert "uit de lijst" in answer.content.decode()
    assert case.referrals.count() == before


def test_a_choice_that_was_just_made_by_another_keeps_the_text(association: None) -> None:
    case = routed("DRU-GEB")
    address = by_hand_of(case, "politie-noord")
    releasing.route_by_hand(
        case=case, partner=Partner.objects.get(code="politie-noord"), ground=Ground.INTEREST, ground_text="x",
        fields=[], summary="x", by=person("noord2@"), at=timezone.now(),
    )  # fmt: skip

    answer = client_of("noord@").post(address, GOOD)

    assert answer.status_code == 409
    assert "Deze zaak ligt al bij deze partner" in answer.content.decode()
    assert GOOD["summary"] in answer.content.decode()


def test_domestic_violence_shows_whom_to_call_and_offers_no_partner(association: None) -> None:
    case = routed("AGR-HUIS", place=at_home(4))
    client = client_of("beschermd@")

    page = client.get(by_hand_of(case)).content.decode()

    assert "0800-2000" in page
    assert "Politie Lindestad" not in page
    assert "Wijkbeheer" not in page
    client.post(by_hand_of(case, "politie-noord"), GOOD)
    assert set(case.referrals.values_list("partner__type_code", flat=True)) == {"BESCHERMD"}


def test_an_unknown_place_has_only_our_own_desks(association: None) -> None:
    case = routed("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1"))

    page = client_of("triage@").get(by_hand_of(case)).content.decode()

    assert "De plek is niet bekend" in page
    assert "Wijkbeheer" in page
    assert "Politie Lindestad" not in page


@pytest.mark.parametrize(
    ("email", "status"), [("zuid@", 404), ("beheer@", 403), ("techniek@", 403), ("boa@", 403)]
)
def test_choosing_is_for_who_works_on_the_case(association: None, email: str, status: int) -> None:
    case = routed("DRU-GEB")
    address = by_hand_of(case, "politie-noord")

    assert client_of(email).get(address).status_code == status
    assert client_of(email).post(address, GOOD).status_code == status
    assert not case.referrals.filter(partner__type_code="POL").exists()


def test_the_page_also_says_what_was_marked_since_the_proposal(proposal: Referral) -> None:
    Case.objects.filter(pk=proposal.case_id).update(mark_child=True)

    page = client_of("noord@").get(page_of(proposal)).content.decode()

    assert "een kind onder de 16" in page


def test_a_late_post_leads_past_the_sign_in_to_a_page_that_can_be_read(proposal: Referral) -> None:
    note = Client().post(reverse("case_note", args=[proposal.case.number]), {"text": "Gebeld."})
    decision = Client().post(page_of(proposal), GOOD)

    assert note.url == f"{reverse('account_login')}?next={reverse('home_of_user')}"
    assert decision.url == f"{reverse('account_login')}?next={page_of(proposal)}"


def test_staff_read_back_what_a_partner_got(association: None) -> None:
    case = routed("DRU-GEB")
    by_hand(case, "politie-noord", fields=["others"], summary="Elke avond.")

    page = client_of("noord@").get(reverse("case_sharing", args=[case.number])).content.decode()

    assert "Gedeeld naast het minimum: samenvatting, Welke andere ketenpartners meewerken." in page


@pytest.mark.parametrize(("kind", "consent", "asks"), [("DRU-GEB", True, False), ("GEL-MUZ", False, True)])
def test_mediation_without_a_reporter_who_agrees_and_a_partner_without_people_are_said_before(
    association: None, kind: str, consent: bool, asks: bool
) -> None:
    case = routed(kind, place=at_home(4), consent=consent)
    partner = Partner.objects.get(code="buurtbemiddeling-lindestad")
    address = reverse("route_by_hand", args=[case.number])

    before = client_of("noord@").get(address, {"to": partner.code}).content.decode()
    partner.memberships.update(ends_on=timezone.localdate() - days(1))
    after = client_of("noord@").get(address, {"to": partner.code}).content.decode()

    assert ("Bemiddelen kan alleen als de melder het goed vindt" in before) is asks
    assert ("werkt nu niemand die kan inloggen" in before, "werkt nu niemand die kan inloggen" in after) == (
        False,
        True,
    )
