"""A signal that a colleague gave, through the verb itself."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from incidents.entry import signals
from incidents.entry.signals import Told
from incidents.evidence import accepting
from incidents.models import PreventiveSignal
from incidents.models.signal import Worry
from incidents.rules.answers import YesNo
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import received
from tests.world import at_home, home, person


def given_signal(
    email: str, *, number: int = 2, ago: timedelta = timedelta(), photo: bool = False
) -> PreventiveSignal:
    told = Told(
        place=at_home(number),
        home=home(number),
        seen=["mail"],
        text="Volle brievenbus.",
        worry=Worry.SOME,
        resident_knows=YesNo.UNKNOWN,
    )
    at = timezone.now() - ago
    signal, _first = signals.give(told=told, form_key=uuid4(), by=person(email), at=at)
    if photo:
        with received(making.jpeg()) as file:
            accepting.add_to_signal(signal=signal, file=file, at=at)
    return signal
