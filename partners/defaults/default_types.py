"""The types of chain partner and internal desk.

Rules and kinds name types; who that is in a neighbourhood, routing finds out.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

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
    def name(self) -> str:
        """In the language of who reads; `name_nl` is what is kept."""
        return gettext(self.name_nl)

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
    _type("POL", _("Politie"), "police", "police"),
    _type("BOA", _("Handhaving (boa)"), "municipality", "enforcement"),
    _type("GEM", _("Gemeente, openbare orde en veiligheid"), "municipality", "municipality"),
    _type("BRW", _("Brandweer"), "other", "technical"),
    _type("OGGZ", _("GGD Meldpunt Zorg en Overlast"), "care", "care"),
    _type("GGZ", _("Geestelijke gezondheidszorg"), "care"),
    _type("WVG", _("Meldpunt verplichte zorg (Wvggz)"), "care"),
    _type("VSL", _("Verslavingszorg"), "care"),
    _type("WMO", _("Sociaal wijkteam"), "welfare", "care"),
    _type("WEL", _("Welzijn en maatschappelijk werk"), "welfare", "care"),
    _type("JON", _("Jongerenwerk"), "welfare", "enforcement"),
    _type("BB", _("Buurtbemiddeling"), "mediation", "mediation"),
    # Staff phone Veilig Thuis themselves: it is named in decisions, nothing goes there through the portal.
    _type("VT", _("Veilig Thuis"), "care"),
    _type("ZVH", _("Zorg- en Veiligheidshuis"), "other"),
    _type("SHV", _("Schuldhulp"), "welfare"),
    _type("SHN", _("Slachtofferhulp"), "welfare"),
    _type("ADV", _("Antidiscriminatievoorziening"), "welfare"),
    _type("WBG", _("Woonbegeleiding"), "care"),
    _type("RIEC", _("Informatie- en expertisecentrum (RIEC)"), "other"),
    _type("CSG", _("Centrum Seksueel Geweld"), "care"),
    _type("NET", _("Netbeheerder"), "other"),
    _desk("WB", _("Wijkbeheer")),
    _desk("WC", _("Woonconsulenten")),
    _desk("TECH", _("Technische dienst"), "technical"),
    _desk("ONG", _("Ongediertebestrijding"), "technical"),
    _desk("FRA", _("Woonfraude")),
    _desk("INC", _("Incasso")),
    _desk("JUR", _("Juridische zaken")),
    _desk(TRIAGE, _("Triage")),
    _desk(RESTRICTED, _("Beschermde zaken"), is_restricted=True),
)
PARTNER_TYPES_BY_CODE: dict[str, PartnerTypeSpec] = {spec.code: spec for spec in PARTNER_TYPES}
