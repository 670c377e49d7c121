"""A tenant without a browser: walks the real pages of the wizard over HTTP, one connection a request.

walk(url, kind="VUI-ALG", house=6)      files one report, gives its receipt
writing = write(url, ...)               stops at the check page; writing.send() presses the last button
writing.again()                         the same draft in a second tab: another visitor with the same cookies
"""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urlsplit

from safetyportal.demo.plans import DEMO_POSTCODE

NUMBER = re.compile(r"M-[0-9A-Z]{4}-[0-9A-Z]{4}")
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
LONGEST_WALK = 15  # pages
# What the client sees when the server dies under its hands.
BROKEN = (OSError, http.client.HTTPException)
ANSWERS = {
    "danger": "no",
    "postcode": DEMO_POSTCODE,
    "lives_here": "no",
    "text": "Bij de fietsenrekken",
    "story": "Er ligt elke week afval bij de deur.",
    "frequency": "weekly",
    "since": "1_3m",
    "names_person": "no",
    "impact": "none",
    "child_involved": "no",
    "mode": "anonymous",
    "minor": "no",
}


@dataclass(frozen=True)
class Receipt:
    number: str
    code: str


@dataclass
class Form:
    """What a page asks: `fields` with what a browser would send, `choices` of radio buttons."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def filled_in(self, answers: dict[str, str]) -> dict[str, str]:
        """Our answers where it asks for them; of a choice we know nothing of the first."""
        chosen = {name: self._choose(name, answers.get(name, "")) for name in self.choices}
        known = {name: answers.get(name, value) for name, value in self.fields.items()}
        return known | chosen

    def _choose(self, name: str, wanted: str) -> str:
        values = self.choices[name]
        return next(
            (value for value in values if value.partition("-")[0] == wanted or value == wanted), values[0]
        )


class Forms(HTMLParser):
    """The forms of a page that post."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.current: Form | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        told = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.current = Form(told.get("action", "")) if told.get("method", "").lower() == "post" else None
            self.found += [self.current] if self.current else []
        elif self.current and told.get("name") and tag in ("input", "textarea"):
            self._keep(self.current, told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.current = None

    def _keep(self, form: Form, told: dict[str, str]) -> None:
        sort = told.get("type", "text")
        if sort == "radio":
            form.choices.setdefault(told["name"], []).append(told.get("value", ""))
        elif sort == "checkbox" and told["name"] in ANSWERS:  # of those that must be ticked
            form.fields[told["name"]] = ""
        elif sort not in ("checkbox", "submit"):
            form.fields[told["name"]] = told.get("value", "")


@dataclass(frozen=True)
class Page:
    status: int
    path: str
    text: str
    next: str = ""

    def form(self, action: str = "") -> Form:
        found = [form for form in Forms(self.text).found if form.action in (action, self.path)]
        assert found, f"{self.status} {self.path} has no form\n{words(self.text)[:1500]}"
        return found[0]


@dataclass
class Visitor:
    """One browser: its cookies. Redirects are followed by open() and submit(), not by ask()."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, data: dict[str, str] | None = None) -> Page:
        """One request, one answer. Raises one of BROKEN when no whole answer comes."""
        to = urlsplit(self.url)
        line = http.client.HTTPConnection(to.hostname or "", to.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if data is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            body = None if data is None else urlencode(data)
            line.request("GET" if data is None else "POST", path, body=body, headers=headers)
            answer = line.getresponse()
            text = answer.read().decode()
        finally:
            line.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Page(answer.status, path, text, answer.headers.get("Location", ""))

    def open(self, path: str) -> Page:
        return self._follow(self.ask(path))

    def submit(self, page: Page, answers: dict[str, str], action: str = "") -> Page:
        form = page.form(action)
        return self._follow(self.ask(form.action or page.path, form.filled_in(answers)))

    def _follow(self, page: Page) -> Page:
        while page.next:
            page = self.ask(urlsplit(page.next).path)
        assert page.status == 200, f"{page.status} {page.path}\n{words(page.text)[:1500]}"
        return page


@dataclass
class Writing:
    """A draft with everything answered, at its check page."""

    visitor: Visitor
    check: Page

    @property
    def draft(self) -> str:
        return self.check.path.split("/")[2]

    def again(self) -> Writing:
        return Writing(Visitor(self.visitor.url, dict(self.visitor.cookies)), self.check)

    def press(self) -> Page:
        """The last button: the bare answer, a redirect when all is well."""
        return self.visitor.ask(self.check.path, self.check.form().filled_in({}))

    def send(self) -> Receipt:
        """Press, and read the receipt. Raises one of BROKEN when the server dies meanwhile."""
        page = self.press()
        assert page.status == 302, f"{page.status}\n{words(page.text)[:1500]}"
        return read_receipt(self.visitor.open(urlsplit(page.next).path))


def write(url: str, *, kind: str = "VUI-ALG", house: int | None = 2, where: str = "space") -> Writing:
    """All pages up to the check page. Without a house number the address is not in our list."""
    answers = ANSWERS | {
        "group": kind.partition("-")[0],
        "kind": kind,
        "number": str(house or ""),
        "where": where,
    }
    answers |= {} if house else {"not_in_list": "1"}
    visitor = Visitor(url)
    page = visitor.submit(visitor.open("/melden/"), {}, "/melden/")
    for _ in range(LONGEST_WALK):
        if page.path.endswith("/controle/"):
            return Writing(visitor, page)
        step = page.path
        page = _answer(visitor, page, answers)
        assert page.path != step, f"{step} does not take our answers\n{words(page.text)[:2500]}"
    raise AssertionError(f"no check page in sight, stopped at {page.path}")


def _answer(visitor: Visitor, page: Page, answers: dict[str, str]) -> Page:
    form = page.form()
    filled = form.filled_in(answers)
    if "postcode" in form.fields and "not_in_list" in answers:
        filled["not_in_list"] = "1"  # the other button
    return visitor._follow(visitor.ask(page.path, filled))


def walk(url: str, *, kind: str = "VUI-ALG", house: int | None = 2, where: str = "space") -> Receipt:
    """File one report through all pages."""
    return write(url, kind=kind, house=house, where=where).send()


def read_receipt(page: Page) -> Receipt:
    said = words(page.text)
    number, code = NUMBER.search(said), CODE.search(said)
    assert number, said[:1500]
    return Receipt(number.group(), code.group() if code else "")


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
