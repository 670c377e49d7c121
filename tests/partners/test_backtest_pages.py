"""The pages of a backtest, as a functional administrator reads them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, Kind
from partners.backtesting import backtest_results, backtests
from partners.backtesting.backtest_counting import as_rows
from partners.models import Backtest, Partner, RoutingRule
from partners.rules import rule_sets
from safetyportal.audit.models import AuditEvent
from tests.partners.test_backtest import asked, done, drafted, very_different, work_off
from tests.world import at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


@pytest.fixture
def client() -> Client:
    signed_in = Client()
    signed_in.force_login(person("beheer@"))
    return signed_in


def page(client: Client, backtest: Backtest, asking: str = "") -> str:
    answer = client.get(reverse("backtest_page", args=[backtest.pk]) + asking)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_somebody_asks_for_the_last_twelve_months_and_reads_the_outcome(client: Client) -> None:
    file("DRU-GEB")
    draft = drafted(lambda made: made.rules.filter(slug="gebruik-slaper-s2").update(targets=[["WC", "A"]]))
    form = client.get(reverse("backtest_start")).content.decode()
    days = re.findall(r'type="date"[^>]*value="([0-9-]+)"|value="([0-9-]+)"[^>]*type="date"', form)
    today = timezone.localdate()

    answer = client.post(
        reverse("backtest_start"),
        {"rule_set": draft.pk, "from_day": str(today - timedelta(days=365)), "to_day": str(today)},
        follow=True,
    )
    work_off()

    made = Backtest.objects.get()
    said = page(client, made)
    assert [one or other for one, other in days] == [str(today - timedelta(days=365)), str(today)]
    assert "Voortgang" in answer.content.decode()
    assert "Meldingen vergeleken 1 Gaat ergens anders heen 1" in said
    consultants = Partner.objects.filter(type_code="WC").values_list("name", flat=True)
    assert [name for name in consultants if f"{name} 0 0 1 0 +1" in said]
    assert f"Set {draft.number} tegen set" in page_of_list(client)
    assert AuditEvent.objects.filter(action="backtest.start", object_id=str(made.pk)).exists()


def page_of_list(client: Client) -> str:
    return client.get(reverse("backtest_list")).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"to_day": "2150-01-01"}, "Kies vandaag of een eerdere dag."),
        ({"to_day": "2026-01-01", "from_day": "2026-02-01"}, "Kies een dag op of na de eerste dag."),
        ({"from_day": ""}, "Vul een dag in."),
        ({"from_day": "0001-01-01"}, "Dit jaar kan niet. Vul een dag in van 1900 tot en met 2199."),
        ({"rule_set": "999999"}, "Kies een set uit de lijst."),
    ],
)
def test_what_cannot_be_compared_is_said_at_the_field(
    client: Client, changes: dict[str, str], words: str
) -> None:
    draft = drafted()
    typed = {"rule_set": str(draft.pk), "from_day": "2026-01-01", "to_day": "2026-02-01"}

    answer = client.post(reverse("backtest_start"), typed | changes)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Backtest.objects.exists()


def test_a_set_that_is_being_tried_is_refused_and_can_be_stopped(client: Client) -> None:
    made = asked(drafted())
    typed = {"rule_set": made.rule_set_id, "from_day": "2026-01-01", "to_day": "2026-02-01"}

    refused = client.post(reverse("backtest_start"), typed)
    stopped = client.post(reverse("backtest_stop", args=[made.pk]), follow=True)

    assert refused.status_code == 409
    assert "Deze set wordt al getoetst" in refused.content.decode()
    assert "De terugtoets is gestopt" in stopped.content.decode()
    assert "Een medewerker stopte de terugtoets" in page(client, made)


def test_progress_is_told_and_the_page_refreshes_by_itself_for_who_asks(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backtests, "BATCH", 1)
    for _ in range(4):
        file("DRU-GEB")
    made = asked(drafted())
    before = page(client, made)
    backtests.go_on(work_id=made.pk, at=timezone.now())
    address = reverse("backtest_page", args=[made.pk])

    asked_for, unasked = client.get(f"{address}?vanzelf"), client.get(address)

    assert "nog niet begonnen" in before
    assert "25%" in page(client, made) and "meldingen per seconde" in page(client, made)
    assert (asked_for.get("Refresh"), unasked.get("Refresh")) == ("5", None)
    work_off()
    assert client.get(f"{address}?vanzelf").get("Refresh") is None


def test_a_backtest_from_before_the_last_change_says_so(client: Client) -> None:
    draft = drafted()
    made = done(draft)
    fresh = page(client, made)
    draft.rules.filter(slug="groep-s2").update(targets=[["WB", "A"]])

    assert "van vóór de laatste wijziging" not in fresh
    assert "van vóór de laatste wijziging" in page(client, made)


def test_protected_cases_are_one_line_in_which_small_numbers_tell_nothing(client: Client) -> None:
    file("DRU-GEB")
    for _ in range(3):
        file("AGR-HUIS", place=at_home(4))
    became = file("GEL-MUZ", place=at_home(4))
    Case.objects.filter(pk=became.case_id).update(restricted=True)

    said = page(client, done(drafted(very_different)))

    assert "minder dan 5 meldingen, waarvan er minder dan 5" in said
    assert Kind.objects.get(pk="AGR-HUIS").label_nl not in said
    assert "Muziek" not in said
    assert "Beschermde zaken " not in re.sub(
        "Beschermde zaken staan niet", "", said.partition("Per regel")[0]
    )
    assert "Beschermde zaken: alleen de eigen afdeling 0 0 alleen beschermde zaken: niet geteld" in said


@pytest.mark.parametrize(
    ("number", "words"), [(0, "minder dan 5"), (4, "minder dan 5"), (5, "ongeveer 5"), (7, "ongeveer 5"), (8, "ongeveer 10")]
)  # fmt: skip
def test_a_number_of_protected_cases_is_never_exact(number: int, words: str) -> None:
    assert backtest_results.roughly(number) == words


def test_rules_that_never_decide_and_those_that_do_not_work_are_named(client: Client) -> None:
    file("DRU-GEB")

    def change(draft: Any) -> None:
        draft.rules.filter(slug="gebruik-slaper-s2").update(bands=["S9"])
        RoutingRule.objects.create(
            rule_set=draft, slug="nooit", name="Nooit <b>", position=1, kinds=["DRU-GEB"], bands=["S4"], targets=[["WC", "A"]]
        )  # fmt: skip

    made = done(drafted(change))
    said = page(client, made)

    assert "Nooit &lt;b&gt; niet in deze set 0 besliste nooit" in said.replace("– ", "")
    assert "Gebruik of slaper in het gebouw, overlast 1 0 werkt niet" in said
    assert backtest_results.hits(made)["gebruik-slaper-s2"] == (1, 0)


def test_a_long_result_is_drawn_as_far_as_it_can_be_read_and_costs_few_statements(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    made = done(drafted())
    kinds = Kind.objects.values_list("pk", flat=True)
    made.result = as_rows(
        {("open", "kind", kind, what): 9 for kind in kinds for what in ("reports", "elsewhere")}
    )
    made.save()

    with django_assert_max_num_queries(15):
        answer = client.get(reverse("backtest_page", args=[made.pk]))

    drawn = answer.content.decode()
    assert drawn.count("portal-plot__solid") == 15
    assert f"Nog {len(kinds) - 15} staan alleen in de tabel." in drawn
    assert 'style="' not in drawn


def test_in_english_no_dutch_is_left(client: Client) -> None:
    file("DRU-GEB")
    made = done(drafted())
    client.post(reverse("set_language"), {"language": "en", "next": "/"})

    said = page(client, made)

    assert "Goes elsewhere" in said
    assert "Gaat ergens" not in said and "Uitkomst" not in said


def test_the_latest_of_a_set_is_the_last_that_was_completed() -> None:
    draft = drafted()
    first = done(draft)
    second = asked(draft)
    backtests.stop(backtest=second, by=person("beheer"), at=timezone.now())

    assert backtests.latest(draft) == first
    active = rule_sets.active()
    assert active is not None and backtests.latest(active) is None


def test_who_puts_a_draft_in_use_reads_what_its_last_backtest_found(client: Client) -> None:
    def activating() -> str:
        return " ".join(
            re.sub(r"<[^>]+>", " ", client.get(reverse("rules_activate")).content.decode()).split()
        )

    file("DRU-GEB")
    draft = drafted(lambda made: made.rules.filter(slug="gebruik-slaper-s2").update(targets=[["WC", "A"]]))
    untried = activating()
    done(draft)
    tried = activating()
    draft.rules.filter(slug="groep-s2").update(targets=[["WB", "A"]])

    assert "Dit concept is niet geprobeerd op meldingen van vroeger." in untried
    assert "Van 1 meldingen gaan er 1 ergens anders heen, en 0 nieuw naar triage." in tried
    assert "Na de terugtoets zijn regels veranderd." not in tried
    assert "Na de terugtoets zijn regels veranderd." in activating()
    assert "Terugtoetsen op eerdere meldingen" in client.get(reverse("rules_home")).content.decode()
