"""Mailed links for a reporter, a new code, and contact details that change."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import reporter_links
from incidents.models import Report, ReporterIdentity, ReporterLink, TimelineEntry
from safetyportal.notices.models import Notice
from tests.incidents.tenant import code_on, words
from tests.incidents.test_dialogue import do, opened
from tests.world import CODE, NOON, anonymous, file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
MAIL = "aisha@example.nl"


def lost(report_number: str, email: str, client: Client | None = None) -> str:
    answer = (client or Client()).post(reverse("follow_lost"), {"number": report_number, "email": email})
    assert answer.status_code == 200
    relayed()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())


def relayed() -> None:
    """What the relay does with the links that were asked for."""
    for asked in reporter_links.waiting():
        reporter_links.answer(work_id=asked.pk, at=timezone.now())


def mailed(template: str = "reporter_link") -> str:
    notice = Notice.objects.filter(template=template).latest("created_at")
    return str(notice.link)


def test_a_link_opens_the_report_once_and_looking_uses_nothing() -> None:
    report = file("GEL-MUZ")
    lost(report.number, " Aisha@Example.nl ".strip())
    path = mailed()
    for _scanner in range(3):
        assert Client().get(path).status_code == 302
    client, second = Client(), Client()
    for one in (client, second):
        one.get(path)

    went = client.post(reverse("follow_link_use"))

    assert went.url == reverse("follow_report")
    assert report.number in words(client.get(reverse("follow_report")))
    assert second.post(reverse("follow_link_use")).status_code == 410
    assert client.get(path).status_code == 410


@pytest.mark.parametrize("look", ["get", "head", "options"])
def test_whatever_looks_at_a_link_before_the_reporter_does_not_use_it(look: str) -> None:
    report = file("GEL-MUZ")
    lost(report.number, MAIL)
    path, scanner, client = mailed(), Client(), Client()
    for address in (path, reverse("follow_link_use")) * 2:
        getattr(scanner, look)(address)

    client.get(path)
    opened = client.post(reverse("follow_link_use"), follow=True)

    assert report.number in words(opened)


def test_posting_to_the_address_of_the_mail_itself_uses_nothing() -> None:
    lost(file("GEL-MUZ").number, MAIL)

    assert Client().post(mailed()).status_code == 405
    assert not ReporterLink.objects.exclude(used_at=None).exists()


@pytest.mark.parametrize(
    "spoil", [lambda token: token[:-1], lambda token: token[1:], str.swapcase, lambda token: token * 2]
)
def test_a_link_that_came_in_pieces_opens_nothing_and_stays_good(spoil: Callable[[str], str]) -> None:
    lost(file("GEL-MUZ").number, MAIL)
    token = mailed().split("/")[-2]

    assert Client().get(reverse("follow_link", args=[spoil(token)])).status_code == 410
    assert Client().get(reverse("follow_link", args=[token])).status_code == 302


def test_a_link_opens_its_own_report_also_where_another_is_open() -> None:
    mine, other = file("GEL-MUZ"), file("VEI-DEUR")
    client = opened(other)
    lost(mine.number, MAIL)
    client.get(mailed())

    page = words(client.post(reverse("follow_link_use"), follow=True))

    assert mine.number in page
    assert other.number not in page


def test_a_link_to_confirm_an_address_opens_no_report() -> None:
    do(opened(file("GEL-MUZ")), "mailadres", email="nieuw@example.nl")
    stranger = Client()
    stranger.get(mailed("reporter_address"))

    stranger.post(reverse("follow_link_use"))

    assert stranger.get(reverse("follow_report")).url == reverse("follow_enter")


def test_a_button_pressed_too_late_uses_nothing() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        lost(file("GEL-MUZ").number, MAIL)
        client = Client()
        client.get(mailed())
        clock.shift(timedelta(minutes=15))

        late = client.post(reverse("follow_link_use"))

        assert late.status_code == 410
        assert client.get(reverse("follow_report")).url == reverse("follow_enter")


def test_who_asks_hears_the_same_whatever_is_true() -> None:
    report, nobody, hidden = file("GEL-MUZ"), file("GEL-MUZ", reporter=anonymous()), file("AGR-HUIS")

    said = {
        lost(number, email)
        for number, email in (
            (report.number, MAIL), (report.number, "ander@example.nl"), (nobody.number, MAIL),
            (hidden.number, MAIL), ("M-0000-0000", MAIL), ("hokus", "pokus"),
        )
    }  # fmt: skip

    assert len(said) == 1
    assert Notice.objects.filter(template="reporter_link").count() == 1


def test_a_link_is_over_after_a_quarter_and_a_new_one_ends_the_old() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        report = file("GEL-MUZ")
        lost(report.number, MAIL)
        first = mailed()
        lost(report.number, MAIL)
        second = mailed()

        assert Client().get(first).status_code == 410
        clock.shift(timedelta(minutes=16))
        assert Client().get(second).status_code == 410
        assert reporter_links.purge(at=timezone.now()) == 1


@pytest.mark.parametrize("token", ["x", "x" * 500, "%00", "..", "é", "' OR 1=1"])
def test_a_link_that_never_was_is_one_clear_page(token: str) -> None:
    answer = Client().get(reverse("follow_link", args=["x"]).replace("/x/", f"/{token}/"))

    assert answer.status_code in (400, 404, 410)


def test_three_links_an_hour_for_one_report() -> None:
    report = file("GEL-MUZ")

    for _time in range(6):
        lost(report.number, MAIL)

    assert Notice.objects.filter(template="reporter_link").count() == 3


def test_another_address_counts_when_it_was_confirmed_and_the_old_one_is_told() -> None:
    report = file("GEL-MUZ")
    client = opened(report)

    do(client, "mailadres", email="nieuw@example.nl")

    identity = ReporterIdentity.objects.get(report=report)
    assert identity.email == MAIL
    [old] = Notice.objects.filter(template="reporter_address_old")
    assert old.address == MAIL
    Client().get(mailed("reporter_address"))
    assert ReporterIdentity.objects.get(report=report).email == MAIL
    client.get(mailed("reporter_address"))
    client.post(reverse("follow_link_use"))
    identity.refresh_from_db()
    assert identity.email == "nieuw@example.nl"
    lost(report.number, "nieuw@example.nl")
    assert Notice.objects.filter(template="reporter_link").count() == 1


def test_in_a_protected_case_no_address_gets_a_mail() -> None:
    report = file("AGR-HUIS")

    do(opened(report), "mailadres", email="nieuw@example.nl")

    assert not Notice.objects.exists()
    assert not ReporterLink.objects.exists()


def test_a_new_code_is_shown_once_and_ends_the_old_one() -> None:
    report = file("GEL-MUZ")
    client = opened(report)

    page = client.post(reverse("follow_code"))

    code = code_on(page)
    assert code not in words(client.get(reverse("follow_code")))
    enter = {"number": report.number}
    assert Client().post(reverse("follow_enter"), {**enter, "code": CODE}).status_code == 200
    assert Client().post(reverse("follow_enter"), {**enter, "code": code}).status_code == 302
    assert page["Cache-Control"] == "no-store"


def test_who_changes_one_thing_need_not_type_the_other_again() -> None:
    page = opened(file("GEL-MUZ")).get(reverse("follow_act", args=["gegevens"])).content.decode()

    assert 'value="Aisha Bouzian"' in page and 'value="06-00001234"' in page


def test_somebody_anonymous_cannot_make_a_new_code() -> None:
    report = file("GEL-MUZ", reporter=anonymous())
    client = opened(report)

    assert client.post(reverse("follow_code")).url == reverse("follow_report")
    assert "Een nieuwe code maken" not in words(client.get(reverse("follow_report")))
    assert Client().post(reverse("follow_enter"), {"number": report.number, "code": CODE}).status_code == 302


def test_name_and_number_change_and_the_case_says_only_that() -> None:
    report = file("GEL-MUZ")

    do(opened(report), "gegevens", name="Aisha B.", phone="06-00009999")

    identity = ReporterIdentity.objects.get(report=report)
    assert (identity.name, identity.phone, identity.email) == ("Aisha B.", "06-00009999", MAIL)
    texts = TimelineEntry.objects.filter(case=report.case).values_list("text", flat=True)
    assert "Andere naam of ander telefoonnummer." in texts
    assert "Aisha B." not in " ".join(texts)
    assert Report.objects.get(pk=report.pk).mode == "named"
