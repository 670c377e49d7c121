from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import Error, IntegrityError, connection, transaction

from safetyportal.accounts.models import Team, User
from safetyportal.accounts.roles import Audience
from safetyportal.audit.models import ActorKind, AuditEvent
from safetyportal.audit.recording import record

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 10, tzinfo=UTC)


@pytest.fixture
def bram() -> User:
    return User.objects.create_user(email="bram@example.nl", name="Bram", audience=Audience.STAFF)


def read_by(actor: User | None, **more) -> None:
    record(action="case.read", actor=actor, object_kind="case", object_id=7, at=AT, **more)


def test_an_event_tells_who_did_what_to_which_thing(bram: User) -> None:
    read_by(bram, detail={"fields": ["kind", "place"], "rows": 3}, origin="staff")

    event = AuditEvent.objects.get()
    assert (event.at, event.actor, event.actor_kind) == (AT, bram, "staff")
    assert (event.action, event.object_kind, event.object_id, event.outcome) == (
        "case.read",
        "case",
        "7",
        "ok",
    )
    assert event.detail == {"fields": ["kind", "place"], "rows": 3}


def test_who_has_no_account_is_named_by_kind() -> None:
    read_by(None)
    read_by(None, actor_kind=ActorKind.REPORTER)

    assert list(AuditEvent.objects.order_by("id").values_list("actor_kind", flat=True)) == [
        "system",
        "reporter",
    ]


def test_an_event_of_staff_without_the_person_is_refused() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        read_by(None, actor_kind=ActorKind.STAFF)


def test_what_people_wrote_does_not_get_into_the_log(bram: User) -> None:
    with pytest.raises(ValueError, match="content"):
        read_by(bram, detail={"story": "x" * 81})
    with pytest.raises(ValueError, match="too large"):
        read_by(bram, detail={"parts": ["x" * 80] * 40})


def test_an_action_that_cannot_be_recorded_is_rolled_back(bram: User) -> None:
    with pytest.raises(Error), transaction.atomic():
        Team.objects.create(name="Oost")
        read_by(bram, ground="x" * 301)

    assert not Team.objects.filter(name="Oost").exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_auditevent SET action = 'x'", "DELETE FROM audit_auditevent"]
)
def test_the_database_refuses_to_change_an_event(bram: User, statement: str) -> None:
    read_by(bram)

    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert AuditEvent.objects.get().action == "case.read"


def test_the_database_refuses_to_empty_the_log(bram: User) -> None:
    read_by(bram)

    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # The tests switch this trigger off, because Django empties tables with TRUNCATE between some of them.
        cursor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER audit_event_no_truncate")
        cursor.execute("TRUNCATE audit_auditevent")

    assert AuditEvent.objects.exists()


def test_somebody_in_the_log_cannot_be_deleted(bram: User) -> None:
    read_by(bram)

    with pytest.raises(IntegrityError), transaction.atomic():
        bram.delete()
