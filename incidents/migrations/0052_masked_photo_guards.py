"""What was made for somebody outside stays as it was made; only its key is encrypted anew."""

from django.db import migrations

FORWARD = """
ALTER TABLE incidents_maskedphoto ALTER COLUMN data SET STORAGE EXTERNAL;  -- what is encrypted does not get smaller
CREATE TRIGGER masked_photo_as_made BEFORE UPDATE ON incidents_maskedphoto
    FOR EACH ROW WHEN ((OLD.evidence_id, OLD.cells, OLD.size, OLD.sha256, OLD.data, OLD.small)
        IS DISTINCT FROM (NEW.evidence_id, NEW.cells, NEW.size, NEW.sha256, NEW.data, NEW.small))
    EXECUTE FUNCTION portal_refuse_change();
"""
BACK = "DROP TRIGGER masked_photo_as_made ON incidents_maskedphoto;"


class Migration(migrations.Migration):
    dependencies = [("incidents", "0051_masked_photo")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
