"""Preventive signals from the user's side: given in one post, seen by the own team alone, dealt with once, gone by themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Home
from incidents.entry import signals
from incidents.models import Case, Conflict, Evidence, EvidenceFile, EvidencePiece, PreventiveSignal, Report
from incidents.models.signal import SignalState
from incidents.pages import signal_pages
from incidents.staffing import conflicts
from safetyportal.audit.models import AuditEvent
from tests.incidents.entry_desk import client_of
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import chosen
from tests.incidents.tenant import words
from tests.world import home, person, reroute

pytestmark = [pytest.mark.django_db]
MARK = "Zwarte kruk naast brievenbus 7"


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "form_key": str(uuid4()),
        "postcode": "9990 AA",
        "number": "2",
        "where": "home",
        "seen": ["mail", "curtains"],
        "text": MARK,
        "worry": "2",
        "resident_knows": "unknown",
        **changes,
    }


def post(client: Client, **changes: Any) -> Any:
    return client.post(reverse("signal_new"), typed(**changes))


def given(email: str = "noord@", *, at: timedelta = timedelta(), **changes: Any) -> PreventiveSignal:
    """A signal that this colleague gave so long ago."""
    with time_machine.travel(timezone.now() - at):
        answer = post(client_of(email), **changes)
    assert answer.status_code == 302, answer.context["form"].errors
    return PreventiveSignal.objects.get(pk=answer.headers["Location"].rstrip("/").rpartition("/")[2])


def act(email: str, name: str, signal: PreventiveSignal, **data: str) -> Any:
    return client_of(email).post(reverse(name, args=[signal.pk]), data)


def elsewhere() -> dict[str, str]:
    """An address of another team."""
    there = Home.objects.exclude(complex__team=home(2).complex.team).select_related("complex")[0]
    return {"postcode": there.postcode, "number": f"{there.number}{there.addition}"}


@pytest.mark.usefixtures("association")
def test_a_signal_is_kept_with_its_place_and_expires_in_half_a_year() -> None:
    signal = given()

    assert (signal.home, signal.entrance, signal.complex) == (home(2), home(2).entrance, home(2).complex)
    assert (signal.seen, signal.text, signal.worry, signal.state) == (["mail", "curtains"], MARK, 2, "new")
    assert signal.by == person("noord@")
    assert timedelta(days=180) < signal.expires_at - signal.at < timedelta(days=190)
    assert not Case.objects.exists()


@pytest.mark.usefixtures("association")
def test_what_was_seen_in_own_words_is_not_readable_in_the_database() -> None:
    given()

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM incidents_preventivesignal")
        assert MARK not in str(cursor.fetchall())


@pytest.mark.usefixtures("association")
def test_the_form_has_no_field_for_a_name_and_says_it_is_no_accusation() -> None:
    page = client_of("techniek@").get(reverse("signal_new"))

    assert "geen beschuldiging" in words(page)
    assert not {"name", "phone", "email"} & set(page.context["form"].fields)


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("email", ["noord@", "teamleider@", "triage@", "techniek@"])
def test_who_comes_in_buildings_can_pass_on_what_they_see(email: str) -> None:
    assert given(email).by == person(email)


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("email", ["beheer@", "systeem@", "privacy@", "boa@"])
def test_others_can_not(email: str) -> None:
    assert post(client_of(email)).status_code == 403
    assert not PreventiveSignal.objects.exists()


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"postcode": "", "number": ""}, "postcode"),
        ({"postcode": "1234 AB"}, "postcode"),
        ({"number": ""}, "number"),
        ({"seen": [], "text": ""}, "seen"),
        ({"seen": ["guilty"]}, "seen"),
        ({"worry": ""}, "worry"),
        ({"worry": "9"}, "worry"),
        ({"resident_knows": ""}, "resident_knows"),
        ({"where": "DAK"}, "where"),
        ({"form_key": "no key"}, "form_key"),
        ({"text": "x" * 1001}, "text"),
        ({"complex": "1"}, "postcode"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_kept(changes: dict[str, Any], field: str) -> None:
    if "complex" in changes:
        changes = {**changes, "postcode": "", "number": ""}
    page = post(client_of("noord@"), **changes)

    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert not PreventiveSignal.objects.exists()


@pytest.mark.usefixtures("association")
def test_where_one_was_lately_is_one_tap() -> None:
    client = client_of("noord@")
    assert "complex" not in client.get(reverse("signal_new")).context["form"].fields
    given()

    page = client.get(reverse("signal_new"))
    signal = given(postcode="", number="", complex=home(2).complex_id, where="TRH")

    assert str(home(2).complex) in words(page)
    assert (signal.complex, signal.home, signal.place_text) == (home(2).complex, None, "Trappenhuis")


@pytest.mark.usefixtures("association")
def test_a_second_press_is_the_same_signal_and_the_same_photo() -> None:
    client, sent = client_of("noord@"), typed()

    places = [
        client.post(reverse("signal_new"), {**sent, "camera": chosen(making.jpeg())}).headers["Location"]
        for _time in range(2)
    ]

    assert places[0] == places[1]
    assert PreventiveSignal.objects.get().evidence.count() == 1


@pytest.mark.usefixtures("association")
def test_the_form_of_one_colleague_never_leads_to_the_signal_of_another() -> None:
    sent = typed()
    mine = client_of("noord@").post(reverse("signal_new"), sent).headers["Location"]
    theirs = client_of("noord2@").post(reverse("signal_new"), sent).headers["Location"]

    assert mine != theirs
    assert client_of("noord2@").get(mine).status_code == 404


@pytest.mark.usefixtures("association")
def test_a_photo_of_the_place_is_washed_and_nothing_of_the_original_stays() -> None:
    signal = given(camera=chosen(making.jpeg()))
    photo = signal.evidence.get()
    parts = {file.part: file for file in photo.files.all()}

    page = client_of("teamleider@").get(reverse("signal_photo", args=[signal.pk, photo.pk]))

    assert parts["original"].kept_until == photo.added_at
    assert page.status_code == 200
    assert page.headers["Content-Type"] == "image/jpeg"
    assert b"".join(page.streaming_content).startswith(b"\xff\xd8\xff")  # type: ignore[attr-defined]
    assert client_of("zuid@").get(reverse("signal_photo", args=[signal.pk, photo.pk])).status_code == 404


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("body", [b"", b"MZ no photo at all", making.pdf()])
def test_a_signal_stands_when_its_photo_fails_and_the_photo_can_be_sent_again(body: bytes) -> None:
    client = client_of("noord@")
    answer = client.post(reverse("signal_new"), {**typed(), "photo": chosen(body, "plek.jpg")}, follow=True)
    signal = PreventiveSignal.objects.get()

    assert "een foto niet" in words(answer) or not body
    assert not signal.evidence.exists()
    client.post(reverse("signal_given", args=[signal.pk]), {"photo": chosen(making.jpeg())})
    assert signal.evidence.count() == 1


@pytest.mark.usefixtures("association")
def test_signals_of_other_teams_are_nowhere() -> None:
    signal, theirs = given(), given("techniek@", **elsewhere(), text="Ladder tegen gevel 31")

    assert signal.place in words(client_of("noord2@").get(reverse("signal_list")))
    for email, hidden in (("zuid@", signal), ("teamleider-zuid@", signal), ("noord@", theirs)):
        client = client_of(email)
        listed = client.get(reverse("signal_list")).content.decode()
        assert str(hidden.pk) not in listed
        assert hidden.text not in listed
        assert client.get(reverse("signal_page", args=[hidden.pk])).status_code == 404
        for name in ("signal_look", "signal_case", "signal_aside"):
            assert act(email, name, hidden, reason="Nee.").status_code == 404
    seen_by_triage = client_of("triage@").get(reverse("signal_list")).content.decode()
    assert str(signal.pk) in seen_by_triage
    assert str(theirs.pk) in seen_by_triage
    assert set(PreventiveSignal.objects.values_list("state", flat=True)) == {"new"}


@pytest.mark.usefixtures("association")
def test_who_lives_there_neither_reads_a_signal_nor_puts_it_aside() -> None:
    signal = given()
    for who in ("teamleider@", "triage@"):
        conflicts.state(
            person=person(who),
            sort=Conflict.Sort.LIVES,
            complex=signal.complex,
            by=person(who),
            at=timezone.now(),
        )
        page = client_of(who).get(reverse("signal_list")).content.decode()

        assert str(signal.pk) not in page
        assert client_of(who).get(reverse("signal_page", args=[signal.pk])).status_code == 404
        assert act(who, "signal_aside", signal, reason="Niets.").status_code == 404


def test_a_desk_gives_signals_and_reads_none_but_its_own() -> None:
    mine, other = given("techniek@"), given("noord@")
    client = client_of("techniek@")

    assert client.get(reverse("signal_list")).status_code == 403
    assert client.get(reverse("signal_page", args=[mine.pk])).status_code == 403
    assert client.get(reverse("signal_given", args=[mine.pk])).status_code == 200
    assert client.get(reverse("signal_given", args=[other.pk])).status_code == 404


@pytest.mark.usefixtures("association")
def test_a_second_colleague_at_the_same_entrance_brings_it_on_top_with_the_reason() -> None:
    urgent = given(number="18", worry="3")
    first = given("noord@", at=timedelta(weeks=4, days=3), number="2", worry="1")
    second = given("noord2@", number="4", worry="1")

    page = client_of("teamleider@").get(reverse("signal_list"))

    rows = [row.pk for row, _mates in page.context["rows"]]
    assert set(rows[:2]) == {first.pk, second.pk}
    assert rows[2] == urgent.pk
    assert words(page).count("2 collega’s, zelfde portiek, in 5 weken") == 2
    assert (
        str(first.pk)
        in client_of("teamleider@").get(reverse("signal_page", args=[second.pk])).content.decode()
    )


@pytest.mark.usefixtures("association")
def test_the_same_home_is_said_as_such() -> None:
    given("noord@")
    given("noord2@")

    assert "2 collega’s, zelfde woning, in 1 week" in words(
        client_of("teamleider@").get(reverse("signal_list"))
    )


@pytest.mark.usefixtures("association")
def test_one_colleague_twice_is_not_a_second_opinion_nor_is_one_that_expired_nor_another_entrance() -> None:
    given("noord@", number="2")
    given("noord@", number="4")
    given("noord2@", at=timedelta(days=184), number="2")
    given("noord2@", number="18")

    page = client_of("teamleider@").get(reverse("signal_list"))

    assert len(page.context["rows"]) == 3
    assert "collega’s, zelfde" not in words(page)


@pytest.mark.usefixtures("association")
def test_a_case_made_of_it_has_the_facts_the_home_and_the_photo() -> None:
    signal = given("techniek@", camera=chosen(making.jpeg()))

    answer = act("noord@", "signal_case", signal)

    signal.refresh_from_db()
    report = Report.objects.get()
    case = report.case
    assert answer.headers["Location"] == reverse("case_page", args=[case.number])
    assert (report.kind_id, report.channel, report.filed_by) == ("LEE-SIG", "staff", person("noord@"))
    assert "Post stapelt zich op" in report.story
    assert MARK in report.story
    assert case.about_home == home(2)
    assert report.evidence.count() == 1
    assert not signal.evidence.exists()
    assert (signal.state, signal.case, signal.looked_by) == ("case", case, person("noord@"))
    assert report.routing_orders.count() == 1
    [line] = case.timeline.filter(sort="signal")
    assert line.by == person("noord@") and f"{signal.at:%d-%m-%Y}" in line.text
    assert person("techniek@").name not in line.text


@pytest.mark.usefixtures("association")
def test_such_a_case_is_shared_with_nobody_by_itself() -> None:
    act("noord@", "signal_case", given())
    case = Case.objects.get()

    reroute(case)

    assert not case.referrals.filter(partner__is_internal=False, released_at__isnull=False).exists()


@pytest.mark.usefixtures("association")
def test_setting_aside_needs_a_reason_and_takes_it_off_the_list() -> None:
    signal = given()

    refused = act("noord2@", "signal_aside", signal, reason="")
    done = act("noord2@", "signal_aside", signal, reason="Bewoner is op reis.")

    signal.refresh_from_db()
    assert refused.status_code == 422
    assert "Schrijf waarom" in words(refused)
    assert done.status_code == 302
    assert (signal.state, signal.aside_reason, signal.looked_by) == (
        "aside",
        "Bewoner is op reis.",
        person("noord2@"),
    )
    client = client_of("noord@")
    assert str(signal.pk) not in client.get(reverse("signal_list")).content.decode()
    assert str(signal.pk) in client.get(reverse("signal_list") + "?state=settled").content.decode()


@pytest.mark.usefixtures("association")
def test_looked_at_stays_open_and_says_by_whom() -> None:
    signal = given()

    act("noord2@", "signal_look", signal)

    page = client_of("noord@").get(reverse("signal_list"))
    assert "Bekeken · Bilal Chaouki" in words(page)


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("first", ["signal_case", "signal_aside"])
@pytest.mark.parametrize("then", ["signal_case", "signal_aside", "signal_look"])
def test_who_comes_second_is_told_who_was_first_and_loses_nothing(first: str, then: str) -> None:
    signal = given()
    act("noord@", first, signal, reason="Al geregeld.")
    reports = Report.objects.count()

    late = act("noord2@", then, signal, reason="Mijn eigen reden.")

    assert late.status_code == 409
    assert "Marieke Korenaar was u voor." in words(late)
    assert Report.objects.count() == reports
    signal.refresh_from_db()
    assert signal.looked_by == person("noord@")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_eight_who_make_a_case_at_once_make_one() -> None:
    signal, start = given(), Barrier(8)

    def press(client: Client) -> int:
        start.wait()
        try:
            return int(client.post(reverse("signal_case", args=[signal.pk])).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(press, [client_of("noord@") for _ in range(8)]))

    assert answers == [302, *[409] * 7]
    assert Report.objects.count() == 1


@pytest.mark.usefixtures("association")
def test_an_expired_signal_is_nowhere_before_the_job_and_gone_after_it_with_its_photo() -> None:
    old = given(at=timedelta(days=184), camera=chosen(making.jpeg()))
    young = given("noord2@", number="4", camera=chosen(making.jpeg()))
    client = client_of("noord@")
    assert str(old.pk) not in client.get(reverse("signal_list")).content.decode()
    assert client.get(reverse("signal_page", args=[old.pk])).status_code == 404
    assert act("noord@", "signal_case", old).status_code == 404

    now = timezone.now()
    gone = [signals.purge(at=now), signals.purge(at=now)]

    assert gone == [1, 0]
    assert list(PreventiveSignal.objects.all()) == [young]
    assert Evidence.objects.get().signal == young
    assert not EvidenceFile.objects.exclude(evidence__signal=young).exists()
    assert not EvidencePiece.objects.exclude(file__evidence__signal=young).exists()
    event = AuditEvent.objects.get(action="signal.expire")
    assert (event.actor, event.detail) == (None, {"count": 1})


@pytest.mark.usefixtures("association")
def test_a_case_made_of_it_outlives_the_signal() -> None:
    signal = given(at=timedelta(days=183, hours=-1), camera=chosen(making.jpeg()))
    act("noord@", "signal_case", signal)

    signals.purge(at=timezone.now() + timedelta(days=1))

    assert not PreventiveSignal.objects.exists()
    assert Report.objects.get().evidence.count() == 1


@pytest.mark.usefixtures("association")
def test_who_reads_a_signal_is_written_down_without_content() -> None:
    signal = given()

    client_of("noord2@").get(reverse("signal_page", args=[signal.pk]))

    event = AuditEvent.objects.get(action="signal.read")
    assert (event.actor, event.object_id) == (person("noord2@"), str(signal.pk))
    assert MARK not in str(list(AuditEvent.objects.values_list("detail", flat=True)))


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"worry": 4}, "signal_worry_1_to_3"),
        ({"seen": [], "text": ""}, "signal_says_something"),
        ({"state": SignalState.LOOKED}, "signal_looked_by_iff_not_new"),
        ({"aside_reason": "Zomaar."}, "signal_reason_iff_aside"),
    ],
)
def test_the_database_keeps_the_rules_of_a_signal(changes: dict[str, Any], rule: str) -> None:
    signal = given()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        PreventiveSignal.objects.filter(pk=signal.pk).update(**changes)


@pytest.mark.usefixtures("association")
def test_a_photo_belongs_to_a_draft_a_report_or_a_signal_and_never_to_two() -> None:
    signal = given(camera=chosen(making.jpeg()))
    act("noord@", "signal_case", given("noord2@"))
    with pytest.raises(IntegrityError, match="evidence_of_draft_report_or_signal"), transaction.atomic():
        Evidence.objects.filter(signal=signal).update(report=Report.objects.get())


@pytest.mark.usefixtures("association")
def test_the_list_goes_on_until_each_signal_was_shown_once_and_what_two_saw_comes_first() -> None:
    alone = [given(number="18", worry=str(1 + turn % 3)) for turn in range(signal_pages.SIZE + 3)]
    together = [given(email, number="2", worry="1") for email in ("noord@", "noord2@")]
    client, path, shown, pages = client_of("teamleider@"), "", [], 0

    while True:
        page = client.get(reverse("signal_list") + path)
        shown += [row for row, _mates in page.context["rows"]]
        pages += 1
        path = page.context["next_url"]
        if not path:
            break

    assert pages == 2
    assert {one.pk for one in shown[:2]} == {one.pk for one in together}
    assert sorted(one.pk for one in shown[2:]) == sorted(one.pk for one in alone)
    assert [one.worry for one in shown[2:]] == sorted((one.worry for one in shown[2:]), reverse=True)
    assert '<a href="?" rel="prev">' in page.content.decode()


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize(
    "typed", ["x", "1.2.3", "0.9.1.00000000000000000000000000000000", "0.1.99999999999999999." + "f" * 32]
)
def test_a_place_in_the_list_that_no_page_wrote_is_no_error(typed: str) -> None:
    given()

    assert client_of("noord@").get(reverse("signal_list"), {"after": typed}).status_code == 200


@pytest.mark.usefixtures("association")
def test_how_long_a_signal_is_kept_is_a_setting_that_counts_from_the_next_one_on() -> None:
    before = given()
    shown = (
        client_of("beheer@")
        .get(reverse("settings_edit", args=["termijnen", "alles"]))
        .context["form"]
        .initial
    )

    answer = client_of("beheer@").post(
        reverse("settings_edit", args=["termijnen", "alles"]),
        {**shown, "signal_days": "60", "version": "0", "reason": "Korter mag ook"},
    )

    after = given("noord2@", number="4")
    assert answer.status_code == 302
    assert (before.expires_at - before.at, after.expires_at - after.at) == (
        timedelta(days=183),
        timedelta(days=60),
    )
    assert "Na 60 dagen is het weg." in words(client_of("noord@").get(reverse("signal_new")))
    signals.purge(at=after.at + timedelta(days=61))
    assert list(PreventiveSignal.objects.all()) == [before]


@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("days", ["29", "366", "", "een jaar"])
def test_a_signal_cannot_be_kept_for_ever_nor_be_gone_at_once(days: str) -> None:
    path = reverse("settings_edit", args=["termijnen", "alles"])
    shown = client_of("beheer@").get(path).context["form"].initial

    answer = client_of("beheer@").post(path, {**shown, "signal_days": days, "version": "0", "reason": "x"})

    assert answer.status_code == 422
    assert "Vul een aantal dagen in, van 30 tot en met 365." in words(answer)
