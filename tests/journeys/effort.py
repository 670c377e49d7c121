"""Counting what a journey asks of somebody: pages, taps, letters, and words, in two honest figures.

A **word** stands between spaces and has a letter or a digit in it.

**Words on the page**: every word that can be seen in the page itself (`<main>`), filled in, at the moment one goes on. What is folded away, or
shown only to a screen reader, cannot be seen.

**Words to read**: what somebody reads who does not know the pages and reads all that might matter. Every word on the page, except

1. of a list of which one answer is chosen: the answers below the one that was chosen. Of a list of which more may be chosen every answer counts, and
   every answer of a list in which nothing was chosen;
2. what stands below the button that was pressed: one reads down to the button, and presses it. Headings and errors below it count all the same. So
   who says in words what is the matter need not read the list of all kinds;
3. on the check page: the answers, each with its question, beside "Wijzig". They were given a minute ago and are known again. The names of the parts,
   each "Wijzig", who sees it and everything else count;
4. "Terug", "Stap 3 van 8" and "Verder" on every page after the first that has them: they stand at the same place on each.

Nothing else is left out. A page that comes back with what was found counts again, and of the receipt everything counts.

**Pages** are those from the first question up to and including the receipt; **loads** counts the start page too, and a page that came back.
**Taps** are fields, choices and buttons; **letters** those that were typed. **Minutes** are the words to read at 130 a minute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

WORDS_A_MINUTE = 130
PHONE = {"width": 360, "height": 740}

COUNT = r"""(pressed) => {
  const main = document.querySelector('main');
  const words = text => (text.match(/\S+/g) || []).filter(one => /[\p{L}\p{N}]/u.test(one)).length;
  const unread = new Set();
  const groups = {};
  for (const one of main.querySelectorAll('input[type="radio"]')) (groups[one.name] ||= []).push(one);
  for (const boxes of Object.values(groups)) {
    const chosen = boxes.findIndex(one => one.checked);
    if (chosen >= 0) boxes.slice(chosen + 1).forEach(one => unread.add(one.closest('label')));
  }
  if (location.pathname.endsWith('/controle/'))
    main.querySelectorAll('.utrecht-data-list__item-value').forEach(one => unread.add(one));
  let seen = 0, read = 0;
  const frame = {};
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement, count = words(node.data);
    if (!count || !around.checkVisibility({visibilityProperty: true})) continue;
    if (around.closest('.portal-hidden, .tenant-trap, script, style, textarea')) continue;
    seen += count;
    let up = around;
    while (up && !unread.has(up)) up = up.parentElement;
    const below = pressed && pressed.compareDocumentPosition(node) & 4 && !pressed.contains(node);
    if (up || (below && !around.closest('h1, h2, h3, .utrecht-form-field-error-message'))) continue;
    const furniture = around.closest('.portal-back, .portal-step') || (around === pressed && node.data.trim() === 'Verder');
    if (furniture) frame[node.data.trim().split(' ')[0]] = count; else read += count;
  }
  return [seen, read, frame];
}"""


@dataclass
class Effort:
    """One journey, with or without JavaScript."""

    journey: str
    scripts: bool
    pages: int = 0
    loads: int = 0
    taps: int = 0
    letters: int = 0
    to_read: int = 0
    on_page: int = 0
    by_page: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def minutes(self) -> float:
        return self.to_read / WORDS_A_MINUTE

    def __str__(self) -> str:
        told = " ".join(f"{where} {read}/{seen}" for where, read, seen in self.by_page)
        return f"{self.journey}: {self.pages} pages, {self.to_read} words to read of {self.on_page} ({told})"


class Walk:
    """Somebody on a telephone. Every page is counted when it is left, as it is filled in then; `end` counts the last."""

    def __init__(self, page: Page, effort: Effort) -> None:
        self.page = page
        self.effort = effort
        self.been: set[str] = set()
        self.known: set[str] = set()
        page.set_viewport_size(PHONE)

    def choose(self, name: str, value: str) -> None:
        self.page.locator(f'[name="{name}"][value="{value}"]:visible').first.check()
        self.effort.taps += 1

    def type(self, name: str, text: str) -> None:
        self.page.locator(f'[name="{name}"]').fill(text)
        self.effort.taps += 1
        self.effort.letters += len(text)

    def on(self, words: str = "Verder") -> None:
        """Press a button or a link of the page, and come to another."""
        main = self.page.get_by_role("main")
        pressed = main.get_by_role("button", name=words).or_(main.get_by_role("link", name=words)).first
        self._look(pressed)
        with self.page.expect_navigation():
            pressed.click()
        self.effort.taps += 1

    def end(self) -> Effort:
        self._look()
        return self.effort

    def _look(self, pressed: Locator | None = None) -> None:
        where = self.page.url.split("//", 1)[1].partition("/")[2] or "start"
        seen, read, frame = self.page.evaluate(COUNT, pressed and pressed.element_handle())
        read += sum(count for name, count in frame.items() if name not in self.known)
        self.known |= frame.keys()
        effort = self.effort
        effort.loads += 1
        effort.pages += where != "start" and where not in self.been
        self.been.add(where)
        effort.to_read += read
        effort.on_page += seen
        effort.by_page.append((where.strip("/").rpartition("/")[2], read, seen))


def table(efforts: list[Effort]) -> str:
    """The efforts as the table of docs/tenant-effort.md."""
    head = "| journey | JavaScript | pages | loads | taps | letters | words to read | words on the page | minutes |"
    lines = [head, "|---|---|--:|--:|--:|--:|--:|--:|--:|"]
    lines += [
        f"| {one.journey} | {'on' if one.scripts else 'off'} | {one.pages} | {one.loads} | {one.taps} | {one.letters}"
        f" | {one.to_read} | {one.on_page} | {one.minutes:.1f} |"
        for one in efforts
    ]
    return "\n".join(lines) + "\n"


def keep(efforts: list[Effort], at: Path) -> None:
    at.write_text(table(efforts), encoding="utf-8")
