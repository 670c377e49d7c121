"""What comes first in a case, as one table from first to last: when, in which words, and which page does it. Pure.

What a row says of a term the work list says in the same words (clock.models.Name).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.following.dialogue import Waiting
from incidents.handling.casework import UNTAKEN
from incidents.models import PartyWord, TimelineEntry
from incidents.rules.workflow import Status
from partners.models import CutOff
from safetyportal.clock.models import Name
from safetyportal.desk import next_shared as shared
from safetyportal.desk.case_file import Term
from safetyportal.desk.look import Button, Look, Rule

# We do something about it, so the other side should have been heard (domain 3.1).
ACTING = frozenset({Status.APPROACH, Status.MONITORING})


def _reporter_s(look: Look, found: Any) -> bool:
    """Of the reporter it is about, or of one of them."""
    reports = [found.report] if isinstance(found, Waiting) else [one.report for one in look.file.reports]
    return any(one.wants_interpreter for one in reports)


def _resident_s(look: Look, found: Any) -> bool:
    party = int(found.about.rpartition(".")[2]) if isinstance(found, Term) else found[0]
    return party in look.pending.with_interpreter


def _one(text: Promise | str, name: str, part: str = "") -> Callable[[Look, Any], list[Button]]:
    return lambda look, _found: [Button(text, look.url(name, part=part))]


def _party(text: Promise | str) -> Callable[[Look, Term], list[Button]]:
    """The page of whom the term is about, by the last part of what it says."""
    return lambda look, term: [Button(text, look.url("party_page", int(term.about.rpartition(".")[2])))]


def _asked(look: Look) -> Any:
    """The first thing a reporter waits for; a wish to reopen has a row of its own."""
    reopen = look.case.status == Status.REOPEN_ASKED
    asks = [one for one in look.file.asks if not reopen or one.sort != TimelineEntry.Sort.REOPEN]
    return asks[0] if asks else None


def _proposed(look: Look) -> Any:
    """A step that this person may confirm."""
    others = [one for one in look.pending.proposed if one.made_by != look.actor.pk]
    return others[0] if others and look.case.is_open else None


def _check(look: Look, term: Term) -> list[Button]:
    sort, _dot, key = term.about.partition(".")
    letter = sort == "letter"
    url = look.url("case_letter", int(key)) if letter else look.url("case_approach", part="steps-title")
    return [Button(_("Schrijf op wat ervan kwam"), url)]


RULES: tuple[Rule, ...] = (
    Rule(
        "merged", lambda look: look.case.merged_into,
        _("Deze zaak is samengevoegd. Het werk gaat verder in {what}."),
        lambda _look, into: [Button(_("Naar die zaak"), reverse("case_page", args=[into.number]))],
        what=lambda _look, into: into.number,
    ),
    Rule(
        "alert", lambda look: look.case.is_open and look.pending.alert,
        _("Deze zaak kan niet wachten en nog niemand kijkt ernaar. Zeg dat u kijkt, dan krijgt niemand anders nog bericht."),
        lambda _look, alert: [Button(_("Ik kijk ernaar"), reverse("duty_acknowledge", args=[alert]), posts=True)],
    ),
    Rule(
        "cut_off", shared.unseen(CutOff.Why.COVENANT),
        _("«{what}» ziet deze zaak niet meer: het convenant eindigde. Kies: andere grond, andere partner, of zelf verder."),
        shared.without_partner,
        what=lambda _look, found: found.partner,
    ),
    Rule(
        "now_protected", shared.unseen(CutOff.Why.PROTECTED),
        _("«{what}» ziet deze zaak niet meer: het is nu een beschermde zaak. Kies: delen op een grond, of zelf verder."),
        shared.without_partner,
        what=lambda _look, found: found.partner,
    ),
    Rule(
        "now_other_kind", shared.unseen(CutOff.Why.KIND),
        _("«{what}» ziet deze zaak niet meer: deze soort gaat niet vanzelf naar een partner. Kies: bellen, delen als dat mag, of zelf verder."),
        shared.without_partner,
        what=lambda _look, found: found.partner,
    ),
    Rule(
        "retired", shared.unseen(CutOff.Why.RETIRED),
        _("«{what}» doet niet meer mee en ziet deze zaak niet meer. Kies: een andere partner, of zelf verder."),
        shared.without_partner,
        what=lambda _look, found: found.partner,
    ),
    Rule(
        "reopen", lambda look: look.case.status == Status.REOPEN_ASKED,
        _("De melder zegt dat het niet is opgelost en vraagt om deze zaak te heropenen. U beslist."),
        lambda look, _found: [
            Button(_("Zaak heropenen"), look.url("case_reopen")),
            Button(_("Niet heropenen"), look.url("case_refuse_reopening")),
        ],
    ),
    Rule(
        "take", lambda look: look.case.is_open and look.case.holder_id is None,
        _("Nog niemand behandelt deze zaak. Neem de zaak, dan weten collega's dat u het doet."),
        lambda look, _found: [
            Button(_("Neem deze zaak"), look.url("case_take"), posts=True),
            Button(_("Beoordelen of aan een collega geven"), look.url("case_triage")),
        ],
    ),
    Rule(
        "accept", lambda look: look.case.holder_id == look.actor.pk and look.case.status in UNTAKEN,
        _("Een collega gaf u deze zaak. Pakt u haar op? Dan leest de melder dat wij het onderzoeken."),
        lambda look, _found: [Button(_("Ja, ik pak deze zaak op"), look.url("case_take"), posts=True)],
    ),
    Rule(
        "reporter", _asked, _("De melder wacht op uw antwoord: {what}."),
        lambda look, ask: [Button(_("Antwoord de melder"), look.url("reporter_settle", ask.about))],
        what=lambda _look, ask: ask.label,
        interpreter=_reporter_s,
    ),
    Rule(
        "objection", lambda look: look.term(Name.OBJECTION),
        _("De bewoner over wie gemeld is, wacht op uw antwoord: {what}."),
        _party(_("Antwoord de bewoner")),
        what=lambda _look, term: PartyWord.Sort(term.about.partition(".")[0]).label,
        interpreter=_resident_s,
    ),
    Rule(
        "accused", lambda look: look.term(Name.ANSWER_ACCUSED),
        _("De bewoner over wie gemeld is, schreef ons. Lees het, en zeg dat u het zag."),
        _party(_("Lees wat de bewoner schreef")),
        interpreter=_resident_s,
    ),
    Rule(
        "second", _proposed,
        _("Een collega stelt een stap voor: {what}. Kijk mee: zeg ja of nee."),
        _one(_("Kijk mee"), "case_approach", "steps-title"),
        what=lambda _look, step: step.level.label,
    ),
    Rule(
        "scale_second", shared.to_second,
        _("Een collega stelt voor om op te schalen naar {what}. Kijk mee: zeg ja of nee."),
        shared.scale_page(_("Kijk mee")),
        what=lambda _look, found: found.partner,
    ),
    Rule(
        "scaled_back", shared.came_back,
        _("{what} is klaar of gaf de zaak terug. Schaal af: schrijf op wat zij zeiden en wie de regie heeft."),
        shared.scale_page(_("Schaal af")),
        what=lambda _look, found: found.partner,
    ),
    Rule(
        "scaled", lambda look: look.due(Name.SCALED),
        _("Deze zaak is opgeschaald. Kijk opnieuw: helpt het, en blijft het zo?"),
        shared.scale_page(_("Bekijk de opschaling")),
    ),
    Rule(
        "unheard", lambda look: look.case.status in ACTING and look.pending.unheard,
        _("Wij doen al iets, maar de bewoner over wie gemeld is, is nog niet gehoord. Nodig de bewoner uit."),
        lambda look, parties: [Button(_("Nodig de bewoner uit"), look.url("party_page", parties[0]))],
        interpreter=_resident_s,
    ),
    Rule(
        "talk", lambda look: look.due(Name.HEARING),
        _("Het gesprek met de bewoner over wie gemeld is, is vandaag of was al. Schrijf op wat er gezegd is."),
        _party(_("Schrijf op wat ervan kwam")),
        interpreter=_resident_s,
    ),
    Rule("check", lambda look: look.due(Name.CHECK), _("Kijk of de afspraak is nagekomen."), _check),
    Rule(
        "review", lambda look: look.due(Name.REVIEW), _("Bekijk deze zaak opnieuw: helpt wat wij doen?"),
        _one(_("Bekijk de zaak opnieuw"), "case_approach", "case_review"),
    ),
    Rule(
        "task", lambda look: look.due(Name.TASK), _("Er staat een taak voor vandaag."),
        _one(_("Naar de taken"), "case_tasks"),
    ),
    Rule(
        "inform", lambda look: look.due(Name.INFORM),
        _("Zeg de bewoner over wie gemeld is welke gegevens wij hebben, of schrijf op waarom dat nog niet kan."),
        _party(_("Informeer de bewoner")),
        interpreter=_resident_s,
    ),
    Rule(
        "proposal", lambda look: look.file.proposals,
        _("Er wacht een voorstel om deze zaak te delen. U beslist."), shared.proposals,
    ),
    Rule(
        "question", lambda look: look.file.questions,
        _("Een ketenpartner heeft een vraag en wacht op uw antwoord."), shared.questions,
    ),
    Rule(
        "unanswered", lambda look: next((one for one in look.file.terms if one.is_unanswered), None),
        _("De melder gaf geen antwoord op onze vraag. Vraag het nog eens, bel, of beslis met wat u weet."),
        _one(_("Vraag het nog eens"), "case_page", "reporter_ask"),
        interpreter=_reporter_s,
    ),
    Rule(
        "partner", lambda look: look.due(Name.PARTNER_ANSWER),
        _("Een ketenpartner gaf nog geen antwoord. Bel de partner, of haal de doorverwijzing terug."),
        _one(_("Naar de partner"), "case_sharing"),
    ),
    Rule(
        "contact", lambda look: look.promised(Name.FIRST_CONTACT),
        _("Spreek de melder: wat is er aan de hand, en wat kan de melder verwachten?"),
        _one(_("Leg het contact vast"), "case_page", "case_contact"),
        interpreter=_reporter_s,
    ),
    Rule(
        "decide", lambda look: look.promised(Name.DECIDE), _("Beslis of wij dit oppakken."),
        _one(_("Zet de zaak verder"), "case_page", "case_advance"),
    ),
    Rule(
        "progress", lambda look: look.promised(Name.PROGRESS), _("Vertel de melder hoe het gaat."),
        _one(_("Stuur een bericht"), "case_page", "case_message"),
        interpreter=_reporter_s,
    ),
)  # fmt: skip

# Where no row above holds.
REST: tuple[Rule, ...] = (
    Rule("closed", lambda look: not look.case.is_open, _("Deze zaak is gesloten."), lambda _look, _found: []),
    Rule(
        "wait", lambda look: next((one for one in look.file.terms if not one.is_paused), None),
        _("U hoeft nu niets te doen. Dit komt het eerst:"), lambda _look, _found: [],
    ),
    Rule(
        "close", lambda _look: True,
        _("Er staat geen termijn open. Sluit de zaak als het werk klaar is."),
        _one(_("Naar het sluiten"), "case_page", "case_close"),
    ),
)  # fmt: skip
