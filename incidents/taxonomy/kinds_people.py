"""Threat and violence, and worry about a resident: about people, so shared only by a human hand."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

PEOPLE: tuple[KindSpec, ...] = (
    KindSpec(
        code="AGR-BED",
        label_nl="Bedreiging of intimidatie",
        label_en="Threats, intimidation",
        hint_nl="Iemand zegt of doet iets waardoor u bang bent.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art10="yes", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Voelt u zich nu in gevaar? Bel 112. Doe ook aangifte bij de politie: 0900-8844.",
        first_partners=("POL",), second_partners=("GEM",), named_partners=("POL", "GEM"),
    ),
    KindSpec(
        code="AGR-GEW",
        label_nl="Geweld of mishandeling",
        label_en="Violence, assault",
        hint_nl="Iemand heeft u of een ander pijn gedaan.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art9="may", art10="yes", one_to_one=True,
        intake="call_first", call_line="112",
        call_text_nl=(
            "Gebeurt het nu, of is iemand gewond? Bel 112. Is het voorbij? Bel de politie: 0900-8844. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        first_partners=("POL",), second_partners=("SHN", "ZVH"), named_partners=("POL", "SHN", "ZVH"),
    ),
    KindSpec(
        code="AGR-WAP",
        label_nl="Wapen gezien, schietpartij",
        label_en="Weapon, shooting",
        hint_nl="U hebt een wapen gezien of schoten gehoord.",
        urgency="U1", share="N", nature=1, vera="SOC.AGR", art10="yes",
        intake="call_first", call_line="112",
        call_text_nl=(
            "Bel nu 112. Ga zelf niet kijken. Wij lezen deze website niet dag en nacht. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        first_partners=("WC",), named_partners=("POL", "GEM"),
    ),
    KindSpec(
        code="AGR-HUIS",
        label_nl="Zorgen om huiselijk geweld",
        label_en="Suspected domestic violence",
        hint_nl="U maakt zich zorgen over geweld in een gezin of relatie.",
        urgency="U1", share="N", nature=1, vera="SOC.AGR", art9="yes", art10="yes", restricted=True,
        intake="call_first", call_line="0800-2000", may_propose=False,
        call_text_nl=(
            "Is er nu gevaar? Bel 112. Maakt u zich zorgen? Bel Veilig Thuis: 0800-2000. "
            "Dat is gratis en kan dag en nacht. U hoeft uw naam niet te zeggen. "
            "Bij ons kunt u alleen melden waar u zelf last van hebt, zoals geluid. "
            "Schrijf niets over de mensen om wie u zich zorgen maakt."
        ),
        first_partners=("BESCHERMD",), named_partners=("VT", "POL"),
    ),
    KindSpec(
        code="AGR-SEKS",
        label_nl="Seksuele intimidatie",
        label_en="Sexual harassment",
        hint_nl="Iemand doet of zegt seksuele dingen die u niet wilt.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art9="yes", art10="yes", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Voelt u zich nu in gevaar? Bel 112. Wilt u met de politie praten? Bel 0900-8844.",
        first_partners=("POL",), second_partners=("CSG",), named_partners=("POL", "CSG"),
    ),
    KindSpec(
        code="AGR-MDW",
        label_nl="Agressie tegen medewerker",
        label_en="Aggression to staff",
        hint_nl="Schelden, bedreigen of geweld tegen een collega.",
        urgency="U1", share="H", nature=1, vera="SIGN.AGR/WAN", art9="may", art10="yes", restricted=True,
        intake="staff",
        first_partners=("BESCHERMD",), second_partners=("POL",), named_partners=("POL",),
    ),
    KindSpec(
        code="ZRG-VERW",
        label_nl="Verward of onbegrepen gedrag",
        label_en="Confused behaviour",
        hint_nl="Schrijf op wat u ziet en hoort, niet wat u denkt dat iemand heeft.",
        urgency="U2", share="H", nature=0.5, vera="SOC.PSY", art9="yes",
        call_line="0800-1205",
        call_text_nl=(
            "Is er nu gevaar? Bel 112. Geen gevaar, maar wel zorgen? Bel ook het Landelijk Meldpunt "
            "Zorgwekkend "
            "Gedrag: 0800-1205. Dat is gratis."
        ),
        first_partners=("OGGZ",), second_partners=("GGZ", "WVG"), named_partners=("OGGZ", "GGZ", "WVG"),
    ),
    KindSpec(
        code="ZRG-VERS",
        label_nl="Overlast door drank of drugs (bewoner)",
        label_en="Addiction of a resident",
        hint_nl="U hebt last van een bewoner die veel drinkt of drugs gebruikt.",
        urgency="U3", share="H", nature=0.5, vera="SOC.VER", art9="yes", art10="may",
        first_partners=("OGGZ",), second_partners=("VSL", "WEL"), named_partners=("OGGZ", "VSL", "WEL"),
    ),
    KindSpec(
        code="ZRG-ALLE",
        label_nl="Bewoner redt het niet, eenzaam, vergeet dingen",
        label_en="Welfare concern, dementia",
        hint_nl="Bijvoorbeeld iemand die de weg kwijt is of niemand meer ziet.",
        urgency="U2", share="H", nature=0, vera="SOC.PSY", art9="yes",
        first_partners=("WMO",), second_partners=("OGGZ",), named_partners=("WMO", "OGGZ"),
    ),
    KindSpec(
        code="ZRG-KIND",
        label_nl="Zorgen om kinderen of een gezin",
        label_en="Worry about children",
        hint_nl="U maakt zich zorgen over een kind in uw buurt.",
        urgency="U1", share="N", nature=1, vera="SOC.OVE", art9="may", art10="may", restricted=True,
        intake="call_first", call_line="0800-2000", may_propose=False,
        call_text_nl=(
            "Is een kind nu in gevaar? Bel 112. Maakt u zich zorgen? Bel Veilig Thuis: 0800-2000. "
            "Dat is gratis en kan dag en nacht. U hoeft uw naam niet te zeggen. "
            "Bij ons kunt u alleen melden waar u zelf last van hebt. Schrijf niets over het kind of het "
            "gezin."
        ),
        first_partners=("BESCHERMD",), named_partners=("VT", "WMO"),
    ),
    KindSpec(
        code="ZRG-SUI",
        label_nl="Iemand praat over zelfdoding",
        label_en="Suicidal statements",
        hint_nl="Iemand zegt dat hij of zij niet meer wil leven.",
        urgency="U1", share="N", nature=1, vera="SOC.PSY", art9="yes",
        intake="closed", call_line="113", may_propose=False,
        call_text_nl=(
            "Is er nu gevaar? Bel 112. Wilt u erover praten, over uzelf of over een ander? "
            "Bel 113 of 0800-0113, of ga naar 113.nl. Dat is gratis en kan dag en nacht. "
            "Wij kunnen hier niet snel genoeg bij helpen. Daarom staat hier geen formulier."
        ),
        first_partners=("WC",),
    ),
    KindSpec(
        code="ZRG-STIL",
        label_nl="Bewoner al dagen niet gezien",
        label_en="Resident not seen",
        hint_nl="Bijvoorbeeld een volle brievenbus of gordijnen die dicht blijven.",
        urgency="U1", share="N", nature=1, vera="SOC.OVE", art9="may",
        intake="call_first", call_line="0900-8844", may_propose=False,
        call_text_nl=(
            "Denkt u dat iemand nu hulp nodig heeft? Bel 112. Weet u het niet zeker? Bel de politie: "
            "0900-8844. "
            "Zij kunnen gaan kijken. Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        first_partners=("WC",), named_partners=("POL",),
    ),
    KindSpec(
        code="ZRG-GELD",
        label_nl="Geldproblemen",
        label_en="Money problems",
        hint_nl="Lukt het u niet om de huur of rekeningen te betalen? Meld dit voor uzelf.",
        urgency="U3", share="T", nature=0, vera="FIN.HUA",
        first_partners=("SHV",), second_partners=("WEL",), named_partners=("SHV", "WEL"),
    ),
)  # fmt: skip
