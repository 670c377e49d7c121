"""What a letter to who was reported about begins with: their name and address, the talk they are invited to, the step it goes with."""

from __future__ import annotations

from datetime import date

from incidents.ladder_levels import Track
from incidents.languages import DUTCH
from incidents.models import Case, Hearing, LadderStep, Party, StandardText
from incidents.models.standard_text import Moment
from incidents.standard_texts.values import spoken
from incidents.standard_texts.variables import Variable
from safetyportal.texts.templatetags.portal import moment

# Letters that go with a step on the ladder, and say what was agreed or asked then.
WITH_A_STEP = frozenset(
    {Moment.AGREEMENTS, Moment.WARNING, Moment.LAST_WARNING, Moment.CONDUCT, Moment.LAST_CHANCE}
)
INVITES = frozenset({Moment.INVITATION, Moment.SECOND_INVITATION})


def addressed(*, case: Case) -> dict[str, str]:
    """By field of the form. Of several people nobody is guessed: one reads whose letter it is."""
    people = list(Party.objects.accused().filter(case=case).select_related("home")[:2])
    known = people[0] if len(people) == 1 and people[0].can_be_heard else None
    home = (known.home if known else None) or (case.about_home if len(people) < 2 else None)
    said = {"to_name": known.name} if known else {}
    if home is not None:
        said["to_address"] = f"{home.address}\n{home.postcode[:4]} {home.postcode[4:]} {home.city}"
    return said


def of_talk(*, case: Case, text: StandardText | None, language: str = DUTCH) -> dict[str, str]:
    """By variable, where the text invites and one invitation waits; other texts are about another talk."""
    if text is None or text.moment not in INVITES:
        return {}
    talks = list(Hearing.objects.filter(party__case=case, state=Hearing.State.INVITED)[:2])
    if len(talks) != 1:
        return {}
    with spoken(language):
        return {
            Variable.TALK_DATE: moment(talks[0].takes_place_at),
            Variable.TALK_PLACE: talks[0].place or str(talks[0].get_way_display()),
        }


def of_step(*, case: Case, text: StandardText | None) -> tuple[dict[str, str], date | None]:
    """By variable what the last step of the landlord agreed or asked, and the day to look again: to begin with, and to change."""
    if text is None or text.moment not in WITH_A_STEP:
        return {}, None
    steps = LadderStep.objects.of(case).in_force().filter(track=Track.CIVIL)
    last = steps.order_by("-decided_at", "-pk").first()
    if last is None:
        return {}, None
    return {Variable.AGREEMENTS: last.agreed, Variable.RULE: last.house_rule}, last.check_on
