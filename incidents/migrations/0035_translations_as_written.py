"""A translation stays as it was written, like the original beside it."""

from django.db import migrations

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
    operations = [migrations.RunSQL(AS_WRITTEN, AS_WRITTEN_BACK)]
