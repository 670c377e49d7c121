"""Letters: written, looked at, printed on the association's own paper, kept as sent, and silent about who reported."""

from __future__ import annotations

import time
from base64 import b64decode
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from incidents.forms.staff_letter_start import PRINTED
from incidents.intake.filing import Reporter
from incidents.models import Case, Letter, LetterPaper, ReportMove, StandardText, TimelineEntry
from incidents.models.standard_text import FOR_LETTERS
from incidents.paper import data, explaining, printing
from incidents.rules.answers import DayPart, Mode, YesNo
from incidents.rules.workflow import Status
from incidents.shielding import keeping_apart, letter_leaks
from incidents.shielding.letter_leaks import Found
from incidents.standard_texts.values import of_case
from incidents.standard_texts.variables import fill, named_in
from incidents.writing import letters
from incidents.writing.letters import Content
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.privacy import rotation
from safetyportal.texts.association import current
from tests.incidents import parties as people
from tests.incidents.pdf_text import text_of
from tests.partners.partner_side import client_of
from tests.world import at_home, file, home, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = Letter.Sort
LATE = DayPart.NIGHT
MARKED = Reporter(
    mode=Mode.CONFIDENTIAL,
    name="Xanthippe Quispelaar",
    phone="06-00009876",
    email="quispel@example.nl",
    home=home,  # type: ignore[arg-type]  # set in told_on()
    minor=YesNo.NO,
)
PLAIN = Content(
    sort=Sort.INVITATION,
    to_name="M. de Vries",
    to_address="Esdoornlaan 6\n9990 AA Lindestad",
    heading="Uitnodiging voor een gesprek",
    body="Beste M. de Vries,\n\nWij willen graag met u praten.",
)


def told_on() -> Case:
    """Reported by somebody with marks that stand nowhere else, on a day that nothing else happened."""
    at = timezone.now() - timedelta(days=40)
    report = file(
        "GEL-MUZ",
        at=at,
        place=at_home(14),
        reporter=replace(MARKED, home=home(14)),
        last_seen_on=timezone.localdate(at) - timedelta(days=3),
        day_part=LATE,
        story="Zwaluwmuziek om kwart voor drie.",
    )
    return Case.objects.select_related("kind", "complex").get(pk=report.case_id)


def written(case: Case, *, by: str = "noord@", **changes: Any) -> Letter:
    content = replace(PLAIN, **changes)
    return letters.write(case=case, content=content, text=None, by=person(by), at=timezone.now())


def heard(case: Case) -> Case:
    """About a home of ours, and whoever lives there told their side."""
    Case.objects.filter(pk=case.pk).update(about_home=home(6), status=Status.INVESTIGATION)
    case = Case.objects.get(pk=case.pk)
    people.hear(people.invite(people.accused(case)))
    return case


def sent(letter: Letter, **said: Any) -> Letter:
    now, by = timezone.now(), person("noord@")
    paper = letters.print_out(letter=letter, by=by, at=now)
    letters.send(letter=letter, paper=paper, version=letter.version, by=by, at=now, **said)
    return Letter.objects.get(pk=letter.pk)


@pytest.fixture
def noord() -> Client:
    return client_of("noord@")


# On paper


def test_a_letter_is_printed_with_letterhead_address_and_a_dutch_date_and_can_be_read_aloud() -> None:
    letter = written(told_on())
    pdf = letters.print_out(letter=letter, by=person("noord@"), at=timezone.now())

    text = text_of(pdf)
    for words in ("Woonstichting De Linde", "Postbus 99", "KvK 00000000", "M. de Vries", "Esdoornlaan 6"):
        assert words in text
    assert data.in_dutch(timezone.localdate()) in text
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "nl-NL"
        assert opened.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in opened.Root
        described = bytes(opened.Root.Metadata.read_bytes())
        assert b"<pdfaid:part>2</pdfaid:part>" in described and b"<pdfuaid:part>1</pdfuaid:part>" in described
        assert all("/JavaScript" not in str(one) for one in opened.objects)


