"""Who works at a partner or desk: coming, going, and what closes in that same moment."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from partners.models import Membership, Partner
from partners.staffing import members, working
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.models import AuditEvent
from safetyportal.notices.models import Notice
from safetyportal.people import closing, inviting, standing
from tests.partners.partner_side import VERBS, client_of, page_of, post, queue_of
from tests.world import days, person, referral, routed

pytestmark = pytest.mark.django_db


def place(code: str) -> Partner:
    return Partner.objects.get(code=code)


def membership(email: str, code: str = "") -> Membership:
    found = Membership.objects.select_related("user", "partner").filter(user__email__startswith=email)
    return found.get(partner__code=code) if code else found.get()


def invited(code: str = "politie-noord", by: str = "wijkagent-noord@", **changes: Any) -> Membership:
    given = {"email": "nieuw@politie.example.nl", "name": "Nora Nieuwkoop"} | changes
    return members.invite_member(partner=place(code), by=person(by), at=timezone.now(), **given)


def set_up(made: Membership) -> User:
    made.user.set_password("vier losse natte schoenen")
    made.user.save(update_fields=["password"])
    return made.user


def end(one: Membership, by: str = "systeem@") -> bool:
    return members.end_membership(membership=one, by=person(by), at=timezone.now())


def events(user: User) -> list[str]:
    return list(
        AuditEvent.objects.filter(object_kind="user", object_id=str(user.pk))
        .order_by("pk")
        .values_list("action", flat=True)
    )


# Coming


def test_an_invited_person_has_an_account_a_place_and_a_mail(association: None) -> None:
    made = invited()

    assert made.user.audience == Audience.PARTNER
    assert {grant.role for grant in made.user.role_grants.all()} == {Role.PARTNER}
    assert made.partner.code == "politie-noord"
    assert Notice.objects.filter(user=made.user, template="account_invite").count() == 1
    assert events(made.user) == ["person.invite", "person.join"]


def test_somebody_invited_to_a_desk_is_staff_with_that_desk_alone(association: None) -> None:
    made = invited("afdeling-tech", "systeem@", email="tech2@delinde.example.nl")

    assert made.user.audience == Audience.STAFF
    assert {grant.role for grant in made.user.role_grants.all()} == {Role.DESK}


def test_a_desk_has_no_administrator_of_its_own(association: None) -> None:
    with pytest.raises(members.DoesNotFit):
        invited("afdeling-tech", "systeem@", is_admin=True)
    with pytest.raises(members.DoesNotFit):
        members.make_admin(
            membership=membership("techniek@", "afdeling-tech"), by=person("systeem@"), at=timezone.now()
        )

    assert not User.objects.filter(email="nieuw@politie.example.nl").exists()


def test_an_address_with_an_account_gives_no_second_one_and_no_place(association: None) -> None:
    with pytest.raises(inviting.AlreadyThere):
        invited(email=person("boa@").email)

    assert not Membership.objects.filter(user=person("boa@"), partner=place("politie-noord")).exists()


def test_staff_added_to_a_desk_see_its_queue_at_once(association: None) -> None:
    user = person("teamleider@")

    members.add_member(partner=place("afdeling-tech"), user=user, by=person("systeem@"), at=timezone.now())

    assert Role.DESK in person("teamleider@").roles
    assert "Technische dienst" in queue_of("teamleider@")


@pytest.mark.parametrize(
    ("code", "email"), [("afdeling-tech", "boa@"), ("politie-noord", "noord@"), ("politie-noord", "closed")]
)
def test_an_account_of_the_other_side_or_a_closed_one_is_not_added(
    association: None, code: str, email: str
) -> None:
    user = person("boa@") if email == "closed" else person(email)
    if email == "closed":
        closing.disable(user=user, by=person("systeem@"), at=timezone.now())

    with pytest.raises(members.DoesNotFit):
        members.add_member(partner=place(code), user=user, by=person("systeem@"), at=timezone.now())

    assert not Membership.objects.filter(user=user, partner__code=code).exists()


def test_nobody_is_added_twice(association: None) -> None:
    with pytest.raises(members.AlreadyThere):
        members.add_member(
            partner=place("afdeling-tech"), user=person("techniek@"), by=person("systeem@"), at=timezone.now()
        )


# Going


def test_the_queue_closes_in_the_same_moment_also_while_it_stands_open(association: None) -> None:
    found, client = referral(routed("DRU-GEB"), "BOA"), client_of("boa@")
    before = client.get(page_of(found)).status_code

    # One place ends, the account stays: what closes here is the queue, not the door.
    members.add_member(
        partner=place("politie-zuid"), user=person("boa@"), by=person("systeem@"), at=timezone.now()
    )
    end(membership("boa@", "handhaving-lindestad"))
    answers = [client.get(page_of(found)), *(post(client, verb, found) for verb in VERBS)]

    found.refresh_from_db()
    assert before == 200
    assert {answer.status_code for answer in answers} == {404}
    assert found.state == "released"
    assert not working.members(partner_id=found.partner_id, at=timezone.now()).exists()


def test_the_last_place_of_a_partners_person_closes_the_account(association: None) -> None:
    client, one = client_of("boa@"), membership("boa@")

    closed = end(one)

    assert closed
    assert not person("boa@").is_active
    assert client.get("/partner/").status_code == 302
    assert events(one.user)[-2:] == ["person.leave", "person.disable"]


def test_another_place_keeps_the_account_open(association: None) -> None:
    closed = end(membership("jongerenwerk@", "jongerenwerk-noord"))

    assert not closed
    assert person("jongerenwerk@").is_active
    assert "Jongerenwerk Lindestad-Zuid" in queue_of("jongerenwerk@")
    assert "Jongerenwerk Lindestad-Noord" not in queue_of("jongerenwerk@")


def test_who_moves_to_another_organisation_loses_all_of_the_old_one(association: None) -> None:
    case = routed("DRU-GEB")
    found, client = referral(case, "BOA"), client_of("boa@")
    opened = client.get(page_of(found)).status_code
    members.add_member(
        partner=place("politie-zuid"), user=person("boa@"), by=person("systeem@"), at=timezone.now()
    )

    end(membership("boa@", "handhaving-lindestad"))

    assert opened == 200
    assert person("boa@").is_active
    assert client.get(page_of(found)).status_code == 404
    assert post(client, "referral_accept", found).status_code == 404
    assert case.number not in queue_of("boa@")


def test_the_last_desk_takes_the_role_along_and_leaves_the_account(association: None) -> None:
    end(membership("techniek@", "afdeling-tech"))
    with_one = Role.DESK in person("techniek@").roles
    end(membership("techniek@", "afdeling-ong"))

    assert with_one
    assert Role.DESK not in person("techniek@").roles
    assert person("techniek@").is_active


def test_who_came_and_went_on_one_day_may_come_back(association: None) -> None:
    made = invited()
    end(made)
    closing.enable(user=made.user, by=person("systeem@"), at=timezone.now())

    again = members.add_member(partner=made.partner, user=made.user, by=person("systeem@"), at=timezone.now())

    assert list(Membership.objects.current(timezone.localdate()).filter(user=made.user)) == [again]


def test_a_place_ends_once(association: None) -> None:
    one = membership("boa@")
    end(one)

    with pytest.raises(members.Gone):
        end(one)

    assert events(one.user).count("person.leave") == 1


def test_an_ending_names_who_and_when_or_neither(association: None) -> None:
    one = membership("boa@")

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=one.pk).update(ended_at=timezone.now(), ends_on=timezone.localdate())


# Administrators of a partner


def test_an_administrator_lets_another_look_after_the_people(association: None) -> None:
    made, admin = invited(), person("wijkagent-noord@")

    members.make_admin(membership=made, by=admin, at=timezone.now())
    members.make_admin(membership=made, by=admin, at=timezone.now())
    made_one = Role.PARTNER_ADMIN in User.objects.get(pk=made.user_id).roles
    members.unmake_admin(membership=made, by=admin, at=timezone.now())

    assert made_one
    assert Role.PARTNER_ADMIN not in User.objects.get(pk=made.user_id).roles
    assert events(made.user)[-2:] == ["person.grant", "person.revoke"]


def test_nobody_acts_on_oneself(association: None) -> None:
    own, me = membership("wijkagent-noord@"), person("wijkagent-noord@")

    for verb in (
        members.end_membership, members.make_admin, members.unmake_admin, members.reset_member,
        members.invite_member_again,
    ):  # fmt: skip
        with pytest.raises(standing.NotOneself):
            verb(membership=own, by=me, at=timezone.now())

    assert Membership.objects.get(pk=own.pk).ended_at is None


ON_ACCOUNT = [members.make_admin, members.unmake_admin, members.reset_member, members.invite_member_again]


@pytest.mark.parametrize("verb", ON_ACCOUNT, ids=lambda verb: verb.__name__)
def test_an_account_that_works_elsewhere_too_is_for_the_system_administrator(
    association: None, verb: Any
) -> None:
    made = invited()
    set_up(made)
    members.add_member(
        partner=place("politie-zuid"), user=made.user, by=person("systeem@"), at=timezone.now()
    )

    with pytest.raises(members.NotTheirs):
        verb(membership=made, by=person("wijkagent-noord@"), at=timezone.now())

    assert User.objects.get(pk=made.user_id).is_set_up
    end(made, by="wijkagent-noord@")
    assert User.objects.get(pk=made.user_id).is_active
    assert Membership.objects.current(timezone.localdate()).get(user=made.user).partner.code == "politie-zuid"


@pytest.mark.parametrize("lost", ["role", "place", "account"])
def test_whoever_lost_the_right_meanwhile_changes_nothing(association: None, lost: str) -> None:
    made, by = invited(), person("wijkagent-noord@")
    assert Role.PARTNER_ADMIN in by.roles  # read when the page was asked for
    if lost == "role":
        RoleGrant.objects.filter(user=by, role=Role.PARTNER_ADMIN).delete()
    elif lost == "place":
        Membership.objects.filter(user=by).update(ends_on=timezone.localdate() - days(1))
    else:
        User.objects.filter(pk=by.pk).update(is_active=False)

    with pytest.raises(members.NotTheirs):
        members.end_membership(membership=made, by=by, at=timezone.now())
    with pytest.raises(members.NotTheirs):
        members.invite_member(
            partner=made.partner, email="a@politie.example.nl", name="A", by=by, at=timezone.now()
        )

    assert Membership.objects.get(pk=made.pk).ended_at is None
    assert not User.objects.filter(email="a@politie.example.nl").exists()


# At the same moment


def at_once(*runners: Any) -> list[str]:
    start, told = threading.Barrier(len(runners)), []

    def run(runner: Any) -> None:
        start.wait()
        try:
            runner()
            told.append("done")
        except Exception as error:
            told.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(runner,)) for runner in runners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_put_each_other_out_one_stays(committed_association: None) -> None:
    second = invited(is_admin=True)
    set_up(second)
    first = membership("wijkagent-noord@")
    one, other = User.objects.get(pk=first.user_id), User.objects.get(pk=second.user_id)

    told = at_once(
        lambda: members.end_membership(membership=second, by=one, at=timezone.now()),
        lambda: members.end_membership(membership=first, by=other, at=timezone.now()),
    )

    assert told == ["NotTheirs", "done"]
    assert Membership.objects.current(timezone.localdate()).filter(partner=first.partner).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_places_that_end_at_once_close_the_account(
    committed_association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    north = membership("jongerenwerk@", "jongerenwerk-noord")
    south = membership("jongerenwerk@", "jongerenwerk-zuid")
    both_wrote, written = threading.Barrier(2), members.record

    def record(**event: Any) -> None:
        """Between writing and counting what is left: without a lock the two meet here."""
        written(**event)
        with suppress(threading.BrokenBarrierError):
            both_wrote.wait(timeout=1)

    monkeypatch.setattr(members, "record", record)

    told = at_once(lambda: end(north), lambda: end(south))

    assert told == ["done", "done"]
    assert not person("jongerenwerk@").is_active


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_end_one_place_one_does(committed_association: None) -> None:
    one = membership("boa@")

    told = at_once(*[lambda: end(one)] * 8)

    assert told == ["Gone"] * 7 + ["done"]


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_add_one_person_one_does(committed_association: None) -> None:
    user, by = person("teamleider@"), person("systeem@")

    told = at_once(
        *[lambda: members.add_member(partner=place("afdeling-tech"), user=user, by=by, at=timezone.now())] * 8
    )

    assert told == ["AlreadyThere"] * 7 + ["done"]
