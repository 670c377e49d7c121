from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from incidents.taxonomy import GROUPS, KINDS, KINDS_BY_CODE, KindSpec
from partners.defaults.default_types import PARTNER_TYPES, PARTNER_TYPES_BY_CODE, RESTRICTED
from partners.models import RoutingRule
from partners.models.partner import Category, Profile
from partners.rules.default_rules import DEFAULT_RULES
from partners.rules.rule_specs import RuleSpec
from partners.weighing.blocks import stricter
from partners.weighing.choosing import BANDS, Choice, Story, choose
from partners.weighing.facts import Facts

EVERY = [pytest.param(kind, band, id=f"{kind.code}-{band}") for kind, band in product(KINDS, sorted(BANDS))]
FACTS = Facts(
    kind="", group="", kind_label="", share="A", first_partners=(), restricted=False, one_to_one=False,
    by_nature_sensitive=False, band="S1", complex_id=1, municipality="Lindestad", neighbourhood="Noorderhof",
    space="", hour=12, weekday=3, answers={}, mode="named", consent=None, text_sensitive=False, named_suspect=False, child=False,
    automatic=False,
    employee=False, reporter_minor=False, protected_address=False, duplicate=False, households=1,
    entrance_homes=8,
)  # fmt: skip


def as_rule(position: int, spec: RuleSpec) -> RoutingRule:
    return RoutingRule(
        position=position,
        slug=spec.slug,
        name=spec.name_nl,
        kinds=list(spec.kinds),
        bands=list(spec.severities),
        targets=[[target.partner_type, target.mode] for target in spec.targets],
        use_kind_default=spec.use_kind_default,
        note=spec.note_nl,
    )


RULES = [as_rule(position, spec) for position, spec in enumerate(DEFAULT_RULES, 1)]


def route(kind: KindSpec, band: str) -> Choice:
    facts = replace(
        FACTS,
        kind=kind.code,
        group=kind.group,
        share=kind.share,
        first_partners=kind.first_partners,
        band=band,
    )
    return choose(facts, RULES, Story())


def modes(code: str, band: str) -> dict[str, str]:
    """Partner type -> the mode that is left after the kind's floor; own desks are always at A."""
    kind = KINDS_BY_CODE[code]
    return {
        one.type_code: "A"
        if PARTNER_TYPES_BY_CODE[one.type_code].is_internal
        else stricter(one.mode, kind.share)
        for one in route(kind, band).targets
    }


@pytest.mark.parametrize(("kind", "band"), EVERY)
def test_each_kind_and_severity_goes_to_somebody_we_know(kind: KindSpec, band: str) -> None:
    choice = route(kind, band)

    assert choice.targets
    assert not choice.broken
    assert {one.type_code for one in choice.targets} <= set(PARTNER_TYPES_BY_CODE)


@pytest.mark.parametrize(("kind", "band"), EVERY)
def test_what_must_wait_for_a_person_reaches_nobody_outside_at_once(kind: KindSpec, band: str) -> None:
    outside = {
        mode for code, mode in modes(kind.code, band).items() if not PARTNER_TYPES_BY_CODE[code].is_internal
    }

    assert (
        outside
        <= {"A": set("AMTHN"), "M": set("MTHN"), "T": set("THN"), "H": set("HN"), "N": {"N"}}[kind.share]
    )


@pytest.mark.parametrize(("kind", "band"), EVERY)
def test_a_rule_with_nothing_but_proposals_keeps_an_own_desk_in_the_lead(kind: KindSpec, band: str) -> None:
    found = modes(kind.code, band)
    rule = route(kind, band).rule
    assert rule is not None

    leads = any(PARTNER_TYPES_BY_CODE[code].is_internal for code in found)
    assert leads or rule.use_kind_default or set(found.values()) <= {"A", "M"}


@pytest.mark.parametrize("band", sorted(BANDS))
@pytest.mark.parametrize("code", ["AGR-HUIS", "ZRG-KIND", "AGR-MDW"])
def test_a_restricted_kind_goes_to_its_own_desk_alone(code: str, band: str) -> None:
    assert modes(code, band) == {RESTRICTED: "A"}


