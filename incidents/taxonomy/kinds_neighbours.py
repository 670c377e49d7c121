"""Noise, and neighbours with each other."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

NEIGHBOURS: tuple[KindSpec, ...] = (
    KindSpec(
        code="GEL-LEEF",
        label_nl="Leefgeluiden (lopen, kinderen, klussen)",
        label_en="Everyday living noise",
        hint_nl="Geluiden die bij wonen horen, maar waar u veel last van hebt.",
        urgency="U4", share="T", nature=0, vera="SOC.GEL", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
    ),
    KindSpec(
        code="GEL-MUZ",
        label_nl="Harde muziek, tv of feest",
        label_en="Loud music, party",
        hint_nl="Bijvoorbeeld elke week harde muziek tot laat in de avond.",
        urgency="U3", share="T", nature=0.5, vera="SOC.GEL", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Is de overlast er nu? Bel de politie: 0900-8844. Schrijf het nummer van uw melding op.",
        first_partners=("BB",), second_partners=("POL",), named_partners=("BB", "POL"),
    ),
    KindSpec(
        code="GEL-NACHT",
        label_nl="Schreeuwen of onrust 's nachts",
        label_en="Shouting, night unrest",
        hint_nl="Roepen, bonken of onrust in de nacht. Schrijf op wat u hoort.",
        urgency="U2", share="H", nature=0.5, vera="SOC.GEL", art9="may", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Is de onrust er nu? Bel de politie: 0900-8844. Is er gevaar? Bel 112.",
        first_partners=("WC",), second_partners=("OGGZ", "POL"), named_partners=("OGGZ", "POL"),
    ),
    KindSpec(
        code="GEL-INST",
        label_nl="Geluid van lift, pomp of installatie",
        label_en="Building-plant noise",
        hint_nl="Zoemen, tikken of bonken van een apparaat van het gebouw.",
        urgency="U4", share="A", nature=0, vera="",
        first_partners=("TECH",),
    ),
    KindSpec(
        code="BUR-RUZ",
        label_nl="Ruzie met de buren",
        label_en="Neighbour dispute",
        hint_nl="U en uw buren komen er samen niet uit.",
        urgency="U3", share="T", nature=0.5, vera="SOC.RUZ", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
    ),
    KindSpec(
        code="BUR-TUIN",
        label_nl="Tuin, schutting, rook of barbecue",
        label_en="Garden, fence, smoke",
        hint_nl="Bijvoorbeeld rook in uw woning of takken over de schutting.",
        urgency="U4", share="T", nature=0, vera="SOC.RUZ", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
    ),
    KindSpec(
        code="BUR-TREI",
        label_nl="Treiteren, pesten, wegpesten",
        label_en="Targeted harassment",
        hint_nl="Iemand in uw buurt heeft het steeds op u gemunt.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art9="may", art10="may", one_to_one=True,
        first_partners=("GEM", "POL"), second_partners=("ZVH",), named_partners=("GEM", "POL", "ZVH"),
    ),
    KindSpec(
        code="BUR-DISC",
        label_nl="Discriminatie door buren",
        label_en="Discrimination",
        hint_nl="U wordt slecht behandeld om wie u bent of wat u gelooft.",
        urgency="U2", share="H", nature=1, vera="SOC.AGR", art9="yes", art10="may", one_to_one=True,
        first_partners=("ADV",), second_partners=("POL", "GEM"), named_partners=("ADV", "POL", "GEM"),
    ),
    KindSpec(
        code="BUR-DIER",
        label_nl="Overlast door huisdieren",
        label_en="Pets",
        hint_nl="Bijvoorbeeld blaffen, poep of loslopende dieren.",
        urgency="U3", share="T", nature=0.5, vera="SOC.DIE", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
    ),
    KindSpec(
        code="BUR-DIEV",
        label_nl="Verwaarloosde of mishandelde dieren",
        label_en="Animal neglect",
        hint_nl="Een dier krijgt geen zorg of wordt pijn gedaan.",
        urgency="U2", share="N", nature=1, vera="SOC.DIE", art10="may",
        intake="closed", call_line="144", may_propose=False,
        call_text_nl=(
            "Bel 144, red een dier. Zij sturen hulp of inspectie. "
            "U kunt dit niet bij ons melden: wij mogen en kunnen hier niets mee doen."
        ),
        first_partners=("WC",),
    ),
)  # fmt: skip
