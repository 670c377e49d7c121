"""File the demo's reports through the same door as a tenant, and route them as the worker would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import uuid5

from tqdm import tqdm

from complexes.models import Home, Space
from incidents.models import Report, RoutingOrder
from partners.mailing.delivering import deliver, waiting
from partners.routing.routing import route_report
from safetyportal.demo import casework, duty, plans, story
from safetyportal.demo.filed import NAMESPACE, file_one
from safetyportal.demo.stories import STORIES
from safetyportal.notices.models import Notice

DEMONSTRATION = {story.EIGHT: plans.DEMO_EIGHT[1], story.FIVE: plans.DEMO_FIVE[1]}


def load_reports(*, at: datetime) -> int:
    """All stories at their own day in the past, oldest first. Returns how many reports there are now."""
    if Report.objects.exists():
        return Report.objects.count()
    duty.load_roster(at=at)
    random = Random("reports")
    spots = _Spots(random)
    told = sorted(enumerate(STORIES), key=lambda numbered: -numbered[1].days_ago)
    for number, one in tqdm(told, desc="Meldingen", unit=""):
        filed_at = min(_moment(at, one.days_ago, random), at - timedelta(minutes=5))
        home = spots.home(one.spot, one.place)
        file_one(one, home=home, random=random, key=uuid5(NAMESPACE, str(number)), at=filed_at)
        settle(filed_at)
    casework.load_casework(at=at, settle=settle)
    Notice.objects.all().delete()  # nobody waits for mails about an invented past
    return len(told)


def settle(at: datetime) -> None:
    """The work that a report leaves behind, as relay and worker do it."""
    for order in RoutingOrder.objects.filter(done_at=None):
        route_report(work_id=order.pk, at=at + timedelta(seconds=2))
    for referral in waiting():
        deliver(work_id=referral.pk, at=at + timedelta(seconds=4))
    duty.look(at=at + timedelta(seconds=5))


def _moment(at: datetime, days_ago: int, random: Random) -> datetime:
    return (at - timedelta(days=days_ago)).replace(hour=random.randint(6, 20), minute=random.randint(0, 59))


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
