"""What comes first in a case, as one table from first to last: when, in which words, and which page does it. Pure.

What a row says of a term the work list says in the same words (clock.models.Name).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.casework import UNTAKEN
from incidents.models import Case, PartyWord, TimelineEntry
from incidents.workflow import Status
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.clock.models import Name
from safetyportal.desk.case_file import CaseFile, Term
from safetyportal.desk.pending import Pending

# We do something about it, so the other side should have been heard (domain 3.1).
ACTING = frozenset({Status.APPROACH, Status.MONITORING})


@dataclass(frozen=True)
class Look:
    """A case as its page has it."""

    case: Case
    file: CaseFile
    pending: Pending
    actor: User
    at: datetime

    def term(self, name: Name, *, about: str = "", due: bool = False) -> Term | None:
        """The first running one of this name; `due`: only one that is for today or late."""
        today = local_day(self.at)
        for one in self.file.terms:
            fits = one.code == name and not one.is_paused and one.about.startswith(about)
            if fits and (not due or local_day(one.due) <= today):
                return one
        return None

    def due(self, name: Name) -> Term | None:
        return self.term(name, due=True) if self.case.is_open else None

    def promised(self, name: Name) -> Term | None:
        return self.term(name) if self.case.is_open else None

    def url(self, name: str, *args: object, part: str = "") -> str:
        return reverse(name, args=[self.case.number, *args]) + (f"#{part}" if part else "")


@dataclass(frozen=True)
class Button:
    """`posts`: it does something at once, and is no link."""

    text: str | Promise
    url: str
    posts: bool = False


@dataclass(frozen=True)
class Rule:
    """`when` gives what it found, such as a term, or nothing; `words` may name it as {what}; `to` gives the buttons."""

    name: str
    when: Callable[[Look], Any]
    words: Promise | str
    to: Callable[[Look, Any], list[Button]]
    what: Callable[[Look, Any], object] = lambda _look, _found: ""


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


def _proposals(look: Look, found: Any) -> list[Button]:
    words = _("Beslis: delen met {name}?")
    return [
        Button(words.format(name=one.partner.name), reverse("proposal_page", args=[one.pk])) for one in found
    ]


def _questions(look: Look, found: Any) -> list[Button]:
    words = _("Beantwoord de vraag van {name}")
    names = {line.question.pk: line.referral.partner.name for line in look.file.lines if line.question}
    return [
        Button(words.format(name=names[one.pk]), reverse("question_page", args=[one.pk])) for one in found
    ]


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
    ),
    Rule(
        "objection", lambda look: look.term(Name.OBJECTION),
        _("De bewoner over wie gemeld is, wacht op uw antwoord: {what}."),
        _party(_("Antwoord de bewoner")),
        what=lambda _look, term: PartyWord.Sort(term.about.partition(".")[0]).label,
    ),
    Rule(
        "accused", lambda look: look.term(Name.ANSWER_ACCUSED),
        _("De bewoner over wie gemeld is, schreef ons. Lees het, en zeg dat u het zag."),
        _party(_("Lees wat de bewoner schreef")),
    ),
    Rule(
        "second", _proposed,
        _("Een collega stelt een stap voor: {what}. Kijk mee: zeg ja of nee."),
        _one(_("Kijk mee"), "case_approach", "steps-title"),
        what=lambda _look, step: step.level.label,
    ),
    Rule(
        "unheard", lambda look: look.case.status in ACTING and look.pending.unheard,
        _("Wij doen al iets, maar de bewoner over wie gemeld is, is nog niet gehoord. Nodig de bewoner uit."),
        lambda look, parties: [Button(_("Nodig de bewoner uit"), look.url("party_page", parties[0]))],
    ),
    Rule(
        "talk", lambda look: look.due(Name.HEARING),
        _("Het gesprek met de bewoner over wie gemeld is, is vandaag of was al. Schrijf op wat er gezegd is."),
        _party(_("Schrijf op wat ervan kwam")),
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
    ),
    Rule(
        "proposal", lambda look: look.file.proposals,
        _("Er wacht een voorstel om deze zaak te delen. U beslist."), _proposals,
    ),
    Rule(
        "question", lambda look: look.file.questions,
        _("Een ketenpartner heeft een vraag en wacht op uw antwoord."), _questions,
    ),
    Rule(
        "unanswered", lambda look: next((one for one in look.file.terms if one.is_unanswered), None),
        _("De melder gaf geen antwoord op onze vraag. Vraag het nog eens, bel, of beslis met wat u weet."),
        _one(_("Vraag het nog eens"), "case_page", "reporter_ask"),
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
    ),
    Rule(
        "decide", lambda look: look.promised(Name.DECIDE), _("Beslis of wij dit oppakken."),
        _one(_("Zet de zaak verder"), "case_page", "case_advance"),
    ),
    Rule(
        "progress", lambda look: look.promised(Name.PROGRESS), _("Vertel de melder hoe het gaat."),
        _one(_("Stuur een bericht"), "case_page", "case_message"),
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
