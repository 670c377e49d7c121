"""python -m bench.backtest --reports 50000: how fast a backtest is, how much memory it takes, and whether it is true.

The reports come from bench.fill, one a case, with their cases open and their orders not done. They are backtested in batches, as a
worker does it, and then really routed, with the set in use (`--sides now`), the other one (`then`) or one after the other; the
figures of both must be equal. Into a database of its own (backtest_50000) on the embedded PostgreSQL of .state/fill.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("SAFETYPORTAL_DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safetyportal.settings")

from bench.fill import server
from safetyportal.env import BASE_DIR

WORKERS = 2
AT_ONCE = 2000  # of them, as relay.TOGETHER, so many in one message to a worker
TOGETHER = 200
UNDONE = """
DELETE FROM partners_question;
DELETE FROM clock_deadline WHERE name = 'partner_answer';
DELETE FROM partners_referral;
UPDATE incidents_routingorder SET done_at = NULL, rung_at = NULL, next_at = asked_at;
DELETE FROM partners_routingdecision;
UPDATE incidents_case SET status = 'received', closed_at = NULL, close_reason = '' WHERE closed_at IS NOT NULL;
"""
# Only of cases that are counted by partner and rule; protected ones are not (partners.backtesting.backtest_counting).
BY_PARTNER = """
SELECT r.partner_id::text, CASE r.state WHEN 'proposed' THEN 'proposed' ELSE 'directly' END, count(*)
FROM partners_referral r JOIN incidents_case c ON c.id = r.case_id JOIN incidents_kind k ON k.code = c.kind_id
WHERE NOT c.restricted AND NOT k.restricted GROUP BY 1, 2
"""
BY_RULE = """
SELECT rule.slug, count(*)
FROM partners_routingdecision d JOIN partners_routingrule rule ON rule.id = d.rule_id
JOIN incidents_routingorder o ON o.id = d.order_id JOIN incidents_report m ON m.id = o.report_id
JOIN incidents_case c ON c.id = m.case_id JOIN incidents_kind k ON k.code = c.kind_id
WHERE NOT c.restricted AND NOT k.restricted GROUP BY 1
"""
# Looser, stricter, elsewhere, by hour, day and place, and a rule that is gone.
CHANGES = {
    "buren-s1": [["BB", "T"]],
    "drugs-s2": [["POL", "H"], ["WC", "A"]],
    "diefstal-s2": [["RIEC", "M"]],
    "gebruik-slaper-s2": [["BOA", "H"]],
    "inbraak-vernieling-s2": [["TECH", "A"], ["POL", "H"]],
    "gezamenlijke-ruimte-s3": [["POL", "H"], ["BOA", "M"], ["JON", "H"]],
}
ADDED = {
    "nacht": {"kinds": ["GEL"], "hour_from": 22, "hour_to": 7, "targets": [["POL", "T"]]},
    "weekend": {"kinds": ["VEI"], "weekdays": [6, 7], "targets": [["BOA", "M"], ["TECH", "A"]]},
    "trappenhuis": {"bands": ["S1"], "spaces": ["TRH"], "targets": [["WB", "A"]]},
}


def main() -> int:
    told = argparse.ArgumentParser(prog="python -m bench.backtest", description=__doc__)
    told.add_argument("--reports", type=int, default=50_000)
    told.add_argument("--sides", nargs="*", choices=["now", "then"], default=["now", "then"])
    told.add_argument(
        "--route", type=int, help="carry out this part of the orders (started by the bench itself)"
    )
    asked = told.parse_args()
    os.environ.setdefault("DATABASE_URL", server.database(f"backtest_{asked.reports}"))
    import django

    django.setup()
    if asked.route is not None:
        return _route(asked.route)
    _fill(asked.reports)
    counts = _backtest()
    return max([_compare(counts, side) for side in asked.sides], default=0)


def _fill(reports: int) -> None:
    from django.core.management import call_command

    from bench.fill import mix
    from incidents.models import Report

    call_command("migrate", interactive=False, verbosity=0)
    if not Report.objects.exists():
        mix.REPORTERS = {1: 1}  # read when the cases are made
        from bench.fill.filling import fill

        fill(cases=reports, seed=1, at=datetime.now(UTC), days=360)
    _undo()
    _say("reports", f"{Report.objects.count():,}")


def _undo() -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(UNDONE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _backtest() -> Counter[tuple[str, ...]]:
    """As worker after worker takes a batch; what it costs is printed."""
    from django.utils import timezone

    from partners.backtesting import backtests
    from partners.backtesting.backtest_counting import from_rows
    from partners.models import Backtest

    today, before = timezone.localdate(), _memory()
    made = backtests.start(
        rule_set=_draft(), from_day=today.replace(year=today.year - 1), to_day=today, by=_somebody(), at=timezone.now()
    )  # fmt: skip
    began, used, theirs, longest = time.monotonic(), time.process_time(), _database(), 0.0
    while backtests.waiting().exists():
        turn = time.monotonic()
        backtests.go_on(work_id=made.pk, at=timezone.now())
        longest = max(longest, time.monotonic() - turn)
    took, used, theirs = time.monotonic() - began, time.process_time() - used, _database() - theirs
    made.refresh_from_db()
    assert made.state == Backtest.State.DONE, made.why
    _say(
        "backtest", f"{took:.1f} s on the clock; processor: {used:.1f} s ours, {theirs:.1f} s of the database"
    )
    _say("reports a second", f"{made.done / took:,.0f}")
    _say("longest batch", f"{longest:.2f} s")
    _say("memory", f"{_memory()} MB at most, {before} MB before it began")
    counts = from_rows(made.result)
    for what in ("reports", "elsewhere", "otherwise", "to_triage", "from_triage"):
        _say(what, f"{counts['open', 'all', what]:,} and {counts['hidden', 'all', what]:,} protected")
    return counts


def _draft():
    """What was tried before is tried again."""
    from django.utils import timezone

    from partners.models import RoutingRule, RuleSet
    from partners.rules import rule_sets

    first = RuleSet.objects.order_by("number")[0]
    RuleSet.objects.filter(state="active").exclude(pk=first.pk).update(state="retired")
    RuleSet.objects.filter(pk=first.pk).update(state="active")
    if found := RuleSet.objects.exclude(pk=first.pk).first():
        return found
    draft = rule_sets.start_draft(by=_somebody(), at=timezone.now())
    for slug, targets in CHANGES.items():
        draft.rules.filter(slug=slug).update(targets=targets)
    draft.rules.filter(slug="groep-s2").delete()
    for slug, content in ADDED.items():
        RoutingRule.objects.create(rule_set=draft, slug=slug, name=slug, position=2, **content)
    return draft


def _compare(counts: Counter[tuple[str, ...]], side: str) -> int:
    """Route them really; 1 when a figure differs."""
    from django.db import connection

    from incidents.models import RoutingOrder
    from partners.models import RuleSet

    if side == "then":
        RuleSet.objects.filter(state="active").update(state="retired")
        last = RuleSet.objects.order_by("-number")[:1].values("pk")
        RuleSet.objects.filter(pk__in=last).update(state="active", activated_at=datetime.now(UTC))
    _undo()
    began = time.monotonic()
    words = [sys.executable, "-m", "bench.backtest", "--route"]
    workers = [subprocess.Popen([*words, str(part)], cwd=BASE_DIR) for part in range(WORKERS)]
    assert not any(worker.wait() for worker in workers)
    took = time.monotonic() - began
    assert not RoutingOrder.objects.filter(done_at=None).exists()
    with connection.cursor() as cursor:
        cursor.execute(BY_PARTNER)
        real = {("open", "partner", who, side, how): number for who, how, number in cursor.fetchall()}
        cursor.execute(BY_RULE)
        real |= {("open", "rule", slug, side): number for slug, number in cursor.fetchall()}
    said = {
        key: number for key, number in counts.items() if key[1] in ("partner", "rule") and side in key[3:]
    }
    differ = {
        key: (said.get(key), real.get(key))
        for key in said.keys() | real.keys()
        if said.get(key) != real.get(key)
    }
    _say(
        f"really routed, {side}",
        f"{took:.0f} s with {WORKERS} workers; {len(real)} figures, {len(differ)} differ",
    )
    for key, (ours, theirs) in sorted(differ.items())[:20]:
        print("   ", key, ours, theirs)
    return int(bool(differ))


def _route(part: int) -> int:
    from django.db import connection
    from django.db.models import F

    from partners import tasks
    from partners.routing import routing

    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    while True:
        orders = routing.waiting().annotate(turn=F("pk") % WORKERS).filter(turn=part)
        found = list(orders.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
        if not found:
            return 0
        for first in range(0, len(found), TOGETHER):
            tasks.route_reports(work_ids=found[first : first + TOGETHER])


def _somebody():
    from safetyportal.accounts.models import User

    return User.objects.order_by("pk")[0]


def _database() -> float:
    """Processor seconds of the process of PostgreSQL that serves us."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        words = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _say(what: str, figures: str) -> None:
    print(f"{what:>24}: {figures}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
