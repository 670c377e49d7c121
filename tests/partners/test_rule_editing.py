"""Drafts of rules: who changes what, in which order, and what differs from the set in use."""

from __future__ import annotations

from itertools import permutations

import pytest

from partners.models import RoutingRule, RuleChange
from partners.rules import rule_editing, rule_sets
from partners.rules.rule_differences import Sort, differences
from partners.rules.rule_seen import order_of, seen_of
from safetyportal.audit.models import AuditEvent
from tests.partners.rule_side import add, change, content, draft, move, one, remove, slugs, who
from tests.world import file, person, route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def test_a_new_rule_comes_last_with_a_name_of_its_own_and_a_reason() -> None:
    first, second = add(), add()

    assert slugs()[-2:] == ["drugs-naar-jongerenwerk", "drugs-naar-jongerenwerk-2"]
    assert (first.version, first.reason, first.changed_by) == (1, "Nodig.", person("beheer@"))
    assert second.position == len(slugs())


def test_a_name_of_a_rule_that_is_gone_is_not_given_again() -> None:
    gone = add()
    rule_editing.remove(draft=draft(), slug=gone.slug, seen=seen_of(gone), reason="Fout.", **who())

    assert add().slug != gone.slug


def test_a_rule_changed_twice_in_a_draft_is_one_version_further() -> None:
    before = one()

    changed = change(change(one(), bands=["S2"]), bands=["S3"])

    assert (before.version, changed.version) == (1, 2)


def test_what_is_changed_back_is_the_version_it_was() -> None:
    before = one().bands

    back = change(change(one(), bands=["S2"]), bands=before)

    assert back.version == 1


def test_a_rule_of_an_older_set_gets_a_version_that_nobody_saw_before() -> None:
    first = rule_sets.active()
    change(one(), bands=["S2"])
    rule_sets.activate(rule_set=draft(), reason="Nieuw.", **who())
    rule_sets.start_draft(like=first, **who())

    assert one().version == 1
    assert change(one(), bands=["S4"]).version == 3


def test_what_a_colleague_changed_meanwhile_is_not_lost() -> None:
    seen = one()
    change(one(), bands=["S4"])

    with pytest.raises(rule_editing.Outdated) as late:
        change(seen, bands=["S2"])

    assert late.value.rule is not None and late.value.rule.bands == ["S4"]
    assert one().bands == ["S4"]


def test_a_rule_that_a_colleague_removed_is_gone() -> None:
    seen = one()
    rule_editing.remove(draft=draft(), slug=seen.slug, seen=seen_of(seen), reason="Dubbel.", **who())

    with pytest.raises(rule_editing.Outdated) as late:
        change(seen, bands=["S2"])

    assert late.value.rule is None


def test_moving_numbers_the_rules_anew_and_a_stale_order_is_refused() -> None:
    before, stale = slugs(), order_of(draft().rules.all())

    move(before[4], 2)

    assert slugs() == [before[0], before[4], *before[1:4], *before[5:]]
    assert list(draft().rules.values_list("position", flat=True)) == list(range(1, len(before) + 1))
    with pytest.raises(rule_editing.OrderChanged):
        rule_editing.move(draft=draft(), slug=before[0], place=3, seen=stale, **who())


def test_a_place_too_far_is_the_last() -> None:
    move("buren-s1", 9999)

    assert slugs()[-1] == "buren-s1"


def test_each_change_leaves_who_when_and_why() -> None:
    rule = change(add(), bands=["S2"])
    move(rule.slug, 1)
    rule_editing.remove(
        draft=draft(), slug=rule.slug, seen=seen_of(one(rule.slug)), reason="Toch niet.", **who()
    )

    kept = list(draft().changes.order_by("id").values_list("sort", "reason", "by__email"))
    assert [(sort, reason) for sort, reason, _by in kept] == [
        ("added", "Nodig."), ("changed", "Beter."), ("moved", ""), ("removed", "Toch niet."),
    ]  # fmt: skip
    assert {by for _sort, _reason, by in kept} == {person("beheer@").email}
    logged = AuditEvent.objects.filter(object_kind="rule").order_by("id").values_list("action", flat=True)
    assert list(logged) == ["rule.added", "rule.changed", "rule.moved", "rule.removed"]


def test_a_set_in_use_is_not_changed() -> None:
    made = draft()
    rule = one()
    rule_sets.activate(rule_set=made, reason="Zo.", **who())

    with pytest.raises(rule_sets.NotADraft):
        rule_editing.change(
            draft=made, slug=rule.slug, content=content(), seen=seen_of(rule), reason="Nog.", **who()
        )


def test_a_draft_thrown_away_leaves_nothing_but_a_line_in_the_log() -> None:
    add()

    rule_sets.discard(rule_set=draft(), **who())

    assert rule_sets.draft() is None
    assert not RuleChange.objects.exists()
    assert AuditEvent.objects.filter(action="rules.discard").exists()
    report = file("DRU-GEB")
    assert route(report).rule is not None


def test_a_set_in_use_is_not_thrown_away() -> None:
    found = rule_sets.active()
    assert found is not None

    with pytest.raises(rule_sets.NotADraft):
        rule_sets.discard(rule_set=found, **who())


def test_what_differs_is_said_rule_by_rule() -> None:
    first = rule_sets.active()
    assert first is not None
    changed, gone, off = "buren-s1", "buren-s2", "buren-s3"
    change(one(changed), bands=["S2"])
    change(one(off), is_active=False)
    remove(gone)
    added = add().slug
    move("kind-default", 1)

    found = differences(list(first.rules.all()), list(draft().rules.all()))

    assert {one.rule.slug: set(one.sorts) for one in found} == {
        changed: {Sort.CHANGED}, gone: {Sort.REMOVED}, off: {Sort.OFF}, added: {Sort.ADDED}, "kind-default": {Sort.MOVED},
    }  # fmt: skip


@pytest.mark.parametrize("order", list(permutations("abcd")))
def test_as_few_rules_as_can_be_are_called_moved(order: tuple[str, ...]) -> None:
    before = [RoutingRule(slug=slug) for slug in "abcd"]
    after = [RoutingRule(slug=slug) for slug in order]

    moved = {one.rule.slug for one in differences(before, after)}

    stay = [slug for slug in order if slug not in moved]
    assert stay == sorted(stay)
    longest = max(
        sum(bit)
        for bit in _choices(4)
        if (row := [s for s, b in zip(order, bit, strict=True) if b]) == sorted(row)
    )
    assert len(stay) == longest


def _choices(many: int) -> list[tuple[int, ...]]:
    return [tuple(number >> at & 1 for at in range(many)) for number in range(2**many)]
