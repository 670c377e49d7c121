"""The register of covenants: who works in it, what is refused, the paper, the warning, and what an end does."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.covenants import covenant_alarms, covenant_register
from partners.models import Covenant, CovenantPaper, CutOff, Partner, Referral
from partners.models.referral_words import Ground, State
from partners.registers import covenants
from partners.registers.covenants import COVENANTS
from partners.tasks import warn_of_covenants
from safetyportal.audit.models import AuditEvent
from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from safetyportal.notices.models import Alarm
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import chosen
from tests.incidents.tenant import words
from tests.partners.partner_side import client_of, page_of
from tests.world import days, person, referral, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
WHY = "Afgesproken op 3 mei."
BOTH = pytest.mark.parametrize("email", ["privacy@", "beheer@"])


def today() -> date:
    return timezone.localdate()


def covenant_of(code: str) -> Covenant:
    return Covenant.objects.filter(partner__code=code).latest("ends_on")


def new(**changes: Any) -> dict[str, Any]:
    return {
        "partner": "buurtbemiddeling-vaartdorp", "sort": "covenant", "purpose": "Buren helpen", "data_types": ["minimum", "reporter"],
        "starts_on": today().isoformat(), "ends_on": (today() + days(365)).isoformat(), "document": "Kast 3",
        "contact": "privacy@bb.example.nl", "own_contact": "fg@delinde.example.nl", "reason": WHY,
    } | changes  # fmt: skip


def edit(client: Client, covenant: Covenant, /, **changes: Any) -> Any:
    code = str(covenant.pk)
    last = changing.last_change(section=COVENANTS, subject=code)
    data = changing.as_posted(COVENANTS.load(code) | changes) | {
        "version": str(last.version if last else 0),
        "reason": WHY,
    }
    path = reverse("settings_edit", args=["convenanten", code])
    answer = client.post(path, data)
    if answer.status_code == 200 and answer.context["sure"]:
        answer = client.post(path, data | {"sure": answer.context["sure"]})
    return answer


# Who


@BOTH
def test_privacy_officer_and_functional_administrator_keep_the_register(email: str) -> None:
    client = client_of(email)

    made = client.post(reverse("covenant_new"), new())
    covenant = covenant_of("buurtbemiddeling-vaartdorp")
    page = words(client.get(reverse("covenant_page", args=[covenant.pk])))

    assert made.status_code == 302 and made.url == reverse("covenant_page", args=[covenant.pk])
    for said in ("Buren helpen", "Naam en contact van de melder", "fg@delinde.example.nl", "Kast 3"):
        assert said in page
    assert edit(client, covenant, purpose="Buren weer laten praten").status_code == 302
    assert "Buren weer laten praten" in words(client.get(reverse("covenant_list")))
    assert client.get(reverse("settings_history", args=["convenanten", covenant.pk])).status_code == 200


@pytest.mark.parametrize("email", ["noord@", "teamleider@", "triage@", "systeem@", "beschermd@", "boa@"])
def test_nobody_else_sees_it(email: str) -> None:
    covenant, client = covenant_of("politie-noord"), client_of(email)

    asked = [
        client.get(reverse("covenant_list")),
        client.get(reverse("covenant_page", args=[covenant.pk])),
        client.post(reverse("covenant_new"), new()),
        client.post(reverse("covenant_add_paper", args=[covenant.pk])),
        client.get(reverse("settings_edit", args=["convenanten", covenant.pk])),
    ]

    assert {one.status_code for one in asked} == {403}


def test_the_privacy_officer_gets_no_other_settings_by_it() -> None:
    client = client_of("privacy@")

    assert client.get(reverse("settings_section", args=["termijnen"])).status_code == 404
    assert client.get(reverse("settings_section", args=["ketenpartners"])).status_code == 404


def test_a_new_form_is_empty_but_for_the_day_it_begins() -> None:
    form = client_of("privacy@").get(reverse("covenant_new"), {"partner": "politie-zuid"}).context["form"]

    filled = {name: value for name, value in form.initial.items() if value}
    assert filled == {"sort": "covenant", "partner": "politie-zuid", "starts_on": today().isoformat()}


# What is refused


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"partner": ""}, "Kies uit de lijst."),
        ({"purpose": " "}, "Schrijf waarvoor u gegevens deelt."),
        ({"data_types": []}, "Kies welke gegevens in de afspraak staan."),
        ({"data_types": ["story"]}, "Kies welke gegevens in de afspraak staan."),
        ({"data_types": ["summary"]}, "Kies ook ‘Zaaknummer, soort"),
        ({"ends_on": "2020-01-01"}, "Deze dag ligt voor de eerste dag."),
        ({"ends_on": "morgen"}, "Vul een dag in zoals 15-5-2027."),
        ({"reason": ""}, "Schrijf waarom u dit verandert."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(wrong: dict[str, Any], said: str) -> None:
    answer = client_of("privacy@").post(reverse("covenant_new"), new(**wrong))

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Kast 3" in answer.content.decode()
    assert not Covenant.objects.filter(partner__code="buurtbemiddeling-vaartdorp").exists()


def test_the_same_agreement_twice_in_one_time_is_refused_with_the_day_to_begin() -> None:
    client = client_of("privacy@")
    client.post(reverse("covenant_new"), new(starts_on="2027-01-01", ends_on="2027-12-31"))

    again = client.post(
        reverse("covenant_new"), new(starts_on="2027-06-01", ends_on="2028-12-31", purpose="BUREN HELPEN")
    )
    after = client.post(reverse("covenant_new"), new(starts_on="2028-01-01", ends_on="2028-12-31"))

    assert again.status_code == 422
    assert "Laat de nieuwe beginnen op 1 januari 2028" in words(again)
    assert after.status_code == 302


def test_another_purpose_beside_it_is_asked_first() -> None:
    client = client_of("privacy@")
    client.post(reverse("covenant_new"), new())

    asked = client.post(reverse("covenant_new"), new(purpose="Camera’s"))
    number = Covenant.objects.filter(partner__code="buurtbemiddeling-vaartdorp").count()
    kept = client.post(reverse("covenant_new"), new(purpose="Camera’s", sure=asked.context["sure"]))

    assert (asked.status_code, number, kept.status_code) == (200, 1, 302)
    assert "In deze dagen loopt ook: Buren helpen." in words(asked)


def test_a_covenant_does_not_move_to_another_partner() -> None:
    covenant = covenant_of("politie-noord")

    answer = edit(client_of("privacy@"), covenant, partner="politie-zuid")

    assert answer.status_code == 422 and "met een andere partner gemaakt" in words(answer)


def test_who_was_second_sees_what_the_first_did() -> None:
    covenant = covenant_of("politie-noord")
    path = reverse("settings_edit", args=["convenanten", covenant.pk])
    seen = changing.as_posted(COVENANTS.load(str(covenant.pk))) | {"version": "0", "reason": WHY}
    edit(client_of("privacy@"), covenant, document="Kast 1")

    answer = client_of("beheer@").post(path, seen | {"document": "Kast 2"})

    assert answer.status_code == 409 and 'value="Kast 2"' in answer.content.decode()
    assert covenant_of("politie-noord").document == "Kast 1"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"data_types": "minimum\nsummary"}, "Dit ziet de partner dan meteen niet meer"),
        ({"sort": "processing"}, "ziet de partner dan meteen niet meer"),
        ({"document": "Kast 9"}, ""),
    ],
)
def test_what_a_partner_loses_with_it_is_said_before(changes: dict[str, str], said: str) -> None:
    covenant = covenant_of("politie-noord")

    warned = covenants.warn(str(covenant.pk), COVENANTS.load(str(covenant.pk)) | changes)

    assert len(warned) == bool(said) and said in " ".join(warned)


def test_a_change_is_put_back() -> None:
    covenant, client = covenant_of("politie-noord"), client_of("privacy@")
    before = COVENANTS.load(str(covenant.pk))
    edit(client, covenant, purpose="Iets anders", data_types="minimum")

    made = Change.objects.get()
    client.post(reverse("settings_undo", args=[made.pk]), {"version": "1", "reason": "Toch niet."})

    assert COVENANTS.load(str(covenant.pk)) == before


def test_before_it_was_made_there_is_nothing_to_go_back_to() -> None:
    client = client_of("privacy@")
    client.post(reverse("covenant_new"), new())
    made = Change.objects.get(section="convenanten")
    undo = reverse("settings_undo", args=[made.pk])

    assert (
        undo
        not in client.get(reverse("settings_history", args=["convenanten", made.subject])).content.decode()
    )
    for answer in (
        client.get(undo, follow=True),
        client.post(undo, {"version": "1", "reason": "x"}, follow=True),
    ):
        assert "Dit is het begin: hiervoor was er niets." in words(answer)
    assert Change.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_six_who_make_the_same_at_once_one_does(committed_association: None) -> None:
    by, start, refused = person("privacy@"), threading.Barrier(6), []
    values = covenants.blank(partner="buurtbemiddeling-vaartdorp") | {
        "purpose": "Buren helpen", "data_types": "minimum", "ends_on": (today() + days(9)).isoformat(),
    }  # fmt: skip

    def act() -> None:
        start.wait()
        try:
            covenants.make(values=values, by=by, at=timezone.now(), reason=WHY)
        except changing.Refused as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    people = [threading.Thread(target=act) for _ in range(6)]
    for one in people:
        one.start()
    for one in people:
        one.join()

    assert Covenant.objects.filter(partner__code="buurtbemiddeling-vaartdorp").count() == 1
    assert len(refused) == 5


# What an end does


def test_ending_it_today_asks_first_how_many_cases_go_out_of_sight_and_then_they_do() -> None:
    found = referral(routed("DRU-GEB"), "BOA")
    partner, client = client_of("boa@"), client_of("privacy@")
    covenant = covenant_of("handhaving-lindestad")
    path = reverse("settings_edit", args=["convenanten", covenant.pk])
    values = COVENANTS.load(str(covenant.pk)) | {"ends_on": (today() - days(1)).isoformat()}

    asked = client.post(path, changing.as_posted(values) | {"version": "0", "reason": WHY})
    still = partner.get(page_of(found)).status_code
    edit(client, covenant, ends_on=values["ends_on"])

    assert "ziet dan meteen 1 zaak niet meer" in words(asked)
    assert (asked.status_code, still, partner.get(page_of(found)).status_code) == (200, 200, 404)
    assert CutOff.objects.now().get().referral == found  # at once, so that somebody chooses
    assert Referral.objects.get(pk=found.pk).state == State.RELEASED


@pytest.mark.parametrize(
    ("sort", "asks"), [(Covenant.Sort.PROCESSING, True), (Covenant.Sort.COVENANT, False)]
)
def test_what_goes_out_of_sight_beside_another_agreement_is_said_too(sort: Covenant.Sort, asks: bool) -> None:
    """Ground of a person is a covenant alone: a processing agreement beside it keeps nothing of that in sight."""
    covenant, found = covenant_of("handhaving-lindestad"), referral(routed("DRU-GEB"), "BOA")
    Referral.objects.filter(pk=found.pk).update(
        ground=Ground.COVENANT, mode="H", ground_text="Nodig.", released_by=person("noord@")
    )
    Covenant.objects.create(
        partner=covenant.partner, sort=sort, purpose="Toezicht", data_types=["minimum"],
        starts_on=today(), ends_on=today() + days(300),
    )  # fmt: skip
    path = reverse("settings_edit", args=["convenanten", covenant.pk])
    values = COVENANTS.load(str(covenant.pk)) | {"ends_on": (today() - days(1)).isoformat()}

    asked = client_of("privacy@").post(path, changing.as_posted(values) | {"version": "0", "reason": WHY})
    Covenant.objects.filter(pk=covenant.pk).update(ends_on=today() - days(1))

    assert ("ziet dan meteen 1 zaak niet meer" in words(asked)) is asks
    assert Referral.objects.within_reach(timezone.now()).filter(pk=found.pk).exists() is not asks


def test_a_new_covenant_lets_routing_share_at_once_again() -> None:
    Covenant.objects.update(ends_on=today() - days(1))
    client_of("privacy@").post(reverse("covenant_new"), new(partner="handhaving-lindestad"))

    assert referral(routed("DRU-GEB"), "BOA").state == State.RELEASED


def test_the_list_says_how_each_stands() -> None:
    Covenant.objects.all().delete()
    partner = Partner.objects.get(code="politie-noord")
    for name, begins, ends in (
        ("komt", 1, 100),
        ("geldt", -5, 61),
        ("eindigt", -5, 60),
        ("laatste dag", -5, 0),
        ("over", -5, -1),
    ):
        Covenant.objects.create(
            partner=partner, purpose=name, starts_on=today() + days(begins), ends_on=today() + days(ends)
        )

    lines = [
        *covenant_register.page(which="nu", after="", on=today()).lines,
        *covenant_register.page(which="afgelopen", after="", on=today()).lines,
    ]

    assert {one.covenant.purpose: one.standing for one in lines} == {
        "komt": "coming", "geldt": "valid", "eindigt": "ending", "laatste dag": "ending", "over": "ended",
    }  # fmt: skip


@pytest.mark.parametrize("which", ["nu", "afgelopen"])
def test_a_long_register_goes_on_page_by_page(which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covenant_register, "PAGE_SIZE", 3)
    if which == "afgelopen":
        Covenant.objects.update(starts_on=today() - days(99), ends_on=today() - days(1))
    client, url, seen = client_of("privacy@"), f"{reverse('covenant_list')}?lijst={which}", []
    while url:
        answer = client.get(url)
        seen += [line.covenant.pk for line in answer.context["lines"]]
        url = answer.context["next_url"]

    past = which == "afgelopen"
    wanted = (
        Covenant.objects.filter(ends_on__lt=today())
        if past
        else Covenant.objects.filter(ends_on__gte=today())
    )
    assert len(seen) == len(set(seen)) and set(seen) == set(wanted.values_list("pk", flat=True))


# The warning


def warned() -> list[str]:
    return list(Alarm.objects.filter(code="covenant_ends", cleared_at=None).values_list("detail", flat=True))


def test_sixty_days_ahead_there_is_one_warning_however_often_is_looked() -> None:
    covenant = covenant_of("gemeente-vaartdorp")
    Covenant.objects.filter(pk=covenant.pk).update(ends_on=today() + days(61))
    warn_of_covenants()
    before = warned()

    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        for _ in range(3):
            warn_of_covenants()

    assert before == []
    assert len(warned()) == 1 and warned()[0].startswith("Gemeente Vaartdorp, veiligheid en wijken, ")


@BOTH
def test_both_see_it_in_the_register_and_in_the_menu(email: str) -> None:
    covenant_alarms.look(at=timezone.now())

    page = client_of(email).get(reverse("covenant_list")).content.decode()

    assert "Gemeente Vaartdorp" in page.split("Convenant toevoegen")[0]
    assert '<span class="portal-count">1</span>' in page


def test_what_has_ended_says_so_and_does_not_stand_with_what_still_ends() -> None:
    covenant_alarms.look(at=timezone.now())
    ends = covenant_of("gemeente-vaartdorp").ends_on
    then = timezone.now() + (ends - today())

    with time_machine.travel(then, tick=False):
        covenant_alarms.look(at=timezone.now())
        last_day = words(client_of("privacy@").get(reverse("covenant_list")))
    with time_machine.travel(then + days(1), tick=False):
        covenant_alarms.look(at=timezone.now())
        over = client_of("privacy@").get(reverse("covenant_list"))
        alarms = words(client_of("beheer@").get(reverse("routing_overview")))

    assert "Afgelopen en niet verlengd" not in last_day
    page = words(over)
    ended = page.split("Afgelopen en niet verlengd")[1].split("Convenant toevoegen")[0]
    assert "Gemeente Vaartdorp" in ended.split("Loopt binnen 60 dagen af")[0] and "Nieuw convenant" in ended
    assert "Gemeente Vaartdorp" not in ended.partition("Loopt binnen 60 dagen af")[2]
    assert "Een convenant is afgelopen en niet verlengd" in alarms


@pytest.mark.parametrize(("email", "sees"), [("beheer@", True), ("teamleider@", False), ("systeem@", False)])
def test_among_the_alarms_of_the_portal_it_is_only_for_who_keeps_the_register(email: str, sees: bool) -> None:
    covenant_alarms.look(at=timezone.now())

    page = words(client_of(email).get(reverse("routing_overview")))

    assert ("Een convenant loopt binnen 60 dagen af" in page) is sees


def test_a_processing_agreement_is_no_renewal_of_a_covenant() -> None:
    old = covenant_of("gemeente-vaartdorp")
    Covenant.objects.create(
        partner=old.partner, sort=Covenant.Sort.PROCESSING, purpose="Werk", data_types=["minimum"],
        starts_on=today(), ends_on=today() + days(900),
    )  # fmt: skip

    warn_of_covenants()

    assert len(warned()) == 1


def test_what_is_renewed_is_warned_of_no_more() -> None:
    covenant_alarms.look(at=timezone.now())
    old, client = covenant_of("gemeente-vaartdorp"), client_of("privacy@")
    offered = client.get(reverse("covenant_new"), {"verleng": old.pk}).context["form"].initial

    answer = client.post(reverse("covenant_new"), offered | {"data_types": old.data_types, "reason": WHY})

    assert offered["starts_on"] == (old.ends_on + days(1)).isoformat()
    assert answer.status_code == 302
    assert warned() == []


def test_an_end_that_nobody_means_is_refused_and_nothing_is_kept() -> None:
    answer = client_of("privacy@").post(reverse("covenant_new"), new(ends_on="9999-12-31"))

    assert answer.status_code == 422
    assert "Vul een dag in van 1900 tot en met 2199." in words(answer)
    assert 'value="9999-12-31"' in answer.content.decode() and "Kast 3" in answer.content.decode()
    assert not Covenant.objects.filter(partner__code="buurtbemiddeling-vaartdorp", purpose="Buren helpen")


@pytest.mark.parametrize(
    ("first", "last"), [(date(2020, 1, 1), date.max), (date.min, date(2150, 1, 1)), (date.min, date.max)]
)
def test_one_kept_with_such_days_before_is_renewed_by_filling_in_the_days(first: date, last: date) -> None:
    old, client = covenant_of("gemeente-vaartdorp"), client_of("privacy@")
    Covenant.objects.filter(pk=old.pk).update(starts_on=first, ends_on=last)
    again = new(partner="gemeente-vaartdorp", purpose=old.purpose, sort=old.sort)

    offered = client.get(reverse("covenant_new"), {"verleng": old.pk})
    refused = client.post(reverse("covenant_new"), again)

    assert offered.status_code == 200 and offered.context["form"].initial["ends_on"] == ""
    assert refused.status_code == 422
    assert ("Verander eerst het einde van de oude." in words(refused)) is (last == date.max)
    for page in ("covenant_list", "processing_register"):
        assert client.get(reverse(page)).status_code == 200


def test_a_gap_of_a_day_is_no_renewal() -> None:
    covenant_alarms.look(at=timezone.now())
    old = covenant_of("gemeente-vaartdorp")
    begins = (old.ends_on + days(2)).isoformat()

    client_of("privacy@").post(
        reverse("covenant_new"),
        new(partner="gemeente-vaartdorp", starts_on=begins, ends_on=(old.ends_on + days(400)).isoformat()),
    )

    assert len(warned()) == 1


def test_what_was_seen_does_not_come_back_until_there_is_another_end() -> None:
    covenant_alarms.look(at=timezone.now())
    client, covenant = client_of("privacy@"), covenant_of("gemeente-vaartdorp")

    client.post(reverse("covenant_seen", args=[Alarm.objects.get(code="covenant_ends").pk]))
    covenant_alarms.look(at=timezone.now())
    seen = warned()
    edit(client, covenant, ends_on=(covenant.ends_on + days(10)).isoformat())

    assert seen == [] and len(warned()) == 1


def test_of_a_partner_that_stopped_nobody_is_warned() -> None:
    covenant_alarms.look(at=timezone.now())
    Partner.objects.filter(code="gemeente-vaartdorp").update(active_to=today() - days(1))

    covenant_alarms.look(at=timezone.now())

    assert warned() == []


# The paper


def add(client: Client, covenant: Covenant, body: bytes, name: str = "Jan Jansen.pdf") -> Any:
    return client.post(reverse("covenant_add_paper", args=[covenant.pk]), {"paper": chosen(body, name)})


@BOTH
def test_a_paper_is_kept_and_handed_out_again_with_a_line_in_the_log(email: str) -> None:
    covenant, client = covenant_of("politie-noord"), client_of(email)

    added = add(client, covenant, making.pdf())
    paper = CovenantPaper.objects.get()
    got = client.get(reverse("covenant_paper", args=[covenant.pk, paper.pk]))
    body = b"".join(got.streaming_content)

    assert added.status_code == 302
    assert body.startswith(b"%PDF") and len(body) == paper.size == int(got["Content-Length"])
    assert got["Content-Disposition"].startswith('attachment; filename="convenant-politie-noord-')
    assert "Jansen" not in got["Content-Disposition"]
    assert AuditEvent.objects.filter(action="covenant.read_paper", object_id=str(covenant.pk)).count() == 1
    assert AuditEvent.objects.filter(action="covenant.add_paper").count() == 1


def test_nothing_of_a_paper_can_be_read_in_the_database() -> None:
    add(client_of("privacy@"), covenant_of("politie-noord"), making.pdf())

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT data FROM partners_covenantpiece UNION ALL SELECT key::bytea FROM partners_covenantpaper"
        )
        rows = [bytes(row[0]) for row in cursor.fetchall()]

    assert rows and not [row for row in rows if b"PDF" in row or b"obj" in row]


@pytest.mark.parametrize("email", ["noord@", "teamleider@", "systeem@", "wijkagent-noord@"])
def test_nobody_else_opens_a_paper(email: str) -> None:
    covenant = covenant_of("politie-noord")
    add(client_of("privacy@"), covenant, making.pdf())

    answer = client_of(email).get(
        reverse("covenant_paper", args=[covenant.pk, CovenantPaper.objects.get().pk])
    )

    assert answer.status_code == 403


def test_a_paper_is_found_under_its_own_covenant_only() -> None:
    client = client_of("privacy@")
    add(client, covenant_of("politie-noord"), making.pdf())

    other = reverse("covenant_paper", args=[covenant_of("politie-zuid").pk, CovenantPaper.objects.get().pk])

    assert client.get(other).status_code == 404


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "Dit bestand is leeg."),
        (b"Zomaar wat.", "Kies een bestand dat op .pdf eindigt."),
        (b"%PDF-1.7\nnothing", "Deze pdf is beschadigd."),
        (b"%PDF-1.7\n" + b"x" * 10_000_001, "De pdf moet kleiner zijn dan 10 MB."),
    ],
    ids=["empty", "text", "broken", "large"],
)
def test_what_is_no_paper_is_refused_in_words(body: bytes, said: str) -> None:
    answer = add(client_of("privacy@"), covenant_of("politie-noord"), body)

    assert answer.status_code == 422
    assert said in words(answer)
    assert not CovenantPaper.objects.exists()


def test_a_photo_is_no_paper() -> None:
    answer = add(client_of("privacy@"), covenant_of("politie-noord"), making.jpeg(), "scan.pdf")

    assert answer.status_code == 422 and "eindigt" in words(answer)


def test_a_locked_paper_says_what_to_do() -> None:
    answer = add(client_of("privacy@"), covenant_of("politie-noord"), making.pdf(password="geheim"))

    assert answer.status_code == 422 and "wachtwoord" in words(answer)


def test_without_a_file_it_asks_for_one() -> None:
    covenant = covenant_of("politie-noord")

    answer = client_of("privacy@").post(reverse("covenant_add_paper", args=[covenant.pk]), {})

    assert answer.status_code == 422 and "Kies een pdf." in words(answer)
