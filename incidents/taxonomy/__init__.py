"""The taxonomy as data: 11 groups, 47 kinds. The order here is the order on screen.

Free text is never trusted to be harmless, whatever its kind: people write a diagnosis or an accusation
under noise too.
"""

from __future__ import annotations

from incidents.taxonomy.groups import GROUPS
from incidents.taxonomy.kinds_building import BUILDING
from incidents.taxonomy.kinds_crime import CRIME, FRAUD_AND_REST
from incidents.taxonomy.kinds_neighbours import NEIGHBOURS
from incidents.taxonomy.kinds_people import PEOPLE
from incidents.taxonomy.questions_building import BUILDING as ASKED_OF_BUILDING
from incidents.taxonomy.questions_crime import CRIME as ASKED_OF_CRIME
from incidents.taxonomy.questions_neighbours import NEIGHBOURS as ASKED_OF_NEIGHBOURS
from incidents.taxonomy.questions_people import PEOPLE as ASKED_OF_PEOPLE
from incidents.taxonomy.specs import GroupSpec, KindSpec, QuestionSpec, SetSpec
from incidents.taxonomy.words import WORDS_EN, WORDS_NL

_POSITION = {group.code: position for position, group in enumerate(GROUPS)}

KINDS: tuple[KindSpec, ...] = tuple(
    sorted((*NEIGHBOURS, *PEOPLE, *BUILDING, *CRIME, *FRAUD_AND_REST), key=lambda kind: _POSITION[kind.group])
)
KINDS_BY_CODE: dict[str, KindSpec] = {kind.code: kind for kind in KINDS}
# Kinds that nobody can file through the portal ask nothing.
QUESTIONS: dict[str, SetSpec] = ASKED_OF_NEIGHBOURS | ASKED_OF_PEOPLE | ASKED_OF_BUILDING | ASKED_OF_CRIME

__all__ = [
    "GROUPS",
    "KINDS",
    "KINDS_BY_CODE",
    "QUESTIONS",
    "WORDS_EN",
    "WORDS_NL",
    "GroupSpec",
    "KindSpec",
    "QuestionSpec",
    "SetSpec",
]
