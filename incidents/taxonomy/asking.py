"""Questions that several kinds share, and which standard questions go together."""

from __future__ import annotations

from incidents.taxonomy.specs import QuestionSpec as Q

HABIT = ("day_part", "frequency", "since", "impact")
HABIT_PEOPLE = (*HABIT, "child_involved")
EVENT = ("last_seen_on", "day_part", "impact", "child_involved")
THING = ("since",)
CONCERN = ("last_seen_on", "frequency", "since", "child_involved")

NOW = Q("Is het nu bezig?", "Is it going on now?")
SOURCE = Q(
    "Waar komt het vandaan?",
    "Where does it come from?",
    "choice",
    (
        ("Boven", "Above"),
        ("Onder", "Below"),
        ("Naast mij", "Next door"),
        ("Elders in het gebouw", "Elsewhere in the building"),
        ("Buiten", "Outside"),
    ),
)
TALKED = Q("Hebt u met hen gepraat?", "Did you talk to them?")
TALKED_RESULT = Q(
    "Hielp dat?",
    "Did it help?",
    "choice",
    (
        ("Even wel", "For a while"),
        ("Nee", "No"),
        ("Het werd erger", "It got worse"),
    ),
    only_if=(TALKED, "yes"),
)
POLICE = Q("Is de politie gebeld?", "Were the police called?")
POLICE_NUMBER = Q(
    "Wat is hun meldnummer?",
    "What is their reference number?",
    "line",
    only_if=(POLICE, "yes"),
)
STATEMENT = Q("Hebt u aangifte gedaan?", "Did you report it to the police?")
STATEMENT_NUMBER = Q(
    "Wat is het nummer?",
    "What is its number?",
    "line",
    only_if=(STATEMENT, "yes"),
)
AFRAID = Q("Bent u bang om herkend te worden?", "Are you afraid to be recognised?")
OTHERS = Q("Hebben meer buren hier last van?", "Does it bother other neighbours too?")
HOW_MANY = Q(
    "Hoeveel mensen?",
    "How many people?",
    "choice",
    (("1", "1"), ("2 of 3", "2 or 3"), ("4 tot 6", "4 to 6"), ("7 of meer", "7 or more")),
)  # fmt: skip
BURNING = Q("Kan er brand komen?", "Could a fire start?")


def what(nl: str, en: str, *options: tuple[str, str]) -> Q:
    """A question about what exactly is seen or heard; more answers may be true."""
    return Q(nl, en, "many", options)


def which(nl: str, en: str, *options: tuple[str, str]) -> Q:
    return Q(nl, en, "choice", options)
