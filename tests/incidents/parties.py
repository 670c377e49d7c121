"""People in a case, put there by the real verbs, and short ways to hear them and to let them in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, Hearing, Party
from incidents.sides import accused_letters, hearings, parties, rights
from incidents.sides.parties import Known
from safetyportal.accounts.models import User
from tests.world import home, person

NAME = "Willem Overlaat"


def accused(case: Case, **known: Any) -> Party:
    """At number 6 of the demonstration street."""
    said = {"role": Party.Role.ACCUSED, "name": NAME, "home": home(6), **known}
    return parties.add(case=case, known=Known(**said), by=person("noord@"), at=timezone.now())


def row(case: Case, at: datetime, **changes: Any) -> Party:
    """The row alone, without its line in the timeline: for a case that may be in any state."""
    plain = {"role": Party.Role.ACCUSED, "name": NAME, "home": home(6), "added_at": at}
    return Party.objects.create(case=case, added_by=person("noord@"), **{**plain, **changes})


def talk_row(party: Party, at: datetime, round: int = 1) -> Hearing:
    by = person("noord@")
    return Hearing.objects.create(
        party=party, round=round, invited_at=at, invited_by=by, takes_place_at=at + timedelta(days=3), way="office",
        held_by=by,
    )  # fmt: skip


def invite(party: Party, *, by: User | None = None, at: datetime | None = None, **changes: Any) -> Hearing:
    now, who = at or timezone.now(), by or person("noord@")
    plain: dict[str, Any] = {
        "takes_place_at": now + timedelta(days=5), "way": Hearing.Way.OFFICE, "place": "Kantoor", "held_by": who,
        "second": None, "needs_interpreter": False,
    }  # fmt: skip
    return hearings.invite(party=party, by=who, at=now, **{**plain, **changes})


def hear(talk: Hearing, *, at: datetime | None = None, said: str = "Het was een verjaardag.") -> None:
    hearings.hear(
        talk=talk, said=said, stance=Hearing.Stance.PARTLY, in_writing=False, by=person("noord@"), at=at or timezone.now(),
    )  # fmt: skip


def inform(party: Party, *, rule: str = "Na tien uur is het stil.", text: str = "Wij horen u graag.") -> None:
    told = rights.Told(how="brief", rule=rule, text=text)
    rights.inform(party=party, told=told, by=person("noord@"), at=timezone.now())


def letter(party: Party) -> tuple[str, str]:
    """The number and the code in it."""
    made = accused_letters.write(party=Party.objects.get(pk=party.pk), by=person("noord@"), at=timezone.now())
    return party.access_code.number, made.code


def let_in(number: str, code: str, client: Client | None = None) -> Client:
    inside = client or Client()
    inside.post(reverse("reply_enter"), {"number": number, "code": code})
    return inside


def at_own_page(case: Case) -> tuple[Party, Client]:
    """An accused who was told, got a letter and came in with it."""
    party = accused(case)
    inform(party)
    return party, let_in(*letter(party))
