"""Cases that are about one matter come together and apart again: nobody reads more than before, nothing is lost."""

from __future__ import annotations

import threading
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex, Resident
from incidents.acts import NotNow
from incidents.following import dialogue
from incidents.following.threads import said_to
from incidents.handling import case_tasks, casework
from incidents.intake.filing import Reporter
from incidents.joining import merging, splitting
from incidents.models import Case, Conflict, DutyAlert, Kind, Report, ReportMove, RoutingOrder, TimelineEntry
from incidents.rules.answers import Mode
from incidents.rules.workflow import Status
from incidents.sides import rights
from incidents.staffing import conflicts, on_call
from partners.disclosing.disclosure import disclose
from partners.models.referral_words import Ground
from partners.routing.routing import route_report
from safetyportal.clock.deadlines import Name, open_for
from tests.incidents import parties as people
from tests.partners.partner_side import by_hand, client_of
from tests.world import anonymous, at_home, file, home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort


def noise(number: int, **changes: Any) -> Case:
    """Without consent nothing leaves the house, so no partner bars merging."""
    return routed("GEL-MUZ", place=at_home(number), consent=False, **changes)


def merge(*cases: Case, into: Case, message: str = "") -> None:
    merging.merge(
        cases=cases, into=into, reason="Eén feest.", message=message, by=person("noord@"), at=timezone.now()
    )
    for case in (*cases, into):
        case.refresh_from_db()


def tell(case: Case, text: str) -> None:
    casework.send_message(case=case, text=text, by=person("noord@"), at=timezone.now())


def read_by(report: Report) -> str:
    report.refresh_from_db()
    return "\n".join(said_to(report).values_list("text", flat=True))


def test_the_reports_go_on_in_one_case_and_keep_their_numbers() -> None:
    first, second = noise(4), noise(6)
    reports = {first.reports.get(), second.reports.get()}

    merge(second, into=first)

    assert set(first.reports.all()) == reports
    assert (second.status, second.merged_into) == (Status.MERGED, first)
    assert {one.from_case for one in ReportMove.objects.all()} == {second}
    assert (
        first.timeline.filter(sort=Sort.MERGED).count()
        == second.timeline.filter(sort=Sort.MERGED).count()
        == 1
    )


def test_a_reporter_reads_nothing_said_to_others_before() -> None:
    first, second = noise(4), noise(6)
    of_first, of_second = first.reports.get(), second.reports.get()
    tell(first, "Alleen-eerste")
    tell(second, "Alleen-tweede")
    dialogue.ask(report=of_first, text="Vraag-eerste", by=person("noord@"), at=timezone.now())

    merge(second, into=first, message="Wij doen dit samen")
    tell(first, "Voor-allebei")
    dialogue.say(report=of_second, sort=Sort.REPLY, text="Antwoord-tweede", at=timezone.now())

    one, other = read_by(of_first), read_by(of_second)
    assert "Alleen-eerste" in one and "Vraag-eerste" in one and "Voor-allebei" in one
    assert "Alleen-tweede" in other and "Wij doen dit samen" in other and "Voor-allebei" in other
    for foreign in ("Alleen-tweede", "Antwoord-tweede", "Wij doen dit samen"):
        assert foreign not in one
    for foreign in ("Alleen-eerste", "Vraag-eerste"):
        assert foreign not in other


def test_what_a_reporter_asks_goes_along_and_what_was_promised_stands() -> None:
    first, second = noise(4), noise(6)
    report = second.reports.get()
    dialogue.say(report=report, sort=Sort.COMPLAINT, text="Het duurt lang.", at=timezone.now())
    earlier = timezone.now() - timedelta(days=3)
    open_for(subject_kind="case", subject_id=second.pk).filter(name=Name.FIRST_CONTACT).update(due=earlier)

    merge(second, into=first)

    terms = {(term.name, term.about): term.due for term in open_for(subject_kind="case", subject_id=first.pk)}
    assert (Name.REPORTER_ASKS, dialogue.about(Sort.COMPLAINT, report)) in terms
    assert terms[(Name.FIRST_CONTACT, "")] == earlier
    assert not open_for(subject_kind="case", subject_id=second.pk).exists()


