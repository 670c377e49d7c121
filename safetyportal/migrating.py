"""Operations for migrations on large tables, which are read and written meanwhile (CONTRIBUTING.md, "A migration").

Each may be carried out again after it was cut off: a migration that is not one transaction has no other way to go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.postgres import operations
from django.db import migrations
from psycopg import sql

# Those that grow with the reports or the homes. A table joins them with the release after the one that made it: until then
# it is empty when it is altered. tests/house/test_migrations.py looks at what is done to them.
LARGE = frozenset(
    {
        "audit_auditevent", "clock_deadline", "complexes_home", "complexes_resident", "complexes_tenancy",
        "incidents_accesscode", "incidents_case", "incidents_draft", "incidents_evidence", "incidents_evidencefile",
        "incidents_evidencepiece", "incidents_report", "incidents_reporteridentity", "incidents_reporterlink",
        "incidents_routingorder", "incidents_timelineentry", "incidents_virusscan", "notices_notice", "partners_question",
        "partners_referral", "partners_routingdecision",
    }
)  # fmt: skip


class AddIndexConcurrently(operations.AddIndexConcurrently):
    """Django's own, which may be done again: what a build that was cut off left behind makes room."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if not _stands(schema_editor, self.index.name):
            with _unhurried(schema_editor):
                super().database_forwards(app_label, schema_editor, from_state, to_state)


class RemoveIndexConcurrently(operations.RemoveIndexConcurrently):
    """Django's own, which may be done again."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if _stands(schema_editor, self.name, otherwise=True):
            with _unhurried(schema_editor):
                super().database_forwards(app_label, schema_editor, from_state, to_state)


class AddForeignKey(migrations.AddField):
    """A reference that may be empty, without its index: IndexForeignKey makes that in a later migration."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        field = to_state.apps.get_model(app_label, self.model_name)._meta.get_field(self.name)
        field.db_index = False
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        finally:
            field.db_index = True


class IndexForeignKey(operations.NotInTransactionMixin, migrations.operations.base.Operation):
    """The index that AddForeignKey left out, by the name that Django gives it, while the table is read and written."""

    def __init__(self, model_name: str, name: str) -> None:
        self.model_name, self.name = model_name, name

    def describe(self) -> str:
        return f"Index {self.name} of {self.model_name}"

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The model had it already."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._ensure_not_in_transaction(schema_editor)
        model, field, index = self._found(app_label, schema_editor, to_state)
        if not _stands(schema_editor, index):
            with _unhurried(schema_editor):
                schema_editor.execute(
                    schema_editor._create_index_sql(model, fields=[field], name=index, concurrently=True)
                )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._ensure_not_in_transaction(schema_editor)
        _model, _field, index = self._found(app_label, schema_editor, from_state)
        schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {schema_editor.quote_name(index)}")

    def _found(self, app_label: str, schema_editor: Any, state: Any) -> tuple[Any, Any, str]:
        model = state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        return model, field, str(schema_editor._create_index_name(model._meta.db_table, [field.column]))


def in_batches(connection: Any, statement: str, *, table: str, size: int = 1_000) -> None:
    """Carry out `statement`, which asks for %(after)s and %(upto)s, for one stretch of keys after another.

    Each is a transaction of its own, so that nobody waits for more than one; carried out again it must change nothing.
    """
    stretch = sql.SQL("SELECT max(id) FROM (SELECT id FROM {} WHERE id > %s ORDER BY id LIMIT %s) AS next")
    after: int | None = -(2**63)
    with connection.cursor() as cursor:
        while after is not None:
            cursor.execute(stretch.format(sql.Identifier(table)), [after, size])
            (upto,) = cursor.fetchone()
            if upto is not None:
                cursor.execute(statement, {"after": after, "upto": upto})
            after = upto


def _stands(schema_editor: Any, index: str, *, otherwise: bool = False) -> bool:
    """Whether this index is there and whole; half a one is taken away first. `otherwise`: when nothing is really done."""
    if schema_editor.collect_sql:
        return otherwise
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)",
            [schema_editor.quote_name(index)],
        )
        found = cursor.fetchone()
    if found and not found[0]:
        schema_editor.execute(f"DROP INDEX CONCURRENTLY {schema_editor.quote_name(index)}")
    return bool(found and found[0])


@contextmanager
def _unhurried(schema_editor: Any) -> Iterator[None]:
    """Waits for who is busy as long as that takes: nobody has to wait behind a build of this sort."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout')")
        (limit,) = cursor.fetchone()
        cursor.execute("SET lock_timeout = 0")
        try:
            yield
        finally:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [limit])
