"""A later round of routing: what people decided stands, what nobody touched follows the new kind or place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_noop

from incidents import timeline
from incidents.models import Case, TimelineEntry
from partners import referrals
from partners.models import Partner, Question, Referral
from partners.models.referral_words import IN_QUEUE, OPEN_STATES, WENT_WITH_ITS_CASE, State
from partners.weighing.blocks import HOLD
from partners.weighing.choosing import NO, RESULT, Story
from partners.weighing.planning import Plan, Turns

CHANGED = "soort of plek veranderd"
# Words of a stored decision that safetyportal.desk.why looks for.
DECIDED, STAYS, TAKEN_BACK = (
    "hierover besloot een mens al: dat blijft zo",
    "lag daar al, blijft",
    "teruggenomen",
)
NEXT_ONE = "Is er nog een volgende ketenpartner?"
BY_HAND = gettext_noop("een medewerker koos bij deze zaak al zelf")
# Somebody did something with it: made it, released it, refused it, asked about it, took it on, gave it back or finished it.
# What only went with a case that closed may come again when that is taken up and changes.
TOUCHED = (
    Q(made_by__isnull=False)
    | Q(released_by__isnull=False)
    | Q(answered_by__isnull=False)
    | Q(finished_by__isnull=False)
    # Also one that was answered or taken back since.
    | Q(Exists(Question.objects.filter(referral=OuterRef("pk"))))
)


@dataclass(frozen=True)
class Standing:
    """The referrals of a case, told apart. Last resorts (triage) are nobody's decision."""

    decided: frozenset[Partner]
    turns: Turns
    untouched: tuple[Referral, ...]
    last_resorts: tuple[Referral, ...]
    by_hand: bool
    # With one of those about whom somebody decided; who gave it back does not have it.
    is_somewhere: bool

    @property
    def lies_outside(self) -> bool:
        """Whether an outside partner has the case, or a proposal for one waits."""
        return bool(self.turns.busy) or any(not one.partner.is_internal for one in self.untouched)


def standing(case: Case) -> Standing:
    """How the case lies with partners before this round. Call with the case locked."""
    all_of_it = list(case.referrals.select_related("partner").order_by("created_at", "pk"))
    touched = set(case.referrals.filter(TOUCHED).exclude(WENT_WITH_ITS_CASE).values_list("pk", flat=True))
    own = [one for one in all_of_it if not one.partner.is_last_resort]
    decided = [one for one in own if one.pk in touched]
    outside = [one for one in decided if not one.partner.is_internal]
    busy = frozenset(one.partner for one in outside if one.state in OPEN_STATES)
    return Standing(
        decided=frozenset(one.partner for one in decided),
        turns=Turns(busy=busy, done=frozenset(one.partner for one in outside) - busy),
        untouched=tuple(one for one in own if one.pk not in touched and one.state in OPEN_STATES),
        last_resorts=tuple(one for one in all_of_it if one.partner.is_last_resort and one.state in IN_QUEUE),
        by_hand=any(one.made_by_id is not None for one in own),
        is_somewhere=any(one.pk in touched and one.state != State.DECLINED for one in own),
    )


def adjust(plans: list[Plan], before: Standing, story: Story) -> list[Plan]:
    """What of the new plan may be carried out, given what people decided before. Pure."""
    kept: list[Plan] = []
    for plan in plans:
        if plan.partner in before.decided:
            story.add(plan.partner.name, RESULT, DECIDED)
        elif before.by_hand and not plan.partner.is_internal:
            story.add(plan.partner.name, RESULT, f"{BY_HAND}: een voorstel, geen doorverwijzing vanzelf")
            kept.append(replace(plan, mode=HOLD, why=plan.why or BY_HAND))
        else:
            kept.append(plan)
    return kept


def take_back_what_changed(
    *, case: Case, plans: list[Plan], before: Standing, story: Story, at: datetime
) -> None:
    """Take back what nobody touched and the new plan does not hold in the same mode; and triage, when it has a place."""
    wanted = {(plan.partner.pk, plan.mode) for plan in plans}
    for referral in before.untouched:
        if (referral.partner_id, referral.mode) in wanted:
            story.add(referral.partner.name, RESULT, STAYS)
        else:
            story.add(referral.partner.name, RESULT, f"{TAKEN_BACK}: {CHANGED}")
            _take_back(referral, case, at)
    for referral in before.last_resorts:
        at_its_desk = case.restricted and referral.partner.is_restricted
        wrong_desk = case.restricted != referral.partner.is_restricted
        if not at_its_desk and (plans or before.is_somewhere or wrong_desk):
            _take_back(referral, case, at)


def _take_back(referral: Referral, case: Case, at: datetime) -> None:
    referral.state, referral.answer = State.WITHDRAWN, CHANGED
    referral.save(update_fields=["state", "answer"])
    referrals.obligation_met(referral=referral, at=at)
    text = f"{referral.partner.name}: teruggenomen door het portaal, {CHANGED}"
    timeline.write(case=case, sort=TimelineEntry.Sort.ROUTED, at=at, text=text)


def only_the_next(plans: list[Plan], before: Standing, story: Story) -> list[Plan]:
    """What a round for the next partner may carry out: our own desks have their work, and nothing is taken back. Pure."""
    outside = [plan for plan in plans if not plan.partner.is_internal]
    if not outside and not before.lies_outside:
        story.add(
            NEXT_ONE,
            NO,
            "na het laatste antwoord past geen andere ketenpartner",
        )
    return outside
