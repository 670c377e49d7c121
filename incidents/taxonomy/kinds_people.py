"""Threat and violence, and worry about a resident: about people, so shared only by a human hand."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

PEOPLE: tuple[KindSpec, ...] = (
    KindSpec(
        code="AGR-BED",
        label_nl="Bedreiging of intimidatie",
        label_en="Threats or intimidation",
        hint_nl="Iemand maakt u bang.",
        hint_en="Somebody makes you afraid.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art10="yes", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Voelt u zich nu in gevaar? Bel 112. Doe ook aangifte bij de politie: 0900-8844.",
        call_text_en="Do you feel in danger now? Call 112. Report it to the police too: 0900-8844.",
        first_partners=("POL",), second_partners=("GEM",), named_partners=("POL", "GEM"),
    ),
    KindSpec(
        code="AGR-GEW",
        label_nl="Geweld of mishandeling",
        label_en="Violence or assault",
        hint_nl="Iemand doet u of een ander pijn.",
        hint_en="Somebody hurts you or another person.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art9="may", art10="yes", one_to_one=True,
        intake="call_first", call_line="112",
        call_text_nl=(
            "Gebeurt het nu, of is iemand gewond? Bel 112. Is het voorbij? Bel de politie: 0900-8844. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        call_text_en=(
            "Is it happening now, or is somebody injured? Call 112. Is it over? Call the police: "
            "0900-8844. Have you called? Then you can report it to us as well."
        ),
        first_partners=("POL",), second_partners=("SHN", "ZVH"), named_partners=("POL", "SHN", "ZVH"),
    ),
    KindSpec(
        code="AGR-WAP",
        label_nl="Wapen gezien, schietpartij",
        label_en="Weapon seen, shooting",
        hint_nl="U hebt een wapen gezien of schoten gehoord.",
        hint_en="You saw a weapon or heard shots.",
        urgency="U1", share="N", nature=1, vera="SOC.AGR", art10="yes",
        intake="call_first", call_line="112",
        call_text_nl=(
            "Bel nu 112. Ga zelf niet kijken. Wij lezen deze website niet dag en nacht. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        call_text_en=(
            "Call 112 now. Do not go and look. We do not read this website day and night. Have you "
            "called? Then you can report it to us as well."
        ),
        first_partners=("WC",), named_partners=("POL", "GEM"),
    ),
    KindSpec(
        code="AGR-HUIS",
        label_nl="Zorgen om huiselijk geweld",
        label_en="Worry about domestic violence",
        hint_nl="Geweld in een gezin of relatie.",
        hint_en="Violence in a family or relationship.",
        urgency="U1", share="N", nature=1, vera="SOC.AGR", art9="yes", art10="yes", restricted=True,
        intake="call_first", call_line="0800-2000", may_propose=False,
        call_text_nl=(
            "Is er nu gevaar? Bel 112. Maakt u zich zorgen? Bel Veilig Thuis: 0800-2000. "
            "Dat is gratis en kan dag en nacht. U hoeft uw naam niet te zeggen. "
            "Bij ons kunt u alleen melden waar u zelf last van hebt, zoals geluid. "
            "Schrijf niets over de mensen om wie u zich zorgen maakt."
        ),
        call_text_en=(
            "Is there danger now? Call 112. Are you worried? Call Veilig Thuis: 0800-2000. It is free and "
            "open day and night. You do not have to give your name. With us you can only report what "
            "bothers you yourself, such as noise. Do not write anything about the people you worry about."
        ),
        first_partners=("BESCHERMD",), named_partners=("VT", "POL"),
    ),
    KindSpec(
        code="AGR-SEKS",
        label_nl="Seksuele intimidatie",
        label_en="Sexual harassment",
        hint_nl="Seksuele dingen die u niet wilt.",
        hint_en="Sexual things that you do not want.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art9="yes", art10="yes", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Voelt u zich nu in gevaar? Bel 112. Wilt u met de politie praten? Bel 0900-8844.",
        call_text_en=(
            "Do you feel in danger now? Call 112. Do you want to talk to the police? Call 0900-8844."
        ),
        first_partners=("POL",), second_partners=("CSG",), named_partners=("POL", "CSG"),
    ),
    KindSpec(
        code="AGR-MDW",
        label_nl="Agressie tegen medewerker",
        label_en="Aggression towards a member of staff",
        hint_nl="Schelden, bedreigen of geweld tegen een collega.",
        hint_en="Abuse, threats or violence against a colleague.",
        urgency="U1", share="H", nature=1, vera="SIGN.AGR/WAN", art9="may", art10="yes", restricted=True,
        intake="staff",
        first_partners=("BESCHERMD",), second_partners=("POL",), named_partners=("POL",),
    ),
    KindSpec(
        code="ZRG-VERW",
        label_nl="Verward of onbegrepen gedrag",
        label_en="Confused or puzzling behaviour",
        hint_nl="Wat u ziet en hoort, geen ziekte.",
        hint_en="What you see and hear, no illness.",
        urgency="U2", share="H", nature=0.5, vera="SOC.PSY", art9="yes",
        call_line="0800-1205",
        call_text_nl=(
            "Is er nu gevaar? Bel 112. Geen gevaar, maar wel zorgen? Bel ook het Landelijk Meldpunt "
            "Zorgwekkend "
            "Gedrag: 0800-1205. Dat is gratis."
        ),
        call_text_en=(
            "Is there danger now? Call 112. No danger, but worried? Also call Landelijk Meldpunt "
            "Zorgwekkend Gedrag, the national line for worrying behaviour: 0800-1205. It is free."
        ),
        first_partners=("OGGZ",), second_partners=("GGZ", "WVG"), named_partners=("OGGZ", "GGZ", "WVG"),
    ),
    KindSpec(
        code="ZRG-VERS",
        label_nl="Overlast door drank of drugs (bewoner)",
        label_en="Trouble from alcohol or drugs (resident)",
        hint_nl="Een bewoner die veel drinkt of gebruikt.",
        hint_en="A resident who drinks or uses a lot.",
        urgency="U3", share="H", nature=0.5, vera="SOC.VER", art9="yes", art10="may",
        first_partners=("OGGZ",), second_partners=("VSL", "WEL"), named_partners=("OGGZ", "VSL", "WEL"),
    ),
    KindSpec(
        code="ZRG-ALLE",
        label_nl="Bewoner redt het niet, eenzaam, vergeet dingen",
        label_en="Resident cannot cope, is lonely or forgets things",
        hint_nl="Iemand verdwaalt of ziet niemand meer.",
        hint_en="Somebody gets lost or sees no one.",
        urgency="U2", share="H", nature=0, vera="SOC.PSY", art9="yes",
        first_partners=("WMO",), second_partners=("OGGZ",), named_partners=("WMO", "OGGZ"),
    ),
    KindSpec(
        code="ZRG-KIND",
        label_nl="Zorgen om kinderen of een gezin",
        label_en="Worry about children or a family",
        hint_nl="Zorgen over een kind.",
        hint_en="Worry about a child.",
        urgency="U1", share="N", nature=1, vera="SOC.OVE", art9="may", art10="may", restricted=True,
        intake="call_first", call_line="0800-2000", may_propose=False,
        call_text_nl=(
            "Is een kind nu in gevaar? Bel 112. Maakt u zich zorgen? Bel Veilig Thuis: 0800-2000. "
            "Dat is gratis en kan dag en nacht. U hoeft uw naam niet te zeggen. "
            "Bij ons kunt u alleen melden waar u zelf last van hebt. Schrijf niets over het kind of het "
            "gezin."
        ),
        call_text_en=(
            "Is a child in danger now? Call 112. Are you worried? Call Veilig Thuis: 0800-2000. It is "
            "free and open day and night. You do not have to give your name. With us you can only report "
            "what bothers you yourself. Do not write anything about the child or the family."
        ),
        first_partners=("BESCHERMD",), named_partners=("VT", "WMO"),
    ),
    KindSpec(
        code="ZRG-SUI",
        label_nl="Iemand praat over zelfdoding",
        label_en="Somebody talks about suicide",
        hint_nl="Iemand zegt dat hij of zij niet meer wil leven.",
        hint_en="Somebody says that they no longer want to live.",
        urgency="U1", share="N", nature=1, vera="SOC.PSY", art9="yes",
        intake="closed", call_line="113", may_propose=False,
        call_text_nl=(
            "Is er nu gevaar? Bel 112. Wilt u erover praten, over uzelf of over een ander? "
            "Bel 113 of 0800-0113, of ga naar 113.nl. Dat is gratis en kan dag en nacht. "
            "Wij kunnen hier niet snel genoeg bij helpen. Daarom staat hier geen formulier."
        ),
        call_text_en=(
            "Is there danger now? Call 112. Do you want to talk about it, for yourself or for somebody "
            "else? Call 113 or 0800-0113, or go to 113.nl. It is free and open day and night. We cannot "
            "help fast enough with this. That is why there is no form here."
        ),
        first_partners=("WC",),
    ),
    KindSpec(
        code="ZRG-STIL",
        label_nl="Bewoner al dagen niet gezien",
        label_en="Resident not seen for days",
        hint_nl="Zoals een volle brievenbus.",
        hint_en="Such as a full letter box.",
        urgency="U1", share="N", nature=1, vera="SOC.OVE", art9="may",
        intake="call_first", call_line="0900-8844", may_propose=False,
        call_text_nl=(
            "Denkt u dat iemand nu hulp nodig heeft? Bel 112. Weet u het niet zeker? Bel de politie: "
            "0900-8844. "
            "Zij kunnen gaan kijken. Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        call_text_en=(
            "Do you think somebody needs help now? Call 112. Are you not sure? Call the police: "
            "0900-8844. They can go and look. Have you called? Then you can report it to us as well."
        ),
        first_partners=("WC",), named_partners=("POL",),
    ),
    KindSpec(
        code="ZRG-GELD",
        label_nl="Geldproblemen",
        label_en="Money problems",
        hint_nl="U kunt de huur of rekeningen niet betalen.",
        hint_en="You cannot pay your rent or bills.",
        urgency="U3", share="T", nature=0, vera="FIN.HUA",
        first_partners=("SHV",), second_partners=("WEL",), named_partners=("SHV", "WEL"),
    ),
)  # fmt: skip
