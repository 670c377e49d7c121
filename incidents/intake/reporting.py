"""The one door in: a report is kept, with its case, deadlines and routing order, in one transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from incidents import timeline
from incidents.evidence.keeping import end_originals
from incidents.following.return_code import code_of
from incidents.intake.filing import Filing
from incidents.intake.surroundings import Surroundings, look_around
from incidents.models import (
    AccessCode,
    Case,
    CodeLetter,
    Draft,
    Evidence,
    Kind,
    Report,
    ReporterIdentity,
    RoutingOrder,
    SpokenLanguage,
)
from incidents.rules import severity
from incidents.rules.answers import Channel, Mode, YesNo
from incidents.rules.numbers import make_number
from incidents.search import indexing
from incidents.staffing import on_call
from safetyportal.accounts.models import User
from safetyportal.at_once import Part, at_once, inserting, updating
from safetyportal.clock.deadlines import Name, terms_of_case
from safetyportal.notices.outbox import to_tell
from safetyportal.privacy.keys import blind_index
from safetyportal.privacy.marks import looks_sensitive
from safetyportal.wake import bell


@transaction.atomic
def send_draft(*, draft_id: UUID, filing: Filing, at: datetime) -> Report:
    """File what a tenant wrote. Sent before, it gives the report that is already there: one draft, one report."""
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft_id)
    if draft.report_id is not None:
        return Report.objects.get(pk=draft.report_id)
    code = code_of(draft.answers)
    report = _new_report(filing, draft.pk, None, at)
    sent = updating(
        Draft.objects.filter(pk=draft.pk), report=report, receipt_code=code.text, answers={}, changed_at=at
    )
    files = _files(Evidence.objects.filter(draft=draft.pk), filing, report, at)
    _keep(report, filing, code.hashed, None, at, sent, files)
    return report


def _files(evidence: QuerySet[Evidence], filing: Filing, report: Report, at: datetime) -> Part:
    """What lies ready goes with the report; in a protected case there is none."""
    if filing.kind.restricted:
        evidence.delete()
    elif filing.reporter.mode == Mode.ANONYMOUS:
        end_originals(evidence, at=at)
    return updating(evidence, report=report, kept_at=at, draft=None, signal=None)


@transaction.atomic(savepoint=False)
def file_report(
    *,
    filing: Filing,
    draft_key: UUID,
    code_hash: str,
    by: User | None,
    at: datetime,
    code: str = "",
    files: QuerySet[Evidence] | None = None,
) -> Report:
    """Keep a report and open its case. Raises IntegrityError when this draft was filed before.

    `code` is what `by` reads out or prints in the next ten minutes; `files` lay ready to go with it.
    """
    report = _new_report(filing, draft_key, by, at)
    along = []
    if by is not None and code:
        along.append(inserting(CodeLetter(report=report, by=by, made_at=at, code=code)))
    if by is not None and filing.needs_interpreter is not None:
        along.append(inserting(_spoken(report, filing, by, at)))
    if files is not None:
        along.append(_files(files, filing, report, at))
    _keep(report, filing, code_hash, by, at, *along)
    return report


def _keep(
    report: Report, filing: Filing, code_hash: str, by: User | None, at: datetime, *along: Part
) -> None:
    """All that comes with a report, and `along`, in one statement: the tenant waits for it."""
    case, who = report.case, filing.reporter
    terms = terms_of_case(
        case_id=case.pk,
        urgency=case.urgency,
        team_id=case.team_id,
        at=at,
        names=(Name.FIRST_CONTACT, Name.DECIDE),
    )
    case.next_due = min(term.due for term in terms)  # as the trigger would, without a second write
    writes = [
        inserting(case),
        inserting(report),
        inserting(AccessCode(report=report, hash=code_hash, made_at=at)),
        inserting(RoutingOrder(report=report, asked_at=at, next_at=at)),
        inserting(timeline.filed(case=case, at=at, by=by)),
        inserting(indexing.asked(case=case, at=at)),
        *map(inserting, terms),
        *along,
    ]
    if who.mode != Mode.ANONYMOUS:
        writes.append(inserting(_identity(report, filing)))
    has_mail = bool(who.email) and not case.restricted
    if has_mail:
        receipt = to_tell(template="reporter_received", key=f"received:{report.pk}", address=who.email, at=at)
        writes.append(inserting(receipt))
    if on_call.why(case):
        writes.append(inserting(on_call.to_raise(case=case, at=at)))
        at_once(*writes, last=bell("route", "notices", "duty"))
    elif has_mail:
        at_once(*writes, last=bell("route", "notices"))
    else:
        at_once(*writes, last=bell("route"))


def _new_report(filing: Filing, draft_key: UUID, by: User | None, at: datetime) -> Report:
    place, who = filing.place, filing.reporter
    return Report(
        number=make_number("M"),
        draft_key=draft_key,
        case=_new_case(filing, look_around(filing=filing, at=at), at),
        kind=filing.kind,
        filed_at=at,
        channel=_channel(filing, by),
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
        answers={question: list(values) for question, values in filing.answers.items()},
        looks_automatic=bool(filing.signs),
        signs=list(filing.signs),
        names_person=filing.names_person,
        child_involved=filing.child_involved or "",
        reporter_minor=who.minor,
        mode=who.mode,
        consent=filing.consent if who.mode != Mode.ANONYMOUS else None,
    )


def _channel(filing: Filing, by: User | None) -> Channel:
    """What a member of staff writes down never came by the website."""
    return Channel.STAFF if by and filing.channel == Channel.PORTAL else filing.channel


def _spoken(report: Report, filing: Filing, by: User, at: datetime) -> SpokenLanguage:
    return SpokenLanguage(
        report=report,
        language=filing.language,
        needs_interpreter=bool(filing.needs_interpreter),
        by=by,
        at=at,
    )


def _identity(report: Report, filing: Filing) -> ReporterIdentity:
    who = filing.reporter
    return ReporterIdentity(
        report=report,
        name=who.name,
        phone=who.phone,
        email=who.email,
        home=who.home,
        reach=list(who.reach),
        best_time=who.best_time,
        phone_index=blind_index(who.phone, "phone") if who.phone else "",
        email_index=blind_index(who.email, "email") if who.email else "",
    )


def _is_sensitive(filing: Filing) -> bool:
    by_kind = Kind.Law.YES in (filing.kind.art9, filing.kind.art10)
    return by_kind or filing.kind.restricted or looks_sensitive(_typed(filing))


def _typed(filing: Filing) -> str:
    return "\n".join(
        (filing.story, filing.place.text, *(one for said in filing.answers.values() for one in said))
    )


def _new_case(filing: Filing, around: Surroundings, at: datetime) -> Case:
    place, kind = filing.place, filing.kind
    judged = severity.judge(
        nature=kind.nature,
        frequency=filing.frequency,
        since=filing.since,
        households=around.households,
        impact=list(filing.impact),
        vulnerable=filing.child_involved == YesNo.YES or "children" in filing.impact,
    )
    return Case(
        id=around.case_id,
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
        team_id=around.team_id,
        suspected_duplicate_of_id=around.earlier_alike_id,
        opened_at=at,
    )
