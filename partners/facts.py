"""What routing knows about one report: stored facts only. None is 'niet bekend', never 'nee'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from complexes.models import Home
from incidents.models import Case, Kind, Report, ReporterIdentity, RoutingOrder
from incidents.rules.answers import Mode, YesNo


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


def gather(*, order: RoutingOrder, case: Case) -> Facts:
    """Facts of the order's report, with the case's present kind, place and marks."""
    report, kind, place = order.report, case.kind, case.complex
    filed_at = timezone.localtime(report.filed_at)
    return Facts(
        kind=kind.code,
        group=kind.group_id,
        kind_label=kind.label_nl,
        share=kind.share,
        first_partners=tuple(kind.first_partners),
        restricted=case.restricted,
        one_to_one=kind.one_to_one,
        by_nature_sensitive=Kind.Law.YES in (kind.art9, kind.art10),
        band=case.severity_band,
        complex_id=place.pk if place else None,
        municipality=place.municipality if place else "",
        neighbourhood=place.neighbourhood if place else "",
        space=case.space.sort if case.space else "",
        hour=filed_at.hour,
        weekday=filed_at.isoweekday(),
        answers=report.answers,
        mode=report.mode,
        consent=report.consent,
        text_sensitive=_either(report.story_sensitive, case.mark_sensitive),
        named_suspect=_either(_known(report.names_person), case.mark_named_suspect),
        child=_either(_known(report.child_involved), case.mark_child),
        employee=case.mark_employee,
        automatic=report.looks_automatic,
        reporter_minor=_known(report.reporter_minor),
        protected_address=_protected(report, case),
        duplicate=case.suspected_duplicate_of_id is not None,
        households=_households(case),
        entrance_homes=_homes_here(case),
    )


def _known(answer: str) -> bool | None:
    """Neither "weet ik niet" nor a question that was not asked is a no."""
    return {YesNo.YES.value: True, YesNo.NO.value: False}.get(answer)


def _either(one: bool | None, other: bool | None) -> bool | None:
    """Yes wins: no answer takes a caution away. Unknown only where neither says anything."""
    if True in (one, other):
        return True
    return None if one is None and other is None else False


def _protected(report: Report, case: Case) -> bool | None:
    """Whether the home complained about, or the reporter's own, is a secret address or a shelter."""
    flags = [case.about_home.is_protected] if case.about_home else []
    identity = ReporterIdentity.objects.select_related("home").filter(report=report).first()
    if report.mode != Mode.ANONYMOUS and identity and identity.home:
        flags.append(identity.home.is_protected)
    if True in flags:
        return True
    return False if case.about_home else None


def _households(case: Case) -> int:
    """Different addresses that stand behind this case's severity; kept there when the report was filed."""
    points = next((part["points"] for part in case.severity_parts if part["name"] == "households"), 0)
    return 1 if points == 0 else 2 if points < 15 else 3


def _homes_here(case: Case) -> int | None:
    """Homes on the entrance, or in the complex when the place has no entrance."""
    if case.complex_id is None:
        return None
    homes = Home.objects.filter(complex_id=case.complex_id)
    if case.entrance_id:
        homes = homes.filter(entrance_id=case.entrance_id)
    return homes.count()
