"""The portal of a large association, filled by bench.fill: SAFETYPORTAL_DAY_CASES says with how many cases, 600 where nobody asks."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from bench.fill.filling import CODE
from tests.journeys.pages import Receipt
from tests.journeys.processes import Portal

CASES = int(os.environ.get("SAFETYPORTAL_DAY_CASES", "600"))
# So few cases are of the last weeks, or hardly one of them would be new.
FEW, LATELY, SEVEN_YEARS = 10_000, 60, 7 * 365


@dataclass(frozen=True)
class Stairwell:
    """Where neighbours have the same neighbour: an entrance of the first team of which nothing was reported lately."""

    postcode: str
    numbers: list[int]


@dataclass
class Office:
    portal: Portal
    fill_seconds: float = 0.0

    def fill(self) -> None:
        self.portal.build()
        began = time.monotonic()
        days = LATELY if CASES < FEW else SEVEN_YEARS
        self.portal.run("-m", "bench.fill", "--cases", str(CASES), "--days", str(days))
        self.fill_seconds = time.monotonic() - began

    def stairwell(self) -> Stairwell:
        rows = self.portal.query(
            "SELECT min(h.postcode), array_agg(h.number ORDER BY h.number) FROM complexes_home h"
            " JOIN complexes_complex c ON c.id = h.complex_id JOIN accounts_team t ON t.id = c.team_id"
            " WHERE t.name = 'Gebied 1' AND c.form = 'stairwell' AND NOT h.is_secret_address AND NOT h.is_shelter"
            " AND NOT EXISTS (SELECT 1 FROM incidents_case z WHERE z.entrance_id = h.entrance_id"
            " AND z.opened_at > now() - interval '100 days')"
            " GROUP BY h.entrance_id HAVING count(*) = 8 ORDER BY h.entrance_id LIMIT 1"
        )
        return Stairwell(rows[0][0], list(rows[0][1]))

    def report_of(self, case: str) -> Receipt:
        """With which the reporter of a case that was filled comes back."""
        rows = self.portal.query(
            "SELECT r.number FROM incidents_report r JOIN incidents_case c ON c.id = r.case_id"
            " WHERE c.number = %s ORDER BY r.filed_at LIMIT 1",
            case,
        )
        return Receipt(rows[0][0], CODE)

    def holder_of(self, case: str) -> str:
        """The address with which who has the case signs in."""
        rows = self.portal.query(
            "SELECT u.email FROM accounts_user u JOIN incidents_case c ON c.holder_id = u.id WHERE c.number = %s",
            case,
        )
        return str(rows[0][0])

    def somebody_at(self, partner: str) -> str:
        rows = self.portal.query(
            "SELECT u.email FROM accounts_user u JOIN partners_membership m ON m.user_id = u.id"
            " JOIN partners_partner p ON p.id = m.partner_id WHERE p.name = %s ORDER BY u.id LIMIT 1",
            partner,
        )
        return str(rows[0][0])

    def forget_tries(self) -> None:
        """All people of the day sit behind one address: what one used up is not the next one's."""
        self.portal.query("DELETE FROM throttle_ratecounter")
        self.portal.query("DELETE FROM portal_cache")
