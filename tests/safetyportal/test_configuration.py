"""What an association sets itself: felt at once, refused when it cannot be, never on top of somebody else's, and back again."""

from __future__ import annotations

import re
import threading
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, Kind
from incidents.staffing.team_settings import NEW
from safetyportal.audit.models import AuditEvent
from safetyportal.clock import office
from safetyportal.clock.calendar import is_working_day
from safetyportal.clock.deadlines import Name, due_for, open_for
from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from safetyportal.configuration.sections import ALL, SECTIONS
from safetyportal.texts import contrast
from tests.partners.partner_side import client_of
from tests.world import NOON, at_home, file, person

pytestmark = pytest.mark.django_db
KIND = "gel-muz"


def posted(name: str, code: str = ALL, /, **changes: Any) -> dict[str, str]:
    """The form as it stands, with changes, as a browser sends it."""
    last = changing.last_change(section=SECTIONS[name], subject=code)
    values = SECTIONS[name].load(code) | changes
    return changing.as_posted(values) | {
        "version": str(last.version if last else 0),
        "reason": "Zo hoort het.",
    }


def put(client: Client, name: str, code: str = ALL, /, **changes: Any) -> Any:
    return client.post(reverse("settings_edit", args=[name, code]), posted(name, code, **changes))


@pytest.fixture
def admin(association: None) -> Client:
    return client_of("beheer@")


# Felt


def test_another_term_counts_for_the_next_report(admin: Client) -> None:
    before = _first_contact(file("GEL-MUZ", place=at_home(2)).case)

    put(admin, "termijnen", first_contact_u3=9, first_contact_u4=12)

    after = _first_contact(file("GEL-MUZ", place=at_home(4)).case)
    page = client_of("noord@").get(reverse("staff_inbox")).content.decode()
    assert after > before
    assert "Contact binnen 9 werkdagen" in page


def test_a_closed_day_is_no_working_day(admin: Client) -> None:
    put(admin, "openingstijden", closed="15-5-2028 brugdag\n3-1-2028 studiedag", liberation_day=True)

    assert not is_working_day(date(2028, 5, 15))
    assert not is_working_day(date(2028, 5, 5))
    assert SECTIONS["openingstijden"].load(ALL)["closed"] == "2028-01-03 studiedag\n2028-05-15 brugdag"


def test_another_process_feels_it_when_what_it_keeps_is_old(admin: Client) -> None:
    kept = office.current()
    put(admin, "termijnen", decide=6)

    office.keep(kept)
    stale = office.current().decide
    office.forget()

    assert (stale, office.current().decide) == (5, 6)


def test_a_kind_that_is_switched_off_is_gone_for_tenants_and_stays_where_it_was(admin: Client) -> None:
    case = file("GEL-MUZ", place=at_home(2)).case

    put(admin, "soorten", KIND, active=False)

    assert not Kind.objects.for_tenants(timezone.localdate()).filter(pk="GEL-MUZ").exists()
    assert Case.objects.get(pk=case.pk).kind_id == "GEL-MUZ"


def test_name_and_number_stand_on_every_page(admin: Client) -> None:
    put(admin, "corporatie", name="Woonstichting De Wilg", phone="085 111 22 33")

    page = Client().get("/").content.decode()

    assert "Woonstichting De Wilg" in page
    assert "085 111 22 33" in page


def test_own_colours_come_after_the_delivered_ones(admin: Client) -> None:
    delivered = Client().get("/").content.decode()

    put(admin, "kleuren", tenant="#7a1f5c")

    page = Client().get("/").content.decode()
    address = re.search(r'href="(/huisstijl-\d+\.css)"', page)
    assert "huisstijl" not in delivered
    assert address
    style = Client().get(address[1])
    assert style.headers["Content-Type"].startswith("text/css")
    assert "--basis-color-tenant: #7a1f5c;" in style.content.decode()
    assert page.index("tokens.css") < page.index(address[1])
    assert "max-age" in style.headers["Cache-Control"]


def test_loading_the_delivered_kinds_again_keeps_what_was_changed(admin: Client) -> None:
    put(admin, "soorten", KIND, label_nl="Lawaai", urgency="U2")
    Kind.objects.filter(pk="GEL-MUZ").update(nature=0.1)

    call_command("load_defaults")

    kind = Kind.objects.get(pk="GEL-MUZ")
    assert (kind.label_nl, kind.urgency, kind.nature) == ("Lawaai", "U2", 0.5)


def test_a_kind_that_was_renamed_gets_better_words_and_own_words_stay(admin: Client) -> None:
    put(admin, "soorten", KIND, label_nl="Lawaai", words_nl="kroelen")
    put(admin, "soorten", "bur-dier", label_nl="Beesten")
    delivered = Kind.objects.get(pk="BUR-DIER").words_nl
    Kind.objects.update(words_nl="van een oudere versie", words_en="of an older version")
    Kind.objects.filter(pk="GEL-MUZ").update(words_nl="kroelen")

    call_command("load_defaults")

    noise, pets = Kind.objects.get(pk="GEL-MUZ"), Kind.objects.get(pk="BUR-DIER")
    assert (noise.label_nl, noise.words_nl) == ("Lawaai", "kroelen")
    assert (pets.label_nl, pets.words_nl) == ("Beesten", delivered)
    assert "of an older version" not in (noise.words_en, pets.words_en)


