"""An e-mail brought in by a colleague: it becomes a report or a line in a case, and a bad one loses nothing."""

from __future__ import annotations

import contextlib
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email.message import EmailMessage
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.entry import mail_reading, mails
from incidents.entry.mail_reading import Unreadable, Why, read
from incidents.entry.mail_words import words_of_html
from incidents.models import Case, Draft, Evidence, EvidencePiece, Report, ReporterIdentity, TimelineEntry
from safetyportal.audit.models import AuditEvent
from tests.incidents.entry_desk import answers, client_of, typed
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import chosen
from tests.incidents.tenant import words
from tests.world import at_home, home, person, routed

db = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
SECRET = "Kraai-op-balkon-17"


def message(**changes: Any) -> EmailMessage:
    made = EmailMessage()
    made["From"] = changes.get("sender", "Aisha Bouzian <aisha@example.nl>")
    made["To"] = "contact@delinde.example.nl"
    made["Subject"] = changes.get("subject", "Harde muziek bij de buren")
    made["Date"] = "Mon, 16 Nov 2026 21:30:00 +0100"
    made.set_content(changes.get("text", "Elke avond tot twee uur. Groet, Aisha"))
    return made


def with_files(*files: tuple[bytes, str, str]) -> bytes:
    made = message()
    for body, media_type, name in files:
        main, _, sub = media_type.partition("/")
        made.add_attachment(body, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def brought(client: Client, raw: bytes = b"", **data: Any) -> Any:
    file = {"file": chosen(raw, "mail.eml")} if raw else {}
    return client.post(reverse("mail_new"), {**file, **data})


def key_of(answer: Any) -> str:
    assert answer.status_code == 302, answer.context["form"].errors
    return str(answer.headers["Location"]).rstrip("/").rpartition("/")[2]


# Reading


def test_a_plain_mail_gives_sender_subject_words_and_moment() -> None:
    mail = read(message().as_bytes())

    assert (mail.name, mail.address) == ("Aisha Bouzian", "aisha@example.nl")
    assert mail.subject == "Harde muziek bij de buren"
    assert mail.text == "Elke avond tot twee uur. Groet, Aisha"
    assert mail.sent_at is not None and mail.sent_at.day == 16


def test_html_alone_becomes_words_and_loads_nothing() -> None:
    made = message()
    made.set_content(
        "<html><head><style>p{color:red}</style><title>x</title></head><body><script>fetch('//evil')</script>"
        "<p>Eerste &amp; tweede</p><img src='https://tracker.example.nl/p.gif' alt='spion'><ul><li>Een</li><li>Twee</li></ul>",
        subtype="html",
    )

    assert read(made.as_bytes()).text == "Eerste & tweede\n\nEen\n\nTwee"


@pytest.mark.parametrize(
    "html", ["<p>open", "</p></p>x", "<<<>>>", "<script>nooit", "&#0;&#xD800;&bogus;", "<!--", "<![CDATA["]
)
def test_broken_html_never_falls_over(html: str) -> None:
    assert "\0" not in words_of_html(html)


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        (b"Content-Type: text/plain; charset=utf-8", "Eén café".encode(), "Eén café"),
        (b"Content-Type: text/plain; charset=iso-8859-1", "Eén café".encode("latin-1"), "Eén café"),
        (b"Content-Type: text/plain; charset=bestaat-niet", "Eén café".encode("cp1252"), "Eén café"),
        (b"Content-Type: text/plain; charset=\xff\xfe", b"gewoon", "gewoon"),
        (b"Content-Type: text/plain; charset=us-ascii", "Eén café".encode(), "Eén café"),
        (b"Content-Type: text/plain\nContent-Transfer-Encoding: base64", b"###geen base64###", ""),
        (b"Content-Type: onzin", b"gewoon", "gewoon"),
        (b"X-Niets: 1", b"gewoon", "gewoon"),
    ],
)
def test_nonsense_in_the_alphabet_costs_no_words(head: bytes, body: bytes, said: str) -> None:
    raw = b"From: a@example.nl\nSubject: x\n" + head + b"\n\n" + body

    if said:
        assert read(raw).text == said
    else:
        with contextlib.suppress(Unreadable):
            read(raw)


@pytest.mark.parametrize(
    "head",
    [
        b"From: =?utf-8?q?=ff=fe?= <x>",
        b'From: "onaf <a@example.nl',
        b"From: <>",
        b"From:",
        b"From: a@[300.1.1.1",
        b"From: =?bestaat-niet?b?YQ==?= <a@example.nl>",
        b"From: " + b"a," * 5000,
        b"Date: gisteren",
        b"Date: Mon, 99 Foo 20260 99:99:99 +9999",
        b"Subject: =?utf-8?b?AAAA?=",
        b"Content-Type: multipart/mixed; boundary=",
        b'Content-Type: multipart/mixed; boundary="nergens"',
        b"Content-Disposition: attachment; filename*=utf-8''%ff%fe",
    ],
)
def test_a_bad_header_costs_that_header_alone(head: bytes) -> None:
    raw = b"X-From: x\nReceived: y\n" + head + b"\nSubject: goed\n\nDe woorden zelf."

    try:
        found = read(raw)
    except Unreadable as unreadable:
        assert unreadable.why in (Why.NO_WORDS, Why.NO_MAIL)
    else:
        assert "\0" not in found.subject + found.name + found.text


