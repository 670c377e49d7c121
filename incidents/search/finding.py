"""Find cases by what was typed, the newest first, among those alone that this person may open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, Value

from incidents.models import Case
from incidents.models.case import CaseQuerySet, cases_called_about
from incidents.search import marks
from incidents.search.asking import CASE, REPORT, Asked
from incidents.search.looking import LAST, Wanted, look
from incidents.search.writing import by_index, query
from safetyportal.accounts.models import User
from safetyportal.accounts.models.user import LED
from safetyportal.accounts.roles import Role
from safetyportal.policy.gate import may

SHOWN, COUNTED = 50, 100
PEOPLE = ("name", "phone", "mail")
FIELDS = ("place", "text", "file")
STEMS = """
SELECT ARRAY(SELECT phraseto_tsquery('dutch', said)::text
             FROM unnest(%s::text[]) WITH ORDINALITY AS one(said, place) ORDER BY place)
"""


class Typed(Func):
    template = "%(expressions)s::tsquery"


class Has(Func):
    """The words of a case satisfy this query; the index may help."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, written: str) -> None:
        super().__init__(F("words__words"), Typed(Value(written)))


@dataclass(frozen=True)
class Found:
    """`ids` are the newest, at most SHOWN; `number` of these and those after them, at most COUNTED + 1. `reached`: older
    cases than this one were not looked at; 0 if all were."""

    ids: list[int]
    number: int
    stems: list[str]
    reached: int

    @property
    def next_before(self) -> int | None:
        """Where the next page begins."""
        return self.ids[-1] if self.number > len(self.ids) else self.reached or None


def by_number(*, actor: User, asked: Asked) -> Case | None:
    """The case of a whole number of its own or of one of its reports."""
    mine = Case.objects.for_(actor, "case.search")
    found = mine.filter(number=asked.numbers[CASE]).first() if CASE in asked.numbers else None
    if found is None and REPORT in asked.numbers:
        found = mine.filter(reports__number=asked.numbers[REPORT]).first()
    return found


def find(*, mine: CaseQuerySet, actor: User, asked: Asked, before: int = LAST) -> Found:
    """Among `mine`, the scope of "case.search" of this actor. `before`: only cases older than this one."""
    with connection.cursor() as cursor:
        cursor.execute(STEMS, ([unit.text for unit in asked.units],))
        (stems,) = cursor.fetchone()
    ids, reached = _by_words(mine, _wanted(asked, stems, actor), actor, before)
    older = mine.filter(pk__gte=reached) if before == LAST else mine.filter(pk__gte=reached, pk__lt=before)
    if asked.fragment:
        ids |= _by_fragment(older, asked.fragment)
    newest = sorted(ids, reverse=True)[: COUNTED + 1]
    return Found(newest[:SHOWN], len(newest), stems, reached if len(newest) <= COUNTED else 0)


def why(*, actor: User, asked: Asked, stems: Sequence[str]) -> dict[str, Any]:
    """For each field an annotation: is it there that one of the words was found?"""
    in_field = {name: query(asked.units, stems, [name], " | ") for name in _fields(actor)}
    if "phone" in in_field:
        in_field["phone"] = _any(in_field["phone"], asked.phone)
        in_field["home"] = _any(asked.home)
    said: dict[str, Any] = {f"by_{name}": Has(written) for name, written in in_field.items() if written}
    if asked.fragment:
        said["by_number"] = _begins(asked.fragment)
    return said


def _wanted(asked: Asked, stems: Sequence[str], actor: User) -> Wanted:
    """All the words, each in any field; or all of it as one telephone number or address."""
    fields = _fields(actor)
    exactly, longer = by_index(asked.units, stems, fields)
    people = (asked.phone, asked.home) if set(PEOPLE) <= set(fields) else ()
    whole = _any(query(asked.units, stems, fields, " & "), *people)
    return Wanted(whole=whole, exactly=_any(exactly, *people), longer=longer)


def _fields(actor: User) -> tuple[str, ...]:
    """By what belongs to people only for those who may see it."""
    return (*FIELDS, *PEOPLE) if may("reporter.read", actor) else FIELDS


def _any(*written: str) -> str:
    """Marks come bare; queries come quoted."""
    return " | ".join(f"({one})" if "'" in one else f"'{one}'" for one in written if one)


def _by_words(mine: CaseQuerySet, wanted: Wanted, actor: User, before: int) -> tuple[set[int], int]:
    """Those found, and how far was looked."""
    if not wanted.whole:
        return set(), 0
    ids: set[int] = set()
    reached, among = 0, _among(actor)
    if among != "":
        seen = look(mine=mine, wanted=wanted, among=among, enough=COUNTED + 1, before=before)
        ids, reached = set(seen.ids), seen.reached
    # What somebody was called about at night may be of any desk.
    if among is not None and (called := cases_called_about(actor)):
        theirs = mine.filter(Has(wanted.whole), pk__in=called, pk__gte=reached, pk__lt=before)
        ids |= set(theirs.values_list("pk", flat=True))
    return ids, reached


def _among(actor: User) -> str | None:
    """Narrows the index to the desks of this person, never to less than the scope of "case.search"; None for all. It is the
    scope that decides."""
    if Role.TRIAGE in actor.roles:
        return None
    desks = marks.team_tokens(actor.teams_as(LED))
    if Role.RESTRICTED in actor.roles:
        desks.add(marks.RESTRICTED)
    return " | ".join(f"'{desk}'" for desk in sorted(desks))


def _begins(fragment: str) -> Q:
    return Q(number__startswith=f"{CASE}-{fragment}")


def _by_fragment(mine: CaseQuerySet, fragment: str) -> set[int]:
    own = mine.filter(_begins(fragment)).order_by().values_list("pk", flat=True)
    reports = mine.filter(reports__number__startswith=f"{REPORT}-{fragment}").order_by()
    return set(own[: COUNTED + 1].union(reports.values_list("pk", flat=True)[: COUNTED + 1]))
