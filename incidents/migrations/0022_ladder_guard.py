"""A step on the ladder stays as it was set: a decision and the outcome of its check are each written once."""

from django.db import migrations

GUARD = """
CREATE FUNCTION portal_step_as_set() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decision CONSTANT text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'refusal'];
    outcome CONSTANT text[] := ARRAY['outcome', 'outcome_text', 'checked_by_id', 'checked_at'];
BEGIN
    IF current_setting('portal.scrub', true) = 'on' THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - decision - outcome = to_jsonb(OLD) - decision - outcome
       AND (OLD.state = 'proposed' OR to_jsonb(NEW) - outcome = to_jsonb(OLD) - outcome)
       AND (OLD.outcome = '' OR to_jsonb(NEW) - decision = to_jsonb(OLD) - decision) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is kept as written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ladder_step_as_set BEFORE UPDATE OR DELETE ON incidents_ladderstep
    FOR EACH ROW EXECUTE FUNCTION portal_step_as_set();
"""

GUARD_BACK = """
DROP TRIGGER ladder_step_as_set ON incidents_ladderstep;
DROP FUNCTION portal_step_as_set();
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0021_ladder")]
    operations = [migrations.RunSQL(GUARD, GUARD_BACK)]
