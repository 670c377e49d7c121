"""What routing knows about a report: stored facts only. None is 'niet bekend', never 'nee'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from complexes.models import Home
from incidents.models import Case, Kind, Question, Report, ReporterIdentity, RoutingOrder
from incidents.rules.answers import Mode, YesNo

Asked = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Facts:
    """`space` is a sort of complexes.Space or "", `weekday` 1 (Monday) to 7, hour and day those of the report in local time;
    `answers` are to the questions of the kind, by key.
    """

    kind: str
    group: str
    kind_label: str
    share: str
    first_partners: tuple[str, ...]
    restricted: bool
    one_to_one: bool
    by_nature_sensitive: bool
    band: str
    complex_id: int | None
    municipality: str
    neighbourhood: str
    space: str
    hour: int
    weekday: int
    answers: Mapping[str, Sequence[str]]
    mode: str
    consent: bool | None
    text_sensitive: bool | None
    named_suspect: bool | None
    child: bool | None
    employee: bool | None
    automatic: bool
    reporter_minor: bool | None
    protected_address: bool | None
    duplicate: bool
    households: int
    entrance_homes: int | None


# What is read of a report, and so is enough to select.
FROM_REPORT = (
    "case_id", "filed_at", "answers", "mode", "consent", "story_sensitive", "names_person", "child_involved",
    "looks_automatic", "reporter_minor",
)  # fmt: skip


def gather(*, order: RoutingOrder, case: Case) -> Facts:
    """Facts of the order's report, with the case's present kind, place and marks."""
    report = order.report
    reporters = _reporters_protected([report])
    asked = _asked([report])
    return _facts(report, case, case.kind, reporters.get(report.pk), _Homes.counted([case]), asked)


def gather_many(reports: Sequence[Report], cases: Mapping[int, Case] | None = None) -> list[Facts]:
    """The same for many reports, in their order and in five statements: with their cases as they are now, or as they are given."""
    if cases is None:
        cases = Case.objects.select_related("complex", "space", "about_home").in_bulk(
            {report.case_id for report in reports}
        )
    kinds = Kind.objects.in_bulk({case.kind_id for case in cases.values()})
    reporters, homes = _reporters_protected(reports), _Homes.counted(cases.values())
    asked = _asked(reports)
    found = [(report, cases[report.case_id]) for report in reports]
    return [
        _facts(report, case, kinds[case.kind_id], reporters.get(report.pk), homes, asked)
        for report, case in found
    ]


def _facts(
    report: Report, case: Case, kind: Kind, reporter_protected: bool | None, homes: _Homes, asked: Asked
) -> Facts:
    place, filed_at = case.complex, timezone.localtime(report.filed_at)
    return Facts(
        **of_kind(kind),
        restricted=case.restricted,
        band=case.severity_band,
        complex_id=place.pk if place else None,
        municipality=place.municipality if place else "",
        neighbourhood=place.neighbourhood if place else "",
        space=case.space.sort if case.space else "",
        hour=filed_at.hour,
        weekday=filed_at.isoweekday(),
        answers=_answered(report, kind, asked),
        mode=report.mode,
        consent=report.consent,
        text_sensitive=_either(report.story_sensitive, case.mark_sensitive),
        named_suspect=_either(known(report.names_person), case.mark_named_suspect),
        child=_either(known(report.child_involved), case.mark_child),
        employee=case.mark_employee,
        automatic=report.looks_automatic,
        reporter_minor=known(report.reporter_minor),
        protected_address=_protected(case, reporter_protected),
        duplicate=case.suspected_duplicate_of_id is not None,
        households=_households(case),
        entrance_homes=homes.at(case),
    )


def of_kind(kind: Kind) -> dict[str, Any]:
    """What a report is known for by its kind alone."""
    return {
        "kind": kind.code,
        "group": kind.group_id,
        "kind_label": kind.label_nl,
        "share": kind.share,
        "first_partners": tuple(kind.first_partners),
        "one_to_one": kind.one_to_one,
        "by_nature_sensitive": Kind.Law.YES in (kind.art9, kind.art10),
    }


def _asked(reports: Iterable[Report]) -> Asked:
    """Of each question that was answered: its kind, and the key it keeps through all versions. A report names it by its number."""
    numbers = {int(number) for report in reports for number in report.answers}
    if not numbers:
        return {}
    rows = Question.objects.filter(pk__in=numbers).values_list("pk", "question_set__kind", "key")
    return {str(pk): (kind, key) for pk, kind, key in rows}


def _answered(report: Report, kind: Kind, asked: Asked) -> dict[str, Sequence[str]]:
    """What was answered about another kind, before somebody corrected that, says nothing about this one."""
    found = ((asked.get(number), values) for number, values in report.answers.items())
    return {about[1]: values for about, values in found if about and about[0] == kind.pk}


def known(answer: str) -> bool | None:
    """Neither "weet ik niet" nor a question that was not asked is a no."""
    return {YesNo.YES.value: True, YesNo.NO.value: False}.get(answer)


def _either(one: bool | None, other: bool | None) -> bool | None:
    """Yes wins: no answer takes a caution away. Unknown only where neither says anything."""
    if True in (one, other):
        return True
    return None if one is None and other is None else False


def _reporters_protected(reports: Iterable[Report]) -> dict[UUID, bool]:
    """Of reporters whose home is known: whether it is protected. Who is anonymous has no home here."""
    asked = [report.pk for report in reports if report.mode != Mode.ANONYMOUS]
    rows = ReporterIdentity.objects.filter(report__in=asked, home__isnull=False)
    flags = rows.values_list("report_id", "home__is_secret_address", "home__is_shelter")
    return {report: secret or shelter for report, secret, shelter in flags}


def _protected(case: Case, reporter: bool | None) -> bool | None:
    """Whether the home complained about, or the reporter's own, is a secret address or a shelter."""
    if reporter or (case.about_home and case.about_home.is_protected):
        return True
    return False if case.about_home else None


def _households(case: Case) -> int:
    """Different addresses that stand behind this case's severity; kept there when the report was filed."""
    points = next((part["points"] for part in case.severity_parts if part["name"] == "households"), 0)
    return 1 if points == 0 else 2 if points < 15 else 3


@dataclass
class _Homes:
    """How many homes there are on an entrance, or in a complex when the place has no entrance."""

    of_complex: Counter[int] = field(default_factory=Counter)
    of_entrance: Counter[tuple[int, int]] = field(default_factory=Counter)

    @classmethod
    def counted(cls, cases: Iterable[Case]) -> _Homes:
        found = cls()
        complexes = {case.complex_id for case in cases if case.complex_id is not None}
        rows = Home.objects.filter(complex__in=complexes).order_by().values_list("complex_id", "entrance_id")
        for complex_id, entrance_id, homes in rows.annotate(homes=Count("pk")):
            found.of_complex[complex_id] += homes
            if entrance_id is not None:
                found.of_entrance[complex_id, entrance_id] = homes
        return found

    def at(self, case: Case) -> int | None:
        if case.complex_id is None:
            return None
        if case.entrance_id:
            return self.of_entrance[case.complex_id, case.entrance_id]
        return self.of_complex[case.complex_id]