def test_the_address_stands_before_the_window() -> None:
    """Of a DL envelope: 20 to 110 mm from the left, 55 to 90 mm from the top."""
    letter = written(told_on(), to_address="Wigwam 12\nWisselspoor\nWijk bij de Brug")
    pdf = letters.print_out(letter=letter, by=person("noord@"), at=timezone.now())

    places = _places(pdf, {"M. de Vries", "Wigwam 12", "Wisselspoor", "Wijk bij de Brug"})

    assert len(places) == 4
    for left, top in places.values():
        assert 20 <= left <= 30
        assert 57 <= top <= 88


def _places(pdf: bytes, wanted: set[str]) -> dict[str, tuple[float, float]]:
    """Where each line begins, in millimetres from the left and the top of the first page."""
    from tests.incidents import pdf_text

    found: dict[str, tuple[float, float]] = {}
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        tables = {str(name): pdf_text._table(font) for name, font in page.Resources.Font.items()}
        matrix, stack, table, run, at = pikepdf.Matrix(), [], {}, "", (0.0, 0.0)
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "q":
                stack.append(matrix)
            elif name == "Q":
                matrix = stack.pop()
            elif name == "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            elif name == "Tf":
                table = tables[str(operands[0])]
            elif name == "Tm":
                here = pikepdf.Matrix(*map(float, operands)) @ matrix
                at, run = (here.e, here.f), ""
            elif name == "Tj":
                run += pdf_text._decoded(bytes(operands[0]), table)
            elif name == "TJ":
                run += "".join(
                    pdf_text._decoded(bytes(x), table) for x in operands[0] if isinstance(x, pikepdf.String)
                )
            if run in wanted:
                found[run] = (at[0] / 72 * 25.4, (float(page.MediaBox[3]) - at[1]) / 72 * 25.4)
    return found  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x") *vet* _schuin_ `code` $x^2$ @bron <naam>',
        '#read("/etc/passwd") #import "x.typ": *',
        "= Kop\n/ term: x\n+ een\n\\ #let d = 1",
        '"}], "body": [], {"a": "',
    ],
)
def test_words_stay_words_on_paper(typed: str) -> None:
    letter = written(told_on(), to_name=typed.splitlines()[0], body=f"Beste lezer,\n\n{typed}")

    text = text_of(letters.print_out(letter=letter, by=person("noord@"), at=timezone.now()))

    for line in typed.splitlines():
        assert line.replace(" ", "") in text.replace(" ", "").replace("\n", "")


def test_what_our_fonts_do_not_have_is_named_and_nothing_is_printed(noord: Client) -> None:
    letter = written(told_on(), to_name="ሰላም")

    answer = noord.get(reverse("case_letter_pdf", args=[letter.case.number, letter.pk]), follow=True)

    assert "kunnen wij niet afdrukken" in answer.content.decode()


def test_a_draft_that_cannot_be_printed_says_so_before_it_is_sent_and_is_not_sent(noord: Client) -> None:
    letter = written(told_on(), body="Beste bewoner, ሰላም. Wij spreken u graag.")
    address = reverse("case_letter", args=[letter.case.number, letter.pk])

    page = noord.get(address).content.decode()
    send = reverse("case_letter_send", args=[letter.case.number, letter.pk])
    answer = noord.post(send, {"version": letter.version, "looked": "on"})

    assert "kunnen wij niet afdrukken" in page
    assert f'action="{send}"' not in page
    assert answer.status_code == 409
    assert not Letter.objects.get(pk=letter.pk).is_sent


@pytest.mark.parametrize("language", [code for code, _label in PRINTED])
def test_what_stands_beside_an_explanation_is_printed_in_every_language_that_is_offered(
    language: str,
) -> None:
    letter = written(told_on(), language=language, explanation=explaining.SEE[language])

    assert letters.print_out(letter=letter, by=person("noord@"), at=timezone.now()).startswith(b"%PDF")


def test_a_language_that_cannot_be_printed_is_not_offered_and_the_form_says_so(noord: Client) -> None:
    page = noord.get(reverse("case_letters", args=[told_on().number])).content.decode()

    assert 'value="ar"' in page and 'value="ti"' not in page
    assert "Het schrift van het Tigrinya kunnen wij niet afdrukken." in page


