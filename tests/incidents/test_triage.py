"""Judging a new case on one page: how severe, who takes it up, and back to the list it came from."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework, holding
from incidents.models import Case, TimelineEntry
from incidents.rules.workflow import Status
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from tests.partners.partner_side import client_of
from tests.world import at_home, person, routed

pytestmark = pytest.mark.django_db
Sort = TimelineEntry.Sort


@pytest.fixture
def case(association: None) -> Case:
    return routed("GEL-MUZ", place=at_home(4), consent=False)


def judge(case: Case, *, to: str, by: str = "triage@", band: str = "", reason: str = "", seen: int = 0):
    data = {"band": band or case.severity_band, "to": person(to).pk, "reason": reason, "seen": seen}
    return client_of(by).post(reverse("case_triage", args=[case.number]), data)


def lines(case: Case) -> list[str]:
    return list(case.timeline.exclude(by=None).order_by("pk").values_list("sort", flat=True))


def test_a_colleague_gets_the_case_and_the_decision_to_take_it_up_is_made(case: Case) -> None:
    answer = judge(case, to="noord@", reason="Bel eerst.")

    case.refresh_from_db()
    assert (answer.status_code, case.holder, case.status) == (302, person("noord@"), Status.INVESTIGATION)
    assert lines(case) == [Sort.HANDED_OVER, Sort.STATUS]
    assert "Bel eerst." in case.timeline.get(sort=Sort.HANDED_OVER).text
    assert not open_for(subject_kind="case", subject_id=case.pk).filter(name=Name.DECIDE).exists()


def test_who_takes_it_and_leaves_the_severity_writes_nothing(case: Case) -> None:
    judge(case, to="noord@", by="noord@")

    case.refresh_from_db()
    assert (case.holder, case.status, lines(case)) == (person("noord@"), Status.INVESTIGATION, [Sort.TAKEN])


def test_another_severity_leaves_a_line_with_the_reason_and_each_part_a_record(case: Case) -> None:
    was = case.severity_band

    judge(case, to="noord2@", by="noord@", band="S4", reason="Er was een mes.")

    case.refresh_from_db()
    assert (case.severity_band, case.severity_reason) == ("S4", "Er was een mes.")
    assert case.timeline.get(sort=Sort.SEVERITY).text == f"{was} → S4: Er was een mes."
    done = AuditEvent.objects.filter(object_id=str(case.pk), action__startswith="case.")
    assert {"case.hand_over", "case.investigate", "case.override"} <= set(
        done.values_list("action", flat=True)
    )


@pytest.mark.parametrize(("to", "band"), [("noord2@", ""), ("noord@", "S4")])
def test_without_a_reason_nothing_is_given_or_changed(case: Case, to: str, band: str) -> None:
    answer = judge(case, to=to, by="noord@", band=band)

    case.refresh_from_db()
    assert (answer.status_code, case.holder, lines(case)) == (422, None, [])


def test_of_two_who_judge_the_second_hears_who_has_it_and_changes_nothing(case: Case) -> None:
    casework.take(case=case, by=person("noord2@"), at=timezone.now())

    given = judge(case, to="noord@", band="S4", reason="Ernstig.")
    taken = judge(case, to="triage@", band="S4", reason="Ernstig.")

    case.refresh_from_db()
    assert [given.status_code, taken.status_code] == [409, 409]
    assert "Deze zaak is al in behandeling door Bilal Chaouki." in given.content.decode()
    assert case.holder == person("noord2@") and lines(case) == [Sort.TAKEN]


def test_nobody_of_another_team_can_be_chosen(case: Case) -> None:
    answer = judge(case, to="zuid@", reason="x")

    assert answer.status_code == 422
    assert Case.objects.get(pk=case.pk).holder is None


def test_looking_at_the_page_is_written_down(case: Case) -> None:
    page = client_of("triage@").get(reverse("case_triage", args=[case.number]))

    assert case.reports.get().story in page.content.decode()
    seen = AuditEvent.objects.filter(action="case.read", object_id=str(case.pk), actor=person("triage@"))
    assert seen.count() == 1


def test_one_goes_on_in_the_list_one_came_from(case: Case) -> None:
    client = client_of("triage@")
    client.get(reverse("staff_inbox"), {"list": "new", "sort": "oldest"})
    here = f"{reverse('staff_inbox')}?list=new&amp;sort=oldest"
    page = client.get(reverse("case_page", args=[case.number])).content.decode()

    answer = client.post(
        reverse("case_triage", args=[case.number]),
        {"band": case.severity_band, "to": person("triage@").pk, "reason": ""},
    )

    assert here in page
    assert answer["Location"] == here.replace("&amp;", "&")


@pytest.mark.parametrize(
    "kept", ["//example.org", "https://example.org/", "list=new\r\nX: y", "%0d%0aX:y", "a" * 5000]
)
def test_a_forged_list_leads_to_the_inbox_and_nowhere_else(case: Case, kept: str) -> None:
    client = client_of("noord@")
    client.cookies["lijst"] = kept

    answer = client.post(
        reverse("case_triage", args=[case.number]),
        {"band": case.severity_band, "to": person("noord@").pk, "reason": ""},
    )

    assert answer["Location"].startswith(f"{reverse('staff_inbox')}?")
    assert "\n" not in answer["Location"]
    assert client.get(answer["Location"]).status_code == 200


def test_judging_costs_no_more_than_its_three_acts(case: Case) -> None:
    client = client_of("noord@")
    client.get(reverse("staff_inbox"))
    data = {"band": "S4", "to": person("noord2@").pk, "reason": "Er was een mes."}

    with CaptureQueriesContext(connection) as asked:
        client.post(reverse("case_triage", args=[case.number]), data)

    assert Case.objects.get(pk=case.pk).severity_band == "S4"
    assert len(asked) <= 40, [one["sql"][:110] for one in asked]


def test_who_was_given_a_new_case_takes_it_up_with_one_press(case: Case) -> None:
    holding.hand_over(
        case=case, to=person("noord@"), reason="Uw wijk.", by=person("triage@"), at=timezone.now()
    )
    page = reverse("case_page", args=[case.number])
    noord = client_of("noord@")
    asked, colleague = noord.get(page).content.decode(), client_of("noord2@").get(page).content.decode()

    for _twice in range(2):
        noord.post(reverse("case_take", args=[case.number]))

    case.refresh_from_db()
    assert "Ja, ik pak deze zaak op" in asked and "Ja, ik pak deze zaak op" not in colleague
    assert case.status == Status.INVESTIGATION
    assert lines(case) == [Sort.HANDED_OVER, Sort.TAKEN]
    assert "Ja, ik pak deze zaak op" not in noord.get(page).content.decode()
