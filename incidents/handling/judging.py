"""The severity of a case from all the reports it holds, after reports came or went. Source of the parts: severity.py."""

from __future__ import annotations

from datetime import timedelta

from incidents.models import Case, Report, ReporterIdentity
from incidents.rules import severity
from incidents.rules.answers import YesNo
from incidents.rules.severity import Part, Severity

WINDOW = timedelta(days=90)


def judge_again(*, case: Case) -> None:
    """Each part as high as the worst report makes it; a band that a person gave with a reason stands. Saves the case."""
    reports = list(case.reports.all())
    judged = [_of(report, case) for report in reports]
    homes = _households(case, reports)
    worst = [
        max((one.parts[place] for one in judged), key=lambda part: part.points)
        for place in range(len(severity.WEIGHTS))
    ]
    parts = tuple(_households_part(part, homes) if part.name == "households" else part for part in worst)
    whole = Severity(parts)
    case.severity_parts, case.severity_score = whole.as_json(), whole.score
    if not case.severity_reason:
        case.severity_band = whole.band
    case.save(update_fields=["severity_parts", "severity_score", "severity_band"])


def _of(report: Report, case: Case) -> Severity:
    return severity.judge(
        nature=case.kind.nature,
        frequency=report.frequency,
        since=report.since,
        households=1,
        impact=list(report.impact),
        vulnerable=report.child_involved == YesNo.YES or "children" in report.impact,
    )


def _households(case: Case, reports: list[Report]) -> int:
    """Different addresses that reported: those of this case, and those that reported this group of kinds here lately."""
    here = ReporterIdentity.objects.filter(
        report__complex=case.complex_id,
        report__entrance=case.entrance_id,
        report__kind__group=case.kind.group_id,
        report__filed_at__gt=max(report.filed_at for report in reports) - WINDOW,
        home__isnull=False,
    )
    if not case.restricted:
        # Of a protected case others must not tell, not even in points.
        here = here.filter(report__case__restricted=False)
    own = ReporterIdentity.objects.filter(report__case=case, home__isnull=False)
    found = own.values("home") if case.complex_id is None else own.values("home").union(here.values("home"))
    return max(1, found.count())


def _households_part(part: Part, homes: int) -> Part:
    share = 0.0 if homes <= 1 else 0.5 if homes == 2 else 1.0
    return Part(part.name, share * part.most, part.most)
