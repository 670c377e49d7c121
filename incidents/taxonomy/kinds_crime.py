"""Drugs and crime; and misuse of homes, the street, ideas and the rest."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

CRIME: tuple[KindSpec, ...] = (
    KindSpec(
        code="DRU-DEA",
        label_nl="Dealen of drugspand",
        label_en="Drug dealing or drug house",
        hint_nl="Veel korte bezoeken, of handel.",
        hint_en="Many short visits, or trade.",
        urgency="U1", share="H", nature=1, vera="SOC.DRU", art10="yes",
        call_line="0800-7000",
        call_text_nl=(
            "Wilt u dat niemand uw naam weet? Bel Meld Misdaad Anoniem: 0800-7000. "
            "Bij ons bent u niet helemaal anoniem."
        ),
        call_text_en=(
            "Do you want nobody to know your name? Call Meld Misdaad Anoniem: 0800-7000. With us you are "
            "not fully anonymous."
        ),
        first_partners=("POL",), second_partners=("GEM", "RIEC"), named_partners=("POL", "GEM", "RIEC"),
    ),
    KindSpec(
        code="DRU-HEN",
        label_nl="Vermoeden van hennepkwekerij",
        label_en="Suspected cannabis farm",
        hint_nl="Sterke geur, vocht, dichte ramen.",
        hint_en="Strong smell, damp, closed windows.",
        urgency="U1", share="H", nature=1, vera="SOC.HEN", art10="yes",
        call_line="0800-7000",
        call_text_nl=(
            "Wilt u dat niemand uw naam weet? Bel Meld Misdaad Anoniem: 0800-7000. "
            "Bij ons bent u niet helemaal anoniem."
        ),
        call_text_en=(
            "Do you want nobody to know your name? Call Meld Misdaad Anoniem: 0800-7000. With us you are "
            "not fully anonymous."
        ),
        first_partners=("POL",), second_partners=("GEM",), named_partners=("POL", "NET", "GEM"),
    ),
    KindSpec(
        code="DRU-LAB",
        label_nl="Chemische stank, drugslab",
        label_en="Chemical smell, drug lab",
        hint_nl="Scherpe lucht, vaten of jerrycans.",
        hint_en="Sharp smell, barrels or jerrycans.",
        urgency="U1", share="N", nature=1, vera="SOC.DRU", art10="yes",
        intake="call_first", call_line="112",
        call_text_nl=(
            "Ruikt of ziet u dit nu? Ga weg van de plek en bel 112. Ga zelf niet kijken. "
            "Hebt u gebeld? Dan kunt u het daarna ook bij ons melden."
        ),
        call_text_en=(
            "Do you smell or see this now? Move away from the place and call 112. Do not go and look. "
            "Have you called? Then you can report it to us as well."
        ),
        first_partners=("WC",), named_partners=("BRW", "POL"),
    ),
    KindSpec(
        code="DRU-GEB",
        label_nl="Drank of drugs gebruiken in portiek",
        label_en="Drinking or drug use in the stairwell",
        hint_nl="In de hal, de kelder of op de trap.",
        hint_en="In the hall, the cellar or on the stairs.",
        urgency="U3", share="M", nature=0.5, vera="SOC.DRU", art9="may", art10="may",
        call_line="0900-8844",
        call_text_nl="Hebt u er nu last van? Bel de politie: 0900-8844. Is er gevaar? Bel 112.",
        call_text_en="Is it bothering you now? Call the police: 0900-8844. Is there danger? Call 112.",
        first_partners=("BOA", "POL"), second_partners=("OGGZ",), named_partners=("BOA", "POL", "OGGZ"),
    ),
    KindSpec(
        code="DRU-MENS",
        label_nl="Vermoeden van uitbuiting of illegale prostitutie",
        label_en="Suspected exploitation or illegal prostitution",
        hint_nl="Iemand moet werken of blijven.",
        hint_en="Somebody must work or stay.",
        urgency="U1", share="N", nature=1, vera="SOC.OVE", art9="yes", art10="yes",
        call_line="0800-7000",
        call_text_nl=(
            "Is iemand nu in gevaar? Bel 112. Wilt u dat niemand uw naam weet? Bel Meld Misdaad Anoniem: "
            "0800-7000. "
            "Bij ons bent u niet helemaal anoniem."
        ),
        call_text_en=(
            "Is somebody in danger now? Call 112. Do you want nobody to know your name? Call Meld Misdaad "
            "Anoniem: 0800-7000. With us you are not fully anonymous."
        ),
        first_partners=("WC",), named_partners=("POL",),
    ),
)  # fmt: skip

FRAUD_AND_REST: tuple[KindSpec, ...] = (
    KindSpec(
        code="WFR-ONR",
        label_nl="Onderhuur, woning niet bewoond, te veel mensen",
        label_en="Subletting, home not lived in, too many people",
        hint_nl="Zoals steeds andere mensen.",
        hint_en="Such as different people all the time.",
        urgency="U3", share="H", nature=0.5, vera="WOO.ONR", art10="may",
        first_partners=("FRA",), second_partners=("GEM",), named_partners=("GEM",),
    ),
    KindSpec(
        code="WFR-BED",
        label_nl="Bedrijf in de woning",
        label_en="Business in a home",
        hint_nl="Een winkel, werkplaats of hotel.",
        hint_en="A shop, workshop or hotel.",
        urgency="U3", share="H", nature=0.5, vera="WOO.BED",
        first_partners=("FRA",), second_partners=("GEM",), named_partners=("GEM",),
    ),
    KindSpec(
        code="WFR-KLI",
        label_nl="Verkeerd gebruik gezamenlijke ruimte",
        label_en="Wrong use of a shared room",
        hint_nl="Opslag of werk in een ruimte van iedereen.",
        hint_en="Storage or work in a shared room.",
        urgency="U3", share="A", nature=0.5, vera="WOO.KLI",
        first_partners=("WB",),
    ),
    KindSpec(
        code="OMG-OPR",
        label_nl="Parkeren, zwerfvuil, vuurwerk op straat",
        label_en="Parking, litter, fireworks in the street",
        hint_nl="De straat, de stoep of het park.",
        hint_en="The street, the pavement or the park.",
        urgency="U4", share="A", nature=0, vera="OMG.HAN",
        intake="closed", call_line="gemeente",
        call_text_nl=(
            "De straat is van de gemeente. Meld dit bij uw gemeente, via de website of telefonisch. "
            "Wij kunnen dit niet voor u oplossen."
        ),
        call_text_en=(
            "The street belongs to the municipality. Report this to your municipality, on its website or "
            "by phone. We cannot solve this for you."
        ),
        first_partners=("GEM",), named_partners=("GEM",),
    ),
    KindSpec(
        code="LEE-SIG",
        label_nl="Signaal van medewerker",
        label_en="Signal from a member of staff",
        hint_nl="Wat u zag of hoorde in de wijk. Alleen feiten.",
        hint_en="What you saw or heard in the neighbourhood. Only facts.",
        urgency="U3", share="H", nature=0, vera="LEE", art9="may", art10="may",
        intake="staff",
        first_partners=("WC",),
    ),
    # No share mode of its own: an idea stays inside, at the desk of the neighbourhood staff.
    KindSpec(
        code="LEE-IDEE",
        label_nl="Idee voor buurt of gebouw",
        label_en="Idea for the neighbourhood or building",
        hint_nl="Wat kan er beter?",
        hint_en="What could be better?",
        urgency="U4", share="A", nature=0, vera="LEE", may_propose=False,
        first_partners=("WC",),
    ),
    KindSpec(
        code="OVE-OVE",
        label_nl="Anders",
        label_en="Something else",
        hint_nl="Als het nergens bij past.",
        hint_en="If it fits nowhere.",
        urgency="U3", share="H", nature=0, vera="SOC.OVE", art9="may", art10="may",
        first_partners=("TRIAGE",),
    ),
)  # fmt: skip
