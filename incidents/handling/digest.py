"""Each working day, when the office opens: how many cases of somebody have a term that ends today, or ended. Counts only."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from incidents.handling.case_tasks import OF_CASE, PERSONAL
from incidents.models import Case
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience
from safetyportal.clock.calendar import end_of_day, is_office_time, local_day
from safetyportal.clock.jobs import once_a_day
from safetyportal.clock.models import Deadline, JobRun
from safetyportal.notices.outbox import tell
from safetyportal.people.absence import absent_at, covers_at
from safetyportal.people.mail_wishes import wants_digest
from safetyportal.people.models import MailWish
from safetyportal.policy.actions import CASEWORK

JOB = "digest:"
KEPT_DAYS = 30


@dataclass(frozen=True)
class Counts:
    """Cases, each once, however many of its terms end."""

    today: int
    late: int


def send_all(*, at: datetime) -> int:
    """Called every few minutes; each person gets it once on a working day, and who is away not at all: their cover sees it.

    Returns how many mails were queued now. Stopped half-way, the next call does the rest.
    """
    if not is_office_time(at):
        return 0
    day = local_day(at)
    had = set(JobRun.objects.filter(day=day, name__startswith=JOB).values_list("name", flat=True))
    wishes = {wish.user_id: wish for wish in MailWish.objects.all()}
    covers, away = covers_at(at), absent_at(at)
    sent = 0
    for user in _people():
        if f"{JOB}{user.pk}" in had:
            continue
        with transaction.atomic():
            first = once_a_day(name=f"{JOB}{user.pk}", at=at)
            if first and user.pk not in away and wants_digest(user, wishes.get(user.pk)):
                sent += _send(user, covers.get(user.pk, set()), at)
    JobRun.objects.filter(name__startswith=JOB, day__lt=day - timedelta(days=KEPT_DAYS)).delete()
    return sent


def count(*, user: User, covered: Set[int], at: datetime) -> Counts:
    """Of the open cases that this person may see: those they hold or do something for, and those of who they cover."""
    whose = {user.pk, *covered}
    seen = Case.objects.for_(user, "case.list").open()
    held = {str(pk) for pk in seen.filter(holder__in=whose).values_list("pk", flat=True)}
    ending = Deadline.objects.open().filter(paused_since=None, due__lt=end_of_day(at))
    found = ending.filter(
        Q(subject_kind=OF_CASE, subject_id__in=held, owner=None)
        | Q(subject_kind=OF_CASE, owner__in=whose)
        | Q(subject_kind=PERSONAL, owner=user)
    )
    rows = list(found.values_list("subject_id", "due"))
    elsewhere = {subject for subject, _due in rows} - held
    if elsewhere:
        held |= {str(pk) for pk in seen.filter(pk__in=elsewhere).values_list("pk", flat=True)}
    return Counts(
        today=len({subject for subject, due in rows if subject in held and due >= at}),
        late=len({subject for subject, due in rows if subject in held and due < at}),
    )


def _people() -> list[User]:
    found = User.objects.filter(
        is_active=True,
        audience=Audience.STAFF,
        role_grants__role__in=CASEWORK,
        role_grants__waiting=False,
    )
    return list(found.order_by("pk").distinct())


def _send(user: User, covered: Set[int], at: datetime) -> int:
    counts = count(user=user, covered=covered, at=at)
    if not (counts.today or counts.late):
        return 0
    tell(
        template="staff_digest",
        key=f"{JOB}{user.pk}:{local_day(at)}",
        user=user,
        numbers={"today": counts.today, "late": counts.late},
        at=at,
    )
    return 1
