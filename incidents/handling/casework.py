"""What staff do with a case."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from complexes.models import Home
from incidents import act_table, acting, timeline
from incidents.acts import Act
from incidents.models import Case, ReporterIdentity, TimelineEntry
from incidents.models.case import Band
from incidents.rules.workflow import Status
from incidents.sides import hearings
from incidents.staffing import conflicts, on_call
from safetyportal.accounts.models import User
from safetyportal.clock import deadlines
from safetyportal.notices.outbox import queue, to_tell

Sort, Visibility = TimelineEntry.Sort, TimelineEntry.Visibility
MARKS = {
    "mark_sensitive": _("Gegevens over gezondheid of strafbare feiten"),
    "mark_named_suspect": _("Iemand wordt met naam verdacht"),
    "mark_child": _("Kind onder de 16 betrokken"),
    "mark_employee": _("(Oud-)medewerker betrokken"),
    "mark_aggression_risk": _("Bezoek met twee"),
}


# As a case stands until somebody takes it up.
UNTAKEN = frozenset(act_table.TABLE[Act.TAKE].to)


class AlreadyTaken(ValueError):
    """Somebody else holds this case; the message is that person's name."""


class NotClosable(ValueError):
    """Something open still bars closing."""


@transaction.atomic
def take(*, case: Case, by: User, at: datetime) -> None:
    """Become the holder. Of several who try at once exactly one succeeds; the others get AlreadyTaken, at once.

    Who was given a case that nobody took up yet takes it up with this too. Raises conflicts.KeptOut for who has a part in it.
    """
    conflicts.hold(person=by)
    won = Case.objects.filter(pk=case.pk, holder=None, closed_at=None).update(holder=by)
    if not won:
        now = Case.objects.select_related("holder").get(pk=case.pk)
        if now.holder != by or not now.is_open:
            raise AlreadyTaken(now.holder.name if now.holder and now.is_open else "")
    fresh = acting.begin(case=case, act=Act.TAKE)
    if not won and fresh.status not in UNTAKEN:
        return
    conflicts.check(person=by, case=fresh)
    acting.done(case=fresh, act=Act.TAKE, by=by, at=at)


@transaction.atomic
def note(*, case: Case, text: str, by: User, at: datetime, is_personal: bool = False) -> None:
    """An internal note; never seen by reporter or partner, and a personal one by nobody but who wrote it."""
    fresh = acting.begin(case=case, act=Act.NOTE)
    visibility = Visibility.PERSONAL if is_personal else Visibility.TEAM
    acting.done(case=fresh, act=Act.NOTE, by=by, at=at, text=text, visibility=visibility)


@transaction.atomic
def log_contact(*, case: Case, text: str, by: User, at: datetime) -> None:
    """Write down that there was contact with the reporter; that meets the first-contact deadline."""
    fresh = acting.begin(case=case, act=Act.CONTACT)
    acting.done(case=fresh, act=Act.CONTACT, by=by, at=at, text=text)


@transaction.atomic
def send_message(*, case: Case, text: str, by: User, at: datetime) -> None:
    """A message on the reporter's follow-up page, and a mail that says only that there is one."""
    fresh = acting.begin(case=case, act=Act.MESSAGE)
    acting.done(
        case=fresh, act=Act.MESSAGE, by=by, at=at, text=text, visibility=Visibility.REPORTER, sensitive=False
    )
    tell_reporters(case=fresh, key=f"message:{case.pk}:{at.isoformat()}", at=at)


@transaction.atomic
def mark(*, case: Case, marks: dict[str, bool | None], by: User, at: datetime, seen: int = 0) -> None:
    """Set facts that only people know (domain 2.5); None means 'niet bekend'. Who shares the case next is shown them."""
    fresh = acting.begin(case=case, act=Act.MARK, by=by, seen=seen)
    changed = [name for name in MARKS if name in marks and getattr(fresh, name) != marks[name]]
    for name in changed:
        setattr(fresh, name, marks[name])
    if changed:
        fresh.save(update_fields=changed)
        said = {True: "ja", False: "nee", None: "niet bekend"}
        with override("nl"):
            text = "\n".join(f"{MARKS[name]}: {said[marks[name]]}" for name in changed)
        acting.done(case=fresh, act=Act.MARK, by=by, at=at, text=text, sensitive=False)


@transaction.atomic
def name_home(*, case: Case, home: Home | None, by: User, at: datetime, seen: int = 0) -> None:
    """Say which home the report is about, or that it is not known. Its flags then hold back what is shared."""
    fresh = acting.begin(case=case, act=Act.NAME_HOME, by=by, seen=seen)
    fresh.about_home = home
    fresh.save(update_fields=["about_home"])
    text = str(home) if home else "Woning niet bekend"
    acting.done(case=fresh, act=Act.NAME_HOME, by=by, at=at, text=text, sensitive=True)


@transaction.atomic
def override_severity(*, case: Case, band: Band, reason: str, by: User, at: datetime, seen: int = 0) -> None:
    """A person's judgement goes before the score; the score and its parts stay in sight."""
    fresh = acting.begin(case=case, act=Act.OVERRIDE, by=by, seen=seen)
    before = on_call.why(fresh)
    was, fresh.severity_band, fresh.severity_reason = fresh.severity_band, band, reason
    fresh.save(update_fields=["severity_band", "severity_reason"])
    acting.done(case=fresh, act=Act.OVERRIDE, by=by, at=at, text=f"{was} → {band}: {reason}", sensitive=False)
    on_call.look_again(case=fresh, before=before, at=at)


@transaction.atomic
def advance(*, case: Case, act: Act, text: str, by: User, at: datetime, seen: int = 0) -> None:
    """The work goes on to investigation, approach or monitoring (`act`), with a word why."""
    fresh = acting.begin(case=case, act=act, by=by, seen=seen)
    acting.done(case=fresh, act=act, by=by, at=at, text=text)


@transaction.atomic
def close(
    *, case: Case, status: Status, reason: str, message: str, by: User, at: datetime, seen: int = 0
) -> None:
    """End a case with an answer to the reporter. Raises NotClosable while a deadline bars it."""
    fresh = acting.begin(case=case, act=Act.CLOSE, by=by, seen=seen)
    if deadlines.bars_closing(subject_kind="case", subject_id=case.pk):
        raise NotClosable
    hearings.call_off_all(case=fresh, at=at)
    fresh.close_reason = reason
    fresh.save(update_fields=["close_reason"])
    acting.done(case=fresh, act=Act.CLOSE, to=status, by=by, at=at, detail={"reason": reason})
    tell_reporter(case=fresh, text=message, by=by, at=at, key=f"closed:{case.pk}:{at.isoformat()}")


def tell_reporter(*, case: Case, text: str, by: User, at: datetime, key: str) -> None:
    """A message on the reporter's page, and a neutral mail. Call with the case locked."""
    timeline.write(case=case, sort=Sort.MESSAGE, at=at, by=by, text=text, visibility=Visibility.REPORTER)
    tell_reporters(case=case, key=key, at=at)


def tell_reporters(*, case: Case, key: str, at: datetime) -> None:
    """A neutral mail to each reporter who gave an address; never in a restricted case."""
    if case.restricted:
        return
    reachable = ReporterIdentity.objects.filter(report__case=case, mail_stopped=False).exclude(email_index="")
    queue(
        *(
            to_tell(template="reporter_update", key=f"{key}:{identity.pk}", address=identity.email, at=at)
            for identity in reachable
        )
    )
