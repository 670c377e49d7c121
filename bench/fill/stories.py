"""What people write, put together from sentences. Behaviour, times and places; all invented."""

from __future__ import annotations

from random import Random

from bench.fill import mix
from safetyportal.demo.stories import STORIES

WHEN = (
    "Elke vrijdag", "Bijna elke avond", "In het weekend", "Sinds een paar weken", "Vooral 's nachts",
    "Vanmorgen weer", "Om de paar dagen", "Meestal na elf uur", "Al maanden", "Gisteren nog",
)  # fmt: skip
WHAT = {
    "GEL": ("is er harde muziek", "dreunt de muziek door de muur", "hoor ik bonken en schuiven", "staat de tv te hard"),
    "BUR": ("schreeuwen de buren tegen elkaar", "blaft de hond urenlang", "is er ruzie over de tuin",
            "wordt er tegen mijn deur geslagen"),
    "ZRG": ("loopt een bewoner verward over de galerij", "belt iemand overal aan", "staat de kraan bij iemand open",
            "vergeet een bewoner het gas"),
    "VUI": ("staan er vuilniszakken in de hal", "stinkt het in het trappenhuis", "zie ik muizen in de berging",
            "ligt er grofvuil bij de lift"),
    "VEI": ("hangt er een groep in het portiek", "staat de voordeur open", "slaapt er iemand in de kelder",
            "is er een fiets weg uit de stalling"),
    "AGR": ("word ik bedreigd bij de lift", "scheldt iemand mij uit", "is er gevochten op de galerij",
            "staat iemand mij op te wachten"),
    "DRU": ("wordt er gedeald bij de ingang", "ruikt het naar hennep", "gebruiken mensen in het trappenhuis",
            "komen er steeds andere mensen aan de deur"),
    "WFR": ("wonen er steeds andere mensen", "staat de woning leeg en brandt er licht", "is er een kapper in huis",
            "worden er kamers verhuurd"),
    "OMG": ("staan er auto's op de stoep", "ligt er zwerfvuil", "is er vuurwerk op straat", "ligt er glas op het pad"),
    "LEE": ("is de speelplaats leeg", "missen wij een bankje", "wil ik iets doen voor de buurt", "zijn de lampen zwak"),
    "OVE": ("gebeurt er iets vreemds", "weet ik niet waar ik dit kwijt kan", "gaat er iets mis", "klopt er iets niet"),
}  # fmt: skip
MORE = (
    "Ik heb het al een keer gezegd.", "Ik durf er niet op af.", "De kinderen worden er wakker van.",
    "Wilt u kijken wat u kunt doen?", "Mijn buurvrouw heeft er ook last van.", "Ik slaap er slecht van.",
    "Het begon toen de nieuwe bewoners kwamen.", "Ik wil graag dat dit stopt.", "Vroeger was het hier rustig.",
    "De huismeester weet ervan.", "Ik heb opgeschreven op welke dagen.", "Overdag is er niets te merken.",
)  # fmt: skip
NOTES = (
    "Gebeld, niet bereikt. Ik probeer het morgen weer.", "Met de huismeester langs geweest: niets te zien.",
    "Uitleg gegeven over de huisregels.", "Buren links en rechts gevraagd; zij herkennen het.",
    "Afspraak gemaakt voor een gesprek op kantoor.", "Besproken in het teamoverleg.",
    "Foto's bekeken, plek opgenomen in de ronde.", "Geen nieuwe meldingen deze week.",
    "De bewoner houdt zich aan de afspraak.", "Nog een keer aangebeld, niemand thuis.",
)  # fmt: skip
CONTACTS = (
    "Gebeld met de melder, verhaal doorgenomen.", "De melder laat weten dat het rustiger is.",
    "De melder belt: het gebeurde weer.", "Gesproken aan de deur, uitleg gegeven wat wij doen.",
)  # fmt: skip
MESSAGES = (
    "Dank u voor uw melding. Wij kijken wat wij kunnen doen en laten het u weten.",
    "Wij zijn langs geweest en hebben afspraken gemaakt. Merkt u nog iets, laat het ons dan weten.",
    "Er is nog geen nieuws. Wij houden het in de gaten.",
)  # fmt: skip
LAST_MESSAGE = "Wij sluiten uw melding. Begint het opnieuw, dan kunt u hier vragen of wij weer kijken."
TASKS = (
    "Terugbellen",
    "Foto's bekijken",
    "Wijkagent spreken",
    "Huisregels meegeven",
    "Langsgaan met een collega",
)
OUTCOMES = ("Langs geweest en gesproken.", "Geen bijzonderheden gezien.", "Hulp aangeboden en aangenomen.")
REFUSALS = ("Dit is niet voor ons.", "Wij kennen deze situatie niet en pakken dit niet op.")

_TOLD: dict[str, list[str]] = {}
for _story in STORIES:
    _TOLD.setdefault(_story.kind, []).append(_story.story_nl)


def story(kind: str, group: str, number: int, random: Random) -> str:
    """Sometimes as the demo tells it. Every so many one holds the word that is rare."""
    told = _TOLD.get(kind)
    if told and random.random() < 0.1:
        text = random.choice(told)
    else:
        begin = f"{random.choice(WHEN)} {random.choice(WHAT[group])}."
        text = f"{begin} {random.choice(MORE)} {random.choice(MORE)}"
    return f"{text} Iemand speelt {mix.RARE_WORD}." if number % mix.RARE_EVERY == 7 else text
