"""The fixed answers of a report. Rough on purpose: people know these, and 'weet ik niet' is an answer."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class YesNo(TextChoices):
    YES = "yes", _("Ja")
    NO = "no", _("Nee")
    UNKNOWN = "unknown", _("Weet ik niet")


class Frequency(TextChoices):
    ONCE = "once", _("Eén keer")
    WEEKLY = "weekly", _("Elke week")
    DAILY = "daily", _("Elke dag")
    UNKNOWN = "unknown", _("Weet ik niet")


class Since(TextChoices):
    LT2W = "lt2w", _("Tot 2 weken")
    W2_M1 = "2w_1m", _("Tot 1 maand")
    M1_M3 = "1_3m", _("Tot 3 maanden")
    M3_M6 = "3_6m", _("Tot 6 maanden")
    GT6M = "gt6m", _("Langer dan 6 maanden")
    UNKNOWN = "unknown", _("Weet ik niet")


class Impact(TextChoices):
    SLEEP = "sleep", _("Slecht slapen")
    AFRAID = "afraid", _("Bang")
    MOVING = "moving", _("Wil verhuizen")
    CHILDREN = "children", _("Kinderen hebben last")
    NONE = "none", _("Niets hiervan")


class DayPart(TextChoices):
    MORNING = "morning", _("Ochtend")
    AFTERNOON = "afternoon", _("Middag")
    EVENING = "evening", _("Avond")
    NIGHT = "night", _("Nacht")
    VARIES = "varies", _("Wisselend")
    UNKNOWN = "unknown", _("Weet ik niet")


class Mode(TextChoices):
    NAMED = "named", _("Op naam")
    CONFIDENTIAL = "confidential", _("Vertrouwelijk")
    ANONYMOUS = "anonymous", _("Anoniem")


class PlaceKind(TextChoices):
    HOME = "home", _("In of bij een woning")
    SPACE = "space", _("In een gezamenlijke ruimte")
    UNKNOWN = "unknown", _("Plek niet in onze lijst")


class Channel(TextChoices):
    """How a report came in. All but the first are written down by a member of staff."""

    PORTAL = "portal", _("Website")
    STAFF = "staff", _("Medewerker")
    PHONE = "phone", _("Telefoon")
    COUNTER = "counter", _("Balie")
    VISIT = "visit", _("Huisbezoek")
    LETTER = "letter", _("Brief")
    EMAIL = "email", _("E-mail")


class Tongue(TextChoices):
    """Which language a reporter speaks best. What we write goes out in a language of the portal."""

    DUTCH = "nl", _("Nederlands")
    ENGLISH = "en", _("Engels")
    ARABIC = "ar", _("Arabisch")
    TURKISH = "tr", _("Turks")
    POLISH = "pl", _("Pools")
    UKRAINIAN = "uk", _("Oekraïens")
    TIGRINYA = "ti", _("Tigrinya")
    FRENCH = "fr", _("Frans")
    OTHER = "und", _("Een andere taal")


class Sign(TextChoices):
    """Why a report may come from a program. It is kept all the same; a person looks before it is shared."""

    TRAP = "trap", _("Een vakje dat mensen niet zien, is ingevuld")
    TOO_FAST = "too_fast", _("Sneller ingevuld dan mensen schrijven")
    MANY = "many", _("Veel meldingen in een uur vanaf één internetadres")
    NO_PROOF = "no_proof", _("De browser deed de rekenproef niet")


class StandardQuestion(TextChoices):
    """Questions that every kind may ask, in the order in which they are asked; severity reads some of them."""

    LAST_SEEN = "last_seen_on", _("Wanneer voor het laatst?")
    DAY_PART = "day_part", _("Wanneer vooral?")
    FREQUENCY = "frequency", _("Hoe vaak?")
    SINCE = "since", _("Hoe lang al?")
    IMPACT = "impact", _("Wat doet het met u?")
    CHILD = "child_involved", _("Gaat het om een kind onder 16?")


class Reach(TextChoices):
    """What must not happen when we get in touch: somebody else in the house may notice."""

    NO_CALL = "no_call", _("Bel mij niet")
    NO_VOICEMAIL = "no_voice", _("Spreek niets in")
    NO_LETTER = "no_letter", _("Stuur geen brief")
    NO_VISIT = "no_visit", _("Kom niet aan de deur")


class BestTime(TextChoices):
    ANY = "any", _("Maakt niet uit")
    DAY = "day", _("Overdag")
    EVENING = "evening", _("'s Avonds")
