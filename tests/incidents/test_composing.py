"""A message to the reporter in steps, in the language the reporter reads, and translations beside what reporters wrote."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.models import Case, Report, StandardText, TimelineEntry, Translation
from incidents.writing import translating
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from tests.partners.partner_side import client_of
from tests.world import CODE, anonymous, at_home, file, person, route, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort


@pytest.fixture
def noord() -> Client:
    return client_of("noord@")


def reported(language: str = "nl") -> Report:
    report = file("GEL-MUZ", place=at_home(6), language=language, consent=False)
    route(report)
    return Report.objects.get(pk=report.pk)


def speaks(report: Report, language: str, *, interpreter: bool = False) -> None:
    translating.write_down_language(
        report=report,
        language=language,
        needs_interpreter=interpreter,
        by=person("noord@"),
        at=timezone.now(),
    )


def page(client: Client, case: Case, **words: str) -> Any:
    return client.get(reverse("case_compose", args=[case.number]), words)


def posted(client: Client, case: Case, step: str, **said: str) -> Any:
    return client.post(reverse("case_compose", args=[case.number]), {**said, step: "1"})


def messages_of(case: Case) -> list[str]:
    return list(case.timeline.filter(sort=Sort.MESSAGE).values_list("text", flat=True))


def as_reporter(report: Report) -> str:
    client = Client()
    client.post(reverse("follow_enter"), {"number": report.number, "code": CODE})
    return client.get(reverse("follow_report")).content.decode()


# In steps


def test_a_standard_text_stands_filled_in_the_form_without_a_script(noord: Client) -> None:
    case = reported().case

    answer = page(noord, case, tekst="eerste-contact")

    text = answer.context["form"].initial["text"]
    assert text.startswith("Goedendag,\n\nFijn dat u dit meldt. Wij hebben uw melding over")
    assert "Woonstichting De Linde" in text and "{" not in text
    assert "text_en" not in answer.context["form"].fields
    assert 'value="eerste-contact-geluid"' in answer.content.decode()
    assert 'value="eerste-contact-drugs"' not in answer.content.decode()
    assert 'value="waarschuwing"' not in answer.content.decode()


def test_a_retired_text_is_not_offered(noord: Client) -> None:
    StandardText.objects.filter(pk="voortgang").update(active=False)

    answer = page(noord, reported().case, tekst="voortgang")

    assert 'value="voortgang"' not in answer.content.decode()
    assert "text" not in answer.context["form"].initial


def test_what_a_text_leaves_open_is_asked_and_nothing_goes_before_it_was_seen(noord: Client) -> None:
    report = reported()
    case = report.case
    text = page(noord, case, tekst="gesproken").context["form"].initial["text"]

    missing = posted(noord, case, "send", text=text)
    seen = posted(noord, case, "preview", text=text, gap_controledatum="1 juli")
    before = messages_of(case)
    sent = posted(noord, case, "send", text=text, gap_controledatum="1 juli")

    assert missing.status_code == 422
    assert "haal {controledatum} uit de tekst" in missing.content.decode()
    assert "Rond 1 juli hoort u weer van ons." in seen.content.decode()
    assert before == []
    assert sent.status_code == 302
    assert messages_of(case) == [seen.context["message"]]
    assert "Rond 1 juli hoort u weer van ons." in as_reporter(report)


def test_from_the_preview_one_goes_on_writing_with_everything_still_there(noord: Client) -> None:
    case = reported("en").case
    said = {"text": "Hallo {vraag}", "text_en": "Hello {vraag}", "gap_vraag": "Hoe laat?\nEn waar?"}

    answer = posted(noord, case, "edit", **said)

    form = answer.context["form"]
    assert {name: form[name].value() for name in said} == said
    assert messages_of(case) == []


def test_the_preview_is_exactly_what_the_reporter_reads_also_when_it_looks_like_code(noord: Client) -> None:
    report = reported()
    text = "Kom <b>snel</b> & bel\u202e mij."

    seen = posted(noord, report.case, "preview", text=text)

    assert "Kom &lt;b&gt;snel&lt;/b&gt; &amp; bel[U+202E] mij." in seen.content.decode()


def test_a_message_that_comes_too_late_is_kept_and_said(noord: Client) -> None:
    case = reported().case
    into = routed("GEL-MUZ", place=at_home(8), consent=False)
    Case.objects.filter(pk=case.pk).update(status="merged", closed_at=timezone.now(), merged_into=into)

    answer = posted(noord, case, "send", text="Hallo, wij komen.")

    assert answer.status_code == 409
    assert "Hallo, wij komen." in answer.content.decode()
    assert messages_of(case) == []


def test_an_unknown_word_in_braces_does_not_reach_the_reporter(noord: Client) -> None:
    case = reported().case

    answer = posted(noord, case, "send", text="Hallo {naam_buurman}.")

    assert answer.status_code == 422
    assert "Dit woord kent het portaal niet: {naam_buurman}." in answer.content.decode()


# In the language of the reporter


def test_a_reporter_gets_the_translation_with_the_dutch_below_it(noord: Client) -> None:
    report = reported("en")
    case = report.case
    initial = page(noord, case, tekst="voortgang").context["form"].initial

    posted(noord, case, "send", **initial)

    message = messages_of(case)[0]
    english, _, dutch = message.partition(translating.DIVIDED)
    assert english.startswith("Hello,\n\nThere is no news about your report yet.")
    assert dutch.strip().startswith("Goedendag,\n\nEr is nog geen nieuws over uw melding.")


def test_a_language_written_down_by_staff_goes_before_that_of_the_page(noord: Client) -> None:
    report = reported("en")
    StandardText.objects.filter(pk="voortgang").update(translations={"tr": "{aanhef}, henüz haber yok."})
    speaks(report, "tr", interpreter=True)

    answer = page(noord, report.case, tekst="voortgang")

    form = answer.context["form"]
    assert form.initial["text_tr"] == "Hello, henüz haber yok."
    assert "text_en" not in form.fields
    assert "Turks" in answer.content.decode() and "tolk nodig" in answer.content.decode()


def test_who_reads_no_dutch_and_gets_only_dutch_is_named_before_it_goes(noord: Client) -> None:
    report = reported()
    speaks(report, "ti")

    seen = posted(noord, report.case, "preview", text="Hallo.")

    assert f"Melder {report.number} leest Tigrinya, maar er is geen vertaling bij." in seen.content.decode()


def test_a_text_that_tells_one_reporter_of_another_warns_first(noord: Client) -> None:
    report = reported()
    other = file("GEL-MUZ", place=at_home(6), reporter=anonymous())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.scrub = 'on'")
        cursor.execute("UPDATE incidents_report SET case_id = %s WHERE id = %s", [report.case_id, other.pk])
        cursor.execute("SET LOCAL portal.scrub = 'off'")

    seen = posted(noord, report.case, "preview", text="Mevrouw Bouzian zegt dat het beter gaat.")

    assert "In dit bericht staat een naam van een melder" in seen.content.decode()


def test_a_message_made_here_keeps_the_promises_like_any_other(noord: Client) -> None:
    case = reported().case

    posted(noord, case, "send", text="Hallo.")

    names = {one.name for one in open_for(subject_kind="case", subject_id=case.pk)}
    assert Name.FIRST_CONTACT not in names
    assert AuditEvent.objects.filter(action="case.message", object_id=str(case.pk)).count() == 1


# Beside what was written


def test_a_translation_stands_beside_the_story_which_stays_as_it_was(noord: Client) -> None:
    report = reported("en")
    story = report.story
    address = reverse("case_translate", args=[report.case.number, report.number])

    answer = noord.post(address, {"language": "nl", "text": "Elke nacht muziek."}, follow=True)

    content = answer.content.decode()
    assert story in content and "Elke nacht muziek." in content
    assert Report.objects.get(pk=report.pk).story == story
    line = report.case.timeline.get(sort=Sort.TRANSLATED)
    assert line.text == f"{report.number}, in het Nederlands."
    assert line.visibility == TimelineEntry.Visibility.TEAM
    assert "Elke nacht muziek." not in as_reporter(report)


def test_a_message_of_the_reporter_is_translated_and_one_of_ours_is_not(noord: Client) -> None:
    report = reported()
    dialogue.say(report=report, sort=Sort.AGAIN, text="Yine müzik var.", at=timezone.now())
    theirs = report.case.timeline.get(sort=Sort.AGAIN)
    posted(noord, report.case, "send", text="Van ons.")
    ours = report.case.timeline.get(sort=Sort.MESSAGE)

    def address(entry: TimelineEntry) -> str:
        return reverse("case_translate", args=[report.case.number, f"bericht-{entry.pk}"])

    noord.post(address(theirs), {"language": "nl", "text": "Er is weer muziek."})

    assert Translation.objects.get(entry=theirs).text == "Er is weer muziek."
    assert noord.get(address(ours)).status_code == 404


def test_what_belongs_to_another_case_is_not_translated_here(noord: Client) -> None:
    report, other = reported(), file("GEL-MUZ", place=at_home(4))
    dialogue.say(report=other, sort=Sort.AGAIN, text="Weer.", at=timezone.now())
    entry = other.case.timeline.get(sort=Sort.AGAIN)

    for what in (other.number, f"bericht-{entry.pk}", "bericht-", "bericht-9" * 9, "bericht-²"):
        assert noord.get(reverse("case_translate", args=[report.case.number, what])).status_code == 404


def test_a_translation_cannot_be_changed_and_a_better_one_comes_before_it(noord: Client) -> None:
    report = reported()
    for text in ("Eerste.", "Beter."):
        translating.translate(
            case=report.case,
            original=report,
            language="nl",
            text=text,
            by=person("noord@"),
            at=timezone.now(),
        )

    with pytest.raises(Error, match="kept as sent"), transaction.atomic():
        Translation.objects.filter(report=report).delete()

    assert [one.text for one in report.translations.all()] == ["Beter.", "Eerste."]


def test_what_a_reporter_speaks_is_written_down_for_each_apart(noord: Client) -> None:
    report = reported()
    address = reverse("case_language", args=[report.case.number, report.number])

    noord.post(address, {"language": "pl", "needs_interpreter": "on"})
    noord.post(address, {"language": "ar"})

    now = translating.spoken_in([Report.objects.select_related("spoken").get(pk=report.pk)])[0]
    texts = list(report.case.timeline.filter(sort=Sort.MARKED).values_list("text", flat=True))
    assert (now.language, now.needs_interpreter) == ("ar", False)
    assert texts == [
        "Taal van de melder: Arabisch. Tolk nodig: nee.",
        "Taal van de melder: Pools. Tolk nodig: ja.",
    ]
