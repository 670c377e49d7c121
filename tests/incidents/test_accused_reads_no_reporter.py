"""A mark of its own in every column of report, reporter and timeline: none of them reaches the side of the accused."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case, PartyWord, Report, ReporterIdentity, TimelineEntry
from incidents.pages.accused_acts import ACTS
from tests.incidents import parties as people
from tests.incidents.tenant import words
from tests.partners.partner_side import client_of
from tests.world import at_home, home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
DAY = date(2024, 3, 17)
MOMENT = datetime(2024, 3, 19, 2, 47, tzinfo=UTC)
# Not text of its own: keys, and choices of which the words are shared by many.
FREE = {"id", "case", "kind", "report", "by", "complex", "entrance", "space", "home", "filed_by", "report_id"}


def marks_of(model: type[models.Model]) -> dict[str, str]:
    """A mark for each column that holds what somebody typed."""
    texts = (models.TextField, models.CharField)
    return {
        field.name: f"Mark{model.__name__}{field.name}".replace("_", "")
        for field in model._meta.local_concrete_fields
        if isinstance(field, texts) and not field.choices and not field.is_relation and field.name not in FREE
    }


def _mark(case: Case) -> set[str]:
    report = case.reports.get()
    told, identity = marks_of(Report), marks_of(ReporterIdentity)
    told["number"], told["language"] = "M-MARK-0001", "nl"
    frequent = {
        "last_seen_on": DAY,
        "filed_at": MOMENT,
        "answers": {"1": ["Markanswers"]},
        "draft_key": uuid.UUID(int=7391),
    }
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.scrub = 'on'")
        Report.objects.filter(pk=report.pk).update(**told, **frequent, day_part="night", impact=["sleep"])
        cursor.execute("SET LOCAL portal.scrub = 'off'")
    ReporterIdentity.objects.filter(report=report).update(**identity, home=home(14))
    line = marks_of(TimelineEntry)
    for visibility in ("team", "reporter"):
        TimelineEntry.objects.create(
            case=case, at=MOMENT, sort="note", visibility=visibility, text=line["text"], by_label=line["by_label"],
            report=report,
        )  # fmt: skip
    found = {*told.values(), *identity.values(), *line.values()} - {"nl"}
    return found | {
        "Markanswers", str(uuid.UUID(int=7391)), "Esdoornlaan 14", case.number, "maart", "March", "2.47", "3.47",
        "Nacht", "night", str(report.pk),
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_mark_of_a_reporter_is_on_the_letter_or_on_any_page(language: str) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    marks = _mark(case)
    party = people.accused(Case.objects.get(pk=case.pk), language=language)
    people.inform(party)
    staff = client_of("noord@")
    printed = staff.post(reverse("party_letter", args=[case.number, party.pk]), follow=True).content.decode()
    letter = printed.partition('<article class="portal-letter"')[2].partition("</article>")[0]
    inside = people.let_in(*_again(party))
    inside.cookies["taal"] = language
    people.invite(type(party).objects.get(pk=party.pk))
    for act in ACTS:
        inside.post(reverse("reply_act", args=[act.slug]), {"text": "Mijn kant.", "tongue": "Tigrinya"})
    staff.post(
        reverse("party_act", args=[case.number, party.pk, "antwoorden"]),
        {"about": "objection", "text": "Ons antwoord."},
    )

    pages = [
        inside.get(reverse("reply_page")),
        *(inside.get(reverse("reply_act", args=[act.slug])) for act in ACTS),
    ]

    text = letter + "".join(page.content.decode() for page in pages if page.status_code == 200)
    shown = words(pages[0])
    assert "Ons antwoord." in shown and "Mijn kant." in shown
    assert ("voorjaar 2024" if language == "nl" else "spring 2024") in shown
    assert {mark for mark in marks if mark in text} == set()
    assert PartyWord.objects.filter(party=party).count() == len(ACTS) + 1


def _again(party: Any) -> tuple[str, str]:
    """The code of the letter that staff have on their screen."""
    from incidents.models import PartyLetter

    return party.access_code.number, PartyLetter.objects.get(party=party).code


def test_the_marks_are_there_to_be_found() -> None:
    """The same marks do stand on the page of the case, so that looking for them says something."""
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=case, by=person("noord@"), at=timezone.now())
    marks = _mark(case)

    text = client_of("noord@").get(reverse("case_page", args=[case.number])).content.decode()

    assert {"MarkReportstory", "MarkTimelineEntrytext", "M-MARK-0001"} <= {
        mark for mark in marks if mark in text
    }
