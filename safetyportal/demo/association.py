"""Woonstichting De Linde, invented: about 8,000 homes in 40 complexes. Same input, same output.

Each complex draws from its own random source, so the small association is an exact part of the large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from safetyportal.demo.names import invent_name, mail_name
from safetyportal.demo.plans import (
    CENTRE,
    FALLBACK,
    NORTH,
    PLANS,
    SECRET_ADDRESSES,
    SHELTERS,
    SOUTH,
    Plan,
)
from safetyportal.demo.specs import (
    Association,
    ComplexSpec,
    EntranceSpec,
    HomeSpec,
    ResidentSpec,
    SpaceSpec,
    TeamSpec,
    TenancySpec,
)

NAME = "Woonstichting De Linde"
TEAMS = (TeamSpec(NORTH), TeamSpec(SOUTH), TeamSpec(CENTRE), TeamSpec(FALLBACK, is_fallback=True))

HOMES_PER_POSTCODE = 30
POSTCODE_DIGITS = "9990"  # no town in the Netherlands has these
POSTCODE_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
NEVER_ISSUED = frozenset({"SA", "SD", "SS"})

# VERA's COLLECTIEFOBJECTSOORT, with a name where one place has two of them.
LIFTS = (("LIF", "Lift links"), ("LIF", "Lift rechts"))
AT_ENTRANCE: dict[str, tuple[tuple[str, str], ...]] = {
    "stairwell": (("TRH", ""), ("BER", "")),
    "gallery": (("CEH", ""), ("TRH", ""), ("LIF", ""), ("GAL", ""), ("BER", "")),
    "high_rise": (("CEH", ""), ("TRH", ""), *LIFTS, ("GAL", ""), ("BER", ""), ("STK", "")),
    "senior": (("CEH", ""), ("TRH", ""), ("LIF", ""), ("GAL", ""), ("BER", "")),
    "houses": (),
}
AT_COMPLEX: dict[str, tuple[tuple[str, str], ...]] = {
    "stairwell": (("FTS", ""), ("KEL", ""), ("TUI", ""), ("APD", ""), ("UAP", "")),
    "gallery": (("FTS", ""), ("ONG", ""), ("SPP", ""), ("UAP", ""), ("TER", "")),
    "high_rise": (("FTS", ""), ("IAP", ""), ("ONG", ""), ("SPP", ""), ("TER", ""), ("DAK", "")),
    "senior": (("FTS", "Stalling voor fietsen en scootmobielen"), ("TUI", ""), ("UAP", "")),
    "houses": (("APD", ""), ("SPP", ""), ("UAP", "")),
}

VACANT, SECOND_TENANT, EARLIER_TENANT, NO_MAIL = 0.02, 0.3, 0.06, 0.12


def build(*, today: date, small: bool = False) -> Association:
    """The whole association, or with `small` the three complexes that hold the demonstration addresses."""
    association = Association(name=NAME, teams=TEAMS)
    postcodes = _postcodes()
    for number, plan in enumerate(PLANS, start=1):
        own = [next(postcodes) for _ in range(-(-plan.homes // HOMES_PER_POSTCODE))]
        if plan.in_small or not small:
            _add_complex(association, plan, f"LDL-{number:02d}", own, today)
    return association


def _postcodes() -> Iterator[str]:
    for first in POSTCODE_LETTERS:
        for second in POSTCODE_LETTERS:
            if first + second not in NEVER_ISSUED:
                yield POSTCODE_DIGITS + first + second


def _add_complex(association: Association, plan: Plan, code: str, postcodes: list[str], today: date) -> None:
    association.complexes.append(
        ComplexSpec(code, plan.name, plan.municipality, plan.neighbourhood, plan.form, plan.team)
    )
    association.spaces += [SpaceSpec(code, "", sort, name) for sort, name in AT_COMPLEX[plan.form]]
    random = Random(plan.name)
    count = 0
    for stair, size in enumerate(plan.stairs):
        numbers = [_house_number(plan, stair, place, count + place) for place in range(size)]
        entrance = "" if plan.form == "houses" else _entrance_name(plan.street, numbers)
        if entrance:
            association.entrances.append(EntranceSpec(code, entrance))
            association.spaces += [
                SpaceSpec(code, entrance, sort, name) for sort, name in AT_ENTRANCE[plan.form]
            ]
        for place, (number, addition) in enumerate(numbers):
            serial = count + place
            home = HomeSpec(
                code=f"{code}-{serial + 1:04d}",
                complex=code,
                entrance=entrance,
                street=plan.street,
                number=number,
                addition=addition,
                postcode=postcodes[serial // HOMES_PER_POSTCODE],
                city=plan.municipality,
                is_secret_address=(plan.street, number) in SECRET_ADDRESSES,
                is_shelter=(plan.street, number) in SHELTERS,
            )
            association.homes.append(home)
            _let(association, home, random, today)
        count += size


def _house_number(plan: Plan, stair: int, place: int, serial: int) -> tuple[int, str]:
    """The old town numbers stairwells and letters homes; stairwells elsewhere stand on the even side."""
    if plan.lettered:
        return 2 * stair + 1, chr(ord("A") + place)
    return (2 * serial + 2, "") if plan.form == "stairwell" else (serial + 1, "")


def _entrance_name(street: str, numbers: list[tuple[int, str]]) -> str:
    (first, letter), (last, last_letter) = numbers[0], numbers[-1]
    return f"{street} {first} {letter} t/m {last_letter}" if letter else f"{street} {first} t/m {last}"


def _let(association: Association, home: HomeSpec, random: Random, today: date) -> None:
    starts_on = today - timedelta(days=random.randint(30, 25 * 365))
    if random.random() < EARLIER_TENANT:
        ended = starts_on - timedelta(days=random.randint(5, 40))
        began = ended - timedelta(days=random.randint(200, 9 * 365))
        _move_in(association, home, random, began, ended)
    if random.random() < VACANT:
        return
    for _ in range(2 if random.random() < SECOND_TENANT else 1):
        _move_in(association, home, random, starts_on, None)


def _move_in(
    association: Association, home: HomeSpec, random: Random, starts_on: date, ends_on: date | None
) -> None:
    first, last = invent_name(random)
    resident = f"{home.code}-{random.getrandbits(24):06x}"
    serial = resident.removeprefix("LDL-").replace("-", "")
    mail = "" if random.random() < NO_MAIL else f"{mail_name(first, last)}.{serial}@example.nl"
    association.residents.append(
        ResidentSpec(resident, f"{first} {last}", mail, f"06-0000{random.randrange(10_000):04d}")
    )
    association.tenancies.append(TenancySpec(home.code, resident, starts_on, ends_on))
