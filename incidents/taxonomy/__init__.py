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
from incidents.taxonomy.specs import GroupSpec, KindSpec

_POSITION = {group.code: position for position, group in enumerate(GROUPS)}

KINDS: tuple[KindSpec, ...] = tuple(
    sorted((*NEIGHBOURS, *PEOPLE, *BUILDING, *CRIME, *FRAUD_AND_REST), key=lambda kind: _POSITION[kind.group])
)
KINDS_BY_CODE: dict[str, KindSpec] = {kind.code: kind for kind in KINDS}

__all__ = ["GROUPS", "KINDS", "KINDS_BY_CODE", "GroupSpec", "KindSpec"]
