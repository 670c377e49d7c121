"""Telling a partner who reported in confidence: one person asks with a motive, another one decides. Until then nothing goes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from incidents import timeline
from incidents.following import dialogue
from incidents.models import Case, Report, TimelineEntry
from partners.disclosing import matrix
from partners.disclosing.reveals import in_confidence, may_know
from partners.models import Referral, Reveal
from partners.models.partner import Profile
from partners.models.referral_words import IN_QUEUE, Ground
from partners.sharing.release_checks import check_naming
from partners.sharing.releasing import locked
from partners.telling_staff import tell_second_people
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.audit.recording import record
from safetyportal.policy.gate import may

Sort, State = TimelineEntry.Sort, Reveal.State
TO_WHOM = {Profile.POLICE: "de politie", Profile.MUNICIPALITY: "de gemeente"}
BECAUSE = {
    Ground.CONSENT: "U gaf daar toestemming voor.",
    Ground.VITAL: "Dat was nodig, omdat er gevaar is voor iemands leven of gezondheid.",
    Ground.LEGAL_DUTY: "Dat moest van de wet.",
}
LONGEST_REASON = 1000
TAKEN_BACK = "Teruggenomen door wie het vroeg"


class NotRevealed(ValueError):
    """Nobody is named; `why` is a word of in_words()."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@transaction.atomic
def ask(*, referral: Referral, report: Report, ground: Ground, motive: str, by: User, at: datetime) -> Reveal:
    """Ask to name the reporter of this report to this partner. Raises NotRevealed, or NotPossible as a release does."""
    fresh = locked(referral)
    _check(fresh, report, ground, at)
    if Reveal.objects.filter(
        referral=fresh, report=report, state__in=(State.ASKED, State.CONFIRMED)
    ).exists():
        raise NotRevealed("already")
    made = Reveal.objects.create(
        referral=fresh, report=report, ground=ground, motive=motive, asked_at=at, asked_by=by
    )
    _trace("reveal.ask", fresh, made, "gevraagd, wacht op een tweede persoon", by, at)
    tell_second_people(
        case=fresh.case,
        anywhere=Role.PRIVACY,
        may_decide=lambda one: (
            may("reveal.decide", one)
            and Reveal.objects.for_(one, "reveal.decide").filter(pk=made.pk).exists()
        ),
        key=f"reveal:{made.pk}",
        at=at,
    )
    return made


@transaction.atomic
def confirm(*, reveal: Reveal, not_told_why: str, by: User, at: datetime) -> None:
    """The second person agrees: from now on this partner sees name and contact. The reporter is told, unless that is dangerous.

    Raises NotRevealed, or NotPossible as a release does.
    """
    fresh, held = _undecided(reveal)
    if held.asked_by_id == by.pk or not _may_decide(fresh.case, by):
        raise NotRevealed("not_yours")
    _check(fresh, held.report, Ground(held.ground), at)
    held.state, held.decided_by, held.decided_at = State.CONFIRMED, by, at
    held.told, held.not_told_why = not not_told_why, not_told_why
    held.save(update_fields=["state", "decided_by", "decided_at", "told", "not_told_why"])
    told = (
        "De melder leest het op de eigen pagina"
        if held.told
        else "De melder hoort het niet: dat is gevaarlijk"
    )
    _trace("reveal.confirm", fresh, held, f"bevestigd. {told}", by, at)
    if held.told:
        _tell(fresh, held, by, at)


@transaction.atomic
def refuse(*, reveal: Reveal, reason: str, by: User, at: datetime) -> None:
    """The second person says no, or who asked takes it back. Raises NotRevealed."""
    fresh, held = _undecided(reveal)
    if held.asked_by_id != by.pk and not _may_decide(fresh.case, by):
        raise NotRevealed("not_yours")
    held.state, held.decided_by, held.decided_at, held.refusal = State.REFUSED, by, at, reason
    held.save(update_fields=["state", "decided_by", "decided_at", "refusal"])
    words = "teruggenomen" if held.asked_by_id == by.pk else "afgewezen"
    _trace("reveal.refuse", fresh, held, words, by, at)


