from __future__ import annotations

from django.db import connection, migrations

STRETCHES = (8, 11, 14, 17, 20)
AT_ONCE = 5000
# Each case gets the marks of the stretches of time it lies in (incidents.search.looking), and loses the one there was.
MARK = """
UPDATE incidents_casewords
SET words = ts_delete(words, 'part:' || (case_id >> 12))
  || array_to_tsvector(ARRAY(SELECT 'stretch' || bits || ':' || (case_id >> bits) FROM unnest(%s) AS bits))
WHERE case_id >= %s AND case_id < %s
"""


def mark(apps: object, schema_editor: object) -> None:
    """In portions, each kept at once: searching and indexing go on meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(case_id), 0) FROM incidents_casewords")
        (last,) = cursor.fetchone()
        for first in range(0, last + 1, AT_ONCE):
            cursor.execute(MARK, (list(STRETCHES), first, first + AT_ONCE))


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("incidents", "0047_signal_order")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
