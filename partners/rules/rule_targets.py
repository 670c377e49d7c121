"""Whether those a rule sends to are there: an active partner, in the rule's area, with the covenant its mode needs. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.models import RoutingRule
from partners.rules.rule_boxes import Known
from partners.rules.rule_health import Code, Finding, Severity, named_targets
from partners.weighing.blocks import STAFF_ONLY, stricter
from partners.weighing.directory import Directory, Listed, Place
from safetyportal.texts.listing import listed

NEEDS_COVENANT = frozenset("MT")  # as the block for it says: without one it becomes a proposal
MOST_NAMED = 3

About = tuple[Code, Severity, str]


@dataclass(frozen=True)
class Agreed:
    """`shares`: the floor of each kind, which may make a mode stricter than the rule says. `had`: types of which there is or
    was a partner.
    """

    shares: Mapping[str, str]
    had: frozenset[str]


def targets_there(
    rules: Sequence[RoutingRule], known: Known, directory: Directory, agreed: Agreed
) -> list[Finding]:
    """Types that nobody knows are left out, and those to which nothing goes through the portal."""
    return [
        Finding(rule.slug, code, severity, text)
        for rule in rules
        if rule.is_active
        for type_code, mode in named_targets(rule).items()
        if type_code in known.partner_types and mode != STAFF_ONLY
        for code, severity, text in _about(rule, type_code, mode, known, directory, agreed)
    ]


def _about(
    rule: RoutingRule, type_code: str, mode: str, known: Known, directory: Directory, agreed: Agreed
) -> list[About]:
    name = {
        "partner": PARTNER_TYPES_BY_CODE[type_code].name if type_code in PARTNER_TYPES_BY_CODE else type_code
    }
    active = [one for one in directory.partners if one.partner.type_code == type_code]
    if not active and rule.waits_for_an_owner and type_code not in agreed.had:
        # What an association starts with names types that it has no partner of yet, or never will.
        text = _("Er is nog geen «%(partner)s»: die slaat de regel over.")
        return [(Code.PARTNER, Severity.NOTE, text % name)]
    if not active:
        text = _(
            "Er is geen ketenpartner of afdeling «%(partner)s» die nu meedoet. "
            "Voeg er een toe, of haal dit type uit de regel."
        )
        return [(Code.PARTNER, Severity.ERROR, text % name)]
    places = _places(rule, known)
    here = {place: directory.find(type_code, place) for place in places}
    empty = {place for place, listed in here.items() if listed is None}
    if places and len(empty) == len(places):
        text = _(
            "Er is geen «%(partner)s» voor de plek van deze regel. "
            "Geef een ketenpartner dit gebied, of haal dit type uit de regel."
        )
        return [(Code.PARTNER, Severity.ERROR, text % name)]
    found = []
    if empty:
        # Who made a rule for a place counts on its partner there; one for everywhere goes on with its other partners,
        # and with the triage desk when a report comes.
        severity = Severity.WARNING if _names_a_place(rule) else Severity.NOTE
        text = _("In %(places)s is er geen «%(partner)s»: die slaat de regel daar over.")
        found.append((Code.PARTNER, severity, text % (name | {"places": _named(empty, places)})))
    if _needs_covenant(rule, mode, known, agreed.shares):
        without = {place for place, listed in here.items() if listed is not None and not _may_get(listed)}
        found += _without_covenant(without, places, name)
    return found


def _without_covenant(without: set[Place], places: Sequence[Place], name: dict[str, str]) -> list[About]:
    if not without:
        return []
    if len(without) == len(places):
        text = _(
            "Met «%(partner)s» is er nu geen geldig convenant. Wat deze regel daarheen stuurt, "
            "wacht op een medewerker. Leg een convenant vast."
        )
    else:
        text = _(
            "Met «%(partner)s» in %(places)s is er nu geen geldig convenant. Wat deze regel daarheen stuurt, "
            "wacht op een medewerker. Leg een convenant vast."
        )
    return [(Code.COVENANT, Severity.WARNING, text % (name | {"places": _named(without, places)}))]


def _may_get(listed: Listed) -> bool:
    return listed.partner.is_internal or listed.has_covenant


def _names_a_place(rule: RoutingRule) -> bool:
    return bool(rule.municipality or rule.neighbourhood or rule.complex_id)


def _named(some: Collection[Place], places: Sequence[Place]) -> str:
    """Towns as far as they are there whole, else neighbourhoods of them; the first few, and how many more."""
    whole = {place.municipality for place in some} - {
        place.municipality for place in places if place not in some
    }
    said = sorted(
        {
            place.municipality
            if place.municipality in whole
            else _("%(near)s (%(town)s)") % {"near": place.neighbourhood, "town": place.municipality}
            for place in some
        }
    )
    more = len(said) - MOST_NAMED
    if more > 0:
        last = ngettext("nog %(count)s plek", "nog %(count)s plekken", more) % {"count": more}
        said = [*said[:MOST_NAMED], last]
    return listed(said)


def _needs_covenant(rule: RoutingRule, mode: str, known: Known, shares: Mapping[str, str]) -> bool:
    kinds = known.kinds_of(rule.kinds) if rule.kinds else known.kinds
    return any(stricter(mode, shares.get(kind, mode)) in NEEDS_COVENANT for kind in kinds)


def _places(rule: RoutingRule, known: Known) -> list[Place]:
    return [
        Place(*place, complex_id)
        for complex_id, place in known.complexes.items()
        if rule.lies_at(complex_id, *place)
    ]
