"""What the database itself holds: a routing order is done only with its decision."""

from django.db import migrations

DONE_WITH_DECISION = """
CREATE FUNCTION portal_order_has_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.done_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM partners_routingdecision WHERE order_id = NEW.id) THEN
        RAISE EXCEPTION 'order % is done without a decision', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER order_has_decision AFTER INSERT OR UPDATE OF done_at ON incidents_routingorder
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal_order_has_decision();
"""

DONE_WITH_DECISION_BACK = """
DROP TRIGGER order_has_decision ON incidents_routingorder;
DROP FUNCTION portal_order_has_decision();
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial"), ("incidents", "0002_guards")]
    operations = [migrations.RunSQL(DONE_WITH_DECISION, DONE_WITH_DECISION_BACK)]
