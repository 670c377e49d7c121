"""What we ask about threat, violence and worry about a resident."""

from __future__ import annotations

from incidents.taxonomy.asking import (
    AFRAID,
    CONCERN,
    EVENT,
    HABIT,
    HABIT_PEOPLE,
    NOW,
    POLICE,
    POLICE_NUMBER,
    what,
    which,
)
from incidents.taxonomy.specs import QuestionSpec as Q
from incidents.taxonomy.specs import SetSpec

CALLED = (POLICE, POLICE_NUMBER)
KNOWN = which(
    "Wie doet het?",
    "Who does it?",
    ("Iemand uit het gebouw", "Somebody from the building"),
    ("Iemand van buiten", "Somebody from outside"),
)
HELPED = Q("Krijgt deze bewoner hulp?", "Does this resident get help?")

PEOPLE: dict[str, SetSpec] = {
    "AGR-BED": SetSpec(
        (
            what(
                "Hoe werd er gedreigd?",
                "How were you threatened?",
                ("Met woorden", "With words"),
                ("Met een gebaar of een ding", "With a gesture or an object"),
                ("Via berichten", "By messages"),
                ("Aan de deur", "At the door"),
            ),
            KNOWN,
            *CALLED,
            AFRAID,
        ),
        EVENT,
    ),
    "AGR-GEW": SetSpec((Q("Is er iemand gewond?", "Is anybody hurt?"), KNOWN, *CALLED, AFRAID), EVENT),
    "AGR-WAP": SetSpec(
        (
            which(
                "Wat zag of hoorde u?",
                "What did you see or hear?",
                ("Een mes", "A knife"),
                ("Een vuurwapen", "A gun"),
                ("Schoten", "Shots"),
                ("Iets anders", "Something else"),
            ),
            KNOWN,
            *CALLED,
            AFRAID,
        ),
        EVENT,
    ),
    # Somebody may be reading along: only what the reporter notices himself, and nothing about the family.
    "AGR-HUIS": SetSpec((NOW, *CALLED, AFRAID), (*HABIT, "child_involved")),
    "AGR-SEKS": SetSpec((KNOWN, Q("Gebeurde het vaker?", "Did it happen before?"), *CALLED, AFRAID), EVENT),
    "ZRG-VERW": SetSpec(
        (
            NOW,
            what(
                "Wat merkt u?",
                "What do you notice?",
                ("Roept of praat in zichzelf", "Shouts or talks to themselves"),
                ("Is zomaar bang of boos", "Is suddenly afraid or angry"),
                ("Is de weg kwijt", "Is lost"),
                ("Zorgt slecht voor zichzelf", "Looks after themselves badly"),
                ("Iets anders", "Something else"),
            ),
            HELPED,
            *CALLED,
        ),
        CONCERN,
    ),
    "ZRG-VERS": SetSpec(
        (
            what(
                "Waar hebt u last van?",
                "What bothers you?",
                ("Lawaai", "Noise"),
                ("Veel bezoek", "Many visitors"),
                ("Vuil of stank", "Dirt or smell"),
                ("Bang voor deze bewoner", "Afraid of this resident"),
            ),
            *CALLED,
        ),
        HABIT_PEOPLE,
    ),
    "ZRG-ALLE": SetSpec(
        (
            what(
                "Wat merkt u?",
                "What do you notice?",
                ("Komt bijna niet buiten", "Hardly goes out"),
                ("Vergeet veel of verdwaalt", "Forgets a lot or gets lost"),
                ("Eet of wast zich slecht", "Eats or washes poorly"),
                ("Laat gas of deur open", "Leaves gas on or the door open"),
                ("Iets anders", "Something else"),
            ),
            HELPED,
        ),
        CONCERN,
    ),
    "ZRG-KIND": SetSpec((NOW, *CALLED, AFRAID), (*HABIT, "child_involved")),
    "ZRG-STIL": SetSpec(
        (
            which(
                "Wanneer zag u de bewoner het laatst?",
                "When did you last see the resident?",
                ("Gisteren", "Yesterday"),
                ("Twee of drie dagen geleden", "Two or three days ago"),
                ("Langer geleden", "Longer ago"),
            ),
            what(
                "Wat valt op?",
                "What stands out?",
                ("Post of kranten blijven liggen", "Post or newspapers pile up"),
                ("Stank", "A smell"),
                ("Licht blijft aan of uit", "Lights stay on or off"),
                ("Geen antwoord aan de deur", "No answer at the door"),
            ),
            *CALLED,
        ),
        ("child_involved",),
    ),
    "ZRG-GELD": SetSpec(
        (
            Q("Gaat het over uzelf?", "Is it about yourself?"),
            what(
                "Waar gaat het om?",
                "What is it about?",
                ("De huur betalen", "Paying the rent"),
                ("Andere schulden", "Other debts"),
                ("Geen geld voor eten", "No money for food"),
                ("Brieven die ik niet begrijp", "Letters I do not understand"),
            ),
        ),
        ("since", "child_involved"),
    ),
}
