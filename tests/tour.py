"""make pictures: the pictures of docs/tour.md, taken from a demo of their own that is thrown away afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import django
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser

# Only for what the journeys' words import; the demo that is photographed runs in processes of its own.
os.environ |= {"DJANGO_SETTINGS_MODULE": "safetyportal.settings", "SAFETYPORTAL_TESTING": "1"}
django.setup()
from tests.journeys import pages  # noqa: E402
from tests.journeys.processes import free_port, wait_until  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PHONE, DESK = {"width": 390, "height": 780}, {"width": 1180, "height": 760}
TALLEST = 1500


def main() -> None:
    found = browser.find()
    if found is None:
        sys.exit(browser.ADVICE)
    PICTURES.mkdir(exist_ok=True)
    with demo() as url, sync_playwright() as tool:
        opened = tool.chromium.launch(executable_path=str(found))
        tenant(opened, url)
        staff(opened, url)
        partner(opened, url)
        administration(opened, url)
        opened.close()


@contextmanager
def demo() -> Iterator[str]:
    """A fresh demo on a free port; its address."""
    with tempfile.TemporaryDirectory(prefix="safetyportal-tour-") as folder:
        port, said = free_port(), Path(folder) / "said"
        environment = {name: value for name, value in os.environ.items() if name != "SAFETYPORTAL_TESTING"}
        environment |= {"SAFETYPORTAL_STATE": f"{folder}/state", "STATIC_ROOT": f"{folder}/static"}
        with said.open("w") as output:
            running = subprocess.Popen(
                [sys.executable, "-m", "safetyportal.embedded.demo", "run", "--port", str(port)],
                cwd=ROOT, env=environment, stdout=output, stderr=output,
            )  # fmt: skip
        try:
            wait_until(lambda: "Safetyportal ready on " in said.read_text(), 120, said.read_text)
            yield f"http://localhost:{port}"
        finally:
            running.terminate()
            running.wait(60)


def tenant(opened: Browser, url: str) -> None:
    page = _page(opened, url, PHONE)
    page.goto("/")
    _take(page, "start")
    pages.write_report(page, kind="DRU-GEB", house=2)
    _take(page, "check")
    pages.press(page, "Melding versturen")
    receipt = pages.read_receipt(page)
    _take(page, "receipt")
    pages.follow(page, receipt)
    _take(page, "follow")


def staff(opened: Browser, url: str) -> None:
    page = _page(opened, url, DESK)
    pages.sign_in(page, "noord@delinde.example.nl")
    page.goto("/werk/")
    _take(page, "inbox")
    page.goto("/werk/?list=proposal")
    page.locator(".portal-card__title a").first.click()
    if page.get_by_role("button", name="Neem deze zaak").count():
        pages.press(page, "Neem deze zaak")
    _take(page, "case")
    page.get_by_role("link", name="Beslis: delen met").first.click()
    _take(page, "proposal")
    _open_the_long_case(page)
    _take(page, "approach")
    page.get_by_role("link", name="Brieven", exact=True).click()
    page.locator(".portal-card__title a").last.click()
    _take(page, "letter")
    phone = _page(opened, url, PHONE)
    pages.sign_in(phone, "noord@delinde.example.nl")
    phone.goto("/werk/signaal/")
    _take(phone, "signal")


def _open_the_long_case(page: Page) -> None:
    """On its page of the approach: the one of loud music that has a step on the ladder."""
    page.goto("/werk/?holder=me&group=GEL")
    for link in [one.get_attribute("href") for one in page.locator(".portal-card__title a").all()]:
        page.goto(str(link))
        page.get_by_role("link", name="Aanpak", exact=True).click()
        if page.get_by_role("heading", name="Gezette stappen").count():
            return
    sys.exit("No case of the demo has a step on the ladder.")


def partner(opened: Browser, url: str) -> None:
    page = _page(opened, url, PHONE)
    pages.sign_in(page, "boa@lindestad.example.nl")
    page.goto("/partner/")
    _take(page, "queue")
    page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    _take(page, "referral")


def administration(opened: Browser, url: str) -> None:
    page = _page(opened, url, DESK)
    pages.sign_in(page, "beheer@delinde.example.nl")
    page.goto("/werk/beheer/instellingen/")
    _take(page, "settings")
    _rules(page)
    page.goto("/werk/beheer/convenanten/")
    _take(page, "covenants")
    page.goto("/werk/beheer/inrichten/")
    _take(page, "checklist")


def _rules(page: Page) -> None:
    """A draft, one of its rules in the form, and what it would have done with the reports of the demo without another."""
    rules, form = "/werk/beheer/regels/", page.get_by_role("main").locator("form")
    page.goto(rules)
    pages.press(page, "Concept maken")
    page.goto(f"{rules}concept/regel/gebruik-slaper-s2/")
    _take(page, "rule")
    page.goto(f"{rules}concept/regel/gebruik-slaper-s2/weg/")
    page.locator("[name=reason]").fill("De regel voor ernstige zaken is genoeg.")
    form.get_by_role("button").first.click()
    page.goto(f"{rules}terugtoetsen/nieuw/")
    page.locator("[name=rule_set]").select_option(index=0)
    page.locator("[name=to_day]").fill(date.today().isoformat())
    form.get_by_role("button").first.click()
    wait_until(lambda: bool(page.reload() and page.locator("#result-title").count()), 60)
    _take(page, "backtest")


def _page(opened: Browser, url: str, size: dict[str, int]) -> Page:
    context = opened.new_context(base_url=url, viewport=size, locale="nl-NL", java_script_enabled=False)
    return context.new_page()


def _take(page: Page, name: str) -> None:
    """From the top of the page, as far as it goes within reason; JPEG, because pictures stay in the history."""
    size = page.viewport_size or DESK
    page.screenshot(
        path=PICTURES / f"{name}.jpg", type="jpeg", quality=60, full_page=True,
        clip={"x": 0, "y": 0, "width": size["width"], "height": TALLEST if size == PHONE else size["height"]},
    )  # fmt: skip


if __name__ == "__main__":
    main()
