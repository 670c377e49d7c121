"""What can be picked in a rule: kinds, places of the association, partners, colleagues, and the answers to a kind's questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from complexes.models import Complex, Space
from incidents.models import Kind, Question
from partners.rules.rule_words import partner_types
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience

Choice = tuple[str, str]


@dataclass(frozen=True)
class Offered:
    """`gone` holds kinds that are closed, `spaces` pairs of a complex and a sort of space that it has."""

    kinds: tuple[Kind, ...]
    gone: frozenset[str]
    complexes: tuple[Complex, ...]
    spaces: frozenset[tuple[int, str]]
    partners: tuple[Choice, ...]
    desks: tuple[Choice, ...]
    owners: tuple[User, ...]
    questions: tuple[Question, ...] = ()

    def groups(self) -> list[tuple[str, str, list[Kind]]]:
        """Code and label of each group, with its kinds."""
        return [
            (group.code, group.label, list(kinds))
            for group, kinds in groupby(self.kinds, key=lambda kind: kind.group)
        ]

    def places(self) -> list[Choice]:
        return [
            (str(one.pk), f"{one.name} ({one.neighbourhood}, {one.municipality})") for one in self.complexes
        ]

    def kinds_of(self, codes: Iterable[str]) -> list[Kind]:
        """The kinds that codes of kinds and groups stand for; all of them when there is no code."""
        asked = set(codes)
        return [kind for kind in self.kinds if not asked or asked & {kind.code, kind.group_id}]


def offered(on: date, *, keeping: Iterable[str] = (), asking: str = "") -> Offered:
    """`keeping`: kinds that stay on offer though they are closed. `asking`: the kind whose answers can be picked."""
    all_kinds = Kind.objects.select_related("group").order_by("group__position", "position")
    active = set(Kind.objects.active(on).values_list("pk", flat=True))
    kept = active | set(keeping)
    named = sorted((name, code, is_internal) for code, (name, is_internal) in partner_types().items())
    staff = User.objects.filter(is_active=True, audience=Audience.STAFF, role_grants__waiting=False)
    kind = next((one for one in all_kinds if one.code == asking), None)
    return Offered(
        kinds=tuple(one for one in all_kinds if one.code in kept),
        gone=frozenset(kept - active),
        complexes=tuple(Complex.objects.order_by("municipality", "neighbourhood", "name")),
        spaces=frozenset(Space.objects.order_by().values_list("complex_id", "sort").distinct()),
        partners=tuple((code, name) for name, code, is_internal in named if not is_internal),
        desks=tuple((code, name) for name, code, is_internal in named if is_internal),
        owners=tuple(staff.order_by("name", "pk").distinct()),
        questions=tuple(Question.objects.filter(question_set=kind.questions_id)) if kind else (),
    )
