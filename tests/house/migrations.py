"""What a migration would do to a table that is read and written meanwhile, from the statements it consists of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.db import connection, migrations
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState

from safetyportal.env import BASE_DIR
from safetyportal.migrating import LARGE

# Up to these they are released, and stay as they are; what came after them is looked at.
RELEASED = {"accounts": 2, "audit": 2, "clock": 5, "complexes": 1, "configuration": 2, "incidents": 16, "notices": 3,
            "partners": 4, "people": 1, "texts": 2, "throttle": 1}  # fmt: skip
# Between the first lock on a large table and the end, each operation makes everybody wait for a tenth of a second.
MOST_AFTER_A_LOCK = 4

TABLE = r'(?:ONLY )?"?(?P<table>\w+)"?'
FAULTS = (
    (rf"CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).* ON {TABLE}", "an index while everybody waits",
     "safetyportal.migrating.AddIndexConcurrently; a new reference: AddForeignKey here, IndexForeignKey in a later migration"),
    (rf"ALTER TABLE {TABLE} ADD CONSTRAINT (?!.*(?:NOT VALID|USING INDEX))", "a constraint that is looked up at once",
     "AddConstraintNotValid here and ValidateConstraint in a later migration (both django.contrib.postgres.operations);"
     " for a unique one first its index, concurrently"),
    (rf"ALTER TABLE {TABLE}.* ALTER COLUMN \S+ (?:TYPE|SET NOT NULL)", "a column that is written or read anew",
     "a new column, filled in batches, and the old one removed in a later release; for NOT NULL a check that is not valid yet"),
    (rf"ALTER TABLE {TABLE}.* ALTER COLUMN \S+ DROP DEFAULT", "a column that the portal of before cannot leave out",
     "null=True, or db_default"),
    (rf"ALTER TABLE {TABLE} ADD COLUMN.*(?: UNIQUE\b| STORED\b|random|uuid\(|clock_timestamp)", "a column that rewrites the table",
     "null=True, filled in batches by a later migration"),
    (rf"ALTER TABLE {TABLE} ADD COLUMN.* NOT NULL.*REFERENCES", "a reference that is looked up at once", "null=True"),
    (rf"(?:UPDATE|DELETE FROM) {TABLE}", "all rows in one go", "safetyportal.migrating.in_batches, atomic = False"),
    (rf"INSERT INTO.* SELECT .*FROM {TABLE}", "all rows in one go", "safetyportal.migrating.in_batches, atomic = False"),
)  # fmt: skip
LOCKS = tuple(
    f"{what} {TABLE}"
    for what in (r"ALTER TABLE", r"ALTER TABLE .* REFERENCES", r"(?:CREATE|DROP) TRIGGER .* ON")
)


def new_migrations() -> Iterator[tuple[Migration, ProjectState]]:
    """Those that are not released, in order, each with the state of the models before it."""
    loader = MigrationExecutor(connection)
    state = ProjectState()
    for migration, _backwards in loader.migration_plan(loader.loader.graph.leaf_nodes(), clean_start=True):
        if _is_new(migration):
            yield migration, state.clone()
        state = migration.mutate_state(state, preserve=False)


def _is_new(migration: Migration) -> bool:
    ours = Path(apps.get_app_config(migration.app_label).path).is_relative_to(BASE_DIR)
    inside = ".venv" not in Path(apps.get_app_config(migration.app_label).path).parts
    return ours and inside and int(migration.name[:4]) > RELEASED.get(migration.app_label, 0)


def faults(migration: Migration, state: ProjectState) -> list[str]:
    """In words: what would lock a large table for long, and what to do instead."""
    steps = list(_steps(migration, state))
    made = {
        found[1] for step in steps for line in step for found in re.finditer(r'CREATE TABLE "(\w+)"', line)
    }
    large = LARGE - made
    told = [
        f"{migration}: {what} on {table} ({line[:90]}…). Instead: {instead}."
        for line in (line for step in steps for line in step)
        for pattern, what, instead in FAULTS
        if (table := _hit(pattern, line)) in large
    ]
    told += _faults_of_the_whole(migration, steps, large)
    return told


def _faults_of_the_whole(
    migration: Migration, steps: list[list[str]], large: frozenset[str]
) -> Iterator[str]:
    if not migration.atomic:
        return
    if any(isinstance(one, migrations.RunPython) for one in migration.operations):
        yield f"{migration}: data in one transaction. Instead: safetyportal.migrating.in_batches, atomic = False."
    locked = [{table for line in step for table in _locked(line)} & large for step in steps]
    locking = [number for number, tables in enumerate(locked) if tables]
    if locking and len(steps) - 1 - locking[0] > MOST_AFTER_A_LOCK:
        yield f"{migration}: {len(steps) - locking[0]} operations with a large table locked. Instead: put those on it last."
    # What was put off to the end follows the last operation at once.
    if locking and locking[-1] - locking[0] > 1 and len(set().union(*locked)) > 1:
        both = ", ".join(sorted(set().union(*locked)))
        yield f"{migration}: locks {both} one after the other, so that somebody waits for us and we for them. Instead: two migrations."
    checking = any("VALIDATE CONSTRAINT" in line for step in steps for line in step)
    if checking and len(locking) > 1:
        yield f"{migration}: looks a constraint up with a large table locked. Instead: a later migration, atomic = False."


def _locked(line: str) -> Iterator[str]:
    """The tables on which this takes a lock that others wait for; a reference locks both ends."""
    for pattern in LOCKS:
        if found := re.match(pattern, line, flags=re.IGNORECASE):
            yield found["table"]


def _steps(migration: Migration, state: ProjectState) -> Iterator[list[str]]:
    """The statements of each operation, each on a line of its own, without the bodies of functions."""
    # A connection of its own: what goes concurrently refuses to be told in the transaction of a test.
    with closing(connection.copy()) as aside, aside.schema_editor(collect_sql=True, atomic=False) as editor:
        for operation in migration.operations:
            before = state.clone()
            operation.state_forwards(migration.app_label, state)
            seen = len(editor.collected_sql)
            if operation.reduces_to_sql:
                operation.database_forwards(migration.app_label, editor, before, state)
            yield _lines(editor.collected_sql[seen:])
        yield _lines([str(one) for one in editor.deferred_sql])


def _lines(statements: list[str]) -> list[str]:
    text = re.sub(r"\$\$.*?\$\$", "", "\n".join(f"{one};" for one in statements), flags=re.DOTALL)
    text = re.sub(r"--[^\n]*", "", text)
    return [" ".join(line.split()) for line in text.split(";") if line.strip()]


def _hit(pattern: str, line: str) -> str:
    found = re.match(pattern, line, flags=re.IGNORECASE)
    return found["table"] if found else ""
