"""What must still be done in a case, and reminders that nobody else reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.handling import case_tasks, casework
from incidents.models import Case, CaseTask
from incidents.rules.workflow import CloseReason, Status
from safetyportal.clock.deadlines import Name
from safetyportal.clock.models import Deadline
from safetyportal.people.models import Absence
from tests.partners.partner_side import client_of
from tests.world import at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
SECRET = "Vraag-of-de-hond-er-nog-is"


@pytest.fixture
def case(association: None) -> Case:
    return routed("GEL-MUZ", place=at_home(4), consent=False)


def soon(days: int = 3) -> date:
    return timezone.localdate() + timedelta(days=days)


def put(case: Case, email: str = "noord@", **words: object) -> object:
    said = {"what": SECRET, "due_on": soon(), **words}
    return client_of(email).post(reverse("case_tasks", args=[case.number]), said)


def page(case: Case, email: str, name: str = "case_tasks") -> str:
    return client_of(email).get(reverse(name, args=[case.number])).content.decode()


def close(case: Case) -> None:
    casework.close(
        case=case, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Klaar.", by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip


def test_a_task_is_put_on_the_list_done_and_told_in_the_timeline(case: Case) -> None:
    added = put(case, owner=person("noord2@").pk)
    task = CaseTask.objects.get()
    listed = page(case, "noord2@")
    done = client_of("noord2@").post(reverse("case_task_done", args=[case.number, task.pk]))

    assert added.status_code == done.status_code == 302
    assert SECRET in listed and "Bilal Chaouki" in listed
    assert [one.sort for one in case.timeline.filter(sort__startswith="task").order_by("pk")] == [
        "task",
        "task_done",
    ]
    assert "Voor Bilal Chaouki." in case.timeline.get(sort="task").text
    assert not Deadline.objects.open().filter(name=Name.TASK).exists()


def test_its_term_ends_with_the_office_day_and_belongs_to_its_owner(case: Case) -> None:
    put(case, owner=person("noord2@").pk, due_on="2027-03-29")  # summer time began the day before

    term = Deadline.objects.get(name=Name.TASK)
    assert term.due == datetime(2027, 3, 29, 15, 0, tzinfo=UTC)
    assert (term.owner, term.team_id, term.subject_id) == (person("noord2@"), case.team_id, str(case.pk))


def test_a_case_with_an_open_task_is_not_closed_and_says_why(case: Case) -> None:
    put(case)

    answer = client_of("noord@").post(
        reverse("case_close", args=[case.number]), {"reason": "solved", "message": "Klaar."}
    )

    assert answer.status_code == 409
    assert "of er staat nog een taak open" in answer.content.decode()
    case_tasks.finish(task=CaseTask.objects.get(), by=person("noord@"), at=timezone.now())
    close(case)


def test_a_reminder_is_read_by_nobody_else_and_bars_nothing(case: Case) -> None:
    put(case, is_personal="on", owner=person("noord2@").pk)
    task = CaseTask.objects.get()

    assert SECRET in page(case, "noord@") and SECRET in page(case, "noord@", "case_page")
    for other in ("noord2@", "teamleider@", "triage@"):
        assert SECRET not in page(case, other)
        assert SECRET not in page(case, other, "case_page")
        assert (
            client_of(other).post(reverse("case_task_done", args=[case.number, task.pk])).status_code == 404
        )
    with pytest.raises(case_tasks.NotYours):
        case_tasks.finish(task=task, by=person("noord2@"), at=timezone.now())
    assert not Deadline.objects.open().of("case", case.pk).filter(name=Name.TASK).exists()
    close(case)


def test_another_day_needs_a_reason_and_moves_the_term(case: Case) -> None:
    put(case)
    task = CaseTask.objects.get()
    address = reverse("case_task_move", args=[case.number, task.pk])

    without = client_of("noord@").post(address, {"due_on": soon(9)})
    moved = client_of("noord@").post(address, {"due_on": soon(9), "reason": "Zij is ziek."})

    assert (without.status_code, moved.status_code) == (422, 302)
    assert timezone.localdate(Deadline.objects.get(name=Name.TASK).due) == soon(9)
    assert "Zij is ziek." in case.timeline.filter(sort="task").first().text


def test_the_second_who_finishes_is_told_who_did_it(case: Case) -> None:
    put(case)
    address = reverse("case_task_done", args=[case.number, CaseTask.objects.get().pk])
    client_of("noord2@").post(address)

    answer = client_of("noord@").post(address, follow=True)

    assert "Bilal Chaouki had deze taak al gedaan." in answer.content.decode()
    assert case.timeline.filter(sort="task_done").count() == 1


def test_only_a_colleague_who_is_there_gets_a_task(case: Case) -> None:
    today = timezone.localdate()
    Absence.objects.create(
        user=person("noord2@"), from_on=today, until_on=today, set_by=person("noord2@"), set_at=timezone.now()
    )

    away, elsewhere = put(case, owner=person("noord2@").pk), put(case, owner=person("zuid@").pk)

    assert (away.status_code, elsewhere.status_code) == (422, 422)
    with pytest.raises(case_tasks.CannotOwn):
        case_tasks.add(
            case=case, what="x", due_on=today, owner=person("zuid@"), is_personal=False, by=person("noord@"),
            at=timezone.now(),
        )  # fmt: skip
    assert not CaseTask.objects.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"due_on": "2020-01-01"}, "Deze dag is al voorbij."),
        ({"due_on": "2099-01-01"}, "Kies een dag binnen twee jaar."),
        ({"what": "x" * 201}, "te lang"),
        ({"what": ""}, "Schrijf wat er moet gebeuren."),
    ],
)
def test_what_is_filled_in_wrong_is_told(case: Case, words: dict[str, str], said: str) -> None:
    answer = put(case, **words)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not CaseTask.objects.exists()


def test_a_closed_case_takes_no_task_and_gives_back_what_was_typed(case: Case) -> None:
    close(case)

    answer = put(case)

    assert answer.status_code == 409
    assert SECRET in answer.content.decode() and "gesloten" in answer.content.decode()


def test_a_task_of_another_case_is_not_reached_through_ones_own(case: Case) -> None:
    elsewhere = routed("GEL-MUZ", place=at_home(20), consent=False)
    put(elsewhere)
    task = CaseTask.objects.get()

    answer = client_of("noord@").post(reverse("case_task_done", args=[case.number, task.pk]))

    assert answer.status_code == 404
    assert CaseTask.objects.get().done_at is None
