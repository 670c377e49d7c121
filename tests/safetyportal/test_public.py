"""Pages of no side: robots, security.txt, the choice of a language, and the mails of the demo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from safetyportal.demo import mails
from safetyportal.demo.views import demo_mail

pytestmark = pytest.mark.django_db


def test_robots_stay_outside() -> None:
    assert b"Disallow: /\n" in Client().get("/robots.txt").content


def test_security_txt_names_a_contact_and_does_not_expire_soon(association: None) -> None:
    text = Client().get("/.well-known/security.txt").content.decode()

    told = dict(line.split(": ", 1) for line in text.splitlines())
    expires = datetime.strptime(told["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert told["Contact"].startswith(("mailto:", "tel:"))
    assert timedelta(days=90) < expires - timezone.now() < timedelta(days=365)


def test_the_language_is_kept_and_leads_back_to_the_same_page() -> None:
    client = Client()

    answer = client.post(reverse("set_language"), {"language": "en", "next": "/inloggen/"})

    assert answer.url == "/inloggen/"
    assert client.cookies["taal"].value == "en"


@pytest.mark.parametrize("away", ["https://evil.example", "//evil.example", "javascript:alert(1)"])
def test_the_language_never_leads_to_another_site(away: str) -> None:
    answer = Client().post(reverse("set_language"), {"language": "en", "next": away})

    assert "evil" not in answer.url
    assert "javascript" not in answer.url


def test_only_the_demo_shows_mails() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("demo_mail")
    assert Client().get("/demo/mails/").status_code == 404


def write(folder: Path, subject: str, body: str) -> None:
    message = EmailMessage(subject=subject, body=body, to=["iemand@example.nl"])
    EmailBackend(file_path=str(folder)).send_messages([message])


def test_mails_are_read_back_newest_first(tmp_path: Path) -> None:
    write(tmp_path, "Eén bericht", "Goedendag,\n\nHallo é.\n")
    write(tmp_path, "Tweede bericht", "Nog een.\n" + "-" * 79 + "x\n")

    found = mails.newest(tmp_path)

    assert {mail.subject for mail in found} == {"Eén bericht", "Tweede bericht"}
    assert "Hallo é." in next(mail.body for mail in found if mail.subject == "Eén bericht")
    assert {mail.to for mail in found} == {"iemand@example.nl"}
    assert found == sorted(found, key=lambda mail: mail.sent_at, reverse=True)


def test_the_page_shows_to_whom_and_what_and_that_it_is_a_demonstration(
    tmp_path: Path, settings: Any
) -> None:
    settings.MAIL_FOLDER = tmp_path
    write(tmp_path, "Een <b>bericht</b>", "Goedendag,\n\nhttp://localhost:8000/partner/\n")
    request = RequestFactory().get("/demo/mails/")
    request.user = AnonymousUser()

    page = demo_mail(request).content.decode()

    assert "Een &lt;b&gt;bericht&lt;/b&gt;" in page
    assert "iemand@example.nl" in page
    assert "Alleen in de demonstratie" in page


def test_a_folder_that_is_not_there_holds_no_mails(tmp_path: Path) -> None:
    assert mails.newest(tmp_path / "mail") == []
