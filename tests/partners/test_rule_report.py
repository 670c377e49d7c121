from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from incidents.models import Kind
from partners.models import Covenant, Membership, Partner, RoutingDecision, RoutingRule, RuleSet
from partners.rules import rule_alarms, rule_report, rule_sets
from partners.rules.rule_health import Code
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.notices.models import Alarm
from tests.partners.rule_side import add
from tests.ruling import rule_first, rules_become
from tests.world import NOON, person, routed

pytestmark = pytest.mark.django_db
NOISE = {"slug": "muziek", "name": "Muziek", "kinds": ["GEL-MUZ"], "targets": [["WC", "A"]]}


def in_use() -> RuleSet:
    found = rule_sets.active()
    assert found is not None
    return found


def report(slug: str = "muziek") -> rule_report.RuleHealth:
    return rule_report.report(rule_set=in_use(), at=timezone.now())[slug]


def codes(slug: str = "muziek") -> set[Code]:
    return {finding.code for finding in report(slug).findings}


def noise_goes(**content: Any) -> RoutingRule:
    return rule_first(**{**NOISE, "owner": person("beheer@"), **content})


def alarms() -> set[tuple[str, str]]:
    return set(Alarm.objects.filter(cleared_at=None).values_list("code", "subject"))


def of_noise(at: datetime | None = None) -> set[str]:
    rule_alarms.check_rules(at=at or timezone.now())
    return {code for code, subject in alarms() if subject == "muziek"}


def shown_to(email: str, page: str = "routing_overview") -> str:
    client = Client()
    client.force_login(person(email))
    return client.get(reverse(page)).content.decode()


def of_rules() -> set[tuple[str, str]]:
    rule_alarms.check_rules(at=timezone.now())
    return {(code, subject) for code, subject in alarms() if code in rule_alarms.RULE_CODES}


def test_the_rules_an_association_starts_with_are_well_when_its_covenants_are(association: None) -> None:
    bare = {("rule_covenant", "buren-s1"), ("rule_covenant", "buren-s2")}
    assert of_rules() == bare  # mediation in one town has none
    model = Covenant.objects.get(partner__code="buurtbemiddeling-lindestad")
    model.pk, model.partner = None, Partner.objects.get(code="buurtbemiddeling-vaartdorp")
    model.save()

    assert of_rules() == set()


def test_an_association_without_any_partner_yet_is_not_rung_about_its_rules(association: None) -> None:
    Covenant.objects.all().delete()
    Membership.objects.filter(partner__is_internal=False).delete()
    Partner.objects.filter(is_internal=False).delete()

    assert of_rules() == set()
    assert "Er is nog geen «Politie»" in shown_to("beheer@")


@pytest.mark.parametrize("page", ["routing_overview", "rules_home"])
def test_what_is_good_to_know_stands_on_the_pages(association: None, page: str) -> None:
    html = shown_to("beheer@", page)

    assert "Laat hem onderaan staan." in html
    assert html.count("regels hebben nog geen eigenaar") == 1
    assert "In Vaartdorp is er geen «Jongerenwerk»" in html
    assert "Met «Buurtbemiddeling» in Vaartdorp is er nu geen geldig convenant." in html


def test_a_rule_tells_when_it_last_fitted_through_all_sets(association: None) -> None:
    noise_goes()
    assert report().last_match is None
    routed("GEL-MUZ")
    when = RoutingDecision.objects.get().decided_at
    rules_become(lambda rules: rules.filter(slug="muziek").update(name="Muziek en bas"))

    assert report().last_match == when
    assert "Paste het laatst op" in shown_to("beheer@")


def test_a_rule_that_fitted_nothing_all_year_is_shown_and_alarmed(association: None) -> None:
    noise_goes()
    late = timezone.now() + timedelta(days=370)
    assert of_noise() == set()
    assert of_noise(late) == {Alarm.Code.RULE_UNUSED}

    with time_machine.travel(late, tick=False):
        page = shown_to("beheer@")

    assert "Een routeringsregel paste een jaar lang op geen enkele melding" in page
    assert "Deze regel paste de laatste 12 maanden op geen enkele melding." in page


