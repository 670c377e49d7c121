"""What we ask about dirt and about the building."""

from __future__ import annotations

from incidents.taxonomy.asking import (
    AFRAID,
    BURNING,
    EVENT,
    HABIT_PEOPLE,
    HOW_MANY,
    NOW,
    OTHERS,
    POLICE,
    POLICE_NUMBER,
    SOURCE,
    STATEMENT,
    STATEMENT_NUMBER,
    THING,
    what,
    which,
)
from incidents.taxonomy.specs import QuestionSpec as Q
from incidents.taxonomy.specs import SetSpec

CALLED = (POLICE, POLICE_NUMBER)
STATED = (STATEMENT, STATEMENT_NUMBER)
ELSE = ("Iets anders", "Something else")

BUILDING: dict[str, SetSpec] = {
    "VUI-WON": SetSpec(
        (
            what(
                "Wat merkt u?",
                "What do you notice?",
                ("Stank", "Smell"),
                ("Ongedierte", "Pests"),
                ("Heel veel spullen", "Very many belongings"),
                ("De bewoner ziet er slecht uit", "The resident looks unwell"),
            ),
            BURNING,
        ),
        ("since", "impact", "child_involved"),
    ),
    "VUI-ALG": SetSpec(
        (
            what(
                "Wat ligt er?",
                "What is lying there?",
                ("Huisvuil", "Household waste"),
                ("Grof vuil, zoals meubels", "Bulky waste, such as furniture"),
                ("Glas of naalden", "Glass or needles"),
                ("Poep of plas", "Faeces or urine"),
                ELSE,
            ),
            Q("Kunt u er veilig langs?", "Can you get past safely?"),
        ),
        ("frequency", "since"),
    ),
    "VUI-STA": SetSpec(
        (
            which(
                "Waar ruikt het naar?",
                "What does it smell of?",
                ("Riool of putje", "Sewer or drain"),
                ("Afval of eten", "Rubbish or food"),
                ("Rook of wiet", "Smoke or weed"),
                ("Poep of plas", "Faeces or urine"),
                ELSE,
            ),
            SOURCE,
        ),
        ("frequency", "since", "impact"),
    ),
    "VUI-ONG": SetSpec(
        (
            which(
                "Welke dieren ziet u?",
                "Which animals do you see?",
                ("Muizen", "Mice"),
                ("Ratten", "Rats"),
                ("Kakkerlakken", "Cockroaches"),
                ("Wantsen of vlooien", "Bedbugs or fleas"),
                ELSE,
            ),
            Q("Ziet u ze in uw woning?", "Do you see them in your home?"),
            OTHERS,
        ),
        THING,
    ),
    "VEI-INB": SetSpec(
        (
            which(
                "Wat is er gebeurd?",
                "What happened?",
                ("Er is ingebroken", "Somebody broke in"),
                ("Iemand probeerde het", "Somebody tried"),
                ("Ik zag iets verdachts", "I saw something suspicious"),
            ),
            Q("Kan de deur of het raam dicht?", "Can the door or window be closed?"),
            *STATED,
        ),
        EVENT,
    ),
    "VEI-DIEF": SetSpec(
        (
            what(
                "Wat is er weg?",
                "What is missing?",
                ("Fiets of scooter", "Bicycle or scooter"),
                ("Pakket of post", "Parcel or post"),
                ("Spullen uit de berging", "Things from the storage room"),
                ELSE,
            ),
            Q("Was er een deur of slot kapot?", "Was a door or lock broken?"),
            *STATED,
        ),
        ("last_seen_on", "child_involved"),
    ),
    "VEI-VAN": SetSpec(
        (
            what(
                "Wat is er kapot of beklad?",
                "What is broken or painted on?",
                ("Deur of raam", "Door or window"),
                ("Muur of vloer", "Wall or floor"),
                ("Lift of lamp", "Lift or lamp"),
                ("Brievenbussen", "Letterboxes"),
                ELSE,
            ),
            Q("Is het gevaarlijk (glas, stroom)?", "Is it dangerous (glass, electricity)?"),
            AFRAID,
        ),
        ("last_seen_on", "frequency"),
    ),
    "VEI-DEUR": SetSpec(
        (
            which(
                "Wat is er kapot?",
                "What is broken?",
                ("Deur", "Door"),
                ("Slot", "Lock"),
                ("Bel of intercom", "Doorbell or intercom"),
                ("Licht", "Light"),
                ELSE,
            ),
            Q("Kan iedereen nu naar binnen?", "Can anybody get in now?"),
        ),
        THING,
    ),
    "VEI-GRP": SetSpec(
        (
            NOW,
            HOW_MANY,
            what(
                "Wat doen zij?",
                "What do they do?",
                ("Lawaai maken", "Make noise"),
                ("Rommel maken", "Leave rubbish"),
                ("De weg versperren", "Block the way"),
                ("Schelden of dreigen", "Swear or threaten"),
                ("Drank of drugs gebruiken", "Use drink or drugs"),
            ),
            *CALLED,
            AFRAID,
        ),
        HABIT_PEOPLE,
    ),
    "VEI-SLAAP": SetSpec((NOW, HOW_MANY, *CALLED), ("frequency", "since", "impact", "child_involved")),
    "VEI-EXP": SetSpec(
        (
            which(
                "Wat is er gebeurd?",
                "What happened?",
                ("Ontploffing", "Explosion"),
                ("Zwaar vuurwerk", "Heavy fireworks"),
                ("Brand gesticht", "A fire was started"),
                ELSE,
            ),
            Q("Is er iemand gewond?", "Is anybody hurt?"),
            *CALLED,
            AFRAID,
        ),
        EVENT,
    ),
    "VEI-BRAND": SetSpec(
        (
            what(
                "Wat is er aan de hand?",
                "What is the matter?",
                ("Spullen in de vluchtweg", "Things in the escape route"),
                ("Scootmobiel of fiets laadt op", "Scooter or bicycle charging"),
                ("Nooddeur op slot", "Emergency door locked"),
                ("Rookmelder of blusser weg", "Smoke alarm or extinguisher missing"),
                ELSE,
            ),
            Q("Kunt u er langs?", "Can you get past?"),
        ),
        THING,
    ),
}
