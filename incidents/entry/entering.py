"""A colleague writes down what somebody tells: the same door in, with a code to read out or print."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from incidents.following import codes
from incidents.handling import casework
from incidents.intake import drafts
from incidents.intake.filing import Filing
from incidents.intake.reporting import file_report
from incidents.models import Case, Evidence, Report
from incidents.rules.numbers import make_code
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.policy.gate import may

ACTION = "report.enter_for"


def enter(
    *,
    filing: Filing,
    form_key: UUID,
    take: bool,
    by: User,
    at: datetime,
    mail: UUID | None = None,
) -> Report:
    """File it. One form, however often it is sent, is one report: the later times give that one.

    With `take` the colleague holds the case, where that may be. What came with `mail` (mails.hold) goes along.
    """
    # Of this person alone: somebody else's form can never lead to the report.
    key = uuid5(form_key, str(by.pk))
    # Hashing is slow on purpose, so it happens outside the transaction.
    code = make_code()
    hashed = codes.hash_code(code)
    files = Evidence.objects.filter(draft=mail) if mail else None
    try:
        with transaction.atomic():
            report = file_report(
                filing=filing, draft_key=key, code_hash=hashed, by=by, at=at, code=code, files=files
            )
            record(
                action=ACTION,
                actor=by,
                object_kind="report",
                object_id=report.pk,
                at=at,
                detail={"channel": str(filing.channel), "kind": filing.kind.code},
            )
            if mail:
                drafts.discard(draft_id=mail)
            if take and _may_take(report, by):
                casework.take(case=report.case, by=by, at=at)
    except IntegrityError:
        known = Report.objects.filter(draft_key=key).first()
        if known is None:
            raise
        return known
    return report


def _may_take(report: Report, by: User) -> bool:
    return may("case.take", by) and Case.objects.for_(by, "case.take").filter(pk=report.case_id).exists()
