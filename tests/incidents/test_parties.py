"""Who is involved in a case: put on it, shown without more than is needed, and taken off."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from complexes.models import Resident, Tenancy
from incidents.handling import casework
from incidents.models import Case, Party, TimelineEntry
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.privacy.keys import blind_index
from tests.incidents import parties as people
from tests.incidents.tenant import errors, words
from tests.partners.partner_side import client_of
from tests.world import NOON, at_home, home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
TYPED = {
    "role": "accused",
    "sort": "person",
    "name": people.NAME,
    "house_number": "6",
    "phone": "06-00005678",
    "email": "willem@example.nl",
    "address_note": "Post naar zijn zus, Lindelaan 4",
    "language": "nl",
    "needs_interpreter": "unknown",
}


@pytest.fixture
def case() -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=case.pk)


def page_of(case: Case, email: str = "noord@") -> str:
    return words(client_of(email).get(reverse("case_people", args=[case.number])))


def test_somebody_comes_on_with_what_we_know_and_the_timeline_says_only_the_role(case: Case) -> None:
    answer = client_of("noord@").post(reverse("party_add", args=[case.number]), TYPED)

    party = case.parties.get()
    assert answer["Location"] == reverse("party_page", args=[case.number, party.pk])
    assert (party.name, party.phone, party.home) == (people.NAME, "06-00005678", home(6))
    assert party.phone_index == blind_index("+31 6 0000 5678", "phone")
    assert party.email_index == blind_index("WILLEM@example.nl", "email")
    assert party.needs_interpreter is None
    [line] = case.timeline.filter(sort=TimelineEntry.Sort.PARTY)
    assert line.text == "Betrokkene toegevoegd: bewoner over wie gemeld is"
    assert people.NAME in page_of(case)


def test_the_database_and_the_log_hold_no_name(case: Case) -> None:
    client_of("noord@").post(reverse("party_add", args=[case.number]), TYPED)

    with connection.cursor() as cursor:
        cursor.execute("SELECT p::text FROM incidents_party p")
        stored = str(cursor.fetchall())
        cursor.execute("SELECT t::text FROM incidents_timelineentry t")
        stored += str(cursor.fetchall())
        cursor.execute("SELECT a::text FROM audit_auditevent a")
        stored += str(cursor.fetchall())
    for secret in ("Willem", "00005678", "willem@", "Lindelaan"):
        assert secret not in stored


def test_a_group_or_somebody_unknown_needs_no_name_and_owes_no_letter(case: Case) -> None:
    client = client_of("noord@")
    client.post(reverse("party_add", args=[case.number]), {"role": "accused", "sort": "unknown"})
    client.post(
        reverse("party_add", args=[case.number]),
        {"role": "accused", "sort": "group", "name": "jongeren bij de bank"},
    )
    nameless = client.post(reverse("party_add", args=[case.number]), {"role": "accused", "sort": "person"})

    page = page_of(case)
    assert "Onbekend wie" in page and "jongeren bij de bank" in page
    assert nameless.status_code == 422
    assert "Vul een naam in, of kies dat u niet weet wie het is." in errors(nameless)
    assert not open_for(subject_kind="case", subject_id=case.pk).filter(name=Name.INFORM).exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"role": "judge"}, "role"),
        ({"sort": "ghost"}, "sort"),
        ({"phone": "bel maar"}, "phone"),
        ({"email": "geen adres"}, "email"),
        ({"house_number": "999"}, "house_number"),
        ({"language": "xx"}, "language"),
        ({"needs_interpreter": "misschien"}, "needs_interpreter"),
        ({"name": "a" * 101}, "name"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_comes_back(
    case: Case, typed: dict[str, str], field: str
) -> None:
    answer = client_of("noord@").post(reverse("party_add", args=[case.number]), TYPED | typed)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Post naar zijn zus" in answer.content.decode()
    assert not case.parties.exists()


def test_who_rents_the_home_is_taken_over_from_the_tenancy_administration(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(about_home=home(6))
    Tenancy.objects.filter(home=home(6)).delete()
    today = timezone.localdate()
    gone, here = (
        Resident.objects.create(
            external_id=f"x{name}", name=name, phone="06-00001111", email=f"{name}@example.nl"
        )
        for name in ("vertrokken", "nuhuurder")
    )
    Tenancy.objects.create(
        home=home(6), resident=gone, starts_on=today - timedelta(days=900), ends_on=today - timedelta(days=1)
    )
    Tenancy.objects.create(home=home(6), resident=here, starts_on=today)
    client = client_of("noord@")

    page = page_of(case)
    done = client.post(reverse("party_take_over", args=[case.number]), {"resident": here.pk})
    twice = client.post(reverse("party_take_over", args=[case.number]), {"resident": here.pk})
    forged = client.post(reverse("party_take_over", args=[case.number]), {"resident": gone.pk})

    party = case.parties.get()
    assert "nuhuurder" in page and "vertrokken" not in page
    assert done.status_code == 302
    assert (party.name, party.resident, party.home, party.role) == ("nuhuurder", here, home(6), "accused")
    assert "Deze bewoner staat al bij de zaak." in errors(twice) and twice.status_code == 409
    assert forged.status_code == 422


def test_who_reported_is_a_number_and_a_witness_is_shown_when_asked_for(case: Case) -> None:
    people.accused(case, role=Party.Role.WITNESS, name="Tilly Traphal", phone="06-00009999")
    witness = case.parties.get()
    client, report = client_of("noord@"), case.reports.get()

    page = page_of(case)
    one = words(client.get(reverse("party_page", args=[case.number, witness.pk])))
    asked = words(client.post(reverse("party_contact", args=[case.number, witness.pk])))

    assert report.number in page and "Aisha" not in page
    assert "Getuige 1" in page
    assert "Tilly" not in page + one and "00009999" not in page + one
    assert "Tilly Traphal" in asked and "06-00009999" in asked
    seen = AuditEvent.objects.filter(action="party.contact").get()
    assert (seen.actor, seen.object_id, seen.detail) == (
        person("noord@"),
        str(case.pk),
        {"party": witness.pk},
    )


def test_contact_data_of_the_accused_stand_behind_the_same_button(case: Case) -> None:
    party = people.accused(case, phone="06-00005678", email="willem@example.nl")
    client = client_of("noord@")

    shown = page_of(case) + words(client.get(reverse("party_page", args=[case.number, party.pk])))

    assert "00005678" not in shown and "willem@" not in shown
    assert client.get(reverse("party_contact", args=[case.number, party.pk])).status_code == 405
    assert "06-00005678" in words(client.post(reverse("party_contact", args=[case.number, party.pk])))


def test_what_we_know_of_somebody_changes_and_their_role_does_not(case: Case) -> None:
    party = people.accused(case)

    client_of("noord@").post(
        reverse("party_act", args=[case.number, party.pk, "wijzigen"]),
        TYPED | {"name": "W. Overlaat-Stil", "role": "witness", "needs_interpreter": "yes"},
    )

    party.refresh_from_db()
    assert (party.name, party.role, party.needs_interpreter) == ("W. Overlaat-Stil", "accused", True)
    assert party.phone_index == blind_index("06-00005678", "phone")


def test_somebody_is_taken_off_with_a_reason_and_never_deleted(case: Case) -> None:
    party = people.accused(case)
    people.inform(party)
    number, code = people.letter(party)
    people.invite(Party.objects.get(pk=party.pk))

    client_of("noord@").post(
        reverse("party_act", args=[case.number, party.pk, "weg"]), {"reason": "Het was een ander."}
    )

    party.refresh_from_db()
    case.refresh_from_db()
    assert party.ended_by == person("noord@") and party.name == people.NAME
    assert case.status == "investigation"
    assert "Niet meer betrokken: bewoner over wie gemeld is. Het was een ander." in case.timeline.first().text
    assert (
        not open_for(subject_kind="case", subject_id=case.pk)
        .filter(name__in=[Name.INFORM, Name.HEARING])
        .exists()
    )
    assert people.let_in(number, code).get(reverse("reply_page")).status_code == 302
    again = client_of("noord@").post(
        reverse("party_act", args=[case.number, party.pk, "weg"]), {"reason": "Nog eens."}
    )
    assert again.status_code == 409


def test_a_colleague_who_was_first_is_named_and_nothing_is_done_twice(case: Case) -> None:
    newest = max(case.timeline.values_list("pk", flat=True))
    client_of("noord2@").post(reverse("party_add", args=[case.number]), TYPED)

    late = client_of("noord@").post(reverse("party_add", args=[case.number]), TYPED | {"seen": newest})

    assert late.status_code == 409
    assert person("noord2@").name in words(late) and people.NAME in late.content.decode()
    assert case.parties.count() == 1


def test_people_of_a_case_out_of_scope_are_not_there(case: Case) -> None:
    party = people.accused(case)
    hidden = routed("AGR-HUIS", place=at_home(4))
    client = client_of("zuid@")
    addresses = [
        reverse("case_people", args=[case.number]),
        reverse("party_page", args=[case.number, party.pk]),
    ]

    assert [client.get(one).status_code for one in addresses] == [404, 404]
    assert client.post(reverse("party_contact", args=[case.number, party.pk])).status_code == 404
    assert (
        client.post(reverse("party_act", args=[case.number, party.pk, "weg"]), {"reason": "x"}).status_code
        == 404
    )
    # Through another case that one may see, neither.
    own = routed("GEL-MUZ", place=at_home(8), consent=False)
    mine = client_of("noord@")
    assert mine.get(reverse("party_page", args=[hidden.number, party.pk])).status_code == 404
    assert mine.get(reverse("party_page", args=[own.number, party.pk])).status_code == 404
    assert mine.post(reverse("party_contact", args=[own.number, party.pk])).status_code == 404


def test_the_term_to_tell_the_accused_is_a_month(case: Case) -> None:
    with time_machine.travel(NOON, tick=False):
        party = people.accused(case)

    term = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.INFORM, about=str(party.pk))
    assert term.due == NOON.replace(month=12)
