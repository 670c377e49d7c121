"""The one door in: a report is kept, with its case, deadlines and routing order, in one transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from incidents import codes, severity, timeline
from incidents.answers import Channel, Mode, PlaceKind, YesNo
from incidents.filing import Filing
from incidents.models import (
    AccessCode,
    Case,
    Draft,
    Kind,
    Report,
    ReporterIdentity,
    RoutingOrder,
    TimelineEntry,
)
from incidents.models.case import DUPLICATE_WINDOW
from incidents.numbers import make_code, make_number
from safetyportal.accounts.models import Team, User
from safetyportal.clock.deadlines import Name, open_for_case
from safetyportal.notices.outbox import tell
from safetyportal.privacy.keys import blind_index
from safetyportal.privacy.marks import looks_sensitive
from safetyportal.wake import wake

HOUSEHOLDS_WINDOW = timedelta(days=90)


def send_draft(*, draft_id: UUID, filing: Filing, at: datetime) -> Report:
    """File what a tenant wrote. Sent before, it gives the report that is already there: one draft, one report."""
    code = make_code()
    code_hash = codes.hash_code(code)  # slow on purpose, so outside the transaction
    with transaction.atomic():
        draft = Draft.objects.select_for_update().get(pk=draft_id)
        if draft.report_id is not None:
            return Report.objects.get(pk=draft.report_id)
        report = file_report(filing=filing, draft_key=draft.pk, code_hash=code_hash, by=None, at=at)
        draft.report, draft.receipt_code, draft.answers, draft.changed_at = report, code, {}, at
        draft.save(update_fields=["report", "receipt_code", "answers", "changed_at"])
    return report


@transaction.atomic(savepoint=False)
def file_report(*, filing: Filing, draft_key: UUID, code_hash: str, by: User | None, at: datetime) -> Report:
    """Keep a report and open its case. Raises IntegrityError when this draft was filed before."""
    case = _open_case(filing, at)
    report = _keep(filing, case, draft_key, by, at)
    AccessCode.objects.create(report=report, hash=code_hash, made_at=at)
    RoutingOrder.objects.create(report=report, asked_at=at, next_at=at)
    who = by.name if by else timeline.REPORTER
    timeline.write(case=case, sort=TimelineEntry.Sort.FILED, at=at, by=by, by_label=who)
    open_for_case(
        case_id=case.pk,
        urgency=case.urgency,
        team_id=case.team_id,
        at=at,
        names=(Name.FIRST_CONTACT, Name.DECIDE),
    )
    wake("route")
    if filing.reporter.email and not case.restricted:
        tell(template="reporter_received", key=f"received:{report.pk}", address=filing.reporter.email, at=at)
    return report


def _keep(filing: Filing, case: Case, draft_key: UUID, by: User | None, at: datetime) -> Report:
    place, who = filing.place, filing.reporter
    report = Report.objects.create(
        number=make_number("M"),
        draft_key=draft_key,
        case=case,
        kind=filing.kind,
        filed_at=at,
        channel=Channel.STAFF if by else filing.channel,
        filed_by=by,
        language=filing.language,
        place_kind=place.kind,
        complex=place.complex,
        entrance=place.entrance,
        space=place.space,
        place_text=place.text,
        story=filing.story,
        story_sensitive=_is_sensitive(filing),
        last_seen_on=filing.last_seen_on,
        day_part=filing.day_part,
        frequency=filing.frequency,
        since=filing.since,
        impact=list(filing.impact),
        names_person=filing.names_person,
        child_involved=filing.child_involved,
        reporter_minor=who.minor,
        mode=who.mode,
        consent=filing.consent if who.mode != Mode.ANONYMOUS else None,
    )
    if who.mode != Mode.ANONYMOUS:
        ReporterIdentity.objects.create(
            report=report,
            name=who.name,
            phone=who.phone,
            email=who.email,
            home=who.home,
            phone_index=blind_index(who.phone, "phone") if who.phone else "",
            email_index=blind_index(who.email, "email") if who.email else "",
        )
    return report


def _is_sensitive(filing: Filing) -> bool:
    by_kind = Kind.Law.YES in (filing.kind.art9, filing.kind.art10)
    return by_kind or filing.kind.restricted or looks_sensitive(f"{filing.story}\n{filing.place.text}")


def _open_case(filing: Filing, at: datetime) -> Case:
    place, kind = filing.place, filing.kind
    judged = severity.judge(
        nature=kind.nature,
        frequency=filing.frequency,
        since=filing.since,
        households=count_households(filing=filing, at=at),
        impact=list(filing.impact),
        vulnerable=filing.child_involved == YesNo.YES or "children" in filing.impact,
    )
    return Case.objects.create(
        number=make_number("Z"),
        kind=kind,
        restricted=kind.restricted,
        urgency=kind.urgency,
        severity_score=judged.score,
        severity_parts=judged.as_json(),
        severity_band=judged.band,
        complex=place.complex,
        entrance=place.entrance,
        space=place.space,
        team_id=place.complex.team_id if place.complex else Team.objects.get(is_fallback=True).pk,
        suspected_duplicate_of=_earlier_alike(filing, at),
        opened_at=at,
    )


def count_households(*, filing: Filing, at: datetime) -> int:
    """Different addresses that reported this group of kinds at this place in 90 days, this one included.

    Who did not tell where they live adds none: it may be the same person once more.
    """
    place, home = filing.place, filing.reporter.home
    if place.complex is None:
        return 1
    others = ReporterIdentity.objects.filter(
        report__complex=place.complex,
        report__entrance=place.entrance,
        report__kind__group_id=filing.kind.group_id,
        report__filed_at__gt=at - HOUSEHOLDS_WINDOW,
        home__isnull=False,
    )
    if home is None:
        return max(1, others.values("home").distinct().count())
    return 1 + others.exclude(home=home).values("home").distinct().count()


def _earlier_alike(filing: Filing, at: datetime) -> Case | None:
    """An open case of the same kind at the same place in the last 14 days (domain 2.5, block 11)."""
    if filing.place.kind == PlaceKind.UNKNOWN:
        return None
    place = filing.place
    return (
        Case.objects.open()
        .filter(
            complex=place.complex,
            entrance=place.entrance,
            space=place.space,
            kind=filing.kind,
            opened_at__gt=at - DUPLICATE_WINDOW,
        )
        .order_by("-opened_at")
        .first()
    )
