"""Which rule takes what, by the portal's own walk through its rules; worked out once for each kind and severity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bench.fill.copying import NULL, as_json, escaped
from incidents.models import Kind
from partners.defaults.default_types import PARTNER_TYPES_BY_CODE, RESTRICTED, TRIAGE
from partners.models import RoutingRule
from partners.weighing.choosing import NO, RESULT, YES, Choice, Story, choose
from partners.weighing.facts import Facts

STAFF_ONLY = "N"


@dataclass(frozen=True)
class Route:
    """A decision as COPY takes it, with the types of our own desks and of partners outside with their mode."""

    rule: str
    rule_name: str
    rule_version: str
    outcome: str
    steps: str
    own: tuple[str, ...]
    outside: tuple[tuple[str, str], ...]


class Routes:
    def __init__(self, on: date) -> None:
        self.rules = list(RoutingRule.objects.in_force(on))
        self.known: dict[tuple[str, str, bool], Route] = {}

    def find(self, kind: Kind, band: str, *, place_known: bool) -> Route:
        asked = (kind.code, band, place_known)
        found = self.known.get(asked)
        if found is None:
            found = self.known[asked] = self._find(kind, band, place_known)
        return found

    def _find(self, kind: Kind, band: str, place_known: bool) -> Route:
        story = Story()
        story.add("Soort, ernst en plek", RESULT, f"{kind.code} {kind.label_nl}, ernst {band}")
        story.add("Plek bekend?", YES if place_known else NO)
        choice = choose(_facts(kind, band), self.rules, story) if place_known else Choice(None, ())
        own = [one.type_code for one in choice.targets if PARTNER_TYPES_BY_CODE[one.type_code].is_internal]
        outside = [
            (one.type_code, max(one.mode, kind.share, key="AMTHN".index))
            for one in choice.targets
            if one.type_code not in own and one.type_code in PARTNER_TYPES_BY_CODE
        ]
        if kind.restricted:
            own, outside = [RESTRICTED], []
        homeless = not own and not outside
        if homeless:
            story.add("Naar de triage", RESULT, "een medewerker kiest de partner")
            own = [TRIAGE]
        rule = choice.rule
        return Route(
            str(rule.pk) if rule else NULL,
            escaped(rule.name) if rule else "",
            str(rule.version) if rule else NULL,
            "triage" if homeless else "routed",
            as_json(story.lines),
            tuple(own),
            tuple(one for one in outside if one[1] != STAFF_ONLY),
        )


def _facts(kind: Kind, band: str) -> Facts:
    return Facts(
        kind=kind.code, group=kind.group_id, kind_label=kind.label_nl, share=kind.share,
        first_partners=tuple(kind.first_partners), restricted=kind.restricted, one_to_one=kind.one_to_one,
        by_nature_sensitive=False, band=band, complex_id=0, municipality="", neighbourhood="", space="", hour=12, weekday=3, answers={}, mode="confidential",
        consent=None, text_sensitive=False, named_suspect=False, child=False, employee=False, automatic=False,
        reporter_minor=False, protected_address=False, duplicate=False, households=1, entrance_homes=8,
    )  # fmt: skip
