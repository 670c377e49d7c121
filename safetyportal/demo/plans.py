"""The forty complexes of the demo association: invented streets in two invented towns.

For demonstrations (both in De Esdoorn, Noorderhof, postcode 9990AA; also in the small association):
- portiek "Esdoornlaan 2 t/m 16" has 8 homes: mode M goes out at once;
- portiek "Esdoornlaan 18 t/m 26" has 5 homes: mode M becomes a proposal, because it points at somebody.
Esdoornlaan 30 is a secret address; Esdoornlaan 44 is a shelter.
"""

from __future__ import annotations

from dataclasses import dataclass

TOWN, VILLAGE = "Lindestad", "Vaartdorp"
NORTH, SOUTH, CENTRE, FALLBACK = "Team Noord", "Team Zuid", "Team Hoogbouw en Centrum", "Triage"

DEMO_POSTCODE = "9990AA"
DEMO_STREET = "Esdoornlaan"
DEMO_EIGHT = ("Esdoornlaan 2 t/m 16", tuple(range(2, 17, 2)))
DEMO_FIVE = ("Esdoornlaan 18 t/m 26", tuple(range(18, 27, 2)))
SECRET_ADDRESSES = frozenset(
    {("Esdoornlaan", 30), ("Meidoornhof", 11), ("Ankerstraat", 58), ("Torenflat", 203)}
)
SHELTERS = frozenset({("Esdoornlaan", 44), ("Havenkade", 12)})


@dataclass(frozen=True)
class Plan:
    """`stairs` lists the homes on each entrance in order; houses have one long row and no entrance."""

    name: str
    street: str
    municipality: str
    neighbourhood: str
    team: str
    form: str
    stairs: tuple[int, ...]
    in_small: bool = False

    @property
    def homes(self) -> int:
        return sum(self.stairs)

    @property
    def lettered(self) -> bool:
        return self.neighbourhood == "Oude Stad" and self.form == "stairwell"


def _row(place: tuple[str, str, str], form: str, *lines: tuple[str, str, tuple[int, ...]]) -> list[Plan]:
    town, neighbourhood, team = place
    return [Plan(name, street, town, neighbourhood, team, form, stairs) for name, street, stairs in lines]


NOORDERHOF = (TOWN, "Noorderhof", NORTH)
MOLENKWARTIER = (TOWN, "Molenkwartier", NORTH)
DE_WEIDEN = (TOWN, "De Weiden", NORTH)
HAVENBUURT = (TOWN, "Havenbuurt", SOUTH)
ZUIDERPARK = (TOWN, "Zuiderpark", SOUTH)
DE_KREEK = (TOWN, "De Kreek", SOUTH)
OUDE_STAD = (TOWN, "Oude Stad", CENTRE)
HOGE_VELD = (TOWN, "Hoge Veld", CENTRE)
DORPSKERN = (VILLAGE, "Dorpskern", SOUTH)
DE_SLUIS = (VILLAGE, "De Sluis", SOUTH)
PLACES = (
    NOORDERHOF,
    MOLENKWARTIER,
    DE_WEIDEN,
    HAVENBUURT,
    ZUIDERPARK,
    DE_KREEK,
    OUDE_STAD,
    HOGE_VELD,
    DORPSKERN,
    DE_SLUIS,
)
PLACES_NORTH, PLACES_SOUTH, PLACES_CENTRE = (
    tuple(place for place in PLACES if place[2] == team) for team in (NORTH, SOUTH, CENTRE)
)

PLANS: tuple[Plan, ...] = (
    # The demonstration complex stays first: its postcode follows from its place in this list.
    Plan("De Esdoorn", DEMO_STREET, *NOORDERHOF, "stairwell", (8, 5, 8, 8, 8, 6, 8), in_small=True),
    Plan("Sluiswachter", "Sluiswachtersweg", *DE_SLUIS, "stairwell", (8, 8, 8, 6), in_small=True),
    Plan("Meidoornhof", "Meidoornhof", *MOLENKWARTIER, "senior", (40,), in_small=True),
    *_row(
        NOORDERHOF, "stairwell",
        ("De Berk", "Berkenlaan", (8,) * 30), ("De Beuk", "Beukenlaan", (8,) * 24 + (6, 6)),
        ("De Wilg", "Wilgenlaan", (6,) * 30 + (4, 4)),
    ),
    *_row(NOORDERHOF, "houses", ("Vogelbuurt", "Merelstraat", (220,))),
    *_row(
        MOLENKWARTIER, "stairwell",
        ("De Wieken", "Wiekstraat", (8,) * 32), ("De Korenschoof", "Korenschoofstraat", (10,) * 20),
    ),
    *_row(MOLENKWARTIER, "houses", ("Molenaarsrij", "Molenaarsweg", (170,))),
    *_row(MOLENKWARTIER, "senior", ("Avondrust", "Bolwerkhof", (60, 58))),
    *_row(
        DE_WEIDEN, "houses",
        ("Klaverveld", "Klaverstraat", (190,)), ("Boterbloem", "Boterbloemstraat", (210,)),
        ("Zuring", "Zuringstraat", (130,)),
    ),
    *_row(DE_WEIDEN, "gallery", ("Weidezicht", "Weidezicht", (50,) * 5)),
    *_row(
        HAVENBUURT, "stairwell",
        ("Het Anker", "Ankerstraat", (8,) * 25 + (5,)), ("De Loods", "Loodsstraat", (12,) * 16),
        ("De Kade", "Havenkade", (6,) * 28),
    ),
    *_row(HAVENBUURT, "gallery", ("De Boei", "Boeistraat", (60,) * 6)),
    *_row(ZUIDERPARK, "stairwell",
        ("Parkrand", "Parkrandlaan", (8,) * 32), ("De Vijver", "Vijverlaan", (10,) * 18)),
    *_row(ZUIDERPARK, "gallery", ("Parkzicht", "Parkzicht", (60,) * 5)),
    *_row(ZUIDERPARK, "senior", ("De Zonnewijzer", "Zonnewijzerhof", (60, 60))),
    *_row(ZUIDERPARK, "houses", ("Tuindorp", "Tuindorpsweg", (210,))),
    *_row(DE_KREEK, "houses", ("Kreekoever", "Kreekoever", (220,)), ("Rietkraag", "Rietkraag", (120,))),
    *_row(DE_KREEK, "stairwell", ("De Oever", "Oeverstraat", (8,) * 22 + (4, 4))),
    *_row(
        OUDE_STAD, "stairwell",
        ("Het Bolwerk", "Bolwerk", (8,) * 20 + (5, 4)), ("De Vest", "Vestingstraat", (6,) * 24),
        ("De Waag", "Waagplein", (4,) * 20),
    ),
    *_row(OUDE_STAD, "senior", ("Het Hofje", "Hofjesgang", (40, 40))),
    *_row(
        HOGE_VELD, "high_rise",
        ("De Toren", "Torenflat", (60,) * 6), ("De Reiger", "Reigerflat", (60,) * 6),
        ("De Valk", "Valkflat", (60,) * 6), ("De Arend", "Arendflat", (60,) * 6),
        ("De Havik", "Havikflat", (60,) * 5),
        ("De Sperwer", "Sperwerflat", (60,) * 5), ("De Buizerd", "Buizerdflat", (60,) * 5),
    ),
    *_row(DORPSKERN, "houses", ("Brinkhoven", "Brinkhoven", (110,))),
    *_row(DORPSKERN, "senior", ("De Brink", "Brinkhof", (48,))),
)  # fmt: skip
