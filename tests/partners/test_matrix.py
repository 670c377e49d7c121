"""What an association makes of the matrix: within the law, with a reason, and felt by partners at once where it is stricter."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from partners.defaults.default_matrix import CHOICES, DEFAULT, LOOSEST, Cell, Field
from partners.disclosing import matrix
from partners.models import MatrixCell, Partner, Referral
from partners.models.partner import Profile
from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from safetyportal.configuration.sections import SECTIONS
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import at_home, home, routed

pytestmark = pytest.mark.django_db
SECTION = "gegevens-partners"
NUMBER = "Esdoornlaan 8"


def set_to(client: Client, profile: str, /, **cells: str) -> Any:
    """As somebody does it in the form, also where it is asked first whether that is meant."""
    path = reverse("settings_edit", args=[SECTION, profile])
    last = changing.last_change(section=SECTIONS[SECTION], subject=profile)
    sent = {
        **SECTIONS[SECTION].load(profile),
        **cells,
        "version": str(last.version if last else 0),
        "reason": "Zo.",
    }
    answer = client.post(path, sent)
    if answer.status_code == 200 and answer.context["sure"]:
        answer = client.post(path, sent | {"sure": answer.context["sure"]})
    return answer


@pytest.fixture
def shared(association: None) -> Referral:
    """With the police, who got the house number too."""
    case = routed("GEL-MUZ", place=at_home(6))
    case.about_home = home(8)
    case.save(update_fields=["about_home"])
    return by_hand(case, "politie-noord", fields=[Field.HOME])


def police_page(shared: Referral) -> str:
    return client_of("wijkagent-noord@").get(page_of(shared)).content.decode()


@pytest.mark.parametrize("profile", Profile.values)
@pytest.mark.parametrize("field", Field.values)
@pytest.mark.parametrize("cell", Cell.values)
def test_no_cell_goes_beyond_the_law_by_form_or_by_hand(
    association: None, profile: str, field: str, cell: str
) -> None:
    lawful = cell in CHOICES[LOOSEST[profile][field]]

    answer = set_to(client_of("beheer@"), profile, **{field: cell})
    with transaction.atomic():
        try:
            with transaction.atomic():
                MatrixCell.objects.filter(profile=profile, field=field).update(shown=cell)
            stored = True
        except IntegrityError:
            stored = False

    assert (answer.status_code == 302, stored) == (lawful, lawful)
    assert matrix.current()[profile][field] in CHOICES[LOOSEST[profile][field]]


def test_what_is_refused_is_refused_with_the_reason(association: None) -> None:
    admin = client_of("beheer@")

    answer = set_to(admin, "enforcement", reporter="release")
    always = set_to(admin, "police", reporter="always")

    assert answer.status_code == 422
    assert "De naam van de melder gaat nooit naar handhaving en jongerenwerk" in answer.content.decode()
    assert "Dit gaat nooit vanzelf naar politie" in always.content.decode()
    assert not Change.objects.exists()


def test_a_stricter_cell_holds_at_once_also_while_another_process_still_keeps_the_old_one(
    shared: Referral,
) -> None:
    assert NUMBER in police_page(shared)
    old = matrix.current()

    set_to(client_of("beheer@"), "police", about_home="never")
    matrix.keep(old, seconds=3600)

    assert NUMBER not in police_page(shared)


def test_a_looser_cell_adds_nothing_to_what_is_out(shared: Referral) -> None:
    admin = client_of("beheer@")
    set_to(admin, "care", with_two="never")
    before = by_hand(shared.case, "ggd-meldpunt")
    set_to(admin, "care", with_two="always")
    later = by_hand(routed("GEL-MUZ", place=at_home(12)), "ggd-meldpunt")

    assert matrix.allowed(Referral.objects.get(pk=before.pk)) == frozenset()
    assert matrix.allowed(Referral.objects.get(pk=later.pk)) == {"with_two"}


def test_back_as_it_was_what_a_person_released_is_there_again(shared: Referral) -> None:
    admin = client_of("beheer@")
    set_to(admin, "police", about_home="never")

    set_to(admin, "police", about_home="release")

    assert NUMBER in police_page(shared)


def test_it_is_said_before_how_many_partners_see_less(shared: Referral) -> None:
    answer = client_of("beheer@").post(
        reverse("settings_edit", args=[SECTION, "police"]),
        {**SECTIONS[SECTION].load("police"), "about_home": "never", "version": "0", "reason": "Zo."},
    )

    assert "1 doorverwijzing die al uit is, toont dit dan niet meer" in answer.content.decode()
    assert SECTIONS[SECTION].load("police")["about_home"] == "release"


def test_a_privacy_officer_sets_it_and_nothing_else(association: None) -> None:
    officer = client_of("privacy@")

    home_page = officer.get(reverse("settings_home")).content.decode()
    kept = set_to(officer, "care", accused="never")
    other = officer.get(reverse("settings_section", args=["termijnen"]))
    made = Change.objects.get()
    back = officer.post(reverse("settings_undo", args=[made.pk]), {"version": "1", "reason": "Terug."})

    assert "Wat ketenpartners zien" in home_page and "Termijnen" not in home_page
    assert (kept.status_code, other.status_code, back.status_code) == (302, 404, 302)
    assert SECTIONS[SECTION].load("care")["accused"] == "release"


def test_what_is_delivered_is_loaded_and_stays_when_it_was_changed(association: None) -> None:
    stored = {(one.profile, one.field): one.shown for one in MatrixCell.objects.all()}

    assert stored == {(p, f): cell.value for p, column in DEFAULT.items() for f, cell in column.items()}
    assert set(DEFAULT) == set(Profile.values) and all(
        set(column) == set(Field.values) for column in DEFAULT.values()
    )


def test_a_field_that_is_switched_off_is_not_offered_when_releasing(shared: Referral) -> None:
    Referral.objects.all().delete()
    set_to(client_of("beheer@"), "police", about_home="never")

    page = client_of("noord@").get(reverse("route_by_hand", args=[shared.case.number]) + "?to=politie-noord")

    said = page.content.decode()
    assert 'value="about_home"' not in said
    assert "uw organisatie deelt dit niet met deze partner" in said
    assert Partner.objects.filter(code="politie-noord").exists()


def test_the_page_on_what_partners_are_told_is_the_matrix() -> None:
    signs = {Cell.ALWAYS: "●", Cell.RELEASE: "H", Cell.CONSENT: "T", Cell.NEVER: "–"}

    def said(profile: str, field: str) -> str:
        cell, loosest = DEFAULT[profile][field], LOOSEST[profile][field]
        return signs[cell] + (f" ({signs[loosest]})" if cell != loosest else "")

    rows = [["field", *Profile.values]]
    rows += [[field, *(said(profile, field) for profile in Profile.values)] for field in Field.values]
    text = (settings.BASE_DIR / "docs" / "disclosure.md").read_text()
    written = [
        [one.strip() for one in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.count("|") == 10
    ]

    assert [row for row in written if not set(row) <= {"---"}] == [
        [one.strip() for one in row] for row in rows
    ]
