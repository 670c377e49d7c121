"""The work lists: what each holds, in which orders, and that nothing of a case out of sight is in any of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.handling import casework
from incidents.models import Case
from incidents.models.case import Band
from incidents.rules.workflow import Status
from partners.at_work.asking import ask
from partners.models import CutOff, Partner, Referral
from partners.referrals import propose
from safetyportal.accounts.models import Team
from safetyportal.clock.calendar import working_days_back
from safetyportal.clock.deadlines import Name, open_deadline
from safetyportal.desk import inbox
from safetyportal.desk.filters import order_of
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import ORDERS
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from tests.incidents import parties as people
from tests.incidents.test_letters import sent, written
from tests.partners import scaling_up
from tests.safetyportal.test_desk_inbox import client_of, code_of, many, numbers, show
from tests.world import at_home, days, file, home, in_stairwell, person, referral, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def owes(case: Case, name: Name, *, due: datetime, outside: bool = True) -> None:
    open_deadline(
        subject_kind="case", subject_id=case.pk, name=name, about="x", due=due, at=timezone.now(),
        team_id=case.team_id, bars_closing=outside,
    )  # fmt: skip


def quiet(case: Case) -> Case:
    """Nothing of it waits for anybody."""
    Case.objects.filter(pk=case.pk).update(holder=person("noord2@"), status=Status.INVESTIGATION)
    return case


def at_triage(case: Case) -> None:
    desk = Partner.objects.get(type_code="TRIAGE")
    Referral.objects.create(
        case=case, partner=desk, mode="A", state="released", created_at=timezone.now(),
        released_at=timezone.now(), due_at=timezone.now() + days(5),
    )  # fmt: skip


def asked_by_a_partner(case: Case) -> None:
    ask(referral=referral(case, "BOA"), text="Hoe laat?", by=person("boa@"), at=timezone.now())


def proposed(case: Case) -> None:
    desk = Partner.objects.get(code="politie-noord")
    propose(case=case, partner=desk, mode="H", at=timezone.now())


def soon(hours: float) -> datetime:
    return timezone.now() + timedelta(hours=hours)


BELONGS: dict[str, Callable[[Case], object]] = {
    "today": lambda case: owes(case, Name.TASK, due=soon(-1)),
    "late": lambda case: owes(case, Name.TASK, due=soon(-1)),
    "new": lambda case: Case.objects.filter(pk=case.pk).update(holder=None, status=Status.TRIAGE),
    "reporter": lambda case: dialogue.say(
        report=case.reports.get(), sort="complaint", text="Te lang.", at=timezone.now()
    ),
    "accused": lambda case: owes(case, Name.ANSWER_ACCUSED, due=soon(24)),
    "silent": lambda case: Case.objects.filter(pk=case.pk).update(last_contact_at=timezone.now() - days(20)),
    "proposal": proposed,
    "question": asked_by_a_partner,
    "partner": lambda case: owes(case, Name.PARTNER_ANSWER, due=soon(-1)),
    "cut_off": lambda case: CutOff.objects.create(
        referral=referral(case, "BOA"), why="covenant", at=timezone.now()
    ),
    "scale": lambda case: scaling_up.row(case, timezone.now(), "proposed"),
    "scaled": lambda case: scaling_up.row(case, timezone.now()),
    "hearing": lambda case: Case.objects.filter(pk=case.pk).update(
        status=Status.APPROACH, about_home=home(6)
    ),
    "letters": lambda case: sent(written(case, sort="agreements")),
    "review": lambda case: owes(case, Name.REVIEW, due=soon(-1)),
    "unrouted": at_triage,
    "reopen": lambda case: Case.objects.filter(pk=case.pk).update(
        status=Status.REOPEN_ASKED, closed_at=timezone.now()
    ),
}


def test_each_offered_list_is_tried_here() -> None:
    assert set(BELONGS) == set(LISTS)


@pytest.mark.parametrize("code", BELONGS)
def test_a_list_holds_what_it_is_named_after_and_nothing_else(code: str) -> None:
    wanted, other = quiet(routed("DRU-GEB")), quiet(routed("DRU-GEB", place=in_stairwell(18)))
    Referral.objects.filter(case=other, state="proposed").update(state="withdrawn")
    Referral.objects.filter(case=wanted, state="proposed").update(state="withdrawn")
    assert numbers(show("noord@", f"?list={code}")) == []

    BELONGS[code](wanted)

    assert numbers(show("noord@", f"?list={code}")) == [wanted.number]


@pytest.mark.parametrize("code", BELONGS)
@pytest.mark.parametrize("hide", ["team", "restricted"])
def test_nothing_of_a_case_out_of_sight_is_in_any_list_or_count(code: str, hide: str) -> None:
    case = quiet(routed("DRU-GEB"))
    BELONGS[code](case)
    south = Team.objects.exclude(pk=case.team_id).first()
    Case.objects.filter(pk=case.pk).update(**({"team": south} if hide == "team" else {"restricted": True}))
    noord, tile = person("noord@"), {"list": code}

    page = show("noord@", f"?list={code}&complex={code_of(case)}")
    counted = inbox.headline(actor=noord, tiles=[tile, {"holder": "team"}], at=timezone.now()).counts
    seen_by = "triage@" if hide == "team" else "beschermd@"

    assert case.number not in page
    assert counted == (0, 0)
    assert inbox.new_since(actor=noord, since=timezone.now() - days(1), at=timezone.now()) == 0
    assert numbers(show(seen_by, f"?list={code}")) == [case.number]


def test_due_today_holds_the_end_of_the_day_and_not_tomorrow() -> None:
    today, tomorrow = quiet(file("GEL-MUZ").case), quiet(file("GEL-MUZ", place=at_home(6)).case)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    owes(today, Name.TASK, due=midnight - timedelta(seconds=1))
    owes(tomorrow, Name.TASK, due=midnight)

    assert numbers(show("noord@", "?list=today")) == [today.number]
    assert numbers(show("noord@", "?list=late")) == []


def test_a_term_that_stands_still_or_was_met_is_not_due() -> None:
    from safetyportal.clock import deadlines
    from safetyportal.clock.models import Deadline

    case = quiet(file("GEL-MUZ").case)
    owes(case, Name.TASK, due=soon(-1))
    term = Deadline.objects.get(name=Name.TASK)

    deadlines.pause(deadline=term, at=timezone.now())
    paused = numbers(show("noord@", "?list=late"))
    deadlines.resume(deadline=term, at=timezone.now())
    running = numbers(show("noord@", "?list=late"))
    deadlines.meet(subject_kind="case", subject_id=case.pk, name=Name.TASK, about="x", at=timezone.now())

    assert (paused, running, numbers(show("noord@", "?list=late"))) == ([], [case.number], [])


def test_a_contact_ends_the_silence() -> None:
    case = file("GEL-MUZ", at=timezone.now() - days(20)).case
    assert numbers(show("noord@", "?list=silent")) == [case.number]

    casework.log_contact(case=case, text="Gebeld.", by=person("noord@"), at=timezone.now())

    assert numbers(show("noord@", "?list=silent")) == []


@pytest.mark.parametrize("act", ["log_contact", "send_message"])
def test_what_the_reporter_hears_is_kept_as_contact(act: str) -> None:
    case, now = file("GEL-MUZ").case, timezone.now()

    casework.note(case=case, text="Nog bellen.", by=person("noord@"), at=now)
    before = Case.objects.get(pk=case.pk).last_contact_at
    getattr(casework, act)(case=case, text="Wij komen langs.", by=person("noord@"), at=now)

    assert before is None
    assert Case.objects.get(pk=case.pk).last_contact_at == now


def test_ten_working_days_leave_the_weekends_out() -> None:
    tuesday = datetime(2026, 11, 24, 10, tzinfo=timezone.get_default_timezone())

    assert working_days_back(tuesday, 10).isoformat() == "2026-11-10"


def test_an_own_desk_that_is_late_is_no_partner_outside() -> None:
    case = quiet(file("GEL-MUZ").case)
    owes(case, Name.PARTNER_ANSWER, due=soon(-1), outside=False)

    assert numbers(show("noord@", "?list=partner")) == []


def test_who_was_heard_is_no_longer_missing_until_everybody_is() -> None:
    case = quiet(file("GEL-MUZ").case)
    Case.objects.filter(pk=case.pk).update(status=Status.INVESTIGATION)
    one, other = people.accused(Case.objects.get(pk=case.pk)), people.accused(case, name="Ria Ruis")
    people.hear(people.invite(one))
    Case.objects.filter(pk=case.pk).update(status=Status.APPROACH)
    half = numbers(show("noord@", "?list=hearing"))
    people.hear(people.invite(other))
    Case.objects.filter(pk=case.pk).update(status=Status.APPROACH)

    assert (half, numbers(show("noord@", "?list=hearing"))) == ([case.number], [])


def test_a_talk_of_long_ago_is_missing_again() -> None:
    case, then = quiet(file("GEL-MUZ").case), timezone.now() - days(400)
    Case.objects.filter(pk=case.pk).update(status=Status.APPROACH, opened_at=then)
    party = people.row(case, then)
    people.talk_row(party, then)
    party.hearings.update(state="held", ended_at=then + days(40), stance="agrees")
    fresh = numbers(show("noord@", "?list=hearing"))
    party.hearings.update(ended_at=then + days(20))

    assert (fresh, numbers(show("noord@", "?list=hearing"))) == ([], [case.number])


def test_where_nobody_can_be_heard_nothing_is_missing() -> None:
    case = quiet(file("VEI-DEUR", place=in_stairwell(18)).case)
    Case.objects.filter(pk=case.pk).update(status=Status.APPROACH)
    people.row(case, timezone.now(), sort="group", name="jongeren", home=None)

    assert numbers(show("noord@", "?list=hearing")) == []


def test_a_talk_that_should_have_been_is_missing_in_any_state() -> None:
    case = quiet(file("GEL-MUZ").case)
    owes(case, Name.HEARING, due=soon(-1))

    assert numbers(show("noord@", "?list=hearing")) == [case.number]


@pytest.mark.parametrize("why", ["place", "alarm", "waits", "nowhere"])
def test_what_found_no_way_is_unrouted(why: str) -> None:
    case = quiet(routed("DRU-GEB"))
    Referral.objects.filter(case=case).update(state="withdrawn")
    if why == "place":
        Case.objects.filter(pk=case.pk).update(complex=None, entrance=None, space=None)
    if why == "alarm":
        raise_alarm(code=Alarm.Code.NO_PARTNER, subject=case.number, at=timezone.now())
    if why == "waits":
        case = quiet(file("GEL-MUZ", place=at_home(6)).case)
    if why == "nowhere":
        case = file("GEL-MUZ", place=at_home(6)).case

    assert numbers(show("noord@", "?list=unrouted")) == [case.number]


def test_lists_and_chips_narrow_together() -> None:
    mine, other = file("GEL-MUZ", at=timezone.now() - days(60)).case, file("AGR-BED", place=at_home(4)).case
    casework.take(case=mine, by=person("noord@"), at=timezone.now())

    page = show("noord@", "?list=late&holder=me")

    assert numbers(page) == [mine.number]
    assert 'href="?holder=me"' in page and 'href="?list=late"' in page
    assert numbers(show("triage@", "?holder=team")) == []
    assert set(numbers(show("noord@", "?holder=team"))) == {mine.number, other.number}


def test_above_the_inbox_stands_how_much_there_is() -> None:
    file("GEL-MUZ", at=timezone.now() - days(60))
    casework.take(case=file("GEL-MUZ", place=at_home(6)).case, by=person("noord@"), at=timezone.now())

    tiles = dict(re.findall(r'<bdi>([^<]+)</bdi> <span class="portal-tiles__count">(\d+)', show("noord@")))

    assert tiles == {"Vandaag te doen": "1", "Van mij": "1", "Nieuw": "1"}


def test_a_count_stops_at_a_hundred() -> None:
    many(105)

    assert '<span class="portal-tiles__count">100+</span>' in show("noord@")


def ordered(order: str) -> list[str]:
    """What the order should be, worked out without the database."""

    never = timezone.now() + days(9999)

    def key(case: Case) -> tuple:
        return {
            "urgency": (case.urgency, case.opened_at, case.pk),
            "oldest": (case.opened_at, case.pk),
            "severity": (-int(case.severity_band[1]), case.opened_at, case.pk),
            "term": (case.next_due or never, case.pk),
            "contact": (case.last_contact_at or case.opened_at, case.pk),
        }[order]

    return [case.number for case in sorted(Case.objects.open(), key=key)]


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_walks_every_case_once_forth_and_back(order: str) -> None:
    many(110)
    for nth, case in enumerate(Case.objects.open().order_by("pk")):
        Case.objects.filter(pk=case.pk).update(
            severity_band=Band.values[nth % 4],
            last_contact_at=timezone.now() - timedelta(hours=nth // 3) if nth % 2 else None,
            next_due=timezone.now() + timedelta(hours=(nth * 7) % 50) if nth % 5 else None,
        )

    seen, query, page = [], f"?sort={order}", ""
    while query:
        page = show("noord@", query)
        seen += numbers(page)
        following = re.search(r'href="(\?[^"]*after=[^"]+)" rel="next"', page)
        query = following.group(1).replace("&amp;", "&") if following else ""
    back = re.search(r'href="(\?[^"]*before=[^"]+)" rel="prev"', page)

    assert seen == ordered(order)
    assert numbers(show("noord@", back.group(1).replace("&amp;", "&"))) == seen[50:100]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "position", ["x", "U1.5.5", "9" * 18 + ".1", "S1.1.1", "4.999999999999999999.1", "5.5"]
)
def test_a_position_of_another_order_never_breaks_the_list(order: str, position: str) -> None:
    file("GEL-MUZ")

    show("noord@", f"?sort={order}&after={position}")
    show("noord@", f"?sort={order}&before={position}")


def test_a_list_begins_in_the_order_that_suits_it_unless_another_is_asked_for() -> None:
    assert order_of({"list": "today"}) is ORDERS["term"][1]
    assert order_of({"list": "silent"}) is ORDERS["contact"][1]
    assert order_of({"list": "today", "sort": "oldest"}) is ORDERS["oldest"][1]


def since(moment: datetime) -> str:
    return f"{reverse('inbox_new_since')}?since={int(moment.timestamp() * 1_000_000)}"


def test_the_page_asks_quietly_whether_reports_came_in() -> None:
    file("GEL-MUZ", at=timezone.now() - timedelta(hours=2))
    client = client_of("noord@")
    asked = since(timezone.now() - timedelta(hours=1))

    nothing = client.get(asked)
    file("GEL-MUZ", place=at_home(6))
    one = client.get(asked)
    file("GEL-MUZ", place=at_home(8))
    two = client.get(asked)

    assert (nothing.status_code, nothing.content) == (204, b"")
    assert (one.content.decode(), two.content.decode()) == ("1 nieuwe melding", "2 nieuwe meldingen")
    assert client_of("zuid@").get(asked).status_code == 204


@pytest.mark.parametrize("typed", ["", "x", "-1", "9" * 30, "1.5", "9" * 18])
def test_a_moment_that_is_none_is_refused(typed: str) -> None:
    assert client_of("noord@").get(f"{reverse('inbox_new_since')}?since={typed}").status_code == 400


def test_a_page_that_asks_by_itself_does_not_keep_the_session_open(client: Client) -> None:
    import time_machine

    start = timezone.now()
    client.force_login(person("noord@"))
    client.get(reverse("staff_inbox"))

    for minutes in range(5, 65, 5):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            answer = client.get(since(start))

    assert answer.status_code == 302
