"""Which status of a case may follow which, and what the reporter reads (domain 3.1)."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    RECEIVED = "received", _("Ontvangen")
    TRIAGE = "triage", _("Triage")
    WAITING = "waiting", _("Wacht op de melder")
    INVESTIGATION = "investigation", _("Onderzoek")
    HEARING = "hearing", _("Andere kant horen")
    APPROACH = "approach", _("Aanpak")
    AT_PARTNER = "at_partner", _("Bij ketenpartner")
    MONITORING = "monitoring", _("Monitoring")
    CLOSED = "closed", _("Afgerond")
    NOT_TAKEN = "not_taken", _("Niet in behandeling")
    MERGED = "merged", _("Samengevoegd")
    REOPEN_ASKED = "reopen_asked", _("Heropening gevraagd")


class CloseReason(TextChoices):
    """Why a case ends; it says with which status."""

    SOLVED = "solved", _("De overlast is voorbij")
    AGREED = "agreed", _("Er zijn afspraken gemaakt")
    HANDED_OVER = "handed_over", _("Een ketenpartner heeft het overgenomen")
    NOT_FOUND = "not_found", _("Wij konden niets vaststellen")
    WITHDRAWN = "withdrawn", _("De melder trekt de melding in")
    NOT_OURS = "not_ours", _("Dit is niet aan ons")
    TOO_LITTLE = "too_little", _("Wij weten te weinig en kunnen niet verder vragen")

    @property
    def status(self) -> Status:
        return Status.NOT_TAKEN if self in (CloseReason.NOT_OURS, CloseReason.TOO_LITTLE) else Status.CLOSED


ENDED = frozenset({Status.CLOSED, Status.NOT_TAKEN})
# Where work on a case can lead out of any state.
OUT = ENDED | {Status.MERGED}
# Nobody works on these now; a case in one of them has a moment of closing.
RESTING = ENDED | {Status.MERGED, Status.REOPEN_ASKED}

NEXT: dict[Status, frozenset[Status]] = {
    Status.RECEIVED: frozenset(
        {Status.TRIAGE, Status.WAITING, Status.INVESTIGATION, Status.AT_PARTNER, *OUT}
    ),
    Status.TRIAGE: frozenset({Status.WAITING, Status.INVESTIGATION, Status.AT_PARTNER, *OUT}),
    Status.WAITING: frozenset(
        {
            Status.TRIAGE,
            Status.INVESTIGATION,
            Status.HEARING,
            Status.APPROACH,
            Status.AT_PARTNER,
            Status.MONITORING,
            *OUT,
        }
    ),
    Status.INVESTIGATION: frozenset(
        {
            Status.TRIAGE,
            Status.WAITING,
            Status.HEARING,
            Status.APPROACH,
            Status.AT_PARTNER,
            Status.MONITORING,
            *OUT,
        }
    ),
    Status.HEARING: frozenset({Status.INVESTIGATION, Status.APPROACH, Status.AT_PARTNER, *OUT}),
    Status.APPROACH: frozenset(
        {
            Status.WAITING,
            Status.INVESTIGATION,
            Status.HEARING,
            Status.AT_PARTNER,
            Status.MONITORING,
            *OUT,
        }
    ),
    Status.AT_PARTNER: frozenset(
        {
            Status.TRIAGE,
            Status.WAITING,
            Status.INVESTIGATION,
            Status.HEARING,
            Status.APPROACH,
            Status.MONITORING,
            *OUT,
        }
    ),
    Status.MONITORING: frozenset(
        {Status.WAITING, Status.INVESTIGATION, Status.HEARING, Status.APPROACH, *OUT}
    ),
    Status.CLOSED: frozenset({Status.REOPEN_ASKED, Status.INVESTIGATION}),
    Status.NOT_TAKEN: frozenset({Status.REOPEN_ASKED, Status.INVESTIGATION}),
    # Back to where it was: ended when staff refuse.
    Status.REOPEN_ASKED: frozenset({Status.INVESTIGATION, *ENDED}),
    Status.MERGED: frozenset({Status.INVESTIGATION}),
}

# What the reporter reads. Hearing the other side shows as investigating, and no partner is ever named.
FOR_REPORTER: dict[Status, object] = {
    Status.RECEIVED: _("Ontvangen"),
    Status.TRIAGE: _("Wij bekijken uw melding"),
    Status.WAITING: _("Wij wachten op u"),
    Status.INVESTIGATION: _("Wij onderzoeken"),
    Status.HEARING: _("Wij onderzoeken"),
    Status.APPROACH: _("In behandeling"),
    Status.AT_PARTNER: _("In behandeling met een partner"),
    Status.MONITORING: _("Wij volgen het nog"),
    Status.CLOSED: _("Afgerond"),
    Status.NOT_TAKEN: _("Wij pakken dit niet op, dit kunt u doen"),
    Status.MERGED: _("Wij behandelen dit samen met andere meldingen"),
    Status.REOPEN_ASKED: _("Wij bekijken of wij dit weer oppakken"),
}


class NotAllowed(ValueError):
    """This status may not follow that one."""


def may_follow(now: str, then: str) -> bool:
    return Status(then) in NEXT[Status(now)]
