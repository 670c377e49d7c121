"""A rule belongs to a set; what was in use is never altered, so that a decision can be read with the rule that made it."""

import django.db.models.deletion
from django.db import migrations, models

GUARDS = """
CREATE FUNCTION portal_rule_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched record;
BEGIN
    touched := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'owner_id' = to_jsonb(OLD) - 'owner_id' THEN
        RETURN NEW;  -- an account that is taken away
    END IF;
    IF EXISTS (SELECT 1 FROM partners_ruleset
               WHERE state <> 'draft' AND (id = touched.rule_set_id OR TG_OP = 'UPDATE' AND id = OLD.rule_set_id)) THEN
        RAISE EXCEPTION 'rule % belongs to a set that is or was in use', touched.slug
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN touched;
END $$;
CREATE TRIGGER rule_of_draft BEFORE INSERT OR UPDATE OR DELETE ON partners_routingrule
    FOR EACH ROW EXECUTE FUNCTION portal_rule_of_draft();

CREATE FUNCTION portal_rule_set_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'rule set % is or was in use', OLD.number USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.state = 'retired' OR OLD.state = 'active' AND (
        NEW.state = 'draft' OR to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state'
    ) THEN
        RAISE EXCEPTION 'rule set % is or was in use', OLD.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rule_set_goes_on BEFORE UPDATE OR DELETE ON partners_ruleset
    FOR EACH ROW EXECUTE FUNCTION portal_rule_set_goes_on();
"""

GUARDS_BACK = """
DROP TRIGGER rule_set_goes_on ON partners_ruleset;
DROP FUNCTION portal_rule_set_goes_on();
DROP TRIGGER rule_of_draft ON partners_routingrule;
DROP FUNCTION portal_rule_of_draft();
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0008_rules_in_a_set")]

    operations = [
        migrations.AlterField(
            model_name="routingrule",
            name="rule_set",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rules", to="partners.ruleset"
            ),
        ),
        migrations.AddConstraint(
            model_name="routingrule",
            constraint=models.UniqueConstraint(fields=("rule_set", "slug"), name="rule_once_in_set"),
        ),
        migrations.RunSQL(GUARDS, GUARDS_BACK),
    ]
