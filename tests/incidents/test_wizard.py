"""The whole way through the wizard, and the ways off it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Home
from incidents.models import Draft, Kind, Report, ReporterIdentity, RoutingOrder
from tests import world
from tests.incidents.tenant import ANSWERS, STEPS, begin, code_on, post, send, url, words, written_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def test_a_report_is_filed_as_it_was_told(client: Client) -> None:
    report = send(client)

    assert (report.kind_id, report.place_kind, report.mode) == ("GEL-MUZ", "home", "confidential")
    assert (report.complex, report.entrance) == (world.home(2).complex, world.home(2).entrance)
    assert (report.story, report.frequency, report.since) == (
        "Elke avond harde muziek tot twee uur.",
        "weekly",
        "1_3m",
    )
    assert (report.impact, report.day_part, report.child_involved) == (
        ["sleep", "afraid"],
        "evening",
        "unknown",
    )
    assert report.consent is None
    assert RoutingOrder.objects.filter(report=report).count() == 1


def test_who_reports_stands_apart_with_the_home(client: Client) -> None:
    identity = ReporterIdentity.objects.get(report=send(client))

    assert (identity.name, identity.phone, identity.email) == (
        "Aisha Bouzian",
        "06-00001234",
        "aisha@example.nl",
    )
    assert identity.home == world.home(2)


def test_somebody_who_lives_elsewhere_is_not_kept_as_living_there(client: Client) -> None:
    report = send(client, adres={"lives_here": "no"})

    assert ReporterIdentity.objects.get(report=report).home is None


def test_of_an_anonymous_reporter_nothing_is_kept_even_when_typed(client: Client) -> None:
    draft = written_until(client, "contact", contact={"mode": "anonymous", "consent": "yes"})
    kept = Draft.objects.get(pk=draft.pk).answers["contact"]

    client.post(url(draft, "controle"))

    report = Report.objects.get(draft=draft)
    assert (kept["name"], kept["phone"], kept["email"], kept["consent"]) == ("", "", "", None)
    assert (report.mode, report.consent) == ("anonymous", None)
    assert not ReporterIdentity.objects.filter(report=report).exists()


def test_consent_counts_only_by_name(client: Client) -> None:
    named = send(client, contact={"mode": "named", "consent": "yes"})
    confidential = send(client, contact={"mode": "confidential", "consent": "yes"})

    assert (named.consent, confidential.consent) == (True, None)


def test_by_name_the_consent_question_must_be_answered(client: Client) -> None:
    draft = written_until(client, "verhaal")

    page = post(client, draft, "contact", mode="named", consent="")

    assert "Kies of wij uw naam en nummer mogen geven." in words(page)


def test_the_consent_question_names_who_would_get_it_and_is_not_asked_without_need(client: Client) -> None:
    draft = written_until(client, "verhaal")
    mediation = words(client.get(url(draft, "contact")))
    place_only = written_until(client, "verhaal", soort={"kind": "VEI-DEUR"})

    assert "Mag buurtbemiddeling uw naam en nummer krijgen?" in mediation
    assert "uw naam en nummer krijgen" not in words(client.get(url(place_only, "contact")))


def test_a_shared_space_of_the_own_entrance_can_be_chosen(client: Client) -> None:
    stairs = world.in_stairwell(2)

    report = send(client, plek={"where": f"space-{stairs.space.pk}"})

    assert (report.place_kind, report.space, report.entrance) == ("space", stairs.space, stairs.entrance)


def test_a_space_of_another_entrance_is_not_offered(client: Client) -> None:
    other = world.in_stairwell(18).space
    draft = written_until(client, "adres")

    page = post(client, draft, "plek", where=f"space-{other.pk}")

    assert page.status_code == 200
    assert "Kies waar het gebeurt." in words(page)


def test_an_address_that_is_not_ours_can_be_told_in_words(client: Client) -> None:
    draft = written_until(client, "soort")
    client.post(url(draft, "adres"), {"postcode": "1234 ZZ", "number": "7", "not_in_list": "1"})
    asked = client.get(url(draft, "plek"))
    client.post(url(draft, "plek"), {"text": "Achter de winkel in Lindestad"})
    post(client, draft, "vragen")
    post(client, draft, "verhaal")
    post(client, draft, "contact")

    client.post(url(draft, "controle"))

    report = Report.objects.get(draft=draft)
    assert "1234 ZZ 7" in asked.content.decode()
    assert (report.place_kind, report.complex, report.place_text) == (
        "unknown",
        None,
        "Achter de winkel in Lindestad",
    )


@pytest.mark.parametrize("typed", ["9990AA", "9990aa", " 99 90 aA ", "9990-AA", "９９９０ＡＡ"])
def test_a_postcode_may_be_typed_in_any_way(client: Client, typed: str) -> None:
    draft = written_until(client, "soort")

    assert post(client, draft, "adres", postcode=typed).url == url(draft, "plek")


def test_danger_now_gives_the_number_first_and_filing_stays_possible(client: Client) -> None:
    draft = begin(client)

    to_call = client.post(url(draft, "gevaar"), {"danger": "yes"})
    page = client.get(to_call.url)
    on = client.post(to_call.url)

    assert to_call.url == url(draft, "bel-112")
    assert 'href="tel:112"' in page.content.decode()
    assert "Ik heb al gebeld. Ik wil het ook melden" in words(page)
    assert on.url == url(draft, "soort")


def test_danger_cannot_be_passed_by_going_on_to_the_next_address(client: Client) -> None:
    draft = begin(client)
    client.post(url(draft, "gevaar"), {"danger": "yes"})

    assert client.get(url(draft, "soort")).url == url(draft, "bel-112")


@pytest.mark.parametrize(("kind", "number"), [("ZRG-SUI", "113"), ("BUR-DIEV", "144")])
def test_a_closed_kind_shows_whom_to_call_and_no_form(client: Client, kind: str, number: str) -> None:
    draft = written_until(client, "soort", soort={"kind": kind})

    page = client.get(url(draft, "bellen"))
    forced = client.post(url(draft, "bellen"))

    assert f'href="tel:{number}"' in page.content.decode()
    assert "Ik wil het ook melden" not in words(page)
    assert forced.url == url(draft, "bellen")
    assert client.get(url(draft, "adres")).url == url(draft, "bellen")


def test_a_kind_of_somebody_elses_street_says_so_at_once(client: Client) -> None:
    draft = begin(client)
    post(client, draft, "gevaar")

    asked = post(client, draft, "soort", kind="OMG-OPR")

    assert asked.url == url(draft, "bellen")
    assert "De straat is van de gemeente" in words(client.get(asked.url))


@pytest.mark.parametrize("kind", ["AGR-HUIS", "ZRG-KIND"])
def test_violence_at_home_gives_the_call_page_then_own_facts_and_a_quick_way_out(
    client: Client, kind: str
) -> None:
    draft = written_until(client, "soort", soort={"kind": kind})
    call = client.get(url(draft, "bellen"))
    client.post(url(draft, "bellen"))
    for step in ("adres", "plek", "vragen"):
        post(client, draft, step)

    story = client.get(url(draft, "verhaal"))

    assert 'href="tel:08002000"' in call.content.decode()
    assert "Waar hebt u zelf last van?" in words(story)
    assert "Schrijf niets over de mensen om wie u zich zorgen maakt" in words(story)
    for page in (call, story):
        assert reverse("report_quit", args=[draft.pk]) in page.content.decode()
    assert Kind.objects.get(pk=kind).label_nl not in story.content.decode().partition("</title>")[0]


def test_an_ordinary_kind_has_no_quick_way_out(client: Client) -> None:
    draft = written_until(client, "vragen")

    assert reverse("report_quit", args=[draft.pk]) not in client.get(url(draft, "verhaal")).content.decode()


def test_a_quick_exit_deletes_what_was_written_and_sends_the_browser_away(client: Client) -> None:
    draft = written_until(client, "adres")

    gone = client.post(reverse("report_quit", args=[draft.pk]))

    assert '<meta http-equiv="refresh" content="0; url=https://www.startpagina.nl">' in gone.content.decode()
    assert gone["Clear-Site-Data"] == '"cache"'
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert client.get(url(draft, "adres")).status_code == 404


def test_a_stranger_cannot_quit_for_somebody_else(client: Client) -> None:
    draft = written_until(client, "adres")

    Client().post(reverse("report_quit", args=[draft.pk]))

    assert Draft.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("step", ["adres", "plek", "vragen", "verhaal", "contact", "controle"])
def test_a_page_whose_earlier_answers_are_missing_leads_to_the_first_of_those(
    client: Client, step: str
) -> None:
    draft = written_until(client, "gevaar")

    assert client.get(url(draft, step)).url == url(draft, "soort")
    assert client.post(url(draft, step), ANSWERS.get(step, {})).url == url(draft, "soort")


def test_an_unsent_report_has_no_receipt(client: Client) -> None:
    draft = written_until(client, "gevaar")

    page = client.get(reverse("report_receipt", args=[draft.pk]), follow=True)

    assert page.redirect_chain[-1][0] == url(draft, "soort")


def test_going_back_shows_what_was_answered(client: Client) -> None:
    draft = written_until(client, "contact")

    shown = {step: client.get(url(draft, step)).content.decode() for step in STEPS}

    assert 'value="GEL-MUZ" checked' in " ".join(shown["soort"].split())
    assert 'value="weekly" checked' in " ".join(shown["vragen"].split())
    assert "9990 aa" in shown["adres"]
    assert "Elke avond harde muziek" in shown["verhaal"]
    assert "Aisha Bouzian" in shown["contact"]


def test_every_step_says_in_the_title_where_one_is(client: Client) -> None:
    draft = written_until(client, "contact")

    for number, step in enumerate([*STEPS, "controle"], start=1):
        page = client.get(url(draft, step)).content.decode()
        assert f"<title>Stap {number} van 8: " in " ".join(page.split())
        assert f'<p class="portal-step">Stap {number} van 8</p>' in page


def test_a_change_returns_straight_to_the_check_page(client: Client) -> None:
    draft = written_until(client, "contact")

    assert post(client, draft, "verhaal", story="Toch anders").url == url(draft, "controle")
    assert "Toch anders" in words(client.get(url(draft, "controle")))


def test_the_check_page_can_change_every_answer(client: Client) -> None:
    draft = written_until(client, "contact")

    page = client.get(url(draft, "controle")).content.decode()

    for step in STEPS[1:]:
        assert f'href="{url(draft, step)}"' in page


def test_another_kind_drops_the_consent_and_the_call_that_went_with_it(client: Client) -> None:
    draft = written_until(client, "contact", contact={"mode": "named", "consent": "yes"})

    post(client, draft, "soort", kind="GEL-NACHT")
    post(client, draft, "vragen")
    back = post(client, draft, "soort", kind="GEL-MUZ")

    draft.refresh_from_db()
    assert draft.answers["contact"]["consent"] is None
    assert back.url == url(draft, "vragen")
    assert post(client, draft, "vragen").url == url(draft, "contact")


def test_another_kind_asks_its_own_questions(client: Client) -> None:
    draft = written_until(client, "contact")

    assert post(client, draft, "soort", kind="VUI-ALG").url == url(draft, "vragen")
    assert "Wat ligt er?" in words(client.get(url(draft, "vragen")))
    assert client.get(url(draft, "controle")).url == url(draft, "vragen")


def test_another_address_drops_the_place(client: Client) -> None:
    draft = written_until(client, "contact")

    assert post(client, draft, "adres", number="18").url == url(draft, "plek")


def test_a_kind_that_needs_care_asks_for_the_story_again(client: Client) -> None:
    draft = written_until(client, "contact", soort={"kind": "AGR-BED"})
    post(client, draft, "soort", kind="AGR-HUIS")

    after_call = client.post(url(draft, "bellen"))
    assert after_call.url == url(draft, "vragen")
    after_call = post(client, draft, "vragen")

    assert after_call.url == url(draft, "verhaal")
    assert "Elke avond harde muziek" in client.get(after_call.url).content.decode()


def test_a_kind_that_may_no_longer_be_reported_is_asked_again(client: Client) -> None:
    draft = written_until(client, "contact")
    Kind.objects.filter(pk="GEL-MUZ").update(active_to="2026-01-02")

    assert client.post(url(draft, "controle")).url == url(draft, "soort")
    assert not Report.objects.exists()


def test_a_home_that_is_gone_is_asked_again(client: Client) -> None:
    draft = written_until(client, "contact")
    world.home(2).delete()

    assert client.post(url(draft, "controle")).url == url(draft, "adres")


def test_words_of_danger_show_the_number_again_and_stop_nobody(client: Client) -> None:
    calm = written_until(client, "contact")
    danger = written_until(client, "contact", verhaal={"story": "Hij liep met een mes op de gang"})

    banner = "Is er nu gevaar? Wacht niet"
    assert banner in words(client.get(url(danger, "controle")))
    assert banner not in words(client.get(url(calm, "controle")))
    assert client.post(url(danger, "controle")).url == reverse("report_receipt", args=[danger.pk])


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("GEL-MUZ", ["hoort u van ons of wij het oppakken."]),
        ("GEL-NACHT", ["hoort u van ons.", "weet u of wij het oppakken."]),
    ],
)
def test_the_receipt_says_each_term_and_one_sentence_when_they_fall_together(
    client: Client, kind: str, said: list[str]
) -> None:
    draft = written_until(client, "contact", soort={"kind": kind})

    page = words(client.post(url(draft, "controle"), follow=True))

    assert page.count("Uiterlijk") == len(said)
    for one in said:
        assert one in page


def test_the_receipt_says_number_code_and_by_when(client: Client) -> None:
    draft = written_until(client, "contact")

    page = client.post(url(draft, "controle"), follow=True)

    report = Report.objects.get(draft=draft)
    assert report.number in words(page)
    assert code_on(page)
    assert "Uiterlijk" in words(page)
    assert "Alleen wij kennen uw naam." in words(page)
    assert page["Cache-Control"] == "no-store"


def test_a_sent_report_leads_every_step_to_its_receipt(client: Client) -> None:
    draft = written_until(client, "contact")
    client.post(url(draft, "controle"))

    for step in [*STEPS, "controle"]:
        receipt = reverse("report_receipt", args=[draft.pk])
        assert client.get(url(draft, step)).url == receipt
        assert client.post(url(draft, step), ANSWERS.get(step, {})).url == receipt
    assert Report.objects.count() == 1


@pytest.mark.parametrize("step", ["gevaar", "controle", "ontvangen"])
def test_somebody_elses_and_an_unknown_report_look_the_same(client: Client, step: str) -> None:
    draft = written_until(client, "contact")
    foreign = f"/melden/{draft.pk}/{step}/"
    unknown = f"/melden/{uuid4()}/{step}/"
    stranger = Client()

    answers = [stranger.get(foreign), stranger.get(unknown), client.get(unknown)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    for answer in answers:
        assert "Deze pagina is er niet meer" in words(answer)
        assert "Begin opnieuw" in words(answer)


@pytest.mark.parametrize("step", ["gevaar", "controle"])
def test_a_stranger_cannot_write_in_or_send_somebody_elses_report(client: Client, step: str) -> None:
    draft = written_until(client, "contact")

    refused = Client().post(url(draft, step), {"danger": "yes"})

    draft.refresh_from_db()
    assert refused.status_code == 404
    assert draft.answers["gevaar"] == {"danger": "no"}
    assert not Report.objects.exists()


def test_a_purged_report_says_so(client: Client) -> None:
    draft = written_until(client, "contact")
    Draft.objects.filter(pk=draft.pk).delete()

    assert client.post(url(draft, "controle")).status_code == 404


def test_a_started_report_is_offered_again_on_the_start_page(client: Client) -> None:
    draft = written_until(client, "gevaar")

    assert url(draft, "controle") in client.get("/").content.decode()
    assert "U was al met een melding begonnen" not in words(Client().get("/"))


def test_a_foreign_language_is_kept_with_the_report(client: Client) -> None:
    client.cookies["taal"] = "en"

    assert send(client).language == "en"


def test_over_the_limit_a_report_is_kept_and_marked(client: Client, settings: object) -> None:
    settings.REPORTS_PER_HOUR_PER_CLIENT = 2  # type: ignore[attr-defined]

    sent = [send(client) for _ in range(4)]

    assert [report.signs for report in sent] == [[], [], ["many"], ["many"]]
    assert [report.looks_automatic for report in sent] == [False, False, True, True]


def test_ten_times_over_the_limit_one_waits_and_nothing_is_lost(client: Client, settings: object) -> None:
    settings.REPORTS_PER_HOUR_PER_CLIENT = 1  # type: ignore[attr-defined]
    with time_machine.travel(world.NOON, tick=False) as clock:
        for _ in range(10):
            send(client)
            clock.shift(timedelta(seconds=1))
        draft = written_until(client, "contact")
        clock.move_to(world.NOON + timedelta(minutes=15))

        refused = client.post(url(draft, "controle"))

        draft.refresh_from_db()
        assert (refused.status_code, refused["Retry-After"]) == (429, str(45 * 60))
        assert "Uw melding is nog niet verstuurd" in words(refused)
        assert "Vanaf 13.00 uur kunt u het weer proberen." in words(refused)
        assert draft.answers["verhaal"]["story"]
        assert draft.changed_at == timezone.now()  # kept for a day from now
        assert Client().post(reverse("report_start"), REMOTE_ADDR="192.0.2.9").status_code == 302
        clock.shift(timedelta(minutes=46))
        client.post(url(draft, "controle"))
        assert Report.objects.get(draft=draft).signs == []


def test_others_at_another_address_notice_nothing(client: Client, settings: object) -> None:
    settings.REPORTS_PER_HOUR_PER_CLIENT = 0  # type: ignore[attr-defined]
    here = written_until(client, "contact")
    assert client.post(url(here, "controle")).status_code == 429
    settings.REPORTS_PER_HOUR_PER_CLIENT = 1  # type: ignore[attr-defined]
    send(client)
    draft = written_until(client, "contact")

    client.post(url(draft, "controle"), REMOTE_ADDR="192.0.2.9")

    assert Report.objects.get(draft=draft).signs == []


def test_a_quick_exit_leaves_nothing_of_what_this_browser_wrote_or_opened(client: Client) -> None:
    earlier, draft = written_until(client, "plek"), written_until(client, "adres")
    session = client.session
    session["reporter_report"] = "x"
    session.save()

    client.post(reverse("report_quit", args=[draft.pk]))

    assert not Draft.objects.filter(pk__in=[earlier.pk, draft.pk]).exists()
    assert "Ga verder waar u was" not in words(client.get(reverse("tenant_start")))
    assert "reporter_report" not in client.session


@pytest.mark.parametrize("typed", ["2A", "2 a", "2-A"])
def test_a_letter_belongs_to_the_house_number(client: Client, typed: str) -> None:
    Home.objects.filter(pk=world.home(2).pk).update(addition="A")
    draft = written_until(client, "soort")

    without = post(client, draft, "adres", number="2")
    with_it = post(client, draft, "adres", number=typed)

    assert "Op dit nummer kennen wij: A. Zet het erbij, bijvoorbeeld 12A." in words(without)
    assert with_it.url == url(draft, "plek")


def test_safe_ways_stand_folded_until_one_is_used_or_wrong(client: Client) -> None:
    draft = written_until(client, "verhaal")
    folded, open_ = '<details class="portal-details">', '<details class="portal-details" open>'

    assert folded in client.get(url(draft, "contact")).content.decode()
    for changes in ({"reach": ["no_call"], "minor": ""}, {"reach": ["x"]}, {"best_time": "x"}):
        assert open_ in post(client, draft, "contact", **changes).content.decode()


@pytest.mark.parametrize(("kind", "said"), [("GEL-MUZ", True), ("VEI-GRP", False)])
def test_who_complains_of_one_neighbour_hears_before_choosing_that_it_may_be_guessed(
    client: Client, kind: str, said: bool
) -> None:
    draft = written_until(client, "verhaal", soort={"kind": kind})

    page = words(client.get(url(draft, "contact")))

    assert ("De ander kan misschien raden dat u meldt." in page) is said


def test_the_check_page_leaves_out_what_was_not_asked(client: Client) -> None:
    draft = written_until(client, "contact")

    page = words(client.get(url(draft, "controle")))

    assert "Veilig bereiken" not in page  # offered, not used
    assert "Hielp dat?" not in page  # asked of who said yes
    assert "Wanneer voor het laatst?" not in page  # not of this kind
    assert page.count("Wijzig") == len(STEPS)  # each step but the danger page, and the photos
