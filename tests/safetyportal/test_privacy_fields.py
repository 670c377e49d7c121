from __future__ import annotations

import base64
import io

import pytest
from django.core.checks import Error
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import Value
from django.utils import timezone

from complexes.models import Resident, Tenancy
from incidents.models import Draft
from safetyportal.notices.models import Notice
from safetyportal.privacy import checks
from safetyportal.privacy.contact import is_phone, normal_phone
from safetyportal.privacy.keys import Undecipherable, blind_index, decrypt, encrypt
from safetyportal.privacy.marks import danger_words, looks_sensitive
from safetyportal.privacy.rotation import encrypted_fields, outdated, rotate

OLD = "old1:" + base64.b64encode(b"o" * 32).decode()
NEW = "new1:" + base64.b64encode(b"n" * 32).decode()
ADDRESS = "aisha@example.nl"


@pytest.fixture(autouse=True)
def keys(settings) -> None:
    settings.FIELD_KEYS = [OLD]


def kept(address: str = ADDRESS) -> Notice:
    return Notice.objects.create(
        template="reporter_update", address=address, dedupe_key=f"k{Notice.objects.count()}"
    )


def stored(notice: Notice) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM notices_notice WHERE id = %s", [notice.pk])
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_database_holds_no_plain_text_and_the_model_gives_it_back() -> None:
    notice = kept()

    assert "aisha" not in stored(notice)
    assert stored(notice).startswith("old1:")
    assert Notice.objects.get(pk=notice.pk).address == ADDRESS
    assert list(Notice.objects.values_list("address", flat=True)) == [ADDRESS]


@pytest.mark.django_db
def test_update_and_bulk_update_encrypt_too() -> None:
    notice = kept()
    Notice.objects.filter(pk=notice.pk).update(address="bram@example.nl")
    assert "bram" not in stored(notice)

    notice.address = "chris@example.nl"
    Notice.objects.bulk_update([notice], ["address"])

    assert "chris" not in stored(notice)
    assert Notice.objects.get(pk=notice.pk).address == "chris@example.nl"


@pytest.mark.django_db
def test_the_database_refuses_plain_text_that_found_a_way_round_the_field() -> None:
    notice = kept()

    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(address=Value("aisha, plain"))


@pytest.mark.django_db
def test_the_same_text_is_never_stored_the_same_twice() -> None:
    assert stored(kept()) != stored(kept())


@pytest.mark.django_db
def test_only_an_empty_text_can_be_asked_for() -> None:
    notice = kept()

    assert list(Notice.objects.exclude(address="")) == [notice]
    with pytest.raises(FieldError):
        Notice.objects.filter(address=ADDRESS)
    with pytest.raises(FieldError):
        Notice.objects.filter(address__contains="aisha")


@pytest.mark.django_db
def test_json_answers_are_encrypted_as_a_whole() -> None:
    now = timezone.now()
    draft = Draft.objects.create(answers={"story": "de buurman", "tries": 2}, created_at=now, changed_at=now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM incidents_draft")
        raw = cursor.fetchone()[0]

    assert "buurman" not in raw
    assert Draft.objects.get(pk=draft.pk).answers == {"story": "de buurman", "tries": 2}


def test_a_value_opens_only_where_it_was_written_and_unaltered() -> None:
    sealed = encrypt("geheim", "residents.name")
    altered = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]

    assert decrypt(sealed, "residents.name") == "geheim"
    for wrong, place in (
        (sealed, "residents.phone"),
        (altered, "residents.name"),
        ("gone1:AAAA", "residents.name"),
    ):
        with pytest.raises(Undecipherable) as refusal:
            decrypt(wrong, place)
        assert "geheim" not in str(refusal.value)


@pytest.mark.django_db
def test_after_a_new_key_old_rows_still_open_and_are_rewritten(settings) -> None:
    notices = [kept(), kept(), kept()]
    settings.FIELD_KEYS = [NEW, OLD]
    fresh = kept()
    before = stored(fresh)

    assert Notice.objects.get(pk=notices[0].pk).address == ADDRESS
    assert rotate(model=Notice, field="address", batch=2) == 2
    assert rotate(model=Notice, field="address", batch=2) == 1
    assert rotate(model=Notice, field="address", batch=2) == 0

    settings.FIELD_KEYS = [NEW]
    assert all(notice.address == ADDRESS for notice in Notice.objects.all())
    assert stored(fresh) == before


