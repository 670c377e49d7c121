"""What staff do with a case."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from complexes.models import Home
from incidents import timeline
from incidents.models import Case, ReporterIdentity, TimelineEntry
from incidents.models.case import Band
from incidents.workflow import NotAllowed, Status, may_follow
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines
from safetyportal.clock.deadlines import Name
from safetyportal.notices.outbox import tell
from safetyportal.privacy.marks import looks_sensitive

Sort, Visibility = TimelineEntry.Sort, TimelineEntry.Visibility
MARKS = {
    "mark_sensitive": _("Gegevens over gezondheid of strafbare feiten"),
    "mark_named_suspect": _("Iemand wordt met naam verdacht"),
    "mark_child": _("Kind onder de 16 betrokken"),
    "mark_employee": _("(Oud-)medewerker betrokken"),
    "mark_aggression_risk": _("Bezoek met twee"),
}


class AlreadyTaken(ValueError):
    """Somebody else holds this case; the message is that person's name."""


class NotClosable(ValueError):
    """Something open still bars closing."""


def locked(case: Case) -> Case:
    """The case as it is now, held until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)


def move(*, case: Case, to: Status, at: datetime) -> None:
    """Set a status that may follow the present one; raises NotAllowed otherwise. Call with the case locked."""
    if case.status == to:
        return
    if not may_follow(case.status, to):
        raise NotAllowed(f"{case.status} -> {to}")
    case.status = to
    case.save(update_fields=["status"])


@transaction.atomic
def take(*, case: Case, by: User, at: datetime) -> None:
    """Become the holder. Of several who try at once exactly one succeeds; the others get AlreadyTaken."""
    won = Case.objects.filter(pk=case.pk, holder=None, closed_at=None).update(holder=by)
    if not won:
        now = Case.objects.select_related("holder").get(pk=case.pk)
        if now.holder == by:
            return
        raise AlreadyTaken(now.holder.name if now.holder else "")
    fresh = locked(case)
    if fresh.status in (Status.RECEIVED, Status.TRIAGE):
        move(case=fresh, to=Status.INVESTIGATION, at=at)
    deadlines.meet(subject_kind="case", subject_id=case.pk, name=Name.DECIDE, at=at)
    timeline.write(case=fresh, sort=Sort.TAKEN, at=at, by=by)


@transaction.atomic
def note(*, case: Case, text: str, by: User, at: datetime) -> None:
    """An internal note; never seen by reporter or partner."""
    timeline.write(case=case, sort=Sort.NOTE, at=at, by=by, text=text, sensitive=looks_sensitive(text))


@transaction.atomic
def log_contact(*, case: Case, text: str, by: User, at: datetime) -> None:
    """Write down that there was contact with the reporter; that meets the first-contact deadline."""
    fresh = locked(case)
    timeline.write(case=fresh, sort=Sort.CONTACT, at=at, by=by, text=text, sensitive=looks_sensitive(text))
    _contact_made(fresh, at)


@transaction.atomic
def send_message(*, case: Case, text: str, by: User, at: datetime) -> None:
    """A message on the reporter's follow-up page, and a mail that says only that there is one."""
    fresh = locked(case)
    tell_reporter(case=fresh, text=text, by=by, at=at, key=f"message:{case.pk}:{at.isoformat()}")
    _contact_made(fresh, at)


@transaction.atomic
def mark(*, case: Case, marks: dict[str, bool | None], by: User, at: datetime) -> None:
    """Set facts that only people know (domain 2.5); None means 'niet bekend'. Who shares the case next is shown them."""
    fresh = locked(case)
    changed = [name for name in MARKS if name in marks and getattr(fresh, name) != marks[name]]
    for name in changed:
        setattr(fresh, name, marks[name])
    if changed:
        fresh.save(update_fields=changed)
        said = {True: "ja", False: "nee", None: "niet bekend"}
        with override("nl"):
            text = "\n".join(f"{MARKS[name]}: {said[marks[name]]}" for name in changed)
        timeline.write(case=fresh, sort=Sort.MARKED, at=at, by=by, text=text)


@transaction.atomic
def name_home(*, case: Case, home: Home | None, by: User, at: datetime) -> None:
    """Say which home the report is about, or that it is not known. Its flags then hold back what is shared."""
    fresh = locked(case)
    fresh.about_home = home
    fresh.save(update_fields=["about_home"])
    text = str(home) if home else "Woning niet bekend"
    timeline.write(case=fresh, sort=Sort.MARKED, at=at, by=by, text=text, sensitive=True)


@transaction.atomic
def override_severity(*, case: Case, band: Band, reason: str, by: User, at: datetime) -> None:
    """A person's judgement goes before the score; the score and its parts stay in sight."""
    fresh = locked(case)
    was, fresh.severity_band, fresh.severity_reason = fresh.severity_band, band, reason
    fresh.save(update_fields=["severity_band", "severity_reason"])
    timeline.write(case=fresh, sort=Sort.SEVERITY, at=at, by=by, text=f"{was} → {band}: {reason}")


@transaction.atomic
def close(*, case: Case, status: Status, reason: str, message: str, by: User, at: datetime) -> None:
    """End a case with an answer to the reporter. Raises NotClosable while a deadline bars it or it is closed."""
    fresh = locked(case)
    if fresh.closed_at is not None:
        raise NotClosable("closed")
    if deadlines.bars_closing(subject_kind="case", subject_id=case.pk):
        raise NotClosable("deadline")
    if not may_follow(fresh.status, status):
        raise NotAllowed(f"{fresh.status} -> {status}")
    fresh.status, fresh.closed_at, fresh.close_reason = status, at, reason
    fresh.save(update_fields=["status", "closed_at", "close_reason"])
    deadlines.meet_all(subject_kind="case", subject_id=case.pk, at=at)
    timeline.write(case=fresh, sort=Sort.CLOSED, at=at, by=by)
    tell_reporter(case=fresh, text=message, by=by, at=at, key=f"closed:{case.pk}")


def _contact_made(case: Case, at: datetime) -> None:
    """The promises on contact are kept, and the next one starts; a closed case owes nothing more."""
    if not case.is_open:
        return
    deadlines.meet(subject_kind="case", subject_id=case.pk, name=Name.FIRST_CONTACT, at=at)
    deadlines.meet(subject_kind="case", subject_id=case.pk, name=Name.PROGRESS, at=at)
    deadlines.open_for_case(
        case_id=case.pk, urgency=case.urgency, team_id=case.team_id, at=at, names=(Name.PROGRESS,)
    )


def tell_reporter(*, case: Case, text: str, by: User, at: datetime, key: str) -> None:
    """A message on the reporter's page, and a neutral mail. Call with the case locked."""
    timeline.write(case=case, sort=Sort.MESSAGE, at=at, by=by, text=text, visibility=Visibility.REPORTER)
    tell_reporters(case=case, key=key, at=at)


def tell_reporters(*, case: Case, key: str, at: datetime) -> None:
    """A neutral mail to each reporter who gave an address; never in a restricted case."""
    if case.restricted:
        return
    reachable = ReporterIdentity.objects.filter(report__case=case, mail_stopped=False).exclude(email_index="")
    for identity in reachable:
        tell(template="reporter_update", key=f"{key}:{identity.pk}", address=identity.email, at=at)
