"""File the demo's reports through the same door as a tenant, and route them as the worker would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid5

from tqdm import tqdm

from complexes.models import Home, Space
from incidents import codes
from incidents.answers import Mode, PlaceKind, YesNo
from incidents.filing import Filing, Place, Reporter
from incidents.models import Kind, Report, RoutingOrder
from incidents.numbers import make_code
from incidents.reporting import file_report
from partners.delivering import deliver, waiting
from partners.routing import route_report
from safetyportal.demo import duty, plans, story
from safetyportal.demo.names import invent_name, mail_name
from safetyportal.demo.stories import STORIES
from safetyportal.notices.models import Notice

NAMESPACE = UUID("6f1d8a52-0f5c-4a53-9d0e-3b7d2f0c9a11")
UNKNOWN_PLACE = "Parkweg, bij de oude school"
DEMONSTRATION = {story.EIGHT: plans.DEMO_EIGHT[1], story.FIVE: plans.DEMO_FIVE[1]}


def load_reports(*, at: datetime) -> int:
    """All stories at their own day in the past, oldest first. Returns how many reports there are now."""
    if Report.objects.exists():
        return Report.objects.count()
    duty.load_roster(at=at)
    random = Random("reports")
    spots = _Spots(random)
    kinds = {kind.code: kind for kind in Kind.objects.all()}
    told = sorted(enumerate(STORIES), key=lambda numbered: -numbered[1].days_ago)
    for number, one in tqdm(told, desc="Meldingen", unit=""):
        filed_at = min(_moment(at, one.days_ago, random), at - timedelta(minutes=5))
        _file(one, kinds[one.kind], spots, random, uuid5(NAMESPACE, str(number)), filed_at)
        for order in RoutingOrder.objects.filter(done_at=None):
            route_report(work_id=order.pk, at=filed_at + timedelta(seconds=2))
        for referral in waiting():
            deliver(work_id=referral.pk, at=filed_at + timedelta(seconds=4))
        duty.look(at=filed_at + timedelta(seconds=5))
    Notice.objects.all().delete()  # nobody waits for mails about an invented past
    return len(told)


def _moment(at: datetime, days_ago: int, random: Random) -> datetime:
    return (at - timedelta(days=days_ago)).replace(hour=random.randint(6, 20), minute=random.randint(0, 59))


def _file(one: story.Story, kind: Kind, spots: _Spots, random: Random, key: UUID, at: datetime) -> None:
    home = spots.home(one.spot, one.place)
    first, last = invent_name(random)
    named = one.mode != Mode.ANONYMOUS
    filing = Filing(
        kind=kind,
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
    file_report(
        filing=filing,
        draft_key=key,
        code_hash=codes.hash_code(make_code()),
        by=None,
        at=at,
    )


def _place(one: story.Story, home: Home) -> Place:
    if one.place == "unknown":
        return Place(PlaceKind.UNKNOWN, text=UNKNOWN_PLACE)
    if one.place == "home":
        return Place(PlaceKind.HOME, home.complex, home.entrance)
    space = Space.objects.filter(complex=home.complex, sort=one.place, entrance__in=[home.entrance]).first()
    space = space or Space.objects.get(complex=home.complex, sort=one.place, entrance=None)
    return Place(PlaceKind.SPACE, home.complex, space.entrance, space)


class _Spots:
    """Homes where stories play: a named spot when it matters, otherwise one that has the shared space."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.anywhere = self._shuffled()

    def _shuffled(self) -> Iterator[Home]:
        keys = list(Home.objects.order_by("pk").values_list("pk", flat=True))
        self.random.shuffle(keys)
        for key in keys:
            yield Home.objects.select_related("complex", "entrance").get(pk=key)

    def home(self, spot: str, space: str) -> Home:
        if spot in DEMONSTRATION:
            numbers = DEMONSTRATION[spot]
            homes = Home.objects.filter(street=plans.DEMO_STREET, number__in=numbers)
            return self.random.choice(list(homes.select_related("complex", "entrance")))
        for home in self.anywhere:
            if self._fits(home, spot) and self._has(home, space):
                return home
        raise LookupError(f"{spot} {space}")

    def _fits(self, home: Home, spot: str) -> bool:
        if home.is_protected:
            return False
        if spot == story.VILLAGE:
            return home.complex.municipality == plans.VILLAGE
        return spot != story.SOUTH or home.complex.team.name == plans.SOUTH

    def _has(self, home: Home, space: str) -> bool:
        if space in ("home", "unknown"):
            return True
        return Space.objects.filter(
            complex=home.complex, sort=space, entrance__in=[home.entrance_id]
        ).exists() or (Space.objects.filter(complex=home.complex, sort=space, entrance=None).exists())
