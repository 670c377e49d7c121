"""What a partner has was let go by somebody who saw it: no home named later, and no heavier kind, comes along by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework, changing
from incidents.models import Case, Kind
from partners.at_work import answering, cutting_off, sharing_anew
from partners.defaults.default_matrix import Field
from partners.disclosing.disclosure import Disclosure, disclose
from partners.mailing import delivering
from partners.models import CutOff, Referral
from partners.models.referral_words import Delivery, Ground, State
from partners.sharing import release_checks
from tests.incidents import parties as people
from tests.partners.partner_side import by_hand, client_of, page_of, queue_of
from tests.world import at_home, days, file, filing, home, person, referral, reroute, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
POLICE = "wijkagent-noord@"
SECRET, SHELTER = 30, 44
FIELDS = [Field.HOME, Field.ACCUSED, Field.EARLIER]


def told(found: Referral) -> Disclosure:
    return disclose(referral=Referral.objects.get(pk=found.pk))


def about(case: Case, number: int) -> Case:
    Case.objects.filter(pk=case.pk).update(about_home=home(number))
    return Case.objects.get(pk=case.pk)


def name_home(case: Case, number: int) -> None:
    casework.name_home(case=case, home=home(number), by=person("noord@"), at=timezone.now())


def anew(found: Referral, by: str = "teamleider@", fields: list[str] | None = None) -> None:
    sharing_anew.share_anew(
        referral=found, ground=Ground.INTEREST, ground_text="Nog nodig.", fields=fields or [], summary="Elke week.",
        by=person(by), at=timezone.now(),
    )  # fmt: skip


# Homes


def of_a_secret_address() -> Case:
    return about(routed("GEL-MUZ", place=at_home(6)), SECRET)


def of_who_lives_at_one() -> Case:
    who = replace(filing("GEL-MUZ").reporter, home=home(SECRET))
    return about(routed("GEL-MUZ", place=at_home(8), reporter=who), 8)


@pytest.mark.parametrize("start", [of_a_secret_address, of_who_lives_at_one])
def test_another_secret_address_does_not_come_along(start: Callable[[], Case]) -> None:
    case = start()
    out = by_hand(case, "politie-noord", fields=FIELDS, by=person("teamleider@"))
    assert told(out).about_home == str(case.about_home)

    name_home(case, SHELTER)

    page = client_of(POLICE).get(page_of(out)).content.decode()
    assert told(out).about_home is None and home(SHELTER).address not in page
    anew(out, fields=[Field.HOME])
    assert told(out).about_home == home(SHELTER).address


def test_the_address_that_was_released_is_seen_again_when_it_is_named_again() -> None:
    case = of_a_secret_address()
    out = by_hand(case, "politie-noord", fields=FIELDS, by=person("teamleider@"))

    name_home(case, SHELTER)
    name_home(case, SECRET)

    assert told(out).about_home == home(SECRET).address


def test_nor_its_past() -> None:
    case = about(routed("GEL-MUZ", place=at_home(6)), SECRET)
    out = by_hand(case, "politie-noord", fields=FIELDS, by=person("teamleider@"))
    for number in (SECRET, SHELTER):
        before = file("AGR-BED", place=at_home(number), at=timezone.now() - days(60))
        about(before.case, number)
    assert len(told(out).earlier) == 1

    name_home(case, SHELTER)

    assert told(out).earlier == () and told(out).steps == ()


def test_nor_who_lives_there() -> None:
    case = of_a_secret_address()
    known = people.accused(case)
    out = by_hand(case, "politie-noord", fields=FIELDS, by=person("teamleider@"))
    assert told(out).accused == (known.name,)

    type(known).objects.filter(pk=known.pk).update(home=home(SHELTER))

    assert told(out).accused == ()


# Kinds


def become(case: Case, code: str) -> None:
    changing.change_kind(
        case=case, kind=Kind.objects.get(pk=code), reason="Bleek zo.", by=person("noord@"), at=timezone.now()
    )
    reroute(case)


def shared_by_hand() -> tuple[Referral, str]:
    return by_hand(routed("GEL-MUZ", place=at_home(4)), "politie-noord", summary="Geluid"), POLICE


def shared_by_itself() -> tuple[Referral, str]:
    found = referral(routed("DRU-GEB"), "BOA")
    answering.accept(referral=found, by=person("boa@"), at=timezone.now())
    return found, "boa@"


NEVER = pytest.mark.parametrize("code", ["AGR-HUIS", "ZRG-SUI"])
SHARED = pytest.mark.parametrize("share", [shared_by_hand, shared_by_itself])


@NEVER
@SHARED
@pytest.mark.parametrize("is_done", [False, True])
def test_a_kind_that_goes_to_no_partner_is_read_by_none(
    share: Callable[[], tuple[Referral, str]], code: str, is_done: bool
) -> None:
    found, email = share()
    if is_done:
        Referral.objects.filter(pk=found.pk).update(state=State.ACCEPTED)
        answering.finish(referral=found, outcome="Gedaan.", by=person(email), at=timezone.now())

    become(found.case, code)

    label = Kind.objects.get(pk=code).label_nl
    page = client_of(email).get(page_of(found))
    assert page.status_code == 404
    for text in (page.content.decode(), queue_of(email)):
        assert label not in text and found.case.number not in text


@NEVER
@SHARED
def test_it_is_said_to_staff_who_can_only_take_it_back(
    share: Callable[[], tuple[Referral, str]], code: str
) -> None:
    found, _email = share()
    become(found.case, code)
    person("noord@").role_grants.create(role="restricted")

    assert cutting_off.look(at=timezone.now()) == 1

    page = client_of("noord@").get(reverse("case_page", args=[found.case.number])).content.decode()
    sharing = client_of("noord@").get(reverse("case_sharing", args=[found.case.number])).content.decode()
    assert CutOff.objects.get().why == CutOff.Why.KIND
    assert "ziet deze zaak niet meer: deze soort gaat niet vanzelf naar een partner" in page
    assert reverse("referral_withdraw", args=[found.pk]) in page
    assert reverse("referral_anew", args=[found.pk]) not in page + sharing
    with pytest.raises(release_checks.NotThroughPortal):
        anew(found)


@SHARED
def test_a_kind_that_a_person_may_share_is_seen_when_one_did(
    share: Callable[[], tuple[Referral, str]],
) -> None:
    found, email = share()
    become(found.case, "AGR-WAP")
    cutting_off.look(at=timezone.now())
    assert client_of(email).get(page_of(found)).status_code == 404

    anew(found, by="noord@")

    page = client_of(email).get(page_of(found))
    assert page.status_code == 200 and Kind.objects.get(pk="AGR-WAP").label_nl in page.content.decode()
    assert not CutOff.objects.now().exists()


def test_one_that_was_released_as_such_stays() -> None:
    found = by_hand(routed("AGR-WAP"), "politie-noord")

    assert client_of(POLICE).get(page_of(found)).status_code == 200
    assert cutting_off.look(at=timezone.now()) == 0


def test_a_mistake_that_is_put_right_gives_it_back() -> None:
    found, email = shared_by_hand()
    become(found.case, "ZRG-SUI")
    cutting_off.look(at=timezone.now())

    become(found.case, "GEL-MUZ")
    cutting_off.look(at=timezone.now())

    assert client_of(email).get(page_of(found)).status_code == 200
    assert not CutOff.objects.now().exists()


def test_nobody_is_called_to_it_and_nobody_answers_it() -> None:
    found, _email = shared_by_hand()
    become(found.case, "ZRG-SUI")

    delivering.deliver(work_id=found.pk, at=timezone.now())

    found.refresh_from_db()
    assert found.delivery == Delivery.OUT_OF_SIGHT
    assert not delivering.still_to_tell(str(found.pk), timezone.now())


def test_our_own_desk_keeps_it() -> None:
    case = routed("VUI-ALG")
    inside = referral(case, "WB")

    Case.objects.filter(pk=case.pk).update(kind="ZRG-SUI", restricted=False)

    assert Referral.objects.within_reach(timezone.now()).filter(pk=inside.pk).exists()


# What was released before this was kept


def test_what_was_released_before_keeps_what_it_had_and_no_more() -> None:
    case, weapon = of_a_secret_address(), routed("AGR-WAP")
    out = by_hand(case, "politie-noord", fields=FIELDS, by=person("teamleider@"))
    other = by_hand(of_a_secret_address(), "politie-noord", fields=FIELDS, by=person("teamleider@"))
    gun = by_hand(weapon, "politie-noord")
    name_home(other.case, SHELTER)
    Referral.objects.update(homes_along=[], kind_along="")
    Referral.objects.filter(pk__in=[out.pk, other.pk]).update(blocks=["protected"])

    for _turn in range(2):
        import_module("partners.migrations.0027_fill_what_went_along").fill(connection)

    assert told(out).about_home == home(SECRET).address and told(other).about_home is None
    assert client_of(POLICE).get(page_of(gun)).status_code == 200
