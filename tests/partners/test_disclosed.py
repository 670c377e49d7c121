"""What is left out of the fields themselves: earlier cases, names and diary lines that would say too much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from complexes.models import Home, Tenancy
from incidents.following import dialogue
from incidents.intake.filing import Reporter
from incidents.joining import merging
from incidents.models import Case, Conflict, Kind, Party, Report
from incidents.rules.answers import Mode
from partners.defaults.default_matrix import Field
from partners.disclosing.disclosure import Disclosure, disclose
from partners.models import Membership, Partner, Referral, SharedLine
from tests.incidents import parties as people
from tests.partners.partner_side import by_hand
from tests.world import at_home, days, file, filing, home, person, routed

pytestmark = pytest.mark.django_db
LONG_AGO = days(60)


@pytest.fixture
def case(association: None) -> Case:
    """About number 8."""
    case = routed("GEL-MUZ", place=at_home(6))
    Case.objects.filter(pk=case.pk).update(about_home=home(8))
    return Case.objects.get(pk=case.pk)


def told(case: Case, partner: str = "politie-noord", **changes: object) -> Disclosure:
    fields = {"fields": [Field.EARLIER, Field.ACCUSED, Field.HOME, Field.DIARY, Field.REPORTER], **changes}
    return disclose(referral=by_hand(case, partner, **fields))


def before(kind: str = "AGR-BED", **changes: object) -> Report:
    report = file(kind, place=at_home(8), at=timezone.now() - LONG_AGO, **changes)
    Case.objects.filter(pk=report.case_id).update(about_home=home(8))
    return report


def join(case: Case, into: Case) -> None:
    at = timezone.now() - timedelta(minutes=1)
    merging.merge(cases=[case], into=into, reason="Hetzelfde.", message="Samen.", by=person("noord@"), at=at)


# Earlier cases


def test_an_earlier_case_is_told_with_number_kind_day_and_outcome(case: Case) -> None:
    earlier = before().case
    Case.objects.filter(pk=earlier.pk).update(
        status="closed", closed_at=timezone.now() - days(20), close_reason="agreed"
    )

    (one,) = told(case).earlier

    assert (one.number, one.kind, one.outcome) == (
        earlier.number,
        "Bedreiging of intimidatie",
        "Er zijn afspraken gemaakt",
    )
    assert one.opened_on == timezone.localdate(earlier.opened_at)


def restricted(report: Report) -> None:
    Case.objects.filter(pk=report.case_id).update(restricted=True)


def never_shared(report: Report) -> None:
    Kind.objects.filter(pk=report.case.kind_id).update(share=Kind.Share.NONE)


def merged(report: Report) -> None:
    other = file("GEL-MUZ").case
    Case.objects.filter(pk=report.case_id).update(
        status="merged", merged_into=other, closed_at=timezone.now()
    )


def of_somebody_else(report: Report) -> None:
    Tenancy.objects.filter(home=home(8)).update(starts_on=timezone.localdate() - days(30))


def with_nobody_known_to_live_there(report: Report) -> None:
    Tenancy.objects.filter(home=home(8)).delete()


def only_kept(report: Report) -> None:
    people.row(report.case, timezone.now(), use_restricted_since=timezone.now())


def known_to_somebody_at_the_partner(report: Report) -> None:
    member = Membership.objects.filter(partner__code="politie-noord").earliest("pk").user
    Conflict.objects.create(
        case=report.case, person=member, sort="near", stated_by=member, stated_at=timezone.now()
    )


def about_another_home(report: Report) -> None:
    Case.objects.filter(pk=report.case_id).update(about_home=home(10))


@pytest.mark.parametrize(
    "changed",
    [
        restricted, never_shared, merged, of_somebody_else, with_nobody_known_to_live_there, only_kept,
        known_to_somebody_at_the_partner, about_another_home,
    ],
)  # fmt: skip
def test_an_earlier_case_is_not_told_when_it_is(case: Case, changed: Callable[[Report], None]) -> None:
    report = before()
    assert told(case).earlier
    Referral.objects.filter(case=case, partner__code="politie-noord").delete()

    changed(report)

    assert told(case).earlier == ()


def test_a_reporter_alone_who_gave_no_name_is_not_given_away_by_an_earlier_case(case: Case) -> None:
    one = replace(filing("GEL-MUZ").reporter, mode=Mode.CONFIDENTIAL)
    first = before(reporter=one)
    alone = told(case).earlier
    Referral.objects.filter(case=case, partner__code="politie-noord").delete()

    second = file("AGR-BED", place=at_home(8), reporter=Reporter(mode=Mode.ANONYMOUS))
    join(second.case, first.case)

    assert alone == ()
    assert [one.number for one in told(case).earlier] == [first.case.number]


def test_whoever_reported_about_the_own_home_is_not_given_away(case: Case) -> None:
    before(reporter=replace(filing("GEL-MUZ").reporter, home=home(8)))

    assert told(case).earlier == ()


def test_that_a_reporter_withdrew_is_not_told(case: Case) -> None:
    earlier = before().case
    Case.objects.filter(pk=earlier.pk).update(
        status="closed", closed_at=timezone.now(), close_reason="withdrawn"
    )

    assert [one.outcome for one in told(case).earlier] == ["Afgerond"]


def test_a_secret_address_has_no_past(case: Case) -> None:
    before()
    referral = by_hand(case, "politie-noord", fields=[Field.EARLIER])
    assert disclose(referral=referral).earlier

    Home.objects.filter(pk=home(8).pk).update(is_secret_address=True)

    again = Referral.objects.get(pk=referral.pk)
    assert disclose(referral=again).earlier == ()


# Whom it is about


def test_only_a_known_person_is_named_and_only_who_was_in_the_case_when_it_was_released(case: Case) -> None:
    people.accused(case)
    people.row(case, timezone.now(), sort=Party.Sort.GROUP, name="Jongeren")
    referral = by_hand(case, "politie-noord", fields=[Field.ACCUSED])
    people.row(case, timezone.now(), name="Later Gekomen")

    assert disclose(referral=referral).accused == ("Willem Overlaat",)


def test_whose_data_are_only_kept_is_not_named_any_more(case: Case) -> None:
    party = people.accused(case)
    referral = by_hand(case, "politie-noord", fields=[Field.ACCUSED])

    Party.objects.filter(pk=party.pk).update(use_restricted_since=timezone.now())

    assert disclose(referral=referral).accused == ()


def test_whoever_was_taken_off_the_case_is_not_named_any_more(case: Case) -> None:
    party = people.accused(case)
    referral = by_hand(case, "politie-noord", fields=[Field.ACCUSED])

    Party.objects.filter(pk=party.pk).update(ended_at=timezone.now(), ended_by=person("noord@"))

    assert disclose(referral=referral).accused == ()


# The diary


def shared_line(report: Report, referral: Referral, text: str = "Weer muziek") -> None:
    dialogue.say(report=report, sort="again", text=text, at=timezone.now())
    entry = report.case.timeline.filter(sort="again", text=text).get()
    SharedLine.objects.create(referral=referral, entry=entry, text=f"{text} [weggelaten]")


def test_a_line_is_told_as_it_was_kept_for_this_partner(case: Case) -> None:
    referral = by_hand(case, "politie-noord", fields=[Field.DIARY])
    Referral.objects.filter(pk=referral.pk).update(fields=[Field.DIARY])
    referral.fields = [Field.DIARY]
    shared_line(case.reports.get(), referral)

    (line,) = disclose(referral=referral).diary

    assert (line.text, line.on) == ("Weer muziek [weggelaten]", timezone.localdate())


def test_a_line_of_a_report_that_left_the_case_is_not_told_any_more(case: Case) -> None:
    other = file("GEL-MUZ", place=at_home(12))
    join(other.case, case)
    referral = by_hand(case, "politie-noord", fields=[Field.DIARY])
    referral.fields = [Field.DIARY]
    shared_line(Report.objects.get(pk=other.pk), referral)
    assert disclose(referral=referral).diary

    merging.unmerge(
        case=Case.objects.get(number=other.case.number),
        reason="Toch niet.",
        by=person("noord@"),
        at=timezone.now(),
    )

    assert disclose(referral=referral).diary == ()


# Consent


@pytest.mark.parametrize(
    ("ground", "consent", "named"),
    [
        ("consent", None, True), ("consent", True, True), ("consent", False, False), ("interest", True, True),
        ("interest", None, False),
    ],
)  # fmt: skip
def test_mediation_hears_who_reported_only_when_they_agreed(
    association: None, ground: str, consent: bool | None, named: bool
) -> None:
    case = file("AGR-BED", place=at_home(6), consent=consent).case
    partner = Partner.objects.get(code="buurtbemiddeling-lindestad")
    referral = Referral(
        case=case,
        partner=partner,
        mode="H",
        ground=ground,
        fields=[Field.REPORTER],
        released_by=person("noord@"),
    )

    assert (disclose(referral=referral).reporter is not None) == named


@pytest.mark.parametrize(("ground", "shown"), [("consent", True), ("interest", False)])
def test_mediation_hears_the_house_number_only_when_both_agreed(case: Case, ground: str, shown: bool) -> None:
    partner = Partner.objects.get(code="buurtbemiddeling-lindestad")
    referral = Referral(
        case=case, partner=partner, mode="H", ground=ground, fields=[Field.HOME], released_by=person("noord@")
    )

    assert (disclose(referral=referral).about_home is not None) == shown
