"""What we ask about noise and neighbours."""

from __future__ import annotations

from incidents.taxonomy.asking import (
    AFRAID,
    EVENT,
    HABIT,
    HABIT_PEOPLE,
    NOW,
    POLICE,
    POLICE_NUMBER,
    SOURCE,
    TALKED,
    TALKED_RESULT,
    what,
    which,
)
from incidents.taxonomy.specs import QuestionSpec as Q
from incidents.taxonomy.specs import SetSpec

TALK = (TALKED, TALKED_RESULT)
CALLED = (POLICE, POLICE_NUMBER)
HEARD = what(
    "Wat hoort u?",
    "What do you hear?",
    ("Lopen of rennen", "Walking or running"),
    ("Kinderen", "Children"),
    ("Klussen of boren", "DIY or drilling"),
    ("Deuren, meubels of machines", "Doors, furniture or machines"),
)

NEIGHBOURS: dict[str, SetSpec] = {
    "GEL-LEEF": SetSpec((HEARD, SOURCE, *TALK), (*HABIT, "child_involved")),
    "GEL-MUZ": SetSpec((NOW, SOURCE, *TALK, *CALLED), HABIT_PEOPLE),
    "GEL-NACHT": SetSpec(
        (
            NOW,
            what(
                "Wat hoort u?",
                "What do you hear?",
                ("Schreeuwen of ruzie", "Shouting or arguing"),
                ("Bonken of gooien", "Banging or throwing"),
                ("Huilen of in zichzelf praten", "Crying or talking to themselves"),
                ("Veel mensen in en uit", "Many people coming and going"),
            ),
            SOURCE,
            *CALLED,
        ),
        HABIT_PEOPLE,
    ),
    "GEL-INST": SetSpec(
        (
            which(
                "Welk apparaat?",
                "Which machine?",
                ("Lift", "Lift"),
                ("Pomp of verwarming", "Pump or heating"),
                ("Ventilatie", "Ventilation"),
                ("Deur of hek", "Door or gate"),
                ("Iets anders", "Something else"),
            ),
            Q("Hoort u het in uw woning?", "Do you hear it in your home?"),
        ),
        HABIT,
    ),
    "BUR-RUZ": SetSpec(
        (
            which(
                "Waar gaat de ruzie over?",
                "What is the conflict about?",
                ("Geluid", "Noise"),
                ("Rommel of spullen", "Rubbish or belongings"),
                ("Kinderen of huisdieren", "Children or pets"),
                ("Wat er gezegd is", "Things that were said"),
                ("Iets anders", "Something else"),
            ),
            *TALK,
            Q("Wilt u hulp bij het praten?", "Would you like help with talking?"),
        ),
        ("frequency", "since", "impact", "child_involved"),
    ),
    "BUR-TUIN": SetSpec(
        (
            what(
                "Waar hebt u last van?",
                "What bothers you?",
                ("Schutting, boom of heg", "Fence, tree or hedge"),
                ("Rook of barbecue", "Smoke or barbecue"),
                ("Rommel in de tuin", "Rubbish in the garden"),
                ("Iets anders", "Something else"),
            ),
            *TALK,
        ),
        ("frequency", "since", "child_involved"),
    ),
    "BUR-TREI": SetSpec(
        (
            what(
                "Wat gebeurt er?",
                "What happens?",
                ("Schelden of dreigen", "Swearing or threatening"),
                ("Vernielen", "Damaging things"),
                ("Volgen of opwachten", "Following or waiting for you"),
                ("Buitensluiten of roddelen", "Excluding or gossiping"),
                ("Iets anders", "Something else"),
            ),
            Q("Steeds dezelfde mensen?", "Always the same people?"),
            Q("Gaat het om u of uw gezin?", "Is it about you or your family?"),
            *CALLED,
            AFRAID,
        ),
        HABIT_PEOPLE,
    ),
    "BUR-DISC": SetSpec(
        (
            what(
                "Wat gebeurt er?",
                "What happens?",
                ("Schelden of opmerkingen", "Swearing or remarks"),
                ("Tekst op deur of muur", "Words on a door or wall"),
                ("Anders behandeld", "Being treated differently"),
                ("Dreigen", "Threats"),
            ),
            Q("Was er iemand anders bij?", "Was anyone else there?"),
            *CALLED,
            AFRAID,
        ),
        EVENT,
    ),
    "BUR-DIER": SetSpec(
        (
            what(
                "Waar hebt u last van?",
                "What bothers you?",
                ("Blaffen of ander geluid", "Barking or other noise"),
                ("Poep of stank", "Mess or smell"),
                ("Bijten of aanvallen", "Biting or attacking"),
                ("Te veel dieren", "Too many animals"),
            ),
            *TALK,
        ),
        HABIT_PEOPLE,
    ),
}
