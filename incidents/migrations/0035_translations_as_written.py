"""A translation stays as it was written, like the original beside it.

And evidence may be of a signal: here and not in 0027, so that no transaction locks evidence and then what a signal refers to.
"""

import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

from safetyportal.migrating import AddForeignKey

AS_WRITTEN = """
CREATE TRIGGER translation_as_written BEFORE UPDATE OR DELETE ON incidents_translation
    FOR EACH ROW EXECUTE FUNCTION portal_kept_as_sent();
CREATE TRIGGER translation_no_truncate BEFORE TRUNCATE ON incidents_translation
    FOR EACH STATEMENT EXECUTE FUNCTION portal_refuse_change();
"""

AS_WRITTEN_BACK = """
DROP TRIGGER translation_no_truncate ON incidents_translation;
DROP TRIGGER translation_as_written ON incidents_translation;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0034_translations")]
    operations = [
        migrations.RunSQL(AS_WRITTEN, AS_WRITTEN_BACK),
        migrations.RemoveConstraint(
            model_name="evidence",
            name="evidence_of_draft_or_report",
        ),
        AddForeignKey(
            model_name="evidence",
            name="signal",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evidence",
                to="incidents.preventivesignal",
            ),
        ),
        AddConstraintNotValid(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("draft__isnull", False), ("kept_at", None), ("report", None), ("signal", None)),
                    models.Q(("draft", None), ("report__isnull", False), ("signal", None)),
                    models.Q(("draft", None), ("kept_at", None), ("report", None), ("signal__isnull", False)),
                    _connector="OR",
                ),
                name="evidence_of_draft_report_or_signal",
            ),
        ),
    ]
