"""When a case that went up is looked at again."""

from __future__ import annotations

from datetime import date, datetime

from incidents.models import Case
from partners.scaling.scale_criteria import look_again_months
from safetyportal.clock import deadlines, office
from safetyportal.clock.calendar import add_month, at_wall_clock, is_working_day, local_day, working_day_after
from safetyportal.clock.deadlines import Name


def look_again_day(*, at: datetime) -> date:
    """When a scaled-up case is looked at again, if nobody says otherwise."""
    then = at
    for _month in range(look_again_months()):
        then = add_month(then)
    day = local_day(then)
    return day if is_working_day(day) else working_day_after(day)


def look_again_on(case: Case, day: date, at: datetime) -> None:
    """While a case is up it does not close: whoever has it in hand is told first."""
    deadlines.open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.SCALED,
        due=at_wall_clock(day, office.current().closes),
        team_id=case.team_id,
        at=at,
        bars_closing=True,
    )
