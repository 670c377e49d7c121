"""The register of processing: what stands in it is what the portal does today, and a spreadsheet computes nothing of it."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.models import ReporterIdentity
from partners.disclosing import matrix
from partners.models import Covenant, Partner
from partners.models.matrix import MatrixCell
from safetyportal import spreadsheet
from safetyportal.audit.models import AuditEvent
from tests.incidents.tenant import words
from tests.partners.partner_side import client_of
from tests.world import days, routed

pytestmark = pytest.mark.django_db
FORMULAS = (
    '=HYPERLINK("http://evil.example.nl")', "+31612345678", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "\r=1+1",
    "\n=1+1", "  =1+1", "\u00a0=1+1", "＝1+1",
)  # fmt: skip


def exported(email: str = "privacy@") -> tuple[bytes, list[list[str]]]:
    body = client_of(email).get(reverse("processing_export")).content
    return body, list(csv.reader(StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";"))


# As a file


def test_it_is_what_dutch_excel_opens(association: None) -> None:
    answer = client_of("privacy@").get(reverse("processing_export"))
    body, table = exported()

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="verwerkingsregister-')
    assert body.startswith(b"\xef\xbb\xbf") and b"\r\n" in body
    assert table[0][:3] == ["Verantwoordelijke", "Verwerking", "Doel"]
    assert len(table) > 8 and {len(row) for row in table} == {len(table[0])}
    assert all(cell.strip() for row in table for cell in row)


@pytest.mark.parametrize("typed", FORMULAS)
def test_no_cell_is_a_formula_whatever_somebody_is_called(association: None, typed: str) -> None:
    """A partner's name comes from a form; here it comes past the form too."""
    Partner.objects.filter(is_internal=False).exclude(code="politie-noord").update(
        active_to=timezone.localdate() - days(1)
    )
    Partner.objects.filter(code="politie-noord").update(name=typed)

    _body, table = exported()

    cells = [cell for row in table for cell in row]
    assert [one for one in cells if one.lstrip(" \u00a0").startswith(spreadsheet.FORMULA)] == []
    assert any(typed.strip() in one for one in cells)


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_cell_that_could_be_computed_gets_a_quote_and_keeps_its_words(typed: str) -> None:
    assert spreadsheet.cell(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["gewoon", "a=b", "'t Hof", "1-2", "", 'é;"x"\ny'])
def test_what_is_no_formula_stays_as_it_is(typed: str) -> None:
    assert spreadsheet.cell(typed) == typed
    written = spreadsheet.as_csv(["k"], [[typed]]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(written, newline=""), delimiter=";"))[1] == [typed]


def test_each_export_is_in_the_log_and_a_look_is_not(association: None) -> None:
    client_of("privacy@").get(reverse("processing_register"))
    exported()

    logged = AuditEvent.objects.get(action="processing.export")
    assert logged.actor.email.startswith("privacy@")


# What stands in it


def row_of(table: list[list[str]], name: str) -> dict[str, str]:
    return next(dict(zip(table[0], row, strict=True)) for row in table if row[1] == name)


def sharing(table: list[list[str]]) -> dict[str, str]:
    return row_of(table, "Delen met ketenpartners")


def test_partners_stand_in_it_with_their_covenant_and_its_end(association: None) -> None:
    _body, table = exported()

    until = Covenant.objects.get(partner__code="politie-noord").ends_on
    said = sharing(table)["Wie het krijgt"]
    assert f"Politie Lindestad-Noord (convenant tot en met {until.day} " in said and str(until.year) in said
    assert "Buurtbemiddeling Vaartdorp (geen geldig convenant)" in said


def test_a_covenant_that_ended_or_a_partner_that_stopped_shows_at_once(association: None) -> None:
    Covenant.objects.filter(partner__code="politie-noord").update(ends_on=timezone.localdate() - days(1))
    Partner.objects.filter(code="politie-zuid").update(active_to=timezone.localdate() - days(1))

    said = sharing(exported()[1])["Wie het krijgt"]

    assert "Politie Lindestad-Noord (geen geldig convenant)" in said
    assert "Politie Lindestad-Zuid" not in said


def test_of_files_it_says_which_partners_may_have_them_as_the_matrix_is_now(association: None) -> None:
    name = "Foto’s, geluid en andere bestanden van melders"
    before = row_of(exported()[1], name)["Wie het krijgt"]

    MatrixCell.objects.update_or_create(profile="police", field="attachments", defaults={"shown": "never"})
    matrix.forget()
    after = row_of(exported()[1], name)["Wie het krijgt"]

    assert "Politie Lindestad-Noord" in before and "Gemeente Lindestad" in before
    assert "Buurtbemiddeling Vaartdorp" not in before
    assert "Politie Lindestad-Noord" not in after and "Gemeente Lindestad" in after


def test_it_says_that_lines_of_the_diary_are_words_of_the_reporter(association: None) -> None:
    assert "behalve regels uit het logboek" in sharing(exported()[1])["Welke gegevens"]


def test_it_says_to_whom_cases_go_up_and_through_whom_mails_go(association: None, settings: Any) -> None:
    settings.EMAIL_HOST = "post.example.nl"
    table = exported()[1]

    up = row_of(table, "Opschalen naar zorg- en veiligheidshuis of gemeente")["Wie het krijgt"]
    assert "Gemeente Lindestad" in up and "Politie" not in up
    assert "post.example.nl" in row_of(table, "Mails versturen")["Wie het krijgt"]


def test_a_contractor_stands_in_it_as_processor(association: None) -> None:
    body, _table = exported()

    assert "Ongediertebestrijding (verwerkersovereenkomst tot en met" in body.decode()


def test_terms_are_those_that_are_set(association: None, settings: Any) -> None:
    settings.DAYS_ORIGINALS_ARE_KEPT = 17

    body = exported()[0].decode()

    assert "Het bestand zoals het kwam: 17 dagen." in body
    assert "Wat niet verstuurd is: 24 uur." in body
    assert "tot 30 dagen na sluiten" in body


def test_nothing_of_a_person_stands_in_it(association: None) -> None:
    routed("GEL-MUZ")
    known = ReporterIdentity.objects.get()

    body = exported()[0].decode() + words(client_of("privacy@").get(reverse("processing_register")))

    for mark in (known.name, known.phone, known.email, "Esdoornlaan", "Elke week zitten mensen"):
        assert mark and mark not in body


def test_the_page_reads_the_same_as_the_file(association: None) -> None:
    _body, table = exported()

    page = words(client_of("beheer@").get(reverse("processing_register")))

    assert not [cell for row in table[1:] for cell in row[1:] if " ".join(cell.split()) not in page]


@pytest.mark.parametrize("email", ["noord@", "teamleider@", "systeem@", "triage@", "boa@"])
def test_others_get_neither(association: None, email: str) -> None:
    client = client_of(email)

    names = ("processing_register", "processing_export")
    assert {client.get(reverse(name)).status_code for name in names} == {403}
