"""What staff see before a partner does: the same words by the same part of a page, what they say too much, and masking it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.models import Case, TimelineEntry
from partners.defaults.default_matrix import Field
from partners.models import Referral, SharedLine
from safetyportal.audit.models import AuditEvent
from tests.incidents import parties as people
from tests.partners.partner_side import client_of, page_of
from tests.world import at_home, file, home

pytestmark = pytest.mark.django_db
PLAIN = {"ground": "interest", "ground_text": "Nodig.", "summary": "Elke nacht muziek."}
ACCUSED = "Wim Kanarievogel"
POLICE = "politie-noord"


@pytest.fixture
def case(association: None) -> Case:
    """About number 8, with whom it is about and two lines of the diary."""
    report = file("GEL-MUZ", place=at_home(6))
    Case.objects.filter(pk=report.case_id).update(about_home=home(8), mark_aggression_risk=True)
    case = Case.objects.get(pk=report.case_id)
    people.accused(case, name=ACCUSED, home=home(8))
    for text in ("Weer muziek tot laat", "Ik ben Aisha Bouzian van 2 en bel 06-00001234"):
        dialogue.say(report=report, sort="again", text=text, at=timezone.now())
    return case


@pytest.fixture
def staff() -> Client:
    return client_of("noord@")


def address(case: Case, to: str = POLICE) -> str:
    return f"{reverse('route_by_hand', args=[case.number])}?to={to}"


def line_of(case: Case, words: str) -> TimelineEntry:
    return case.timeline.get(sort="again", text__contains=words)


def seen(page: str) -> str:
    """The half of the page that is the partner's."""
    return page[page.index('id="to-be-seen"') :]


def post(client: Client, case: Case, to: str = POLICE, **typed: Any) -> Any:
    return client.post(address(case, to), PLAIN | typed)


def test_what_we_know_stands_beside_what_the_partner_sees(case: Case, staff: Client) -> None:
    page = staff.get(address(case)).content.decode()

    known, theirs = page[: page.index('id="to-be-seen"')], seen(page)
    for said in ("Esdoornlaan 8", ACCUSED, "1 melding op naam"):
        assert said in known and said not in theirs
    assert "Aisha" not in theirs


@pytest.mark.parametrize(
    "to", [POLICE, "handhaving-lindestad", "ggd-meldpunt", "gemeente-lindestad", "afdeling-tech"]
)
def test_the_page_shows_exactly_what_the_partner_gets_then(case: Case, staff: Client, to: str) -> None:
    page = staff.get(address(case, to)).content.decode()
    offered = [
        one for one in re.findall(r'name="fields_shown"[^>]*?value="(\w+)"', page, re.S) if one != "reporter"
    ]
    typed = {"fields_shown": offered, "summary": "Elke nacht muziek.\nTot laat."}
    before = post(staff, case, to, **typed, preview="1")
    assert before.status_code == 200 and not Referral.objects.filter(case=case, partner__code=to).exists()

    post(staff, case, to, **typed)
    referral = Referral.objects.get(case=case, partner__code=to)
    member = referral.partner.memberships.earliest("pk").user
    client = Client()
    client.force_login(member)

    theirs = client.get(page_of(referral)).content.decode()
    start, end = theirs.index('<dl class="utrecht-data-list">'), theirs.index("U ziet dit omdat")
    said = re.sub(r"\s+", " ", theirs[start : theirs.rindex("</", start, end)])
    assert "Elke nacht muziek." in said and ("Esdoornlaan 8" in said) == ("about_home" in offered)
    shown = re.sub(r"\s+", " ", seen(before.content.decode()))
    assert re.sub(r'<p class="portal-soft.*', "", said).strip() in shown


def test_who_reported_is_named_on_no_page_of_this(case: Case, staff: Client) -> None:
    page = seen(post(staff, case, fields_shown=["reporter"], preview="1").content.decode())

    assert "Naam en contact van de melder (hier niet getoond)" in page
    assert "Aisha" not in page


def test_looking_keeps_what_was_typed_and_stores_nothing(case: Case, staff: Client) -> None:
    answer = post(
        staff,
        case,
        summary="Elke nacht.",
        ground_text="Omdat het zo hoort",
        fields_shown=["about_home"],
        preview="1",
    )
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Omdat het zo hoort" in page and "Elke nacht." in seen(page) and "Esdoornlaan 8" in seen(page)
    assert re.search(r'value="about_home"\s+checked', page)
    assert not Referral.objects.filter(case=case, partner__code=POLICE).exists()


def test_looking_at_half_a_form_is_no_mistake(case: Case, staff: Client) -> None:
    answer = staff.post(address(case), {"preview": "1", "summary": ""})

    assert answer.status_code == 200
    assert "Er is iets niet goed ingevuld" not in answer.content.decode()


