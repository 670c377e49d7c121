"""Which partner may be told what: the table of domain 4.3 as an association starts with it, and how far it may be loosened.

Every partner gets number, kind, haste, complex, space and time, and the summary that staff wrote for it; the words of the reporter
go to nobody. Those rows are fixed and not in here. What LOOSEST leaves is law, not taste: the database refuses a cell beyond it.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Field(TextChoices):
    """What may be told besides: the keys of Referral.fields."""

    HOME = "about_home", _("Huisnummer van de woning waarover is gemeld")
    ACCUSED = "accused", _("Naam van de bewoner over wie is gemeld")
    REPORTER = "reporter", _("Naam en contact van de melder")
    DIARY = "diary", _("Regels uit het logboek van de melder")
    ATTACHMENTS = "attachments", _("Foto’s en bestanden")
    EARLIER = "earlier", _("Eerdere zaken en stappen")
    WITH_TWO = "with_two", _("Instructie: bezoek met twee")
    OTHERS = "others", _("Welke andere ketenpartners meewerken")


class Cell(TextChoices):
    """When a field goes along."""

    ALWAYS = "always", _("Altijd")
    RELEASE = "release", _("Alleen als een medewerker het vrijgeeft")
    CONSENT = "consent", _("Alleen met toestemming")
    NEVER = "never", _("Nooit")


ALWAYS, RELEASE, CONSENT, NEVER = Cell.ALWAYS, Cell.RELEASE, Cell.CONSENT, Cell.NEVER
# From what a cell may be at its loosest to what an association may make of it.
CHOICES: dict[Cell, tuple[Cell, ...]] = {
    ALWAYS: (ALWAYS, RELEASE, NEVER),
    RELEASE: (RELEASE, NEVER),
    CONSENT: (CONSENT, NEVER),
    NEVER: (NEVER,),
}


def _column(**cells: Cell) -> dict[str, Cell]:
    return {field: cells.get(field, NEVER) for field in Field.values}


# Domain 4.3, a column for each profile. Consent of mediation: for a house number both sides agree, for a reporter that one does.
LOOSEST: Mapping[str, Mapping[str, Cell]] = {
    "police": _column(
        about_home=RELEASE, accused=RELEASE, reporter=RELEASE, diary=RELEASE, attachments=RELEASE, earlier=RELEASE,
        others=RELEASE,
    ),
    "enforcement": _column(),
    "mediation": _column(about_home=CONSENT, reporter=CONSENT),
    "care": _column(about_home=RELEASE, accused=RELEASE, with_two=ALWAYS),
    "municipality": _column(
        about_home=RELEASE, accused=RELEASE, reporter=RELEASE, diary=RELEASE, attachments=RELEASE, earlier=RELEASE,
        others=RELEASE,
    ),
    "technical": _column(about_home=RELEASE, attachments=RELEASE, with_two=ALWAYS),
    "basic": _column(),
    "internal": _column(about_home=RELEASE, accused=RELEASE, attachments=RELEASE, with_two=ALWAYS),
}  # fmt: skip
# As an association starts. Our own desks come to a door, and ask who lives there when they must know it.
DEFAULT: Mapping[str, Mapping[str, Cell]] = {
    **LOOSEST,
    "internal": {**LOOSEST["internal"], Field.ACCUSED: NEVER},
}

# Why a field never goes to a partner; {partner} is the name of its profile.
WHY_NEVER: dict[str, Promise] = {
    Field.HOME: _(
        "Het huisnummer gaat nooit naar {partner}: voor dit werk zijn complex, ruimte en tijd genoeg (AVG artikel 5)."
    ),
    Field.ACCUSED: _(
        "De naam van de bewoner gaat nooit naar {partner}: wie hem nodig heeft, vraagt er zelf naar (AVG artikel 5)."
    ),
    Field.REPORTER: _(
        "De naam van de melder gaat nooit naar {partner}: wie meldt, moet erop kunnen rekenen dat die bij ons blijft (AVG artikel 5)."
    ),
    Field.DIARY: _(
        "Het logboek gaat nooit naar {partner}: het is voor de politie die erom vraagt en voor een dossier van gemeente of rechter."
    ),
    Field.ATTACHMENTS: _(
        "Foto’s en bestanden gaan nooit naar {partner}: er staan mensen en woningen op die dit werk niet aangaan (AVG artikel 5)."
    ),
    Field.EARLIER: _(
        "Eerdere zaken gaan nooit naar {partner}: een verleden hoort alleen bij wie over de volgende stap beslist (AVG artikel 5)."
    ),
    Field.WITH_TWO: _(
        "De instructie over bezoek gaat nooit naar {partner}: zij is er alleen voor wie namens ons aan de deur komt."
    ),
    Field.OTHERS: _(
        "Welke ketenpartners meewerken, gaat nooit naar {partner}: dat zegt wat er met iemand aan de hand is (AVG artikel 9 en 10)."
    ),
}
WHY_NOT_SO: dict[Cell, Promise] = {
    RELEASE: _(
        "Dit gaat nooit vanzelf naar {partner}: een medewerker geeft het per zaak vrij, met een grond (AVG artikel 6)."
    ),
    CONSENT: _("Dit gaat alleen naar {partner} als de mensen om wie het gaat het goed vinden."),
    ALWAYS: _("Toestemming past hier niet: dit gaat altijd mee, als een medewerker het vrijgeeft, of nooit."),
}


def why_not(*, profile: str, label: str, field: str) -> str:
    """Why a cell may not be looser than it is, in words."""
    loosest = LOOSEST[profile][field]
    sentence = WHY_NEVER[field] if loosest == NEVER else WHY_NOT_SO[loosest]
    return str(sentence).format(partner=label[:1].lower() + label[1:])


def within_law() -> Q:
    """What a stored cell may be; frozen in a migration, so that a looser law is one too."""
    allowed = Q(shown=NEVER.value)
    for profile, column in LOOSEST.items():
        for cell in (ALWAYS, RELEASE, CONSENT):
            fields = sorted(field for field, loosest in column.items() if cell in CHOICES[loosest])
            if fields:
                allowed |= Q(profile=profile, field__in=fields, shown=cell.value)
    return allowed
