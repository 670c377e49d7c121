"""What is known already at the place of a new report: who else reported, a case that may be the same, whose team it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from incidents.intake.filing import Filing
from incidents.models.case import DUPLICATE_WINDOW
from incidents.rules.answers import PlaceKind

HOUSEHOLDS_WINDOW = timedelta(days=90)

# One statement, and not made anew by the ORM for each report: a tenant waits for it.
LOOK_AROUND = """
SELECT
  nextval(pg_get_serial_sequence('incidents_case', 'id')),
  (SELECT id FROM accounts_team WHERE is_fallback),
  -- Other addresses that reported this group of kinds here. Who did not tell where they live adds none:
  -- it may be the same person once more. A protected case counts in protected ones alone: others must not tell of it.
  (SELECT count(DISTINCT identity.home_id)
   FROM incidents_report AS report
   JOIN incidents_kind AS kind ON kind.code = report.kind_id
   JOIN incidents_case AS its_case ON its_case.id = report.case_id AND (NOT its_case.restricted OR %(protected)s)
   JOIN incidents_reporteridentity AS identity ON identity.report_id = report.id
   WHERE report.complex_id = %(complex)s AND report.entrance_id IS NOT DISTINCT FROM %(entrance)s
     AND report.filed_at > %(since)s AND kind.group_id = %(group)s
     AND identity.home_id IS DISTINCT FROM %(home)s),
  -- An open case of the same kind at the same place (domain 2.5, block 11).
  (SELECT id FROM incidents_case
   WHERE complex_id = %(complex)s AND entrance_id IS NOT DISTINCT FROM %(entrance)s
     AND space_id IS NOT DISTINCT FROM %(space)s AND kind_id = %(kind)s
     AND closed_at IS NULL AND opened_at > %(lately)s AND %(known)s AND (NOT restricted OR %(protected)s)
   ORDER BY opened_at DESC LIMIT 1)
"""


@dataclass(frozen=True)
class Surroundings:
    """`case_id` is kept free for the case that will be opened. `households` counts the reporter's own address too."""

    case_id: int
    households: int
    earlier_alike_id: int | None
    team_id: int


def look_around(*, filing: Filing, at: datetime) -> Surroundings:
    place, home = filing.place, filing.reporter.home
    asked = {
        "complex": place.complex.pk if place.complex else None,
        "entrance": place.entrance.pk if place.entrance else None,
        "space": place.space.pk if place.space else None,
        "home": home.pk if home else None,
        "kind": filing.kind.pk,
        "group": filing.kind.group_id,
        "since": at - HOUSEHOLDS_WINDOW,
        "lately": at - DUPLICATE_WINDOW,
        "protected": filing.kind.restricted,
        "known": place.kind != PlaceKind.UNKNOWN,
    }
    with connection.cursor() as cursor:
        cursor.execute(LOOK_AROUND, asked)
        case_id, fallback, others, alike = cursor.fetchone()
    return Surroundings(
        case_id=case_id,
        households=max(1, others) if home is None else 1 + others,
        earlier_alike_id=alike,
        team_id=place.complex.team_id if place.complex else fallback,
    )