def test_an_explanation_stands_on_a_page_of_its_own_and_says_that_the_dutch_text_holds() -> None:
    letter = written(told_on(), language="ar", explanation="مرحبا\n\nنريد أن نتحدث معك.")
    pdf = letters.print_out(letter=letter, by=person("noord@"), at=timezone.now())

    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    assert pages == 2
    assert "Dit is een uitleg. De Nederlandse tekst geldt." in text_of(pdf)


def test_printing_takes_less_than_a_second_and_the_longest_letter_too() -> None:
    long = "Beste lezer,\n\n" + "\n\n".join(["Dit is een zin die over een hele regel gaat. " * 4] * 40)
    letter = written(told_on(), body=long[:8000], language="en", explanation=long[:8000])

    began = time.monotonic()
    pdf = letters.print_out(letter=letter, by=person("noord@"), at=timezone.now())

    assert time.monotonic() - began < 1
    assert len(pdf) < 300_000


def test_a_print_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.001)

    with pytest.raises(printing.NotPrinted):
        printing.print_letter({})


# Who reported


def marks_of(case: Case) -> list[str]:
    report = case.reports.select_related("identity__home").get()
    seen = report.last_seen_on
    assert seen is not None
    filed = timezone.localdate(report.filed_at)
    return [
        "Xanthippe", "Quispelaar", "00009876", "quispel@", "Esdoornlaan 14", "Zwaluwmuziek", report.number,
        data.in_dutch(seen), data.in_dutch(filed), f"{filed:%H:%M}", data.in_dutch(filed).rpartition(" ")[0],
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_letter_that_the_portal_begins_says_who_reported(language: str) -> None:
    case = told_on()
    marks, now, by = marks_of(case), timezone.now(), person("noord@")
    values = of_case(case=case, by=by, at=now, language=language, to="M. de Vries")
    for text in StandardText.objects.filter(moment__in=FOR_LETTERS):
        source = text.text_nl if language == "nl" else text.translations["en"]
        rest = dict.fromkeys(set(named_in(source)) - set(values), "iets")
        body = fill(source, {**values, **rest})
        letter = written(case, sort=text.moment, heading=text.heading, body=body)

        page = client_of("noord@").get(reverse("case_letter", args=[case.number, letter.pk])).content.decode()
        paper = text_of(letters.print_out(letter=letter, by=by, at=now))
        assert "M. de Vries" in paper and case.number in paper
        shown = str(data.of_letter(letter=letter, signed_by=by, at=now, ours=current()))

        for mark in marks:
            assert mark not in paper and mark not in shown, (text.code, mark)
            assert mark not in page.partition("<main")[2], (text.code, mark)
        assert letters.found_in(letter) == [], text.code


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Mevrouw Quispelaar hoort u.", Found.NAME),
        ("XANTHÍPPE hoort u.", Found.NAME),
        ("De buren op nummer 14 horen u.", Found.HOUSE),
        ("Esdoornlaan 14 hoort u.", Found.HOUSE),
        ("Bel 06 0000 9876.", Found.PHONE),
        ("Schrijf naar Quispel@example.nl", Found.EMAIL),
    ],
)
def test_words_of_a_reporter_are_noticed(words: str, what: Found) -> None:
    assert what in letter_leaks.found_in(case=told_on(), text=words, to_name="M. de Vries")


def test_the_days_and_the_number_of_a_report_are_noticed() -> None:
    case = told_on()
    report = case.reports.get()
    filed, seen = timezone.localdate(report.filed_at), report.last_seen_on
    assert seen is not None
    for day in (filed, seen):
        for words in (data.in_dutch(day), f"{day.day}-{day.month}-{day.year}", day.isoformat()):
            found = letter_leaks.found_in(case=case, text=f"Op {words} was het luid.", to_name="M. de Vries")
            assert Found.DAY in found, words
    assert letter_leaks.found_in(case=case, text=f"Zie {report.number}.", to_name="x") == [Found.NUMBER]


