"""An urgent case calls who is on duty through the real relay and worker, once each, whoever was killed meanwhile."""

from __future__ import annotations

from tests.faults.walker import walk
from tests.journeys.processes import Portal, wait_until

ON_DUTY = """
INSERT INTO duty_shift (person_id, rank, starts_at, ends_at, made_by_id, made_at)
SELECT person.id, %s, now() - interval '1 day', now() + interval '1 day', person.id, now()
FROM accounts_user AS person WHERE person.email LIKE %s RETURNING id
"""
CALLED = """
SELECT split_part(person.email, '@', 1)
FROM incidents_dutycall AS call
JOIN incidents_dutyalert AS alert ON alert.id = call.alert_id
JOIN incidents_report AS report ON report.case_id = alert.case_id
JOIN accounts_user AS person ON person.id = call.user_id
WHERE report.number = %s ORDER BY call.id
"""
MAILED = "SELECT count(*) FROM notices_notice WHERE template = 'duty_alert' AND sent_at IS NOT NULL"
HALF_AN_HOUR_LATER = """
UPDATE incidents_dutyalert AS alert SET next_at = now() FROM incidents_report AS report
WHERE report.case_id = alert.case_id AND report.number = %s
"""


def called(portal: Portal, number: str) -> list[str]:
    return [name for (name,) in portal.query(CALLED, number)]


def test_each_is_called_once_though_relay_and_worker_were_killed(portal: Portal) -> None:
    portal.query(ON_DUTY, 1, "zuid@%")
    portal.query(ON_DUTY, 2, "zuid2@%")
    ((mailed,),) = portal.query(MAILED)
    portal.relay.kill()
    portal.worker.kill()

    number = walk(portal.url, kind="AGR-BED").number
    before = called(portal, number)
    portal.relay.start()
    portal.worker.start()
    wait_until(lambda: called(portal, number) == ["zuid"], 60)
    portal.relay.kill()
    portal.query(HALF_AN_HOUR_LATER, number)
    portal.relay.start()
    wait_until(lambda: called(portal, number) == ["zuid", "zuid2"], 60)

    wait_until(lambda: portal.query(MAILED) == [(mailed + 2,)], 60)
    assert before == []
    portal.query("DELETE FROM duty_shift")
