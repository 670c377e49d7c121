"""A letter that was sent, and its paper, stay as they are; a draft does not."""

from django.db import migrations

AS_SENT = """
CREATE FUNCTION portal_kept_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The privacy scrub may, and writing the same anew with another key (privacy.rotation); each says so for its own transaction.
    IF current_setting('portal.scrub', true) = 'on'
       OR (TG_OP = 'UPDATE' AND current_setting('portal.rotate', true) = 'on') THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    RAISE EXCEPTION '% is kept as sent', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER letter_as_sent BEFORE UPDATE OR DELETE ON incidents_letter
    FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION portal_kept_as_sent();
CREATE TRIGGER letter_no_truncate BEFORE TRUNCATE ON incidents_letter
    FOR EACH STATEMENT EXECUTE FUNCTION portal_refuse_change();
CREATE TRIGGER letter_paper_as_sent BEFORE UPDATE OR DELETE ON incidents_letterpaper
    FOR EACH ROW EXECUTE FUNCTION portal_kept_as_sent();
CREATE TRIGGER letter_paper_no_truncate BEFORE TRUNCATE ON incidents_letterpaper
    FOR EACH STATEMENT EXECUTE FUNCTION portal_refuse_change();
"""

AS_SENT_BACK = """
DROP TRIGGER letter_paper_no_truncate ON incidents_letterpaper;
DROP TRIGGER letter_paper_as_sent ON incidents_letterpaper;
DROP TRIGGER letter_no_truncate ON incidents_letter;
DROP TRIGGER letter_as_sent ON incidents_letter;
DROP FUNCTION portal_kept_as_sent();
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0032_letters")]
    operations = [migrations.RunSQL(AS_SENT, AS_SENT_BACK)]