@pytest.mark.parametrize(
    "words",
    ["U hebt 14 dagen.", "Kom om 14.30 uur of 14:00.", "Binnen 14 weken.", "Op 14 mei.", "Regel 3.14", "Vandaag is fijn."],
)  # fmt: skip
def test_ordinary_words_and_numbers_are_let_be(words: str) -> None:
    assert letter_leaks.found_in(case=told_on(), text=words, to_name="M. de Vries") == []


def test_a_letter_to_the_reporter_may_name_the_reporter() -> None:
    text = "Beste Xanthippe Quispelaar, u woont op Esdoornlaan 14."

    assert letter_leaks.found_in(case=told_on(), text=text, to_name="mevrouw Xanthippe Quispelaar") == []


def test_a_namesake_of_the_reader_is_still_looked_for() -> None:
    case = told_on()
    identity = case.reports.get().identity
    identity.name = "Quispelaar"
    identity.save()
    found = letter_leaks.found_in(
        case=case, text="Quispelaar, bel 06 0000 9876 of nummer 14.", to_name="M. Quispelaar"
    )

    assert found == [Found.HOUSE, Found.PHONE]


@pytest.mark.parametrize("pattern", ["j F, 23.15 \\u\\u\\r", "j M", "j-n"])
def test_a_day_is_refused_for_the_accused(pattern: str) -> None:
    case = told_on()
    with override("nl"):
        words = date_format(case.reports.get().last_seen_on, pattern)

    with pytest.raises(keeping_apart.NamesReporter):
        keeping_apart.check(case=case, texts=["Dit gaat over:", words])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ayşe Çelik", "Mevrouw CELIK hoort u."),
        ("Ayse Celik", "Mevrouw Çelik hoort u."),
        ("Xanthippe Jansen-Bakker", "Mevrouw Bakker hoort u."),
        ("Bo Li", "Bo  Li hoort u."),
        ("Bo Li", "De buren op nummer 14 horen u."),
        ("Bo Li", "Esdóórnlaan, nr. 14 hoort u."),
    ],
)
def test_what_points_at_a_reporter_is_refused_for_the_accused(name: str, words: str) -> None:
    case = told_on()
    identity = case.reports.get().identity
    identity.name = name
    identity.save()

    with pytest.raises(keeping_apart.NamesReporter):
        keeping_apart.check(case=case, texts=[words])


@pytest.mark.parametrize(
    "words", ["Wil u bellen?", "Regel 14 van het huis.", "Wij komen op 14 mei.", "Geld of geluid."]
)
def test_ordinary_words_for_the_accused_are_let_be(words: str) -> None:
    case = told_on()
    identity = case.reports.get().identity
    identity.name = "Wil Li"
    identity.save()

    keeping_apart.check(case=case, texts=[words])


def test_a_reporter_whose_report_was_set_apart_is_still_kept_from_the_accused() -> None:
    case = told_on()
    other = file("GEL-MUZ", place=at_home(8))
    report = case.reports.get()
    report.case = other.case
    report.save()
    ReportMove.objects.create(
        report=report,
        from_case=case,
        to_case=other.case,
        sort="split",
        at=timezone.now(),
        by=person("noord@"),
    )

    with pytest.raises(keeping_apart.NamesReporter):
        keeping_apart.check(case=case, texts=["Mevrouw Quispelaar hoort u."])


def test_a_letter_with_words_of_a_reporter_goes_only_after_somebody_looked(noord: Client) -> None:
    case = told_on()
    letter = written(case, body="Mevrouw Quispelaar hoort u.")
    address = reverse("case_letter_send", args=[case.number, letter.pk])
    page = noord.get(reverse("case_letter", args=[case.number, letter.pk])).content.decode()

    refused = noord.post(address, {"version": letter.version})
    with pytest.raises(letters.TellsOfReporter):
        sent(letter)
    before = Letter.objects.get(pk=letter.pk).is_sent
    noord.post(address, {"version": letter.version, "looked": "on"})

    assert "In deze brief staat een naam van een melder" in page
    assert refused.status_code == 422
    assert not before
    assert Letter.objects.get(pk=letter.pk).is_sent
    assert AuditEvent.objects.filter(action="case.send_letter").get().detail["looked"] is True


