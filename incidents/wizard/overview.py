"""The check page: everything that will be filed, in rows that each know where to change it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from incidents.answers import DayPart, Frequency, Impact, Mode, PlaceKind, Since
from incidents.filing import Filing
from incidents.wizard.written import Written
from safetyportal.texts.templatetags.portal import visible_bidi


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    step: str
    dir_auto: bool = False


def rows(*, filing: Filing, written: Written) -> list[Row]:
    return [*_what(filing, written), *_where(filing, written), *_story(filing), *_who(filing)]


def _what(filing: Filing, written: Written) -> list[Row]:
    group = Row(_("Onderwerp"), filing.kind.group.label, "onderwerp")
    if written.of("soort").get("only"):
        return [group]
    return [group, Row(_("Wat er aan de hand is"), filing.kind.label, "soort")]


def _where(filing: Filing, written: Written) -> list[Row]:
    address = written.of("adres")
    typed = " ".join(address[key] for key in ("postcode", "number", "addition") if address.get(key))
    return [
        Row(_("Adres"), visible_bidi(typed), "adres", dir_auto=True),
        Row(_("Waar het gebeurt"), _spot(filing), "plek", dir_auto=bool(filing.place.text)),
    ]


def _spot(filing: Filing) -> str:
    place = filing.place
    if place.kind == PlaceKind.HOME:
        return _("In of bij de woning")
    return str(place.space) if place.space else visible_bidi(place.text)


def _story(filing: Filing) -> list[Row]:
    last = date_format(filing.last_seen_on, "j F Y") if filing.last_seen_on else ""
    impact = ", ".join(str(Impact(one).label) for one in filing.impact)
    answers: list[tuple[str, str | Promise]] = [
        (_("Voor het laatst"), last),
        (_("Deel van de dag"), DayPart(filing.day_part).label if filing.day_part else ""),
        (_("Hoe vaak"), Frequency(filing.frequency).label),
        (_("Sinds wanneer"), Since(filing.since).label),
        (_("Wat het met u doet"), impact),
        (_("Staat er een naam in uw tekst?"), filing.names_person.label),
        (_("Gaat het om een kind onder de 16 jaar?"), filing.child_involved.label),
    ]
    story = Row(_("Wat u schreef"), visible_bidi(filing.story), "verhaal", dir_auto=True)
    return [story, *(Row(key, str(value), "verhaal") for key, value in answers)]


def _who(filing: Filing) -> list[Row]:
    who = filing.reporter
    found = [Row(_("Hoe u meldt"), str(who.mode.label), "contact")]
    if who.mode != Mode.ANONYMOUS:
        found += [
            Row(_("Naam"), visible_bidi(who.name), "contact", dir_auto=True),
            Row(_("Telefoonnummer"), who.phone, "contact"),
            Row(_("E-mailadres"), who.email, "contact"),
        ]
    if filing.consent is not None:
        found.append(Row(_("Naam en nummer doorgeven"), _("Ja") if filing.consent else _("Nee"), "contact"))
    return found
