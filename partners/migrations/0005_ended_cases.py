"""What lies open of cases that closed long ago is taken back, as partners.ending does from now on. Only of those: nobody is told."""

from typing import Any

from django.db import migrations

CASES_AT_ONCE = 2_000
ENDED = "De zaak is gesloten of samengevoegd"

# Case before referral, as everybody locks; a case that is being taken up again is looked at after that.
END = """
WITH ended AS (
    SELECT id FROM incidents_case
    WHERE id > %(after)s AND id <= %(upto)s AND closed_at IS NOT NULL
    ORDER BY id FOR UPDATE
), left_open AS (
    UPDATE partners_referral AS referral SET state = 'withdrawn', answer = %(why)s
    FROM ended, partners_partner AS partner
    WHERE referral.case_id = ended.id AND partner.id = referral.partner_id
      AND (referral.state = 'proposed' OR (referral.state IN ('released', 'accepted', 'asked') AND partner.is_internal))
    RETURNING referral.id
)
UPDATE partners_question AS question SET closed_at = now()
FROM left_open
WHERE question.referral_id = left_open.id AND question.answered_at IS NULL AND question.closed_at IS NULL
"""


def carry_out(apps: Any, schema_editor: Any) -> None:
    end_what_is_left(schema_editor.connection)


def end_what_is_left(connection: Any) -> None:
    """Batch by batch, each a transaction of its own, so that nobody waits for long."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id) - 1, max(id) FROM incidents_case")
        after, last = cursor.fetchone()
        while after is not None and after < last:
            upto = after + CASES_AT_ONCE
            cursor.execute(END, {"after": after, "upto": upto, "why": ENDED})
            after = upto


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("partners", "0004_questions"), ("incidents", "0019_merging")]
    operations = [migrations.RunPython(carry_out, migrations.RunPython.noop)]
