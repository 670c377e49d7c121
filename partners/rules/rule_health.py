"""What is wrong with ordered rules though each can be carried out: never reached, double, or naming what is no more. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import RoutingRule
from partners.rules.rule_boxes import NO_SPACE, Box, Known, KnownKind, boxes
from partners.rules.rule_cover import Covered, look
from partners.weighing.blocks import STRICTNESS
from safetyportal.texts.listing import listed

MOST_NAMED = 5  # of the rules that take all there is, before it says how many more


class Code(StrEnum):
    SHADOWED = "shadowed"
    CONTRADICTS = "contradicts"
    CATCHES_ALL = "catches_all"
    NEVER = "never"
    UNKNOWN = "unknown"
    TOO_MANY = "too_many"
    # With what stands in the database beside them: partners.rules.rule_targets and rule_report.
    PARTNER = "partner"
    COVENANT = "covenant"
    OWNER = "owner"
    ENDS = "ends"
    UNUSED = "unused"


class Severity(StrEnum):
    ERROR = "error"  # the rule does nothing, or not what it says
    WARNING = "warning"  # somebody should look
    NOTE = "note"  # good to know


@dataclass(frozen=True)
class Finding:
    """Something about one rule, in words that say what to do. `others` are the slugs of rules that it is about too."""

    slug: str
    code: Code
    severity: Severity
    text: str
    others: tuple[str, ...] = ()


def check(rules: Sequence[RoutingRule], known: Known) -> list[Finding]:
    """All findings about rules in their order; of rules that are switched off none."""
    ordered = boxes(rules, known)
    found = [*unknown(rules, known), *never(rules, known), *contradicts(ordered)]
    double = {finding.slug for finding in found if finding.code == Code.CONTRADICTS}
    found += [finding for finding in shadowed(ordered) if finding.slug not in double]
    found += catches_all(rules)
    order = {rule.slug: place for place, rule in enumerate(rules)}
    return sorted(found, key=lambda finding: order[finding.slug])


def shadowed(ordered: Sequence[Box]) -> list[Finding]:
    """Rules that are never reached, because earlier ones together take all they match; and of which rules that was too much to find out."""
    looked = look(tuple(box.shape for box in ordered)).covered
    found = [
        _shadowed(box, [ordered[place] for place in covered.by])
        for box, covered in zip(ordered, looked, strict=True)
        if covered.by
    ]
    return [*found, *_not_looked_at(ordered, looked)]


def _shadowed(box: Box, before: Sequence[Box]) -> Finding:
    text = ngettext(
        "Deze regel komt nooit aan de beurt. Regel %(names)s staat hoger en neemt alles al. "
        "Zet deze regel hoger, of haal hem weg.",
        "Deze regel komt nooit aan de beurt. Regels %(names)s staan hoger en nemen samen alles al. "
        "Zet deze regel hoger, of haal hem weg.",
        len(before),
    ) % {"names": _named(before)}
    return _finding(box.rule, Code.SHADOWED, Severity.ERROR, text, before)


def _not_looked_at(ordered: Sequence[Box], looked: Sequence[Covered]) -> list[Finding]:
    """Said once, at the first of them: nothing can be done about one of them alone."""
    left = [box for box, covered in zip(ordered, looked, strict=True) if not covered.is_known]
    if not left:
        return []
    text = ngettext(
        "Er zijn te veel regels om alles na te gaan. Wij weten niet of deze regel ooit aan de beurt komt. "
        "Maak regels eenvoudiger, of haal er weg.",
        "Er zijn te veel regels om alles na te gaan. Van %(count)s regels, vanaf deze, weten wij niet of ze ooit "
        "aan de beurt komen. Maak regels eenvoudiger, of haal er weg.",
        len(left),
    ) % {"count": len(left)}
    return [_finding(left[0].rule, Code.TOO_MANY, Severity.WARNING, text, left[1:])]


def contradicts(ordered: Sequence[Box]) -> list[Finding]:
    """Rules that ask exactly what an earlier one asks, and say something else."""
    found = []
    ordered = [box for box in ordered if not box.shape.is_empty]
    for place, box in enumerate(ordered):
        twin = next((one for one in ordered[:place] if one.shape.is_alike(box.shape)), None)
        if twin and _outcome(twin.rule) != _outcome(box.rule):
            text = _(
                "Deze regel vraagt hetzelfde als regel %(names)s, maar kiest anders. De bovenste wint. "
                "Haal een van de twee weg, of maak hem preciezer."
            ) % {"names": _named([twin])}
            found.append(_finding(box.rule, Code.CONTRADICTS, Severity.ERROR, text, [twin]))
    return found


def catches_all(rules: Sequence[RoutingRule]) -> list[Finding]:
    """Rules without any condition: good at the end, and nowhere else."""
    found = []
    ordered = [rule for rule in rules if rule.is_active]
    for place, rule in enumerate(ordered):
        if not rule.passes_everything or rule.valid_to:
            continue
        if place + 1 < len(ordered):
            text = _(
                "Deze regel past op elke melding. Zet hem onderaan: wat eronder staat, komt niet aan de beurt."
            )
            found.append(_finding(rule, Code.CATCHES_ALL, Severity.WARNING, text))
        else:
            text = _("Deze regel past op elke melding die nog over is. Laat hem onderaan staan.")
            found.append(_finding(rule, Code.CATCHES_ALL, Severity.NOTE, text))
    return found


def never(rules: Sequence[RoutingRule], known: Known) -> list[Finding]:
    """Rules for which no report can come any more: ended, only closed kinds, or a place without complexes."""
    return [
        _finding(rule, Code.NEVER, Severity.ERROR, text)
        for rule in rules
        if rule.is_active
        for text in _never(rule, known)
    ]


def _never(rule: RoutingRule, known: Known) -> list[str]:
    texts = []
    if rule.valid_to and rule.valid_to < known.today:
        texts.append(
            _("De einddatum van deze regel is voorbij. Geef hem een nieuwe einddatum, of haal hem weg.")
        )
    kinds = known.kinds_of(rule.kinds)
    if kinds and all(known.kinds[code].is_closed for code in kinds):
        texts.append(_("Alle soorten van deze regel zijn gesloten. Kies andere soorten, of haal hem weg."))
    if (rule.municipality or rule.neighbourhood or rule.complex_id) and not _has_homes(rule, known):
        texts.append(
            _("Op de plek van deze regel hebben wij geen complex. Kies een andere plek, of haal hem weg.")
        )
    return texts


def _has_homes(rule: RoutingRule, known: Known) -> bool:
    return any(rule.lies_at(complex_id, *place) for complex_id, place in known.complexes.items())


def unknown(rules: Sequence[RoutingRule], known: Known) -> list[Finding]:
    """Rules that name a kind, space, question, answer or type of partner that does not exist, or no more."""
    return [
        _finding(rule, Code.UNKNOWN, Severity.ERROR, text)
        for rule in rules
        if rule.is_active
        for text in (*_unknown_words(rule, known), *_unknown_answer(rule, known))
    ]


def _unknown_words(rule: RoutingRule, known: Known) -> list[str]:
    groups = {kind.group for kind in known.kinds.values()}
    words = [
        (
            _("Soort %(code)s bestaat niet meer. Haal deze soort uit de regel."),
            set(rule.kinds) - set(known.kinds) - groups,
        ),
        (
            _("Ruimte %(code)s bestaat niet meer. Haal deze ruimte uit de regel."),
            set(rule.spaces) - known.spaces - {NO_SPACE},
        ),
        (
            _("Het type ketenpartner %(code)s bestaat niet meer. Kies een ander type."),
            set(named_targets(rule)) - known.partner_types,
        ),
    ]
    return [text % {"code": code} for text, codes in words for code in sorted(codes)]


def _unknown_answer(rule: RoutingRule, known: Known) -> list[str]:
    if not rule.question_key or len(rule.kinds) != 1 or rule.kinds[0] not in known.kinds:
        return []
    kind: KnownKind = known.kinds[rule.kinds[0]]
    answers = (kind.answers or {}).get(rule.question_key)
    if answers is None:
        return [_("Deze regel kijkt naar een vraag die wij niet meer stellen. Kies een andere vraag.")]
    if rule.answer_value not in answers:
        return [_("Deze regel wacht op een antwoord dat niemand meer kan geven. Kies een ander antwoord.")]
    return []


def named_targets(rule: RoutingRule) -> dict[str, str]:
    """The partner types named, each with its mode; what cannot be read is for `choosing.wrong_with` to say."""
    if rule.use_kind_default:
        return {}
    return {
        one[0]: one[1]
        for one in rule.targets
        if isinstance(one, list | tuple)
        and len(one) > 1
        and isinstance(one[0], str)
        and isinstance(one[1], str)
        and len(one[1]) == 1
        and one[1] in STRICTNESS
    }


def _outcome(rule: RoutingRule) -> object:
    return rule.use_kind_default or [
        list(one) if isinstance(one, list | tuple) else one for one in rule.targets
    ]


def _named(found: Sequence[Box]) -> str:
    names = [f"«{box.rule.name}»" for box in found]
    more = len(names) - MOST_NAMED
    if more > 1:
        last = ngettext("nog %(count)s regel", "nog %(count)s regels", more) % {"count": more}
        names = [*names[:MOST_NAMED], last]
    return listed(names)


def _finding(
    rule: RoutingRule, code: Code, severity: Severity, text: str, others: Sequence[Box] = ()
) -> Finding:
    return Finding(rule.slug, code, severity, text, tuple(box.rule.slug for box in others))
