"""The routing rules an association starts with: ordered, first match wins, all of them data it may change.

A rule may be stricter than the kind's share mode, never looser; a target at our own desk is not sharing, so
no floor holds there. A rule with nothing but proposals keeps one of our own desks in the lead; the last
rule, without a desk, leans on the case's own team.
"""

from __future__ import annotations

from partners.defaults.default_types import RESTRICTED
from partners.rules.rule_specs import RuleSpec, to

NEIGHBOURS = ("GEL", "BUR-RUZ", "BUR-TUIN", "BUR-DIER")
PERSONAL = ("BUR-TREI", "BUR-DISC")
VIOLENCE = ("AGR-BED", "AGR-GEW", "AGR-SEKS")
CONFUSED = ("ZRG-VERW", "ZRG-VERS")
COMMON_SPACE = ("DRU-GEB", "VEI-GRP", "VEI-SLAAP")
BURGLARY = ("VEI-INB", "VEI-VAN")
HEAVY = ("VEI-EXP", "AGR-WAP")

DEFAULT_RULES: tuple[RuleSpec, ...] = (
    RuleSpec(
        slug="beschermde-zaken", name_nl="Beschermde zaken: alleen de eigen afdeling",
        kinds=("AGR-HUIS", "ZRG-KIND", "AGR-MDW"), targets=to(RESTRICTED),
        note_nl=(
            "Nooit automatisch naar buiten en nooit een mail. Alleen medewerkers met een eigen recht "
            "zien deze zaken."
        ),
    ),
    RuleSpec(
        slug="eigen-afdeling", name_nl="Geluid van installaties en misbruik van gezamenlijke ruimte",
        kinds=("GEL-INST", "WFR-KLI"), use_kind_default=True,
        note_nl="Dit lossen wij zelf op. De regels voor burengeluid en woonfraude gelden hier niet.",
    ),
    # Noise and neighbours.
    RuleSpec(
        slug="buren-s1", name_nl="Geluid en buren, last", kinds=NEIGHBOURS, severities=("S1",),
        targets=to("WC", T="BB"),
        note_nl=(
            "De melder krijgt tips. Buurtbemiddeling alleen met toestemming; zonder toestemming pakt de "
            "woonconsulent het op."
        ),
    ),
    RuleSpec(
        slug="buren-s2", name_nl="Geluid en buren, overlast", kinds=NEIGHBOURS, severities=("S2",),
        targets=to("WC", T="BB"),
        note_nl="De woonconsulent pakt dit op. Buurtbemiddeling alleen met toestemming.",
    ),
    RuleSpec(
        slug="buren-s3", name_nl="Geluid en buren, ernstig", kinds=NEIGHBOURS, severities=("S3",),
        targets=to("WC", H="POL"),
        note_nl="De woonconsulent heeft de regie en kan de politie om feiten vragen.",
    ),
    RuleSpec(
        slug="buren-s4", name_nl="Geluid en buren, zeer ernstig", kinds=NEIGHBOURS, severities=("S4",),
        targets=to("WC JUR", H="GEM"), note_nl="Bespreken aan de casustafel van de gemeente.",
    ),
    RuleSpec(
        slug="treiteren-discriminatie-s1-s2", name_nl="Treiteren en discriminatie", kinds=PERSONAL,
        severities=("S1", "S2"), targets=to("WC"),
        note_nl="Altijd minstens als overlast behandelen. Wijs de melder op de antidiscriminatievoorziening.",
    ),
    RuleSpec(
        slug="treiteren-discriminatie-s3", name_nl="Treiteren en discriminatie, ernstig", kinds=PERSONAL,
        severities=("S3",), targets=to("WC", H="GEM POL"),
    ),
    RuleSpec(
        slug="treiteren-discriminatie-s4", name_nl="Treiteren en discriminatie, zeer ernstig", kinds=PERSONAL,
        severities=("S4",), targets=to("WC", H="GEM ZVH"),
        note_nl="De gemeente heeft de regie. Bekijk of het Zorg- en Veiligheidshuis nodig is.",
    ),
    # Threat and violence.
    RuleSpec(
        slug="geweld-s2", name_nl="Bedreiging en geweld, overlast", kinds=VIOLENCE, severities=("S2",),
        targets=to("WC"), note_nl="Raad de melder aan om aangifte te doen.",
    ),
    RuleSpec(
        slug="geweld-s3", name_nl="Bedreiging en geweld, ernstig", kinds=VIOLENCE, severities=("S3",),
        targets=to("WC", H="POL"),
    ),
    RuleSpec(
        slug="geweld-s4", name_nl="Bedreiging en geweld, zeer ernstig", kinds=VIOLENCE, severities=("S4",),
        targets=to("WC", H="POL GEM ZVH"), note_nl="Eerst 112. Daarna samen met politie en gemeente.",
    ),
    RuleSpec(
        slug="explosie-wapen-s3", name_nl="Explosie of wapen, ernstig", kinds=HEAVY, severities=("S3",),
        targets=to("WC", H="POL GEM SHN"),
    ),
    RuleSpec(
        slug="explosie-wapen-s4", name_nl="Explosie of wapen, zeer ernstig", kinds=HEAVY, severities=("S4",),
        targets=to("WC JUR", H="POL GEM SHN"),
        note_nl="Eerst 112. Daarna de crisislijst: juridische zaken en communicatie.",
    ),
    # Worry about a resident.
    RuleSpec(
        slug="zorg-s1", name_nl="Zorgen om een bewoner of woning, last",
        kinds=(*CONFUSED, "ZRG-ALLE", "VUI-WON"), severities=("S1",), targets=to("WB"),
        note_nl="De wijkbeheerder gaat langs.",
    ),
    RuleSpec(
        slug="verward-verslaafd-s2", name_nl="Verward gedrag of verslaving, overlast", kinds=CONFUSED,
        severities=("S2",), targets=to("WC", H="OGGZ"),
    ),
    RuleSpec(
        slug="verward-verslaafd-s3", name_nl="Verward gedrag of verslaving, ernstig", kinds=CONFUSED,
        severities=("S3",), targets=to("WC", H="OGGZ GGZ WVG"),
        note_nl="Een medewerker besluit zelf over een melding voor verplichte zorg.",
    ),
    RuleSpec(
        slug="verward-verslaafd-s4", name_nl="Verward gedrag of verslaving, zeer ernstig", kinds=CONFUSED,
        severities=("S4",), targets=to("WC", H="ZVH"), note_nl="Eerst 112 of de crisisdienst bellen.",
    ),
    RuleSpec(
        slug="redt-het-niet-s2", name_nl="Bewoner redt het niet, overlast", kinds=("ZRG-ALLE",),
        severities=("S2",),
        targets=to("WC", H="WMO"),
    ),
    RuleSpec(
        slug="redt-het-niet-s3", name_nl="Bewoner redt het niet, ernstig", kinds=("ZRG-ALLE",),
        severities=("S3",),
        targets=to("WC", H="OGGZ WMO", N="VT"), note_nl="Een medewerker belt zo nodig zelf met Veilig Thuis.",
    ),
    RuleSpec(
        slug="redt-het-niet-s4", name_nl="Bewoner redt het niet, zeer ernstig", kinds=("ZRG-ALLE",),
        severities=("S4",),
        targets=to("WC", N="VT"),
        note_nl="Direct gevaar: bel 112. Een medewerker belt zelf met Veilig Thuis.",
    ),
    RuleSpec(
        slug="vuile-woning-s2", name_nl="Zeer vuile of volle woning, overlast", kinds=("VUI-WON",),
        severities=("S2",),
        targets=to("WC", H="OGGZ"),
    ),
    RuleSpec(
        slug="vuile-woning-s3", name_nl="Zeer vuile of volle woning, ernstig", kinds=("VUI-WON",),
        severities=("S3",),
        targets=to("WC", H="OGGZ BRW"),
    ),
    RuleSpec(
        slug="vuile-woning-s4", name_nl="Zeer vuile of volle woning, zeer ernstig", kinds=("VUI-WON",),
        severities=("S4",), targets=to("WC", H="GEM BRW"),
    ),
    # The building: dirt, smell, pests, doors, escape routes. Lighter than S3 the kind's own desk does it.
    RuleSpec(
        slug="gebouw-afval-s3-s4", name_nl="Afval in het gebouw, ernstig", kinds=("VUI-ALG",),
        severities=("S3", "S4"), targets=to("WB", A="BOA"),
    ),
    RuleSpec(
        slug="gebouw-stank-brandgevaar-s3-s4", name_nl="Stank of brandgevaar, ernstig",
        kinds=("VUI-STA", "VEI-BRAND"),
        severities=("S3", "S4"), targets=to("WB", A="BRW"), note_nl="Gaslucht of brand: eerst 112.",
    ),
    RuleSpec(
        slug="gebouw-ongedierte-s3-s4", name_nl="Ongedierte, ernstig", kinds=("VUI-ONG",),
        severities=("S3", "S4"), targets=to("ONG WB", A="BOA"),
    ),
    RuleSpec(
        slug="gebouw-deur-s3-s4", name_nl="Deur, slot of licht kapot, ernstig", kinds=("VEI-DEUR",),
        severities=("S3", "S4"), targets=to("TECH", A="BOA"),
    ),
    # Use, loitering and sleeping in common spaces: these stand before the other drug rules.
    RuleSpec(
        slug="gezamenlijke-ruimte-s1", name_nl="Gebruik, groep of slaper in het gebouw, last",
        kinds=COMMON_SPACE,
        severities=("S1",), targets=to("WB"),
    ),
    RuleSpec(
        slug="groep-s2", name_nl="Groep in of bij het gebouw, overlast", kinds=("VEI-GRP",),
        severities=("S2",),
        targets=to("", M="JON"),
    ),
    RuleSpec(
        slug="gebruik-slaper-s2", name_nl="Gebruik of slaper in het gebouw, overlast",
        kinds=("DRU-GEB", "VEI-SLAAP"),
        severities=("S2",), targets=to("", M="BOA"),
    ),
    RuleSpec(
        slug="gezamenlijke-ruimte-s3", name_nl="Gebruik, groep of slaper in het gebouw, ernstig",
        kinds=COMMON_SPACE,
        severities=("S3",), targets=to("", M="POL BOA JON"),
    ),
    RuleSpec(
        slug="gezamenlijke-ruimte-s4", name_nl="Gebruik, groep of slaper in het gebouw, zeer ernstig",
        kinds=COMMON_SPACE, severities=("S4",), targets=to("WC", M="GEM"),
        note_nl="Bespreken aan de casustafel van de gemeente, over het hele complex.",
    ),
    # Drugs and crime: no visit on site.
    RuleSpec(
        slug="drugs-s2", name_nl="Drugs en criminaliteit, overlast", kinds=("DRU",), severities=("S2",),
        targets=to("WC"), note_nl="Niet zelf op bezoek gaan.",
    ),
    RuleSpec(
        slug="drugs-s3", name_nl="Drugs en criminaliteit, ernstig", kinds=("DRU",), severities=("S3",),
        targets=to("WC", H="POL"),
        note_nl="Niet zelf op bezoek gaan. Wijs de melder op Meld Misdaad Anoniem.",
    ),
    RuleSpec(
        slug="drugs-s4", name_nl="Drugs en criminaliteit, zeer ernstig", kinds=("DRU",), severities=("S4",),
        targets=to("WC", H="POL GEM RIEC"), note_nl="Niet zelf op bezoek gaan.",
    ),
    # Burglary, theft, vandalism.
    RuleSpec(
        slug="inbraak-diefstal-vernieling-s1", name_nl="Inbraak, diefstal of vernieling, last",
        kinds=(*BURGLARY, "VEI-DIEF"), severities=("S1",), targets=to("TECH"),
        note_nl="Raad de melder aan om aangifte te doen.",
    ),
    RuleSpec(
        slug="diefstal-s2", name_nl="Diefstal, overlast", kinds=("VEI-DIEF",), severities=("S2",),
        targets=to("", M="POL"),
    ),
    RuleSpec(
        slug="inbraak-vernieling-s2", name_nl="Inbraak of vernieling, overlast", kinds=BURGLARY,
        severities=("S2",),
        targets=to("TECH", M="POL"), note_nl="De technische dienst herstelt wat kapot is.",
    ),
    RuleSpec(
        slug="inbraak-diefstal-vernieling-s3", name_nl="Inbraak, diefstal of vernieling, ernstig",
        kinds=(*BURGLARY, "VEI-DIEF"), severities=("S3",), targets=to("TECH WC", M="POL"),
        note_nl="Neem ook maatregelen voor het hele complex.",
    ),
    RuleSpec(
        slug="inbraak-diefstal-vernieling-s4", name_nl="Inbraak, diefstal of vernieling, zeer ernstig",
        kinds=(*BURGLARY, "VEI-DIEF"), severities=("S4",), targets=to("TECH WC", M="POL GEM"),
        note_nl="Plan een buurtbijeenkomst.",
    ),
    # Misuse of homes.
    RuleSpec(
        slug="woonfraude-s1-s2", name_nl="Misbruik van de woning", kinds=("WFR",), severities=("S1", "S2"),
        targets=to("FRA"),
    ),
    RuleSpec(
        slug="woonfraude-s3", name_nl="Misbruik van de woning, ernstig", kinds=("WFR",), severities=("S3",),
        targets=to("FRA", H="GEM"),
    ),
    RuleSpec(
        slug="woonfraude-s4", name_nl="Misbruik van de woning, zeer ernstig", kinds=("WFR",),
        severities=("S4",),
        targets=to("FRA", H="GEM POL"),
    ),
    RuleSpec(
        slug="kind-default", name_nl="Anders: de eerste partner van de soort", use_kind_default=True,
        note_nl="Geen andere regel past. De melding gaat naar de eerste partner die bij de soort hoort.",
    ),
)  # fmt: skip
