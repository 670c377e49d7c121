"""Find cases by what was typed, the newest first, among those alone that this person may open.

The trap (docs/adr/0017-search.md): the newest fifty with a word are found at once by going back in time when many cases have it, and by the
index when few have it; the wrong way round takes seconds at a million. So both, in one statement: the newest few thousand cases are
walked through, then the index is asked for the newest tens of thousands, then for all. PostgreSQL stops as soon as there are
enough, and each step is made only when the one before says that there are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, Value
from django.db.models.lookups import LessThan

from incidents.models import Case
from incidents.models.case import CaseQuerySet
from incidents.search import marks
from incidents.search.asking import CASE, REPORT, Asked, query
from safetyportal.accounts.models import User
from safetyportal.accounts.models.user import LED
from safetyportal.accounts.roles import Role
from safetyportal.policy.gate import may

SHOWN, COUNTED = 50, 100
WALKED = 4000
NEWEST_PARTS = 8
LAST = 2**62
PEOPLE = ("name", "phone", "mail")
# Not by the index of keys: that of words is enough, and reading the other costs more.
KEY = F("words__case_id") + 0
FIELDS = ("place", "text", "file")
READ = """
SELECT ARRAY(SELECT phraseto_tsquery('dutch', said)::text
             FROM unnest(%s::text[]) WITH ORDINALITY AS one(said, place) ORDER BY place),
  (SELECT case_id FROM incidents_casewords WHERE case_id < %s ORDER BY case_id DESC OFFSET %s LIMIT 1)
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


class HasBySight(Has):
    """The same, row by row: a function, so that PostgreSQL cannot take the index."""

    template = "ts_match_vq(%(expressions)s)"
    arg_joiner = ", "


@dataclass(frozen=True)
class Found:
    """`ids` are the newest, at most SHOWN; `number` of these and those after them, at most COUNTED + 1."""

    ids: list[int]
    number: int
    stems: list[str]

    @property
    def is_more(self) -> bool:
        return self.number > len(self.ids)


def by_number(*, actor: User, asked: Asked) -> Case | None:
    """The case of a whole number of its own or of one of its reports."""
    mine = Case.objects.for_(actor, "case.search")
    found = mine.filter(number=asked.numbers[CASE]).first() if CASE in asked.numbers else None
    if found is None and REPORT in asked.numbers:
        found = mine.filter(reports__number=asked.numbers[REPORT]).first()
    return found


def find(*, actor: User, asked: Asked, before: int = LAST) -> Found:
    """Three statements at most. `before`: only cases older than this one."""
    with connection.cursor() as cursor:
        cursor.execute(READ, ([unit.text for unit in asked.units], before, WALKED))
        stems, walked_to = cursor.fetchone()
    mine = Case.objects.for_(actor, "case.search")
    mine = mine if before == LAST else mine.filter(pk__lt=before)
    ids = _by_words(mine, _written(asked, stems, actor), _among(actor), walked_to or 0)
    if asked.fragment:
        ids = sorted({*ids, *_by_fragment(mine, asked.fragment)}, reverse=True)[: COUNTED + 1]
    return Found(ids=ids[:SHOWN], number=len(ids), stems=stems)


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


def _written(asked: Asked, stems: Sequence[str], actor: User) -> str:
    """All the words, each in any field; or all of it as one telephone number or address."""
    fields = _fields(actor)
    each = query(asked.units, stems, fields, " & ")
    return _any(each, asked.phone, asked.home) if set(PEOPLE) <= set(fields) else each


def _fields(actor: User) -> tuple[str, ...]:
    """By what belongs to people only for those who may see it."""
    return (*FIELDS, *PEOPLE) if may("reporter.read", actor) else FIELDS


def _any(*written: str) -> str:
    """Marks come bare; queries come quoted."""
    return " | ".join(f"({one})" if "'" in one else f"'{one}'" for one in written if one)


def _by_words(mine: CaseQuerySet, written: str, among: str | None, walked_to: int) -> list[int]:
    if not written or among == "":
        return []
    wanted = f"({written}) & ({among})" if among else f"({written})"
    lowest = max(walked_to >> marks.PART, NEWEST_PARTS) - NEWEST_PARTS
    parts = range(lowest, (walked_to >> marks.PART) + 1)
    newest = " | ".join(f"'part:{part}'" for part in parts)
    steps = [
        mine.filter(HasBySight(wanted), words__pk__gte=walked_to).order_by("-pk"),
        _indexed(mine, f"{wanted} & ({newest})").filter(LessThan(KEY, walked_to)),
        _indexed(mine, wanted).filter(LessThan(KEY, lowest << marks.PART)),
    ]
    each = [step.values_list("pk", flat=True)[: COUNTED + 1] for step in steps]
    return sorted(each[0].union(*each[1:], all=True)[: COUNTED + 1], reverse=True)


def _indexed(mine: CaseQuerySet, written: str) -> CaseQuerySet:
    """Sorted by what no index holds and no table has alone: else PostgreSQL would sort or walk through all cases first."""
    return mine.filter(Has(written)).order_by((F("pk") + F("words__case_id")).desc())


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


def _by_fragment(mine: CaseQuerySet, fragment: str) -> list[int]:
    own = mine.filter(_begins(fragment)).order_by().values_list("pk", flat=True)
    reports = mine.filter(reports__number__startswith=f"{REPORT}-{fragment}").order_by()
    return list(own[: COUNTED + 1].union(reports.values_list("pk", flat=True)[: COUNTED + 1]))