# Refused


@pytest.mark.parametrize(
    ("name", "code", "changes", "said"),
    [
        ("kleuren", ALL, {"tenant": "#ffd54a"}, "het contrast is 1,3"),
        ("kleuren", ALL, {"link": "rood"}, "Schrijf de kleur als #1d5c42."),
        ("kleuren", ALL, {"staff": "#26323d;}body{display:none"}, "Schrijf de kleur als #1d5c42."),
        ("termijnen", ALL, {"decide": -1}, "Minstens 1 werkdag."),
        ("termijnen", ALL, {"decide": "vijf"}, "heel aantal"),
        ("termijnen", ALL, {"first_contact_u1": 30}, "niet eerder contact"),
        ("openingstijden", ALL, {"closed": "15-5-2028\n15-5-2028"}, "twee keer"),
        ("openingstijden", ALL, {"closed": "31-2-2028 nergens"}, "Dit lukt niet: 31-2-2028 nergens"),
        ("openingstijden", ALL, {"opens": "25:00"}, "Schrijf de tijd als 8:30."),
        ("openingstijden", ALL, {"closes": "07:00"}, "sluit na de opening"),
        ("soorten", "agr-bed", {"share": "A"}, "Losser dan"),
        ("soorten", "agr-huis", {"restricted": False}, "altijd een beschermde zaak"),
        ("soorten", "zrg-sui", {"call_line": ""}, "moet een nummer staan"),
        ("soorten", KIND, {"label_nl": ""}, "Vul de naam in."),
        ("soorten", KIND, {"label_nl": "a\u202eb"}, "teken in uw tekst"),
        ("corporatie", ALL, {"phone": "bel ons"}, "telefoonnummer met cijfers"),
        ("corporatie", ALL, {"email": "geen adres"}, "naam@voorbeeld.nl"),
        ("corporatie", ALL, {"name": "x" * 121}, "te lang"),
        ("nummers", "municipality", {"active": True}, "telefoonnummer met cijfers"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    admin: Client, name: str, code: str, changes: dict[str, Any], said: str
) -> None:
    before = SECTIONS[name].load(code)

    answer = put(admin, name, code, **changes)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert SECTIONS[name].load(code) == before
    assert not Change.objects.exists()


def test_what_was_typed_comes_back(admin: Client) -> None:
    answer = put(admin, "soorten", "agr-bed", share="A", label_nl="Bang gemaakt <script>")

    assert "Bang gemaakt &lt;script&gt;" in answer.content.decode()


@pytest.mark.parametrize("path", ["nergens/alles", "soorten/gel-xxx", "nummers/geen", "kleuren/rood"])
def test_what_is_no_setting_is_not_there(admin: Client, path: str) -> None:
    name, code = path.split("/")

    assert admin.get(reverse("settings_edit", args=[name, code])).status_code == 404


@pytest.mark.parametrize("email", ["noord@", "teamleider@", "systeem@", "boa@"])
def test_only_functional_administrators_change_settings(association: None, email: str) -> None:
    client = client_of(email)

    assert client.get(reverse("settings_home")).status_code == 403
    assert (
        client.post(reverse("settings_edit", args=["kleuren", ALL]), {"tenant": "#000000"}).status_code == 403
    )


def test_contrast_is_counted_as_wcag_does() -> None:
    assert round(contrast.ratio("#000000", "#ffffff"), 2) == 21
    assert round(contrast.ratio("#777777", "#ffffff"), 2) == 4.48
    assert contrast.ratio("#1d5c42", "#1d5c42") == 1


# Two at once, and back


def test_of_two_administrators_the_second_sees_what_the_first_did(admin: Client) -> None:
    mine = posted("soorten", KIND, label_nl="Muziek")
    theirs = posted("soorten", KIND, urgency="U2")
    address = reverse("settings_edit", args=["soorten", KIND])
    admin.post(address, theirs)

    late = admin.post(address, mine)
    page = late.content.decode()
    again = admin.post(address, mine | {"version": "1"})

    assert late.status_code == 409
    assert 'value="Muziek"' in page
    assert "veranderde dit net ook" in page and "Hoe dringend" in page
    assert again.status_code == 302
    assert Kind.objects.get(pk="GEL-MUZ").label_nl == "Muziek"


def test_a_change_is_undone_and_the_undoing_too(admin: Client) -> None:
    before = SECTIONS["soorten"].load(KIND)
    put(admin, "soorten", KIND, label_nl="Lawaai", active=False)
    changed = SECTIONS["soorten"].load(KIND)

    first = Change.objects.get(version=1)
    shown = admin.get(reverse("settings_undo", args=[first.pk])).content.decode()
    admin.post(reverse("settings_undo", args=[first.pk]), {"version": "1", "reason": "Terug."})
    undone = SECTIONS["soorten"].load(KIND)
    admin.post(
        reverse("settings_undo", args=[Change.objects.get(version=2).pk]),
        {"version": "2", "reason": "Terug."},
    )

    assert "Lawaai" in shown and "Harde muziek" in shown
    assert undone == before
    assert SECTIONS["soorten"].load(KIND) == changed
    assert [one.undoes_id for one in Change.objects.order_by("version")] == [None, first.pk, first.pk + 1]


def test_putting_back_looks_whether_somebody_was_in_between(admin: Client) -> None:
    put(admin, "soorten", KIND, label_nl="Lawaai")
    first = Change.objects.get()
    put(admin, "soorten", KIND, label_nl="Herrie")

    late = admin.post(reverse("settings_undo", args=[first.pk]), {"version": "1", "reason": "Terug."})

    assert late.status_code == 409
    assert Kind.objects.get(pk="GEL-MUZ").label_nl == "Herrie"


def test_the_history_says_who_did_what(admin: Client) -> None:
    put(admin, "termijnen", decide=7)

    page = admin.get(reverse("settings_history", args=["termijnen", ALL])).content.decode()

    assert "Karima Lahmidi" in page
    assert "Besluit of wij de zaak oppakken" in page
    assert AuditEvent.objects.filter(action="settings.change", actor=person("beheer@")).count() == 1


def test_saving_without_a_change_leaves_no_trace(admin: Client) -> None:
    put(admin, "termijnen")

    assert not Change.objects.exists()


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_every_setting_can_be_opened_and_kept_as_it_is(admin: Client, name: str) -> None:
    for subject in SECTIONS[name].subjects():
        if subject.code == NEW:
            continue  # has no name until somebody gives it one
        assert admin.get(reverse("settings_edit", args=[name, subject.code])).status_code == 200
        form = SECTIONS[name].form(
            changing.as_posted(SECTIONS[name].load(subject.code)), subject=subject.code
        )
        if subject.is_new:
            assert not form.is_valid()
            continue
        assert form.is_valid(), (subject, form.errors)
        assert form.values() == SECTIONS[name].load(subject.code), subject


def test_the_lists_cost_the_same_however_many_there_are(
    admin: Client, django_assert_max_num_queries: Any
) -> None:
    for name in ("settings_home",):
        with django_assert_max_num_queries(9):  # one is of the menu: how many covenants end
            admin.get(reverse(name))
    with django_assert_max_num_queries(8):
        admin.get(reverse("settings_section", args=["soorten"]))


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_save_at_once_one_does(committed_association: None) -> None:
    by, start, late = person("beheer@"), threading.Barrier(8), []

    def act(turn: int) -> None:
        start.wait()
        values = SECTIONS["soorten"].load(KIND) | {"label_nl": f"Lawaai {turn}"}
        try:
            changing.change(
                section=SECTIONS["soorten"],
                subject=KIND,
                values=values,
                seen_version=0,
                by=by,
                at=timezone.now(),
            )
        except changing.Outdated:
            late.append(turn)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(turn,)) for turn in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(late) == 7
    assert [one.version for one in Change.objects.all()] == [1]
    assert Kind.objects.get(pk="GEL-MUZ").label_nl == Change.objects.get().after["label_nl"]


def _first_contact(case: Case) -> Any:
    return open_for(subject_kind="case", subject_id=case.pk).get(name=Name.FIRST_CONTACT).due


def test_a_change_of_before_a_setting_was_there_is_still_undone(admin: Client) -> None:
    put(admin, "termijnen", hearing=12)
    put(admin, "termijnen", decide=9)
    made = Change.objects.get(version=2)
    older = {name: value for name, value in made.before.items() if name != "duty_minutes"}
    version = made.version
    made.before = older  # as it was kept by a release that could not set it

    changing.put_back(made=made, seen_version=version, by=person("beheer@"), at=timezone.now())

    assert (office.current().decide, office.current().hearing, office.current().duty_minutes) == (5, 12, 30)


@pytest.mark.parametrize(("weeks", "due"), [(1, "2026-11-25"), (6, "2026-12-30")])
def test_the_next_look_at_a_case_comes_after_the_weeks_that_were_set(
    admin: Client, weeks: int, due: str
) -> None:
    put(admin, "termijnen", review_weeks=weeks, check_weeks=weeks)

    for name in (Name.REVIEW, Name.CHECK):
        found = due_for(name=name, urgency="U3", at=NOON)
        assert timezone.localtime(found).isoformat()[:16] == f"{due}T17:00"


def test_a_next_look_on_a_day_off_moves_to_the_next_working_day(admin: Client) -> None:
    put(admin, "termijnen", review_weeks=5)
    friday = NOON.replace(month=11, day=20)

    assert timezone.localdate(due_for(name=Name.REVIEW, urgency="U3", at=friday)) == date(2026, 12, 28)
