"""A merged case set apart again: what it brought goes back, what was made since stays, and it is said which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.escalation import ladder, tailoring
from incidents.handling import case_tasks
from incidents.joining import merging
from incidents.models import Case, CaseTask, TimelineEntry
from incidents.rules.workflow import Status
from incidents.sides import parties
from incidents.writing import letters
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.clock.deadlines import Name, open_for
from tests.incidents import parties as people
from tests.incidents.doing import draft, wanted
from tests.partners.partner_side import client_of
from tests.world import at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort
BEFORE, SINCE = timedelta(hours=-2), timedelta(hours=2)


def noise(number: int) -> Case:
    case = routed("GEL-MUZ", place=at_home(number), consent=False)
    Case.objects.filter(pk=case.pk).update(status=Status.INVESTIGATION, holder=person("noord@"))
    return Case.objects.get(pk=case.pk)


def now(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def merge(case: Case, into: Case) -> None:
    merging.merge(
        cases=[now(case)], into=now(into), reason="", message="", by=person("noord@"), at=timezone.now()
    )


def unmerge(case: Case) -> None:
    merging.unmerge(case=now(case), reason="Toch anders.", by=person("noord@"), at=timezone.now())


def task(case: Case, what: str, after: timedelta = BEFORE, by: User | None = None) -> CaseTask:
    at = timezone.now() + after
    return case_tasks.add(
        case=case, what=what, due_on=local_day(at) + timedelta(days=3), owner=by, is_personal=by is not None,
        by=by or person("noord@"), at=at,
    )  # fmt: skip


def letter(case: Case, at: datetime) -> None:
    content = letters.Content("other", "M. de Vries", "Laan 1", "Hallo", "Dag.")
    letters.write(case=case, content=content, text=None, by=person("noord@"), at=at)


def terms(case: Case, kind: str = "case") -> set[tuple[str, str]]:
    return set(open_for(subject_kind=kind, subject_id=case.pk).values_list("name", "about"))


def test_a_task_of_the_case_goes_back_with_its_term_and_one_made_since_stays() -> None:
    first, second = noise(4), noise(6)
    own = task(second, "Bellen.")
    merge(second, first)
    since = task(now(first), "Schrijven.", SINCE)

    unmerge(second)

    own.refresh_from_db()
    since.refresh_from_db()
    assert (own.case, own.came_from, since.case) == (second, None, first)
    assert (Name.TASK, str(own.pk)) in terms(second)
    assert {about for name, about in terms(first) if name == Name.TASK} == {str(since.pk)}


def test_a_task_that_was_done_meanwhile_goes_back_too() -> None:
    first, second = noise(4), noise(6)
    own = task(second, "Bellen.")
    merge(second, first)
    own.refresh_from_db()
    case_tasks.finish(task=own, by=person("noord@"), at=timezone.now())

    unmerge(second)

    own.refresh_from_db()
    assert own.case == second and own.done_at is not None


def test_a_reminder_for_oneself_goes_back_and_is_told_to_nobody() -> None:
    first, second = noise(4), noise(6)
    own = task(second, "Zelf bellen.", by=person("noord2@"))
    merge(second, first)
    task(now(first), "Ook zelf.", SINCE, by=person("noord2@"))

    page = client_of("noord@").get(reverse("case_unmerge", args=[second.number])).content.decode()
    unmerge(second)

    own.refresh_from_db()
    assert own.case == second
    assert (Name.TASK, str(own.pk)) in terms(second, "case_personal")
    assert "taak" not in page
    assert not second.timeline.filter(text__contains="taak").exists()


def test_through_two_merges_a_task_goes_back_to_where_it_came_from() -> None:
    first, second, third = noise(4), noise(6), noise(8)
    own = task(second, "Bellen.")
    merge(second, first)
    merge(first, third)

    unmerge(first)
    own.refresh_from_db()
    assert (own.case, own.came_from) == (first, second)
    unmerge(second)

    own.refresh_from_db()
    assert (own.case, own.came_from) == (second, None)
    assert (Name.TASK, str(own.pk)) in terms(second)


def test_who_was_taken_off_meanwhile_goes_back_too() -> None:
    first, second = noise(4), noise(6)
    party = people.accused(second)
    merge(second, first)
    party.refresh_from_db()
    parties.end(party=party, reason="Verhuisd.", by=person("noord@"), at=timezone.now())

    unmerge(second)

    party.refresh_from_db()
    assert party.case == second and party.ended_at is not None


def test_the_day_to_look_at_the_plan_is_there_again() -> None:
    first, second = noise(4), noise(6)
    day = local_day(timezone.now()) + timedelta(days=30)
    tailoring.save_plan(case=second, draft=draft(review_on=day), by=person("noord@"), at=timezone.now())
    merge(second, first)

    unmerge(second)

    [due] = open_for(subject_kind="case", subject_id=second.pk).filter(name=Name.REVIEW)
    assert local_day(due.due) == day


def test_a_check_goes_back_with_its_step_and_one_set_since_stays() -> None:
    first, second = noise(4), noise(6)
    at = timezone.now()
    check = replace(wanted("L2"), check_on=date(2027, 5, 12))
    own = ladder.set_step(case=second, wanted=check, by=person("noord@"), at=at + BEFORE)
    merge(second, first)
    since = ladder.set_step(
        case=now(first), wanted=replace(check, level="P1"), by=person("noord@"), at=at + SINCE
    )

    unmerge(second)

    assert (Name.CHECK, f"step.{own.pk}") in terms(second)
    assert (Name.CHECK, f"step.{since.pk}") in terms(first)
    assert (Name.CHECK, f"step.{since.pk}") not in terms(second)


def test_what_stays_is_shown_before_and_said_after_without_a_name() -> None:
    first, second = noise(4), noise(6)
    task(second, "Bellen.")
    people.accused(second)
    merge(second, first)
    at = timezone.now() + SINCE
    task(now(first), "Schrijven.", SINCE)
    letter(now(first), at)
    ladder.set_step(case=now(first), wanted=wanted("L2"), by=person("noord@"), at=at)
    Case.objects.filter(pk=first.pk).update(status=Status.INVESTIGATION)
    people.row(now(first), at)
    client, where = client_of("noord@"), reverse("case_unmerge", args=[second.number])

    before = client.get(where).content.decode()
    after = client.post(where, {"reason": "Toch anders."}, follow=True).content.decode()

    for words in ("1 melding", "1 betrokkene", "1 taak", "1 brief", "1 stap op de ladder"):
        assert words in before
    assert reverse("case_letters", args=[first.number]) in before
    stays = "Wat sinds het samenvoegen is gemaakt, blijft daar: 1 betrokkene, 1 taak, 1 brief, 1 stap op de ladder."
    assert stays in after
    lines = TimelineEntry.objects.filter(sort=Sort.UNMERGED)
    assert {line.case for line in lines} == {first, second}
    for line in lines:
        assert "Terug: 1 melding, 1 betrokkene, 1 taak." in line.text and stays in line.text
        assert people.NAME not in line.text


def test_where_nothing_was_made_since_the_page_says_so() -> None:
    first, second = noise(4), noise(6)
    merge(second, first)

    page = client_of("noord@").get(reverse("case_unmerge", args=[second.number])).content.decode()

    assert "Sinds het samenvoegen is er niets nieuws gemaakt" in page


def test_a_letter_of_the_merged_case_is_checked_where_the_work_goes_on() -> None:
    first, second = noise(4), noise(6)
    content = letters.Content("other", "M. de Vries", "Laan 1", "Hallo", "Dag.", check_on=date(2027, 5, 12))
    written = letters.write(case=second, content=content, text=None, by=person("noord@"), at=timezone.now())
    letters.send(letter=written, paper=b"%PDF", version=1, by=person("noord@"), at=timezone.now())
    merge(second, first)

    client = client_of("noord@")

    assert client.get(reverse("case_letter", args=[first.number, written.pk])).status_code == 200
    assert client.get(reverse("case_letter", args=[noise(8).number, written.pk])).status_code == 404
