"""The check page: everything that will be filed, in rows that each know where to change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from incidents.evidence.listing import counted
from incidents.intake.filing import Filing
from incidents.models import Evidence
from incidents.rules.answers import (
    BestTime,
    DayPart,
    Frequency,
    Impact,
    Mode,
    PlaceKind,
    Reach,
    Since,
    StandardQuestion,
)
from incidents.wizard.written import Written
from safetyportal.texts.templatetags.portal import visible_bidi


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    step: str
    dir_auto: bool = False
    group: str = ""  # the name above the rows of one step


def rows(*, filing: Filing, written: Written, evidence: Iterable[Evidence]) -> list[Row]:
    what = Row(_("Wat"), filing.kind.label, "soort")
    return [
        what,
        *_where(filing, written),
        *_asked(filing, written),
        *_story(filing),
        *_evidence(written, evidence),
        *_who(filing),
    ]


def _where(filing: Filing, written: Written) -> list[Row]:
    address = written.of("adres")
    typed = " ".join(address[key] for key in ("postcode", "number") if address.get(key))
    return [
        Row(_("Adres"), visible_bidi(typed), "adres", dir_auto=True),
        Row(_("Plek"), _spot(filing), "plek", dir_auto=bool(filing.place.text)),
    ]


def _spot(filing: Filing) -> str:
    place = filing.place
    if place.kind == PlaceKind.HOME:
        return _("In of bij de woning")
    return str(place.space) if place.space else visible_bidi(place.text)


def _asked(filing: Filing, written: Written) -> list[Row]:
    """Every question that was asked, with what was answered; nothing is an answer too."""
    questions = filing.kind.questions
    if questions is None:
        return []
    name = _("Uw antwoorden")
    own = [
        Row(one.text, visible_bidi(one.said(said)), "vragen", one.sort == one.Sort.LINE, name)
        for one in questions.questions.all()
        for said in [filing.answers.get(str(one.pk), ())]
        if said or not one.only_if_key
    ]
    last = date_format(filing.last_seen_on, "j F Y") if filing.last_seen_on else ""
    answers: dict[str, str | Promise] = {
        StandardQuestion.LAST_SEEN: last,
        StandardQuestion.DAY_PART: DayPart(filing.day_part).label if filing.day_part else "",
        StandardQuestion.FREQUENCY: Frequency(filing.frequency).label,
        StandardQuestion.SINCE: Since(filing.since).label,
        StandardQuestion.IMPACT: ", ".join(str(Impact(one).label) for one in filing.impact),
        StandardQuestion.CHILD: filing.child_involved.label if filing.child_involved else "",
    }
    standard = [one for one in StandardQuestion if one in questions.standard]
    return [*own, *(Row(str(one.label), str(answers[one]), "vragen", group=name) for one in standard)]


def _story(filing: Filing) -> list[Row]:
    name = _("Tekst")
    story = Row(name, visible_bidi(filing.story), "verhaal", True, name)
    named = Row(_("Naam of adres erin:"), str(filing.names_person.label), "verhaal", group=name)
    return [story, named]


def _evidence(written: Written, evidence: Iterable[Evidence]) -> list[Row]:
    if written.needs_care:
        return []
    return [Row(_("Foto’s en bestanden"), counted(evidence) or _("Geen"), "bewijs")]


def _who(filing: Filing) -> list[Row]:
    """How one reports, what was filled in to reach somebody, and what was said about passing it on."""
    who, name = filing.reporter, _("Over u")
    found = [Row(name, str(who.mode.label), "contact", group=name)]
    if who.mode != Mode.ANONYMOUS:
        reach = ", ".join(str(Reach(one).label) for one in who.reach)
        best = str(BestTime(who.best_time).label) if who.best_time else ""
        asked = [(_("Naam:"), visible_bidi(who.name)), (_("Telefoon:"), who.phone), (_("E-mail:"), who.email)]
        folded = [(_("Veilig bereiken:"), reach), (_("Beste tijd:"), best)]
        told = [*asked, *(one for one in folded if one[1])]
        found += [Row(key, value, "contact", key == _("Naam:"), name) for key, value in told]
    if filing.consent is not None:
        given = _("Ja") if filing.consent else _("Nee")
        found.append(Row(_("Naam en nummer doorgeven:"), given, "contact", group=name))
    return found
