"""Cases that may be about the same matter, each with the reason in words; and a pattern when several people report it (U19)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.models import Case, Report, ReporterIdentity
from incidents.models.case import CaseQuerySet
from incidents.rules.answers import DayPart
from incidents.rules.workflow import Status

WINDOW = timedelta(days=90)
SHORT = timedelta(days=14)
MOST_OF_A_SORT = 12
MOST_REPORTS = 120
MOST_NEARBY = 20
ALONG = ("kind__group", "complex", "entrance", "space", "holder")


@dataclass(frozen=True)
class Relative:
    """Another case, why it may belong here, and whether it can be merged now."""

    case: Case
    reasons: tuple[str, ...]
    reports: tuple[Report, ...]
    is_mergeable: bool


@dataclass(frozen=True)
class Pattern:
    """Several people report what looks like one thing; `numbers` are the open cases it is about, the present one not among them."""

    words: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Relatives:
    reports: tuple[Report, ...]
    found: tuple[Relative, ...]
    pattern: Pattern | None


def look(*, case: Case, cases: CaseQuerySet) -> Relatives:
    """Among `cases`, which are those that the reader may open. The nearest in time first, MOST_OF_A_SORT for each reason."""
    alike = _reporters_of(case)
    keys = _candidates(case, cases.exclude(pk=case.pk).exclude(status=Status.MERGED), alike)
    others = list(Case.objects.filter(pk__in=keys).select_related(*ALONG).order_by("-opened_at", "-pk"))
    filed: dict[int, list[Report]] = {}
    theirs = Report.objects.filter(case__in=[case.pk, *(other.pk for other in others)]).select_related(
        "entrance", "space", "identity"
    )
    for report in theirs.order_by("filed_at", "number")[:MOST_REPORTS]:
        filed.setdefault(report.case_id, []).append(report)
    own = tuple(filed.get(case.pk, []))
    same_reporter = set(
        ReporterIdentity.objects.filter(alike, report__case__in=[one.pk for one in others]).values_list(
            "report__case", flat=True
        )
        if alike
        else []
    )
    found = []
    for other in others:
        reports = tuple(filed.get(other.pk, []))
        reasons = tuple(_reasons(case, own, other, reports, other.pk in same_reporter))
        if reasons:
            found.append(Relative(other, reasons, reports, case.is_open and other.is_open))
    found.sort(key=lambda one: abs(one.case.opened_at - case.opened_at))
    return Relatives(own, tuple(found), _pattern(case, own, found))


def nearby(*, case: Case, cases: CaseQuerySet) -> int:
    """How many open cases among `cases` are of the same entrance and group of kinds, or of the same home; at most MOST_NEARBY.

    In one statement, for the page of the case; what they are, its own page says.
    """
    lately = Q(opened_at__gt=case.opened_at - WINDOW)
    alike = Q(pk=None)
    if case.complex_id:
        alike |= Q(lately, complex=case.complex_id, entrance=case.entrance_id, kind__group=case.kind.group_id)
    if case.about_home_id:
        alike |= Q(about_home=case.about_home_id)
    found = cases.open().exclude(pk=case.pk).filter(alike)
    return len(found.order_by().values_list("pk", flat=True)[:MOST_NEARBY])


def _candidates(case: Case, cases: CaseQuerySet, alike: Q) -> set[int]:
    """Each reason by an index of its own, and bounded."""
    lately = Q(opened_at__gt=case.opened_at - WINDOW, opened_at__lt=case.opened_at + WINDOW)
    sets = [cases.filter(Q(pk=case.suspected_duplicate_of_id or 0) | Q(suspected_duplicate_of=case))]
    if case.about_home_id:
        sets.append(cases.filter(about_home=case.about_home_id))
    if case.complex_id:
        sets.append(cases.filter(lately, complex=case.complex_id, entrance=case.entrance_id))
    if alike:
        by_them = ReporterIdentity.objects.filter(alike).values("report__case")
        sets.append(cases.filter(pk__in=by_them))
    bounded = [
        one.order_by("-opened_at", "-pk").values_list("pk", flat=True)[:MOST_OF_A_SORT] for one in sets
    ]
    return set(bounded[0].union(*bounded[1:]))


def _reporters_of(case: Case) -> Q:
    """Other reports of the same people, by telephone or mail; empty when we know of nobody."""
    known = ReporterIdentity.objects.filter(report__case=case).values_list("phone_index", "email_index")
    phones, mails = {phone for phone, _mail in known if phone}, {mail for _phone, mail in known if mail}
    alike = Q()
    if phones:
        alike |= Q(phone_index__in=phones)
    if mails:
        alike |= Q(email_index__in=mails)
    return alike


def _reasons(
    case: Case, own: Iterable[Report], other: Case, reports: Iterable[Report], is_same_reporter: bool
) -> Iterable[str]:
    same_place = case.complex_id is not None and (case.complex_id, case.entrance_id) == (
        other.complex_id,
        other.entrance_id,
    )
    if case.about_home_id and case.about_home_id == other.about_home_id:
        yield _("gaat over dezelfde woning")
    if case.pk == other.suspected_duplicate_of_id or other.pk == case.suspected_duplicate_of_id:
        yield _("zelfde soort op dezelfde plek, kort na elkaar")
    if same_place and case.kind.group_id == other.kind.group_id:
        where = _("zelfde portiek") if case.entrance_id else _("zelfde complex")
        yield _("{where}, ook {group}").format(where=where, group=other.kind.group.label.lower())
    hours = _hours(own) & _hours(reports)
    if same_place and hours:
        yield _("zelfde tijd van de dag: {when}").format(when=", ".join(sorted(_said(one) for one in hours)))
    if is_same_reporter:
        yield _("dezelfde melder")


def _hours(reports: Iterable[Report]) -> set[str]:
    return {report.day_part for report in reports} - {"", DayPart.UNKNOWN}


def _said(day_part: str) -> str:
    return str(DayPart(day_part).label).lower()


def _pattern(case: Case, own: tuple[Report, ...], found: list[Relative]) -> Pattern | None:
    """At least three reporters of one entrance or complex, or two within a fortnight, in cases that are still apart."""
    near = [
        one
        for one in found
        if one.is_mergeable
        and (one.case.complex_id, one.case.entrance_id) == (case.complex_id, case.entrance_id)
        and one.case.kind.group_id == case.kind.group_id
    ]
    if not near or case.complex_id is None:
        return None
    reports = [*own, *(report for one in near for report in one.reports)]
    who = {_who(report) for report in reports}
    first, last = min(one.filed_at for one in reports), max(one.filed_at for one in reports)
    if len(who) < 2 or (len(who) < 3 and last - first > SHORT):
        return None
    days = max(1, (last - first).days)
    where = _("hetzelfde portiek") if case.entrance_id else _("hetzelfde complex")
    words = ngettext(
        "{people} melders uit {where} in {days} dag", "{people} melders uit {where} in {days} dagen", days
    ).format(people=len(who), where=where, days=days)
    hours = {report.day_part for report in reports}
    if len(hours) == 1 and hours <= _hours(reports):
        words = _("{words}, alle {when}").format(words=words, when=_said(hours.pop()))
    return Pattern(words, tuple(one.case.number for one in near))


def _who(report: Report) -> object:
    """Who reports from one home counts once; without a home each report is somebody."""
    identity = getattr(report, "identity", None)
    return ("home", identity.home_id) if identity is not None and identity.home_id else ("report", report.pk)
