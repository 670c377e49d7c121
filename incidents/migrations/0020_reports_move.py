"""A report stays as filed, but for the case it belongs to: merging and splitting move it."""

from django.db import migrations

MOVES = """
CREATE FUNCTION portal_report_moves_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'case_id' = to_jsonb(OLD) - 'case_id' THEN
        RETURN NEW;
    END IF;
    -- Only the privacy scrub may, which says so for its own transaction.
    IF current_setting('portal.scrub', true) = 'on' THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    RAISE EXCEPTION '% is kept as written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER report_as_filed ON incidents_report;
CREATE TRIGGER report_as_filed BEFORE UPDATE OR DELETE ON incidents_report
    FOR EACH ROW EXECUTE FUNCTION portal_report_moves_only();
"""

MOVES_BACK = """
DROP TRIGGER report_as_filed ON incidents_report;
CREATE TRIGGER report_as_filed BEFORE UPDATE OR DELETE ON incidents_report
    FOR EACH ROW EXECUTE FUNCTION portal_refuse_change();
DROP FUNCTION portal_report_moves_only();
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0019_merging")]
    operations = [migrations.RunSQL(MOVES, MOVES_BACK)]
