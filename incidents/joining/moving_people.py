"""Who is involved, and the work that waits, go along when cases are merged. Call with both cases locked."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Value
from django.db.models.functions import Coalesce

from incidents.models import Case, CaseTask, LadderStep, Letter, Party
from incidents.sides.parties import OF_A_PERSON
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.clock.models import Deadline

# About something of the case itself: a step on the ladder, a task.
OF_THE_WORK = (Name.CHECK, Name.TASK)


def carry_people(*, source: Case, target: Case) -> None:
    """Everybody involved in `source`, with their talks and terms, belongs to `target`; its tasks and checks too.

    Somebody who is in both stays in both parts: what was told to them, asked by them and their letter go on as they were.
    """
    for party in _of(source):
        _move([party], target, came_from=party.came_from or source)
    waiting = CaseTask.objects.filter(case=source, done_at=None)
    waiting.update(case=target, came_from=Coalesce("came_from", Value(source.pk)))
    for kind in ("case", "case_personal"):
        work = open_for(subject_kind=kind, subject_id=source.pk).filter(name__in=OF_THE_WORK)
        work.update(subject_id=str(target.pk), team=target.team_id if kind == "case" else None)


def give_back_people(*, source: Case, target: Case, cases: Iterable[Case]) -> None:
    """Who and what came from one of `cases` goes back to `target`, which is one of them; also who was taken off meanwhile."""
    keys = {case.pk for case in cases}
    parties = list(
        Party.objects.filter(case=source, came_from__in=keys)
        .select_related("case", "came_from")
        .order_by("pk")
    )
    own, others = (
        [one for one in parties if one.came_from == target],
        [one for one in parties if one.came_from != target],
    )
    _move(own, target, came_from=None, source=source)
    for party in others:
        _move([party], target, came_from=party.came_from, source=source)
    _give_back_tasks(source, target, keys)
    steps = LadderStep.objects.filter(case__in=keys).values_list("pk", flat=True)
    letters = Letter.objects.filter(case__in=keys).values_list("pk", flat=True)
    about = [*(f"step.{pk}" for pk in steps), *(f"letter.{pk}" for pk in letters)]
    checks = open_for(subject_kind="case", subject_id=source.pk).filter(name=Name.CHECK, about__in=about)
    checks.update(subject_id=str(target.pk), team=target.team_id)


def _give_back_tasks(source: Case, target: Case, keys: set[int]) -> None:
    """Also those that were done meanwhile; what is made since stays."""
    tasks = CaseTask.objects.filter(case=source, came_from__in=keys)
    about = [str(pk) for pk in tasks.values_list("pk", flat=True)]
    for kind in ("case", "case_personal"):
        terms = open_for(subject_kind=kind, subject_id=source.pk).filter(name=Name.TASK, about__in=about)
        terms.update(subject_id=str(target.pk), team=target.team_id if kind == "case" else None)
    tasks.filter(came_from=target).update(case=target, came_from=None)
    tasks.update(case=target)


def _move(parties: list[Party], target: Case, *, came_from: Case | None, source: Case | None = None) -> None:
    for party in parties:
        for term in _terms(source or party.case, party):
            term.subject_id, term.team_id = str(target.pk), target.team_id
            term.save(update_fields=["subject_id", "team"])
    Party.objects.filter(pk__in=[one.pk for one in parties]).update(case=target, came_from=came_from)


def _of(case: Case) -> list[Party]:
    return list(Party.objects.current().filter(case=case).select_related("case", "came_from").order_by("pk"))


def _terms(case: Case, party: Party) -> list[Deadline]:
    waiting = open_for(subject_kind="case", subject_id=case.pk).filter(name__in=OF_A_PERSON)
    return [one for one in waiting if one.about.rpartition(".")[2] == str(party.pk)]
