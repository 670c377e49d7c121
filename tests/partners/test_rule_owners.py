"""An account is closed whose person looks after rules: that is told beforehand, and rung at once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from safetyportal.accounts.models import User
from safetyportal.notices.models import Alarm
from tests.partners.partner_side import client_of
from tests.ruling import rule_first
from tests.world import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def looks_after(owner: User, slug: str) -> None:
    rule_first(slug=slug, name=slug.title(), kinds=["GEL-MUZ"], targets=[["WC", "A"]], owner=owner)


def about_owners() -> set[str]:
    return set(
        Alarm.objects.filter(code=Alarm.Code.RULE_OWNER, cleared_at=None).values_list("subject", flat=True)
    )


def closes(client: Client, owner: User) -> str:
    way = reverse("person_disable", args=[owner.pk])
    asked = client.get(way).content.decode()
    assert client.post(way).status_code == 302
    return asked


def test_who_switches_an_owner_off_is_told_of_the_rules_and_the_alarm_comes_at_once(
    association: None,
) -> None:
    owner, client = person("teamleider@"), client_of("systeem@")
    looks_after(owner, "muziek")
    looks_after(owner, "bas")

    asked = closes(client, owner)

    assert "2 routeringsregels hebben dan geen eigenaar meer." in asked
    assert reverse("rules_home") in asked.split("<h1>")[1]
    assert about_owners() == {"muziek", "bas"}

    client.post(reverse("person_enable", args=[owner.pk]))

    assert about_owners() == set()


def test_who_may_not_see_rules_is_told_without_a_way_to_them() -> None:
    looks_after(person("noord@"), "muziek")

    asked = closes(client_of("teamleider@"), person("noord@"))

    assert "1 routeringsregel heeft dan geen eigenaar meer." in asked
    assert reverse("rules_home") not in asked


def test_of_who_looks_after_no_rule_nothing_is_said() -> None:
    assert "routeringsregel" not in closes(client_of("systeem@"), person("noord@"))