@pytest.mark.django_db
def test_the_command_rewrites_every_encrypted_column(settings) -> None:
    # Encrypted with the key of every other test, so not even readable here.
    Tenancy.objects.all().delete()
    Resident.objects.all()._raw_delete("default")
    kept()
    settings.FIELD_KEYS = [NEW, OLD]

    call_command("rotate_keys", stdout=io.StringIO(), stderr=io.StringIO())

    assert (Notice, "address") in list(encrypted_fields())
    assert not any(outdated(model=model, field=field).exists() for model, field in encrypted_fields())


@pytest.mark.django_db
def test_the_command_says_so_when_it_could_not_finish(monkeypatch, settings) -> None:
    kept()
    settings.FIELD_KEYS = [NEW, OLD]
    monkeypatch.setattr("safetyportal.privacy.management.commands.rotate_keys.rotate", lambda **_: 0)

    with pytest.raises(CommandError, match="in use"):
        call_command("rotate_keys", stdout=io.StringIO(), stderr=io.StringIO())


@pytest.mark.parametrize(
    "bad",
    [[], [""], ["a:%%%"], ["a:QUFB"], [OLD, OLD], ["Old Key:" + OLD.partition(":")[2]]],
)
def test_the_portal_does_not_start_with_keys_it_cannot_use(settings, bad: list[str]) -> None:
    settings.FIELD_KEYS = bad

    (error,) = checks.check_keys()

    assert isinstance(error, Error)
    assert error.id == "privacy.E001"


def test_the_keys_of_the_demo_are_refused_outside_it(settings, monkeypatch) -> None:
    assert checks.check_keys() == []

    monkeypatch.setattr(checks, "DEVELOPMENT", False)

    assert [error.id for error in checks.check_keys()] == ["privacy.E002"]
    settings.INDEX_KEY = "a long key of the association itself"
    assert checks.check_keys() == []


def test_a_phone_number_is_found_again_however_it_was_typed() -> None:
    ways = ("06-12345678", "06 12 34 56 78", "+31 6 12345678", "0031612345678", "(06) 1234 5678")

    assert {normal_phone(way) for way in ways} == {"+31612345678"}
    assert len({blind_index(way, "phone") for way in ways}) == 1
    assert normal_phone("+48 601 234 567") == "+48601234567"
    assert is_phone("+48 601 234 567")
    assert not is_phone("bel mijn zus")


def test_a_blind_index_tells_nothing_and_depends_on_purpose_and_key(settings) -> None:
    index = blind_index("Aisha@Example.nl ", "email")

    assert index == blind_index("aisha@example.nl", "email")
    assert len(index) == 64
    assert "aisha" not in index
    assert blind_index("0612345678", "phone") != blind_index("0612345678", "email")
    assert blind_index(" ", "email") == ""
    settings.INDEX_KEY = "another"
    assert blind_index("aisha@example.nl", "email") != index


@pytest.mark.parametrize(
    "text",
    [
        "Hij had een mes bij zich",
        "er is BRAND in de kelder",
        "Zij spreekt over zelfmoordplannen",
        "de kinderen huilen elke nacht",
        "he has a gun",
        "mężczyzna ma nóż",
        "elinde bıçak var",
        "معه سكين",
        "والسكين في يده",
    ],
)
def test_words_of_danger_are_seen(text: str) -> None:
    assert danger_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mijn buurman is verslaafd",
        "Volgens mij is hij een dealer",
        "ze is in de war en psychótisch",
        "Hij heeft een strafblad",
        "Hij bedreigt iedereen",
        "komşum hasta",
        "on jest chory",
        "هو مريض",
    ],
)
def test_words_of_health_and_crime_mark_a_text(text: str) -> None:
    assert looks_sensitive(text)
    assert not danger_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Harde muziek na elf uur, het kan zo niet langer",
        "De lift is kapot en het schiet niet op",
        "messing deurknop, het gaspedaal, de bron van de stank",
        "ik geloof dat het rook van de barbecue was",
        "ik heb het geluid opgenomen, ik gun iedereen een feest",
        "een hond van een ander ras, hij steekt de straat over",
        "geweldig lawaai, een rare mentaliteit",
        # What a kind of report is about says nothing yet of a person.
        "Op de trap gebruiken mensen drugs en er wordt geblowd",
        "Er is een inbraak geweest, mijn fiets is gestolen",
    ],
)
def test_ordinary_complaints_are_not_marked(text: str) -> None:
    assert not danger_words(text)
    assert not looks_sensitive(text)
