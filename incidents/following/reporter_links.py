"""Mailed links for a reporter, once and for a short time: come in without the code, or confirm a mail address.

Looking at a link changes nothing, because mail scanners look too; pressing the button uses it. Only reporters whose
address we have can get one, and never in a restricted case, where a mail itself may be a danger.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import models, transaction

from incidents import acting, timeline
from incidents.following import codes
from incidents.models import AccessCode, LinkRequest, Report, ReporterIdentity, ReporterLink, TimelineEntry
from incidents.rules.numbers import read_number
from incidents.staffing import conflicts
from safetyportal.notices.outbox import tell
from safetyportal.privacy.keys import blind_index
from safetyportal.throttle import limits
from safetyportal.wake import wake

Purpose = ReporterLink.Purpose
LASTS = {Purpose.ENTER: timedelta(minutes=15), Purpose.ADDRESS: timedelta(hours=24)}
UNANSWERED = timedelta(days=1)
PATH = "/volgen/link/{token}/"
HOUR = 3600
MOST_PER_REPORT = 3
MOST_PER_CLIENT = 10


class LinkGone(ValueError):
    """Used, replaced, expired, or never made; which of those, nobody is told."""


class AskedTooOften(ValueError):
    """This client has asked for many links this hour, whatever the numbers. `until`: when it may again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@transaction.atomic
def ask_link(*, number: str, email: str, client: str, at: datetime) -> None:
    """Somebody asks for a way in by mail. Nothing is looked up: one row and one bell, for a number that is not there too.

    Raises AskedTooOften.
    """
    if limits.hit(bucket="link-client", key=client, window_seconds=HOUR, at=at) > MOST_PER_CLIENT:
        raise AskedTooOften(limits.over_at(window_seconds=HOUR, at=at))
    LinkRequest.objects.create(number=number, email=email, asked_at=at, next_at=at)
    wake("links")


def waiting() -> models.QuerySet[LinkRequest]:
    return LinkRequest.objects.all()


@transaction.atomic
def answer(*, work_id: int | str, at: datetime) -> bool:
    """Mail the link, if number and address belong together; True when that happened now. May run twice.

    Too many for one report: no mail, and nobody is told.
    """
    asked = LinkRequest.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=work_id).first()
    if asked is None:
        return False
    asked.delete()
    identity = (
        ReporterIdentity.objects.select_related("report__case")
        .filter(report__number=read_number(asked.number, "M"), report__case__restricted=False)
        .exclude(email_index="")
        .first()
    )
    if identity is None or identity.email_index != blind_index(asked.email, "email"):
        return False
    if limits.hit(bucket="link", key=identity.report.number, window_seconds=HOUR, at=at) > MOST_PER_REPORT:
        return False
    _mail(identity.report, Purpose.ENTER, identity.email, "reporter_link", at)
    return True


@transaction.atomic
def ask_address(*, report: Report, email: str, at: datetime) -> None:
    """Another mail address: it counts once it was confirmed, and the old one is told. Nothing is sent in a restricted case."""
    acting.case_of(report)
    identity = ReporterIdentity.objects.filter(report=report).first()
    if identity is None or report.case.restricted or identity.email == email:
        return
    if limits.hit(bucket="link", key=report.number, window_seconds=HOUR, at=at) > MOST_PER_REPORT:
        return
    if identity.email_index:
        tell(
            template="reporter_address_old",
            key=f"address-old:{report.pk}:{at.isoformat()}",
            address=identity.email,
            at=at,
        )
    _mail(report, Purpose.ADDRESS, email, "reporter_address", at)


def _mail(report: Report, purpose: Purpose, email: str, template: str, at: datetime) -> None:
    ReporterLink.objects.filter(report=report, purpose=purpose, used_at=None).delete()
    token = secrets.token_urlsafe(32)
    ReporterLink.objects.create(
        report=report,
        purpose=purpose,
        token_hash=hashed(token),
        email=email if purpose == Purpose.ADDRESS else "",
        made_at=at,
        expires_at=at + LASTS[purpose],
    )
    tell(
        template=template,
        key=f"{template}:{report.pk}:{at.isoformat()}",
        address=email,
        link=PATH.format(token=token),
        at=at,
    )


def find(*, token_hash: str, at: datetime) -> ReporterLink:
    """The link behind a token (hashed), for looking. Raises LinkGone."""
    link = ReporterLink.objects.select_related("report").filter(token_hash=token_hash).first()
    if link is None or link.used_at is not None or link.expires_at <= at:
        raise LinkGone
    return link


@transaction.atomic
def use(*, token_hash: str, at: datetime) -> ReporterLink:
    """Use a link; of several who try at once one succeeds. Raises LinkGone."""
    held = ReporterLink.objects.select_for_update(of=("self",)).filter(token_hash=token_hash).first()
    if held is None or held.used_at is not None or held.expires_at <= at:
        raise LinkGone
    held.used_at = at
    held.save(update_fields=["used_at"])
    if held.purpose == Purpose.ADDRESS:
        case = acting.locked(held.report.case)
        ReporterIdentity.objects.filter(report=held.report).update(
            email=held.email, email_index=blind_index(held.email, "email")
        )
        _write(held.report, "Ander e-mailadres, bevestigd.", at)
        conflicts.release_party(case=case, address=held.email, at=at)
    return held


@transaction.atomic
def new_code(*, report: Report, at: datetime) -> str:
    """A new return code in place of the old one, to be shown once. Only for a reporter whom we know."""
    made = codes.make()
    acting.case_of(report)
    if not ReporterIdentity.objects.filter(report=report).exists():
        raise LinkGone
    renew_code(report=report, made=made, at=at)
    _write(report, "Nieuwe code gemaakt.", at)
    return made.code


def renew_code(*, report: Report, made: codes.Made, at: datetime) -> None:
    """Another code; the old one stops. Call with the case locked."""
    AccessCode.objects.filter(report=report).update(hash=made.hash, made_at=at)


@transaction.atomic
def change_contact(*, report: Report, name: str, phone: str, at: datetime) -> None:
    """Another name or telephone number, as the reporter types it."""
    acting.case_of(report)
    changed = ReporterIdentity.objects.filter(report=report).update(
        name=name, phone=phone, phone_index=blind_index(phone, "phone") if phone else ""
    )
    if changed:
        _write(report, "Andere naam of ander telefoonnummer.", at)


def purge(*, at: datetime) -> int:
    """Forget links that open nothing any more, and what nobody could answer for a day; returns how many links."""
    LinkRequest.objects.filter(asked_at__lt=at - UNANSWERED).delete()
    gone, _ = ReporterLink.objects.filter(expires_at__lt=at).delete()
    return gone


def _write(report: Report, text: str, at: datetime) -> None:
    """For staff, without what it is."""
    timeline.write(
        case=report.case,
        report=report,
        sort=TimelineEntry.Sort.CONTACT,
        at=at,
        by_label=timeline.REPORTER,
        text=text,
    )


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