def test_a_reporter_who_writes_while_the_case_is_merged_is_heard_in_the_right_one() -> None:
    first, second = noise(4), noise(6)
    stale = Report.objects.select_related("case").get(case=second)

    merge(second, into=first)
    dialogue.say(report=stale, sort=Sort.AGAIN, text="Nu alweer.", at=timezone.now())

    assert first.timeline.filter(text="Nu alweer.").exists()


def test_more_addresses_make_it_more_severe_unless_a_person_judged() -> None:
    first, second = noise(4), noise(6, reporter=anonymous())
    merge(second, into=first)
    points = {part["name"]: part["points"] for part in first.severity_parts}
    assert points["households"] >= 0 and first.severity_score == round(sum(points.values()))

    judged = noise(8)
    casework.override_severity(
        case=judged, band="S4", reason="Gevaar.", by=person("noord@"), at=timezone.now()
    )
    merge(first, into=judged)
    assert judged.severity_band == "S4"


def test_with_itself_or_in_a_circle_is_refused() -> None:
    first, second = noise(4), noise(6)

    with pytest.raises(merging.CannotMerge, match="self"):
        merge(first, into=first)
    merge(second, into=first)
    with pytest.raises(NotNow):
        merge(first, into=second)
    with pytest.raises(NotNow):
        merge(second, into=first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=second.pk).update(merged_into=second)


def test_a_merged_case_that_is_merged_on_points_to_the_last() -> None:
    first, second, third = noise(4), noise(6), noise(8)

    merge(second, into=first)
    merge(first, into=third)

    second.refresh_from_db()
    assert second.merged_into == third and third.reports.count() == 3


def test_a_partner_at_work_bars_merging() -> None:
    shared = routed("DRU-GEB")
    with pytest.raises(merging.CannotMerge, match="partner"):
        merge(shared, into=noise(4))


def test_all_or_none() -> None:
    first, second, shared = noise(4), noise(6), routed("DRU-GEB")
    with pytest.raises(merging.CannotMerge):
        merge(second, shared, into=first)
    assert Case.objects.get(pk=second.pk).is_open and first.reports.count() == 1


def test_protected_and_ordinary_cases_come_together_only_by_whom_may() -> None:
    ordinary, restricted = noise(4), routed("AGR-HUIS", place=at_home(4))

    with pytest.raises(merging.CannotMerge, match="protected"):
        merge(restricted, into=ordinary)


def test_apart_again_everything_is_back_and_what_was_said_stays_readable() -> None:
    first, second = noise(4), noise(6)
    report = second.reports.get()
    merge(second, into=first)
    tell(first, "Tijdens-samen")
    dialogue.say(report=report, sort=Sort.COMPLAINT, text="Te traag.", at=timezone.now())

    merging.unmerge(case=second, reason="Toch anders.", by=person("noord2@"), at=timezone.now())
    tell(first, "Daarna-alleen-eerste")

    second.refresh_from_db()
    assert (second.status, second.merged_into, second.holder) == (
        Status.INVESTIGATION,
        None,
        person("noord2@"),
    )
    assert list(second.reports.all()) == [report] and first.reports.count() == 1
    about = dialogue.about(Sort.COMPLAINT, report)
    assert open_for(subject_kind="case", subject_id=second.pk).filter(about=about).exists()
    assert "Tijdens-samen" in read_by(report) and "Daarna-alleen-eerste" not in read_by(report)


def test_a_chain_comes_apart_link_by_link() -> None:
    first, second, third = noise(4), noise(6), noise(8)
    merge(second, into=first)
    merge(first, into=third)

    merging.unmerge(case=first, reason="", by=person("noord@"), at=timezone.now())

    second.refresh_from_db()
    assert second.merged_into == first
    assert Case.objects.get(pk=first.pk).reports.count() == 2 and third.reports.count() == 1


def test_splitting_makes_a_case_that_is_routed_anew() -> None:
    first, second = noise(4), noise(6)
    merge(second, into=first)
    report = Report.objects.get(moves__from_case=second)

    made = splitting.split(
        case=first, reports=[report], reason="Ander feest.", by=person("noord@"), at=timezone.now()
    )

    assert list(made.reports.all()) == [report] and first.reports.count() == 1
    order = RoutingOrder.objects.get(report=report, done_at=None)
    assert route_report(work_id=order.pk, at=timezone.now()) is not None
    for chosen in ([], [first.reports.get()], [report]):
        with pytest.raises(splitting.CannotSplit):
            splitting.split(case=first, reports=chosen, reason="", by=person("noord@"), at=timezone.now())