def lapse(*, case: Case) -> None:
    """The case has ended: nobody needs to decide any more. Call with the case locked."""
    Reveal.objects.filter(referral__case=case, state=State.ASKED).update(state=State.LAPSED)


def _may_decide(case: Case, by: User) -> bool:
    """A lead of the case's team or a privacy officer, who does not hold the case."""
    leads = case.team_id in by.teams_as(frozenset({Role.LEAD}))
    return (leads or Role.PRIVACY in by.roles) and case.holder_id != by.pk


def _check(referral: Referral, report: Report, ground: Ground, at: datetime) -> None:
    if referral.state not in IN_QUEUE or not referral.case.is_open:
        raise NotRevealed("over")
    if not may_know(referral, column=matrix.now(referral)):
        raise NotRevealed("may_not")
    if not in_confidence(referral).filter(report=report).exists():
        raise NotRevealed("nobody")
    check_naming(referral=referral, ground=ground, at=at)


def _undecided(reveal: Reveal) -> tuple[Referral, Reveal]:
    fresh = locked(reveal.referral)
    held = Reveal.objects.select_for_update(of=("self",)).select_related("report").get(pk=reveal.pk)
    if held.state != State.ASKED:
        raise NotRevealed("decided")
    return fresh, held


def _trace(act: str, referral: Referral, reveal: Reveal, words: str, by: User, at: datetime) -> None:
    """Neither name nor motive: those stand in the request alone."""
    with override("nl"):
        ground = Ground(reveal.ground).label
        text = f"{referral.partner.name}, melding {reveal.report.number}: {words}. Grond: {ground}."
    timeline.write(case=referral.case, sort=Sort.REVEALED, at=at, by=by, text=text)
    record(
        action=act,
        actor=by,
        object_kind="referral",
        object_id=referral.pk,
        ground=reveal.ground,
        detail={"partner": referral.partner.code, "reveal": reveal.pk, "told": reveal.told},
        at=at,
    )


def _tell(referral: Referral, reveal: Reveal, by: User, at: datetime) -> None:
    whom = TO_WHOM[Profile(referral.partner.profile)]
    text = (
        f"Wij hebben uw naam en contactgegevens gedeeld met {whom}. {BECAUSE[Ground(reveal.ground)]}\n\n"
        f"Alleen {whom} ziet wie u bent, en alleen voor deze melding. Hebt u vragen, of maakt u zich zorgen? "
        "Schrijf ons op deze pagina, of bel ons."
    )
    visible = TimelineEntry.Visibility.REPORTER
    timeline.write(
        case=referral.case,
        sort=Sort.MESSAGE,
        at=at,
        by=by,
        text=text,
        visibility=visible,
        report=reveal.report,
    )
    dialogue.mail(report=reveal.report, key=f"reveal:{reveal.pk}", at=at)


def in_words(refusal: NotRevealed) -> str:
    """Why not, for the person who tried."""
    return {
        "over": _("De zaak is gesloten, of deze partner werkt er niet meer aan. Er is niets gedeeld."),
        "may_not": _("Deze partner mag niet weten wie in vertrouwen meldde."),
        "nobody": _("Van deze melding is geen melder bekend die in vertrouwen meldde. Er is niets te delen."),
        "already": _("Dit is al gevraagd of bevestigd. Kijk onder aan de pagina."),
        "not_yours": _(
            "Een tweede persoon moet dit bevestigen: een teamleider die de zaak niet behandelt, of de privacyfunctionaris, en niet wie het vroeg."
        ),
        "decided": _("Hierover is al beslist, of de vraag is vervallen. Er is door u niets gedeeld."),
    }[refusal.why]  # fmt: skip
