"""A backtest says what really happens: the same reports, really routed by both sets, give exactly its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from incidents.models import Kind, Report
from partners.backtesting import backtests
from partners.backtesting.backtest_counting import Key, from_rows
from partners.models import Backtest, Partner, PartnerArea, Referral, RoutingDecision, RoutingRule, RuleSet
from partners.models.referral_words import State
from partners.rules import rule_sets
from safetyportal.wake import REGISTRY, claim
from tests.partners.reported import mark, varied
from tests.world import NOON, days, file, in_stairwell, person, route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
HOW = {State.RELEASED: "directly", State.PROPOSED: "proposed"}


def drafted(change: Callable[[RuleSet], Any] = lambda draft: None) -> RuleSet:
    draft = rule_sets.start_draft(by=person("beheer"), at=timezone.now())
    change(draft)
    return draft


def very_different(draft: RuleSet) -> None:
    """Looser, stricter, elsewhere, gone, for some places and hours only, and one that does not work."""
    rules = draft.rules
    rules.filter(slug="buren-s1").update(targets=[["BB", "T"]])
    rules.filter(slug="groep-s2").delete()
    rules.filter(slug="drugs-s2").update(targets=[["POL", "H"], ["WC", "A"]])
    rules.filter(slug="diefstal-s2").update(targets=[["RIEC", "M"]])
    rules.filter(slug="woonfraude-s1-s2").update(bands=["S9"])
    rules.filter(slug="gebruik-slaper-s2").update(targets=[["BOA", "H"]])
    rules.filter(slug="inbraak-vernieling-s2").update(targets=[["TECH", "A"], ["POL", "H"]])
    rules.filter(slug="gezamenlijke-ruimte-s3").update(targets=[["POL", "H"], ["BOA", "M"], ["JON", "H"]])
    for slug, content in {
        "nacht": {"kinds": ["GEL"], "hour_from": 22, "hour_to": 7, "targets": [["POL", "T"]]},
        "weekend": {"kinds": ["VEI"], "weekdays": [6, 7], "targets": [["BOA", "M"], ["TECH", "A"]]},
        "hof": {"neighbourhood": "Noorderhof", "bands": ["S1"], "spaces": ["TRH"], "targets": [["WB", "A"]]},
    }.items():
        RoutingRule.objects.create(rule_set=draft, slug=slug, name=slug, position=2, **content)


def asked(rule_set: RuleSet, **changes: Any) -> Backtest:
    today = timezone.localdate()
    content = {"from_day": today - days(365), "to_day": today, "at": timezone.now()} | changes
    return backtests.start(rule_set=rule_set, by=person("beheer"), **content)


def work_off() -> None:
    """As relay and worker do it, until nothing is left."""
    while rows := claim(REGISTRY["backtest"], at=timezone.now(), limit=10):
        for row in rows:
            REGISTRY["backtest"].do(work_id=row.pk, at=timezone.now())


def done(rule_set: RuleSet, **changes: Any) -> Backtest:
    made = asked(rule_set, **changes)
    work_off()
    made.refresh_from_db()
    return made


@contextmanager
def thrown_away() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def in_use(rule_set: RuleSet) -> Iterator[None]:
    """Also with rules that putting in use would refuse."""
    with thrown_away():
        if rule_set.state != RuleSet.State.ACTIVE:
            RuleSet.objects.filter(state=RuleSet.State.ACTIVE).update(state=RuleSet.State.RETIRED)
            RuleSet.objects.filter(pk=rule_set.pk).update(
                state=RuleSet.State.ACTIVE, activated_at=timezone.now()
            )
        yield


Routed = dict[str, dict[str, Any]]


def really_routed(reports: list[Report], rule_set: RuleSet) -> Routed:
    """What became of each report: partners and how, the rule, and whether triage."""
    with in_use(rule_set):
        for report in reports:
            route(report)
        slugs = dict(RoutingRule.objects.values_list("pk", "slug"))
        found: Routed = {
            str(report): {"rule": slugs.get(rule, ""), "triage": outcome == "triage", "partners": {}}
            for report, rule, outcome in RoutingDecision.objects.values_list(
                "order__report_id", "rule_id", "outcome"
            )
        }
        for report, partner, state in Referral.objects.values_list(
            "decision__order__report_id", "partner_id", "state"
        ):
            found[str(report)]["partners"][str(partner)] = HOW[State(state)]
        return found


def added_up(reports: list[Report], now: Routed, then: Routed) -> Counter[Key]:
    """The figures that a backtest ought to give, from what really happened."""
    restricted = set(Kind.objects.filter(restricted=True).values_list("pk", flat=True))
    counts: Counter[Key] = Counter()
    for report in reports:
        before, after = now[str(report.pk)], then[str(report.pk)]
        part = "hidden" if report.case.restricted or report.case.kind_id in restricted else "open"
        what = ["reports"]
        if set(before["partners"]) != set(after["partners"]):
            what.append("elsewhere")
        elif before["partners"] != after["partners"]:
            what.append("otherwise")
        if before["triage"] != after["triage"]:
            what.append("to_triage" if after["triage"] else "from_triage")
        for one in what:
            counts[part, "all", one] += 1
            if part == "open":
                counts[part, "kind", report.case.kind_id, one] += 1
        if part == "hidden":
            continue
        for side, way in (("now", before), ("then", after)):
            for partner, how in way["partners"].items():
                counts[part, "partner", partner, side, how] += 1
            if way["rule"]:
                counts[part, "rule", way["rule"], side] += 1
    return counts


def without_broken(counts: Counter[Key]) -> Counter[Key]:
    return Counter({key: number for key, number in counts.items() if key[1] != "broken"})


def test_a_backtest_gives_exactly_the_figures_of_really_routing_the_same_reports(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backtests, "BATCH", 64)
    Partner.objects.filter(type_code="RIEC").update(active_to=timezone.localdate() - days(1))
    PartnerArea.objects.filter(partner__type_code="JON").exclude(neighbourhood="Noorderhof").delete()
    reports = varied(300)
    mark(Random(3))
    draft = drafted(very_different)
    now = rule_sets.active()
    assert now is not None

    found = done(draft)

    counts = from_rows(found.result)
    expected = added_up(
        list(Report.objects.select_related("case")),
        really_routed(reports, now),
        really_routed(reports, draft),
    )
    assert found.state == Backtest.State.DONE
    assert found.done == found.total == 300
    assert without_broken(counts) == expected
    # Otherwise equal would mean little.
    for what in ("elsewhere", "otherwise", "to_triage", "from_triage"):
        assert counts["open", "all", what] > 0, what
    assert counts["open", "broken", "woonfraude-s1-s2", "then"] > 3
    assert counts["hidden", "all", "reports"] > 3


def test_nothing_of_it_reaches_a_case_or_a_partner() -> None:
    varied(20)
    draft = drafted(very_different)

    with CaptureQueriesContext(connection) as captured:
        done(draft)

    assert not Referral.objects.exists()
    assert not RoutingDecision.objects.exists()
    locking = [one["sql"] for one in captured if "FOR UPDATE" in one["sql"]]
    writing = [one["sql"] for one in captured if one["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert not [sql for sql in locking + writing if "incidents_" in sql]


def test_one_that_is_cut_off_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtests, "BATCH", 10)
    varied(35)
    whole = done(drafted(very_different))
    again = asked(whole.rule_set)
    backtests.go_on(work_id=again.pk, at=timezone.now())
    with thrown_away():  # a worker that died before its batch was kept
        backtests.go_on(work_id=again.pk, at=timezone.now())
    again.refresh_from_db()
    half = again.done

    work_off()

    again.refresh_from_db()
    assert half == 10
    assert (again.state, again.done, again.result) == (Backtest.State.DONE, 35, whole.result)


def test_a_batch_that_two_take_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtests, "BATCH", 10)
    varied(25)
    made = asked(drafted())
    take = backtests._take

    def taken_by_another_meanwhile(found: Backtest) -> Any:
        batch = take(found)
        monkeypatch.setattr(backtests, "_take", take)
        backtests.go_on(work_id=found.pk, at=timezone.now())
        return batch

    monkeypatch.setattr(backtests, "_take", taken_by_another_meanwhile)
    backtests.go_on(work_id=made.pk, at=timezone.now())

    made.refresh_from_db()
    assert made.done == from_rows(made.result)["open", "all", "reports"] + from_rows(made.result)["hidden", "all", "reports"] == 10  # fmt: skip


def test_whoever_stops_it_keeps_what_was_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtests, "BATCH", 10)
    varied(25)
    made = asked(drafted())
    backtests.go_on(work_id=made.pk, at=timezone.now())

    backtests.stop(backtest=made, by=person("beheer"), at=timezone.now())
    work_off()

    made.refresh_from_db()
    assert (made.state, made.why, made.done) == (Backtest.State.STOPPED, Backtest.Why.CANCELLED, 10)
    with pytest.raises(backtests.IsOver):
        backtests.stop(backtest=made, by=person("beheer"), at=timezone.now())


def test_a_set_is_tried_one_at_a_time_and_two_sets_one_after_the_other() -> None:
    draft, active = drafted(), rule_sets.active()
    assert active is not None
    first = asked(draft)
    second = asked(active)

    with pytest.raises(backtests.AlreadyRunning):
        asked(draft)
    assert [one.pk for one in backtests.waiting()] == [first.pk]
    backtests.go_on(work_id=second.pk, at=timezone.now())
    second.refresh_from_db()
    assert second.state == Backtest.State.RUNNING
    work_off()

    second.refresh_from_db()
    assert second.state == Backtest.State.DONE
    asked(draft)


def test_a_failure_is_tried_again_and_in_the_end_said(monkeypatch: pytest.MonkeyPatch) -> None:
    made = asked(drafted())
    monkeypatch.setattr(backtests, "gather_many", lambda _: 1 / 0)
    at = timezone.now()

    for _attempt in range(backtests.MOST_ATTEMPTS):
        backtests.go_on(work_id=made.pk, at=at)
        made.refresh_from_db()
        assert made.next_at > at

    assert (made.state, made.why) == (Backtest.State.STOPPED, Backtest.Why.FAILED)


def test_only_reports_of_the_period_count_to_the_end_of_its_last_day() -> None:
    day = date(2026, 11, 18)
    midnight = datetime.combine(day, datetime.min.time(), tzinfo=timezone.get_current_timezone())
    for at in (midnight - timedelta(seconds=1), midnight, midnight + days(1) - timedelta(seconds=1), midnight + days(1)):  # fmt: skip
        file("DRU-GEB", at=at)

    made = done(drafted(), from_day=day, to_day=day, at=midnight + days(3))

    assert made.total == made.done == 2


def test_a_draft_that_is_changed_is_tried_as_it_was_and_the_backtest_is_then_outdated() -> None:
    file("DRU-GEB")
    draft = drafted()
    made = asked(draft)
    fresh = backtests.is_outdated(made)
    draft.rules.update(targets=[["JUR", "A"]], use_kind_default=False)

    work_off()

    made.refresh_from_db()
    assert not fresh
    assert from_rows(made.result)["open", "all", "elsewhere"] == 0
    assert backtests.latest(draft) == made
    assert backtests.is_outdated(made)


def test_a_backtest_stands_after_its_set_is_put_in_use_and_not_after_another_is() -> None:
    draft = drafted()
    made = done(draft)
    rule_sets.activate(rule_set=draft, reason="Getoetst.", by=person("beheer"), at=timezone.now())
    made = Backtest.objects.get(pk=made.pk)
    stands = not backtests.is_outdated(made)
    other = drafted()
    done(other)
    old = RuleSet.objects.order_by("number")[0]
    of_old = Backtest.objects.get(pk=done(old).pk)
    rule_sets.activate(rule_set=other, reason="Anders.", by=person("beheer"), at=timezone.now())

    assert stands
    assert backtests.is_outdated(Backtest.objects.get(pk=of_old.pk))


def test_the_last_report_of_a_batch_and_the_first_of_the_next_may_be_of_one_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backtests, "BATCH", 2)
    for _ in range(5):
        file("DRU-GEB", at=NOON, place=in_stairwell(18))

    made = done(drafted(), from_day=NOON.date(), to_day=NOON.date(), at=NOON + days(2))

    assert from_rows(made.result)["open", "all", "reports"] == 5


def test_the_first_and_the_last_day_there_is_are_no_other_than_all() -> None:
    file("DRU-GEB")

    made = done(drafted(), from_day=date.min, to_day=date.max)

    assert (made.total, made.done) == (1, 1)