def test_whoever_says_why_an_unused_rule_stays_is_left_alone_for_a_year(association: None) -> None:
    noise_goes()
    late = timezone.now() + timedelta(days=370)
    assert of_noise(late) == {Alarm.Code.RULE_UNUSED}

    looked = {"changed_at": late - timedelta(days=1), "changed_by": person("beheer@"), "note": "Zelden."}
    rules_become(lambda rules: rules.filter(slug="muziek").update(**looked))

    assert of_noise(late) == set()
    assert of_noise(late + timedelta(days=370)) == {Alarm.Code.RULE_UNUSED}


def test_one_that_fitted_within_the_year_is_not(association: None) -> None:
    noise_goes()
    routed("GEL-MUZ")
    RoutingDecision.objects.update(decided_at=timezone.now() + timedelta(days=300))

    late = timezone.now() + timedelta(days=370)

    found = rule_report.report(rule_set=in_use(), at=late)["muziek"]
    assert Code.UNUSED not in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    "leave",
    [
        lambda owner: User.objects.filter(pk=owner.pk).update(is_active=False),
        lambda owner: RoleGrant.objects.filter(user=owner).delete(),
    ],
)
def test_an_owner_who_left_is_told_until_there_is_another(association: None, leave: Any) -> None:
    noise_goes(owner=person("teamleider@"))
    assert of_noise() == set()

    leave(person("teamleider@"))
    assert of_noise() == {Alarm.Code.RULE_OWNER}

    rules_become(lambda rules: rules.filter(slug="muziek").update(owner=person("beheer@")))
    assert of_noise() == set()


def test_a_rule_that_somebody_made_needs_an_owner(association: None) -> None:
    noise_goes(owner=None, changed_at=NOON, changed_by=person("beheer@"))

    assert of_noise() == {Alarm.Code.RULE_OWNER}


def test_a_type_without_an_active_partner_is_told(association: None) -> None:
    noise_goes(targets=[["WC", "A"], ["POL", "H"]])
    assert of_noise() == set()

    Partner.objects.filter(type_code="POL").update(active_to=timezone.localdate() - timedelta(days=1))
    assert of_noise() == {Alarm.Code.RULE_PARTNER}

    Partner.objects.filter(type_code="POL").update(active_to=None)
    assert of_noise() == set()


def test_a_type_that_is_nowhere_in_the_place_of_the_rule_is_told(association: None) -> None:
    noise_goes(targets=[["JON", "M"]], municipality="Vaartdorp")
    assert of_noise() == {Alarm.Code.RULE_PARTNER}

    rules_become(lambda rules: rules.filter(slug="muziek").update(municipality="Lindestad"))
    assert of_noise() == set()


@pytest.mark.parametrize(("mode", "told"), [("M", True), ("T", True), ("H", False)])
def test_a_mode_that_needs_a_covenant_is_told_when_nobody_has_one(
    association: None, mode: str, told: bool
) -> None:
    noise_goes(kinds=["DRU-GEB"], targets=[["JON", mode]])
    assert Code.COVENANT not in codes()

    Covenant.objects.filter(partner__type_code="JON").delete()

    assert (Code.COVENANT in codes()) is told
    assert (Alarm.Code.RULE_COVENANT in of_noise()) is told


def test_the_floor_of_a_kind_may_ask_for_the_covenant(association: None) -> None:
    Kind.objects.filter(pk="VUI-ALG").update(share="M")
    noise_goes(kinds=["VUI-ALG"], targets=[["JON", "A"]])
    Covenant.objects.filter(partner__type_code="JON").delete()

    assert Code.COVENANT in codes()


def test_a_question_that_is_asked_no_more_is_told(association: None) -> None:
    questions = Kind.objects.get(pk="GEL-MUZ").questions
    assert questions is not None
    asked = questions.questions.exclude(sort="line").first()
    assert asked is not None
    noise_goes(question_key=asked.key, answer_value=asked.choices[0][0])
    assert of_noise() == set()

    rules_become(lambda rules: rules.filter(slug="muziek").update(answer_value="99"))

    assert of_noise() == {Alarm.Code.RULE_UNKNOWN}


