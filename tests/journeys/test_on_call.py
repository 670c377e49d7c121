"""A threat in the evening: who has duty hears it by mail, looks, and finds a case of another team open."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import press
from tests.journeys.processes import wait_until

URGENT = "Er is een spoedmelding"


def test_the_duty_is_called_and_looks(people, portal, own_street, mails):
    lead, today = people("teamleider", scripts=True), timezone.localdate()
    duty = people("zuid", scripts=True)
    seen = [Eyes(lead, (320, 1280)), Eyes(duty, (320, 1280))]
    seen[1].open("/werk/dienst/", "duty, nothing waits")
    seen[0].open("/werk/dienst/rooster/", "roster, empty")
    press(lead, "Dienst op het rooster zetten")
    seen[0].look("a shift")
    lead.get_by_label("Wie?").select_option(label="Glenn Pinasie")
    lead.get_by_label("Begint op").fill(str(today))
    lead.get_by_label("Begint om").fill("0:00")
    lead.get_by_label("Eindigt op").fill(str(today))
    press(lead, "Op het rooster zetten")
    seen[0].look("a shift with errors")
    lead.get_by_label("Eindigt op").fill(str(today + timedelta(days=2)))
    lead.get_by_label("Eindigt om").fill("8:30")
    press(lead, "Op het rooster zetten")
    seen[0].look("roster")

    receipt = pages.file_report(people.somebody(), kind="AGR-BED", house=6, where=pages.AT_HOME)

    letter = wait_until(lambda: [one for one in mails("zuid@delinde.example.nl") if one.subject == URGENT])[0]
    assert receipt.number not in letter.body and "/werk/dienst/" in letter.body
    seen[1].open("/werk/dienst/", "duty, somebody waits")
    press(duty, "Ik kijk ernaar")
    assert "/werk/zaken/" in duty.url and "Team Noord" in pages.words(duty)
    assert "Dienst kijkt ernaar" in pages.timeline(duty)
    seen[1].open("/werk/dienst/", "duty, I look at one")
    case = duty.get_by_role("listitem").get_by_role("heading").get_by_role("link").first
    case.click()
    seen[1].open(f"{duty.url}taken/", "tasks, none")
    press(duty, "Taak bewaren")
    seen[1].look("tasks with errors")
    duty.get_by_label("Wat moet er gebeuren?").fill("Bel de melder terug.")
    duty.get_by_label("Voor welke dag?").fill(str(today))
    press(duty, "Taak bewaren")
    seen[1].look("tasks")
    press(duty, "Andere dag")
    seen[1].look("another day")
    for path in ("/account/", "/account/afwezig/", "/account/mail/"):
        seen[1].open(path, path)
    portal.query("DELETE FROM duty_shift")
    for eyes in seen:
        eyes.report()
