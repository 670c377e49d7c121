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
    WEEKLY = "weekly", _("Ongeveer elke week")
    DAILY = "daily", _("Elke dag of bijna elke dag")
    UNKNOWN = "unknown", _("Weet ik niet")


class Since(TextChoices):
    LT2W = "lt2w", _("Korter dan twee weken")
    W2_M1 = "2w_1m", _("Twee weken tot een maand")
    M1_M3 = "1_3m", _("Eén tot drie maanden")
    M3_M6 = "3_6m", _("Drie tot zes maanden")
    GT6M = "gt6m", _("Langer dan een half jaar")
    UNKNOWN = "unknown", _("Weet ik niet")


class Impact(TextChoices):
    SLEEP = "sleep", _("Ik slaap slecht")
    AFRAID = "afraid", _("Ik ben bang of voel mij onveilig")
    MOVING = "moving", _("Ik wil verhuizen")
    CHILDREN = "children", _("Mijn kinderen hebben er last van")
    NONE = "none", _("Het valt mee")


class DayPart(TextChoices):
    MORNING = "morning", _("'s Ochtends")
    AFTERNOON = "afternoon", _("'s Middags")
    EVENING = "evening", _("'s Avonds")
    NIGHT = "night", _("'s Nachts")
    VARIES = "varies", _("Wisselend")


class Mode(TextChoices):
    NAMED = "named", _("Op naam")
    CONFIDENTIAL = "confidential", _("Vertrouwelijk")
    ANONYMOUS = "anonymous", _("Anoniem")


class PlaceKind(TextChoices):
    HOME = "home", _("In of bij een woning")
    SPACE = "space", _("In een gezamenlijke ruimte")
    UNKNOWN = "unknown", _("Plek niet in onze lijst")


class Channel(TextChoices):
    PORTAL = "portal", _("Website")
    STAFF = "staff", _("Medewerker")


class Sign(TextChoices):
    """Why a report may come from a program. It is kept all the same; a person looks before it is shared."""

    TRAP = "trap", _("Een vakje dat mensen niet zien, is ingevuld")
    TOO_FAST = "too_fast", _("Sneller ingevuld dan mensen schrijven")
    MANY = "many", _("Veel meldingen in een uur vanaf één internetadres")
    NO_PROOF = "no_proof", _("De browser deed de rekenproef niet")


class StandardQuestion(TextChoices):
    """Questions that every kind may ask, in the order in which they are asked; severity reads some of them."""

    LAST_SEEN = "last_seen_on", _("Wanneer gebeurde het voor het laatst?")
    DAY_PART = "day_part", _("Op welk deel van de dag?")
    FREQUENCY = "frequency", _("Hoe vaak gebeurt het?")
    SINCE = "since", _("Hoe lang is dit al zo?")
    IMPACT = "impact", _("Wat doet het met u?")
    CHILD = "child_involved", _("Gaat het om een kind onder de 16 jaar?")


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