def test_a_mail_within_a_mail_gives_its_words_too() -> None:
    outer = message(text="Zie hieronder.")
    outer.add_attachment(message(text="De eerste mail."))

    found = read(outer.as_bytes())

    assert "Zie hieronder." in found.text
    assert "De eerste mail." in found.text
    assert found.attachments == ()


def test_parts_within_parts_without_end_are_refused_or_read_but_never_fall_over() -> None:
    raw = b"From: a@example.nl\nSubject: diep\n"
    for deep in range(3000):
        raw += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (deep, deep)
    raw += b"Content-Type: text/plain\n\nOnderin.\n"

    with pytest.raises(Unreadable):
        read(raw)


def test_a_thousand_parts_are_not_all_taken() -> None:
    made = message()
    for number in range(1000):
        made.add_attachment(b"x" * 10, maintype="application", subtype="octet-stream", filename=f"{number}")

    assert len(read(made.as_bytes()).attachments) < mail_reading.MOST_PARTS


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", Why.EMPTY),
        (b"  \n ", Why.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, Why.OUTLOOK),
        (making.jpeg(), Why.NO_MAIL),
        (b"Zomaar wat tekst zonder koppen.", Why.NO_MAIL),
        (
            b"From: a@example.nl\nSubject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--",
            Why.LOCKED,
        ),
        (b"From: a@example.nl\nSubject: x\nContent-Type: application/pkcs7-mime\n\nMIIB", Why.LOCKED),
        (b"From: a@example.nl\nSubject: x\n\n", Why.NO_WORDS),
    ],
)
def test_what_cannot_be_read_says_what_to_do(raw: bytes, why: Why) -> None:
    with pytest.raises(Unreadable) as refused:
        read(raw)

    assert refused.value.why == why


BUSY = [
    b"From: " + b"(" * 3000,
    b"Subject: x\nContent-Type: text/plain; " + b"a=1; " * 20_000,
    b"From: " + b"a@b.example.nl, " * 20_000,
    b"Subject: " + b"=?utf-8?q?=41?=\n " * 10_000,
    b"X-Long: " + b"x" * 100_000,
    b"Content-Disposition: attachment; " + b"(" * 3000,
    b"\n".join(b"X-%d: x" % number for number in range(201)),
    b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 2_001,
    b"Content-Type: multipart/mixed; boundary=b\n\n"
    + (b"--b\nContent-Type: text/plain; " + b"a=1; " * 1_500 + b"\n\nx\n") * 100,
]


@pytest.mark.parametrize("head", BUSY, ids=range(len(BUSY)))
def test_a_file_made_to_keep_us_busy_is_read_or_refused_at_once(head: bytes) -> None:
    began = time.process_time()

    try:
        found = read(b"Received: y\n" + head + b"\n\nDe woorden zelf.")
    except Unreadable as unreadable:
        assert unreadable.why == Why.NO_MAIL
    else:
        assert (found.name, found.address) == ("", "")

    assert time.process_time() - began < 2


