"""Who works here and at the partners, and a pool of reporters. All invented; everybody signs in with the demo's password."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from django.contrib.auth.hashers import make_password

from bench.fill import places
from incidents.models import ReporterIdentity
from partners.defaults.data_types import DATA_TYPES
from partners.defaults.default_types import PARTNER_TYPES, PARTNER_TYPES_BY_CODE, TRIAGE
from partners.models import Covenant, Membership, Partner, PartnerArea
from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.demo.names import invent_name, mail_name
from safetyportal.demo.people import DEMO_PASSWORD
from safetyportal.privacy.keys import blind_index, encrypt

# Domain 10: 200 users for 75,000 homes. Handlers of one team; each also helps out in the next one.
TEAM_HOMES = places.HOMES * places.NEIGHBOURHOODS_PER_TEAM
HANDLERS, LEADS, TRIAGISTS, PARTNER_PEOPLE = 24, 2, 3, 5
IN_EVERY_TOWN = ("POL", "BOA", "GEM", "JON", "WMO", "WEL", "BB")
# Our own desks of a neighbourhood; the others do the whole association.
OF_A_TEAM = ("WC", "WB")
MOST_REPORTERS = 50_000
YEARS_AGO = timedelta(days=8 * 365)


@dataclass
class Staff:
    """Keys and names. `handlers` by team; `partners` by type and town, type and team, or type alone (town 0)."""

    handlers: dict[int, list[int]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    triage: list[int] = field(default_factory=list)
    restricted: list[int] = field(default_factory=list)
    partners: dict[tuple[str, int], Partner] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reporter:
    """As kept: encrypted, and the keyed hashes."""

    name: str
    phone: str
    email: str
    phone_index: str
    email_index: str


class _Hiring:
    def __init__(self, random: Random, today: date, staff: Staff) -> None:
        self.random, self.today, self.staff = random, today, staff
        self.password = make_password(DEMO_PASSWORD)  # one hash for all: it is slow on purpose
        self.grants: list[RoleGrant] = []
        self.memberships: list[Membership] = []

    def hire(self, email: str, audience: Audience, *grants: tuple[Role, Team | None]) -> User:
        name = " ".join(invent_name(self.random))
        user = User.objects.create(
            email=f"{email}@vulling.example.nl", name=name, audience=audience, password=self.password
        )
        self.staff.names[user.pk] = name
        self.grants += [RoleGrant(user=user, role=role, team=team) for role, team in grants]
        return user

    def seat(self, user: User, partner: Partner) -> None:
        self.memberships.append(Membership(user=user, partner=partner, starts_on=self.today - YEARS_AGO))
        self.staff.members.setdefault(partner.pk, []).append(user.pk)

    def done(self) -> None:
        RoleGrant.objects.bulk_create(self.grants, batch_size=2000)
        Membership.objects.bulk_create(self.memberships, batch_size=2000)


def make_teams(homes: int) -> list[Team]:
    count = -(-homes // TEAM_HOMES)
    return Team.objects.bulk_create([Team(name=f"Gebied {number}") for number in range(1, count + 1)])


def hire(*, teams: list[Team], homes: int, today: date, random: Random) -> Staff:
    """Staff of the teams, desks and partners with their people: triage1@, medewerker1@, leiding1@, pol1-1@ …"""
    staff = Staff()
    hiring = _Hiring(random, today, staff)
    number = 0
    for place, team in enumerate(teams):
        beside = teams[(place + 1) % len(teams)]
        staff.handlers[team.pk] = []
        for _ in range(min(HANDLERS, max(4, HANDLERS * homes // (TEAM_HOMES * len(teams))))):
            number += 1
            roles = dict.fromkeys([(Role.HANDLER, team), (Role.HANDLER, beside), (Role.DESK, None)])
            person = hiring.hire(f"medewerker{number}", Audience.STAFF, *roles)
            staff.handlers[team.pk].append(person.pk)
        for leader in range(LEADS):
            hiring.hire(f"leiding{place * LEADS + leader + 1}", Audience.STAFF, (Role.LEAD, team))
    desks = {desk.type_code: desk for desk in Partner.objects.filter(is_internal=True, areas=None)}
    for place in range(1, TRIAGISTS + 1):
        person = hiring.hire(f"triage{place}", Audience.STAFF, (Role.TRIAGE, None), (Role.DESK, None))
        hiring.seat(person, desks[TRIAGE])
        staff.triage.append(person.pk)
    keeper = hiring.hire("beschermd1", Audience.STAFF, (Role.RESTRICTED, None), (Role.DESK, None))
    hiring.hire("systeem1", Audience.STAFF, (Role.SYSADMIN, None))
    staff.restricted.append(keeper.pk)
    for code, desk in desks.items():
        staff.partners[code, 0] = desk
        if desk.is_restricted:
            hiring.seat(keeper, desk)
        elif code != TRIAGE:
            hiring.seat(hiring.hire(f"afdeling-{code.lower()}", Audience.STAFF, (Role.DESK, None)), desk)
    _open_partners(hiring, teams, homes)
    hiring.done()
    return staff


def _open_partners(hiring: _Hiring, teams: list[Team], homes: int) -> None:
    count = homes // places.HOMES
    towns = -(-count // places.NEIGHBOURHOODS_PER_TOWN)
    everywhere = [(places.town(number), "") for number in range(towns)]
    for place, team in enumerate(teams):
        first = place * places.NEIGHBOURHOODS_PER_TEAM
        areas = [
            (places.town(number // places.NEIGHBOURHOODS_PER_TOWN), places.neighbourhood(number))
            for number in range(first, min(count, first + places.NEIGHBOURHOODS_PER_TEAM))
        ]
        for code in OF_A_TEAM:
            desk = _open(hiring, code, place + 1, areas)
            hiring.staff.partners[code, team.pk] = desk
            for person in hiring.staff.handlers[team.pk][:PARTNER_PEOPLE]:
                hiring.seat(User(pk=person), desk)
    for spec in PARTNER_TYPES:
        if spec.is_internal:
            continue
        local = [[area] for area in everywhere] if spec.code in IN_EVERY_TOWN else [everywhere]
        for place, areas in enumerate(local):
            partner = _open(hiring, spec.code, place + 1, areas)
            hiring.staff.partners[spec.code, place] = partner
            for person in range(1, PARTNER_PEOPLE + 1):
                user = hiring.hire(
                    f"{spec.code.lower()}{place + 1}-{person}", Audience.PARTNER, (Role.PARTNER, None)
                )
                hiring.seat(user, partner)


def _open(hiring: _Hiring, type_code: str, number: int, areas: list[tuple[str, str]]) -> Partner:
    spec = PARTNER_TYPES_BY_CODE[type_code]
    partner = Partner.objects.create(
        code=f"v-{type_code.lower()}-{number}", type_code=type_code, name=f"{spec.name_nl} {number}",
        category=spec.category, profile=spec.profile, is_internal=spec.is_internal, answer_days=spec.answer_days,
        active_from=hiring.today - YEARS_AGO,
    )  # fmt: skip
    PartnerArea.objects.bulk_create(
        [PartnerArea(partner=partner, municipality=town, neighbourhood=near) for town, near in areas]
    )
    if not spec.is_internal:
        Covenant.objects.create(
            partner=partner, purpose="Samen overlast en onveiligheid aanpakken", data_types=list(DATA_TYPES),
            starts_on=hiring.today - YEARS_AGO, ends_on=hiring.today + timedelta(days=700),
        )  # fmt: skip
    return partner


def reporters(cases: int, random: Random) -> list[Reporter]:
    """As many as a fourth of the cases, some thousands: encrypting is what costs, so they come back."""
    named = {name: ReporterIdentity._meta.get_field(name).context for name in ("name", "phone", "email")}
    found = []
    for number in range(min(MOST_REPORTERS, max(1000, cases // 4))):
        first, last = invent_name(random)
        phone = f"06-00{number:06d}"
        email = f"{mail_name(first, last)}.{number}@example.nl" if random.random() < 0.8 else ""
        found.append(
            Reporter(
                encrypt(f"{first} {last}", named["name"]),
                encrypt(phone, named["phone"]),
                encrypt(email, named["email"]) if email else "",
                blind_index(phone, "phone"),
                blind_index(email, "email") if email else "",
            )
        )
    return found
