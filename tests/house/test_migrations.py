"""A migration runs while the portal does: nothing locks a large table for longer than a moment."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint
from django.db import migrations, models
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from safetyportal.migrating import AddForeignKey, AddIndexConcurrently, IndexForeignKey
from tests.house.migrations import faults, new_migrations

ADVICE = 'How it is done stands in CONTRIBUTING.md, "A migration".'


pytestmark = pytest.mark.django_db


def test_no_migration_makes_everybody_wait() -> None:
    told = [fault for migration, state in new_migrations() for fault in faults(migration, state)]

    assert not told, "\n".join([*told, ADVICE])


LATE = models.CheckConstraint(condition=models.Q(severity_score__gt=0), name="case_late")
SOON = models.Index(fields=["status"], name="case_soon")
KIN = models.ForeignKey("incidents.case", models.PROTECT, null=True, related_name="+")


@pytest.mark.parametrize(
    ("operation", "what"),
    [
        (migrations.AddIndex("case", SOON), "an index while everybody waits"),
        (migrations.AddField("case", "kin", KIN), "an index while everybody waits"),
        (migrations.AddConstraint("case", LATE), "looked up at once"),
        (migrations.AddConstraint("case", models.UniqueConstraint(fields=["opened_at"], name="once")), "looked up at once"),
        (migrations.AlterField("case", "status", models.TextField()), "written or read anew"),
        (migrations.AlterField("case", "mark_child", models.BooleanField(default=False)), "written or read anew"),
        (migrations.AddField("case", "weight", models.IntegerField(default=0)), "cannot leave out"),
        (migrations.AddField("case", "mark", models.IntegerField(null=True, unique=True)), "rewrites the table"),
        (migrations.RunSQL("UPDATE incidents_case SET status = 'triage'"), "all rows in one go"),
        (migrations.RunSQL("INSERT INTO incidents_ending (case_id) SELECT id FROM incidents_case"), "all rows in one go"),
        (migrations.RunPython(migrations.RunPython.noop), "data in one transaction"),
    ],
)  # fmt: skip
def test_what_makes_everybody_wait_is_refused(operation: Operation, what: str) -> None:
    told = faults(migration(operation), models_of_now())

    assert any(what in line for line in told)


def test_a_large_table_that_is_altered_first_of_many_is_refused() -> None:
    nullable = models.IntegerField(null=True)

    told = faults(
        migration(*(migrations.AddField("case", f"mark_{n}", nullable) for n in range(5))), models_of_now()
    )

    assert len(told) == 1 and "put those on it last" in told[0]


def test_two_large_tables_locked_one_after_the_other_are_refused() -> None:
    nullable = models.IntegerField(null=True)
    names = ("report", "timelineentry", "case")

    told = faults(
        migration(*(migrations.AddField(name, "mark", nullable) for name in names)), models_of_now()
    )

    assert len(told) == 1 and "we for them" in told[0]


def test_a_constraint_that_is_looked_up_where_it_is_made_is_refused() -> None:
    told = faults(
        migration(AddConstraintNotValid("case", LATE), ValidateConstraint("case", "case_late")),
        models_of_now(),
    )

    assert len(told) == 1 and "with a large table locked" in told[0]


@pytest.mark.parametrize(
    ("atomic", "operations"),
    [
        (True, [AddForeignKey("case", "kin", KIN)]),
        (True, [AddConstraintNotValid("case", LATE)]),
        (True, [migrations.AddField("case", "mark", models.IntegerField(db_default=0))]),
        (True, [migrations.AddIndex("savedlist", models.Index(fields=["name"], name="small"))]),
        (False, [AddIndexConcurrently("case", SOON)]),
        (False, [IndexForeignKey("case", "merged_into")]),
        (False, [ValidateConstraint("case", "case_severity_0_100")]),
        (False, [migrations.RunPython(migrations.RunPython.noop)]),
    ],
)
def test_what_nobody_notices_is_let_through(atomic: bool, operations: list[Any]) -> None:
    app = "desk" if getattr(operations[0], "model_name", "") == "savedlist" else "incidents"

    assert faults(migration(*operations, atomic=atomic, app=app), models_of_now()) == []


def migration(*operations: Operation, atomic: bool = True, app: str = "incidents") -> Migration:
    made = Migration("0099_made_up", app)
    made.operations, made.atomic = list(operations), atomic
    return made


def models_of_now() -> ProjectState:
    from django.apps import apps

    return ProjectState.from_apps(apps)
