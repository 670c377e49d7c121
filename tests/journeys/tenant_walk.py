"""One walk past every page a tenant can see, in every state it has: what was looked at, and what was forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from incidents.pages.accused_acts import ACTS as REPLIES
from incidents.pages.reporter_acts import ACTS
from incidents.urls.tenant import urlpatterns
from incidents.wizard.steps import STEPS
from tests.journeys.pages import press

# These answer with a step to another page, or with a file.
NO_PAGE = {
    "follow_file",
    "report_quit",
    "report_try_first",
    "follow_link",
    "follow_data",
    "follow_leave",
    "follow_quit",
    "reply_leave",
}
FILLED = """() => [...document.querySelectorAll('main :is(input:not([type=hidden]), textarea, select)')]
    .some(one => one.checked || (!['radio', 'checkbox'].includes(one.type) && one.value))"""
# Questions that can be answered wrongly or not at all; the others are a button.
ASKED = ("gevaar", "soort", "adres", "plek", "vragen", "verhaal", "contact")


class Walk:
    """`look` is called with what is on the page; `been` is what was seen, as "place state"."""

    def __init__(self, page: Page, look: Callable[[str], None]) -> None:
        self.page = page
        self._look = look
        self.been: set[str] = set()

    def look(self, what: str) -> None:
        place = _place(self.page.url)
        self.been.add(place)
        if self.page.locator(".utrecht-alert--summary").count():
            self.been.add(f"{place} with errors")
        if self.page.evaluate(FILLED):
            self.been.add(f"{place} filled")
        self._look(what)

    def open(self, path: str, what: str, status: int = 200) -> None:
        answer = self.page.goto(path)
        assert answer is not None and answer.status == status, f"{what}: {answer and answer.status}"
        self.look(what)

    def with_errors(self, what: str, button: str = "Verder") -> None:
        """The page as it is, and again after sending it with nothing filled in."""
        self.look(what)
        press(self.page, button, self.page.get_by_role("main"))
        self.look(f"{what} with errors")

    def missing(self) -> list[str]:
        """What there is of the tenant's addresses, steps and acts, and was not seen: a new page must come along."""
        return sorted(set(_to_see()) - self.been)


def _place(url: str) -> str:
    """The name of the address, with the step or act it is about."""
    try:
        found = resolve(urlsplit(url).path)
    except Resolver404:
        return "nowhere"
    what = found.kwargs.get("step") or found.kwargs.get("slug") or ""
    return f"{found.url_name} {what}".strip()


def _to_see() -> Iterator[str]:
    several = {"report_step", "follow_act", "reply_act"}
    yield from (pattern.name for pattern in urlpatterns if pattern.name not in NO_PAGE | several)
    yield from (f"report_step {step.slug}" for step in STEPS if step.slug not in ("controle", "bewijs"))
    for act in ACTS:
        place = f"follow_act {act.slug}"
        yield place
        fields = act.form(today=date.today()).fields
        if fields:
            yield f"{place} filled"
        if any(field.required for field in fields.values()):
            yield f"{place} with errors"
    for reply in REPLIES:
        place = f"reply_act {reply.slug}"
        yield from (place, f"{place} with errors", f"{place} filled")
    for place in (
        *(f"report_step {slug}" for slug in ASKED),
        "report_evidence",
        "follow_enter",
        "follow_lost",
        "reply_enter",
    ):
        yield from (f"{place} with errors", f"{place} filled")
