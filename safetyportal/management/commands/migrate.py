from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

MIGRATION_LOCK = 7_233_784  # any number, as long as nothing else locks it


class Command(migrate.Command):
    """Django's own, one at a time: several hosts may migrate at the same moment when they start."""

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        with connection.cursor() as cursor:
            # The short limits of the settings are for pages; a migration may wait its turn and take its time.
            for limit in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
                cursor.execute(f"SET {limit} = 0")
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
            # Waiting for a table blocks everybody behind us: give up soon instead.
            cursor.execute("SET lock_timeout = '15s'")
        try:
            super().handle(*args, **options)
        finally:
            connection.close()  # lets go of the lock and of the limits
