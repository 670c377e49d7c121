"""What a partner got stays written down as it was given; it can be taken away, once."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER attachment_as_given BEFORE UPDATE ON partners_attachment
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL AND OLD.ended_at IS DISTINCT FROM NEW.ended_at
        OR (OLD.referral_id, OLD.evidence_id, OLD.masked_id, OLD.ground, OLD.given_at, OLD.given_by_id)
        IS DISTINCT FROM (NEW.referral_id, NEW.evidence_id, NEW.masked_id, NEW.ground, NEW.given_at, NEW.given_by_id))
    EXECUTE FUNCTION portal_refuse_change();
"""
BACK = "DROP TRIGGER attachment_as_given ON partners_attachment;"


class Migration(migrations.Migration):
    dependencies = [("partners", "0014_attachments")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
