"""What a database is made of, in lines that can be compared."""

from __future__ import annotations

import psycopg

QUESTIONS = (
    "SELECT format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default)"
    " FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT format('constraint %s.%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'",
    "SELECT format('index %s %s', pg_get_indexdef(indexrelid), indisvalid) FROM pg_index"
    " WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)",
    "SELECT format('trigger %s.%s', tgrelid::regclass, pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT format('function %s', pg_get_functiondef(oid)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
)


def described(connection: psycopg.Connection) -> list[str]:
    return sorted(line for question in QUESTIONS for (line,) in connection.execute(question))
