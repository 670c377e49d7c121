"""A report entered for somebody: what is kept, that nothing typed is lost, that one form is one report."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex
from incidents.models import AccessCode, CodeLetter, Report, ReporterIdentity
from incidents.rules.answers import Channel
from incidents.rules.numbers import make_number
from safetyportal.audit.models import AuditEvent
from safetyportal.privacy.fields import EncryptedTextField
from tests.incidents.entry_desk import (
    both_halves,
    client_of,
    entered,
    errors,
    post,
    typed,
)
from tests.incidents.tenant import code_on, words
from tests.world import file, home, in_stairwell, person

pytestmark = [pytest.mark.django_db]


@pytest.mark.usefixtures("association")
def test_what_was_told_by_telephone_is_a_report_with_its_channel_and_who_wrote_it() -> None:
    report = entered(client_of("noord@"), where="TRH")

    assert (report.channel, report.filed_by, report.kind_id) == (Channel.PHONE, person("noord@"), "GEL-MUZ")
    assert report.story == "Elke avond harde muziek tot twee uur."
    assert report.space == in_stairwell().space
    assert (report.frequency, report.since, report.impact) == ("weekly", "1_3m", ["sleep"])
    assert report.answers
    identity = ReporterIdentity.objects.get(report=report)
    assert (identity.name, identity.phone, identity.home) == ("Aisha Bouzian", "06-00001234", home(2))
    assert report.routing_orders.count() == 1
    assert report.case.timeline.get().by_label == "Marieke Korenaar"


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("channel", ["phone", "counter", "visit", "letter", "email"])
def test_each_channel_is_kept(channel: str) -> None:
    assert entered(client_of("noord@"), channel=channel).channel == channel


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("channel", ["portal", "staff", "pigeon", ""])
def test_a_channel_that_staff_cannot_choose_is_refused(channel: str) -> None:
    answer = post(client_of("noord@"), both_halves(channel=channel))

    assert answer.status_code == 422
    assert errors(answer) == ["channel: Kies hoe het binnenkwam."]


@pytest.mark.usefixtures("association")
def test_the_first_half_comes_back_with_the_questions_of_the_kind_and_all_that_was_typed() -> None:
    client = client_of("noord@")
    sent = typed(reach=["no_call"], interpreter="on", language="tr", take="on")

    page = post(client, sent)

    assert page.status_code == 200
    assert not Report.objects.exists()
    assert "Vragen over:" in words(page)
    html = page.content.decode()
    for name in ("form_key", "postcode", "number", "name", "phone", "email"):
        assert f'name="{name}" value="{sent[name]}"' in html, name
    assert sent["story"] in html
    for option in ('value="GEL-MUZ" selected', 'value="tr" selected'):
        assert option in html
    checked = [line for line in html.splitlines() if "checked" in line]
    assert len(checked) >= 5
    assert "utrecht-alert--summary" not in html


@pytest.mark.usefixtures("association")
def test_a_few_words_find_the_kind_and_ask_its_questions_at_once() -> None:
    page = post(client_of("noord@"), typed(kind="", words="er wordt gedeald in de hal"))

    assert page.context["page"].kind.code == "DRU-DEA"
    assert 'value="DRU-DEA" selected' in page.content.decode()
    assert page.context["questions"] is not None


@pytest.mark.usefixtures("association")
def test_looking_for_a_kind_says_nothing_about_what_is_still_empty() -> None:
    page = post(
        client_of("noord@"),
        {"form_key": str(uuid4()), "search": "1", "words": "harde muziek", "story": "Herrie."},
    )

    assert page.status_code == 200
    assert "Herrie." in page.content.decode()
    assert 'value="GEL-MUZ" selected' in page.content.decode()
    assert "utrecht-form-field-error-message" not in page.content.decode()


@pytest.mark.usefixtures("association")
def test_another_kind_in_the_second_half_asks_its_own_questions_before_anything_is_kept() -> None:
    client = client_of("noord@")
    sent = {**both_halves(), "kind": "DRU-GEB"}

    page = post(client, sent)

    assert page.status_code == 200
    assert not Report.objects.exists()
    assert "U koos een andere soort" in words(page)
    assert page.context["page"].asked.startswith("DRU-GEB:")
    # How often it happens is the same question of every kind; the first question of another kind is not.
    questions = page.context["questions"]
    assert questions["frequency"].value() == "weekly"
    assert not questions["q1"].value()


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        (
            {"postcode": "", "number": ""},
            "postcode: Vul een adres in, kies een complex, of schrijf op waar het is.",
        ),
        ({"number": ""}, "number: Vul het huisnummer in, bijvoorbeeld 12."),
        (
            {"postcode": "1"},
            "postcode: Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 1234 AB.",
        ),
        ({"postcode": "1234 AB"}, "postcode: Dit adres staat niet in onze lijst."),
        ({"where": "DAK"}, "where: Die plek is er niet bij dit adres."),
        ({"story": ""}, "story: Schrijf op wat er gebeurt."),
        ({"names_person": ""}, "names_person: Kies of er een naam"),
        ({"kind": "", "words": ""}, "kind: Kies wat er aan de hand is"),
        ({"kind": "NO-SUCH"}, "kind: Kies een soort uit de lijst."),
        ({"mode": "named", "name": ""}, "name: Vul de naam van de melder in."),
        ({"phone": "bel maar"}, "phone: Dit is geen telefoonnummer."),
        ({"email": "nee"}, "email: Dit is geen e-mailadres."),
        ({"language": "klingon"}, "language: Kies een taal uit de lijst."),
        ({"form_key": "x"}, "form_key: Deze pagina klopt niet meer."),
        ({"complex": "999999", "postcode": "", "number": ""}, "complex: Kies een complex uit de lijst."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_kept(changes: dict[str, Any], wrong: str) -> None:
    page = post(client_of("noord@"), typed(**changes))

    assert page.status_code == 422
    assert any(one.startswith(wrong) for one in errors(page)), errors(page)
    assert not Report.objects.exists()
    assert str(changes.get("story", "Elke avond harde muziek")) in page.content.decode()


@pytest.mark.usefixtures("association")
def test_an_unanswered_question_of_the_kind_is_asked_again() -> None:
    page = post(client_of("noord@"), {**both_halves(), "frequency": ""})

    assert page.status_code == 422
    assert "frequency: Kies hoe vaak het gebeurt." in errors(page)
    assert not Report.objects.exists()


@pytest.mark.usefixtures("association")
def test_a_kind_that_needs_consent_asks_it_of_who_reports_by_name() -> None:
    client = client_of("noord@")
    refused = post(client, both_halves(mode="named"))
    report = entered(client, mode="named", consent="yes")

    assert refused.status_code == 422
    assert any(one.startswith("consent:") for one in errors(refused))
    assert report.consent is True
    assert entered(client, mode="confidential", consent="yes").consent is None


@pytest.mark.usefixtures("association")
def test_of_somebody_anonymous_nothing_of_a_person_is_kept() -> None:
    report = entered(client_of("noord@"), mode="anonymous")

    assert not ReporterIdentity.objects.filter(report=report).exists()


@pytest.mark.usefixtures("association")
def test_a_place_without_address_is_a_complex_or_words() -> None:
    client = client_of("noord@")
    place = Complex.objects.get(pk=home(2).complex_id)
    stairs = entered(client, postcode="", number="", complex=place.pk, where="TRH")
    nowhere = entered(client, postcode="", number="", place_text="Achter het station")

    assert (stairs.complex, stairs.entrance, stairs.place_text) == (place, None, "Trappenhuis")
    assert (nowhere.place_kind, nowhere.complex, nowhere.place_text) == (
        "unknown",
        None,
        "Achter het station",
    )
    assert ReporterIdentity.objects.get(report=nowhere).home is None


@pytest.mark.usefixtures("association")
def test_the_language_and_an_interpreter_stand_at_the_report() -> None:
    client = client_of("noord@")
    report = entered(client, language="ti", interpreter="on")

    page = client.get(reverse("case_page", args=[report.case.number]))

    spoken = report.spoken
    assert (report.language, spoken.language, spoken.needs_interpreter) == ("ti", "ti", True)
    assert "Tigrinya" in words(page)
    assert "Tolk nodig" in words(page)


@pytest.mark.usefixtures("association")
def test_the_code_is_shown_once_to_who_entered_it_and_opens_the_report() -> None:
    client = client_of("noord@")
    report = entered(client)
    url = reverse("entry_receipt", args=[report.number])

    code = code_on(client.get(url))

    assert Client().post(reverse("follow_enter"), {"number": report.number, "code": code}).status_code == 302
    assert client_of("noord2@").get(url).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert code not in words(client.get(url))
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert client_of("noord@").get(url).status_code == 404
    shown = AuditEvent.objects.filter(action="report.entered").order_by("pk").values_list("detail", flat=True)
    assert list(shown) == [{"code": True}, {"code": False}]


@pytest.mark.usefixtures("association")
def test_the_code_stands_nowhere_readable() -> None:
    client = client_of("noord@")
    report = entered(client)
    code = code_on(client.get(reverse("entry_receipt", args=[report.number])))

    assert isinstance(CodeLetter._meta.get_field("code"), EncryptedTextField)
    assert AccessCode.objects.get(report=report).hash.startswith("$argon2id$")
    assert code not in str(list(AuditEvent.objects.values_list("detail", flat=True)))


@pytest.mark.usefixtures("association")
def test_a_second_press_back_and_another_try_give_the_same_report() -> None:
    client = client_of("noord@")
    sent = both_halves()

    first = post(client, sent)
    again = post(client, {**sent, "story": "Nog iets erbij."})

    assert first.headers["Location"] == again.headers["Location"]
    assert Report.objects.count() == 1
    page = client.get(again.headers["Location"])
    assert "was al bewaard" in words(page)


@pytest.mark.usefixtures("association")
def test_the_form_of_one_colleague_never_leads_to_the_report_of_another() -> None:
    sent = both_halves()
    mine = post(client_of("noord@"), sent)

    theirs = post(client_of("zuid@"), sent)

    assert mine.headers["Location"] != theirs.headers["Location"]
    assert Report.objects.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_eight_presses_at_once_are_one_report() -> None:
    sent, start = both_halves(), Barrier(8)

    def press(client: Client) -> str:
        start.wait()
        try:
            return str(post(client, sent).headers["Location"])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        led_to = set(pool.map(press, [client_of("noord@") for _ in range(8)]))

    assert len(led_to) == 1
    assert Report.objects.count() == 1
    assert CodeLetter.objects.count() == 1


@pytest.mark.usefixtures("association")
def test_who_enters_it_may_take_it_on_where_that_is_theirs() -> None:
    own = entered(client_of("noord@"), take="on")
    elsewhere = entered(client_of("zuid@"), take="on")
    left = entered(client_of("noord@"))

    assert own.case.holder == person("noord@")
    assert own.case.status == "investigation"
    assert elsewhere.case.holder is None
    assert left.case.holder is None


@pytest.mark.usefixtures("association")
def test_a_desk_enters_and_holds_nothing_and_opens_no_case() -> None:
    client = client_of("techniek@")
    report = entered(client, take="on")

    page = client.get(reverse("entry_receipt", args=[report.number]))

    assert report.case.holder is None
    assert report.case.number not in page.content.decode()
    assert "take" not in client.get(reverse("entry_page")).context["form"].fields


@pytest.mark.usefixtures("association")
def test_a_protected_kind_is_entered_and_then_out_of_sight() -> None:
    client = client_of("noord@")
    report = entered(client, kind="AGR-HUIS")

    page = client.get(reverse("entry_receipt", args=[report.number]))

    assert report.case.restricted
    assert code_on(page)
    assert report.case.number not in page.content.decode()


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("email", ["beheer@", "systeem@", "privacy@", "boa@"])
def test_who_hears_no_tenants_does_not_enter(email: str) -> None:
    assert client_of(email).get(reverse("entry_page")).status_code == 403
    assert post(client_of(email), both_halves()).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.usefixtures("association")
def test_danger_comes_first_and_is_asked_again_when_the_words_tell_of_it() -> None:
    client = client_of("noord@")

    calm, danger = post(client, typed()), post(client, typed(story="Hij staat met een mes voor de deur."))

    assert 'href="tel:112"' in calm.content.decode()
    assert "op gevaar wijzen" not in words(calm)
    assert "op gevaar wijzen" in words(danger)


@pytest.mark.usefixtures("association")
def test_entering_is_written_down_without_content() -> None:
    report = entered(client_of("noord@"), channel="visit")

    event = AuditEvent.objects.get(action="report.enter_for")
    assert (event.actor, event.object_id) == (person("noord@"), str(report.pk))
    assert event.detail == {"channel": "visit", "kind": "GEL-MUZ"}


@pytest.mark.usefixtures("association")
def test_the_database_knows_who_wrote_down_what_did_not_come_by_the_website() -> None:
    for wrong in (
        {"channel": "phone", "filed_by": None},
        {"channel": "portal", "filed_by": person("noord@")},
    ):
        report = file("GEL-MUZ")
        copy = Report.objects.get(pk=report.pk)
        copy.pk, copy.number, copy.draft_key = uuid4(), make_number("M"), uuid4()
        for name, value in wrong.items():
            setattr(copy, name, value)
        with pytest.raises(IntegrityError, match="report_filed_by_iff_staff"), transaction.atomic():
            copy.save(force_insert=True)
