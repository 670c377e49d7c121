"""What goes back when a merged case is set apart again, and what stays where the work went on. Reads only.

Back goes what the case brought: its reports with all that hangs on them, its people, tasks, letters, steps and plan. What was
made since the merge was made for the whole, so it stays, and whoever sets apart is told what that is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet, Subquery, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from incidents.models import Case, CaseTask, LadderStep, Letter, Party, Plan, Report, ReportMove


@dataclass(frozen=True)
class Counted:
    """So many of one noun. `page` is the tab of a case where they stand."""

    noun: str
    n: int

    @property
    def page(self) -> str:
        return PAGES[self.noun]

    def __str__(self) -> str:
        return WORDS[self.noun](self.n).format(n=self.n)


WORDS: dict[str, Callable[[int], str]] = {
    "report": lambda n: ngettext("{n} melding", "{n} meldingen", n),
    "party": lambda n: ngettext("{n} betrokkene", "{n} betrokkenen", n),
    "task": lambda n: ngettext("{n} taak", "{n} taken", n),
    "letter": lambda n: ngettext("{n} brief", "{n} brieven", n),
    "step": lambda n: ngettext("{n} stap op de ladder", "{n} stappen op de ladder", n),
    "plan": lambda n: ngettext("{n} versie van het plan", "{n} versies van het plan", n),
}
PAGES = {
    "report": "case_page",
    "party": "case_people",
    "task": "case_tasks",
    "letter": "case_letters",
    "step": "case_approach",
    "plan": "case_approach",
}


@dataclass(frozen=True)
class Parting:
    """Reminders of colleagues for themselves go along and are counted nowhere."""

    back: tuple[Counted, ...]
    stays: tuple[Counted, ...]

    def in_dutch(self) -> str:
        """For the timeline: no name, and nothing of what was said."""
        with override("nl"):
            back = _("Terug: {what}.").format(what=_listed(self.back)) if self.back else ""
            return f"{back} {self.in_words()}".strip()

    def in_words(self) -> str:
        if not self.stays:
            return ""
        return _("Wat sinds het samenvoegen is gemaakt, blijft daar: {what}.").format(
            what=_listed(self.stays)
        )


def parting(*, case: Case, target: Case) -> Parting:
    """Ask it before they part."""
    keys = [case.pk, *(one.pk for one in earlier(case, target))]
    since = case.closed_at or case.opened_at
    people, tasks = Party.objects.filter(case=target), CaseTask.objects.filter(case=target, is_personal=False)
    back = {
        "party": people.filter(came_from__in=keys),
        "task": tasks.filter(came_from__in=keys),
        "letter": Letter.objects.filter(case__in=keys),
        "step": LadderStep.objects.filter(case__in=keys),
        "plan": Plan.objects.filter(case__in=keys),
    }
    stays = {
        "party": people.filter(came_from=None, added_at__gt=since),
        "task": tasks.filter(came_from=None, made_at__gt=since, done_at=None),
        "letter": Letter.objects.filter(case=target, written_at__gt=since),
        "step": LadderStep.objects.filter(case=target, made_at__gt=since),
        "plan": Plan.objects.filter(case=target, made_at__gt=since),
    }
    reports = Counted("report", len(came_from(case, target)))
    return Parting((reports, *_counted(case, back)), _counted(case, stays))


def came_from(case: Case, target: Case) -> list[Report]:
    """What was in `case` when it was merged and went nowhere else since."""
    moved = ReportMove.objects.filter(from_case=case, sort=ReportMove.Sort.MERGE, at__in=[case.closed_at])
    return list(Report.objects.filter(case=target, moves__in=moved).order_by("filed_at", "number"))


def earlier(case: Case, target: Case) -> list[Case]:
    """What had been merged into this case before goes back with it."""
    last = ReportMove.objects.filter(to_case=case, sort=ReportMove.Sort.MERGE, at=F("from_case__closed_at"))
    return list(Case.objects.filter(pk__in=last.values("from_case"), merged_into=target))


def _counted(case: Case, wanted: dict[str, QuerySet[Any]]) -> tuple[Counted, ...]:
    """In one statement; what there is none of is left out."""
    counts = Case.objects.filter(pk=case.pk).values(
        **{f"n_{noun}": _count(of) for noun, of in wanted.items()}
    )
    found: Any = counts.get()
    return tuple(Counted(noun, n) for noun in wanted if (n := found[f"n_{noun}"]))


def _count(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk")).values("n"))


def _listed(counted: tuple[Counted, ...]) -> str:
    return ", ".join(str(one) for one in counted)
