"""Load the demo association: places and residents, partners, people, reports. Loaded already, nothing happens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from complexes.models import Complex, Entrance, Home, Resident, Space, Tenancy
from incidents.standard_texts.loading import load_texts
from incidents.taxonomy.kind_loading import load_kinds
from partners.disclosing.matrix_loading import load_matrix
from partners.models import Covenant, Membership, Partner, PartnerArea
from partners.rules.rule_loading import load_default_rules
from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.demo import association, partners, people
from safetyportal.demo.specs import Association
from safetyportal.texts import helplines
from safetyportal.texts.association import change

BATCH = 2000
Row = TypeVar("Row")


@transaction.atomic
def load_association(*, today: date, small: bool) -> bool:
    """Everything but the reports; False when it was there."""
    if Team.objects.exists():
        return False
    helplines.load()
    change(
        name=association.NAME,
        phone="085 000 00 00",
        phone_hours="maandag tot en met vrijdag, 8.30 tot 17.00 uur",
        email="contact@delinde.example.nl",
        address="Postbus 99\n9990 ZZ Lindestad",
        website="www.delinde.example.nl",
        letter_foot="Bezoekadres: Lindeplein 1, Lindestad\nKvK 00000000 · IBAN NL00 BANK 0000 0000 00",
    )
    load_kinds()
    load_texts()
    load_default_rules(at=timezone.now())
    load_matrix()
    _load_places(association.build(today=today, small=small))
    _load_partners(today)
    _load_people(today)
    return True


def _load_places(built: Association) -> None:
    teams = {
        spec.name: Team.objects.create(name=spec.name, is_fallback=spec.is_fallback) for spec in built.teams
    }
    complexes = {
        spec.code: Complex(
            code=spec.code,
            name=spec.name,
            municipality=spec.municipality,
            neighbourhood=spec.neighbourhood,
            form=spec.form,
            team=teams[spec.team],
        )
        for spec in built.complexes
    }
    Complex.objects.bulk_create(complexes.values())
    entrances = {
        (spec.complex, spec.name): Entrance(complex=complexes[spec.complex], name=spec.name)
        for spec in built.entrances
    }
    Entrance.objects.bulk_create(entrances.values(), batch_size=BATCH)
    spaces = [
        Space(
            complex=complexes[spec.complex],
            entrance=entrances.get((spec.complex, spec.entrance)),
            sort=spec.sort,
            name=spec.name,
        )
        for spec in built.spaces
    ]
    Space.objects.bulk_create(spaces, batch_size=BATCH)
    _load_homes(built, complexes, entrances)


def _load_homes(
    built: Association, complexes: dict[str, Complex], entrances: dict[tuple[str, str], Entrance]
) -> None:
    homes = {
        spec.code: Home(
            complex=complexes[spec.complex],
            entrance=entrances.get((spec.complex, spec.entrance)),
            street=spec.street,
            number=spec.number,
            addition=spec.addition,
            postcode=spec.postcode,
            city=spec.city,
            is_secret_address=spec.is_secret_address,
            is_shelter=spec.is_shelter,
        )
        for spec in built.homes
    }
    residents = {
        spec.external_id: Resident(
            external_id=spec.external_id, name=spec.name, phone=spec.phone, email=spec.email
        )
        for spec in built.residents
    }
    with tqdm(total=len(homes) + len(residents), desc="Woningen en bewoners", unit="") as bar:
        for batch in _batches(list(homes.values())):
            Home.objects.bulk_create(batch)
            bar.update(len(batch))
        for some in _batches(list(residents.values())):
            Resident.objects.bulk_create(some)
            bar.update(len(some))
    tenancies = [
        Tenancy(
            home=homes[spec.home],
            resident=residents[spec.resident],
            starts_on=spec.starts_on,
            ends_on=spec.ends_on,
        )
        for spec in built.tenancies
    ]
    Tenancy.objects.bulk_create(tenancies, batch_size=BATCH)


def _batches(rows: list[Row]) -> Iterable[list[Row]]:
    return (rows[first : first + BATCH] for first in range(0, len(rows), BATCH))


def _load_partners(today: date) -> None:
    for spec in partners.partners(today=today):
        partner = Partner.objects.create(
            code=spec.code,
            type_code=spec.type.code,
            name=spec.name,
            category=spec.type.category,
            profile=spec.type.profile,
            is_internal=spec.type.is_internal,
            is_restricted=spec.type.is_restricted,
            answer_days=spec.type.answer_days,
        )
        PartnerArea.objects.bulk_create(
            [
                PartnerArea(
                    partner=partner,
                    municipality=area.municipality,
                    neighbourhood=area.neighbourhood,
                )
                for area in spec.areas
            ]
        )
        if spec.covenant:
            covenant = spec.covenant
            Covenant.objects.create(
                partner=partner,
                sort=covenant.sort,
                purpose=covenant.purpose,
                data_types=list(covenant.data_types),
                starts_on=covenant.starts_on,
                ends_on=covenant.ends_on,
                document=covenant.document,
                contact=covenant.contact,
                own_contact=covenant.own_contact,
            )


def _load_people(today: date) -> None:
    desks = {partner.code: partner for partner in Partner.objects.all()}
    teams = {team.name: team for team in Team.objects.all()}
    password = make_password(people.DEMO_PASSWORD)  # one hash for all: everybody has the same password here
    for spec in people.PEOPLE:
        user = User.objects.create(
            email=spec.email, password=password, name=spec.name, audience=spec.audience
        )
        RoleGrant.objects.bulk_create(
            [RoleGrant(user=user, role=grant.role, team=teams.get(grant.team)) for grant in spec.grants]
        )
        Membership.objects.bulk_create(
            [
                Membership(user=user, partner=desks[code], starts_on=today - timedelta(days=365))
                for code in spec.partners
            ]
        )
