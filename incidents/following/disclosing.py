"""What a reporter tells us about himself afterwards: who he is, that he wants no more mails."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import acting, timeline
from incidents.following import dialogue
from incidents.models import Report, ReporterIdentity, TimelineEntry
from incidents.staffing import conflicts
from safetyportal.privacy.keys import blind_index


class KnownAlready(ValueError):
    """This reporter has said who he is; that cannot be undone or done again."""


@transaction.atomic
def disclose(*, report: Report, mode: str, name: str, phone: str, email: str, at: datetime) -> None:
    """An anonymous reporter says who he is: from now on, and only in this direction. Raises KnownAlready.

    The report stays as it was filed; partners see no more than before.
    """
    case = acting.case_of(report)
    if ReporterIdentity.objects.filter(report=report).exists():
        raise KnownAlready
    ReporterIdentity.objects.create(
        report=report,
        name=name,
        phone=phone,
        email=email,
        phone_index=blind_index(phone, "phone") if phone else "",
        email_index=blind_index(email, "email") if email else "",
        disclosed_at=at,
        disclosed_as=mode,
    )
    dialogue.say(report=report, sort=TimelineEntry.Sort.DISCLOSED, text="", at=at)
    conflicts.release_party(case=case, address=email, at=at)


@transaction.atomic
def stop_mail(*, report: Report, stopped: bool, at: datetime) -> None:
    """No more mails, or again; the page with number and code stays."""
    case = acting.case_of(report)
    changed = (
        ReporterIdentity.objects.filter(report=report)
        .exclude(mail_stopped=stopped)
        .update(mail_stopped=stopped)
    )
    if changed:
        text = "Wil geen mails meer." if stopped else "Wil weer mails."
        timeline.write(
            case=case,
            report=report,
            sort=TimelineEntry.Sort.CONTACT,
            at=at,
            by_label=timeline.REPORTER,
            text=text,
        )
