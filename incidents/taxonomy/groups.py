from __future__ import annotations

from incidents.taxonomy.specs import GroupSpec

GROUPS: tuple[GroupSpec, ...] = (
    GroupSpec("GEL", "Geluid", "Noise"),
    GroupSpec("BUR", "Buren en omgang", "Neighbours"),
    GroupSpec("AGR", "Bedreiging en geweld", "Threat, violence"),
    GroupSpec("ZRG", "Zorgen om een bewoner", "Worry about a resident"),
    GroupSpec("VUI", "Vuil, stank en ongedierte", "Dirt, smell, pests"),
    GroupSpec("DRU", "Drugs en criminaliteit", "Drugs, crime"),
    GroupSpec("VEI", "Veiligheid van het gebouw", "Building safety"),
    GroupSpec("WFR", "Misbruik van de woning", "Housing fraud"),
    GroupSpec("OMG", "Straat en buurt", "Street"),
    GroupSpec("LEE", "Leefbaarheid", "Liveability"),
    GroupSpec("OVE", "Anders", "Other"),
)
