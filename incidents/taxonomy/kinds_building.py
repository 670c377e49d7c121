"""Dirt, smell and pests, and the safety of the building: mostly about a place, so mostly shared at once."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

BUILDING: tuple[KindSpec, ...] = (
    KindSpec(
        code="VUI-WON",
        label_nl="Zeer vuile of volle woning (hoarding)",
        label_en="Filthy/hoarded home",
        hint_nl="Een woning is zo vol of vuil dat u er last van hebt.",
        urgency="U2", share="H", nature=0.5, vera="SOC.VUI", art9="yes",
        first_partners=("OGGZ",), second_partners=("BRW", "WMO"), named_partners=("OGGZ", "BRW", "WMO"),
    ),
    KindSpec(
        code="VUI-ALG",
        label_nl="Afval in hal, galerij, berging of tuin",
        label_en="Rubbish in common area",
        hint_nl="Vuilniszakken, grofvuil of troep op een plek van iedereen.",
        urgency="U3", share="A", nature=0.5, vera="SOC.VUI",
        first_partners=("WB",), second_partners=("BOA",), named_partners=("BOA",),
    ),
    KindSpec(
        code="VUI-STA",
        label_nl="Stank",
        label_en="Smell",
        hint_nl="Schrijf op waar u het ruikt en waar het op lijkt.",
        urgency="U3", share="A", nature=0.5, vera="SOC.STA",
        call_line="0800-9009",
        call_text_nl=(
            "Ruikt u gas? Ga naar buiten, doe geen licht aan en bel 0800-9009. Is er brand? Bel "
            "112."
        ),
        first_partners=("WB",), second_partners=("TECH", "OGGZ"), named_partners=("OGGZ",),
    ),
    KindSpec(
        code="VUI-ONG",
        label_nl="Muizen, ratten, kakkerlakken, wantsen",
        label_en="Pests",
        hint_nl="Schrijf op welk dier u zag, waar en hoe vaak.",
        urgency="U2", share="A", nature=0.5, vera="SOC.ONG",
        first_partners=("ONG",),
    ),
    KindSpec(
        code="VEI-INB",
        label_nl="Inbraak of poging tot inbraak",
        label_en="Burglary",
        hint_nl="In een woning, berging of de hal van het gebouw.",
        urgency="U1", share="M", nature=1, vera="SOC.ONV", art10="may",
        call_line="0900-8844",
        call_text_nl=(
            "Is de inbreker er nu? Bel 112. Is het al gebeurd? Doe aangifte bij de politie: "
            "0900-8844."
        ),
        first_partners=("POL",), second_partners=("TECH",), named_partners=("POL",),
    ),
    KindSpec(
        code="VEI-DIEF",
        label_nl="Diefstal fiets, pakket, berging",
        label_en="Theft",
        hint_nl="Schrijf op wat weg is en waar het stond.",
        urgency="U3", share="M", nature=1, vera="SOC.ONV", art10="may",
        call_line="0900-8844",
        call_text_nl="Doe ook aangifte bij de politie: bel 0900-8844 of ga naar politie.nl.",
        first_partners=("POL",), named_partners=("POL",),
    ),
    KindSpec(
        code="VEI-VAN",
        label_nl="Vernieling of graffiti",
        label_en="Vandalism",
        hint_nl="Iets van het gebouw is expres kapotgemaakt of beklad.",
        urgency="U3", share="A", nature=0.5, vera="SOC.VAN", art10="may",
        first_partners=("TECH",), second_partners=("POL",), named_partners=("POL",),
    ),
    KindSpec(
        code="VEI-DEUR",
        label_nl="Deur, slot, intercom of licht kapot",
        label_en="Broken door, lock, light",
        hint_nl="Iets is kapot waardoor het gebouw niet veilig is.",
        urgency="U2", share="A", nature=0.5, vera="SOC.ONV",
        first_partners=("TECH",),
    ),
    KindSpec(
        code="VEI-GRP",
        label_nl="Groep hangt rond in of bij het gebouw",
        label_en="Loitering group",
        hint_nl="Schrijf op wat de groep doet, wanneer en waar. Geen namen.",
        urgency="U3", share="M", nature=0.5, vera="OMG.HAN", art10="may",
        call_line="0900-8844",
        call_text_nl="Hebt u er nu last van? Bel de politie: 0900-8844. Is er gevaar? Bel 112.",
        first_partners=("JON",), second_partners=("BOA", "POL"), named_partners=("JON", "BOA", "POL"),
    ),
    KindSpec(
        code="VEI-SLAAP",
        label_nl="Iemand slaapt in trappenhuis of kelder",
        label_en="Rough sleeping inside",
        hint_nl="Schrijf op waar en wanneer u dit ziet.",
        urgency="U2", share="M", nature=0.5, vera="SOC.ONV", art9="may",
        first_partners=("BOA",), second_partners=("OGGZ",), named_partners=("BOA", "OGGZ"),
    ),
    KindSpec(
        code="VEI-EXP",
        label_nl="Explosie, vuurwerkbom, brandstichting",
        label_en="Explosion, arson",
        hint_nl="Er was een ontploffing of iemand stak iets in brand.",
        urgency="U1", share="H", nature=1, vera="SOC.ONV", art10="yes",
        intake="call_first", call_line="112",
        call_text_nl=(
            "Is er nu brand of gevaar? Bel 112 en ga naar buiten. Raak niets aan. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        first_partners=("POL", "GEM"), second_partners=("SHN",), named_partners=("POL", "GEM", "SHN"),
    ),
    KindSpec(
        code="VEI-BRAND",
        label_nl="Vluchtweg geblokkeerd, accu of scootmobiel",
        label_en="Blocked escape, fire risk",
        hint_nl="Spullen in de weg, of een accu die op een onveilige plek oplaadt.",
        urgency="U2", share="A", nature=1, vera="SOC.ONV",
        call_line="112",
        call_text_nl="Ziet u rook of vuur? Bel 112 en ga naar buiten.",
        first_partners=("WB",), second_partners=("BRW",), named_partners=("BRW",),
    ),
)  # fmt: skip
