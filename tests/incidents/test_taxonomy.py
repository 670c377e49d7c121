from __future__ import annotations

from collections import Counter

import pytest

from incidents.models import Kind, KindGroup
from incidents.taxonomy import GROUPS, KINDS, KINDS_BY_CODE, KindSpec

CALL_PAGE = ("call_first", "closed")


def test_there_are_eleven_groups_and_forty_seven_kinds() -> None:
    assert len({group.code for group in GROUPS}) == len(GROUPS) == 11
    assert len(KINDS_BY_CODE) == len(KINDS) == 47


def test_each_group_has_kinds_and_each_kind_a_group() -> None:
    assert {kind.group for kind in KINDS} == {group.code for group in GROUPS}


def test_kinds_stand_in_the_order_of_their_groups() -> None:
    seen = list(dict.fromkeys(kind.group for kind in KINDS))

    assert seen == [group.code for group in GROUPS]


def test_twenty_six_kinds_wait_for_a_person_and_six_for_consent() -> None:
    shares = Counter(kind.share for kind in KINDS)
    automatic = [kind for kind in KINDS if kind.share in ("A", "M") and kind.code != "LEE-IDEE"]

    assert shares["H"] + shares["N"] == 26
    assert shares["T"] == 6
    assert len(automatic) == 14


@pytest.mark.parametrize(
    ("code", "share", "urgency", "art10", "art9"),
    [
        ("GEL-MUZ", "T", "U3", "no", "no"),
        ("GEL-NACHT", "H", "U2", "no", "may"),
        ("BUR-DISC", "H", "U2", "may", "yes"),
        ("AGR-GEW", "H", "U1", "yes", "may"),
        ("AGR-HUIS", "N", "U1", "yes", "yes"),
        ("ZRG-VERW", "H", "U2", "no", "yes"),
        ("ZRG-KIND", "N", "U1", "may", "may"),
        ("VUI-ALG", "A", "U3", "no", "no"),
        ("DRU-GEB", "M", "U3", "may", "may"),
        ("DRU-LAB", "N", "U1", "yes", "no"),
        ("VEI-INB", "M", "U1", "may", "no"),
        ("VEI-EXP", "H", "U1", "yes", "no"),
        ("WFR-ONR", "H", "U3", "may", "no"),
        ("OVE-OVE", "H", "U3", "may", "may"),
    ],
)
def test_a_kind_keeps_its_share_mode_term_and_articles(
    code: str, share: str, urgency: str, art10: str, art9: str
) -> None:
    kind = KINDS_BY_CODE[code]

    assert (kind.share, kind.urgency, kind.art10, kind.art9) == (share, urgency, art10, art9)


def test_only_domestic_violence_children_and_aggression_to_staff_are_restricted() -> None:
    restricted = {kind.code for kind in KINDS if kind.restricted}

    assert restricted == {"AGR-HUIS", "ZRG-KIND", "AGR-MDW"}
    assert all(KINDS_BY_CODE[code].first_partners == ("BESCHERMD",) for code in restricted)


def test_intake_follows_the_danger() -> None:
    by_intake = {
        intake: {kind.code for kind in KINDS if kind.intake == intake}
        for intake in ("closed", "call_first", "staff")
    }

    assert by_intake["closed"] == {"BUR-DIEV", "ZRG-SUI", "OMG-OPR"}
    assert by_intake["staff"] == {"AGR-MDW", "LEE-SIG"}
    assert by_intake["call_first"] == {
        "AGR-GEW", "AGR-WAP", "AGR-HUIS", "ZRG-KIND", "ZRG-STIL", "DRU-LAB", "VEI-EXP",
    }  # fmt: skip


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.intake in CALL_PAGE], ids=lambda kind: kind.code
)
def test_a_call_page_has_a_number_and_a_text(kind: KindSpec) -> None:
    assert kind.call_line
    assert kind.call_text_nl


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.intake == "call_first"], ids=lambda kind: kind.code
)
def test_who_must_call_first_reads_112(kind: KindSpec) -> None:
    assert "112" in kind.call_text_nl


def test_what_does_not_leave_by_itself_names_nobody_outside_as_first() -> None:
    first = {partner for kind in KINDS if kind.share == "N" for partner in kind.first_partners}

    assert first == {"WC", "BESCHERMD"}


def test_staff_may_propose_only_the_three_heavy_kinds_that_never_go_by_themselves() -> None:
    proposable = {kind.code for kind in KINDS if kind.share == "N" and kind.may_propose}

    assert proposable == {"AGR-WAP", "DRU-LAB", "DRU-MENS"}
    assert all(KINDS_BY_CODE[code].named_partners for code in proposable)


def test_the_quick_exit_is_offered_with_kinds_that_accuse_somebody() -> None:
    accusing = {one.code for one in KINDS if Kind(art9=one.art9, art10=one.art10).accuses_somebody}

    assert accusing >= {"BUR-TREI", "BUR-DISC", "AGR-BED", "AGR-GEW", "AGR-SEKS"}
    assert accusing >= {one.code for one in KINDS if one.group == "DRU"}
    assert not accusing & {one.code for one in KINDS if one.group in ("GEL", "VUI", "OMG")}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_fits_its_columns(kind: KindSpec) -> None:
    columns = {field.name for field in Kind._meta.get_fields()}
    values = {name: value for name, value in vars(kind).items() if name in columns}
    for name in ("first_partners", "second_partners", "named_partners"):
        values[name] = list(values[name])

    Kind(**values, position=1).clean_fields(
        exclude=["group", "questions", "first_partners", "second_partners", "named_partners"]
    )


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.code)
def test_a_group_fits_its_columns(group: object) -> None:
    KindGroup(**vars(group), position=1).clean_fields()
