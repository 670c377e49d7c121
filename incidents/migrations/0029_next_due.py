"""When the first running term of a case ends stands with the case, whoever opens, meets, pauses or moves a term.

0042 fills it in for the cases that are there.
"""

from django.db import migrations

# The case is locked first, and read anew after that: of two who change its terms at once the second sees what the first did.
KEPT = """
CREATE FUNCTION portal_keep_next_due(cases bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM incidents_case WHERE id = ANY(cases) ORDER BY id FOR NO KEY UPDATE;
    UPDATE incidents_case AS kept SET next_due = found.due
    FROM (
        SELECT one.id, (
            SELECT min(term.due) FROM clock_deadline AS term
            WHERE term.subject_kind = 'case' AND term.subject_id = one.id::text
              AND term.met_at IS NULL AND term.paused_since IS NULL
        ) AS due
        FROM unnest(cases) AS one(id)
    ) AS found
    WHERE kept.id = found.id AND kept.next_due IS DISTINCT FROM found.due;
END $$;

CREATE FUNCTION portal_terms_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM portal_keep_next_due(array_agg(DISTINCT subject_id::bigint))
    FROM changed WHERE subject_kind = 'case' AND subject_id ~ '^[0-9]{1,18}$' HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION portal_terms_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM portal_keep_next_due(array_agg(DISTINCT subject_id::bigint))
    FROM (SELECT subject_kind, subject_id FROM was UNION SELECT subject_kind, subject_id FROM changed) AS term
    WHERE subject_kind = 'case' AND subject_id ~ '^[0-9]{1,18}$' HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE TRIGGER deadline_opened AFTER INSERT ON clock_deadline REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION portal_terms_changed();
CREATE TRIGGER deadline_gone AFTER DELETE ON clock_deadline REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION portal_terms_changed();
CREATE TRIGGER deadline_changed AFTER UPDATE ON clock_deadline REFERENCING OLD TABLE AS was NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION portal_terms_moved();
"""

KEPT_BACK = """
DROP TRIGGER deadline_opened ON clock_deadline;
DROP TRIGGER deadline_gone ON clock_deadline;
DROP TRIGGER deadline_changed ON clock_deadline;
DROP FUNCTION portal_terms_changed();
DROP FUNCTION portal_terms_moved();
DROP FUNCTION portal_keep_next_due(bigint[]);
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0028_worklists"), ("clock", "0007_open_by_name")]
    operations = [migrations.RunSQL(KEPT, KEPT_BACK)]
