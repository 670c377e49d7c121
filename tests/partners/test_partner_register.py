"""The register of partners as a functional administrator works in it: make, change, let stop, remove; and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex
from incidents.models import Case
from partners.at_work import withdrawing
from partners.models import Covenant, Membership, Partner, PartnerArea, Referral
from partners.models.referral_words import State
from partners.registers import partner_register
from partners.registers.partner_settings import PARTNERS, free_code
from safetyportal.accounts.models import RoleGrant
from safetyportal.accounts.roles import Role
from safetyportal.audit.models import AuditEvent
from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from tests.incidents.tenant import words
from tests.partners.partner_side import by_hand, client_of, page_of, queue_of
from tests.partners.scaling_up import row
from tests.world import at_home, days, in_stairwell, person, referral, routed

pytestmark = pytest.mark.django_db
WHY = "Zo spraken wij het af."
NEW = {
    "name": "Straathoekwerk Lindestad", "type_code": "JON", "category": "welfare", "profile": "enforcement",
    "answer_days": "4", "towns": ["Lindestad"], "neighbourhoods": [], "complexes": "", "active_from": "2026-01-01",
    "active_to": "", "reason": WHY,
}  # fmt: skip


@pytest.fixture
def admin(association: None) -> Client:
    return client_of("beheer@")


def today_and(number: int) -> str:
    return (timezone.localdate() + days(number)).isoformat()


def edit(client: Client, code: str, /, **changes: Any) -> Any:
    """Change a partner, also where it is asked first whether that is what is meant."""
    last = changing.last_change(section=PARTNERS, subject=code)
    data = changing.as_posted(PARTNERS.load(code) | changes) | {
        "version": str(last.version if last else 0),
        "reason": WHY,
    }
    path = reverse("settings_edit", args=["ketenpartners", code])
    answer = client.post(path, data)
    if answer.status_code == 200 and answer.context["sure"]:
        answer = client.post(path, data | {"sure": answer.context["sure"]})
    return answer


# Making


def test_a_new_partner_gets_reports_of_its_area_from_then_on(admin: Client) -> None:
    Partner.objects.filter(type_code="JON").update(active_to=timezone.localdate() - days(1))

    answer = admin.post(reverse("partner_new"), NEW)

    made = Partner.objects.get(name="Straathoekwerk Lindestad")
    Covenant.objects.create(
        partner=made, purpose="x", starts_on=timezone.localdate(), ends_on=timezone.localdate() + days(90)
    )
    assert answer.status_code == 302 and answer.url == reverse("partner_page", args=[made.code])
    assert (made.is_internal, made.answer_days, made.code) == (False, 4, "straathoekwerk-lindestad")
    assert referral(routed("VEI-GRP", place=in_stairwell()), "JON").partner == made


def test_who_made_it_and_why_stands_in_its_history(admin: Client) -> None:
    admin.post(reverse("partner_new"), NEW)

    page = words(admin.get(reverse("settings_history", args=["ketenpartners", "straathoekwerk-lindestad"])))

    assert WHY in page and "Karima Lahmidi" in page
    assert AuditEvent.objects.filter(
        action="settings.change", object_id="ketenpartners/straathoekwerk-lindestad"
    ).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Vul de naam in."),
        ({"name": "politie lindestad-noord"}, "Er is al een partner die zo heet."),
        ({"type_code": ""}, "Kies uit de lijst."),
        ({"category": "internal"}, "Deze categorie past niet bij dit type."),
        ({"profile": "internal"}, "Kies wat een ketenpartner mag zien."),
        ({"answer_days": "0"}, "Minstens 1 werkdag."),
        ({"towns": []}, "Kies waar de partner werkt."),
        ({"towns": ["Verweg"]}, "Kies gemeenten uit de lijst."),
        ({"complexes": "Bestaat niet"}, "Dit complex kennen wij niet"),
        ({"active_from": "2027-01-02", "active_to": "2027-01-01"}, "Deze dag ligt voor de eerste dag."),
        ({"reason": ""}, "Schrijf waarom u dit verandert."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    admin: Client, wrong: dict[str, Any], said: str
) -> None:
    answer = admin.post(reverse("partner_new"), NEW | wrong)

    assert answer.status_code == 422
    assert said in words(answer)
    if "name" not in wrong:
        assert "Straathoekwerk Lindestad" in answer.content.decode()
    assert not Partner.objects.filter(name__startswith="Straathoek").exists()


def test_a_complex_is_an_area_by_name_or_number(admin: Client) -> None:
    one, other = Complex.objects.order_by("pk")[:2]

    admin.post(
        reverse("partner_new"), NEW | {"towns": [], "complexes": f"{one.name.upper()}\n\n{other.code}\n"}
    )

    made = Partner.objects.get(name="Straathoekwerk Lindestad")
    assert set(PartnerArea.objects.filter(partner=made).values_list("complex", flat=True)) == {
        one.pk,
        other.pk,
    }
    covering = Partner.objects.covering(municipality="", neighbourhood="", complex_id=other.pk)
    assert made in covering


def test_many_complexes_are_looked_up_at_once(admin: Client) -> None:
    one = Complex.objects.order_by("pk")[0]
    Complex.objects.bulk_create(
        Complex(code=code, name=name, municipality="Lindestad", neighbourhood="Noorderhof", form=one.form, team=one.team)
        for code, name in [("K-0b", "Iepenhof 0"), *((f"K-{n}", f"Iepenhof {n}") for n in range(180))]
    )  # fmt: skip
    few, many = ("\n".join(f"k-{n}" for n in range(1, last)) for last in (4, 180))

    asked = []
    for typed in (few, many, "\n".join(f"iepenhof {n} (K-{n})" for n in range(1, 180))):
        with CaptureQueriesContext(connection) as captured:
            assert edit(admin, "handhaving-lindestad", complexes=typed).status_code == 302
        asked.append(sum("complex" in each["sql"] for each in captured))

    assert asked[1] == asked[0]
    where = PARTNERS.load("handhaving-lindestad")["complexes"].splitlines()
    assert len(where) == 179 and "Iepenhof 7 (K-7)" in where
    refused = edit(admin, "handhaving-lindestad", complexes="iepenhof 0\nk-0\nBestaat niet")
    assert "zo heten: iepenhof 0, Bestaat niet. Vul het nummer in." in words(refused)


def test_more_complexes_than_make_sense_are_refused_without_looking(admin: Client) -> None:
    with CaptureQueriesContext(connection) as captured:
        answer = edit(admin, "handhaving-lindestad", complexes="\n".join(f"x{n}" for n in range(1900)))

    assert answer.status_code == 422 and "U noemt 1900 complexen. Er mogen er 200 in." in words(answer)
    assert len(captured) < 40


# Changing


def test_the_term_counts_for_what_goes_out_after_the_change(admin: Client) -> None:
    before = referral(routed("DRU-GEB"), "BOA")

    edit(admin, "handhaving-lindestad", answer_days=30)

    after = by_hand(routed("GEL-MUZ", place=at_home(4)), "handhaving-lindestad")
    assert after.due_at - before.due_at > days(25)
    assert Referral.objects.get(pk=before.pk).due_at == before.due_at


def test_an_area_that_was_taken_away_gets_nothing_more(admin: Client) -> None:
    """Enforcement of the town moves to one neighbourhood, where our street is not."""
    elsewhere = (
        Complex.objects.exclude(neighbourhood=in_stairwell().complex.neighbourhood)
        .filter(municipality="Lindestad")
        .first()
    )

    edit(
        admin, "handhaving-lindestad", towns="",
        neighbourhoods=f"{elsewhere.neighbourhood} ({elsewhere.municipality})",
    )  # fmt: skip

    assert not Referral.objects.filter(case=routed("DRU-GEB"), partner__code="handhaving-lindestad").exists()


def test_work_outside_the_new_area_stays_and_the_page_says_so(admin: Client) -> None:
    """The number to who keeps the register, which case it is to who may open it."""
    found = referral(routed("DRU-GEB"), "BOA")
    here = in_stairwell().complex
    elsewhere = Complex.objects.exclude(neighbourhood=here.neighbourhood).filter(municipality="Lindestad")[0]
    page = reverse("partner_page", args=["handhaving-lindestad"])
    before = words(admin.get(page))

    saved = edit(
        admin, "handhaving-lindestad", towns="",
        neighbourhoods=f"{elsewhere.neighbourhood} ({elsewhere.municipality})",
    )  # fmt: skip
    told, after = words(admin.get(saved.headers["Location"])), words(admin.get(page))
    lead = partner_register.outside(partner=found.partner, actor=person("teamleider@"))

    assert "buiten het gebied" not in before
    for said in (told, after):
        assert "1 doorverwijzing of voorstel ligt buiten het gebied van deze partner" in said
        assert found.case.number not in said
    assert (lead.number, [case.number for case in lead.cases]) == (1, [found.case.number])
    assert Referral.objects.get(pk=found.pk).state == State.RELEASED


@pytest.mark.parametrize("how", ["complex", "neighbourhood", "town", "place not known", "own desk"])
def test_what_lies_within_the_area_is_not_said_to_lie_outside(association: None, how: str) -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    here, partner = found.case.complex, found.partner
    PartnerArea.objects.filter(partner=partner).delete()
    if how == "complex":
        PartnerArea.objects.create(partner=partner, complex=here)
    elif how == "neighbourhood":
        PartnerArea.objects.create(
            partner=partner, municipality=here.municipality, neighbourhood=here.neighbourhood
        )
    elif how == "town":
        PartnerArea.objects.create(partner=partner, municipality=here.municipality)
    elif how == "place not known":
        Case.objects.filter(pk=found.case_id).update(complex=None, entrance=None, space=None)
    else:
        partner = referral(routed("VUI-ALG"), "WB").partner

    assert partner_register.outside(partner=partner, actor=person("teamleider@")).number == 0


def test_less_to_see_is_asked_first_and_holds_at_once(admin: Client) -> None:
    found = by_hand(routed("DRU-GEB"), "politie-noord", fields=["others"])
    client = client_of("wijkagent-noord@")
    assert "Handhaving (boa) Lindestad" in client.get(page_of(found)).content.decode()
    path = reverse("settings_edit", args=["ketenpartners", "politie-noord"])
    data = changing.as_posted(PARTNERS.load("politie-noord") | {"profile": "basic"}) | {
        "version": "0",
        "reason": WHY,
    }

    asked = admin.post(path, data)

    assert asked.status_code == 200 and "verandert meteen" in words(asked)
    assert Partner.objects.get(code="politie-noord").profile == "police"
    assert edit(admin, "politie-noord", profile="basic").status_code == 302
    assert "Handhaving (boa) Lindestad" not in client.get(page_of(found)).content.decode()


def test_a_partner_becomes_no_desk_of_ours(admin: Client) -> None:
    answer = edit(admin, "politie-noord", type_code="WB", category="internal", profile="internal")

    assert answer.status_code == 422
    assert "wordt geen eigen afdeling" in words(answer)


def test_who_was_second_sees_what_the_first_did_and_loses_nothing(admin: Client) -> None:
    path = reverse("settings_edit", args=["ketenpartners", "politie-noord"])
    seen = changing.as_posted(PARTNERS.load("politie-noord")) | {"version": "0", "reason": WHY}
    edit(admin, "politie-noord", answer_days=3)

    answer = client_of("beheer@").post(path, seen | {"answer_days": "9"})

    assert answer.status_code == 409
    assert 'value="9"' in answer.content.decode() and "→" in words(answer)
    assert Partner.objects.get(code="politie-noord").answer_days == 3


def test_a_change_is_put_back_areas_and_all(admin: Client) -> None:
    code, place = "handhaving-lindestad", in_stairwell().complex
    before = PARTNERS.load(code)
    around = f"{place.neighbourhood} ({place.municipality})"
    edit(admin, code, name="Boa", towns="", neighbourhoods=around, active_to=today_and(90))
    assert PARTNERS.load(code)["neighbourhoods"] == around

    made = Change.objects.get(subject=code)
    answer = admin.post(reverse("settings_undo", args=[made.pk]), {"version": "1", "reason": "Toch niet."})

    assert answer.status_code == 302
    assert PARTNERS.load(code) == before


def test_before_it_was_made_there_is_nothing_to_go_back_to(admin: Client) -> None:
    admin.post(reverse("partner_new"), NEW)
    made = Change.objects.get(section="ketenpartners")
    undo, history = (
        reverse("settings_undo", args=[made.pk]), reverse("settings_history", args=["ketenpartners", made.subject]),
    )  # fmt: skip

    assert undo not in admin.get(history).content.decode()
    for answer in (
        admin.get(undo, follow=True),
        admin.post(undo, {"version": "1", "reason": "x"}, follow=True),
    ):
        assert "Dit is het begin: hiervoor was er niets." in words(answer)
    assert Change.objects.count() == 1


# Stopping


def test_with_work_open_a_partner_does_not_stop_at_once(admin: Client) -> None:
    found = referral(routed("DRU-GEB"), "BOA")

    answer = edit(admin, "handhaving-lindestad", active_to=today_and(-1))

    assert answer.status_code == 409
    assert "staat nog 1 doorverwijzing of voorstel open. Laat ze intrekken" in words(answer)
    assert found.case.number in queue_of("boa@")


def test_a_later_last_day_is_asked_first_and_then_kept(admin: Client) -> None:
    referral(routed("DRU-GEB"), "BOA")
    path = reverse("settings_edit", args=["ketenpartners", "handhaving-lindestad"])
    values = PARTNERS.load("handhaving-lindestad") | {"active_to": today_and(20)}

    asked = admin.post(path, changing.as_posted(values) | {"version": "0", "reason": WHY})

    assert asked.status_code == 200 and "Na de laatste dag ziet de partner ze niet meer." in words(asked)
    assert Partner.objects.get(code="handhaving-lindestad").active_to is None
    assert edit(admin, "handhaving-lindestad", active_to=today_and(20)).status_code == 302
    assert Partner.objects.get(code="handhaving-lindestad").active_to is not None


def test_who_stopped_is_out_at_the_next_request(admin: Client) -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    client = client_of("boa@")
    withdrawing.withdraw(referral=found, reason="Naar een ander.", by=person("noord@"), at=timezone.now())

    assert edit(admin, "handhaving-lindestad", active_to=today_and(-1)).status_code == 302

    assert "Handhaving" not in client.get(reverse("partner_queue")).content.decode()
    assert not Referral.objects.filter(case=routed("DRU-GEB"), partner__code="handhaving-lindestad").exists()


@pytest.mark.parametrize("desk", ["TRIAGE", "BESCHERMD"])
def test_the_last_desk_that_takes_everything_cannot_stop(admin: Client, desk: str) -> None:
    code = Partner.objects.get(type_code=desk).code

    answer = edit(admin, code, active_to=today_and(30))

    assert answer.status_code == 409
    assert "alles wat niemand anders aanneemt" in words(answer)


# Removing


def remove(client: Client, code: str, reason: str = WHY) -> Any:
    return client.post(reverse("partner_remove", args=[code]), {"reason": reason})


def test_what_was_made_by_mistake_is_removed_and_the_register_says_so(admin: Client) -> None:
    admin.post(reverse("partner_new"), NEW)

    answer = remove(admin, "straathoekwerk-lindestad", "Stond er al.")

    assert answer.status_code == 302
    assert not Partner.objects.filter(name=NEW["name"]).exists()
    stopped = words(admin.get(reverse("partner_list"), {"lijst": "gestopt"}))
    assert "Straathoekwerk Lindestad" in stopped and "Stond er al." in stopped
    assert AuditEvent.objects.filter(action="settings.remove").exists()
    assert free_code("Straathoekwerk Lindestad") == "straathoekwerk-lindestad-2"


def test_a_partner_with_open_referrals_is_not_removed_and_it_says_how_many(admin: Client) -> None:
    referral(routed("DRU-GEB"), "BOA"), referral(routed("DRU-GEB", place=in_stairwell(18)), "BOA")

    answer = remove(admin, "handhaving-lindestad")

    assert answer.status_code == 409
    assert "staan nog 2 doorverwijzingen en voorstellen open. Laat ze intrekken of aan een ander" in words(
        answer
    )
    assert Partner.objects.filter(code="handhaving-lindestad").exists()


def test_a_partner_that_had_cases_stops_instead(admin: Client) -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    withdrawing.withdraw(referral=found, reason="Nee.", by=person("noord@"), at=timezone.now())

    answer = remove(admin, "handhaving-lindestad")

    assert answer.status_code == 409
    assert "Verwijder de partner niet, maar laat hem stoppen" in words(answer)
    assert Referral.objects.get(pk=found.pk).state == State.WITHDRAWN


def test_people_and_covenants_stand_in_the_way_too(admin: Client) -> None:
    partner = Partner.objects.get(code="jongerenwerk-noord")
    assert not Referral.objects.filter(partner=partner).exists()

    Membership.objects.filter(partner=partner).delete()
    Membership.objects.create(user=person("boa@"), partner=partner, starts_on=timezone.localdate())

    answer = remove(admin, partner.code)

    assert answer.status_code == 409
    assert "werkt hier nog 1 persoon" in words(answer) and "staat een convenant" in words(answer)


@pytest.mark.parametrize("state", ["proposed", "refused", "lapsed"])
def test_who_was_only_in_a_proposal_to_scale_up_stops_instead(admin: Client, state: str) -> None:
    admin.post(reverse("partner_new"), NEW)
    partner = Partner.objects.get(name=NEW["name"])
    row(routed("GEL-MUZ", place=at_home(4)), timezone.now(), state, partner=partner)

    page = words(admin.get(reverse("partner_page", args=[partner.code])))
    answer = remove(admin, partner.code)

    assert answer.status_code == 409 and Partner.objects.filter(pk=partner.pk).exists()
    for told in (page, words(answer)):
        assert "op te schalen. Dat blijft te zien. Verwijder de partner niet, maar laat hem stoppen" in told
        assert ("Laat de tweede persoon eerst ja of nee zeggen." in told) == (state == "proposed")


def test_without_a_reason_nothing_is_removed(admin: Client) -> None:
    admin.post(reverse("partner_new"), NEW)

    assert remove(admin, "straathoekwerk-lindestad", " ").status_code == 422
    assert Partner.objects.filter(name=NEW["name"]).exists()


# Looking


def test_the_number_of_open_cases_is_shown_and_no_case_of_others(admin: Client) -> None:
    found = referral(routed("DRU-GEB"), "BOA")

    page = words(admin.get(reverse("partner_page", args=["handhaving-lindestad"])))

    assert "Er staat 1 doorverwijzing of voorstel open." in page and "Vraag het de teamleider." in page
    assert found.case.number not in page


def test_who_works_on_the_case_too_gets_a_link_to_it(admin: Client) -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    RoleGrant.objects.create(user=person("beheer@"), role=Role.HANDLER, team=found.case.team)

    page = client_of("beheer@").get(reverse("partner_page", args=["handhaving-lindestad"])).content.decode()

    assert reverse("case_sharing", args=[found.case.number]) in page


def test_a_long_register_goes_on_page_by_page(admin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partner_register, "PAGE_SIZE", 5)
    seen: list[str] = []
    url = reverse("partner_list")
    while url:
        answer = admin.get(url)
        seen += [line.partner.code for line in answer.context["lines"]]
        url = answer.context["next_url"]

    wanted = Partner.objects.filter(is_internal=False).order_by("name", "code").values_list("code", flat=True)
    assert seen == list(wanted)


@pytest.mark.parametrize("typed", ["x" * 500, "<b>", "politie-noord'--", "é"])
def test_a_strange_place_to_begin_is_the_beginning(admin: Client, typed: str) -> None:
    answer = admin.get(reverse("partner_list"), {"na": typed, "lijst": typed})

    assert answer.status_code == 200
    assert answer.context["lines"]
