from __future__ import annotations

import time
from typing import Any

from django.core.management.commands import migrate
from django.db import OperationalError, connections
from psycopg import errors

MIGRATION_LOCK = 7_233_784  # any number, as long as nothing else locks it
# Far under the second after which PostgreSQL looks for a deadlock: it is the migration that gives way, not somebody's report.
PATIENCE = "200ms"
TRIES = 40
PAUSE = 3.0  # seconds, in which everybody who had to wait behind us has their turn


class Command(migrate.Command):
    """Django's own, one at a time: several hosts may migrate at the same moment when they start.

    Waiting for a table blocks everybody behind us. So it gives up soon, and tries again from where it was: a migration is
    one transaction, or consists of operations that may be done again (safetyportal.migrating).
    """

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        for left in reversed(range(TRIES)):
            try:
                self._take_turn(connection)
                super().handle(*args, **options)
                return
            except OperationalError as error:
                if not left or not isinstance(
                    error.__cause__, errors.LockNotAvailable | errors.DeadlockDetected
                ):
                    raise
                self.stderr.write(f"A table is busy; once more in {PAUSE:.0f} s ({left} tries left).")
            finally:
                connection.close()  # lets go of the lock and of the limits
            time.sleep(PAUSE)
            # Anew, and in no transaction: one that failed in what Django puts off to its end counts as open still.
            connection.connect()

    def _take_turn(self, connection: Any) -> None:
        with connection.cursor() as cursor:
            # The short limits of the settings are for pages; a migration may wait its turn and take its time.
            for limit in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
                cursor.execute(f"SET {limit} = 0")
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [PATIENCE])
