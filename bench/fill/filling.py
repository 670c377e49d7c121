"""The whole: places, people, then cases in batches, each batch kept before the next begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from django.core.management import call_command
from django.db import connection, transaction
from tqdm import tqdm

from bench.fill import mix, moments, people, places
from bench.fill.approach import Approach
from bench.fill.cases import Cases, chance
from bench.fill.copying import Copying, reserve
from bench.fill.judging import Judging
from bench.fill.life import Tables
from bench.fill.numbering import Numbers
from bench.fill.referrals import Referrals
from bench.fill.reports import Reports, answers_of
from bench.fill.routes import Routes
from bench.fill.sides import Sides
from bench.fill.terms import Terms
from incidents.following import codes
from incidents.models import (
    Case,
    CaseTask,
    Kind,
    LadderStep,
    Letter,
    Party,
    Report,
    RoutingOrder,
)
from partners.models import RoutingDecision
from safetyportal.accounts.models import Team
from safetyportal.clock.calendar import local_day

BATCH = 2000
CODE = "7K2P-9QXD-4M1N-8RTV"  # opens every report
# Lines get their keys from the database: only afterwards is it known in which one a talk was written down.
SAID_WHERE = """
UPDATE incidents_hearing AS talk SET entry_id = line.id
FROM incidents_party AS party, incidents_timelineentry AS line
WHERE talk.entry_id IS NULL AND talk.state IN ('held', 'written') AND party.id = talk.party_id
  AND line.case_id = party.case_id AND line.sort = 'heard' AND line.at = talk.ended_at
"""
# Of what cannot wait and nobody holds yet, the duty was called and looked at it.
CALLED = """
INSERT INTO incidents_dutyalert (case_id, raised_at, next_at, acknowledged_by_id, acknowledged_at)
SELECT id, opened_at, opened_at, %s, opened_at + interval '10 minutes' FROM incidents_case
WHERE closed_at IS NULL AND urgency IN ('U0', 'U1') AND holder_id IS NULL
  AND opened_at > %s - interval '1 day'
"""
MOST_REPORTS = max(mix.REPORTERS)
MOST_STEPS = 6  # and letters and tasks of a case, taken over all


@dataclass(frozen=True)
class Filled:
    """Rows by table."""

    rows: dict[str, int]


def fill(
    *,
    cases: int,
    seed: int,
    at: datetime,
    days: int = mix.YEARS * 365,
    quiet: bool = False,
    beside: bool = True,
    unrouted: bool = False,
) -> Filled:
    """So many cases, opened in the `days` before `at`. The same seed and moment give the same but for what is encrypted.

    `beside` takes a connection of its own, so it is not for a transaction that will be rolled back. `unrouted`: a backlog, each
    case with one report that was filed and no more.
    """
    random, today, homes = Random(seed), local_day(at), places.how_many(cases)
    call_command("load_defaults", verbosity=0)
    with transaction.atomic():
        teams = people.make_teams(homes)
        staff = people.hire(teams=teams, homes=homes, today=today, random=random)
    where = places.Places(homes, teams=[team.pk for team in teams])
    copying, tables = Copying(beside=beside), Tables()
    try:
        with tqdm(total=homes, desc="Woningen", unit="", disable=quiet) as bar:
            for upto in places.fill(where, copying, random):
                bar.update(upto - bar.n)
        copying.wait()
        writer = _writer(tables, where, staff, random, cases, seed, at)
        writer.unrouted = unrouted
        with tqdm(total=cases, desc="Zaken", unit="", disable=quiet) as bar:
            for day, count in moments.cases_a_day(cases, today, days):
                for _ in range(count):
                    writer.add(day)
                    bar.update()
                    if len(tables.cases.lines) >= BATCH:
                        copying.write(tables.all)
            copying.write(tables.all)
            copying.wait()
    finally:
        copying.close()
    _settle(writer)
    return Filled({table.statement.split('"')[1]: table.written for table in tables.all})


def _writer(
    tables: Tables, where: places.Places, staff: people.Staff, random: Random, cases: int, seed: int, at: datetime
) -> Cases:  # fmt: skip
    kinds = [kind for kind in Kind.objects.select_related("questions") if mix.RARE_KINDS.get(kind.code, 1)]
    natures: dict[float, float] = {}
    for kind in kinds:
        natures[kind.nature] = natures.get(kind.nature, 0) + chance(kind, kinds)
    numbers = Numbers(seed=seed, cases=Case.objects.count(), reports=Report.objects.count())
    # Of each report one order and one decision, under one key.
    order = max(reserve(model, cases * MOST_REPORTS) for model in (RoutingOrder, RoutingDecision))
    reports = Reports(
        tables=tables, random=random, staff=staff, people=people.reporters(cases, random), numbers=numbers,
        code_hash=codes.hash_code(CODE), answers={kind.pk: answers_of(kind, random) for kind in kinds},
        fallback=staff.triage, order=order, filed=numbers.reports,
    )  # fmt: skip
    return Cases(
        tables=tables, random=random, staff=staff, places=where, kinds=kinds, judging=Judging(natures),
        routes=Routes(local_day(at)), reports=reports, referrals=Referrals(tables, random, staff),
        sides=Sides(tables, random, staff, reserve(Party, cases * 2)),
        approach=Approach(tables, random, staff, *(reserve(model, cases * MOST_STEPS) for model in (LadderStep, Letter, CaseTask))),
        terms=Terms(tables, random, staff), numbers=numbers,
        fallback=Team.objects.get(is_fallback=True).pk, key=reserve(Case, cases) - 1, now=int(at.timestamp()),
    )  # fmt: skip


def _settle(writer: Cases) -> None:
    """The next key follows the last one that was used, and the planner knows what is there."""
    with connection.cursor() as cursor:
        nexts = {
            RoutingOrder: writer.reports.order, RoutingDecision: writer.reports.order, Party: writer.sides.party,
            LadderStep: writer.approach.step, Letter: writer.approach.letter, CaseTask: writer.approach.task,
        }  # fmt: skip
        for model, key in nexts.items():
            asked = [model._meta.db_table, key]
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", asked)
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(SAID_WHERE)
        cursor.execute(CALLED, [writer.staff.triage[0], datetime.fromtimestamp(writer.now, UTC)])
        cursor.execute("ANALYZE")
        cursor.execute("RESET statement_timeout")
