"""Many reports of all sorts, through the door that every report comes in by."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from complexes.models import Home, Space
from incidents.intake.filing import Place, Reporter
from incidents.models import Case, Kind, Report
from incidents.rules.answers import Mode, PlaceKind, Sign, YesNo
from tests.world import file

MARKED = (
    "about_home", "suspected_duplicate_of",
    "mark_sensitive", "mark_named_suspect", "mark_child", "mark_employee",
)  # fmt: skip
TOLD = (YesNo.YES, YesNo.NO, YesNo.UNKNOWN)


def varied(many: int, *, seed: int = 6, until: datetime | None = None) -> list[Report]:
    """Of every kind, place, way and answer, over the month before `until`."""
    random, until = Random(seed), until or timezone.now()
    kinds = list(Kind.objects.order_by("pk"))
    homes = list(Home.objects.select_related("complex", "entrance").order_by("pk"))
    spaces = list(Space.objects.select_related("complex", "entrance").order_by("pk"))
    return [
        _one(random, kinds[nth % len(kinds)], homes, spaces, until - timedelta(hours=random.randrange(720)))
        for nth in range(many)
    ]


def mark(random: Random) -> None:
    """What staff set on cases by hand: every mark known, unknown or not, the home it is about; some look like another."""
    protected = list(Home.objects.filter(is_shelter=True)) + list(Home.objects.filter(is_secret_address=True))
    homes = [*protected, *Home.objects.order_by("pk")[:6], *[None] * 8]
    cases = list(Case.objects.order_by("pk"))
    for case in cases:
        case.suspected_duplicate_of = cases[0] if case != cases[0] and random.random() < 0.1 else None
        case.about_home = random.choice(homes)
        for name in ("mark_sensitive", "mark_named_suspect", "mark_child", "mark_employee"):
            setattr(case, name, random.choice((True, False, *[None] * 6)))
    Case.objects.bulk_update(cases, MARKED)


def _one(random: Random, kind: Kind, homes: list[Home], spaces: list[Space], at: datetime) -> Report:
    mode = random.choice((Mode.NAMED, Mode.NAMED, Mode.CONFIDENTIAL, Mode.ANONYMOUS))
    who = Reporter(mode=mode)
    if mode != Mode.ANONYMOUS:
        who = Reporter(
            mode=mode,
            name="Aisha Bouzian",
            home=random.choice([None, *homes]),
            minor=random.choice(TOLD),
        )
    consent = None
    if kind.share == Kind.Share.CONSENT:
        consent = (
            random.choice((False, None)) if mode == Mode.ANONYMOUS else random.choice((True, False, None))
        )
    return file(
        kind.code,
        at=at,
        place=_place(random, homes, spaces),
        reporter=who,
        story=random.choice(("Elke week lawaai op de trap.", "Hij dealt hier.", "De deur is stuk.")),
        frequency=random.choice(("once", "weekly", "daily")),
        names_person=random.choice(TOLD),
        child_involved=random.choice((*TOLD, None)),
        consent=consent,
        signs=(Sign.MANY,) if random.random() < 0.1 else (),
    )


def _place(random: Random, homes: list[Home], spaces: list[Space]) -> Place:
    drawn = random.random()
    if drawn < 0.06:
        return Place(PlaceKind.UNKNOWN, text="Parkweg 3")
    if drawn < 0.5:
        home = random.choice(homes)
        return Place(PlaceKind.HOME, home.complex, home.entrance)
    space = random.choice(spaces)
    return Place(PlaceKind.SPACE, space.complex, space.entrance, space)
