"""Looking at a page as somebody with a small telephone, a large screen, or a screen reader would."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
TOO_WIDE = """() => [...document.querySelectorAll('*')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(-3)
    .map(one => one.tagName + '.' + one.className)"""


class Eyes:
    """Collects what is wrong with the pages looked at, so that one walk tells everything."""

    def __init__(self, page: Page, widths: tuple[int, ...] = (320, 1280)) -> None:
        self.page = page
        self.widths = widths
        self.seen: list[str] = []
        self.wrong: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))

    def _hear(self, message: ConsoleMessage) -> None:
        # That a page came with status 404 or 422 is told here too; files that fail have another address.
        own_status = (
            message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        )
        if message.type in ("error", "warning") and not own_status:
            self.wrong.append(f"{self.page.url}: {message.text}")

    def look(self, what: str) -> None:
        """Nothing sideways at any width, and no violation of WCAG 2.2 AA or of good practice at any."""
        self.seen.append(what)
        for width in self.widths:
            self.page.set_viewport_size({"width": width, "height": 640})
            scroll = self.page.evaluate("document.documentElement.scrollWidth")
            if scroll > width:
                self.wrong.append(f"{what} at {width}: {scroll} wide, {self.page.evaluate(TOO_WIDE)}")
            # As tall as the page, or the bar that stays in sight counts as lying on what is below it just now.
            tall = self.page.evaluate("document.documentElement.scrollHeight")
            self.page.set_viewport_size({"width": width, "height": tall})
            found = Axe().run(self.page, options=OPTIONS).response["violations"]
            self.wrong += [
                f"{what} at {width}: {one['id']}: {[node['target'] for node in one['nodes']][:3]}"
                for one in found
            ]

    def open(self, path: str, what: str, status: int = 200) -> None:
        answer = self.page.goto(path)
        assert answer is not None and answer.status == status, f"{what}: {answer and answer.status}"
        self.look(what)

    def report(self) -> None:
        assert not self.wrong, "\n".join(dict.fromkeys(self.wrong))
