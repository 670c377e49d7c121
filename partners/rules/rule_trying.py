"""Rules tried on one report that is made up: the story in words. Nothing is written and nobody is alarmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import RoutingRule, RuleSet
from partners.rules.rule_words import MODES
from partners.weighing import directory
from partners.weighing.blocks import HOLD
from partners.weighing.choosing import NO, RESULT, Story
from partners.weighing.facts import Facts
from partners.weighing.planning import Plan, choose_here, weigh_all

Step = dict[str, str]


@dataclass(frozen=True)
class Tried:
    """What a set would do: the rule that fits and its place, to whom it goes in words, and each step. `passed_by`: rules that do not fit."""

    rule_set: RuleSet
    rule: RoutingRule | None
    place: int | None
    plans: tuple[str, ...]
    steps: tuple[Step, ...]
    passed_by: tuple[Step, ...]

    @property
    def result(self) -> tuple[str, ...]:
        return (self.rule.slug if self.rule else "", *self.plans)


def tried(*, facts: Facts, rule_set: RuleSet, rules: Sequence[RoutingRule], on: date) -> Tried:
    """`rules`: all of the set in order; those that are off or not valid on this day are not read, as in routing."""
    story = Story()
    choice = choose_here(facts, [rule for rule in rules if rule.is_valid_on(on)], story)
    planned = weigh_all(choice, facts, directory.read(on))
    story.lines += planned.lines
    if not planned.plans:
        story.add("Naar de triage", RESULT, "een medewerker kiest de partner")
    places = {rule.slug: place for place, rule in enumerate(rules, 1)}
    rule_lines = [
        line for line in story.lines if line["outcome"] == NO and line["title"].startswith("Regel ")
    ]
    return Tried(
        rule_set=rule_set,
        rule=choice.rule,
        place=places[choice.rule.slug] if choice.rule else None,
        plans=tuple(_words(one) for one in planned.plans) or (_("Naar de triage: een medewerker kiest."),),
        steps=tuple(line for line in story.lines if line not in rule_lines),
        passed_by=tuple(rule_lines),
    )


def _words(plan: Plan) -> str:
    said = _("{partner}: direct").format(partner=plan.partner.name)
    if plan.mode == HOLD:
        said = _("{partner}: voorstel, een medewerker geeft vrij ({why})").format(
            partner=plan.partner.name, why=plan.why or _("zo zegt de regel of de soort het")
        )
    elif not plan.partner.is_internal:
        said = f"{plan.partner.name}: {MODES[plan.mode]}"
    if plan.days:
        said += ", " + ngettext("binnen {n} werkdag", "binnen {n} werkdagen", plan.days).format(n=plan.days)
    return said
