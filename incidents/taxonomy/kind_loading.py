"""Load the taxonomy into the database, as often as you like; what an association changed itself stays as it is."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from incidents.models import Kind, KindGroup
from incidents.taxonomy import GROUPS, KINDS, WORDS_EN, WORDS_NL
from incidents.taxonomy.questioning import load_questions
from safetyportal.configuration.models import Change

# What an association may change of a kind in a form.
CONFIGURABLE = (
    "label_nl", "label_en", "hint_nl", "hint_en", "urgency", "share", "restricted", "call_line", "call_text_nl",
    "call_text_en", "words_nl", "words_en", "first_answer", "advice_nl", "advice_en",
)  # fmt: skip
WORDS = {"words_nl", "words_en"}


@transaction.atomic
def load_kinds() -> None:
    """Groups and kinds as shipped, by code. `active_from` and `active_to` are the association's own."""
    groups = [
        KindGroup(code=spec.code, label_nl=spec.label_nl, label_en=spec.label_en, position=position)
        for position, spec in enumerate(GROUPS)
    ]
    KindGroup.objects.bulk_create(
        groups,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["label_nl", "label_en", "position"],
    )
    kinds = []
    for position, spec in enumerate(KINDS):
        values = asdict(spec) | {
            name: list(getattr(spec, name))
            for name in ("first_partners", "second_partners", "named_partners")
        }
        words = {"words_nl": WORDS_NL.get(spec.code, ""), "words_en": WORDS_EN.get(spec.code, "")}
        kinds.append(Kind(**values, **words, group_id=spec.group, position=position))
    shipped = [
        field.name
        for field in Kind._meta.concrete_fields
        if field.name not in ("code", "active_from", "active_to", "questions")
    ]
    own = _own()
    for kept in {frozenset(fields) for fields in (set(), *own.values())}:
        Kind.objects.bulk_create(
            [kind for kind in kinds if own.get(kind.code.lower(), set()) == kept],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=[name for name in shipped if name not in kept],
        )
    load_questions()


def _own() -> dict[str, set[str]]:
    """By kind what stays as the association has it: all settings once it changed one, but words only if it changed those, and
    the order of a group once it changed that.

    People find a kind by its words, so a kind that was renamed still gets the better ones.
    """
    own: dict[str, set[str]] = {}
    reordered: set[str] = set()
    for change in Change.objects.filter(section="soorten").order_by("version"):
        changed = {name for name in WORDS if change.before.get(name) != change.after.get(name)}
        own.setdefault(change.subject, set(CONFIGURABLE) - WORDS).update(changed)
        if change.before.get("position", 0) != change.after.get("position", 0):
            reordered.add(change.subject)
    groups = {spec.group for spec in KINDS if spec.code.lower() in reordered}
    for spec in KINDS:
        if spec.group in groups:
            own.setdefault(spec.code.lower(), set()).add("position")
    return own
