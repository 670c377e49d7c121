"""A page worked with the keys alone: Tab, Shift+Tab, Enter, Space and the arrows."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 90
# Of what has the focus: what it is, whether one sees that it has it, and whether it comes after what had it before.
LOOK = """() => {
  const one = document.activeElement, ring = one.closest('.portal-option') || one;
  const style = getComputedStyle(ring), box = ring.getBoundingClientRect();
  // The first lines of what is in sight of it: a long text is taller than a small screen.
  const from = Math.max(box.y, 0), high = Math.min(box.bottom, innerHeight) - from;
  const top = document.elementFromPoint(box.x + Math.min(box.width, innerWidth) / 2, from + Math.min(high, 40) / 2);
  const before = document.body.querySelector('[data-had-focus]');
  const later = !before || Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (before) before.removeAttribute('data-had-focus');
  one.setAttribute('data-had-focus', '');
  return {
    tag: one.tagName, name: one.name || '', value: one.value || '', href: one.getAttribute('href') || '',
    words: (one.labels?.[0]?.innerText || one.innerText || one.getAttribute('aria-label') || one.value || '').trim(),
    ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.boxShadow !== 'none',
    inSight: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    onTop: Boolean(top) && (ring.contains(top) || top.contains(ring)),
    inMain: Boolean(one.closest('main')), later,
  };
}"""


class Keys:
    """`stops` are the words of everything that had the focus on this page, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops: list[str] = []

    def tab(self) -> dict[str, Any]:
        """One stop further; it shows that it has the focus, lies in sight, and comes later on the page."""
        self.page.keyboard.press("Tab")
        found: dict[str, Any] = self.page.evaluate(LOOK)
        if found["tag"] == "BODY":
            return found
        where = f"{self.page.url}: {found['tag']} {found['words'] or found['name']!r} after {self.stops[-3:]}"
        assert found["ringed"], f"focus not visible: {where}"
        assert found["inSight"] and found["onTop"], f"focus out of sight: {where}"
        assert found["later"], f"focus goes back: {where}"
        self.stops.append(found["words"] or found["name"])
        return found

    def to(self, words: str = "", *, field: str = "", href: str = "") -> dict[str, Any]:
        """Tab on until something with these words, of this field or with this address has the focus."""
        for _stop in range(MOST_STOPS):
            found = self.tab()
            if found["tag"] == "BODY":
                break
            if words and found["words"].startswith(words):
                return found
            if (field and found["name"] == field) or (href and found["href"].endswith(href)):
                return found
        raise AssertionError(f"{words or field or href} not reached on {self.page.url}: {self.stops}")

    def enter(self, words: str = "", *, href: str = "") -> None:
        """Press the link or button, and wait for the page it leads to."""
        self.to(words, href=href)
        self.follow()

    def follow(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.stops = []

    def skip(self) -> None:
        """The first stop is the way past the bar: the next one after it lies in the page itself."""
        assert self.tab()["href"] == "#inhoud"
        self.page.keyboard.press("Enter")
        self.stops = []
        found = self.tab()
        assert found["inMain"], found
        self.page.keyboard.press("Shift+Tab")
        self.page.evaluate("document.querySelector('[data-had-focus]')?.removeAttribute('data-had-focus')")

    def choose(self, field: str, value: str) -> None:
        """One of a group of radio buttons: Space for the one with the focus, arrows for the others."""
        found = self.to(field=field)
        self.page.keyboard.press("Space")
        for _turn in range(30):
            if found["value"] == value:
                return
            self.page.keyboard.press("ArrowDown")
            found = self.page.evaluate(LOOK)
        raise AssertionError(f"{field}: no {value}")

    def tick(self, field: str, value: str) -> None:
        while self.to(field=field)["value"] != value:
            pass
        self.page.keyboard.press("Space")

    def type(self, field: str, text: str) -> None:
        self.to(field=field)
        self.page.keyboard.insert_text(text)

    def walk(self) -> list[str]:
        """Every stop of the page and out of it again: nothing holds the keyboard."""
        for _stop in range(MOST_STOPS * 3):
            if self.tab()["tag"] == "BODY":
                return self.stops
        raise AssertionError(f"never out of {self.page.url}: {self.stops[-6:]}")