# Written and sent


def test_a_letter_begins_with_a_standard_text_and_asks_for_what_the_text_leaves_open(noord: Client) -> None:
    case = told_on()
    address = reverse("case_letter_new", args=[case.number]) + "?tekst=uitnodiging&taal=en"

    page = noord.get(address).content.decode()

    assert 'name="gap_datum_gesprek"' in page and 'name="gap_plek_gesprek"' in page
    assert "Wij kregen een melding over" in page and "{soort}" not in page
    assert "We received a report about" in page

    form = noord.get(address).context["form"]
    posted = {name: form[name].value() or "" for name in form.fields} | {
        "to_name": "M. de Vries", "to_address": "Esdoornlaan 6\r\n9990 AA Lindestad",
    }  # fmt: skip
    gaps = noord.post(address, posted)
    answer = noord.post(
        address, posted | {"gap_datum_gesprek": "2 juni, 14 uur", "gap_plek_gesprek": "ons kantoor"}
    )

    letter = Letter.objects.get(case=case)
    assert gaps.status_code == 422
    assert "haal {datum_gesprek} uit de tekst" in gaps.content.decode()
    assert answer.status_code == 302
    assert letter.body.startswith(
        "Beste M. de Vries,\n\nWij willen graag met u praten. Kunt u komen op 2 juni, 14 uur?"
    )
    assert letter.explanation.startswith("Dear M. de Vries,")
    assert "{" not in letter.body + letter.explanation
    assert letter.text_id == "uitnodiging" and letter.sort == Sort.INVITATION


def test_a_name_with_braces_is_no_variable(noord: Client) -> None:
    case = told_on()
    address = reverse("case_letter_new", args=[case.number])
    noord.post(
        address,
        {"sort": "other", "to_name": "{zaaknummer} {0.x}", "to_address": "Laan 1", "heading": "Hallo", "body": "{aanhef}"},
    )  # fmt: skip

    assert Letter.objects.get(case=case).body == "Beste {zaaknummer} {0.x}"


def test_a_sent_letter_and_its_paper_stay_as_they_are_also_with_another_key(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = sent(written(told_on()))
    paper = LetterPaper.objects.get(letter=letter)

    for change in (
        lambda: Letter.objects.filter(pk=letter.pk).update(heading="Anders"),
        lambda: Letter.objects.filter(pk=letter.pk).update(sent_at=None, sent_by=None),
        lambda: LetterPaper.objects.filter(pk=letter.pk).update(sha256="0"),
        lambda: LetterPaper.objects.filter(pk=letter.pk).delete(),
    ):
        with pytest.raises(Error, match="kept as sent"), transaction.atomic():
            change()
    with pytest.raises(letters.Outdated):
        letters.rewrite(
            letter=letter, content=PLAIN, version=letter.version, by=person("noord@"), at=timezone.now()
        )

    monkeypatch.setattr(rotation, "outdated", lambda *, model, field: model._base_manager.all())
    rotation.rotate(model=Letter, field="body", batch=5)
    rotation.rotate(model=LetterPaper, field="pdf", batch=5)
    assert Letter.objects.get(pk=letter.pk).body == PLAIN.body
    assert b64decode(LetterPaper.objects.get(letter=letter).pdf).startswith(b"%PDF")
    assert paper.sha256 == LetterPaper.objects.get(letter=letter).sha256


def test_another_letterhead_changes_no_letter_that_was_sent() -> None:
    letter = sent(written(told_on()))
    association = current()
    association.name = "Woonstichting De Wilg"
    association.save()

    text = text_of(letters.print_out(letter=letter, by=person("zuid@"), at=timezone.now()))

    assert "Woonstichting De Linde" in text
    assert "De Wilg" not in text


def test_nobody_sends_what_he_did_not_see(noord: Client) -> None:
    letter = written(told_on())
    letters.rewrite(
        letter=letter, content=replace(PLAIN, heading="Anders"), version=1, by=person("teamleider@"), at=timezone.now()
    )  # fmt: skip

    late = noord.post(
        reverse("case_letter_send", args=[letter.case.number, letter.pk]), {"version": letter.version}
    )
    edit = noord.post(
        reverse("case_letter_edit", args=[letter.case.number, letter.pk]),
        {
            "version": 1,
            "sort": "other",
            "to_name": "x",
            "to_address": "y",
            "heading": "Nog anders",
            "body": "z",
        },
    )

    assert late.status_code == edit.status_code == 409
    assert "Nog anders" in edit.content.decode()
    assert not Letter.objects.get(pk=letter.pk).is_sent
    assert Letter.objects.get(pk=letter.pk).heading == "Anders"


def test_a_day_to_check_becomes_a_term_and_a_letter_without_one_stands_in_a_list_of_work() -> None:
    case = heard(told_on())
    day = timezone.localdate() + timedelta(days=30)

    with_day = sent(written(case, sort=Sort.WARNING, check_on=day))
    without = sent(written(case, sort=Sort.AGREEMENTS))
    sent(written(case, sort=Sort.INVITATION))
    written(case, sort=Sort.WARNING)

    term = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.CHECK)
    assert timezone.localdate(term.due) == day
    assert term.about == f"letter.{with_day.pk}"
    assert list(Letter.objects.without_check()) == [without]


