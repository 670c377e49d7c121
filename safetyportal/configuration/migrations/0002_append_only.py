from django.db import migrations

REFUSE = """
CREATE FUNCTION configuration_change_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of settings is append-only (%)', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER configuration_change_no_change BEFORE UPDATE OR DELETE ON configuration_change
    FOR EACH ROW EXECUTE FUNCTION configuration_change_refuse();
CREATE TRIGGER configuration_change_no_truncate BEFORE TRUNCATE ON configuration_change
    FOR EACH STATEMENT EXECUTE FUNCTION configuration_change_refuse();
"""
ALLOW = """
DROP TRIGGER configuration_change_no_truncate ON configuration_change;
DROP TRIGGER configuration_change_no_change ON configuration_change;
DROP FUNCTION configuration_change_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("configuration", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
