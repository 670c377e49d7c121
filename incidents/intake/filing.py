"""What a finished report consists of, before it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from complexes.models import Complex, Entrance, Home, Space
from incidents.models import Kind
from incidents.rules.answers import Channel, Frequency, Mode, PlaceKind, Sign, Since, YesNo


@dataclass(frozen=True)
class Place:
    """Where it happens. An unknown place has only `text`, as typed."""

    kind: PlaceKind
    complex: Complex | None = None
    entrance: Entrance | None = None
    space: Space | None = None
    text: str = ""


@dataclass(frozen=True)
class Reporter:
    """Who reports. Anonymous: everything else is empty. `home` is where the reporter lives, if told."""

    mode: Mode
    name: str = ""
    phone: str = ""
    email: str = ""
    home: Home | None = None
    minor: YesNo = YesNo.UNKNOWN
    reach: tuple[str, ...] = ()
    best_time: str = ""


@dataclass(frozen=True)
class Filing:
    kind: Kind
    place: Place
    reporter: Reporter
    story: str
    frequency: str = Frequency.UNKNOWN
    since: str = Since.UNKNOWN
    impact: tuple[str, ...] = ()
    last_seen_on: date | None = None
    day_part: str = ""
    # What was answered to the kind's own questions (Report.answers).
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names_person: YesNo = YesNo.UNKNOWN
    # None: this kind does not ask it.
    child_involved: YesNo | None = YesNo.UNKNOWN
    consent: bool | None = None
    signs: tuple[Sign, ...] = ()
    language: str = "nl"
    # None: not asked.
    needs_interpreter: bool | None = None
    channel: Channel = Channel.PORTAL