def test_who_is_kept_out_of_one_is_kept_out_of_what_it_becomes() -> None:
    first, second = noise(4), noise(6)
    conflicts.state(
        person=person("noord2@"),
        sort=Conflict.Sort.NEAR,
        case=second,
        by=person("noord2@"),
        at=timezone.now(),
    )

    merge(second, into=first)
    report = Report.objects.get(moves__from_case=second)
    made = splitting.split(case=first, reports=[report], reason="", by=person("noord@"), at=timezone.now())

    for case in (first, made):
        assert client_of("noord2@").get(reverse("case_page", args=[case.number])).status_code == 404
        assert client_of("noord@").get(reverse("case_page", args=[case.number])).status_code == 200


def test_people_their_talks_and_terms_go_along_and_come_back() -> None:
    first, second = noise(4), noise(6)
    Case.objects.filter(pk__in=[first.pk, second.pk]).update(status=Status.INVESTIGATION)
    party = people.accused(Case.objects.get(pk=second.pk))
    people.invite(party)

    merge(Case.objects.get(pk=second.pk), into=Case.objects.get(pk=first.pk))

    names = {Name.HEARING, Name.INFORM}
    party.refresh_from_db()
    second.refresh_from_db()
    assert party.case == first
    assert names <= set(open_for(subject_kind="case", subject_id=first.pk).values_list("name", flat=True))
    merging.unmerge(case=second, reason="", by=person("noord@"), at=timezone.now())
    party.refresh_from_db()
    assert party.case == second
    assert names <= set(open_for(subject_kind="case", subject_id=second.pk).values_list("name", flat=True))


def test_who_reported_under_their_own_work_address_stays_out_of_both_parts() -> None:
    own = Reporter(mode=Mode.NAMED, name="Collega", email=person("noord2@").email, home=home(6))
    first, second = noise(4), noise(6, reporter=own)

    merge(second, into=first)

    for case in (first, second):
        assert client_of("noord2@").get(reverse("case_page", args=[case.number])).status_code == 404


def test_a_conflict_of_the_place_goes_along_to_another_complex() -> None:
    first, second = noise(4), noise(6)
    other = Complex.objects.exclude(pk=first.complex_id).filter(team=first.team)[0]
    Case.objects.filter(pk=first.pk).update(complex=other, entrance=None)
    conflicts.state(
        person=person("noord2@"), sort=Conflict.Sort.LIVES, complex=second.complex, by=person("noord2@"),
        at=timezone.now(),
    )  # fmt: skip

    merge(second, into=Case.objects.get(pk=first.pk))

    assert client_of("noord2@").get(reverse("case_page", args=[first.number])).status_code == 404


def test_nobody_pulls_a_case_out_of_what_they_may_not_open() -> None:
    first, second = noise(4), noise(6)
    merge(second, into=first)
    Case.objects.filter(pk=first.pk).update(restricted=True)

    answer = client_of("noord@").post(reverse("case_unmerge", args=[second.number]), {"reason": "Toch niet."})

    assert answer.status_code == 404
    assert Case.objects.get(pk=second.pk).status == Status.MERGED


def test_what_is_merged_into_a_protected_case_is_protected() -> None:
    first, second, both = noise(4), noise(6), person("beschermd@")
    Case.objects.filter(pk=first.pk).update(restricted=True)

    merging.merge(
        cases=[second], into=Case.objects.get(pk=first.pk), reason="", message="", by=both, at=timezone.now()
    )

    assert client_of("noord@").get(reverse("case_page", args=[second.number])).status_code == 404


def test_of_what_went_on_elsewhere_nothing_is_taken_back() -> None:
    first, second = noise(4), noise(6)
    merge(second, into=first)
    report = Report.objects.get(moves__from_case=second)
    splitting.split(case=first, reports=[report], reason="", by=person("noord@"), at=timezone.now())

    answer = client_of("noord@").post(reverse("case_unmerge", args=[second.number]), {"reason": "Toch."})

    assert answer.status_code == 409 and "intussen ergens anders" in answer.content.decode()


def test_an_old_merge_says_nothing_of_a_new_one() -> None:
    first, second, third = noise(4), noise(6), noise(8)
    merge(second, into=first)
    merging.unmerge(case=second, reason="", by=person("noord@"), at=timezone.now())
    merge(Case.objects.get(pk=second.pk), into=third)
    merge(Case.objects.get(pk=first.pk), into=third)

    merging.unmerge(case=Case.objects.get(pk=first.pk), reason="", by=person("noord@"), at=timezone.now())

    second.refresh_from_db()
    assert second.merged_into == third


