"""Whether those a rule sends to are there: an active partner, in the rule's area, with the covenant its mode needs. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from partners.blocks import STAFF_ONLY, stricter
from partners.default_types import PARTNER_TYPES_BY_CODE
from partners.directory import Directory, Listed, Place
from partners.models import RoutingRule
from partners.rule_boxes import Known
from partners.rule_health import Code, Finding, Severity, named_targets

NEEDS_COVENANT = frozenset("MT")  # as the block for it says: without one it becomes a proposal


def targets_there(
    rules: Sequence[RoutingRule], known: Known, directory: Directory, shares: Mapping[str, str]
) -> list[Finding]:
    """`shares`: the floor of each kind, which may make a mode stricter than the rule says. Types that nobody
    knows are left out, and those to which nothing goes through the portal."""
    return [
        Finding(rule.slug, code, severity, text)
        for rule in rules
        if rule.is_active
        for type_code, mode in named_targets(rule).items()
        if type_code in known.partner_types and mode != STAFF_ONLY
        for code, severity, text in _about(rule, type_code, mode, known, directory, shares)
    ]


def _about(
    rule: RoutingRule,
    type_code: str,
    mode: str,
    known: Known,
    directory: Directory,
    shares: Mapping[str, str],
) -> list[tuple[Code, Severity, str]]:
    name = {
        "partner": PARTNER_TYPES_BY_CODE[type_code].name if type_code in PARTNER_TYPES_BY_CODE else type_code
    }
    active = [one for one in directory.partners if one.partner.type_code == type_code]
    if not active:
        text = _(
            "Er is geen ketenpartner of afdeling «%(partner)s» die nu meedoet. "
            "Voeg er een toe, of haal dit type uit de regel."
        )
        return [(Code.PARTNER, Severity.ERROR, text % name)]
    places = _places(rule, known)
    here = [one for one in active if any(one.covers(place) for place in places)]
    if places and not here:
        text = _(
            "Er is geen «%(partner)s» voor de plek van deze regel. "
            "Geef een ketenpartner dit gebied, of haal dit type uit de regel."
        )
        return [(Code.PARTNER, Severity.ERROR, text % name)]
    if _needs_covenant(rule, mode, known, shares) and here and not any(_may_get(one) for one in here):
        text = _(
            "Met «%(partner)s» is er nu geen geldig convenant. Wat deze regel daarheen stuurt, "
            "wacht op een medewerker. Leg een convenant vast."
        )
        return [(Code.COVENANT, Severity.WARNING, text % name)]
    return []


def _may_get(listed: Listed) -> bool:
    return listed.partner.is_internal or listed.has_covenant


def _needs_covenant(rule: RoutingRule, mode: str, known: Known, shares: Mapping[str, str]) -> bool:
    kinds = known.kinds_of(rule.kinds) if rule.kinds else known.kinds
    return any(stricter(mode, shares.get(kind, mode)) in NEEDS_COVENANT for kind in kinds)


def _places(rule: RoutingRule, known: Known) -> list[Place]:
    return [
        Place(*place, complex_id)
        for complex_id, place in known.complexes.items()
        if rule.lies_at(complex_id, *place)
    ]
