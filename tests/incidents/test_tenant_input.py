"""Bad input in every field of the wizard: an error or the text as typed, never a broken page, never anything lost."""

from __future__ import annotations

import html
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from incidents.forms.tenant_fields import read_day
from incidents.models import Draft, Report
from tests.incidents.tenant import ANSWERS, STEPS, errors, post, send, to_post, url, words, written_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]

TEXTS = [
    ("adres", "postcode"),
    ("adres", "number"),
    ("verhaal", "story"),
    ("soort", "words"),
    ("contact", "name"),
    ("contact", "phone"),
    ("contact", "email"),
]
CHOICES = [
    ("gevaar", "danger"),
    ("soort", "kind"),
    ("adres", "lives_here"),
    ("plek", "where"),
    *[
        ("vragen", name)
        for name in ("q1", "q2", "q3", "q5", "day_part", "frequency", "since", "impact", "child_involved")
    ],
    ("verhaal", "names_person"),
    ("contact", "mode"),
    ("contact", "minor"),
    ("contact", "consent"),
]
HOSTILE = {
    "nul": "a\0b",
    "long": "x" * 12_000,
    "bidi": "abc\u202etxt.exe\u2066",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ settings.SECRET_KEY }}{% load x %}${7*7}",
    "formula": '=HYPERLINK("http://example.nl")',
    "sql": "'; DROP TABLE incidents_draft; --",
    "astral": "\U0001f4a3\U000e0041\ufeff\ufffd",
    "controls": "\x01\x1b[31m\x7f\x85",
    "number": "99999999999999999999999999",
    "lines": "a\r\nb\rc\nd",
}
FREE = {("verhaal", "story"), ("soort", "words"), ("contact", "name")}


def before(step: str) -> str | None:
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None


def ready_for(client: Client, step: str) -> Draft:
    earlier = before(step)
    if earlier is None:
        return _begun(client)
    return written_until(client, earlier)


def _begun(client: Client) -> Draft:
    client.post("/melden/")
    return Draft.objects.latest("created_at")


@pytest.mark.parametrize(("step", "name"), TEXTS + CHOICES)
def test_hostile_text_in_any_field_is_refused_at_the_field_or_kept_as_text(
    client: Client, step: str, name: str
) -> None:
    draft = ready_for(client, step)

    for text in HOSTILE.values():
        page = post(client, draft, step, **{name: text})

        if page.status_code == 302:
            assert (step, name) in FREE
            assert "\0" not in str(Draft.objects.get(pk=draft.pk).answers)
        else:
            _says_what_is_wrong(page)


def _says_what_is_wrong(page: Any) -> None:
    source = page.content.decode()
    assert page.status_code == 200
    assert errors(page)
    for error in errors(page):
        assert words(page).count(html.escape(error)) >= 2, "in the summary and at the field"
    assert "Fout:" in source.partition("</title>")[0]
    assert "<script>alert" not in source
    assert "onerror=alert(1)>" not in source


@pytest.mark.parametrize(("step", "name"), TEXTS)
def test_what_was_typed_comes_back_with_the_error(client: Client, step: str, name: str) -> None:
    draft = ready_for(client, step)
    wrong = {"story": "y" * 11_000}.get(name, "fout " * 60)

    page = post(client, draft, step, **{name: wrong})

    assert page.status_code == 200
    assert page.context["form"][name].value().strip() == wrong.strip()
    assert wrong.strip() in html.unescape(page.content.decode())


@pytest.mark.parametrize("step", STEPS)
def test_a_step_sent_empty_asks_for_what_is_missing(client: Client, step: str) -> None:
    draft = ready_for(client, step)

    page = client.post(url(draft, step), {})

    assert page.status_code == 200
    assert errors(page)
    assert "verplicht" not in " ".join(errors(page))
    assert "ongeldig" not in " ".join(errors(page))


@pytest.mark.parametrize("step", STEPS)
def test_bytes_that_are_no_text_are_refused_without_breaking(client: Client, step: str) -> None:
    draft = ready_for(client, step)
    name = next(iter(ANSWERS[step]))

    page = client.generic(
        "POST", url(draft, step), f"{name}=%ff%fe".encode(), content_type="application/x-www-form-urlencoded"
    )

    assert page.status_code == 400
    assert "U kunt" in words(page) or "Terug" in words(page) or "startpagina" in words(page)


@pytest.mark.parametrize("step", STEPS)
def test_a_field_sent_twice_or_never_asked_for_does_no_harm(client: Client, step: str) -> None:
    draft = ready_for(client, step)
    twice = {
        name: [value, value] if isinstance(value, str) else value
        for name, value in to_post(draft, step).items()
    }

    page = client.post(url(draft, step), {**twice, "report": "1", "home": "1", "complex": "1", "called": "1"})

    draft.refresh_from_db()
    assert page.status_code == 302
    assert draft.report_id is None
    assert "report" not in draft.answers[step]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("morgen", "Schrijf de dag als 27-3-2026"),
        ("31-2-2026", "Schrijf de dag als 27-3-2026"),
        ("1-1-0", "Schrijf de dag als 27-3-2026"),
        ("9999999999-1-1", "Schrijf de dag als 27-3-2026"),
        ("1-1-9999", "Deze dag moet nog komen"),
        ("1-1-1990", "Deze dag is langer dan twee jaar geleden"),
    ],
)
def test_a_day_that_cannot_be_says_why(client: Client, typed: str, said: str) -> None:
    draft = written_until(client, "plek", soort={"kind": "VEI-DIEF"})

    page = post(client, draft, "vragen", last_seen_on=typed)

    assert said in words(page)
    assert page.context["form"]["last_seen_on"].value() == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vandaag", date(2026, 4, 2)),
        ("Gisteren.", date(2026, 4, 1)),
        ("eergisteren", date(2026, 3, 31)),
        ("27-3-2026", date(2026, 3, 27)),
        ("27/03/26", date(2026, 3, 27)),
        ("27 3 2026", date(2026, 3, 27)),
        ("2026-03-27", date(2026, 3, 27)),
        ("27 maart", date(2026, 3, 27)),
        ("27 mrt. 2026", date(2026, 3, 27)),
        ("March 27", None),
        ("3 mei", date(2025, 5, 3)),
    ],
)
def test_a_day_may_be_written_as_people_say_it(typed: str, meant: date | None) -> None:
    assert read_day(typed, date(2026, 4, 2)) == meant


