"""What the database itself holds: a report and its timeline stay as written, and no report is kept without a routing order."""

from django.db import migrations

AS_WRITTEN = """
CREATE FUNCTION portal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Only the privacy scrub may, which says so for its own transaction.
    IF current_setting('portal.scrub', true) = 'on' THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    RAISE EXCEPTION '% is kept as written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER report_as_filed BEFORE UPDATE OR DELETE ON incidents_report
    FOR EACH ROW EXECUTE FUNCTION portal_refuse_change();
CREATE TRIGGER report_no_truncate BEFORE TRUNCATE ON incidents_report
    FOR EACH STATEMENT EXECUTE FUNCTION portal_refuse_change();
CREATE TRIGGER timeline_as_written BEFORE UPDATE OR DELETE ON incidents_timelineentry
    FOR EACH ROW EXECUTE FUNCTION portal_refuse_change();
CREATE TRIGGER timeline_no_truncate BEFORE TRUNCATE ON incidents_timelineentry
    FOR EACH STATEMENT EXECUTE FUNCTION portal_refuse_change();
"""

AS_WRITTEN_BACK = """
DROP TRIGGER report_as_filed ON incidents_report;
DROP TRIGGER report_no_truncate ON incidents_report;
DROP TRIGGER timeline_as_written ON incidents_timelineentry;
DROP TRIGGER timeline_no_truncate ON incidents_timelineentry;
DROP FUNCTION portal_refuse_change();
"""

NEVER_WITHOUT_ORDER = """
CREATE FUNCTION portal_report_has_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM incidents_routingorder WHERE report_id = NEW.id) THEN
        RAISE EXCEPTION 'report % has no routing order', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_has_order AFTER INSERT ON incidents_report
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal_report_has_order();
"""

NEVER_WITHOUT_ORDER_BACK = """
DROP TRIGGER report_has_order ON incidents_report;
DROP FUNCTION portal_report_has_order();
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_initial")]
    operations = [
        migrations.RunSQL(AS_WRITTEN, AS_WRITTEN_BACK),
        migrations.RunSQL(NEVER_WITHOUT_ORDER, NEVER_WITHOUT_ORDER_BACK),
    ]
