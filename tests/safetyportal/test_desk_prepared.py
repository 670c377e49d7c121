"""Statements that are kept: for each list one, with nothing of whom they were made for and no moment of then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from incidents.models import Case
from safetyportal.accounts.models import Team, User
from safetyportal.desk import inbox, prepared
from safetyportal.desk.filters import HOLDERS
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import ORDERS
from safetyportal.people.absence import set_absence
from tests.safetyportal.test_desk_inbox import numbers, show
from tests.world import at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association", "fresh")]
CHOICES = [
    (),
    *((("list", code),) for code in LISTS),
    *((("sort", code),) for code in ORDERS),
    *((("holder", code),) for code in HOLDERS),
]


@pytest.fixture
def fresh() -> Iterator[None]:
    prepared._kept.cache_clear()
    yield
    prepared._kept.cache_clear()


def known(email: str) -> User:
    actor = person(email)
    inbox.look_up(actor=actor, at=timezone.now())
    return actor


@pytest.mark.parametrize("email", ["noord@", "teamleider@", "triage@", "beschermd@"])
@pytest.mark.parametrize("chosen", CHOICES)
def test_the_statement_of_every_list_and_its_count_is_kept(email: str, chosen: tuple[Any, ...]) -> None:
    shape = prepared._shape(known(email))

    assert prepared._kept(inbox._first_rows, shape, (chosen, 50)) is not None
    assert prepared._kept(inbox._headline, shape, ((chosen,),)) is not None
    assert prepared._kept(inbox._particulars, shape, ()) is not None


@pytest.mark.parametrize("email", ["noord@", "zuid@", "teamleider@", "triage@", "beschermd@"])
def test_a_statement_that_is_kept_is_word_for_word_what_would_be_made_for_this_person_now(email: str) -> None:
    """Whatever a scope looks at in a person: where the stand-in would do something else, this differs."""
    actor, at = known(email), timezone.now()
    for chosen in CHOICES:
        for build, words in ((inbox._first_rows, (chosen, 50)), (inbox._headline, ((chosen,),))):
            kept = prepared._kept(build, prepared._shape(actor), words)
            assert kept is not None
            sql, params = build(actor, at, *words).query.get_compiler(connection=connection).as_sql()
            told = prepared._told(actor, at)
            filled = [
                told[slot] if slot else param for slot, param in zip(kept.slots, kept.params, strict=True)
            ]
            assert (kept.sql, filled) == (sql, list(params)), chosen


def test_who_has_the_same_roles_in_another_team_sees_their_own_cases() -> None:
    mine = file("GEL-MUZ").case
    assert numbers(show("noord@")) == [mine.number]
    made = prepared._kept.cache_info().misses

    assert numbers(show("zuid@")) == []
    Case.objects.filter(pk=mine.pk).update(
        team=Team.objects.get(pk__in=person("zuid@").teams_as(frozenset(person("zuid@").roles)))
    )
    assert numbers(show("zuid@")) == [mine.number]
    assert numbers(show("noord@")) == []
    assert prepared._kept.cache_info().misses == made


def test_who_stands_in_for_a_colleague_gets_a_statement_of_their_own() -> None:
    case = file("GEL-MUZ").case
    away, cover, now = person("noord@"), person("noord2@"), timezone.now()
    Case.objects.filter(pk=case.pk).update(holder=away)
    assert numbers(show("noord2@", "?holder=me")) == []

    today = timezone.localdate()
    set_absence(user=away, from_on=today, until_on=today, cover=cover, by=away, at=now)

    assert numbers(show("noord2@", "?holder=me")) == [case.number]


def _a_moment_of_its_own(actor: User, at: datetime) -> QuerySet[Any, Any]:
    return Case.objects.for_(actor, "case.list").filter(opened_at__lte=timezone.now()).values("number")


def _an_answer(actor: User, at: datetime) -> QuerySet[Any, Any]:
    return (
        Case.objects.for_(actor, "case.list")
        .filter(pk__in=list(Case.objects.values_list("pk", flat=True)))
        .values("number")
    )


def _a_name(actor: User, at: datetime) -> QuerySet[Any, Any]:
    return Case.objects.for_(actor, "case.list").exclude(number=f"of {actor.pk}").values("number")


@pytest.mark.parametrize("build", [_a_moment_of_its_own, _an_answer, _a_name])
def test_what_is_only_true_now_or_for_one_person_is_not_kept_and_is_answered_all_the_same(build: Any) -> None:
    actor = known("noord@")
    assert prepared.ask(build, actor=actor, at=timezone.now()) == []

    case = file("GEL-MUZ", place=at_home(6)).case

    assert prepared.ask(build, actor=actor, at=timezone.now()) == [{"number": case.number}]
    assert prepared._kept(build, prepared._shape(actor), ()) is None