def test_today_may_be_the_last_time_and_tomorrow_not(client: Client) -> None:
    draft = written_until(client, "plek", soort={"kind": "VEI-DIEF"})
    today = timezone.localdate()

    tomorrow = post(client, draft, "vragen", last_seen_on=f"{today + timedelta(days=1):%d-%m-%Y}")
    now = post(client, draft, "vragen", last_seen_on=f"{today:%d-%m-%Y}")

    assert (tomorrow.status_code, now.status_code) == (200, 302)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"postcode": "1234 ZZ"}, "postcode"),
        ({"postcode": "0000"}, "postcode"),
        ({"number": "9999"}, "postcode"),
        ({"number": "twee"}, "number"),
        ({"number": "99999999999"}, "postcode"),
        ({"number": "2Q"}, "number"),
    ],
)
def test_an_address_we_do_not_have_is_said_where_it_can_be_mended(
    client: Client, typed: dict[str, str], field: str
) -> None:
    draft = ready_for(client, "adres")

    page = post(client, draft, "adres", **typed)

    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    assert "Het adres staat er niet bij" in words(page)


@pytest.mark.parametrize(
    "phone", ["06-12345678", "06 12 34 56 78", "0031 6 12345678", "+31612345678", "+48 512 345 678"]
)
def test_a_phone_number_may_be_typed_in_any_way_and_stays_so(client: Client, phone: str) -> None:
    draft = written_until(client, "contact", contact={"phone": phone})

    client.post(url(draft, "controle"))

    assert Report.objects.get(draft=draft).identity.phone == phone


@pytest.mark.parametrize("wrong", ["abc", "12", "0" * 30])
def test_a_phone_number_that_is_none_is_asked_again(client: Client, wrong: str) -> None:
    draft = ready_for(client, "contact")

    assert "Dit is geen telefoonnummer" in words(post(client, draft, "contact", phone=wrong))


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"name": ""}, "Vul uw naam in"),
        ({"phone": "", "email": ""}, "Vul een telefoonnummer of een e-mailadres in"),
    ],
)
def test_by_name_asks_for_a_name_and_one_way_to_reach(
    client: Client, missing: dict[str, str], said: str
) -> None:
    draft = ready_for(client, "contact")

    page = post(client, draft, "contact", mode="named", consent="no", **missing)

    assert said in words(page)


def test_confidential_needs_no_contact_at_all(client: Client) -> None:
    draft = ready_for(client, "contact")

    assert post(client, draft, "contact", name="", phone="", email="").status_code == 302


def test_what_a_program_fills_in_is_kept_and_marked(client: Client) -> None:
    trapped = send(client, contact={"extra": "http://example.nl"})
    plain = send(client)

    assert (trapped.looks_automatic, plain.looks_automatic) == (True, False)
    assert (trapped.signs, plain.signs) == (["trap"], [])


def test_what_was_written_faster_than_people_write_is_kept_and_marked(client: Client, settings: Any) -> None:
    settings.LEAST_TIME_TO_WRITE = timedelta(seconds=10)
    draft = written_until(client, "contact")
    slow = written_until(client, "contact")
    Draft.objects.filter(pk=slow.pk).update(created_at=timezone.now() - timedelta(seconds=11))

    for one in (draft, slow):
        client.post(url(one, "controle"))

    marked = Report.objects.values_list("draft__pk", "looks_automatic", "signs")
    assert set(map(str, marked)) == {
        str((draft.pk, True, ["too_fast"])),
        str((slow.pk, False, [])),
    }


def test_a_kind_for_staff_or_no_kind_cannot_be_forged(client: Client) -> None:
    draft = written_until(client, "gevaar")

    for kind in ("AGR-MDW", "XXX-YYY"):
        assert "Kies wat er aan de hand is." in words(client.post(url(draft, "soort"), {"kind": kind}))


def test_a_story_shows_hidden_signs_and_markup_as_text_on_the_check_page(client: Client) -> None:
    draft = written_until(client, "contact", verhaal={"story": "<b>hoi</b> {{ x }} \u202egoed"})

    page = client.get(url(draft, "controle")).content.decode()

    assert "&lt;b&gt;hoi&lt;/b&gt; {{ x }} [U+202E]goed" in page


def test_a_story_of_ten_thousand_signs_says_how_long_it_may_be(client: Client) -> None:
    draft = ready_for(client, "verhaal")

    page = post(client, draft, "verhaal", story="w" * 11_000)

    assert "Uw tekst is te lang. Er mogen 10000 tekens in, u hebt er 11000." in words(page)


def test_nothing_the_matter_together_with_something_is_the_something(client: Client) -> None:
    draft = written_until(client, "vragen", vragen={"impact": ["none", "sleep"]})

    assert draft.answers["vragen"]["impact"] == ["sleep"]


def test_an_unknown_step_is_not_found(client: Client) -> None:
    draft = _begun(client)

    assert client.get(f"/melden/{draft.pk}/wachtwoord/").status_code == 404
