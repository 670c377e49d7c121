"""The types of chain partner and internal desk.

Rules and kinds name types; who that is in a neighbourhood, routing finds out.
"""

from __future__ import annotations

from dataclasses import dataclass

ANSWER_DAYS = 10  # working days: what a care report desk takes to answer
ANSWER_DAYS_ORDER = 5  # police and enforcement work on what happens now

TRIAGE = "TRIAGE"
RESTRICTED = "BESCHERMD"


@dataclass(frozen=True, kw_only=True)
class PartnerTypeSpec:
    """`category` names the delivery queue, `profile` the column of what this type may see."""

    code: str
    name_nl: str
    category: str
    profile: str
    answer_days: int = ANSWER_DAYS
    is_restricted: bool = False

    @property
    def is_internal(self) -> bool:
        return self.category == "internal"


def _type(code: str, name_nl: str, category: str, profile: str = "basic") -> PartnerTypeSpec:
    orderly = profile in ("police", "enforcement")
    return PartnerTypeSpec(
        code=code, name_nl=name_nl, category=category, profile=profile,
        answer_days=ANSWER_DAYS_ORDER if orderly else ANSWER_DAYS,
    )  # fmt: skip


def _desk(code: str, name_nl: str, profile: str = "internal", is_restricted: bool = False) -> PartnerTypeSpec:
    return PartnerTypeSpec(
        code=code, name_nl=name_nl, category="internal", profile=profile, answer_days=ANSWER_DAYS_ORDER,
        is_restricted=is_restricted,
    )  # fmt: skip


PARTNER_TYPES: tuple[PartnerTypeSpec, ...] = (
    _type("POL", "Politie", "police", "police"),
    _type("BOA", "Handhaving (boa)", "municipality", "enforcement"),
    _type("GEM", "Gemeente, openbare orde en veiligheid", "municipality", "municipality"),
    _type("BRW", "Brandweer", "other", "technical"),
    _type("OGGZ", "GGD Meldpunt Zorg en Overlast", "care", "care"),
    _type("GGZ", "Geestelijke gezondheidszorg", "care"),
    _type("WVG", "Meldpunt verplichte zorg (Wvggz)", "care"),
    _type("VSL", "Verslavingszorg", "care"),
    _type("WMO", "Sociaal wijkteam", "welfare", "care"),
    _type("WEL", "Welzijn en maatschappelijk werk", "welfare", "care"),
    _type("JON", "Jongerenwerk", "welfare", "enforcement"),
    _type("BB", "Buurtbemiddeling", "mediation", "mediation"),
    # Staff phone Veilig Thuis themselves: it is named in decisions, nothing goes there through the portal.
    _type("VT", "Veilig Thuis", "care"),
    _type("ZVH", "Zorg- en Veiligheidshuis", "other"),
    _type("SHV", "Schuldhulp", "welfare"),
    _type("SHN", "Slachtofferhulp", "welfare"),
    _type("ADV", "Antidiscriminatievoorziening", "welfare"),
    _type("WBG", "Woonbegeleiding", "care"),
    _type("RIEC", "Informatie- en expertisecentrum (RIEC)", "other"),
    _type("CSG", "Centrum Seksueel Geweld", "care"),
    _type("NET", "Netbeheerder", "other"),
    _desk("WB", "Wijkbeheer"),
    _desk("WC", "Woonconsulenten"),
    _desk("TECH", "Technische dienst", "technical"),
    _desk("ONG", "Ongediertebestrijding", "technical"),
    _desk("FRA", "Woonfraude"),
    _desk("INC", "Incasso"),
    _desk("JUR", "Juridische zaken"),
    _desk(TRIAGE, "Triage"),
    _desk(RESTRICTED, "Beschermde zaken", is_restricted=True),
)
PARTNER_TYPES_BY_CODE: dict[str, PartnerTypeSpec] = {spec.code: spec for spec in PARTNER_TYPES}