def test_a_rule_for_which_no_report_can_come_is_told(association: None) -> None:
    noise_goes(valid_to=timezone.localdate() - timedelta(days=1))
    assert of_noise() == {Alarm.Code.RULE_NEVER}

    rules_become(lambda rules: rules.filter(slug="muziek").update(valid_to=None))
    assert of_noise() == set()


def test_a_rule_that_takes_all_and_does_not_stand_last_is_told(association: None) -> None:
    noise_goes(kinds=[])
    assert of_noise() == {Alarm.Code.RULE_CATCHES_ALL}

    rules_become(lambda rules: rules.filter(slug="muziek").update(kinds=["GEL-MUZ"]))
    assert of_noise() == set()


def test_a_rule_that_is_out_of_reach_is_told_once(association: None) -> None:
    noise_goes(position=1)
    rule_first(**{**NOISE, "slug": "geluid", "name": "Geluid", "kinds": ["GEL"], "owner": person("beheer@")})

    assert of_noise() == of_noise() == {Alarm.Code.RULE_SHADOWED}
    assert Alarm.objects.filter(subject="muziek").count() == 1


@pytest.mark.parametrize(("left", "told"), [(30, True), (31, False)])
def test_a_rule_that_ends_within_thirty_days_is_told(association: None, left: int, told: bool) -> None:
    noise_goes(valid_to=timezone.localdate() + timedelta(days=left))

    assert (of_noise() == {Alarm.Code.RULE_ENDS}) is told


def test_a_draft_gives_no_alarm(association: None) -> None:
    draft = rule_sets.start_draft(by=person("beheer@"), at=timezone.now())
    RoutingRule.objects.create(rule_set=draft, position=0, **{**NOISE, "kinds": ["WEG-WEG"]})

    assert of_noise() == set()
    found = rule_report.report(rule_set=draft, at=timezone.now())["muziek"]
    assert Code.UNKNOWN in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("email", "sees"), [("beheer@", True), ("teamleider@", True), ("triage@", False), ("systeem@", False)]
)
def test_it_is_for_the_owner_and_the_functional_administrators(
    association: None, email: str, sees: bool
) -> None:
    noise_goes(kinds=["WEG-WEG"], owner=person("teamleider@"))
    rule_alarms.check_rules(at=timezone.now())

    page = shown_to(email)

    assert ("Een routeringsregel noemt iets dat niet meer bestaat" in page) is sees
    assert "Soort WEG-WEG bestaat niet meer" in page


def test_what_clears_itself_is_not_put_aside_by_hand(association: None) -> None:
    noise_goes(kinds=["WEG-WEG"], owner=person("teamleider@"))
    rule_alarms.check_rules(at=timezone.now())
    alarm = Alarm.objects.get(subject="muziek")
    client = Client()
    client.force_login(person("teamleider@"))

    assert client.post(reverse("alarm_clear", args=[alarm.pk])).status_code == 404
    assert (
        reverse("alarm_clear", args=[alarm.pk])
        not in client.get(reverse("routing_overview")).content.decode()
    )


def test_the_report_takes_as_many_statements_however_much_was_routed(association: None) -> None:
    noise_goes()
    with CaptureQueriesContext(
        connection,
    ) as before:
        rule_report.report(rule_set=in_use(), at=timezone.now())
    routed("GEL-MUZ")
    routed("DRU-GEB")
    rules_become(lambda rules: None)

    with CaptureQueriesContext(connection) as after:
        rule_report.report(rule_set=in_use(), at=timezone.now())

    assert len(after) == len(before) <= 10


def test_the_last_match_is_found_in_the_index(association: None) -> None:
    noise_goes()
    with CaptureQueriesContext(connection) as asked:
        rule_report.report(rule_set=in_use(), at=timezone.now())
    statement = next(one["sql"] for one in asked if "decided_at" in one["sql"])

    with connection.cursor() as cursor:
        # Of an empty table all ways cost the same; this leaves the one that finds the last without sorting.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        cursor.execute("EXPLAIN " + statement.replace("%", "%%"))
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "decision_of_rule" in plan


@pytest.mark.usefixtures("association")
def test_a_rule_kept_to_the_last_day_there_is_stops_no_page() -> None:
    add(name="Voor altijd", valid_to=date.max)

    for name in ("rules_home", "rules_draft", "rules_activate", "rule_new"):
        assert shown_to("beheer@", name)
