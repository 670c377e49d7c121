"""English, all the way: no kind, help line or page leaves a reader of English with Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from incidents.models import Report
from incidents.taxonomy import KINDS, KindSpec
from partners.models import Partner
from safetyportal import translation
from safetyportal.texts.helplines import LINES, defaults
from tests.house.test_strangers import ACTORS, TABLE, Stage, stage  # noqa: F401
from tests.incidents.tenant import STEPS, begin, post, url, written_until

SEEN = ("title", "alt", "aria-label", "placeholder")
VOID = ("area", "br", "hr", "img", "input", "link", "meta")
LONG = 3  # words; a shorter text counts only where it stands alone


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_says_all_it_says_in_english_too(kind: KindSpec) -> None:
    assert (bool(kind.hint_en), bool(kind.call_text_en)) == (bool(kind.hint_nl), bool(kind.call_text_nl))
    assert kind.hint_en != kind.hint_nl
    assert re.findall(r"\d[\d-]+", kind.call_text_en) == re.findall(r"\d[\d-]+", kind.call_text_nl)


def test_a_help_line_says_all_it_says_in_english_too() -> None:
    assert len(defaults()) == len(LINES)
    for line in defaults():
        assert line.label_en, line.code
        assert line.when_text_en not in ("", line.when_text), line.code


class Reader(HTMLParser):
    """The pieces of text of a page, as somebody reads or hears them; not what is said to be in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.passed = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID and (
            self.passed or tag in ("script", "style") or (tag != "html" and told.get("lang") == "nl")
        ):
            self.passed += 1
        if not self.passed:
            self.pieces += [one for name in SEEN if (one := told.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self.passed = max(0, self.passed - 1)

    def handle_data(self, data: str) -> None:
        if not self.passed and data.strip():
            self.pieces.append(re.sub(r"\s+", " ", data).strip())


def dutch() -> Iterator[str]:
    """Each text of the catalogue whose English is another text."""
    for message in translation.read("en"):
        texts = message.id if isinstance(message.id, tuple) else (message.id,)
        english = message.string if isinstance(message.string, tuple) else (message.string,)
        yield from (re.sub(r"\s+", " ", text).strip() for text in texts if text and text not in english)


def words(text: str) -> int:
    return len(re.findall(r"[^\W\d]{2,}", text))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return list(dutch())


def left_over(page: str, texts: list[str]) -> set[str]:
    """A text of a few words counts wherever it stands, a shorter one where it stands alone; between two values one
    looks for its longest part."""
    reader = Reader()
    reader.feed(page)
    alone, everything = set(reader.pieces), "\n".join(reader.pieces)
    return {
        text
        for text in texts
        if (longest := max(re.split(r"%\(\w+\)[sd]", text), key=words))
        and (longest in everything if words(longest) >= LONG else text in alone)
    }


def english_pages(stage: Stage, name: str, method: str, what: str) -> Iterator[tuple[str, str]]:  # noqa: F811
    """One page that is shown and one that is refused, with whom it is for."""
    arguments = dict(stage.urls[what])
    if what == "draft of another" and name != "report_step":
        arguments.pop("step")
    had: set[bool] = set()
    for actor in ACTORS:
        client = stage.clients[actor]
        client.cookies["taal"] = "en"
        cookies = copy(client.cookies)
        with transaction.atomic():
            answer = client.generic(method, reverse(name, kwargs=arguments))
            transaction.set_rollback(True)
        client.cookies = cookies
        refused = answer.status_code in (403, 404)
        if (
            answer.headers.get("Content-Type", "").startswith("text/html")
            and answer.content
            and refused not in had
        ):
            had.add(refused)
            yield actor, answer.content.decode()


@pytest.mark.django_db
def test_no_page_of_staff_partners_or_accounts_has_dutch_left(stage: Stage, texts: Any) -> None:  # noqa: F811
    names = set(Partner.objects.values_list("name", flat=True))  # stored as an association writes them
    left: dict[str, set[str]] = {}
    for name, method, what in TABLE:
        for actor, page in english_pages(stage, name, method, what):
            for text in left_over(page, texts) - names:
                left.setdefault(text, set()).add(f"{name} {method} {actor}")

    assert left == {}, "\n".join(f"{text!r}: {sorted(where)[:3]}" for text, where in left.items())


@pytest.mark.django_db
def test_no_page_of_a_report_has_dutch_left(client: Client, association: None, texts: Any) -> None:
    client.cookies["taal"] = "en"
    left: dict[str, set[str]] = {}

    def look(page: Any, where: str) -> None:
        for text in left_over(page.content.decode(), texts):
            left.setdefault(text, set()).add(where)

    draft = begin(client)
    for step in STEPS:
        look(client.get(url(draft, step)), step)
        look(client.post(url(draft, step), {}), f"{step} with errors")
        post(client, draft, step)
    look(client.get(url(draft, "controle")), "controle")
    receipt = client.post(url(draft, "controle"), follow=True)
    look(receipt, "receipt")
    code = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", receipt.content.decode())
    assert code
    entered = {"number": Report.objects.get().number, "code": code[0]}
    look(client.post(reverse("follow_enter"), entered, follow=True), "follow")
    other = written_until(client, "gevaar")
    for kind in ("ZRG-SUI", "ZRG-KIND"):
        look(client.get(url(other, "soort")), "kinds")
        look(client.post(url(other, "soort"), {"kind": kind}, follow=True), kind)

    assert left == {}, "\n".join(f"{text!r}: {sorted(where)[:3]}" for text, where in left.items())
