"""Who is involved, and the work that waits, go along when cases are merged. Call with both cases locked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from incidents.models import Case, CaseTask, Hearing, Party
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, meet, open_for
from safetyportal.clock.models import Deadline

# About one person, named by the last part of `about`.
OF_A_PERSON = (Name.HEARING, Name.INFORM, Name.OBJECTION)
# About something of the case itself: a step on the ladder, a task.
OF_THE_WORK = (Name.CHECK, Name.TASK)


def carry_people(*, source: Case, target: Case, by: User, at: datetime) -> None:
    """Everybody involved in `source`, with their talks and terms, belongs to `target`; its tasks and checks too.

    Somebody who is in both is one person from now on: the talks count for who stays.
    """
    known: dict[tuple[int | None, str], Party] = {
        (one.resident_id, one.role): one for one in _of(target) if one.resident_id
    }
    for party in _of(source):
        same = known.get((party.resident_id, party.role))
        if same is None:
            _move([party], target, came_from=party.came_from or source)
            continue
        Hearing.objects.filter(party=party).update(party=same)
        for term in _terms(source, party):
            _rename(term, party, same, target, at)
        party.ended_at, party.ended_by = at, by
        party.save(update_fields=["ended_at", "ended_by"])
    CaseTask.objects.filter(case=source, done_at=None).update(case=target)
    for kind in ("case", "case_personal"):
        work = open_for(subject_kind=kind, subject_id=source.pk).filter(name__in=OF_THE_WORK)
        work.update(subject_id=str(target.pk))


def give_back_people(*, source: Case, target: Case, cases: Iterable[Case]) -> None:
    """Who came from one of `cases` goes back to `target`, which is one of them."""
    keys = {case.pk for case in cases}
    parties = [one for one in _of(source) if one.came_from_id in keys]
    own, others = (
        [one for one in parties if one.came_from == target],
        [one for one in parties if one.came_from != target],
    )
    _move(own, target, came_from=None, source=source)
    for party in others:
        _move([party], target, came_from=party.came_from, source=source)


def _move(parties: list[Party], target: Case, *, came_from: Case | None, source: Case | None = None) -> None:
    for party in parties:
        for term in _terms(source or party.case, party):
            term.subject_id, term.team_id = str(target.pk), target.team_id
            term.save(update_fields=["subject_id", "team"])
    Party.objects.filter(pk__in=[one.pk for one in parties]).update(case=target, came_from=came_from)


def _rename(term: Deadline, party: Party, same: Party, target: Case, at: datetime) -> None:
    about = term.about.removesuffix(str(party.pk)) + str(same.pk)
    if open_for(subject_kind="case", subject_id=target.pk).filter(name=term.name, about=about).exists():
        meet(subject_kind="case", subject_id=term.subject_id, name=Name(term.name), about=term.about, at=at)
        return
    term.subject_id, term.team_id, term.about = str(target.pk), target.team_id, about
    term.save(update_fields=["subject_id", "team", "about"])


def _of(case: Case) -> list[Party]:
    return list(Party.objects.current().filter(case=case).select_related("case", "came_from").order_by("pk"))


def _terms(case: Case, party: Party) -> list[Deadline]:
    waiting = open_for(subject_kind="case", subject_id=case.pk).filter(name__in=OF_A_PERSON)
    return [one for one in waiting if one.about.rpartition(".")[2] == str(party.pk)]
