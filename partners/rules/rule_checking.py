"""What is wrong with one rule as somebody fills it in: conditions that never hold together, and sharing that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from incidents.models import Kind
from partners.models import RoutingRule
from partners.rules.rule_choices import Offered
from partners.rules.rule_words import MODES
from partners.weighing.blocks import STAFF_ONLY, STRICTNESS

Wrong = tuple[str, str]


def wrong(rule: RoutingRule, offered: Offered) -> list[Wrong]:
    """Fields that must change, each with what to do."""
    return [*_place(rule, offered), *_kinds(rule, offered), *_shared(rule, offered)]


def _place(rule: RoutingRule, offered: Offered) -> Iterator[Wrong]:
    here = [one for one in offered.complexes if rule.municipality in ("", one.municipality)]
    if rule.municipality and not here:
        yield "municipality", _("Wij hebben geen complex in deze gemeente. Kies een andere gemeente.")
        return
    here = [one for one in here if rule.neighbourhood in ("", one.neighbourhood)]
    if rule.neighbourhood and not here:
        yield "neighbourhood", _("Deze wijk ligt niet in {place}. Kies een wijk in die gemeente, of laat de gemeente leeg.").format(place=rule.municipality or "–")  # fmt: skip
        return
    here = [one for one in here if rule.complex_id in (None, one.pk)]
    if rule.complex_id and not here:
        yield "complex", _("Dit complex ligt niet in {place}. Kies een complex daar, of laat gemeente en wijk leeg.").format(place=rule.neighbourhood or rule.municipality)  # fmt: skip
        return
    places = {one.pk for one in here}
    if rule.spaces and not any(pk in places and sort in rule.spaces for pk, sort in offered.spaces):
        yield (
            "spaces",
            _("Op deze plek heeft geen complex zo’n ruimte. Kies een andere ruimte of een andere plek."),
        )


def _kinds(rule: RoutingRule, offered: Offered) -> Iterator[Wrong]:
    gone = [kind for kind in offered.kinds if kind.code in rule.kinds and kind.code in offered.gone]
    if gone:
        yield "kinds", _("Deze soort kan niemand meer melden: {kinds}. Haal het vinkje weg.").format(kinds=_list(gone))  # fmt: skip
    if not rule.question_key:
        return
    question = next((one for one in offered.questions if one.key == rule.question_key), None)
    if len(rule.kinds) != 1 or rule.kinds[0] not in {kind.code for kind in offered.kinds}:
        yield "answer", _("Een antwoord kan alleen bij precies één soort. Kies één soort, of kies hier «Elk antwoord».")  # fmt: skip
    elif question is None or rule.answer_value not in dict(question.choices):
        yield "answer", _("Deze vraag of dit antwoord hoort niet bij de soort. Kies opnieuw, of kies «Elk antwoord».")  # fmt: skip


def _shared(rule: RoutingRule, offered: Offered) -> Iterator[Wrong]:
    """Only kinds that never go out by themselves, beside a partner that would get them. Where others stand with them: `notes`."""
    kinds = offered.kinds_of(rule.kinds)
    if _outside(rule, offered) and kinds and all(kind.share == Kind.Share.NONE for kind in kinds):
        yield (
            "targets",
            _(
                "{kinds}: dit gaat nooit vanzelf naar een ketenpartner, een medewerker belt. Kies alleen eigen afdelingen."
            ).format(kinds=_list(kinds)),
        )


def notes(rule: RoutingRule, offered: Offered) -> list[str]:
    """What is not wrong and may surprise: a kind that is shared less than the rule asks."""
    outside = _outside(rule, offered)
    if not outside:
        return []
    kinds = offered.kinds_of(rule.kinds)
    found = []
    never = [kind for kind in kinds if kind.share == Kind.Share.NONE]
    if never:
        found.append(_("Naar ketenpartners gaat nooit vanzelf: {kinds}.").format(kinds=_list(never)))
    for code, mode in outside:
        stricter = [
            kind
            for kind in kinds
            if kind.share != Kind.Share.NONE and STRICTNESS.index(kind.share) > STRICTNESS.index(mode)
        ]
        for share in sorted({kind.share for kind in stricter}, key=STRICTNESS.index):
            alike = [kind for kind in stricter if kind.share == share]
            found.append(
                _("{partner}: bij {kinds} wordt dit strenger gemaakt: {mode}.").format(
                    partner=dict(offered.partners).get(code, code), kinds=_list(alike), mode=MODES[share]
                )
            )
    return found


def _outside(rule: RoutingRule, offered: Offered) -> list[tuple[str, str]]:
    """Partners that would see something, each with how much."""
    if rule.use_kind_default:
        return []
    own = dict(offered.desks)
    return [(one[0], one[1]) for one in rule.targets if one[0] not in own and one[1] != STAFF_ONLY]


def _list(kinds: list[Kind]) -> str:
    named = [f"«{kind.label}»" for kind in kinds[:5]]
    more = len(kinds) - len(named)
    return ", ".join(named) + (_(" en nog {n}").format(n=more) if more else "")
