"""A new return code by letter, after a call: for a reporter whose name and home we know and who wants letters.

Whoever makes it sees the code, to print it; that is why it is written down. It can be seen for ten minutes by that person alone, so that a
double click or a reload shows the same letter and not a second code.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents import acting, timeline
from incidents.following import codes
from incidents.following.reporter_links import renew_code
from incidents.models import AccessCode, Case, CodeLetter, Report, ReporterIdentity, TimelineEntry
from incidents.rules.answers import Reach
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record

GRACE = timedelta(minutes=10)
ACTION = "reporter.letter"

PROTECTED = _("In een beschermde zaak gaat geen brief: iemand anders kan hem openmaken.")
NOBODY = _("Wij weten niet van wie deze melding is. Een nieuwe code kan dan niet.")
UNWANTED = _("De melder wil geen brief.")
NOWHERE = _("Wij weten geen naam of woning om een brief naar te sturen.")
JUST_NOW = _("Er is net een nieuwe code gemaakt. Wacht tien minuten.")


class NoLetter(ValueError):
    """No letter goes to this reporter; `why` says it in words."""

    def __init__(self, why: str | Promise) -> None:
        super().__init__(str(why))
        self.why = why


def why_not(*, case: Case, identity: ReporterIdentity | None) -> str | Promise:
    """What stands in the way of a letter, in words; empty when nothing does."""
    if identity is None:
        return NOBODY
    if case.restricted:
        return PROTECTED
    if Reach.NO_LETTER in identity.reach:
        return UNWANTED
    return "" if identity.name.strip() and identity.home_id else NOWHERE


@transaction.atomic
def write(*, report: Report, by: User, at: datetime) -> CodeLetter:
    """A new code in place of the old one, in a letter. Once more within ten minutes: the same letter. Raises NoLetter."""
    made = codes.make()
    case = acting.case_of(report)
    identity = ReporterIdentity.objects.filter(report=report).first()
    if why := why_not(case=case, identity=identity):
        raise NoLetter(why)
    if letter := find(report=report, by=by, at=at):
        return letter
    if AccessCode.objects.filter(report=report, made_at__gt=at - GRACE).exists():
        raise NoLetter(JUST_NOW)
    renew_code(report=report, made=made, at=at)
    letter = CodeLetter.objects.create(report=report, by=by, made_at=at, code=made.code)
    text = "Nieuwe code gemaakt voor een brief aan de melder."
    timeline.write(case=case, report=report, sort=TimelineEntry.Sort.CONTACT, at=at, by=by, text=text)
    _record(report, by, at, step="made")
    return letter


@transaction.atomic
def show(*, report: Report, by: User, at: datetime) -> CodeLetter | None:
    """The letter that this person made just now, to print it; that it was seen is written down."""
    letter = find(report=report, by=by, at=at)
    identity = ReporterIdentity.objects.filter(report=report).first()
    if letter is not None and not why_not(case=report.case, identity=identity):
        _record(report, by, at, step="shown")
        return letter
    return None


def find(*, report: Report, by: User, at: datetime) -> CodeLetter | None:
    """While its code is the one that works."""
    access = AccessCode.objects.filter(report=report).first()
    if access is None:
        return None
    return CodeLetter.objects.filter(
        report=report, by=by, made_at=access.made_at, made_at__gt=at - GRACE
    ).first()


def purge(*, at: datetime) -> int:
    """Nothing of a letter is kept after its ten minutes; returns how many went."""
    gone, _kinds = CodeLetter.objects.filter(made_at__lte=at - GRACE).delete()
    return gone


def _record(report: Report, by: User, at: datetime, *, step: str) -> None:
    record(action=ACTION, actor=by, object_kind="report", object_id=report.pk, at=at, detail={"step": step})