def test_the_script_gets_the_half_that_changes_and_it_is_written_down(case: Case, staff: Client) -> None:
    answer = staff.post(address(case), PLAIN | {"preview": "1"}, headers={"X-Part": "preview"})
    page = answer.content.decode()

    assert "Elke nacht muziek." in page and "<html" not in page
    assert AuditEvent.objects.filter(action="case.read", detail__page="preview").count() == 1


# Too much in a text


def test_a_text_that_says_too_much_is_shown_first_and_shared_only_when_that_was_seen(
    case: Case, staff: Client
) -> None:
    text = "Bij Aisha Bouzian op 06-00001234 is het laat."
    first = post(staff, case, summary=text)
    page = first.content.decode()
    assert "Dit kan een naam zijn: Aisha Bouzian." in page and "Dit lijkt een telefoonnummer" in page
    assert "Er is nog niets gedeeld" in page
    assert not Referral.objects.filter(case=case, partner__code=POLICE).exists()

    other = post(staff, case, summary=text + " Ook Kees.", seen=first.context["seen"])
    assert other.status_code == 200, "something else than was seen"
    done = post(staff, case, summary=text, seen=first.context["seen"])

    assert done.status_code == 302
    assert Referral.objects.get(case=case, partner__code=POLICE).summary == text


def test_masking_takes_one_word_out_and_keeps_the_rest_as_typed(case: Case, staff: Client) -> None:
    text = "Bij Aisha Bouzian is het laat, zegt zij op 06-00001234."
    first = post(staff, case, summary=text, preview="1").context["found"]

    answer = post(staff, case, summary=text, ground_text="Zo.", mask=first[0].value)

    page = answer.content.decode()
    assert "Bij [weggelaten] is het laat, zegt zij op 06-00001234." in page
    assert [one.word for one in answer.context["found"]] == ["06-00001234"]
    assert "Zo." in page and not Referral.objects.filter(case=case, partner__code=POLICE).exists()


def test_of_a_long_list_nothing_goes_unseen_and_numbers_come_first(case: Case, staff: Client) -> None:
    text = f"wij zagen {' en '.join(['Xander', 'Kees'] * 12)} en bel 06-00001234 of mail jan@example.nl"
    first = post(staff, case, summary=text)
    page = seen(first.content.decode())

    assert [page.count(f": {word}.</bdi>") for word in ("06-00001234", "jan@example.nl")] == [1, 1]
    assert page.count('name="mask"') == 20 and page.index("06-00001234") < page.index("Xander")
    assert "Er zijn nog 6 plekken om naar te kijken: <bdi>Xander</bdi>, <bdi>Kees</bdi>." in page
    other = post(staff, case, summary=text.replace("06-00001234", "06-00001235"), seen=first.context["seen"])
    assert other.status_code == 200, "another number than was seen"
    assert post(staff, case, summary=text, seen=first.context["seen"]).status_code == 302


@pytest.mark.parametrize(
    "typed", ["wim kanarievogel", "Wim Ka\u00adnárievogel", "wim kanarievogels hond", "KANARIEVOGEL"]
)
def test_masking_takes_a_name_out_as_it_was_written(case: Case, staff: Client, typed: str) -> None:
    dialogue.say(report=case.reports.get(), sort="again", text=f"Dat is {typed}!", at=timezone.now())
    line = line_of(case, "Dat is")
    typing = {"summary": f"Dat is {typed}!", f"line_{line.pk}": "on"}
    for _each in range(2):
        found = post(staff, case, **typing, preview="1").context["found"]
        form = post(staff, case, **typing, mask=found[0].value).context["form"]
        typing |= {name: form.initial[name] for name in ("summary", f"left_out_{line.pk}")}

    shown = seen(post(staff, case, **typing, preview="1").content.decode())
    assert post(staff, case, **typing).status_code == 302
    referral = Referral.objects.get(case=case, partner__code=POLICE)
    went = [referral.summary, referral.lines.get().text]
    for text in went:
        assert text.startswith("Dat is [weggelaten]") and "kan" not in text.lower() and text in shown


@pytest.mark.parametrize(
    "mask", ["", "summary:0:999", "summary:-1:3", "line-1:0:4", "x", "summary:a:b", "🔥"]
)
def test_a_mask_that_is_of_nothing_changes_nothing(case: Case, staff: Client, mask: str) -> None:
    answer = post(staff, case, summary="Bij Kees de Wit.", mask=mask)

    assert answer.status_code == 200
    assert "Bij Kees de Wit." in answer.content.decode()


# The diary


