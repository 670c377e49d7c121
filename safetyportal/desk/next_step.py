"""The first things to do in a case, in words, each with the page that does it. Pure: next_rules says which and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from incidents.following.dialogue import Waiting
from safetyportal.desk.case_file import Term
from safetyportal.desk.look import Button, Look, Rule
from safetyportal.desk.next_rules import REST, RULES

MOST = 4


@dataclass(frozen=True)
class Step:
    """`rule` is its name in the table; `term` what is owed and by when, where something is."""

    rule: str
    text: str
    buttons: tuple[Button, ...]
    term: Term | None = None
    # "Tolk nodig" for whom is called, written to or visited.
    interpreter: bool = False

    @property
    def is_work(self) -> bool:
        """There is something to press."""
        return bool(self.buttons)


def next_steps(look: Look) -> list[Step]:
    """The next step first, and what comes after it; always at least one, never more than MOST."""
    found = [_step(rule, look, hit) for rule in RULES if (hit := rule.when(look))]
    if not found or found[0].rule == "merged":
        found = found or [_step(rule, look, hit) for rule in REST if (hit := rule.when(look))]
        return found[:1]
    return found[:MOST]


def _step(rule: Rule, look: Look, hit: Any) -> Step:
    return Step(
        rule=rule.name,
        text=str(rule.words).format(what=rule.what(look, hit)),
        buttons=tuple(rule.to(look, hit)),
        term=_term(look, hit),
        interpreter=rule.interpreter(look, hit),
    )


def _term(look: Look, hit: Any) -> Term | None:
    if isinstance(hit, Waiting):
        return next((one for one in look.file.terms if one.about == hit.about), None)
    return hit if isinstance(hit, Term) else None
