"""A neutral mail to a reporter who has not answered our question yet, two working days before the term ends, once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from incidents import acting
from incidents.following import dialogue
from incidents.models import Report
from safetyportal.clock.calendar import add_working_days, is_office_time
from safetyportal.clock.deadlines import Name
from safetyportal.clock.models import Deadline

WORKING_DAYS_BEFORE = 2


def remind(*, at: datetime) -> int:
    """Called every hour; returns how many questions wait for an answer this soon. Nobody is mailed at night."""
    if not is_office_time(at):
        return 0
    soon = add_working_days(at, WORKING_DAYS_BEFORE)
    terms = Deadline.objects.open().filter(
        subject_kind="case", name=Name.REPORTER_ANSWER, paused_since=None, due__gt=at, due__lte=soon
    )
    # A question asked again has a new term, and with it a reminder of its own.
    ends = {term.about: f"answer-soon:{term.pk}:{term.due:%Y-%m-%d}" for term in terms}
    for report in Report.objects.select_related("case").filter(number__in=ends):
        with transaction.atomic():
            acting.case_of(report)
            if dialogue.question_to(report) is None:
                continue  # answered meanwhile
            dialogue.mail(report=report, template="reporter_reminder", key=ends[report.number], at=at)
    return len(ends)
