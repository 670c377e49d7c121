"""The duty roster of the demo, and who looked at its urgent cases."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from incidents.staffing import on_call
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.duty import roster
from safetyportal.duty.models import Rank

WEEKS_BACK, WEEKS_AHEAD = 5, 6
CHANGES_AT = time(8, 30)
TURNS = {Rank.FIRST: ("noord", "zuid", "centrum"), Rank.SECOND: ("zuid2", "noord2")}


def load_roster(*, at: datetime) -> None:
    """A week each, from Monday morning to Monday morning; after six weeks it still has to be filled."""
    people = {user.email.partition("@")[0]: user for user in roster.people()}
    monday = local_day(at) - timedelta(days=local_day(at).weekday())
    for week in range(-WEEKS_BACK, WEEKS_AHEAD):
        starts = datetime.combine(monday + timedelta(weeks=week), CHANGES_AT)
        for rank, turns in TURNS.items():
            roster.add(
                person=people[turns[week % len(turns)]], rank=rank, starts=starts,
                ends=starts + timedelta(weeks=1), by=people["teamleider"], at=at,
            )  # fmt: skip


def look(*, at: datetime) -> None:
    """Who is called looks some minutes later."""
    for alert in on_call.waiting().select_related("case"):
        on_call.call_next(work_id=alert.pk, at=at)
        called = User.objects.filter(pk__in=alert.calls.values("user")).order_by("pk").first()
        if called is not None:
            on_call.acknowledge(alert=alert, by=called, at=at + timedelta(minutes=6))
