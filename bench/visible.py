"""P3: from the instant a tenant was to press the button until the report is in the queue of a desk or partner.

Open loop at a fixed pace. The end is the moment PostgreSQL committed the routing, which it keeps itself.
"""

from __future__ import annotations

from uuid import uuid4

from bench.figures import percentile, table
from bench.last_post import bare_post
from bench.load import posts_on_time
from bench.stage import Bare, Ours
from bench.writing import posts
from tests.journeys.processes import wait_until

ROUTED = """
SELECT report.draft_key::text, min(extract(epoch FROM pg_xact_commit_timestamp(entry.xmin)))::float
FROM incidents_report AS report JOIN incidents_timelineentry AS entry USING (case_id)
WHERE entry.sort = 'routed' AND report.draft_key::text = ANY(%s) AND EXISTS (
  SELECT FROM partners_referral AS referral WHERE referral.case_id = report.case_id AND referral.state = 'released'
) GROUP BY 1
"""
BARE_ROUTED = """
SELECT title, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float
FROM bare_report WHERE title = ANY(%s) AND routed_at IS NOT NULL
"""
Took = list[float]


def ours_took(ours: Ours, count: int, per_second: float) -> Took:
    drafts = posts(ours, count, stay=False)
    names = list(drafts)
    found = posts_on_time(ours.port, list(drafts.values()), per_second=per_second)
    return _until_seen({names[one.request]: one.due for one in found}, lambda: ours.query(ROUTED, names))


def bare_took(bare: Bare, count: int, per_second: float) -> Took:
    names = [uuid4().hex for _ in range(count)]
    requests = [bare_post("/route/", stay=False, title=name) for name in names]
    found = posts_on_time(bare.port, requests, per_second=per_second)
    return _until_seen({names[one.request]: one.due for one in found}, lambda: bare.query(BARE_ROUTED, names))


def _until_seen(due: dict[str, float], ask) -> Took:
    """Milliseconds of those seen within two minutes after the last one was posted; the others are lost."""
    try:
        wait_until(lambda: len(ask()) == len(due), 120)
    except AssertionError:
        print(f"{len(due) - len(ask())} of {len(due)} lost")
    return [1000 * (seen - due[name]) for name, seen in ask()]


def measure(ours: Ours, bare: Bare, *, paces: tuple[float, ...], seconds: float, rounds: int) -> str:
    rows = []
    for pace in paces:
        count = max(10, int(pace * seconds / rounds))
        took: dict[str, Took] = {"portal": [], "bare": []}
        for _ in range(rounds):
            took["bare"] += bare_took(bare, count, pace)
            took["portal"] += ours_took(ours, count, pace)
        asked = rounds * count
        figures = {name: [percentile(values, at) for at in (50, 95)] for name, values in took.items()}
        for name, (middle, late) in figures.items():
            rows.append(
                [
                    f"{pace:g} a second",
                    name,
                    f"{middle:.1f}",
                    f"{middle / figures['bare'][0]:.1f}",
                    f"{late:.1f}",
                    f"{late / figures['bare'][1]:.1f}",
                    f"{asked - len(took[name])} of {asked}",
                ]
            )
    return table(["pace", "side", "p50 ms", "ratio", "p95 ms", "ratio", "lost"], rows)
