"""What we ask about drugs, exploitation, misuse of homes, and the rest."""

from __future__ import annotations

from incidents.taxonomy.asking import (
    AFRAID,
    HABIT,
    HABIT_PEOPLE,
    HOW_MANY,
    NOW,
    POLICE,
    POLICE_NUMBER,
    what,
    which,
)
from incidents.taxonomy.specs import QuestionSpec as Q
from incidents.taxonomy.specs import SetSpec

CALLED = (POLICE, POLICE_NUMBER)
ELSE = ("Iets anders", "Something else")
CARS = Q("Stoppen er vaak auto’s of scooters?", "Do cars or scooters often stop?")

CRIME: dict[str, SetSpec] = {
    "DRU-DEA": SetSpec(
        (
            NOW,
            what(
                "Wat ziet u?",
                "What do you see?",
                ("Veel korte bezoeken", "Many short visits"),
                ("Pakjes of geld", "Packets or money"),
                ("Mensen op de uitkijk", "People on the lookout"),
                ELSE,
            ),
            CARS,
            *CALLED,
            AFRAID,
        ),
        HABIT_PEOPLE,
    ),
    "DRU-HEN": SetSpec(
        (
            what(
                "Wat merkt u?",
                "What do you notice?",
                ("Sterke wietlucht", "A strong smell of weed"),
                ("Zoemen van ventilatoren", "Humming of fans"),
                ("Ramen altijd dicht of nat", "Windows always covered or wet"),
                ("Sjouwen met potten of aarde", "Carrying pots or soil"),
            ),
            AFRAID,
        ),
        ("since", "child_involved"),
    ),
    "DRU-LAB": SetSpec(
        (
            what(
                "Wat merkt u?",
                "What do you notice?",
                ("Scherpe of zoete lucht", "A sharp or sweet smell"),
                ("Vaten of slangen", "Drums or hoses"),
                ("Hoofdpijn of tranende ogen", "Headache or watering eyes"),
                ELSE,
            ),
            *CALLED,
            AFRAID,
        ),
        ("last_seen_on", "since", "child_involved"),
    ),
    "DRU-GEB": SetSpec(
        (
            NOW,
            HOW_MANY,
            what(
                "Wat laten zij achter?",
                "What do they leave behind?",
                ("Blikken of flessen", "Cans or bottles"),
                ("Naalden of zakjes", "Needles or bags"),
                ("Poep of plas", "Faeces or urine"),
                ("Niets", "Nothing"),
            ),
            *CALLED,
            AFRAID,
        ),
        HABIT_PEOPLE,
    ),
    "DRU-MENS": SetSpec(
        (
            what(
                "Wat ziet u?",
                "What do you see?",
                ("Veel bezoek van onbekenden", "Many unknown visitors"),
                ("Mensen die niet vrij weg kunnen", "People who cannot leave freely"),
                ("Veel mensen in één woning", "Many people in one home"),
                ELSE,
            ),
            *CALLED,
            AFRAID,
        ),
        HABIT_PEOPLE,
    ),
    "WFR-ONR": SetSpec(
        (
            which(
                "Wat denkt u?",
                "What do you think?",
                ("De woning wordt doorverhuurd", "The home is sublet"),
                ("Er woont niemand", "Nobody lives there"),
                ("Er wonen te veel mensen", "Too many people live there"),
                ("Steeds andere gasten", "Different guests all the time"),
            ),
            AFRAID,
        ),
        ("since", "child_involved"),
    ),
    "WFR-BED": SetSpec(
        (
            what(
                "Waaraan merkt u dat?",
                "How do you notice it?",
                ("Klanten aan de deur", "Customers at the door"),
                ("Machines of lawaai", "Machines or noise"),
                ("Bestelauto’s of voorraad", "Vans or stock"),
                ("Reclame", "Advertising"),
            ),
            AFRAID,
        ),
        ("frequency", "since", "child_involved"),
    ),
    "WFR-KLI": SetSpec(
        (
            what(
                "Wat gebeurt er in de ruimte?",
                "What happens in the space?",
                ("Opslag van spullen", "Storage"),
                ("Werken of sleutelen", "Working or repairing"),
                ("Feesten of hangen", "Parties or hanging around"),
                ELSE,
            ),
            Q("Kunt u er langs?", "Can you get past?"),
        ),
        ("frequency", "since"),
    ),
    "LEE-IDEE": SetSpec((Q("Wilt u zelf meehelpen?", "Would you like to help?"),), ()),
    "OVE-OVE": SetSpec((NOW, *CALLED, AFRAID), (*HABIT, "child_involved")),
}
