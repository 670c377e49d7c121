"""One report of the demo, filed through the same door as a tenant."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from complexes.models import Home, Space
from incidents.following import codes
from incidents.intake.filing import Filing, Place, Reporter
from incidents.intake.reporting import file_report
from incidents.models import Case, Kind
from incidents.rules.answers import Mode, PlaceKind, YesNo
from incidents.rules.numbers import make_code
from safetyportal.demo.names import invent_name, mail_name
from safetyportal.demo.story import Story

NAMESPACE = UUID("6f1d8a52-0f5c-4a53-9d0e-3b7d2f0c9a11")
UNKNOWN_PLACE = "Parkweg, bij de oude school"


def file_one(one: Story, *, home: Home, random: Random, key: UUID, at: datetime) -> Case:
    first, last = invent_name(random)
    named = one.mode != Mode.ANONYMOUS
    filing = Filing(
        kind=Kind.objects.get(pk=one.kind),
        place=_place(one, home),
        reporter=Reporter(
            mode=Mode(one.mode),
            name=f"{first} {last}" if named else "",
            phone=f"06-0000{random.randrange(10_000):04d}" if named else "",
            email=f"{mail_name(first, last)}@example.nl" if named else "",
            home=home if named and one.place != "unknown" else None,
            minor=YesNo.NO,
        ),
        story=one.story_nl,
        frequency=one.frequency,
        since=one.since,
        impact=one.impact,
        last_seen_on=(at - timedelta(days=1)).date(),
        day_part=random.choice(("evening", "night", "varies")),
        names_person=YesNo(one.names_person),
        child_involved=YesNo(one.child_involved),
        consent=one.consent,
    )
    report = file_report(
        filing=filing,
        draft_key=key,
        code_hash=codes.hash_code(make_code()),
        by=None,
        at=at,
    )
    return report.case


def _place(one: Story, home: Home) -> Place:
    if one.place == "unknown":
        return Place(PlaceKind.UNKNOWN, text=UNKNOWN_PLACE)
    if one.place == "home":
        return Place(PlaceKind.HOME, home.complex, home.entrance)
    space = Space.objects.filter(complex=home.complex, sort=one.place, entrance__in=[home.entrance]).first()
    space = space or Space.objects.get(complex=home.complex, sort=one.place, entrance=None)
    return Place(PlaceKind.SPACE, home.complex, space.entrance, space)
