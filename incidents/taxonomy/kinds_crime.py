"""Drugs and crime; and misuse of homes, the street, ideas and the rest."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

CRIME: tuple[KindSpec, ...] = (
    KindSpec(
        code="DRU-DEA",
        label_nl="Dealen of drugspand",
        label_en="Dealing",
        hint_nl="Veel korte bezoeken aan een woning of handel bij het gebouw.",
        urgency="U1", share="H", nature=1, vera="SOC.DRU", art10="yes",
        call_line="0800-7000",
        call_text_nl=(
            "Wilt u dat niemand uw naam weet? Bel Meld Misdaad Anoniem: 0800-7000. "
            "Bij ons bent u niet helemaal anoniem."
        ),
        first_partners=("POL",), second_partners=("GEM", "RIEC"), named_partners=("POL", "GEM", "RIEC"),
    ),
    KindSpec(
        code="DRU-HEN",
        label_nl="Vermoeden van hennepkwekerij",
        label_en="Cannabis farm",
        hint_nl="Bijvoorbeeld een sterke geur, vocht of altijd dichte ramen.",
        urgency="U1", share="H", nature=1, vera="SOC.HEN", art10="yes",
        call_line="0800-7000",
        call_text_nl=(
            "Wilt u dat niemand uw naam weet? Bel Meld Misdaad Anoniem: 0800-7000. "
            "Bij ons bent u niet helemaal anoniem."
        ),
        first_partners=("POL",), second_partners=("GEM",), named_partners=("POL", "NET", "GEM"),
    ),
    KindSpec(
        code="DRU-LAB",
        label_nl="Chemische stank, drugslab",
        label_en="Drug lab",
        hint_nl="U ruikt scherpe chemische stoffen of ziet vaten en jerrycans.",
        urgency="U1", share="N", nature=1, vera="SOC.DRU", art10="yes",
        intake="call_first", call_line="112",
        call_text_nl=(
            "Ruikt of ziet u dit nu? Ga weg van de plek en bel 112. Ga zelf niet kijken. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        first_partners=("WC",), named_partners=("BRW", "POL"),
    ),
    KindSpec(
        code="DRU-GEB",
        label_nl="Drank of drugs gebruiken in portiek",
        label_en="Use in common area",
        hint_nl="Mensen drinken of gebruiken in de hal, de kelder of op de trap.",
        urgency="U3", share="M", nature=0.5, vera="SOC.DRU", art9="may", art10="may",
        call_line="0900-8844",
        call_text_nl="Hebt u er nu last van? Bel de politie: 0900-8844. Is er gevaar? Bel 112.",
        first_partners=("BOA", "POL"), second_partners=("OGGZ",), named_partners=("BOA", "POL", "OGGZ"),
    ),
    KindSpec(
        code="DRU-MENS",
        label_nl="Vermoeden van uitbuiting of illegale prostitutie",
        label_en="Exploitation",
        hint_nl="U denkt dat iemand gedwongen wordt om te werken of te blijven.",
        urgency="U1", share="N", nature=1, vera="SOC.OVE", art9="yes", art10="yes",
        call_line="0800-7000",
        call_text_nl=(
            "Is iemand nu in gevaar? Bel 112. Wilt u dat niemand uw naam weet? Bel Meld Misdaad Anoniem: "
            "0800-7000. "
            "Bij ons bent u niet helemaal anoniem."
        ),
        first_partners=("WC",), named_partners=("POL",),
    ),
)  # fmt: skip

FRAUD_AND_REST: tuple[KindSpec, ...] = (
    KindSpec(
        code="WFR-ONR",
        label_nl="Onderhuur, woning niet bewoond, te veel mensen",
        label_en="Illegal subletting",
        hint_nl="Schrijf op wat u ziet, bijvoorbeeld steeds andere mensen.",
        urgency="U3", share="H", nature=0.5, vera="WOO.ONR", art10="may",
        first_partners=("FRA",), second_partners=("GEM",), named_partners=("GEM",),
    ),
    KindSpec(
        code="WFR-BED",
        label_nl="Bedrijf in de woning",
        label_en="Commercial use",
        hint_nl="Een woning wordt gebruikt als winkel, werkplaats of hotel.",
        urgency="U3", share="H", nature=0.5, vera="WOO.BED",
        first_partners=("FRA",), second_partners=("GEM",), named_partners=("GEM",),
    ),
    KindSpec(
        code="WFR-KLI",
        label_nl="Verkeerd gebruik gezamenlijke ruimte",
        label_en="Misuse common room",
        hint_nl="Bijvoorbeeld opslag of een werkplaats in een ruimte van iedereen.",
        urgency="U3", share="A", nature=0.5, vera="WOO.KLI",
        first_partners=("WB",),
    ),
    KindSpec(
        code="OMG-OPR",
        label_nl="Parkeren, zwerfvuil, vuurwerk op straat",
        label_en="Public space",
        hint_nl="Dit gaat over de straat, de stoep of het park.",
        urgency="U4", share="A", nature=0, vera="OMG.HAN",
        intake="closed", call_line="gemeente",
        call_text_nl=(
            "De straat is van de gemeente. Meld dit bij uw gemeente, via de website of telefonisch. "
            "Wij kunnen dit niet voor u oplossen."
        ),
        first_partners=("GEM",), named_partners=("GEM",),
    ),
    KindSpec(
        code="LEE-SIG",
        label_nl="Signaal van medewerker",
        label_en="Staff signal",
        hint_nl="Wat u zag of hoorde in de wijk. Alleen feiten.",
        urgency="U3", share="H", nature=0, vera="LEE", art9="may", art10="may",
        intake="staff",
        first_partners=("WC",),
    ),
    # No share mode of its own: an idea stays inside, at the desk of the neighbourhood staff.
    KindSpec(
        code="LEE-IDEE",
        label_nl="Idee voor buurt of gebouw",
        label_en="Idea",
        hint_nl="Wat kan er beter in uw gebouw of buurt?",
        urgency="U4", share="A", nature=0, vera="LEE", may_propose=False,
        first_partners=("WC",),
    ),
    KindSpec(
        code="OVE-OVE",
        label_nl="Anders",
        label_en="Other",
        hint_nl="Past uw melding nergens bij? Schrijf hem hier op.",
        urgency="U3", share="H", nature=0, vera="SOC.OVE", art9="may", art10="may",
        first_partners=("TRIAGE",),
    ),
)  # fmt: skip
