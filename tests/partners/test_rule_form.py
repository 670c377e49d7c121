"""One rule in a form: what can be picked, what is refused, and what happens when two people are at it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from complexes.models import Complex
from incidents.models import Kind, Question
from partners.forms.staff_rule import initial_of
from partners.models import RoutingRule
from partners.rules import rule_sets
from tests.partners.rule_side import add, administrator, change, draft, move, one, page, remove, slugs, who
from tests.world import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def filled(rule: RoutingRule | None = None, **changes: Any) -> dict[str, Any]:
    """What the browser sends of the form of a rule, changed."""
    shown = initial_of(
        rule or RoutingRule(name="Portiek", kinds=["DRU-GEB"], bands=["S2"], targets=[["JON", "M", 3]])
    )
    rows = shown.pop("target_rows")
    said = {name: value for name, value in shown.items() if name in FIELDS and value not in (None, False, "")}
    for number, row in enumerate(rows, 1):
        said |= {f"{part}_{number}": value for part, value in row.items()}
    said |= {"rows": str(max(len(rows), 1)), "reason": "Afspraak met de gemeente.", "step": "save"}
    said["owner"] = said.get("owner") or str(person("beheer@").pk)
    return {name: value for name, value in (said | changes).items() if value is not None}


FIELDS = (
    "name", "kinds", "bands", "municipality", "neighbourhood", "complex", "spaces", "weekdays", "hour_from", "hour_to", "answer",
    "everything", "outcome", "valid_from", "valid_to", "owner", "is_active", "note",
)  # fmt: skip


def new(**changes: Any) -> Any:
    return administrator().post(reverse("rule_new"), {"before": "beschermde-zaken"} | filled(**changes))


def edit(rule: RoutingRule, **changes: Any) -> Any:
    seen = re.findall(r'name="seen" value="(\w*)"', page("rule_edit", rule.slug))[0]
    return send(rule, seen=seen, **changes)


def send(rule: RoutingRule, **changes: Any) -> Any:
    return administrator().post(reverse("rule_edit", args=[rule.slug]), filled(rule, **changes))


def said(answer: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def a_question() -> Question:
    kind = Kind.objects.get(pk="DRU-GEB")
    return Question.objects.filter(question_set=kind.questions_id).exclude(sort="line")[0]


def test_a_rule_is_made_by_picking() -> None:
    draft()

    answer = new(weekdays=["6", "7"], hour_from="22", hour_to="6", spaces=["TRH"], municipality="Lindestad")

    assert answer.status_code == 302
    made = one("portiek")
    assert (made.kinds, made.bands, made.weekdays, made.spaces) == (["DRU-GEB"], ["S2"], [6, 7], ["TRH"])
    assert (made.hour_from, made.hour_to, made.municipality) == (22, 6, "Lindestad")
    assert made.targets == [["JON", "M", 3]]
    assert (made.owner, made.changed_by, made.reason) == (
        person("beheer@"),
        person("beheer@"),
        "Afspraak met de gemeente.",
    )
    assert slugs()[:2] == ["portiek", "beschermde-zaken"]


def test_a_new_rule_stands_before_the_one_that_takes_everything_unless_somebody_says_otherwise() -> None:
    draft()

    assert '<option value="kind-default" selected' in page("rule_new")


def test_every_rule_that_is_delivered_passes_its_own_form_unchanged() -> None:
    for rule in list(draft().rules.all()):
        before = rule.content() | {"owner_id": person("beheer@").pk}
        assert edit(rule).status_code == 302, rule.slug
        assert one(rule.slug).content() == before


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"partner_1": ""}, "Kies ten minste één partner of afdeling."),
        ({"partner_1": "XYZ"}, "Kies een partner of afdeling uit de lijst."),
        ({"mode_1": "Q"}, "Kies wanneer deze partner de melding ziet."),
        ({"days_1": "0"}, "Vul een aantal werkdagen in, van 1 tot en met 90."),
        ({"days_1": "drie"}, "Vul een aantal werkdagen in, van 1 tot en met 90."),
        ({"rows": "2", "partner_2": "JON", "mode_2": "H"}, "Deze partner staat er al."),
        ({"hour_from": "22"}, "Kies een begin en een einde, of laat allebei leeg."),
        ({"hour_to": "6"}, "Kies een begin en een einde, of laat allebei leeg."),
        ({"hour_from": "6", "hour_to": "6"}, "Begin en einde zijn gelijk"),
        ({"hour_from": "0", "hour_to": "24"}, "Begin en einde zijn gelijk"),
        ({"valid_from": "2027-02-01", "valid_to": "2027-01-01"}, "Dit is voor de dag waarop de regel begint."),
        ({"kinds": ["DRU-GEB", "GEL-MUZ"], "answer": "q1=yes"}, "Een antwoord kan alleen bij precies één soort."),
        ({"kinds": ["DRU"], "answer": "q1=yes"}, "Een antwoord kan alleen bij precies één soort."),
        ({"answer": "q99=yes"}, "Deze vraag of dit antwoord hoort niet bij de soort."),
        ({"answer": "=x"}, "Kies uit de lijst."),
        ({"answer": "="}, "Kies uit de lijst."),
        ({"answer": "q1"}, "Kies uit de lijst."),
        ({"answer": "=", "kinds": [], "bands": []}, "Kies uit de lijst."),
        ({"valid_to": "9999-12-31"}, "Dit jaar kan niet. Vul een dag in van 1900 tot en met 2199."),
        ({"valid_to": "31-12-9999"}, "Dit jaar kan niet. Vul een dag in van 1900 tot en met 2199."),
        ({"valid_from": "0001-01-01"}, "Dit jaar kan niet. Vul een dag in van 1900 tot en met 2199."),
        ({"kinds": [], "bands": []}, "U koos geen voorwaarde."),
        ({"kinds": ["AGR-HUIS"]}, "dit gaat nooit vanzelf naar een ketenpartner"),
        ({"kinds": ["BESTAAT-NIET"]}, "Kies uit de lijst."),
        ({"bands": ["S9"]}, "Kies uit de lijst."),
        ({"owner": "999999"}, "Kies uit de lijst."),
        ({"owner": ""}, "Kies wie de regel bijhoudt."),
        ({"name": ""}, "Geef de regel een naam."),
        ({"name": "x" * 121}, "Uw tekst is te lang."),
        ({"reason": " "}, "Schrijf waarom u dit verandert."),
        ({"municipality": "Elders"}, "Kies uit de lijst."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_to_do_and_nothing_is_kept(
    changes: dict[str, Any], message: str
) -> None:
    draft()

    answer = new(note="Blijft staan.", **changes)

    assert answer.status_code == 422
    assert message in said(answer)
    assert "Blijft staan." in said(answer)
    assert "portiek" not in slugs()


def test_conditions_that_never_hold_together_are_refused() -> None:
    draft()
    here = Complex.objects.order_by("pk")[0]
    elsewhere = Complex.objects.exclude(neighbourhood=here.neighbourhood)[0]
    far = Complex.objects.create(
        code="VER", name="Verre Hof", municipality="Verderop", neighbourhood="Verre wijk", form="houses", team=here.team
    )  # fmt: skip
    here.spaces.create(sort="DAK")

    for changes, message in (
        (
            {"municipality": far.municipality, "neighbourhood": here.neighbourhood},
            "Deze wijk ligt niet in Verderop.",
        ),
        ({"neighbourhood": here.neighbourhood, "complex": str(elsewhere.pk)}, "Dit complex ligt niet in"),
        ({"municipality": far.municipality, "complex": str(here.pk)}, "Dit complex ligt niet in Verderop."),
        ({"complex": str(far.pk), "spaces": ["DAK"]}, "Op deze plek heeft geen complex zo’n ruimte."),
    ):
        answer = new(**changes)
        assert answer.status_code == 422 and message in said(answer), message


def test_a_kind_that_nobody_can_report_any_more_is_refused() -> None:
    rule = add(kinds=["DRU-GEB", "GEL-MUZ"])
    Kind.objects.filter(pk="GEL-MUZ").update(active_to="2026-01-02")

    answer = edit(rule)

    assert answer.status_code == 422
    assert "Deze soort kan niemand meer melden" in said(answer)


def test_a_mode_looser_than_the_kind_allows_is_made_stricter_and_says_so() -> None:
    draft()
    strict = Kind.objects.filter(share="H")[0]

    answer = administrator().post(
        reverse("rule_new"), {"before": slugs()[0]} | filled(kinds=[strict.pk]), follow=True
    )

    assert answer.status_code == 200
    assert f"Jongerenwerk: bij «{strict.label}» wordt dit strenger gemaakt" in said(answer)


def test_answers_can_be_picked_once_there_is_one_kind_and_all_that_was_typed_stays() -> None:
    draft()
    question = a_question()
    value, label = question.choices[0]

    without = administrator().post(
        reverse("rule_new"), filled(kinds=["DRU-GEB", "GEL-MUZ"], step="ask", name="Half")
    )
    assert "Kies precies één soort" in said(without) and 'value="Half"' in without.content.decode()
    asked = administrator().post(
        reverse("rule_new"), filled(step="ask", reason="Nog niet klaar", days_1="drie")
    )
    html = asked.content.decode()
    assert asked.status_code == 200 and question.text in html
    assert "Nog niet klaar" in html and 'value="drie"' in html and "Er is iets niet goed" not in html
    new(answer=f"{question.key}={value}")

    assert (one("portiek").question_key, one("portiek").answer_value) == (question.key, value)
    assert f"«{question.text}» {label}" in page("rules_draft")


@pytest.mark.parametrize(
    ("step", "order"),
    [("up-2", "BOA JON WC"), ("down-2", "JON WC BOA"), ("remove-1", "BOA WC"), ("add", "JON BOA WC "), ("up-1", "JON BOA WC"), ("down-9", "JON BOA WC"), ("up-x", "JON BOA WC")],
)  # fmt: skip
def test_partners_are_added_moved_and_removed_without_javascript(step: str, order: str) -> None:
    rule = add(targets=[["JON", "M", 3], ["BOA", "M"], ["WC", "A"]])

    html = send(rule, step=step, name="Bewaard in het vak").content.decode()

    found = []
    for number in range(1, html.count('name="partner_') + 1):
        box = html.split(f'name="partner_{number}"')[1].split("</select>")[0]
        found += re.findall(r'<option value="(\w*)" selected', box) or [""]
    assert found == order.split(" ")
    assert "Bewaard in het vak" in html
    assert one(rule.slug).targets == [["JON", "M", 3], ["BOA", "M"], ["WC", "A"]]


def test_the_last_row_that_is_removed_leaves_an_empty_one() -> None:
    html = administrator().post(reverse("rule_new"), filled(step="remove-1")).content.decode()

    assert html.count('name="partner_') == 1
    assert 'value="JON" selected' not in html


def test_what_a_colleague_changed_stands_beside_what_was_typed() -> None:
    rule = add()
    move(rule.slug, 1)
    seen = re.findall(r'name="seen" value="(\w*)"', page("rule_edit", rule.slug))[0]
    change(one(rule.slug), bands=["S4"])

    late = send(rule, seen=seen, bands=["S2"], note="Mijn uitleg")

    assert late.status_code == 409
    assert "Karima Lahmidi veranderde dit net ook" in said(late)
    assert "Ernst S4 zeer ernstig S2 overlast" in said(late) and "Mijn uitleg" in said(late)
    assert one(rule.slug).bands == ["S4"]
    again = re.findall(r'name="seen" value="(\w*)"', late.content.decode())[0]
    assert send(rule, seen=again, bands=["S2"]).status_code == 302
    assert one(rule.slug).bands == ["S2"]


def test_a_rule_that_a_colleague_took_out_can_be_made_again_from_what_was_typed() -> None:
    rule = add()
    seen = re.findall(r'name="seen" value="(\w*)"', page("rule_edit", rule.slug))[0]
    remove(rule.slug)

    late = send(rule, seen=seen, note="Mijn uitleg")

    assert late.status_code == 409
    assert "Een collega haalde deze regel net weg" in said(late) and "Mijn uitleg" in said(late)
    assert f'action="{reverse("rule_new")}"' in late.content.decode()


def test_a_draft_that_went_in_use_meanwhile_keeps_what_was_typed_in_sight() -> None:
    rule = add()
    rule_sets.activate(rule_set=draft(), reason="Zo.", **who())

    late = send(rule, seen="x", note="Mijn uitleg")

    assert late.status_code == 409
    assert "Er is geen concept meer." in said(late) and "Mijn uitleg" in said(late)


def test_a_rule_below_one_that_takes_it_all_is_warned_about_and_kept_only_knowingly() -> None:
    add(bands=["S2"])
    move(slugs()[-1], 1)

    warned = new(name="Nog eens", before="kind-default", partner_1="BOA")

    assert warned.status_code == 200
    assert "vraagt hetzelfde als regel" in said(warned)
    assert "nog-eens" not in slugs()
    sure = re.findall(r'name="sure" value="(\w+)"', warned.content.decode())[0]
    assert new(name="Nog eens", before="kind-default", partner_1="BOA", sure=sure).status_code == 302
    assert "nog-eens" in slugs()


def test_a_rule_that_hides_others_names_them() -> None:
    draft()
    rule = one()

    refused = edit(rule, kinds=None, bands=None)
    warned = edit(rule, kinds=None, bands=None, everything="on")

    assert "Deze regels komen dan niet meer aan de beurt" in said(
        refused
    ) and "Geluid en buren, overlast" in said(refused)
    assert warned.status_code == 200 and "Geluid en buren, overlast" in said(warned)


def test_a_copy_stands_behind_the_rule_it_is_like() -> None:
    draft()
    html = page("rule_new", zoals="buren-s1")
    assert "Kopie van Geluid en buren, last" in html
    assert re.search(r'<option value="buren-s2" selected', html)


def test_taking_a_rule_out_asks_why() -> None:
    rule = add()
    client, url = administrator(), reverse("rule_remove", args=[rule.slug])
    seen = re.findall(r'name="seen" value="(\w+)"', client.get(url).content.decode())[0]

    assert client.post(url, {"seen": seen, "reason": ""}).status_code == 422
    assert client.post(url, {"seen": "oud", "reason": "Dubbel."}).status_code == 409
    assert rule.slug in slugs()
    client.post(url, {"seen": seen, "reason": "Dubbel."})

    assert rule.slug not in slugs()
    assert "Dubbel." in page("rules_discard")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7|add:7 }}", "é" * 300, "=SUM(1)"])
def test_hostile_text_comes_back_as_typed(text: str) -> None:
    draft()

    answer = new(name="", note=text)

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    assert text in answer.context["form"]["note"].value()


def test_the_form_says_severity_in_words_and_of_which_moment_day_and_time_are() -> None:
    draft()
    html = page("rule_new")

    assert "S2 overlast" in html
    assert "het moment waarop de melding binnenkomt, niet van wanneer het gebeurde" in html
    assert "direct, ook zonder convenant" in html and "direct, met een convenant" in html
    assert "alleen de plek" not in html
