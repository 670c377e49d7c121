"""What the work lists and the search keep with a case, for the cases from before they did; some at a time."""

from typing import Any

from django.db import migrations

from safetyportal.migrating import in_batches

# Locks the case and reads its terms anew after that, as the trigger does: who changes one meanwhile is not overruled.
TERMS = """
SELECT portal_keep_next_due(array_agg(id)) FROM incidents_case WHERE id > %(after)s AND id <= %(upto)s
"""
# Never earlier than what a line that is written meanwhile leaves.
CONTACTS = """
UPDATE incidents_case AS kept SET last_contact_at = greatest(kept.last_contact_at, found.at)
FROM (
    SELECT case_id, max(at) AS at FROM incidents_timelineentry
    WHERE case_id > %(after)s AND case_id <= %(upto)s AND sort IN ('contact', 'message', 'question')
    GROUP BY case_id
) AS found
WHERE kept.id = found.case_id AND kept.closed_at IS NULL
  AND kept.last_contact_at IS DISTINCT FROM greatest(kept.last_contact_at, found.at)
"""
WORDS = """
INSERT INTO incidents_indexorder (case_id, asks, next_at)
SELECT id, 1, now() FROM incidents_case AS one
WHERE id > %(after)s AND id <= %(upto)s AND NOT EXISTS (SELECT FROM incidents_casewords WHERE case_id = one.id)
ON CONFLICT (case_id) DO NOTHING
"""


def fill(connection: Any) -> None:
    for statement in (TERMS, CONTACTS, WORDS):
        in_batches(connection, statement, table="incidents_case")


def carry_out(apps: Any, schema_editor: Any) -> None:
    fill(schema_editor.connection)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("incidents", "0045_checked")]
    operations = [migrations.RunPython(carry_out, migrations.RunPython.noop)]
