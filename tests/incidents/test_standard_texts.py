"""Standard texts: delivered in plain words, changed by the association, filled in with nothing but what is on the list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import StandardText
from incidents.models.standard_text import FOR_LETTERS, Moment
from incidents.rules.answers import DayPart
from incidents.rules.workflow import CloseReason
from incidents.standard_texts import variables
from incidents.standard_texts.loading import DELIVERED, SECTION
from incidents.standard_texts.values import of_case, seen_in
from incidents.standard_texts.variables import Variable
from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from safetyportal.configuration.sections import SECTIONS
from tests.partners.partner_side import client_of
from tests.world import anonymous, at_home, file, person

pytestmark = pytest.mark.django_db
BLAMING = re.compile(
    r"\b(dader|veroorzaker|overlastgever|schuld|beklaagde|culprit|offender|perpetrator)", re.I
)


def put(client: Client, code: str, /, **changes: Any) -> Any:
    section = SECTIONS[SECTION]
    last = changing.last_change(section=section, subject=code)
    values = section.load(code) | changes
    posted = changing.as_posted(values) | {
        "version": str(last.version if last else 0), "reason": "Duidelijker.",
    }  # fmt: skip
    return client.post(reverse("settings_edit", args=[SECTION, code]), posted)


@pytest.fixture
def admin(association: None) -> Client:
    return client_of("beheer@")


# Delivered


@pytest.mark.parametrize("spec", DELIVERED, ids=lambda spec: spec.code)
def test_a_delivered_text_leaves_open_only_what_is_on_the_list_and_the_same_in_both_languages(
    spec: Any,
) -> None:
    assert variables.unknown_in(spec.nl) == variables.unknown_in(spec.en) == []
    assert set(variables.named_in(spec.nl)) == set(variables.named_in(spec.en))
    assert bool(spec.heading) == (spec.moment in FOR_LETTERS)


@pytest.mark.parametrize("spec", DELIVERED, ids=lambda spec: spec.code)
def test_a_delivered_text_is_in_short_sentences_and_blames_nobody(spec: Any) -> None:
    sentences = [one for one in re.split(r"[.?!:\n]+", spec.nl) if one.strip()]
    words = [len(one.split()) for one in sentences]

    assert max(words) <= 20, max(sentences, key=lambda one: len(one.split()))
    assert sum(words) / len(words) <= 10
    assert not BLAMING.search(spec.nl + spec.en)


def test_each_moment_and_each_reason_to_close_has_a_delivered_text() -> None:
    moments = {spec.moment for spec in DELIVERED}

    assert moments == set(Moment) - {Moment.OTHER}
    assert set(CloseReason.values) <= {moment.value for moment in moments}


def test_no_letter_to_a_resident_asks_for_something_of_a_reporter() -> None:
    """A letter is filled with what stands in this list: nothing of it comes from who reported."""
    about_reporters = {"melder", "naam_melder", "adres_melder", "huisnummer", "datum_melding", "tijdstip"}

    assert not about_reporters & set(Variable.values)


# Filled in


def test_values_are_put_in_once_and_never_read_as_text_of_ours() -> None:
    filled = variables.fill("{aanhef}, {zaaknummer}.", {"aanhef": "{zaaknummer}", "zaaknummer": "Z-1"})

    assert filled == "{zaaknummer}, Z-1."


@pytest.mark.parametrize("text", ["{0}", "{aanhef.__class__}", "{aanhef!r}", "{aanhef:>9}", "{case}", "{}", "{aanhef", "x}"])  # fmt: skip
def test_what_is_no_variable_is_said(text: str) -> None:
    assert variables.unknown_in(text)
    assert variables.fill(text, {"aanhef": "Goedendag", "case": ""}) == text


@pytest.mark.usefixtures("association")
def test_a_case_fills_in_what_it_knows_and_leaves_the_rest_open() -> None:
    case = file("GEL-MUZ", place=at_home(2)).case
    values = of_case(case=case, by=person("noord@"), at=timezone.now())

    filled = variables.fill("{aanhef}, {soort} {zaaknummer} {corporatie} {datum_gesprek}", values)

    assert (
        filled
        == f"Goedendag, {case.kind.label_nl.lower()} {case.number} Woonstichting De Linde {{datum_gesprek}}"
    )


@pytest.mark.usefixtures("association")
def test_reports_of_one_household_and_all_without_a_name_count_once() -> None:
    first = file("GEL-MUZ", place=at_home(2), day_part=DayPart.NIGHT)
    case = first.case
    for reporter in ({}, {"reporter": anonymous()}, {"reporter": anonymous()}):
        report = file("GEL-MUZ", place=at_home(2), day_part=DayPart.NIGHT, **reporter)
        _put_in(report, case)

    assert case.reports.count() == 4
    assert len(seen_in(case)) == 2


def _put_in(report: Any, case: Any) -> None:
    """As merging does: a report itself never changes but for the case it is in."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('portal.scrub', 'on', true)")
        cursor.execute("UPDATE incidents_report SET case_id = %s WHERE id = %s", [case.pk, report.pk])
        cursor.execute("SELECT set_config('portal.scrub', 'off', true)")


# Changed by the association


def test_a_changed_text_stays_when_the_delivered_ones_are_loaded_again(admin: Client) -> None:
    put(admin, "voortgang", text_nl="{aanhef}, nog geen nieuws.")

    call_command("load_defaults")

    assert StandardText.objects.get(pk="voortgang").text_nl == "{aanhef}, nog geen nieuws."
    assert StandardText.objects.count() == len(DELIVERED)


def test_an_unknown_word_in_braces_is_refused_at_its_field_and_kept_as_typed(admin: Client) -> None:
    answer = put(admin, "voortgang", text_en="Hello {salutation}, {aanhef}")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dit woord kent het portaal niet: {salutation}." in page
    assert "Hello {salutation}, {aanhef}" in page
    assert not Change.objects.filter(section=SECTION).exists()


def test_an_own_text_is_added_retired_and_put_back(admin: Client) -> None:
    menu = admin.get(reverse("settings_section", args=[SECTION])).content.decode()
    put(
        admin, "eigen-1", label="Sleutels", moment="other", heading="Uw sleutels", active=True,
        text_nl="{aanhef}, haal uw sleutels op.", text_tr="{aanhef}, anahtarlarınızı alın.",
    )  # fmt: skip
    added = StandardText.objects.get(pk="eigen-1")
    put(admin, "eigen-1", active=False)
    retired = StandardText.objects.get(pk="eigen-1").active

    change = Change.objects.get(subject="eigen-1", version=2)
    admin.post(reverse("settings_undo", args=[change.pk]), {"version": "2", "reason": "Toch nodig."})

    assert "Eigen tekst toevoegen" in menu
    assert added.translations == {"tr": "{aanhef}, anahtarlarınızı alın."}
    assert added.active and not retired
    assert StandardText.objects.get(pk="eigen-1").active
    assert "eigen-2" in admin.get(reverse("settings_section", args=[SECTION])).content.decode()


def test_a_text_for_letters_wants_to_know_what_it_is_about(admin: Client) -> None:
    answer = put(admin, "waarschuwing", heading="")

    assert answer.status_code == 422
    assert "Vul in waar de brief over gaat." in answer.content.decode()


def test_the_own_text_beyond_the_next_free_one_does_not_exist(admin: Client) -> None:
    assert admin.get(reverse("settings_edit", args=[SECTION, "eigen-9"])).status_code == 404
