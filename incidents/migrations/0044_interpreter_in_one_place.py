"""Who needs an interpreter, as staff wrote it down with a report, stands where it can be changed: with the language.

Only those who do: a small part, found in one look through the reports, which stay as filed and unlocked.
"""

from django.db import migrations

MOVED = """
INSERT INTO incidents_spokenlanguage (report_id, language, needs_interpreter, by_id, at)
SELECT id, language, true, filed_by_id, filed_at FROM incidents_report
WHERE needs_interpreter AND filed_by_id IS NOT NULL
ON CONFLICT (report_id) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0043_letter_of_party"),
    ]

    operations = [
        # Back again nothing is lost: the report has it still.
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
    ]
