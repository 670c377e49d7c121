"""Why a case went where it went, in a few sentences of whoever reads it. What decided it was stored in Dutch; it stays beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Referral, RoutingDecision
from partners.routing.deciding import CHOSE_ALREADY, STILL_OPEN
from partners.routing.rerouting import NEXT_ONE
from partners.weighing.blocks import HOLD
from partners.weighing.planning import PLACE_KNOWN
from safetyportal.desk import why_told
from safetyportal.desk.why_told import Told
from safetyportal.texts.listing import listed
from safetyportal.texts.templatetags.portal import day

PARTS = ("order__report", "rule__rule_set", "rule__owner")


@dataclass(frozen=True)
class Why:
    """One decision: what happened and because of which rule, and what else was weighed. `owner` is who looks after the rule, if somebody does."""

    decision: RoutingDecision
    lead: str
    more: tuple[str, ...]
    owner: str
    rule_slug: str


def of(decision: RoutingDecision, referrals: Sequence[Referral] = ()) -> Why:
    """`referrals` of the case, where they are at hand: those of this decision say where it went."""
    told = why_told.read(decision)
    own = [one for one in referrals if one.decision_id == decision.pk and one.made_by_id is None]
    order = {step["title"]: place for place, step in enumerate(decision.steps)}  # as the rule names them
    own.sort(key=lambda one: order.get(one.partner.name, 0))
    sent = [one.partner.name for one in own if one.mode != HOLD and not one.partner.is_last_resort]
    proposed = [one.partner.name for one in own if one.mode == HOLD]
    rule = decision.rule
    return Why(
        decision=decision,
        lead=_lead(decision, told, sent, proposed),
        more=tuple(_more(told, sent, proposed)),
        owner=rule.owner.name if rule and rule.owner else "",
        rule_slug=rule.slug if rule else "",
    )


def by_hand(referrals: Sequence[Referral]) -> list[str]:
    """Who chose a partner or desk themselves, and on which ground; the newest first."""
    texts = []
    for one in referrals:
        if one.made_by is None:
            continue
        words = {"name": one.made_by.name, "partner": one.partner.name, "day": day(one.created_at)}
        if one.ground:
            text = _("%(name)s koos op %(day)s zelf voor %(partner)s. Grond: %(ground)s.")
            texts.append(text % (words | {"ground": one.get_ground_display()}))
        else:
            texts.append(_("%(name)s koos op %(day)s zelf voor %(partner)s.") % words)
    return texts


def _lead(decision: RoutingDecision, told: Told, sent: list[str], proposed: list[str]) -> str:
    if not decision.rule_name:
        return _without_rule(told)
    words = {"rule": _rule(decision), "partners": listed(sent or proposed)}
    if decision.outcome == RoutingDecision.Outcome.TRIAGE:
        text = _(
            "%(rule)s past bij deze melding, maar niemand kon of mocht de melding vanzelf krijgen. Daarom kiest de triage."
        )
    elif sent:
        text = _("Deze melding ging vanzelf naar %(partners)s, omdat %(rule)s past.")
    elif proposed:
        text = _("%(rule)s past bij deze melding. Een medewerker beslist over delen met %(partners)s.")
    else:
        text = _("%(rule)s past bij deze melding. Er kwam niemand bij.")
    said = text % words
    return said[0].upper() + said[1:]


def _rule(decision: RoutingDecision) -> str:
    words = {"name": decision.rule_name, "version": decision.rule_version}
    if decision.rule is None:
        return _("regel «%(name)s» (versie %(version)s)") % words
    return _("regel «%(name)s» (versie %(version)s van set %(set)s)") % (
        words | {"set": decision.rule.rule_set.number}
    )


def _without_rule(told: Told) -> str:
    if CHOSE_ALREADY in told.yes:
        return _("Een medewerker koos zelf al een partner. Het portaal liet dat zo.")
    if STILL_OPEN in told.no:
        return _("De zaak was al gesloten. Het portaal deed niets meer.")
    if PLACE_KNOWN in told.no:
        return _("Het adres staat niet in onze lijst. Daarom kiest de triage wie dit oppakt.")
    if told.is_broken:
        return _("Een regel werkte niet. Daarom kiest de triage wie dit oppakt.")
    return _("Geen regel past bij deze melding. Daarom kiest de triage wie dit oppakt.")


def _more(told: Told, sent: list[str], proposed: list[str]) -> list[str]:
    texts = []
    for partner, checks in told.checks.items():
        text = ngettext(
            "%(count)s controle hield vanzelf delen met %(partner)s tegen: %(checks)s.",
            "%(count)s controles hielden vanzelf delen met %(partner)s tegen: %(checks)s.",
            len(checks),
        )
        texts.append(text % {"count": len(checks), "partner": partner, "checks": "; ".join(checks)})
    if sent and proposed:
        texts.append(
            _("Over delen met %(partners)s beslist een medewerker.") % {"partners": listed(proposed)}
        )
    for partners, text in (
        (told.decided, _("Over %(partners)s besloot een mens al. Dat bleef zo.")),
        (told.stays, _("Bij %(partners)s lag de melding al. Dat bleef zo.")),
        (
            told.taken_back,
            _("De melding is teruggenomen bij %(partners)s, omdat de soort of de plek veranderde."),
        ),
        (told.no_consent, _("De melder gaf geen toestemming om te delen met %(partners)s.")),
        (
            told.not_asked,
            _("De melder is niet om toestemming gevraagd. Daarom beslist een medewerker over %(partners)s."),
        ),
        (
            told.by_staff,
            _("Naar %(partners)s gaat dit nooit vanzelf. Een medewerker beslist of dat nodig is."),
        ),
        (
            told.inside,
            _("Dit is een beschermde zaak. Daarom ging de melding niet naar %(partners)s."),
        ),
        (
            told.answered,
            _(
                "Een partner van hetzelfde type als %(partners)s antwoordde hier al. Dezelfde vraag ging niet nog eens uit."
            ),
        ),
        (
            told.beside_hand,
            _(
                "Een medewerker koos bij deze zaak al zelf. Daarom ging de melding niet vanzelf naar %(partners)s."
            ),
        ),
        (told.missing, _("Op deze plek doet nu niemand mee als: %(partners)s.")),
        (told.later, _("Daarna aan de beurt, als het dan nog niet is opgelost: %(partners)s.")),
    ):
        if partners:
            texts.append(text % {"partners": listed(partners)})
    if NEXT_ONE in told.no:
        texts.append(_("Na het laatste antwoord is er geen andere ketenpartner die past."))
    return texts
