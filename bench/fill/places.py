"""Homes by the thousand, all alike, so that where a home is can be worked out instead of kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from bench.fill import mix
from bench.fill.copying import NO, NULL, YES, Copying, Table, reserve
from complexes.models import Complex, Entrance, Home, Space
from safetyportal.demo.association import AT_COMPLEX, AT_ENTRANCE

# A neighbourhood: form, entrances, homes on each. Together a thousand homes; houses have their door on the street.
NEIGHBOURHOOD = (
    ("stairwell", 20, 8), ("gallery", 5, 50), ("high_rise", 6, 60), ("senior", 2, 50), ("houses", 0, 130),
)  # fmt: skip
HOMES = 1000
# No tree that the demo has a street of.
TREES = ("Acacia", "Berk", "Beuk", "Eik", "Els", "Hazelaar", "Iep", "Kastanje", "Lariks", "Linde", "Meidoorn", "Olm",
         "Populier", "Spar", "Taxus", "Vlier", "Wilg")  # fmt: skip
ENDS = ("laan", "straat", "hof", "weg", "pad", "plein", "singel")
TOWNS = (
    "Linde",
    "Wilger",
    "Elzen",
    "Berken",
    "Vaart",
    "Sluis",
    "Molen",
    "Dijk",
    "Veen",
    "Haven",
    "Kreek",
    "Brink",
)
TOWN_ENDS = ("stad", "dorp", "hoven", "burg", "mond", "wijk")
NEIGHBOURHOODS_PER_TOWN, NEIGHBOURHOODS_PER_TEAM = 24, 12
SECRET, SHELTER = 0.002, 0.001


@dataclass(frozen=True)
class Spot:
    """Where a home of a neighbourhood is: places counted from the first of that neighbourhood."""

    complex: int
    entrance: int | None
    of_entrance: range
    of_complex: range
    number: int


def _spots() -> tuple[list[Spot], list[tuple[int, int | None, str, str]], int]:
    spots: list[Spot] = []
    spaces: list[tuple[int, int | None, str, str]] = []
    entrances = 0
    for place, (form, stairs, each) in enumerate(NEIGHBOURHOOD):
        begin = len(spaces)
        spaces += [(place, None, sort, name) for sort, name in AT_COMPLEX[form]]
        shared = range(begin, len(spaces))
        if not stairs:
            spots += [Spot(place, None, range(0), shared, number) for number in range(1, each + 1)]
        for stair in range(stairs):
            begin = len(spaces)
            spaces += [(place, entrances, sort, name) for sort, name in AT_ENTRANCE[form]]
            own = range(begin, len(spaces))
            numbers = range(stair * each + 1, (stair + 1) * each + 1)
            spots += [Spot(place, entrances, own, shared, number) for number in numbers]
            entrances += 1
    return spots, spaces, entrances


SPOTS, SPACES, ENTRANCES = _spots()


@dataclass
class Places:
    """`homes` is a whole number of neighbourhoods. Keys are those of the first row."""

    homes: int
    complex: int = 0
    entrance: int = 0
    space: int = 0
    home: int = 0
    teams: list[int] = field(default_factory=list)

    @property
    def neighbourhoods(self) -> int:
        return self.homes // HOMES

    def __post_init__(self) -> None:
        count = self.neighbourhoods
        self.complex = reserve(Complex, count * len(NEIGHBOURHOOD))
        self.entrance = reserve(Entrance, count * ENTRANCES)
        self.space = reserve(Space, count * len(SPACES))
        self.home = reserve(Home, self.homes)
        self.hot = max(1, int(self.homes * mix.HOT_HOMES))
        # A step that has no divisor in common with a number of thousands spreads the hot ones over all complexes.
        self.step = 7_919 if self.homes % 7_919 else 7_907

    def draw(self, random: Random) -> int:
        """A home about which somebody reports."""
        if random.random() < mix.HOT_CASES:
            rank = int(self.hot * random.random() ** 2)
        else:
            rank = random.randrange(self.hot, self.homes)
        return rank * self.step % self.homes

    def team(self, home: int) -> int:
        return self.teams[home // HOMES // NEIGHBOURHOODS_PER_TEAM]


def how_many(cases: int) -> int:
    homes = min(cases * mix.HOMES_PER_CASE, mix.MOST_HOMES)
    return max(1, round(homes / HOMES)) * HOMES


def town(number: int) -> str:
    first, last = TOWNS[number % len(TOWNS)], TOWN_ENDS[number // len(TOWNS) % len(TOWN_ENDS)]
    again = number // (len(TOWNS) * len(TOWN_ENDS))
    return f"{first}{last}" + (f" {again + 1}" if again else "")


def neighbourhood(number: int) -> str:
    return f"Wijk {number % NEIGHBOURHOODS_PER_TOWN + 1}"


def fill(places: Places, copying: Copying, random: Random) -> Iterator[int]:
    """All places, yielding how many homes there are now."""
    tables = (
        Table(Complex, "id code name municipality neighbourhood form team"),
        Table(Entrance, "id complex name"),
        Table(Space, "id complex entrance sort name"),
        Table(Home, "id complex entrance street number postcode city is_secret_address is_shelter"),
    )
    for number in range(places.neighbourhoods):
        _add(places, number, random, *tables)
        if number % 20 == 19 or number == places.neighbourhoods - 1:
            copying.write(tables)
            yield (number + 1) * HOMES


def _add(places: Places, number: int, random: Random, *tables: Table) -> None:
    complexes, entrances, spaces, homes = tables
    complex_, entrance = places.complex + number * len(NEIGHBOURHOOD), places.entrance + number * ENTRANCES
    city, near = town(number // NEIGHBOURHOODS_PER_TOWN), neighbourhood(number)
    team = str(places.team(number * HOMES))
    streets = []
    for place, (form, _stairs, _each) in enumerate(NEIGHBOURHOOD):
        serial = number * len(NEIGHBOURHOOD) + place
        tree = TREES[serial % len(TREES)]
        streets.append(tree + ENDS[serial // len(TREES) % len(ENDS)])
        key = complex_ + place
        complexes.add(str(key), f"V-{key}", f"{tree} {serial + 1}", city, near, form, team)
    named = {}
    for spot in SPOTS:
        if spot.entrance is not None:
            named.setdefault(spot.entrance, (spot.complex, []))[1].append(spot.number)
    for place, (of, numbers) in named.items():
        name = f"{streets[of]} {numbers[0]} t/m {numbers[-1]}"
        entrances.add(str(entrance + place), str(complex_ + of), name)
    for place, (of, stair, sort, name) in enumerate(SPACES):
        shared = NULL if stair is None else str(entrance + stair)
        spaces.add(str(places.space + number * len(SPACES) + place), str(complex_ + of), shared, sort, name)
    for place, spot in enumerate(SPOTS):
        shared = NULL if spot.entrance is None else str(entrance + spot.entrance)
        secret, shelter = random.random() < SECRET, random.random() < SHELTER
        homes.add(
            str(places.home + number * HOMES + place), str(complex_ + spot.complex), shared, streets[spot.complex],
            str(spot.number), _postcode(complex_ + spot.complex), city, YES if secret else NO, YES if shelter else NO,
        )  # fmt: skip


def _postcode(serial: int) -> str:
    """Postcodes of the post begin with 1 to 9."""
    digits, letters = divmod(serial, 26 * 26)
    return f"{digits % 1000:04d}" + chr(65 + letters // 26) + chr(65 + letters % 26)
