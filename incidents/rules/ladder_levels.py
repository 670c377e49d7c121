"""The two ladders of escalation, as a table. Source: domain 3.3 (CCV ladder for the mayor's track). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Track(TextChoices):
    """Who acts: the landlord by the tenancy agreement, or the mayor by public law."""

    CIVIL = "civil", _("Verhuurder")
    PUBLIC = "public", _("Gemeente")


class Level(TextChoices):
    L0 = "L0", _("L0 Zelf praten, met tips")
    L1 = "L1", _("L1 Buurtbemiddeling")
    L2 = "L2", _("L2 Gesprek en afspraken op papier")
    L3 = "L3", _("L3 Eerste waarschuwing")
    L4 = "L4", _("L4 Laatste waarschuwing of sommatie")
    L5 = "L5", _("L5 Gedragsaanwijzing of laatstekansovereenkomst")
    L6 = "L6", _("L6 Naar de rechter")
    L7 = "L7", _("L7 Ontruiming")
    P1 = "P1", _("P1 Bemiddeling en gesprek door de gemeente")
    P2 = "P2", _("P2 Waarschuwing van de burgemeester")
    P3 = "P3", _("P3 Voornemen tot een gedragsaanwijzing")
    P4 = "P4", _("P4 Last onder dwangsom")
    P5 = "P5", _("P5 Last onder bestuursdwang")
    P6 = "P6", _("P6 Tijdelijk huisverbod, 10 dagen")


class Ground(TextChoices):
    """What a step leans on. Articles: domain 3.3; whether one applies is for a lawyer to say."""

    AGREEMENT = "agreement", _("Afspraken met de bewoner")
    HOUSE_RULES = "house_rules", _("Huisregels")
    GOOD_TENANT = "good_tenant", _("Goed huurder zijn (art. 7:213 BW)")
    VISITORS = "visitors", _("Ook voor bezoek verantwoordelijk (art. 7:219 BW)")
    ENJOYMENT = "enjoyment", _("Rustig huurgenot van anderen (art. 7:203 BW)")
    NUISANCE_ACT = "nuisance_act", _("Wet aanpak woonoverlast (art. 151d Gemeentewet)")
    OTHER = "other", _("Iets anders")


@dataclass(frozen=True)
class Rung:
    level: Level
    track: Track
    rank: int
    # What must be true before the landlord may set this step.
    needs_hearing: bool = False
    needs_home: bool = False
    needs_name: bool = False
    # Hints for who takes the step.
    note: Promise | str = ""

    @property
    def label(self) -> str:
        return str(self.level.label)


def _civil(level: Level, rank: int, note: Promise | str = "") -> Rung:
    """From a first warning on, the resident was heard, is a tenant of ours, and somebody stands for the report by name."""
    is_warning = rank >= FIRST_WARNING
    return Rung(level, Track.CIVIL, rank, is_warning, is_warning, is_warning, note)


FIRST_WARNING = 3
RUNGS: tuple[Rung, ...] = (
    _civil(Level.L0, 0, _("Bewoners praten eerst zelf. Niet bij bedreiging of geweld.")),
    _civil(Level.L1, 1, _("Alleen als beide kanten willen.")),
    _civil(Level.L2, 2, _("Schrijf op wat is afgesproken, ook welke hulp u biedt.")),
    _civil(Level.L3, 3, _("Noem geen dagen, uren of adressen waaraan men de melder herkent.")),
    _civil(Level.L4, 4, _("Zeg wat er gebeurt als het doorgaat.")),
    _civil(Level.L5, 5, _("Een aanbod moet echt zijn: met hulp, tijd en iemand die het volgt.")),
    _civil(Level.L6, 6, _("Alleen de rechter ontbindt een huurovereenkomst.")),
    _civil(Level.L7, 7, _("Vraag de gemeente tijdig mee, zeker met kinderen.")),
    Rung(Level.P1, Track.PUBLIC, 1),
    Rung(Level.P2, Track.PUBLIC, 2, note=_("De burgemeester beslist. Wij leggen vast wat de gemeente doet.")),
    Rung(Level.P3, Track.PUBLIC, 3),
    Rung(Level.P4, Track.PUBLIC, 4),
    Rung(Level.P5, Track.PUBLIC, 5),
    Rung(Level.P6, Track.PUBLIC, 6),
)
BY_LEVEL = {rung.level: rung for rung in RUNGS}
# More than this up at once needs a second person.
ONE_ALONE = 1


def climbs(*, now: str, then: str) -> int:
    """How many levels up `then` is from `now` ("": no step yet) in its own ladder; down or level is 0.

    The first step may be the first talk with both sides (L2, P1): what comes before it is between the residents.
    """
    target = BY_LEVEL[Level(then)]
    rank = BY_LEVEL[Level(now)].rank if now else (1 if target.track == Track.CIVIL else 0)
    return max(0, target.rank - rank)
