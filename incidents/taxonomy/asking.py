"""Questions that several kinds share, and which standard questions go together."""

from __future__ import annotations

from incidents.taxonomy.specs import QuestionSpec as Q

HABIT = ("day_part", "frequency", "since", "impact")
HABIT_PEOPLE = (*HABIT, "child_involved")
EVENT = ("last_seen_on", "day_part", "impact", "child_involved")
THING = ("since",)
CONCERN = ("last_seen_on", "frequency", "since", "child_involved")

NOW = Q("Is het nu bezig?", "Is it happening right now?")
SOURCE = Q(
    "Waar komt het vandaan?",
    "Where does it come from?",
    "choice",
    (
        ("Van boven", "From above"),
        ("Van onder", "From below"),
        ("Van naast mij", "From next door"),
        ("Ergens anders in het gebouw", "Somewhere else in the building"),
        ("Van buiten", "From outside"),
    ),
)
TALKED = Q("Hebt u er zelf met de ander over gepraat?", "Did you talk to the other person about it?")
TALKED_RESULT = Q(
    "Wat kwam daar uit?",
    "What came of it?",
    "choice",
    (
        ("Het ging een tijdje beter", "It was better for a while"),
        ("Er veranderde niets", "Nothing changed"),
        ("Het werd erger", "It got worse"),
    ),
    only_if=(TALKED, "yes"),
)
POLICE = Q("Is de politie gebeld?", "Did anyone call the police?")
POLICE_NUMBER = Q(
    "Wat is het nummer van de politie?",
    "What is the police reference number?",
    "line",
    hint_nl="Weet u het niet? Laat het dan leeg.",
    hint_en="You don’t know? Leave it empty.",
    only_if=(POLICE, "yes"),
)
STATEMENT = Q("Hebt u aangifte gedaan?", "Did you report it to the police?")
STATEMENT_NUMBER = Q(
    "Wat is het nummer van de aangifte?",
    "What is the number of the police report?",
    "line",
    hint_nl="Weet u het niet? Laat het dan leeg.",
    hint_en="You don’t know? Leave it empty.",
    only_if=(STATEMENT, "yes"),
)
AFRAID = Q("Bent u bang dat iemand weet dat u meldt?", "Are you afraid that somebody finds out you reported?")
OTHERS = Q("Hebben meer buren hier last van?", "Do other neighbours have trouble with this too?")
HOW_MANY = Q(
    "Om hoeveel mensen gaat het?",
    "How many people are there?",
    "choice",
    (("Eén", "One"), ("Twee of drie", "Two or three"), ("Vier tot zes", "Four to six"), ("Zeven of meer", "Seven or more")),
)  # fmt: skip
BURNING = Q("Is er nu gevaar voor brand?", "Is there a danger of fire right now?")


def what(nl: str, en: str, *options: tuple[str, str]) -> Q:
    """A question about what exactly is seen or heard; more answers may be true."""
    return Q(nl, en, "many", options)


def which(nl: str, en: str, *options: tuple[str, str]) -> Q:
    return Q(nl, en, "choice", options)
