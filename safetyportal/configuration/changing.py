"""Changing a setting: never on top of what one has not seen, always with a way back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.configuration.models import Change
from safetyportal.configuration.sections import SECTIONS, Section, SettingsForm, Values


class Outdated(ValueError):
    """Somebody else changed it since it was shown; `change` is the last one."""

    def __init__(self, change: Change) -> None:
        super().__init__(str(change))
        self.change = change


class SameAsBefore(ValueError):
    """Nothing would change."""


class Refused(ValueError):
    """What the change would do cannot be done now; the message says why, in words for who tried."""


class Beginning(ValueError):
    """There was nothing before it: it was made then."""


class NotValidNow(ValueError):
    """What stood there before is refused by the rules of today; `errors` by field."""

    def __init__(self, errors: Any) -> None:
        super().__init__("not valid")
        self.errors = errors


def last_change(*, section: Section, subject: str) -> Change | None:
    found = Change.objects.select_related("by").filter(section=section.name, subject=subject)
    return found.order_by("-version").first()


@transaction.atomic
def change(
    *,
    section: Section,
    subject: str,
    values: Values,
    seen_version: int,
    by: User,
    at: datetime,
    reason: str = "",
    undoes: Change | None = None,
    is_new: bool = False,
) -> Change:
    """Keep validated `values`, seen against version `seen_version` (0: never changed). What is new has no before.

    Raises Outdated, SameAsBefore or Refused.
    """
    _one_at_a_time(section, subject)
    last = last_change(section=section, subject=subject)
    version = last.version if last else 0
    if last is not None and version != seen_version:
        raise Outdated(last)
    before = {} if is_new else section.load(subject)
    if before == values:
        raise SameAsBefore
    section.put(subject, values, by, at)
    return _keep(
        section, subject, last, before=before, after=values, by=by, at=at, reason=reason, undoes=undoes
    )


def as_before(made: Change) -> SettingsForm:
    """Everything as it was before `made`, held against the rules of today. Raises Beginning or NotValidNow."""
    if not made.before:
        raise Beginning
    section = SECTIONS[made.section]
    # What could not be set yet in those days stays as it is.
    before = {**section.load(made.subject), **made.before}
    form = section.form(as_posted(before), subject=made.subject)
    if not form.is_valid():
        raise NotValidNow(form.errors)
    return form


def put_back(*, made: Change, seen_version: int, by: User, at: datetime, reason: str = "") -> Change:
    """Set everything as it was before `made`, as a change of its own. Raises what as_before() and change() raise."""
    section, form = SECTIONS[made.section], as_before(made)
    return change(
        section=section, subject=made.subject, values=form.values(), seen_version=seen_version, by=by, at=at,
        reason=reason, undoes=made,
    )  # fmt: skip


@transaction.atomic
def keep_making(
    *, section: Section, subject: str, values: Values, by: User, at: datetime, reason: str
) -> Change:
    """Keep with which values something new began; call it in the transaction that makes it."""
    return _keep(section, subject, None, before={}, after=values, by=by, at=at, reason=reason)


@transaction.atomic
def keep_removal(*, section: Section, subject: str, by: User, at: datetime, reason: str) -> Change:
    """Keep how a subject stood that is about to be removed; call it in the transaction that removes it."""
    _one_at_a_time(section, subject)
    last, before = last_change(section=section, subject=subject), section.load(subject)
    return _keep(section, subject, last, before=before, after={}, by=by, at=at, reason=reason)


def _keep(
    section: Section,
    subject: str,
    last: Change | None,
    *,
    before: Values,
    after: Values,
    by: User,
    at: datetime,
    reason: str,
    undoes: Change | None = None,
) -> Change:
    made = Change.objects.create(
        section=section.name,
        subject=subject,
        version=last.version + 1 if last else 1,
        before=before,
        after=after,
        by=by,
        at=at,
        reason=reason,
        undoes=undoes,
    )
    changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    record(
        action="settings.change" if after else "settings.remove",
        actor=by,
        object_kind="setting",
        object_id=f"{section.name}/{subject}",
        detail={"version": made.version, "fields": changed},
        at=at,
    )
    return made


def as_posted(values: Values) -> dict[str, str]:
    """Kept values as a browser would send them: an empty box is not sent."""
    return {
        name: "on" if value is True else str(value)
        for name, value in values.items()
        if value is not False and value is not None
    }


def _one_at_a_time(section: Section, subject: str) -> None:
    """A subject that was never changed has no row to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"{section.name}/{subject}"])