def test_a_tenant_in_both_keeps_what_was_told_and_asked() -> None:
    first, second = noise(4), noise(6)
    Case.objects.filter(pk__in=[first.pk, second.pk]).update(status=Status.INVESTIGATION)
    tenant = Resident.objects.first()
    here = people.row(Case.objects.get(pk=first.pk), timezone.now(), resident=tenant)
    there = people.row(Case.objects.get(pk=second.pk), timezone.now(), resident=tenant)
    rights.restrict(party=there, reason="Wil het niet.", by=person("noord@"), at=timezone.now())

    merge(Case.objects.get(pk=second.pk), into=Case.objects.get(pk=first.pk))

    assert {here.pk, there.pk} == set(first.parties.current().values_list("pk", flat=True))
    assert rights.use_is_restricted(first)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_two_merges_with_people_kept_out_never_wait_for_each_other() -> None:
    for _ in range(5):
        first, second = (
            Case.objects.get(pk=file("GEL-MUZ", place=at_home(4), consent=False).case_id) for _ in "ab"
        )
        for who, case in (("noord2@", first), ("teamleider@", second)):
            conflicts.state(
                person=person(who), sort=Conflict.Sort.NEAR, case=case, by=person(who), at=timezone.now()
            )

        failures = race(partial(merge, first, into=second), partial(merge, second, into=first))

        assert [type(one) for one in failures] == [NotNow]