@pytest.mark.parametrize("head", [*BUSY[1:5], *BUSY[6:8]])
def test_what_is_longer_or_more_than_any_mail_is_refused(head: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read(b"Received: y\n" + head + b"\n\nDe woorden zelf.")

    assert refused.value.why == Why.NO_MAIL


def test_a_mail_to_a_whole_street_is_read() -> None:
    to = ", ".join(f"Bewoner {number} <bewoner{number}@example.nl>" for number in range(400))

    assert read(b"To: " + to.encode() + b"\nFrom: a@example.nl\n\nBeste buren").text == "Beste buren"


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_a_sender_of_brackets_alone_does_not_break_the_page() -> None:
    assert brought(client_of("noord@"), b"From: " + b"(" * 3000 + b"\n\nHet is weer raak.").status_code == 302


# Bringing in


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_a_mail_posted_twice_at_once_stands_in_the_case_once() -> None:
    case, by, start = routed("GEL-MUZ", place=at_home(4), consent=False), person("noord@"), Barrier(4)
    held = mails.hold(mail=mail_reading.pasted(SECRET), by=by, client="desk", at=timezone.now())

    def press(_time: int) -> None:
        start.wait()
        try:
            mails.add_to_case(case=case, held=held, by=by, at=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(press, range(4)))

    assert case.timeline.filter(sort=TimelineEntry.Sort.MAIL).count() == 1
    assert not Draft.objects.exists()


class TestBringingIn:
    pytestmark = db

    def test_a_mail_becomes_a_report_with_its_photo(self) -> None:
        client = client_of("noord@")
        raw = with_files(
            (making.jpeg(), "image/jpeg", "Jan Jansen.jpg"), (b"MZ virus", "application/exe", "x.exe")
        )
        key = key_of(brought(client, raw))

        page = client.get(reverse("mail_page", args=[key]))
        entry = client.get(reverse("entry_page") + f"?mail={key}")
        story = entry.context["form"]["story"].value()
        sent = typed(channel="email", story=story, mail=key)
        client.post(reverse("entry_page"), {**sent, **answers("GEL-MUZ")})

        assert "x.exe: Dit bestand kunnen wij niet lezen" in words(page)
        assert story == "Harde muziek bij de buren\n\nElke avond tot twee uur. Groet, Aisha"
        assert 'value="Aisha Bouzian"' in entry.content.decode()
        assert 'value="aisha@example.nl"' in entry.content.decode()
        report = Report.objects.get()
        assert (report.channel, report.story) == ("email", story)
        assert [one.sort for one in report.evidence.all()] == ["photo"]
        assert ReporterIdentity.objects.get(report=report).email == "aisha@example.nl"
        assert not Draft.objects.exists()

    def test_the_page_asks_the_questions_of_what_the_subject_is_about(self) -> None:
        client = client_of("noord@")
        key = key_of(brought(client, message().as_bytes()))

        entry = client.get(reverse("entry_page") + f"?mail={key}")

        assert entry.context["form"]["words"].value() == "Harde muziek bij de buren"
        assert 'value="email"' in entry.content.decode()

    def test_attachments_go_along_once_however_often_it_is_sent(self) -> None:
        client = client_of("noord@")
        key = key_of(brought(client, with_files((making.jpeg(), "image/jpeg", "x.jpg"))))
        sent = {**typed(mail=key), **answers("GEL-MUZ")}

        first, again = (client.post(reverse("entry_page"), sent) for _time in range(2))

        assert first.headers["Location"] == again.headers["Location"]
        assert Evidence.objects.count() == 1

    def test_a_protected_report_keeps_no_attachment(self) -> None:
        client = client_of("noord@")
        key = key_of(brought(client, with_files((making.jpeg(), "image/jpeg", "x.jpg"))))

        client.post(reverse("entry_page"), {**typed(kind="AGR-HUIS", mail=key), **answers("AGR-HUIS")})

        assert Report.objects.get().case.restricted
        assert not Evidence.objects.exists()

    def test_a_mail_stands_in_the_timeline_of_a_case_for_the_team_alone(self) -> None:
        case = routed("GEL-MUZ", place=at_home(4), consent=False)
        client = client_of("noord@")
        key = key_of(brought(client, message(text=f"{SECRET}. Hij is depressief.").as_bytes()))

        done = client.post(reverse("mail_to_case", args=[key]), {"number": case.number.lower()})

        assert done.headers["Location"] == reverse("case_page", args=[case.number])
        line = case.timeline.get(sort=TimelineEntry.Sort.MAIL)
        assert (line.visibility, line.sensitive, line.by) == ("team", True, person("noord@"))
        assert line.text.startswith("Van: de melder\nVerstuurd: 16 november 2026, 21.30\nOnderwerp:")
        assert SECRET in line.text
        assert AuditEvent.objects.filter(action="case.add_mail").count() == 1
        assert SECRET not in str(list(AuditEvent.objects.values_list("detail", flat=True)))
        assert client.get(reverse("mail_page", args=[key])).status_code == 404

    def test_who_sent_it_does_not_stand_in_the_line_and_the_line_is_not_searched(self) -> None:
        case = routed("GEL-MUZ", place=at_home(4), consent=False)
        client = client_of("noord@")
        made = message(sender="Zwaantje Kolibrie <Zwaantje@example.nl>", text="Het is weer raak.")
        key = key_of(brought(client, made.as_bytes()))

        client.post(reverse("mail_to_case", args=[key]), {"number": case.number})

        line = case.timeline.get(sort=TimelineEntry.Sort.MAIL)
        assert line.sensitive
        assert line.text.startswith("Van: de afzender van de e-mail\nVerstuurd:")
        assert "zwaantje" not in line.text.casefold() and "kolibrie" not in line.text.casefold()

    @pytest.mark.parametrize("number", ["", "Z-0000-0000", "kaas", "M-7K2P-9QXD"])
    def test_a_wrong_number_is_said_and_the_mail_stays(self, number: str) -> None:
        client = client_of("noord@")
        key = key_of(brought(client, text=SECRET))

        page = client.post(reverse("mail_to_case", args=[key]), {"number": number})

        assert page.status_code == 422
        assert SECRET in words(page)

    def test_a_case_of_another_team_looks_like_one_that_is_not_there(self) -> None:
        case = routed("GEL-MUZ", place=at_home(4), consent=False)
        client = client_of("zuid@")
        key = key_of(brought(client, text=SECRET))

        page = client.post(reverse("mail_to_case", args=[key]), {"number": case.number})

        assert page.status_code == 422
        assert "Deze zaak is er niet, of is niet van uw team." in words(page)
        assert not case.timeline.filter(sort="mail").exists()

    def test_a_merged_case_refuses_with_the_mail_kept(self) -> None:
        case = routed("GEL-MUZ", place=at_home(4), consent=False)
        into = routed("GEL-MUZ", place=at_home(8), consent=False)
        Case.objects.filter(pk=case.pk).update(status="merged", closed_at=timezone.now(), merged_into=into)
        client = client_of("noord@")
        key = key_of(brought(client, text=SECRET))

        page = client.post(reverse("mail_to_case", args=[key]), {"number": case.number})

        assert page.status_code == 409
        assert SECRET in words(page)

    def test_a_mail_belongs_to_who_brought_it_in(self) -> None:
        key = key_of(brought(client_of("noord@"), text=SECRET))
        other = client_of("noord2@")

        assert other.get(reverse("mail_page", args=[key])).status_code == 404
        assert other.post(reverse("mail_page", args=[key])).status_code == 404
        assert SECRET not in other.get(reverse("entry_page") + f"?mail={key}").content.decode()
        assert Draft.objects.filter(pk=key).exists()

    def test_the_draft_of_a_tenant_is_no_mail(self) -> None:
        draft = Draft.objects.create(
            created_at=timezone.now(), changed_at=timezone.now(), answers={"mail": None}
        )

        assert client_of("noord@").get(reverse("mail_page", args=[draft.pk])).status_code == 404

    @pytest.mark.parametrize("asked", ["x", "", "00000000-0000-0000-0000-000000000000"])
    def test_an_entry_page_for_a_mail_that_is_gone_is_an_empty_one(self, asked: str) -> None:
        assert client_of("noord@").get(reverse("entry_page") + f"?mail={asked}").status_code == 200

    def test_thrown_away_is_gone_and_so_is_what_nobody_used_for_a_day(self) -> None:
        client = client_of("noord@")
        gone = key_of(brought(client, with_files((making.jpeg(), "image/jpeg", "x.jpg"))))
        client.post(reverse("mail_page", args=[gone]))
        assert not Evidence.objects.exists()
        key_of(brought(client, with_files((making.jpeg(), "image/jpeg", "x.jpg"))))

        from incidents.tasks import purge_drafts

        with time_machine.travel(timezone.now() + timedelta(hours=25)):
            purge_drafts()

        assert not Draft.objects.exists()
        assert not EvidencePiece.objects.exists()

    def test_what_a_mail_says_is_not_readable_in_the_database(self) -> None:
        brought(client_of("noord@"), text=SECRET)
        with connection.cursor() as cursor:
            cursor.execute("SELECT answers FROM incidents_draft")
            assert SECRET not in str(cursor.fetchall())

    def test_a_bad_file_keeps_what_was_pasted_beside_it(self) -> None:
        page = brought(client_of("noord@"), b"geen mail", text=SECRET)

        assert page.status_code == 422
        assert "Dit bestand is geen e-mail." in words(page)
        assert SECRET in page.content.decode()
        assert not Draft.objects.exists()

    def test_nothing_chosen_is_said(self) -> None:
        page = brought(client_of("noord@"))

        assert page.status_code == 422
        assert "Kies een e-mail, of plak de tekst." in words(page)

    def test_a_file_over_25_mb_is_refused_with_what_to_do(self) -> None:
        page = brought(client_of("noord@"), message().as_bytes() + b"x" * (mail_reading.LARGEST + 1))

        assert page.status_code == 422
        assert "groter dan 25 MB" in words(page)

    def test_a_text_too_long_to_keep_is_cut_and_that_is_said(self) -> None:
        client = client_of("noord@")
        key = key_of(brought(client, text="a " * 15_000))

        assert "langer dan 20.000 tekens" in words(client.get(reverse("mail_page", args=[key])))

    def test_a_desk_makes_a_report_of_a_mail_and_writes_in_no_case(self) -> None:
        case = routed("GEL-MUZ", place=at_home(4), consent=False)
        client = client_of("techniek@")
        key = key_of(brought(client, text=SECRET))

        assert "Zaaknummer" not in words(client.get(reverse("mail_page", args=[key])))
        assert client.post(reverse("mail_to_case", args=[key]), {"number": case.number}).status_code == 403
        assert home(4)