@pytest.mark.parametrize("sort", sorted(letters.AFTER_HEARING))
def test_no_warning_before_the_other_side_was_heard(sort: str, noord: Client) -> None:
    case = told_on()
    letter = written(case, sort=sort)
    page = noord.get(reverse("case_letter", args=[case.number, letter.pk])).content.decode()
    answer = noord.post(
        reverse("case_letter_send", args=[case.number, letter.pk]), {"version": letter.version}
    )

    with pytest.raises(letters.MayNot):
        sent(letter)
    heard(case)

    assert "Eerder gaat er geen waarschuwing uit" in page
    assert answer.status_code == 409
    assert sent(letter).is_sent


def test_each_step_leaves_one_line_and_one_record_and_neither_says_to_whom() -> None:
    case = told_on()
    lines, records = case.timeline.count(), AuditEvent.objects.count()
    letter = written(case)
    letters.rewrite(letter=letter, content=PLAIN, version=1, by=person("noord@"), at=timezone.now())
    letter.refresh_from_db()
    sent(letter)
    letters.throw_away(letter=written(case), version=1, by=person("noord@"), at=timezone.now())

    new = case.timeline.all()[: case.timeline.count() - lines]
    assert len(new) == 5
    assert AuditEvent.objects.count() - records == 5
    assert {one.sort for one in new} == {TimelineEntry.Sort.LETTER}
    assert not any("Vries" in one.text for one in new)


def test_nothing_of_a_letter_stands_readable_in_the_database() -> None:
    letter = sent(written(told_on(), language="en", explanation="Dear M. de Vries, welcome."))

    with connection.cursor() as cursor:
        cursor.execute("SELECT incidents_letter::text FROM incidents_letter WHERE id = %s", [letter.pk])
        row = cursor.fetchone()[0]
    for words in ("Vries", "Esdoornlaan", "Uitnodiging", "welcome"):
        assert words not in row


def test_a_letter_of_one_case_does_not_open_under_another(noord: Client) -> None:
    letter = written(told_on())
    other = file("GEL-MUZ", place=at_home(6)).case

    assert noord.get(reverse("case_letter", args=[other.number, letter.pk])).status_code == 404


def test_a_check_in_the_past_is_refused(noord: Client) -> None:
    case = told_on()
    answer = noord.post(
        reverse("case_letter_new", args=[case.number]),
        {"sort": "other", "to_name": "x", "to_address": "y", "heading": "z", "body": "q", "check_on": f"{date(2020, 1, 1):%d-%m-%Y}"},
    )  # fmt: skip

    assert answer.status_code == 422
    assert "Kies een dag die nog komt." in answer.content.decode()