def test_only_chosen_lines_go_along_and_without_the_words_left_out(case: Case, staff: Client) -> None:
    line = line_of(case, "Aisha")
    typed = {f"line_{line.pk}": "on", f"left_out_{line.pk}": "aisha bouzian, 06-00001234, van 2"}

    done = post(staff, case, **typed)

    referral = Referral.objects.get(case=case, partner__code=POLICE)
    assert done.status_code == 302 and Field.DIARY in referral.fields
    kept = SharedLine.objects.get(referral=referral)
    assert kept.text == "Ik ben [weggelaten] [weggelaten] en bel [weggelaten]"
    page = client_of("wijkagent-noord@").get(page_of(referral)).content.decode()
    assert "Ik ben [weggelaten] [weggelaten] en bel [weggelaten]" in page
    assert "Aisha" not in page and "Weer muziek tot laat" not in page


def test_a_line_that_says_too_much_is_told_and_masked_by_a_button(case: Case, staff: Client) -> None:
    line = line_of(case, "Aisha")
    typed = {f"line_{line.pk}": "on"}
    first = post(staff, case, **typed)
    found = first.context["found"]
    assert [one.word for one in found] == ["Aisha Bouzian", "2", "06-00001234"]

    answer = post(staff, case, **typed, mask=found[0].value)

    assert f'name="left_out_{line.pk}"' in answer.content.decode()
    assert (
        "Aisha Bouzian"
        in re.search(rf'name="left_out_{line.pk}" value="([^"]*)"', answer.content.decode())[1]
    )  # type: ignore[index]
    assert "Ik ben [weggelaten] van 2" in seen(answer.content.decode())


def test_a_line_stays_as_the_reporter_wrote_it(case: Case, staff: Client) -> None:
    line = line_of(case, "Aisha")
    post(staff, case, **{f"line_{line.pk}": "on", f"left_out_{line.pk}": "aisha bouzian, 06-00001234, 2"})

    assert TimelineEntry.objects.get(pk=line.pk).text == "Ik ben Aisha Bouzian van 2 en bel 06-00001234"


def test_no_line_of_another_case_and_none_for_who_may_not_have_it(case: Case, staff: Client) -> None:
    other = file("GEL-MUZ", place=at_home(12))
    dialogue.say(report=other, sort="again", text="Van elders", at=timezone.now())
    elsewhere = other.case.timeline.get(sort="again")
    ours = line_of(case, "Weer muziek")

    post(staff, case, **{f"line_{elsewhere.pk}": "on"})
    post(staff, case, "ggd-meldpunt", **{f"line_{ours.pk}": "on"})

    assert not SharedLine.objects.exists()
    assert "Weer muziek" not in staff.get(address(case, "wijkteam-noord")).content.decode()


# What may not go along


@pytest.mark.parametrize(
    ("to", "field", "why"),
    [
        ("handhaving-lindestad", "reporter", "De naam van de melder gaat nooit naar handhaving"),
        ("ggd-meldpunt", "others", "Welke ketenpartners meewerken, gaat nooit naar zorg en welzijn"),
        (POLICE, "attachments", "of het gaat op een andere manier mee"),
        (POLICE, "story", "Dit gegeven mag deze partner niet zien."),
    ],
)
def test_a_forged_field_is_refused_in_words_and_written_down(
    case: Case, staff: Client, to: str, field: str, why: str
) -> None:
    answer = post(staff, case, to, fields_shown=[field])

    assert answer.status_code == 422 and why in answer.content.decode()
    assert not Referral.objects.filter(case=case, partner__code=to).exists()
    event = AuditEvent.objects.get(action="referral.field_refused")
    assert (event.detail["partner"], event.detail["fields"]) == (to, [field])


@pytest.mark.parametrize(
    ("sent", "kept", "number"),
    [
        ([f"f{one:029d}" for one in range(80)], [f"f{one:029d}" for one in range(10)], 80),
        (["story\0", "🔥" * 40], ["?" * 30, "story?"], 2),
        (["a" * 5000, '"<b>'], ["??b?", "a" * 30], 2),
        ([""], [""], 1),
    ],
)
def test_whatever_is_sent_as_a_field_is_refused_and_written_down(
    case: Case, staff: Client, sent: list[str], kept: list[str], number: int
) -> None:
    answer = post(staff, case, fields_shown=sent)

    assert answer.status_code == 422
    detail = AuditEvent.objects.get(action="referral.field_refused").detail
    assert (detail["fields"], detail["number"]) == (kept, number)


def test_a_house_number_for_mediation_wants_consent_as_its_ground(case: Case, staff: Client) -> None:
    to = "buurtbemiddeling-lindestad"

    without = post(staff, case, to, fields_shown=["about_home"])
    agreed = post(staff, case, to, fields_shown=["about_home"], ground="consent")

    assert without.status_code == 409 and "alleen mee met toestemming" in without.content.decode()
    assert agreed.status_code == 302
