"""What must be true when the storm is over. The sentence "routed once" in SQL, and safetyportal/invariants.sql."""

from __future__ import annotations

from datetime import UTC, datetime

import psycopg

from safetyportal.celery import app
from safetyportal.env import BASE_DIR
from tests.journeys.processes import Portal, wait_until

INVARIANTS = BASE_DIR / "safetyportal" / "invariants.sql"
WAITING = "SELECT count(*) FROM incidents_routingorder WHERE done_at IS NULL"
# For each report: decisions, referrals, different partners of them, and lines in the case that say so.
ROUTES = """
SELECT report.number,
  (SELECT count(*) FROM partners_routingdecision AS decision
   JOIN incidents_routingorder AS routing ON routing.id = decision.order_id WHERE routing.report_id = report.id),
  (SELECT count(*) FROM partners_referral AS referral WHERE referral.case_id = report.case_id),
  (SELECT count(DISTINCT partner_id) FROM partners_referral AS referral WHERE referral.case_id = report.case_id),
  (SELECT count(*) FROM incidents_timelineentry AS entry
   WHERE entry.case_id = report.case_id AND entry.sort IN ('routed', 'proposed'))
FROM incidents_report AS report WHERE report.number = ANY(%s)
"""
CANARY = "safetyportal.notices.tasks.canary"


def assert_each_routed_once(portal: Portal, numbers: list[str], *, within: float) -> None:
    """Every one of these reports has one decision, a referral, and none twice; nothing else is wrong either."""
    waiting = lambda: portal.query(WAITING)[0][0]  # noqa: E731
    wait_until(lambda: waiting() == 0, within, lambda: f"{waiting()} orders wait")
    routes = portal.query(ROUTES, numbers)
    assert len(numbers) == len(set(numbers))
    assert {route[0] for route in routes} == set(numbers)
    odd = [route for route in routes if not (route[1] == 1 and 1 <= route[2] == route[3] == route[4])]
    assert odd == []
    assert_invariants(portal)


def assert_invariants(portal: Portal) -> None:
    """The worker gives a sign of life when asked, and no invariant is broken."""
    with app.connection_for_write(portal.environment["BROKER_URL"]) as connection:
        app.send_task(CANARY, kwargs={"work_id": None}, queue="chores", connection=connection)
    wait_until(lambda: broken(portal) == [], 30, lambda: str(broken(portal)))


def broken(portal: Portal) -> list[tuple[str, int]]:
    with psycopg.connect(portal.environment["DATABASE_URL"]) as connection:
        rows = connection.execute(INVARIANTS.read_text(), {"at": datetime.now(UTC)}).fetchall()  # type: ignore[arg-type]
    return [row for row in rows if row[1]]
