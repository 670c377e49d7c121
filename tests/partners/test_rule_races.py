"""Two functional administrators at the same moment: one is first, and the other learns of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from partners.models import RoutingRule
from partners.rules import rule_editing, rule_sets
from partners.rules.rule_seen import order_of, seen_of
from tests.partners.rule_side import draft, one, who

RACERS = 6
LATE = (rule_editing.Outdated, rule_editing.OrderChanged, rule_sets.NotADraft, rule_sets.DraftExists)


def race(act: Callable[[int], object]) -> list[str]:
    barrier, outcomes = threading.Barrier(RACERS), list[str]()

    def run(number: int) -> None:
        try:
            barrier.wait()
            act(number)
            outcomes.append("done")
        except LATE:
            outcomes.append("late")
        except Exception as error:
            outcomes.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


ONE_IS_FIRST = ["done", *["late"] * (RACERS - 1)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_of_all_who_change_at_once_one_is_first_and_the_others_are_told() -> None:
    made, rule, said, order = draft(), one(), who(), order_of(draft().rules.all())

    changes = race(
        lambda number: rule_editing.change(
            draft=made, slug=rule.slug, content=rule.content() | {"note": f"Nummer {number}"}, seen=seen_of(rule),
            reason="Beter.", **said,
        )
    )  # fmt: skip
    moves = race(
        lambda number: rule_editing.move(
            draft=made, slug="kind-default", place=number + 1, seen=order, **said
        )
    )
    uses = race(lambda number: rule_sets.activate(rule_set=made, reason="Zo.", **said))
    drafts = race(lambda number: rule_sets.start_draft(**said))

    assert [changes, moves, uses, drafts] == [ONE_IS_FIRST] * 4
    places = list(RoutingRule.objects.filter(rule_set=made).values_list("position", flat=True))
    assert places == list(range(1, len(places) + 1))
