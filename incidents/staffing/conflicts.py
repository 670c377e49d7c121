"""Keeping somebody out of a case or complex (belangenverstrengeling), and letting them in again.

What somebody is kept out of, kept_out() says, and every scope of cases leaves it out. Here is what else must happen: who is
kept out holds nothing there, and nobody hands it over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from complexes.models import Complex
from incidents import acting, timeline
from incidents.acts import Act
from incidents.models import Case, Conflict, Party, ReporterIdentity, ReportMove, TimelineEntry
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.privacy.keys import blind_index

NO_HOLDER = "De zaak heeft geen behandelaar meer."


class KeptOut(ValueError):
    """This person may have nothing to do with this case."""


class EndedAlready(ValueError):
    """Somebody else ended it."""


class NotOneself(ValueError):
    """Nobody lets themselves in again."""


@transaction.atomic
def state(
    *,
    person: User,
    sort: Conflict.Sort,
    complex: Complex | None = None,
    case: Case | None = None,
    by: User,
    at: datetime,
) -> None:
    """From now on this person is kept out of one case, or of every case of a complex, and lets go of what they hold there.

    Stated already, nothing happens.
    """
    _one_at_a_time(person, "pg_advisory_xact_lock")
    where = {"complex": complex, "case": case}
    if Conflict.objects.in_force().filter(person=person, **where).exists():
        return
    Conflict.objects.create(person=person, sort=sort, **where, stated_by=by, stated_at=at)
    there = Case.objects.filter(pk=case.pk) if case is not None else Case.objects.filter(complex=complex)
    held = there.filter(holder=person)
    out_of = there if case is not None else held.open()
    if case is None:
        detail = {"complex": complex.code if complex else "", "sort": str(sort)}
        record(
            action="conflict.state",
            actor=by,
            object_kind="user",
            object_id=person.pk,
            at=at,
            detail=detail,
        )
    for one in out_of.order_by("pk"):
        _leave(one, person, by, at)
    held.update(holder=None)


def _leave(case: Case, person: User, by: User, at: datetime) -> None:
    """Why, stands nowhere in the case."""
    fresh = acting.begin(case=case, act=Act.KEEP_OUT)
    said = f"{person.name} doet niet mee aan deze zaak."
    if fresh.holder_id == person.pk:
        fresh.holder = None
        fresh.save(update_fields=["holder"])
        said += f" {NO_HOLDER}"
    acting.done(case=fresh, act=Act.KEEP_OUT, by=by, at=at, text=said, detail={"person": person.pk})


@transaction.atomic
def end(*, conflict: Conflict, why: str, by: User, at: datetime) -> None:
    """This person may take part again; a case they held is not theirs again. Raises EndedAlready or NotOneself."""
    held = (
        Conflict.objects.select_for_update(of=("self",)).select_related("person", "case").get(pk=conflict.pk)
    )
    if held.ended_at is not None:
        raise EndedAlready
    if held.person_id == by.pk:
        raise NotOneself
    held.ended_at, held.ended_by, held.ended_why = at, by, why
    held.save(update_fields=["ended_at", "ended_by", "ended_why"])
    if held.case is not None:
        said = f"{held.person.name} mag weer meedoen aan deze zaak."
        fresh = acting.begin(case=held.case, act=Act.LET_IN)
        acting.done(case=fresh, act=Act.LET_IN, by=by, at=at, text=said, detail={"person": held.person_id})
        return
    record(
        action="conflict.end",
        actor=by,
        object_kind="user",
        object_id=held.person_id,
        at=at,
        detail={"conflict": held.pk},
    )


def hold(*, person: User) -> None:
    """Call before a case is locked for this person to become its holder, and check() after: no conflict comes in between."""
    _one_at_a_time(person, "pg_advisory_xact_lock_shared")


def check(*, person: User, case: Case) -> None:
    """Raises KeptOut."""
    if Case.objects.keeping_out(person).filter(pk=case.pk).exists():
        raise KeptOut


def people_out_of(case: Case) -> QuerySet[Conflict, Any]:
    """The keys of whom it was said of, for a subquery."""
    here = Q(case=case.pk) | Q(complex=case.complex_id, complex__isnull=False)
    return Conflict.objects.in_force().filter(here).values("person")


def people_out_of_each(cases: Sequence[Case]) -> dict[int, set[int]]:
    """The same of many cases, by the key of the case; in one statement however many there are."""
    keys, complexes = [case.pk for case in cases], {case.complex_id for case in cases if case.complex_id}
    stated = Conflict.objects.in_force().filter(Q(case__in=keys) | Q(complex__in=complexes))
    people: dict[int, set[int]] = {}
    for person, case_id, complex_id in stated.values_list("person", "case", "complex"):
        for case in cases:
            if case.pk == case_id or (complex_id is not None and case.complex_id == complex_id):
                people.setdefault(case.pk, set()).add(person)
    return people


@dataclass(frozen=True)
class Kept:
    """Who is kept out of which of some cases: by what was said of them, or by a mail address that stands in the case."""

    people: Mapping[int, frozenset[int]]
    addresses: Mapping[int, frozenset[str]]

    def keeps_out(self, person: User, case: Case) -> bool:
        if person.pk in self.people.get(case.pk, ()):
            return True
        found = self.addresses.get(case.pk)
        return bool(found) and blind_index(person.email, "email") in (found or ())


def kept_out_of(cases: Sequence[Case]) -> Kept:
    """The rule of kept_out() from the side of the cases, in two statements however many there are."""
    keys, people = [case.pk for case in cases], people_out_of_each(cases)
    found = (
        ReporterIdentity.objects.filter(report__case__in=keys).values_list("report__case", "email_index"),
        ReportMove.objects.filter(from_case__in=keys).values_list(
            "from_case", "report__identity__email_index"
        ),
        Party.objects.filter(case__in=keys).values_list("case", "email_index"),
        Party.objects.filter(came_from__in=keys).values_list("came_from", "email_index"),
    )
    addresses: dict[int, set[str]] = {}
    for case_id, address in found[0].order_by().union(*(one.order_by() for one in found[1:])):
        if address:
            addresses.setdefault(case_id, set()).add(address)
    return Kept(
        {case: frozenset(some) for case, some in people.items()},
        {case: frozenset(some) for case, some in addresses.items()},
    )


def release_party(*, case: Case, address: str, at: datetime) -> None:
    """A reporter has this mail address: who holds the case and has it too, lets go. Call with the case locked."""
    holder = case.holder
    if holder is None or not address or blind_index(holder.email, "email") != blind_index(address, "email"):
        return
    case.holder = None
    case.save(update_fields=["holder"])
    timeline.write(
        case=case,
        sort=TimelineEntry.Sort.CONFLICT,
        at=at,
        text=f"{holder.name} doet niet mee aan deze zaak. {NO_HOLDER}",
    )
    record(
        action=f"case.{Act.KEEP_OUT}",
        actor=None,
        object_kind="case",
        object_id=case.pk,
        at=at,
        detail={"person": holder.pk},
    )


def hold_people(*, cases: Iterable[Case]) -> None:
    """Nothing new is said of the people kept out of these cases while they are merged or split. Call before one is locked."""
    found = User.objects.filter(pk__in={one.person_id for case in cases for one in _of(case)})
    for person in found.order_by("pk"):
        _one_at_a_time(person, "pg_advisory_xact_lock")


def carry_over(*, source: Case, target: Case, by: User, at: datetime) -> None:
    """What was said of one case, or of where it happens, holds for the case that it becomes part of. After hold_people()."""
    for one in _of(source):
        state(person=one.person, sort=Conflict.Sort(one.sort), case=target, by=by, at=at)


def _of(case: Case) -> list[Conflict]:
    here = Q(case=case) | Q(complex=case.complex_id, complex__isnull=False)
    return list(Conflict.objects.in_force().filter(here).select_related("person").order_by("person", "pk"))


def _one_at_a_time(person: User, lock: str) -> None:
    """Who becomes a holder comes before or after the conflict, never beside it. First of all locks."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(hashtext(%s))", [f"conflict/{person.pk}"])
