"""Letters that go with a step on the ladder, and say what was agreed or asked then."""

from __future__ import annotations

from incidents.models import Case, LadderStep, StandardText
from incidents.models.standard_text import Moment
from incidents.rules.ladder_levels import Track

WITH_A_STEP = frozenset(
    {Moment.AGREEMENTS, Moment.WARNING, Moment.LAST_WARNING, Moment.CONDUCT, Moment.LAST_CHANCE}
)


def of_step(*, case: Case, text: StandardText | None) -> LadderStep | None:
    """The last step of the landlord, for a text that goes with one."""
    if text is None or text.moment not in WITH_A_STEP:
        return None
    steps = LadderStep.objects.of(case).in_force().filter(track=Track.CIVIL)
    return steps.order_by("-decided_at", "-pk").first()
