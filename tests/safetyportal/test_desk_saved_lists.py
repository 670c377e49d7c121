from __future__ import annotations

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from safetyportal.desk import saving
from safetyportal.desk.models import SavedList
from tests.safetyportal.test_desk_inbox import client_of, code_of, many, numbers, show
from tests.world import at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def keep(name: str, query: str = "list=late", *, pinned: bool = False, email: str = "noord@") -> SavedList:
    return saving.save(name=name, query=query, pinned=pinned, by=person(email), at=timezone.now())


def post(verb: str, kept: SavedList | None = None, /, *, email: str = "noord@", **data: str) -> HttpResponse:
    address = reverse(verb, args=[kept.pk] if kept else [])
    return client_of(email).post(address, data)


def tiles(page: str) -> dict[str, str]:
    return dict(re.findall(r'<bdi>([^<]+)</bdi> <span class="portal-tiles__count">(\d+\+?)', page))


def test_the_chosen_filters_are_kept_under_a_name_and_come_back() -> None:
    noise = file("GEL-MUZ").case
    file("AGR-BED", place=at_home(4))
    assert 'name="query" value="group=GEL"' in show("noord@", "?group=GEL&urgency=U9")

    answer = post("saved_list_save", name="Geluid", query="group=GEL", pinned="on")

    assert answer.headers["Location"] == "/werk/?group=GEL"
    assert tiles(show("noord@"))["Geluid"] == "1"
    assert numbers(show("noord@", "?group=GEL")) == [noise.number]


def test_a_list_is_only_its_owners() -> None:
    kept = keep("Te laat in de Esdoornlaan", pinned=True)

    assert (
        "Esdoornlaan"
        not in show("noord2@") + client_of("noord2@").get(reverse("saved_lists")).content.decode()
    )
    for name in ("saved_list_rename", "saved_list_pin", "saved_list_up", "saved_list_remove"):
        assert post(name, kept, email="noord2@", name="Gestolen", pinned="no").status_code == 404
    kept.refresh_from_db()
    assert (kept.name, kept.pinned) == ("Te laat in de Esdoornlaan", True)


@pytest.mark.parametrize("query", ["", "urgency=U9", "complex=999999", "after=U1.1.1", "x=" + "y" * 400])
def test_a_forged_choice_is_not_kept(query: str) -> None:
    assert post("saved_list_save", name="Vals", query=query).status_code == 422
    assert not SavedList.objects.exists()


def test_what_is_no_filter_is_left_out_of_what_is_kept() -> None:
    post("saved_list_save", name="Laat", query="list=late&after=U1.1.1&x=<script>")

    assert SavedList.objects.get().query == "list=late"


def test_a_kept_complex_that_is_no_longer_ones_own_counts_nothing_of_it() -> None:
    case = file("GEL-MUZ").case
    keep("Dit complex", f"complex={code_of(case)}&list=new", pinned=True, email="zuid@")

    assert tiles(show("zuid@"))["Dit complex"] == "0"


@pytest.mark.parametrize("name", ["", " ", "x" * 41, "geluid"])
def test_a_name_that_is_missing_too_long_or_taken_is_told(name: str) -> None:
    keep("Geluid")

    answer = post("saved_list_save", name=name, query="list=late")

    assert answer.status_code in (409, 422)
    assert SavedList.objects.count() == 1


def test_hostile_names_are_shown_as_typed() -> None:
    keep("<b>Nacht</b> {{ 7|add:7 }}", pinned=True)

    page = show("noord@")

    assert "&lt;b&gt;Nacht&lt;/b&gt; {{ 7|add:7 }}" in page


def test_renaming_pinning_moving_and_throwing_away() -> None:
    one, two = keep("Een"), keep("Twee")

    post("saved_list_rename", one, name="Eerst")
    post("saved_list_pin", two, pinned="yes")
    post("saved_list_up", two)
    order = [kept.name for kept in SavedList.objects.all()]
    page = show("noord@")
    post("saved_list_remove", two)

    assert order == ["Twee", "Eerst"]
    assert "Twee" in tiles(page) and "Eerst" not in tiles(page) and "Eerst" in page
    assert [kept.name for kept in SavedList.objects.all()] == ["Eerst"]


def test_a_name_may_be_changed_to_itself_and_not_to_another_of_ones_own() -> None:
    one = keep("Een")
    keep("Twee")

    assert post("saved_list_rename", one, name="EEN").status_code == 302
    assert post("saved_list_rename", one, name="twee").status_code == 409


def test_there_is_an_end_to_lists_and_to_what_stands_above_the_inbox() -> None:
    for nth in range(saving.MOST):
        kept = keep(f"Lijst {nth}", pinned=nth < saving.MOST_PINNED)

    assert post("saved_list_save", name="Nog een", query="list=late").status_code == 409
    post("saved_list_pin", kept, pinned="yes")
    assert SavedList.objects.filter(pinned=True).count() == saving.MOST_PINNED


def test_the_inbox_costs_as_much_with_six_counted_lists() -> None:
    many(60)
    for nth, query in enumerate(
        ["list=late", "list=hearing", "list=unrouted", "list=partner", "holder=me", "group=GEL"]
    ):
        keep(f"Lijst {nth}", query, pinned=True)
    client = client_of("noord@")
    client.get(reverse("staff_inbox"))

    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse("staff_inbox")).content.decode()

    assert len(tiles(page)) == 9
    assert len(asked) <= 8, [one["sql"][:80] for one in asked]
