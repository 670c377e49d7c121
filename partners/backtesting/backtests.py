"""A backtest (terugtoets): what other rules would have done with the reports of a while ago.

It goes on in batches, each short and kept before the next one is asked for, so that one that is cut off goes on where it was.
Reports and cases are read and never locked.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan

from incidents.models import Kind, Report
from partners.backtesting.backtest_counting import Comparing, Key, as_rows, from_rows
from partners.models import Backtest, RuleSet
from partners.rules import rule_sets
from partners.rules.rules_as_they_were import kept, read_back
from partners.weighing import directory
from partners.weighing.facts import FROM_REPORT, gather_many
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.clock.calendar import local_day, start_of_day
from safetyportal.texts.day_field import FIRST_DAY, LAST_DAY
from safetyportal.wake import wake

log = logging.getLogger(__name__)
BATCH = 1000
MOST_ATTEMPTS = 5
State, Why = Backtest.State, Backtest.Why


class AlreadyRunning(ValueError):
    """This set is being tried: one at a time."""


class NothingToCompare(ValueError):
    """No set is in use, or the set to try is gone."""


class IsOver(ValueError):
    """It was done, or somebody stopped it."""


def waiting() -> QuerySet[Backtest]:
    """The one that was asked first: however many there are, one batch is worked on at a time."""
    first = Backtest.objects.filter(state=State.RUNNING).order_by("asked_at", "id").values("pk")[:1]
    return Backtest.objects.filter(pk__in=first)


def latest(rule_set: RuleSet) -> Backtest | None:
    """The last one that was completed for this set."""
    return Backtest.objects.filter(rule_set=rule_set, state=State.DONE).first()


def is_outdated(backtest: Backtest) -> bool:
    """Whether the rules of the set, or the set in use, are no longer those that were compared."""
    in_use = rule_sets.active()
    changed = backtest.rules != kept(backtest.rule_set.rules.all())
    put_in_use = backtest.rule_set == in_use
    return changed or not (in_use == backtest.against or put_in_use)


@transaction.atomic
def start(*, rule_set: RuleSet, from_day: date, to_day: date, by: User, at: datetime) -> Backtest:
    """Ask for it. Raises AlreadyRunning or NothingToCompare."""
    tried = RuleSet.objects.select_for_update(of=("self",)).filter(pk=rule_set.pk).first()
    against = rule_sets.active()
    if tried is None or against is None:
        raise NothingToCompare
    made = Backtest(
        rule_set=tried,
        against=against,
        rules=kept(tried.rules.all()),
        from_day=from_day,
        to_day=to_day,
        asked_at=at,
        asked_by=by,
        next_at=at,
    )
    made.total = _reports(made).count()
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise AlreadyRunning from error
    _record("backtest.start", made, by, at)
    wake("backtest")
    return made


@transaction.atomic
def stop(*, backtest: Backtest, by: User, at: datetime) -> None:
    """Before it is done; what was counted is kept. Raises IsOver."""
    fresh = (
        Backtest.objects.select_for_update(of=("self",)).filter(pk=backtest.pk, state=State.RUNNING).first()
    )
    if fresh is None:
        raise IsOver
    _end(fresh, State.STOPPED, Why.CANCELLED, at)
    _record("backtest.stop", fresh, by, at)


@dataclass(frozen=True)
class Batch:
    counts: Counter[Key]
    reports: int
    last: Report | None
    seconds: float


def go_on(*, work_id: int, at: datetime) -> None:
    """Take the next batch, if it waits; of two who take the same one, it is counted once. May run any number of times."""
    found = waiting().select_related("against").filter(pk=work_id).first()
    if found is None:
        return
    try:
        batch = _take(found)
    except Exception as error:
        log.warning("backtest failed", extra={"backtest": work_id, "error": type(error).__name__})
        _failed(found, at)
    else:
        _keep(found, batch, at)


def _take(backtest: Backtest) -> Batch:
    began, on = time.monotonic(), local_day(backtest.asked_at)
    reports = list(_next(backtest))
    comparing = Comparing(
        now=list(backtest.against.rules.valid(on)),
        then=[rule for rule in read_back(backtest.rules) if rule.is_valid_on(on)],
        directory=directory.read(on),
        hidden_kinds=frozenset(Kind.objects.filter(restricted=True).values_list("pk", flat=True)),
    )
    counts = comparing.count(gather_many(reports))
    return Batch(counts, len(reports), reports[-1] if reports else None, time.monotonic() - began)


def _next(backtest: Backtest) -> QuerySet[Report]:
    found = _reports(backtest).only(*FROM_REPORT).order_by("filed_at", "id")
    if backtest.after_at is not None:
        found = found.filter(
            TupleGreaterThan((F("filed_at"), F("id")), (backtest.after_at, backtest.after_id))
        )
    return found[:BATCH]


def _reports(backtest: Backtest) -> QuerySet[Report]:
    """Filed on those days, and before it was asked."""
    # No further than a day that can be counted with: nothing was filed before or after.
    begin, end = max(backtest.from_day, FIRST_DAY), min(backtest.to_day, LAST_DAY)
    until = min(start_of_day(end + timedelta(days=1)), backtest.asked_at)
    return Report.objects.filter(filed_at__gte=start_of_day(begin), filed_at__lt=until)


@transaction.atomic
def _keep(found: Backtest, batch: Batch, at: datetime) -> None:
    fresh = _same(found)
    if fresh is None:
        return
    fresh.result = as_rows(from_rows(fresh.result) + batch.counts)
    fresh.done += batch.reports
    fresh.seconds += batch.seconds
    fresh.rung_at, fresh.next_at, fresh.attempts = None, at, 0
    if batch.last is not None:
        fresh.after_at, fresh.after_id = batch.last.filed_at, batch.last.pk
    if batch.reports < BATCH:
        fresh.total = fresh.done
        _end(fresh, State.DONE, "", at)
    else:
        fresh.save()
    wake("backtest")


@transaction.atomic
def _failed(found: Backtest, at: datetime) -> None:
    fresh = _same(found)
    if fresh is None:
        return
    fresh.attempts += 1
    fresh.rung_at, fresh.next_at = None, at + timedelta(seconds=2**fresh.attempts)
    if fresh.attempts >= MOST_ATTEMPTS:
        _end(fresh, State.STOPPED, Why.FAILED, at)
        wake("backtest")
    else:
        fresh.save()


def _same(found: Backtest) -> Backtest | None:
    """Locked, when nobody got on with it or stopped it meanwhile."""
    standing = Q(pk=found.pk, state=State.RUNNING, done=found.done, after_id=found.after_id)
    return Backtest.objects.select_for_update(of=("self",)).filter(standing).first()


def _end(backtest: Backtest, state: str, why: str, at: datetime) -> None:
    backtest.state, backtest.why, backtest.ended_at = state, why, at
    backtest.save()


def _record(action: str, backtest: Backtest, by: User, at: datetime) -> None:
    detail: dict[str, str | int | bool | list[str] | None] = {
        "set": backtest.rule_set.number,
        "from": str(backtest.from_day),
        "to": str(backtest.to_day),
    }
    record(action=action, actor=by, object_kind="backtest", object_id=str(backtest.pk), detail=detail, at=at)
