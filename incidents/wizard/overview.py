"""The check page: everything that will be filed, in rows that each know where to change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from incidents.answers import (
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
from incidents.evidence.listing import counted
from incidents.filing import Filing
from incidents.models import Evidence
from incidents.wizard.written import Written
from safetyportal.texts.templatetags.portal import visible_bidi


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    step: str
    dir_auto: bool = False


def rows(*, filing: Filing, written: Written, evidence: Iterable[Evidence]) -> list[Row]:
    what = Row(_("Wat er aan de hand is"), filing.kind.label, "soort")
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


def _asked(filing: Filing, written: Written) -> list[Row]:
    """Every question that was asked, with what was answered; nothing is an answer too."""
    questions = filing.kind.questions
    if questions is None:
        return []
    own = [
        Row(one.text, visible_bidi(one.said(said)), "vragen", dir_auto=one.sort == one.Sort.LINE)
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
    return [*own, *(Row(str(one.label), str(answers[one]), "vragen") for one in standard)]


def _story(filing: Filing) -> list[Row]:
    story = Row(_("Wat u schreef"), visible_bidi(filing.story), "verhaal", dir_auto=True)
    named = Row(_("Staat er een naam in uw tekst?"), str(filing.names_person.label), "verhaal")
    return [story, named]


def _evidence(written: Written, evidence: Iterable[Evidence]) -> list[Row]:
    if written.needs_care:
        return []
    return [Row(_("Foto’s en bestanden"), counted(evidence) or _("Geen"), "bewijs")]


def _who(filing: Filing) -> list[Row]:
    who = filing.reporter
    found = [Row(_("Hoe u meldt"), str(who.mode.label), "contact")]
    if who.mode != Mode.ANONYMOUS:
        found += [
            Row(_("Naam"), visible_bidi(who.name), "contact", dir_auto=True),
            Row(_("Telefoonnummer"), who.phone, "contact"),
            Row(_("E-mailadres"), who.email, "contact"),
            Row(_("Veilig bereiken"), ", ".join(str(Reach(one).label) for one in who.reach), "contact"),
            Row(_("Beste tijd"), str(BestTime(who.best_time).label) if who.best_time else "", "contact"),
        ]
    if filing.consent is not None:
        found.append(Row(_("Naam en nummer doorgeven"), _("Ja") if filing.consent else _("Nee"), "contact"))
    return found
