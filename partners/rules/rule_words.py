"""A routing rule in plain words, for who looks after the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from complexes.models import Space
from incidents.models import Kind, Question
from incidents.models.case import Band
from partners.defaults.default_types import PARTNER_TYPES
from partners.models import Partner, RoutingRule
from partners.weighing import blocks

# What a rule may ask for. A kind may ask for more (Kind.share).
MODES = {code: gettext_lazy(text) for code, text in blocks.MODES.items()}
DAYS = (gettext_lazy("maandag"), gettext_lazy("dinsdag"), gettext_lazy("woensdag"), gettext_lazy("donderdag"), gettext_lazy("vrijdag"), gettext_lazy("zaterdag"), gettext_lazy("zondag"))  # fmt: skip


@dataclass(frozen=True)
class Facet:
    """One part of a rule: what it is about, and what the rule says of it."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Names:
    """What codes are called; whoever is not in it is called by the code."""

    kinds: Mapping[str, str]
    partners: Mapping[str, str]
    desks: frozenset[str]
    questions: Mapping[tuple[str, str], Question]

    def kind(self, code: str) -> str:
        return self.kinds.get(code, code)

    def partner(self, code: str) -> str:
        return self.partners.get(code, code)


def names(rules: Iterable[RoutingRule] = ()) -> Names:
    """The names of all kinds and partner types, and the questions that these rules ask about."""
    found = Kind.objects.select_related("group")
    kinds = {kind.group_id: _("{group} (alles)").format(group=kind.group.label) for kind in found} | {
        kind.code: kind.label for kind in found
    }
    types = partner_types()
    asking = {rule.kinds[0] for rule in rules if rule.question_key and rule.kinds}
    asked = Question.objects.filter(
        question_set__in=[kind.questions_id for kind in found if kind.code in asking]
    ).select_related("question_set")
    return Names(
        kinds=kinds,
        partners={code: name for code, (name, _is_internal) in types.items()},
        desks=frozenset(code for code, (_name, is_internal) in types.items() if is_internal),
        questions={(one.question_set.kind_id, one.key): one for one in asked},
    )  # fmt: skip


def partner_types() -> dict[str, tuple[str, bool]]:
    """The types a rule can send to: name, and whether it is a desk of our own. One that only partners have is called after its first."""
    own = {one.type_code: (one.name, one.is_internal) for one in Partner.objects.order_by("-pk")}
    return own | {spec.code: (spec.name, spec.is_internal) for spec in PARTNER_TYPES}


def when(rule: RoutingRule, known: Names) -> str:
    said = [f"{one.label}: {one.text}" for one in conditions(rule, known)]
    # One sentence: only its first word has a capital.
    return "; ".join(said[:1] + [one[:1].lower() + one[1:] for one in said[1:]]) or _("Elke melding")


def conditions(rule: RoutingRule, known: Names) -> list[Facet]:
    """All conditions, those alone that the rule has."""
    found = [
        Facet("kinds", _("Soort"), ", ".join(known.kind(code) for code in rule.kinds)),
        Facet("bands", _("Ernst"), ", ".join(_band(code) for code in rule.bands)),
        Facet("municipality", _("Gemeente"), rule.municipality),
        Facet("neighbourhood", _("Wijk"), rule.neighbourhood),
        Facet("complex", _("Complex"), str(rule.complex) if rule.complex_id else ""),
        Facet("spaces", _("Ruimte"), ", ".join(_space(code) for code in rule.spaces)),
        Facet("weekdays", _("Gemeld op"), ", ".join(_day(one) for one in rule.weekdays)),
        Facet("hours", _("Gemeld"), _hours(rule)),
        Facet("answer", _("Antwoord"), _answer(rule, known)),
    ]
    return [one for one in found if one.text]


def facets(rule: RoutingRule, known: Names) -> list[Facet]:
    """Everything that can be set in a rule, in the order of its form; a condition it does not have is "–"."""
    said = {one.name: one for one in conditions(rule, known)}
    dates = _("van {first} tot en met {last}") if rule.valid_to else _("vanaf {first}")
    return [
        Facet("name", _("Naam"), rule.name),
        *said.values(),
        Facet("outcome", _("Naar"), outcome(rule, known)),
        Facet("dates", _("Geldt"), dates.format(first=_date(rule.valid_from), last=_date(rule.valid_to))),
        Facet("owner", _("Eigenaar"), rule.owner.name if rule.owner else "–"),
        Facet("active", _("Staat aan"), _("ja") if rule.is_active else _("nee")),
        *([Facet("note", _("Uitleg"), rule.note)] if rule.note else []),
    ]


def changed(before: RoutingRule, after: RoutingRule, known: Names) -> list[tuple[str, str, str]]:
    """What differs between two rules: label, then what it was and what it is now."""
    was, now = ({one.name: one for one in facets(rule, known)} for rule in (before, after))
    rows = []
    for name in [*now, *(name for name in was if name not in now)]:
        texts = [found[name].text if name in found else "–" for found in (was, now)]
        if texts[0] != texts[1]:
            rows.append(((now.get(name) or was[name]).label, texts[0], texts[1]))
    return rows


def outcome(rule: RoutingRule, known: Names) -> str:
    if rule.use_kind_default:
        return _("de eerste partner van de soort zelf")
    return "; ".join(target(one, known) for one in rule.targets) or "–"


def target(stored: Any, known: Names) -> str:
    """Rules are data that people edit: what cannot be read is shown as it stands."""
    if not isinstance(stored, Sequence) or isinstance(stored, str) or len(stored) not in (2, 3):
        return str(stored)
    code, mode, *term = stored
    words = [known.partner(str(code))]
    if code not in known.desks:
        words.append(str(MODES.get(str(mode), f"({mode})")))
    said = " ".join(words)
    if term and isinstance(term[0], int):
        said += ", " + ngettext("binnen {n} werkdag", "binnen {n} werkdagen", term[0]).format(n=term[0])
    return said


def _band(code: str) -> str:
    return str(dict(Band.choices).get(code, code))


def _space(code: str) -> str:
    return str(dict(Space.Sort.choices).get(code, code))


def _day(number: int) -> str:
    return str(DAYS[number - 1]) if 1 <= number <= len(DAYS) else str(number)


def _hours(rule: RoutingRule) -> str:
    if rule.hour_from is None:
        return ""
    return _("van {first} tot {last} uur").format(first=rule.hour_from, last=rule.hour_to)


def _answer(rule: RoutingRule, known: Names) -> str:
    if not rule.question_key:
        return ""
    question = known.questions.get((rule.kinds[0], rule.question_key)) if rule.kinds else None
    if question is None:
        return f"{rule.question_key}: {rule.answer_value}"
    return f"«{question.text}» {question.said([rule.answer_value])}"


def _date(value: Any) -> str:
    return f"{value.day}-{value.month}-{value.year}" if value else ""
