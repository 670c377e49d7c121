"""Who got a letter finds the page to answer it from the pages of tenants, quietly; who may be watched does not see it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["tenant_start", "follow_enter"])
def test_the_pages_of_tenants_lead_to_the_answer_on_a_letter(association: None, name: str) -> None:
    page = Client().get(reverse(name)).content.decode()

    assert f'href="{reverse("reply_enter")}"' in page
    assert page.index(reverse("reply_enter")) > page.index("</h1>")
