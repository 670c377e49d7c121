"""What the page of a case says must be done first: each row of the table, in a case that came to it by the real verbs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone, translation

from incidents.acts import Act
from incidents.escalation import ladder, tailoring
from incidents.following import dialogue
from incidents.handling import case_tasks, casework, holding
from incidents.joining import merging
from incidents.models import Case, Party, PartyWord, TimelineEntry
from incidents.sides import accused_words
from incidents.staffing import on_call
from incidents.writing import letters
from partners.at_work import answering, asking, cutting_off
from partners.models import Covenant, Partner, Referral
from safetyportal.clock import deadlines
from safetyportal.clock.calendar import local_day
from safetyportal.desk import case_file
from safetyportal.desk.look import Look
from safetyportal.desk.next_rules import REST, RULES
from safetyportal.desk.next_step import MOST, Step, next_steps
from safetyportal.desk.pending import pending_in
from tests.incidents.doing import wanted
from tests.incidents.parties import accused, hear, invite, talk_row
from tests.partners import scaling_up
from tests.world import at_home, in_stairwell, person, referral, routed

pytestmark = pytest.mark.django_db
Scene = Callable[[], Case]
Sort = TimelineEntry.Sort


def new() -> Case:
    return routed("GEL-MUZ", place=at_home(4), consent=False)


def taken(case: Case | None = None) -> Case:
    case = case or new()
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    return case


def close(case: Case) -> None:
    casework.close(
        case=case, status="closed", reason="solved", message="Klaar.", by=person("noord@"), at=timezone.now()
    )


def says(case: Case, sort: str) -> Case:
    dialogue.say(report=case.reports.get(), sort=sort, text="Kom toch kijken.", at=timezone.now())
    return case


def writes(case: Case, sort: PartyWord.Sort) -> Case:
    party = Party.objects.filter(case=case).first() or accused(case)
    accused_words.say(party=party, sort=sort, text="Het klopt niet.", at=timezone.now())
    return case


def merged() -> Case:
    case = new()
    merging.merge(
        cases=[case], into=taken(), reason="Eén probleem.", message="", by=person("noord@"), at=timezone.now()
    )
    return case


def alerted(case: Case | None = None) -> Case:
    case = case or new()
    on_call.to_raise(case=case, at=timezone.now()).save()
    return case


def reopen_asked() -> Case:
    case = taken()
    close(case)
    return says(case, Sort.REOPEN)


def proposed(case: Case | None = None) -> Case:
    case = case or taken()
    ladder.set_step(case=case, wanted=wanted("P4"), by=person("noord2@"), at=timezone.now())
    return case


def acting_on(case: Case | None = None) -> Case:
    case = case or taken()
    accused(case)
    casework.advance(case=case, act=Act.APPROACH, text="", by=person("noord@"), at=timezone.now())
    return case


def talked_today() -> Case:
    case, now = taken(), timezone.now()
    invite(accused(case), at=now - timedelta(days=3), takes_place_at=now - timedelta(minutes=1))
    return case


def step_to_check() -> Case:
    case, now = taken(), timezone.now()
    step = replace(wanted("L2"), check_on=local_day(now))
    ladder.set_step(case=case, wanted=step, by=person("noord@"), at=now)
    return case


def to_review() -> Case:
    case, now = taken(), timezone.now()
    tailoring.review(case=case, text="Rustig.", next_on=local_day(now), by=person("noord@"), at=now)
    return case


def cut_off(why: str) -> Case:
    """What enforcement has in hand it cannot see any more."""
    case, yesterday = taken(routed("DRU-GEB")), timezone.localdate() - timedelta(days=1)
    if why == "covenant":
        Covenant.objects.filter(partner__type_code="BOA").update(ends_on=yesterday)
    elif why == "retired":
        Partner.objects.filter(type_code="BOA").update(active_to=yesterday)
    elif why == "kind":
        Case.objects.filter(pk=case.pk).update(kind="ZRG-SUI")
    else:
        Case.objects.filter(pk=case.pk).update(restricted=True)
        person("noord@").role_grants.create(role="restricted")
    cutting_off.look(at=timezone.now())
    return case


def scale_up_waits() -> Case:
    """Somebody who may say yes looks at it: one who leads the team and does not hold the case."""
    case = taken()
    scaling_up.proposed(case, by="noord2@")
    Case.objects.filter(pk=case.pk).update(holder=person("noord2@"))
    scaling_up.also_lead("noord@")
    return case


def scaled_up() -> Case:
    case = taken()
    scaling_up.scaled(case)
    return case


def house_is_ready() -> Case:
    case = scaled_up()
    sent = Referral.objects.get(scale_up__case=case)
    answering.finish(referral=sent, outcome="Er is een plan.", by=person("boa@"), at=timezone.now())
    return case


def with_task() -> Case:
    case, now = taken(), timezone.now()
    case_tasks.add(
        case=case, what="Bellen.", due_on=local_day(now), owner=None, is_personal=False, by=person("noord@"), at=now
    )  # fmt: skip
    return case


def to_inform() -> Case:
    case = taken()
    accused(case)
    return case


def with_question() -> Case:
    case = taken(routed("DRU-GEB"))
    asking.ask(referral=referral(case, "BOA"), text="Waar?", by=person("boa@"), at=timezone.now())
    return case


def asked() -> Case:
    case = taken()
    dialogue.ask(report=case.reports.get(), text="Hoe laat?", by=person("noord@"), at=timezone.now())
    return case


def given() -> Case:
    case = new()
    holding.hand_over(case=case, to=person("noord@"), reason="", by=person("teamleider@"), at=timezone.now())
    return case


def answered() -> Case:
    """Given, and asked about before anybody decided: with the answer the promise to decide runs again."""
    case = given()
    dialogue.ask(report=case.reports.get(), text="Hoe laat?", by=person("noord@"), at=timezone.now())
    report = says(case, Sort.REPLY).reports.get()
    dialogue.settle(report=report, sort=Sort.REPLY, text="Dank u.", by=person("noord@"), at=timezone.now())
    return case


def contacted() -> Case:
    case = taken()
    casework.log_contact(case=case, text="Gebeld.", by=person("noord@"), at=timezone.now())
    return case


def closed() -> Case:
    case = taken()
    close(case)
    return case


def idle() -> Case:
    case = taken()
    deadlines.meet_all(subject_kind="case", subject_id=case.pk, at=timezone.now())
    return case


# Each row: how a case comes there, how many days later somebody looks, words of the page, and where the first button leads.
SCENES: dict[str, tuple[Scene, int, str, str]] = {
    "merged": (merged, 0, "Het werk gaat verder in Z-", "case_page"),
    "alert": (alerted, 0, "nog niemand kijkt ernaar", "duty_acknowledge"),
    "cut_off": (lambda: cut_off("covenant"), 0, "ziet deze zaak niet meer: het convenant eindigde", "referral_anew"),
    "now_protected": (lambda: cut_off("protected"), 0, "het is nu een beschermde zaak", "referral_anew"),
    "now_other_kind": (lambda: cut_off("kind"), 0, "deze soort gaat niet vanzelf naar een partner", "referral_withdraw"),
    "retired": (lambda: cut_off("retired"), 0, "doet niet meer mee", "route_by_hand"),
    "reopen": (reopen_asked, 0, "vraagt om deze zaak te heropenen", "case_reopen"),
    "take": (new, 0, "Nog niemand behandelt deze zaak", "case_take"),
    "accept": (given, 0, "Een collega gaf u deze zaak", "case_take"),
    "reporter": (lambda: says(taken(), Sort.COMPLAINT), 0, "De melder wacht op uw antwoord: Klacht", "reporter_settle"),
    "objection": (lambda: writes(taken(), PartyWord.Sort.OBJECTION), 0, "wacht op uw antwoord: Bezwaar", "party_page"),
    "accused": (lambda: writes(taken(), PartyWord.Sort.STATEMENT), 0, "schreef ons", "party_page"),
    "second": (proposed, 0, "stelt een stap voor: P4 Last onder dwangsom", "case_approach"),
    "scale_second": (scale_up_waits, 0, "op te schalen naar Zorg- en Veiligheidshuis", "scale_page"),
    "scaled_back": (house_is_ready, 0, "is klaar of gaf de zaak terug", "scale_page"),
    "scaled": (scaled_up, 100, "Deze zaak is opgeschaald. Kijk opnieuw", "scale_page"),
    "unheard": (acting_on, 0, "nog niet gehoord", "party_page"),
    "talk": (talked_today, 0, "Schrijf op wat er gezegd is", "party_page"),
    "check": (step_to_check, 0, "Kijk of de afspraak is nagekomen", "case_approach"),
    "review": (to_review, 0, "Bekijk deze zaak opnieuw", "case_approach"),
    "task": (with_task, 0, "Er staat een taak voor vandaag", "case_tasks"),
    "inform": (to_inform, 40, "welke gegevens wij hebben", "party_page"),
    "proposal": (lambda: taken(routed("DRU-GEB", place=in_stairwell(18))), 0, "Er wacht een voorstel", "proposal_page"),
    "question": (with_question, 0, "Een ketenpartner heeft een vraag", "question_page"),
    "unanswered": (asked, 30, "De melder gaf geen antwoord", "case_page"),
    "partner": (lambda: taken(routed("DRU-GEB")), 40, "Een ketenpartner gaf nog geen antwoord", "case_sharing"),
    "contact": (taken, 0, "Spreek de melder", "case_page"),
    "decide": (answered, 0, "Beslis of wij dit oppakken", "case_page"),
    "progress": (contacted, 0, "Vertel de melder hoe het gaat", "case_page"),
    "closed": (closed, 0, "Deze zaak is gesloten", ""),
    "wait": (asked, 0, "Dit komt het eerst", ""),
    "close": (idle, 0, "Er staat geen termijn open", "case_page"),
}  # fmt: skip


def look(case: Case, *, email: str = "noord@", at: datetime | None = None) -> list[Step]:
    now, who = at or timezone.now(), person(email)
    fresh = Case.objects.select_related(*case_file.PARTS).get(pk=case.pk)
    file = case_file.read(case=fresh, actor=who, at=now)
    with translation.override("nl"):
        return next_steps(
            Look(case=fresh, file=file, pending=pending_in(case=fresh, at=now), actor=who, at=now)
        )


def rules(case: Case, **how: str) -> list[str]:
    return [step.rule for step in look(case, **how)]


def page_of(case: Case, email: str = "noord@") -> str:
    client = Client()
    client.force_login(person(email))
    answer = client.get(reverse("case_page", args=[case.number]))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_each_row_of_the_table_has_a_case_that_comes_to_it() -> None:
    assert [rule.name for rule in (*RULES, *REST)] == list(SCENES)


@pytest.mark.parametrize("rule", SCENES)
def test_the_row_that_holds_says_what_to_do_and_leads_there(association: None, rule: str) -> None:
    scene, days, words, where = SCENES[rule]
    case = scene()

    with time_machine.travel(timezone.now() + timedelta(days=days)):
        first = look(case)[0]
        page = page_of(case)
        client = Client()
        client.force_login(person("noord@"))
        answers = [client.get(button.url.partition("#")[0]) for button in first.buttons if not button.posts]

    assert first.rule == rule
    assert words in first.text and first.text in page
    assert all(button.url in page for button in first.buttons)
    assert [answer.status_code for answer in answers] == [200] * len(answers)
    assert bool(first.buttons) == bool(where)
    if where:
        named = re.sub(r"<[^>]+>", "[^/]+", str(_route(where)))
        assert re.search(f"{named}(#|$)", first.buttons[0].url)


def _route(name: str) -> str:
    return get_resolver().reverse_dict.getlist(name)[0][0][0][0].replace("%(", "<").replace(")s", ">")


@pytest.mark.parametrize(
    "part", ["reporter_ask", "case_contact", "case_advance", "case_message", "case_close"]
)
def test_the_part_of_the_page_that_a_button_leads_to_is_there(association: None, part: str) -> None:
    assert f'id="{part}"' in page_of(contacted())


def test_the_steps_stand_in_the_order_of_the_table(association: None) -> None:
    case = new()
    party = accused(case)
    says(case, Sort.COMPLAINT)
    writes(case, PartyWord.Sort.STATEMENT)
    writes(case, PartyWord.Sort.OBJECTION)
    proposed(case)
    alerted(case)

    assert rules(case) == ["alert", "take", "reporter", "objection"]
    taken(case)
    on_call.acknowledge(alert=case.duty_alerts.get(), by=person("noord@"), at=timezone.now())
    assert rules(case) == ["reporter", "objection", "accused", "second"]
    assert len(rules(case)) == MOST
    assert f"{party.pk}/" in look(case)[1].buttons[0].url


def test_who_proposed_a_step_is_not_asked_to_look_along(association: None) -> None:
    case = proposed()

    assert "second" in rules(case)
    assert "second" not in rules(case, email="noord2@")


def test_who_was_heard_or_is_coming_is_not_invited_again(association: None) -> None:
    case = acting_on()
    party = Party.objects.get(case=case)
    assert rules(case)[0] == "unheard"

    talk = invite(party)
    assert "unheard" not in rules(case)
    hear(talk)

    assert "unheard" not in rules(case)


def test_who_did_not_come_is_invited_again(association: None) -> None:
    case = acting_on()
    talk = talk_row(Party.objects.get(case=case), timezone.now())
    talk.state, talk.ended_at = "no_show", timezone.now()
    talk.save()

    assert rules(case)[0] == "unheard"


def test_a_talk_of_before_the_case_was_reopened_is_not_enough(association: None) -> None:
    case = acting_on()
    hear(invite(Party.objects.get(case=case)))
    close(case)
    later = timezone.now() + timedelta(days=2)
    with time_machine.travel(later):
        holding.reopen(case=case, reason="Weer.", message="Wij kijken.", by=person("noord@"), at=later)
        casework.advance(case=case, act=Act.APPROACH, text="", by=person("noord@"), at=later)

        assert rules(case)[0] == "unheard"


def test_a_letter_to_check_leads_to_that_letter(association: None) -> None:
    case, now = taken(), timezone.now()
    content = letters.Content("other", "M. de Vries", "Laan 1", "Hallo", "Dag.", check_on=local_day(now))
    letter = letters.write(case=case, content=content, text=None, by=person("noord@"), at=now)
    letters.send(letter=letter, paper=b"%PDF", version=1, by=person("noord@"), at=now)

    [button] = look(case)[0].buttons

    assert button.url == reverse("case_letter", args=[case.number, letter.pk])


@pytest.mark.parametrize("sort", [Sort.COMPLAINT, Sort.AFRAID, Sort.ERASE])
def test_a_reporter_who_asks_after_the_end_is_answered_first(association: None, sort: str) -> None:
    assert rules(says(closed(), sort)) == ["reporter"]


def test_a_colleague_reads_who_holds_the_case(association: None) -> None:
    case = taken()

    assert f"{person('noord@').name} behandelt deze zaak" in page_of(case, email="noord2@")
    assert "behandelt deze zaak" not in page_of(case)


def test_a_late_term_is_said_as_in_the_work_list(association: None) -> None:
    case = contacted()
    client = Client()
    with time_machine.travel(timezone.now() + timedelta(days=60)):
        client.force_login(person("noord@"))
        listed = unescape(client.get(reverse("staff_inbox")).content.decode())
        [words] = re.findall(r"portal-deadline--late\">([^<]+ voor [^<]+) \(te laat\)", listed)
        page = re.sub(r"<[^>]+>|\s+", " ", page_of(case))

    assert re.sub(r"\s+", "", words) in re.sub(r"\s+", "", page)
