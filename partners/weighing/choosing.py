"""Which rule fits a report, and why. Pure: rules and facts in, a choice with every test in Dutch out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from partners.models import RoutingRule
from partners.weighing.blocks import STRICTNESS, Verdict
from partners.weighing.facts import Facts

YES, NO, WRONG, UNKNOWN, RESULT = "ja", "nee", "fout", "niet bekend", "gevolg"
BANDS = frozenset({"S1", "S2", "S3", "S4"})
MOST_DAYS = 90


class BrokenRule(ValueError):
    """A rule whose content cannot be carried out; the message says what is wrong with it."""


@dataclass
class Story:
    """The explanation as it grows: one line a test."""

    lines: list[dict[str, str]] = field(default_factory=list)

    def add(self, title: str, outcome: str, text: str = "") -> None:
        self.lines.append({"title": title, "outcome": outcome, "text": text})

    def add_verdict(self, partner: str, verdict: Verdict) -> None:
        for block, answer in verdict.answers:
            outcome = UNKNOWN if answer is None else YES if answer else NO
            self.add(f"{partner}: {block.question}", outcome, block.when_yes if answer else "")


@dataclass(frozen=True)
class Sought:
    """A partner type that a rule names, how much it may see, and in how many working days it answers (None: its own term)."""

    type_code: str
    mode: str
    days: int | None = None


@dataclass(frozen=True)
class Choice:
    """The first rule that fits with its targets in order, or none; `broken` names a rule that failed."""

    rule: RoutingRule | None
    targets: tuple[Sought, ...]
    broken: str = ""


def choose(facts: Facts, rules: Iterable[RoutingRule], story: Story) -> Choice:
    """Walk the ordered rules; first match wins. A rule that fails ends the walk: a person must look, not the next rule."""
    for rule in rules:
        title = f"Regel {rule.position} «{rule.name}» (versie {rule.version})"
        try:
            mismatch = _mismatch(rule, facts)
            if mismatch:
                story.add(title, NO, mismatch)
                continue
            targets = _targets(rule, facts)
        except Exception as error:
            # A rule is data that people edit: whatever it does, the report goes to triage and the rule is named.
            story.add(title, WRONG, f"de regel werkt niet: {error}")
            return Choice(None, (), broken=f"{rule.slug}: {error}")
        story.add(title, YES, "deze regel past als eerste")
        return Choice(rule, targets)
    return Choice(None, ())


def wrong_with(rule: RoutingRule) -> str:
    """Why this rule would fail on whatever report comes, in Dutch; nothing when it can be carried out."""
    try:
        _check_bands(rule)
        if rule.hour_from is not None:
            in_hours(0, rule.hour_from, rule.hour_to)
        if rule.question_key and len(rule.kinds) != 1:
            raise BrokenRule("een antwoord op een vraag kan alleen bij één soort")
        if not set(rule.weekdays) <= set(range(1, 8)):
            raise BrokenRule("onbekende dag")
        if not rule.use_kind_default:
            _named(rule)
    except BrokenRule as error:
        return str(error)
    return ""


def _check_bands(rule: RoutingRule) -> None:
    if not set(rule.bands) <= BANDS:
        raise BrokenRule("onbekende ernst")


def _mismatch(rule: RoutingRule, facts: Facts) -> str:
    """Why the rule does not fit, or nothing when it does. Raises BrokenRule for content that makes no sense."""
    _check_bands(rule)
    if rule.kinds and facts.kind not in rule.kinds and facts.group not in rule.kinds:
        return f"soort «{facts.kind_label}» staat er niet in"
    if rule.bands and facts.band not in rule.bands:
        return f"ernst {facts.band} staat er niet in"
    if rule.municipality and rule.municipality != facts.municipality:
        return "andere gemeente"
    if rule.neighbourhood and rule.neighbourhood != facts.neighbourhood:
        return "andere wijk"
    if rule.complex_id and rule.complex_id != facts.complex_id:
        return "ander complex"
    if rule.spaces and facts.space not in rule.spaces:
        return "andere ruimte"
    if rule.weekdays and facts.weekday not in rule.weekdays:
        return "andere dag"
    if rule.hour_from is not None and not in_hours(facts.hour, rule.hour_from, rule.hour_to):
        return "ander tijdstip"
    if rule.question_key and rule.answer_value not in facts.answers.get(rule.question_key, ()):
        return "ander antwoord op de vraag"
    return ""


def in_hours(hour: int, first: int, last: int | None) -> bool:
    """A stretch may go on past midnight."""
    if last is None:
        raise BrokenRule("begintijd zonder eindtijd")
    return first <= hour < last if first < last else hour >= first or hour < last


def _targets(rule: RoutingRule, facts: Facts) -> tuple[Sought, ...]:
    if rule.use_kind_default:
        return tuple(Sought(code, facts.share) for code in facts.first_partners)
    return _named(rule)


def _named(rule: RoutingRule) -> tuple[Sought, ...]:
    found = tuple(_target(one) for one in rule.targets)
    if not found:
        raise BrokenRule("de regel noemt geen partner")
    return found


def _target(one: Any) -> Sought:
    if not (
        isinstance(one, list | tuple)
        and len(one) in (2, 3)
        and all(isinstance(part, str) for part in one[:2])
    ):
        raise BrokenRule("een partner in de regel is niet leesbaar")
    code, mode, *term = one
    if not code or len(mode) != 1 or mode not in STRICTNESS:
        raise BrokenRule(f"onbekende deelwijze {mode!r}")
    days = term[0] if term else None
    if days is not None and not (type(days) is int and 1 <= days <= MOST_DAYS):
        raise BrokenRule("onbekende termijn")
    return Sought(code, mode, days)
