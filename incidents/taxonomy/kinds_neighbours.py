"""Noise, and neighbours with each other."""

from __future__ import annotations

from incidents.taxonomy.specs import KindSpec

NEIGHBOURS: tuple[KindSpec, ...] = (
    KindSpec(
        code="GEL-LEEF",
        label_nl="Leefgeluiden (lopen, kinderen, klussen)",
        label_en="Everyday noise (footsteps, children, DIY)",
        hint_nl="Gewone geluiden waar u veel last van hebt.",
        hint_en="Ordinary sounds that bother you a lot.",
        urgency="U4", share="T", nature=0, vera="SOC.GEL", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
        first_answer="advice",
        advice_nl=(
            "Ga een keer rustig naar uw buren. Vaak weten zij niet dat u er last van hebt.\n"
            "Vertel wat u hoort en op welke tijd. Vraag wat samen kan, zoals vilt onder stoelen.\n"
            "Schrijf een kort briefje als praten moeilijk is.\n"
            "Helpt het niet? Dan helpt buurtbemiddeling gratis om samen te praten."
        ),
        advice_en=(
            "Go and talk to your neighbours calmly. They often do not know that it bothers you.\n"
            "Say what you hear and at what time. Ask what you can do together, such as felt under chairs.\n"
            "Write a short note if talking is hard.\n"
            "It does not help? Neighbourhood mediation helps you talk to each other, free of charge."
        ),
    ),
    KindSpec(
        code="GEL-MUZ",
        label_nl="Harde muziek, tv of feest",
        label_en="Loud music, TV or party",
        hint_nl="Vaak of laat.",
        hint_en="Often or late.",
        urgency="U3", share="T", nature=0.5, vera="SOC.GEL", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Is het er nu? Bel de politie: 0900-8844.",
        call_text_en="Is it there now? Call the police: 0900-8844.",
        first_partners=("BB",), second_partners=("POL",), named_partners=("BB", "POL"),
    ),
    KindSpec(
        code="GEL-NACHT",
        label_nl="Schreeuwen of onrust 's nachts",
        label_en="Shouting or unrest at night",
        hint_nl="Roepen of bonken in de nacht.",
        hint_en="Shouting or banging at night.",
        urgency="U2", share="H", nature=0.5, vera="SOC.GEL", art9="may", one_to_one=True,
        call_line="0900-8844",
        call_text_nl="Is de onrust er nu? Bel de politie: 0900-8844. Is er gevaar? Bel 112.",
        call_text_en="Is it happening now? Call the police: 0900-8844. Is there danger? Call 112.",
        first_partners=("WC",), second_partners=("OGGZ", "POL"), named_partners=("OGGZ", "POL"),
    ),
    KindSpec(
        code="GEL-INST",
        label_nl="Geluid van lift, pomp of installatie",
        label_en="Noise from a lift, pump or machine",
        hint_nl="Een apparaat zoemt, tikt of bonkt.",
        hint_en="Equipment hums, ticks or bangs.",
        urgency="U4", share="A", nature=0, vera="",
        first_partners=("TECH",),
    ),
    KindSpec(
        code="BUR-RUZ",
        label_nl="Ruzie met de buren",
        label_en="Conflict with the neighbours",
        hint_nl="U komt er samen niet uit.",
        hint_en="You cannot solve it together.",
        urgency="U3", share="T", nature=0.5, vera="SOC.RUZ", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
        first_answer="mediation",
        advice_nl=(
            "Buurtbemiddeling is gratis en kiest geen kant.\n"
            "Twee getrainde mensen uit uw gemeente praten eerst met u, en dan met uw buren.\n"
            "Samen zoekt u een oplossing. Bij de meeste ruzies lukt dat.\n"
            "Wilt u dat? Meld dan op naam en kies ja bij de vraag of wij uw nummer mogen geven."
        ),
        advice_en=(
            "Neighbourhood mediation is free and takes no sides.\n"
            "Two trained people from your municipality talk to you first, and then to your neighbours.\n"
            "Together you look for a solution. With most conflicts that works.\n"
            "Would you like this? Report by name and choose yes when we ask whether we may pass on your number."
        ),
    ),
    KindSpec(
        code="BUR-TUIN",
        label_nl="Tuin, schutting, rook of barbecue",
        label_en="Garden, fence, smoke or barbecue",
        hint_nl="Zoals rook, of takken over de schutting.",
        hint_en="Such as smoke, or branches over the fence.",
        urgency="U4", share="T", nature=0, vera="SOC.RUZ", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
        first_answer="advice",
        advice_nl=(
            "Praat met uw buren op een rustig moment. Zeg wat u ziet en wat u graag wilt.\n"
            "Hebt u last van rook? Vraag of het op een andere plek of tijd kan.\n"
            "Takken over de schutting? Vraag eerst of de buren ze zelf willen knippen.\n"
            "Helpt het niet? Dan helpt buurtbemiddeling gratis om samen te praten."
        ),
        advice_en=(
            "Talk to your neighbours at a quiet moment. Say what you see and what you would like.\n"
            "Bothered by smoke? Ask whether another place or time is possible.\n"
            "Branches over the fence? Ask first whether the neighbours want to cut them.\n"
            "It does not help? Neighbourhood mediation helps you talk to each other, free of charge."
        ),
    ),
    KindSpec(
        code="BUR-TREI",
        label_nl="Treiteren, pesten, wegpesten",
        label_en="Bullying or being driven out",
        hint_nl="Iemand in uw buurt heeft het steeds op u gemunt.",
        hint_en="Somebody near you keeps picking on you.",
        urgency="U1", share="H", nature=1, vera="SOC.AGR", art9="may", art10="may", one_to_one=True,
        first_partners=("GEM", "POL"), second_partners=("ZVH",), named_partners=("GEM", "POL", "ZVH"),
    ),
    KindSpec(
        code="BUR-DISC",
        label_nl="Discriminatie door buren",
        label_en="Discrimination by neighbours",
        hint_nl="U wordt slecht behandeld om wie u bent of wat u gelooft.",
        hint_en="You are treated badly because of who you are or what you believe.",
        urgency="U2", share="H", nature=1, vera="SOC.AGR", art9="yes", art10="may", one_to_one=True,
        first_partners=("ADV",), second_partners=("POL", "GEM"), named_partners=("ADV", "POL", "GEM"),
    ),
    KindSpec(
        code="BUR-DIER",
        label_nl="Overlast door huisdieren",
        label_en="Trouble with pets",
        hint_nl="Zoals blaffen, poep of loslopen.",
        hint_en="Such as barking, mess or running loose.",
        urgency="U3", share="T", nature=0.5, vera="SOC.DIE", one_to_one=True,
        first_partners=("BB",), named_partners=("BB",),
        first_answer="mediation",
        advice_nl=(
            "Praat eerst rustig met de eigenaar. Vaak weet die niet wat u hoort of ruikt.\n"
            "Helpt dat niet? Buurtbemiddeling is gratis en kiest geen kant.\n"
            "Zij praten met u en met de eigenaar van het dier.\n"
            "Wilt u dat? Meld dan op naam en kies ja bij de vraag of wij uw nummer mogen geven."
        ),
        advice_en=(
            "Talk calmly to the owner first. Often they do not know what you hear or smell.\n"
            "It does not help? Neighbourhood mediation is free and takes no sides.\n"
            "They talk to you and to the owner of the animal.\n"
            "Would you like this? Report by name and choose yes when we ask whether we may pass on your number."
        ),
    ),
    KindSpec(
        code="BUR-DIEV",
        label_nl="Verwaarloosde of mishandelde dieren",
        label_en="Neglected or abused animals",
        hint_nl="Een dier krijgt geen zorg of wordt pijn gedaan.",
        hint_en="An animal gets no care or is being hurt.",
        urgency="U2", share="N", nature=1, vera="SOC.DIE", art10="may",
        intake="closed", call_line="144", may_propose=False,
        call_text_nl=(
            "Bel 144, red een dier. Zij sturen hulp of inspectie. "
            "U kunt dit niet bij ons melden: wij mogen en kunnen hier niets mee doen."
        ),
        call_text_en=(
            "Call 144, the animal emergency line. They send help or an inspector. You cannot report this "
            "to us: we may not and cannot act on it."
        ),
        first_partners=("WC",),
    ),
)  # fmt: skip
