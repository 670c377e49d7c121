"""Several writes as one statement."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from safetyportal.accounts.models import Team
from safetyportal.at_once import at_once, inserting, inserting_like, updating
from safetyportal.notices.models import Notice
from safetyportal.wake import bell


def letter(number: int) -> Notice:
    return Notice(template="reporter_received", address="aisha@example.nl", dedupe_key=f"letter:{number}")


@pytest.mark.django_db
def test_rows_of_several_tables_and_a_change_are_one_statement() -> None:
    team = Team.objects.create(name="Oost")

    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        at_once(
            inserting(letter(1)),
            inserting(letter(2)),
            inserting(Team(name="West")),
            updating(Team.objects.filter(pk=team.pk), name="Zuid"),
            last=bell("notices"),
        )

    assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) == 1
    assert [notice.address for notice in Notice.objects.all()] == ["aisha@example.nl"] * 2
    assert set(Team.objects.filter(name__in=["Oost", "West", "Zuid"]).values_list("name", flat=True)) == {
        "West",
        "Zuid",
    }


@pytest.mark.django_db
def test_what_is_encrypted_is_written_encrypted() -> None:
    with transaction.atomic():
        at_once(inserting(letter(1)), last=bell("notices"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM notices_notice")
        (kept,) = cursor.fetchone()
    assert "aisha" not in kept


@pytest.mark.django_db
def test_rows_that_differ_in_some_columns_are_one_part_and_what_is_there_stays() -> None:
    keys = [uuid4() for _ in range(3)]
    with transaction.atomic():
        at_once(inserting(letter(2)), last=bell("notices"))
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        each = inserting_like(
            letter(0), unless_there=True, id=keys, dedupe_key=["letter:1", "letter:2", "letter: '3'"]
        )
        at_once(each, last=bell("notices"))

    assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) == 1
    assert set(Notice.objects.filter(pk__in=keys).values_list("dedupe_key", flat=True)) == {
        "letter:1", "letter: '3'"
    }  # fmt: skip
    assert [(one.address, one.numbers, one.queue) for one in Notice.objects.filter(pk__in=keys)] == [
        ("aisha@example.nl", {}, letter(1).queue)
    ] * 2


@pytest.mark.django_db
def test_one_row_that_is_refused_takes_all_along() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        at_once(
            inserting(Team(name="West")), inserting(letter(1)), inserting(letter(1)), last=bell("notices")
        )

    assert not Team.objects.filter(name="West").exists()
    assert not Notice.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_belongs_in_a_transaction() -> None:
    with pytest.raises(RuntimeError):
        at_once(inserting(letter(1)), last=bell("notices"))

    assert not Notice.objects.filter(created_at__lt=timezone.now()).exists()


def test_a_bell_that_nobody_hears_is_refused() -> None:
    with pytest.raises(KeyError):
        bell("route", "rout")
