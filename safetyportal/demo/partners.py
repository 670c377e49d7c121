"""The chain partners and internal desks of the demo association, with areas and covenants.

What to see: Vaartdorp has no enforcement and no youth work (triage with an alarm), the covenant of youth work
in the south has expired and mediation in Vaartdorp has none (both: a proposal instead of at once). That of the municipality
of Vaartdorp ends within 60 days, and of that of the police in the north the signed paper is kept (demo.papers).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from partners.defaults.default_types import PARTNER_TYPES, PARTNER_TYPES_BY_CODE, PartnerTypeSpec
from partners.staffing.desk_loading import desk_code
from safetyportal.demo import plans

# Codes of partners.defaults.data_types.
MINIMUM = ("minimum", "summary")
WITH_CONTACT = (*MINIMUM, "about_home", "reporter")
ON_RELEASE = (*MINIMUM, "about_home", "accused", "with_two")
FOR_A_JOB = (*MINIMUM, "about_home", "attachments", "with_two")
WHOLE_FILE = (*MINIMUM, "about_home", "accused", "reporter", "diary", "attachments", "earlier", "others")
OWN_CONTACT = "privacy@delinde.example.nl"


@dataclass(frozen=True)
class AreaSpec:
    """An empty neighbourhood is the whole municipality."""

    municipality: str
    neighbourhood: str = ""


@dataclass(frozen=True)
class CovenantSpec:
    sort: str
    purpose: str
    data_types: tuple[str, ...]
    starts_on: date
    ends_on: date
    document: str
    contact: str
    own_contact: str = OWN_CONTACT


@dataclass(frozen=True)
class PartnerSpec:
    code: str
    name: str
    type: PartnerTypeSpec
    areas: tuple[AreaSpec, ...] = ()
    covenant: CovenantSpec | None = None


def _areas(*neighbourhoods: tuple[str, str, str]) -> tuple[AreaSpec, ...]:
    return tuple(AreaSpec(municipality, neighbourhood) for municipality, neighbourhood, _ in neighbourhoods)


TOWN, VILLAGE = (AreaSpec(plans.TOWN),), (AreaSpec(plans.VILLAGE),)
REGION = (*TOWN, *VILLAGE)
NORTH = _areas(plans.NOORDERHOF, plans.MOLENKWARTIER, plans.DE_WEIDEN, plans.OUDE_STAD)
SOUTH = _areas(plans.HAVENBUURT, plans.ZUIDERPARK, plans.DE_KREEK, plans.HOGE_VELD)

SAFETY = "Samen overlast en onveiligheid aanpakken in en om de woongebouwen"
CARE = "Bewoners met zorgen op tijd hulp bieden"
PEACE = "Buren helpen om samen een oplossing te vinden"

EXPIRED, NONE = -40, None  # days from today on which a covenant ends
LONG = 700

# code, name, type, areas, purpose, data types, end of the covenant in days from today
OUTSIDE: tuple[tuple[str, str, str, tuple[AreaSpec, ...], str, tuple[str, ...], int | None], ...] = (
    ("politie-noord", "Politie Lindestad-Noord", "POL", NORTH, SAFETY, WHOLE_FILE, LONG),
    ("politie-zuid", "Politie Lindestad-Zuid", "POL", (*SOUTH, *VILLAGE), SAFETY, WHOLE_FILE, LONG),
    ("handhaving-lindestad", "Handhaving (boa) Lindestad", "BOA", TOWN, SAFETY, MINIMUM, LONG),
    ("gemeente-lindestad", "Gemeente Lindestad, team Openbare Orde en Veiligheid", "GEM",
     TOWN, SAFETY, WHOLE_FILE, 400),
    ("gemeente-vaartdorp", "Gemeente Vaartdorp, veiligheid en wijken", "GEM",
     VILLAGE, SAFETY, WHOLE_FILE, 45),
    ("brandweer-lindestad", "Brandweer Lindestad en Vaartdorp", "BRW", REGION, SAFETY, FOR_A_JOB, LONG),
    ("ggd-meldpunt", "GGD Meldpunt Zorg en Overlast", "OGGZ", REGION, CARE, ON_RELEASE, LONG),
    ("ggz-de-branding", "GGZ De Branding, wijkteam", "GGZ", REGION, CARE, ON_RELEASE, LONG),
    ("meldpunt-verplichte-zorg", "Meldpunt verplichte zorg Lindestad", "WVG", REGION, CARE, ON_RELEASE, LONG),
    ("verslavingszorg-de-kade", "Verslavingszorg De Kade", "VSL", REGION, CARE, ON_RELEASE, LONG),
    ("wijkteam-noord", "Sociaal wijkteam Noord", "WMO", NORTH, CARE, ON_RELEASE, LONG),
    ("wijkteam-zuid", "Sociaal wijkteam Zuid", "WMO", (*SOUTH, *VILLAGE), CARE, ON_RELEASE, LONG),
    ("welzijn-de-brug", "Welzijn De Brug", "WEL", REGION, CARE, ON_RELEASE, LONG),
    ("jongerenwerk-noord", "Jongerenwerk Lindestad-Noord", "JON", NORTH, SAFETY, MINIMUM, LONG),
    ("jongerenwerk-zuid", "Jongerenwerk Lindestad-Zuid", "JON", SOUTH, SAFETY, MINIMUM, EXPIRED),
    ("buurtbemiddeling-lindestad", "Buurtbemiddeling Lindestad", "BB", TOWN, PEACE, WITH_CONTACT, LONG),
    ("buurtbemiddeling-vaartdorp", "Buurtbemiddeling Vaartdorp", "BB", VILLAGE, PEACE, WITH_CONTACT, NONE),
    ("zorg-en-veiligheidshuis", "Zorg- en Veiligheidshuis De Vaart", "ZVH", REGION, SAFETY, MINIMUM, LONG),
    ("schuldhulp-lindestad", "Schuldhulp Lindestad en Vaartdorp", "SHV", REGION, CARE, WITH_CONTACT, LONG),
    ("slachtofferhulp", "Slachtofferhulp, regio Lindestad", "SHN", REGION, CARE, ON_RELEASE, LONG),
    ("meldpunt-discriminatie", "Meldpunt Discriminatie De Vaart", "ADV", REGION, CARE, ON_RELEASE, LONG),
    ("riec-de-vaart", "RIEC De Vaart", "RIEC", REGION, SAFETY, ON_RELEASE, LONG),
)  # fmt: skip


def partners(*, today: date) -> tuple[PartnerSpec, ...]:
    """All partners and desks; covenants run, are about to end or have ended as seen from `today`."""
    outside = [
        PartnerSpec(
            code,
            name,
            PARTNER_TYPES_BY_CODE[type_code],
            areas,
            _covenant(code, purpose, data_types, ends, today),
        )
        for code, name, type_code, areas, purpose, data_types, ends in OUTSIDE
    ]
    desks = [_desk(spec, today) for spec in PARTNER_TYPES if spec.is_internal and spec.code != "WC"]
    return (*outside, *desks, *_housing_officers())


def _housing_officers() -> list[PartnerSpec]:
    """A desk for each team: people of one neighbourhood have no business with the cases of another."""
    spec = PARTNER_TYPES_BY_CODE["WC"]
    return [
        PartnerSpec(desk_code(code), f"{spec.name_nl} {name}", spec, _areas(*places))
        for code, name, places in (
            ("WC-NOORD", "Noord", plans.PLACES_NORTH),
            ("WC-ZUID", "Zuid", plans.PLACES_SOUTH),
            ("WC-CENTRUM", "Centrum", plans.PLACES_CENTRE),
        )
    ]


def _desk(spec: PartnerTypeSpec, today: date) -> PartnerSpec:
    agreement = None
    if spec.code == "ONG":  # a contractor who works for us: no covenant but a processing agreement
        agreement = _covenant(
            "ongediertebestrijding", "Ongedierte bestrijden", MINIMUM, LONG, today, "processing"
        )
    return PartnerSpec(desk_code(spec.code), spec.name_nl, spec, covenant=agreement)


def _covenant(
    code: str,
    purpose: str,
    data_types: tuple[str, ...],
    ends: int | None,
    today: date,
    sort: str = "covenant",
) -> CovenantSpec | None:
    if ends is None:
        return None
    ends_on = today + timedelta(days=ends)
    return CovenantSpec(
        sort=sort,
        purpose=purpose,
        data_types=data_types,
        starts_on=ends_on - timedelta(days=1095),
        ends_on=ends_on,
        document=f"{code}-{ends_on.year - 3}",
        contact=f"privacy@{code}.example.nl",
    )
