from typing import Any

from django.db import migrations

from safetyportal.migrating import in_batches

# What a person released before this was kept: the kind and the homes that the case had then, where nobody gave it others since.
KIND = """
UPDATE partners_referral AS one SET kind_along = held.kind_id
FROM incidents_case AS held JOIN incidents_kind AS kind ON kind.code = held.kind_id
WHERE one.case_id = held.id AND held.id > %(after)s AND held.id <= %(upto)s
  AND (kind.share <> 'N' OR kind.may_propose) AND one.kind_along = '' AND one.released_by_id IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM audit_auditevent AS since
    WHERE since.object_kind = 'case' AND since.object_id = held.id::text AND since.action = 'case.change_kind'
      AND since.at > one.released_at
  )
"""
HOME = """
UPDATE partners_referral AS one SET homes_along = ARRAY(
  SELECT held.about_home_id WHERE held.about_home_id IS NOT NULL
  UNION SELECT party.home_id FROM incidents_party AS party
  WHERE party.case_id = held.id AND party.home_id IS NOT NULL AND party.added_at <= one.released_at
)
FROM incidents_case AS held
WHERE one.case_id = held.id AND held.id > %(after)s AND held.id <= %(upto)s
  AND 'protected' = ANY (one.blocks) AND one.homes_along = '{}'
  AND one.released_by_id IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM audit_auditevent AS since
    WHERE since.object_kind = 'case' AND since.object_id = held.id::text AND since.action = 'case.name_home'
      AND since.at > one.released_at
  )
"""


def fill(connection: Any) -> None:
    for statement in (KIND, HOME):
        in_batches(connection, statement, table="incidents_case")


def carry_out(apps: Any, schema_editor: Any) -> None:
    fill(schema_editor.connection)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("partners", "0026_what_went_along"),
        ("audit", "0002_append_only"),
        ("incidents", "0056_share_words"),
    ]
    operations = [migrations.RunPython(carry_out, migrations.RunPython.noop)]
