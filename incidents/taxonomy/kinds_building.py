"""Dirt, smell and pests, and the safety of the building: mostly about a place, so mostly shared at once."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

BUILDING: tuple[KindSpec, ...] = (
    KindSpec(
        code="VUI-WON",
        label_nl="Zeer vuile of volle woning (hoarding)",
        label_en="Very dirty or overfull home (hoarding)",
        hint_nl="Een volle of vuile woning.",
        hint_en="A full or dirty home.",
        urgency="U2", share="H", nature=0.5, vera="SOC.VUI", art9="yes",
        first_partners=("OGGZ",), second_partners=("BRW", "WMO"), named_partners=("OGGZ", "BRW", "WMO"),
    ),
    KindSpec(
        code="VUI-ALG",
        label_nl="Afval in hal, galerij, berging of tuin",
        label_en="Rubbish in a hall, walkway, storage room or garden",
        hint_nl="Op een plek van iedereen.",
        hint_en="In a place that everybody uses.",
        urgency="U3", share="A", nature=0.5, vera="SOC.VUI",
        first_partners=("WB",), second_partners=("BOA",), named_partners=("BOA",),
    ),
    KindSpec(
        code="VUI-STA",
        label_nl="Stank",
        label_en="Bad smell",
        hint_nl="Zoals riool, afval of rook.",
        hint_en="Such as sewer, rubbish or smoke.",
        urgency="U3", share="A", nature=0.5, vera="SOC.STA",
        call_line="0800-9009",
        call_text_nl=(
            "Ruikt u gas? Ga naar buiten, doe geen licht aan en bel 0800-9009. Is er brand? Bel "
            "112."
        ),
        call_text_en=(
            "Do you smell gas? Go outside, do not switch on a light and call 0800-9009. Is there a fire? "
            "Call 112."
        ),
        first_partners=("WB",), second_partners=("TECH", "OGGZ"), named_partners=("OGGZ",),
    ),
    KindSpec(
        code="VUI-ONG",
        label_nl="Muizen, ratten, kakkerlakken, wantsen",
        label_en="Mice, rats, cockroaches, bedbugs",
        hint_nl="Zoals muizen, ratten of kakkerlakken.",
        hint_en="Such as mice, rats or cockroaches.",
        urgency="U2", share="A", nature=0.5, vera="SOC.ONG",
        first_partners=("ONG",),
    ),
    KindSpec(
        code="VEI-INB",
        label_nl="Inbraak of poging tot inbraak",
        label_en="Burglary or attempted burglary",
        hint_nl="In een woning, berging of hal.",
        hint_en="In a home, storage room or hall.",
        urgency="U1", share="M", nature=1, vera="SOC.ONV", art10="may",
        call_line="0900-8844",
        call_text_nl=(
            "Is de inbreker er nu? Bel 112. Is het al gebeurd? Doe aangifte bij de politie: "
            "0900-8844."
        ),
        call_text_en="Is the burglar there now? Call 112. Is it over? Report it to the police: 0900-8844.",
        first_partners=("POL",), second_partners=("TECH",), named_partners=("POL",),
    ),
    KindSpec(
        code="VEI-DIEF",
        label_nl="Diefstal fiets, pakket, berging",
        label_en="Theft of a bicycle, parcel or from storage",
        hint_nl="Zoals een fiets of een pakket.",
        hint_en="Such as a bicycle or a parcel.",
        urgency="U3", share="M", nature=1, vera="SOC.ONV", art10="may",
        call_line="0900-8844",
        call_text_nl="Doe ook aangifte bij de politie: bel 0900-8844 of ga naar politie.nl.",
        call_text_en="Report it to the police too: call 0900-8844 or go to politie.nl.",
        first_partners=("POL",), named_partners=("POL",),
    ),
    KindSpec(
        code="VEI-VAN",
        label_nl="Vernieling of graffiti",
        label_en="Vandalism or graffiti",
        hint_nl="Expres kapotgemaakt of beklad.",
        hint_en="Broken or painted on purpose.",
        urgency="U3", share="A", nature=0.5, vera="SOC.VAN", art10="may",
        first_partners=("TECH",), second_partners=("POL",), named_partners=("POL",),
    ),
    KindSpec(
        code="VEI-DEUR",
        label_nl="Deur, slot, intercom of licht kapot",
        label_en="Broken door, lock, intercom or light",
        hint_nl="Het gebouw is niet veilig.",
        hint_en="The building is not safe.",
        urgency="U2", share="A", nature=0.5, vera="SOC.ONV",
        first_partners=("TECH",),
    ),
    KindSpec(
        code="VEI-GRP",
        label_nl="Groep hangt rond in of bij het gebouw",
        label_en="Group hanging around in or near the building",
        hint_nl="Buiten of in het gebouw.",
        hint_en="Outside or in the building.",
        urgency="U3", share="M", nature=0.5, vera="OMG.HAN", art10="may",
        call_line="0900-8844",
        call_text_nl="Hebt u er nu last van? Bel de politie: 0900-8844. Is er gevaar? Bel 112.",
        call_text_en="Is it bothering you now? Call the police: 0900-8844. Is there danger? Call 112.",
        first_partners=("JON",), second_partners=("BOA", "POL"), named_partners=("JON", "BOA", "POL"),
    ),
    KindSpec(
        code="VEI-SLAAP",
        label_nl="Iemand slaapt in trappenhuis of kelder",
        label_en="Somebody sleeps in the stairwell or cellar",
        hint_nl="In de hal, de kelder of op de trap.",
        hint_en="In the hall, the cellar or on the stairs.",
        urgency="U2", share="M", nature=0.5, vera="SOC.ONV", art9="may",
        first_partners=("BOA",), second_partners=("OGGZ",), named_partners=("BOA", "OGGZ"),
    ),
    KindSpec(
        code="VEI-EXP",
        label_nl="Explosie, vuurwerkbom, brandstichting",
        label_en="Explosion, firework bomb, arson",
        hint_nl="Een knal, of iets in brand gestoken.",
        hint_en="A bang, or something set on fire.",
        urgency="U1", share="H", nature=1, vera="SOC.ONV", art10="yes",
        intake="call_first", call_line="112",
        call_text_nl=(
            "Is er nu brand of gevaar? Bel 112 en ga naar buiten. Raak niets aan. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        call_text_en=(
            "Is there fire or danger now? Call 112 and go outside. Do not touch anything. Have you "
            "called? Then you can report it to us as well."
        ),
        first_partners=("POL", "GEM"), second_partners=("SHN",), named_partners=("POL", "GEM", "SHN"),
    ),
    KindSpec(
        code="VEI-BRAND",
        label_nl="Vluchtweg geblokkeerd, accu of scootmobiel",
        label_en="Blocked escape route, battery or mobility scooter",
        hint_nl="Spullen in de weg, of een accu die oplaadt.",
        hint_en="Things in the way, or a battery charging.",
        urgency="U2", share="A", nature=1, vera="SOC.ONV",
        call_line="112",
        call_text_nl="Ziet u rook of vuur? Bel 112 en ga naar buiten.",
        call_text_en="Do you see smoke or fire? Call 112 and go outside.",
        first_partners=("WB",), second_partners=("BRW",), named_partners=("BRW",),
    ),
)  # fmt: skip