@pytest.mark.parametrize(
    ("code", "band", "expected"),
    [
        ("GEL-MUZ", "S1", {"WC": "A", "BB": "T"}),
        ("GEL-MUZ", "S2", {"WC": "A", "BB": "T"}),
        ("GEL-MUZ", "S3", {"WC": "A", "POL": "H"}),
        ("BUR-RUZ", "S4", {"WC": "A", "JUR": "A", "GEM": "H"}),
        ("GEL-INST", "S3", {"TECH": "A"}),
        ("BUR-TREI", "S1", {"WC": "A"}),
        ("AGR-BED", "S1", {"POL": "H"}),
        ("AGR-WAP", "S3", {"WC": "A", "POL": "N", "GEM": "N", "SHN": "N"}),
        ("ZRG-VERW", "S1", {"WB": "A"}),
        ("ZRG-VERW", "S2", {"WC": "A", "OGGZ": "H"}),
        ("ZRG-ALLE", "S4", {"WC": "A", "VT": "N"}),
        ("VUI-ALG", "S1", {"WB": "A"}),
        ("VEI-BRAND", "S3", {"WB": "A", "BRW": "A"}),
        ("DRU-GEB", "S2", {"BOA": "M"}),
        ("VEI-SLAAP", "S2", {"BOA": "M"}),
        ("VEI-GRP", "S2", {"JON": "M"}),
        ("DRU-GEB", "S3", {"POL": "M", "BOA": "M", "JON": "M"}),
        ("DRU-DEA", "S2", {"WC": "A"}),
        ("DRU-DEA", "S4", {"WC": "A", "POL": "H", "GEM": "H", "RIEC": "H"}),
        ("VEI-DIEF", "S2", {"POL": "M"}),
        ("WFR-KLI", "S1", {"WB": "A"}),
        ("WFR-ONR", "S3", {"FRA": "A", "GEM": "H"}),
        ("OVE-OVE", "S2", {"TRIAGE": "A"}),
        ("LEE-IDEE", "S1", {"WC": "A"}),
    ],
)
def test_the_table_of_the_design_holds(code: str, band: str, expected: dict[str, str]) -> None:
    assert modes(code, band) == expected


def test_the_last_rule_catches_everything_and_no_other_does() -> None:
    catching = [spec.slug for spec in DEFAULT_RULES if not spec.kinds]

    assert catching == [DEFAULT_RULES[-1].slug] == ["kind-default"]


def test_rules_name_only_kinds_groups_and_partner_types_that_exist() -> None:
    known = {group.code for group in GROUPS} | set(KINDS_BY_CODE)

    assert {code for spec in DEFAULT_RULES for code in spec.kinds} <= known
    assert {target.partner_type for spec in DEFAULT_RULES for target in spec.targets} <= set(
        PARTNER_TYPES_BY_CODE
    )


def test_every_rule_is_used_by_some_kind() -> None:
    used = {choice.rule.slug for kind, band in product(KINDS, BANDS) if (choice := route(kind, band)).rule}

    assert used == {spec.slug for spec in DEFAULT_RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_fits_its_columns(rule: RoutingRule) -> None:
    rule.clean_fields(exclude=["targets", "owner", "rule_set", "changed_at", "changed_by"])


def test_kinds_name_only_partner_types_that_exist() -> None:
    named = {
        code for kind in KINDS for code in (*kind.first_partners, *kind.second_partners, *kind.named_partners)
    }

    assert named <= set(PARTNER_TYPES_BY_CODE)


def test_partner_types_have_a_known_category_and_profile() -> None:
    assert len(PARTNER_TYPES_BY_CODE) == len(PARTNER_TYPES)
    assert {spec.category for spec in PARTNER_TYPES} <= set(Category.values)
    assert {spec.profile for spec in PARTNER_TYPES} == set(Profile.values)