def test_a_task_that_waits_goes_along() -> None:
    first, second = noise(4), noise(6)
    task = case_tasks.add(
        case=second, what="Bellen.", due_on=timezone.localdate(), owner=None, is_personal=False, by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip

    merge(second, into=first)
    task.refresh_from_db()
    case_tasks.finish(task=task, by=person("noord@"), at=timezone.now())

    assert not open_for(subject_kind="case", subject_id=first.pk).filter(name=Name.TASK).exists()


def test_a_partner_never_sees_a_reporter_who_came_in_after_the_release() -> None:
    """Filed earlier and by name, the merged report would otherwise be the one whose contact is shown."""
    earlier = file("GEL-MUZ", place=at_home(6), consent=False, at=timezone.now() - timedelta(days=2))
    other = Case.objects.get(pk=earlier.case_id)
    case = routed("GEL-MUZ", place=at_home(4), consent=True)
    shared = by_hand(case, "handhaving-lindestad")
    type(shared).objects.filter(pk=shared.pk).update(fields=["reporter"], ground=Ground.INTEREST)
    shared.refresh_from_db()
    before = disclose(referral=shared)

    merge(other, into=case)

    assert disclose(referral=type(shared).objects.get(pk=shared.pk)) == before


def test_a_report_moves_but_nothing_else_of_it_changes() -> None:
    case, other = noise(4), noise(6)
    report = case.reports.get()

    for changed in ({"story": "Anders."}, {"case": other, "story": "Anders."}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Report.objects.filter(pk=report.pk).update(**changed)
    assert Report.objects.filter(pk=report.pk).update(case=other) == 1


def test_six_are_merged_from_one_page_and_reads_are_scoped() -> None:
    into, others = noise(4), [noise(number, reporter=anonymous()) for number in (2, 6, 8, 10, 12, 14)]
    client = client_of("noord@")

    page = client.get(reverse("case_relatives", args=[into.number])).content.decode()
    assert all(other.number in page for other in others)
    assert "Dit lijkt één probleem" in page
    numbers = [other.number for other in others]
    beside = client.get(reverse("case_merge", args=[into.number]), {"zaak": numbers})
    assert beside.status_code == 200
    done = client.post(
        reverse("case_merge", args=[into.number]),
        {"zaak": numbers, "reason": "Eén feest.", "message": "Samen."},
    )

    assert done.status_code == 302
    assert into.reports.count() == 7


@pytest.mark.parametrize("number", ["Z-0000-0000", "", "{own}", "'; DROP", "\x00", "Z-" * 300])
def test_a_number_that_is_no_case_of_mine_is_said(number: str) -> None:
    case = noise(4)
    typed = case.number if number == "{own}" else number

    answer = client_of("noord@").get(reverse("case_merge", args=[case.number]), {"zaak": typed}, follow=True)

    if number == "\x00":
        assert answer.status_code == 400  # refused at the door
        return
    assert "niet gevonden" in answer.content.decode() or "deze zaak zelf" in answer.content.decode()


def test_a_case_out_of_scope_is_neither_suggested_nor_merged() -> None:
    case, hidden = noise(4), routed("AGR-HUIS", place=at_home(4))
    client = client_of("noord@")

    assert hidden.number not in client.get(reverse("case_relatives", args=[case.number])).content.decode()
    answer = client.post(
        reverse("case_merge", args=[case.number]), {"zaak": hidden.number, "reason": "x"}, follow=True
    )
    assert "niet gevonden" in answer.content.decode()
    assert Case.objects.get(pk=hidden.pk).is_open


def test_a_pattern_needs_several_people() -> None:
    case = noise(4)
    page = reverse("case_relatives", args=[case.number])
    assert "Dit lijkt één probleem" not in client_of("noord@").get(page).content.decode()

    for number in (6, 8):
        noise(number, reporter=anonymous())

    assert "3 melders uit hetzelfde portiek" in client_of("noord@").get(page).content.decode()


def race(*attempts: Any) -> list[Exception]:
    gate, failures = threading.Barrier(len(attempts)), []

    def run(attempt: Any) -> None:
        gate.wait()
        try:
            attempt()
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(one,)) for one in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_two_who_merge_into_each_other_make_no_circle() -> None:
    for _ in range(5):
        first, second = (
            Case.objects.get(pk=file("GEL-MUZ", place=at_home(4), consent=False).case_id) for _ in "ab"
        )

        failures = race(partial(merge, first, into=second), partial(merge, second, into=first))

        merged = Case.objects.filter(pk__in=[first.pk, second.pk], status=Status.MERGED)
        assert [type(one) for one in failures] == [NotNow]
        assert merged.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_a_reporter_who_writes_at_the_same_moment_is_never_left_in_the_merged_case() -> None:
    for number in range(5):
        first, second = (
            Case.objects.get(pk=file("GEL-MUZ", place=at_home(4), consent=False).case_id) for _ in "ab"
        )
        report, text = second.reports.get(), f"Tegelijk {number}"

        failures = race(
            partial(merge, second, into=first),
            partial(dialogue.say, report=report, sort=Sort.COMPLAINT, text=text, at=timezone.now()),
        )

        assert failures == []
        about = dialogue.about(Sort.COMPLAINT, report)
        assert open_for(subject_kind="case", subject_id=first.pk).filter(about=about).exists()
        assert text in read_by(report)


def urgent(number: int) -> Case:
    """Nobody looks at it yet; who is first on the roster was called."""
    case = noise(number)
    Case.objects.filter(pk=case.pk).update(urgency="U1")
    DutyAlert.objects.create(case=case, raised_at=timezone.now(), next_at=timezone.now())
    return case


def test_who_was_called_about_an_urgent_case_is_called_about_the_one_it_goes_on_in() -> None:
    quiet, case = noise(4), urgent(6)

    merge(case, into=quiet)

    alert = DutyAlert.objects.get()
    assert (alert.case, alert.over_at) == (quiet, None)
    assert on_call.call_next(work_id=alert.pk, at=timezone.now())
    alert.refresh_from_db()
    assert alert.over_at is None


def test_one_alert_is_enough_for_what_comes_together() -> None:
    first, second = urgent(4), urgent(6)

    merge(second, into=first)

    assert DutyAlert.objects.open().get().case == first
    assert DutyAlert.objects.exclude(over_at=None).get().case == second


def test_what_somebody_looks_at_already_calls_nobody_again() -> None:
    quiet, case = noise(4), urgent(6)
    on_call.acknowledge(alert=DutyAlert.objects.get(), by=person("noord@"), at=timezone.now())

    merge(case, into=quiet)

    assert not DutyAlert.objects.open().exists()


def test_an_urgent_part_that_nobody_holds_calls_the_duty() -> None:
    case = noise(4)
    merge(noise(6), into=case)
    Kind.objects.filter(pk="GEL-MUZ").update(urgency="U1")

    made = splitting.split(
        case=case,
        reports=[case.reports.first()],
        reason="Iets anders.",
        by=person("noord@"),
        at=timezone.now(),
    )

    assert DutyAlert.objects.get().case == made
