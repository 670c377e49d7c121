"""What a page must bear: little room, more space between letters, no colours of its own, no movement. Each look says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from incidents.taxonomy import KINDS
from tests.journeys.conventions import BROKEN, UNMARKED
from tests.journeys.keyboard import Keys

# What no title and no address may say: the browser's history keeps both.
TELLING = {
    text.casefold()
    for kind in KINDS
    for text in (kind.code, kind.label_nl, kind.label_en)
    if kind.code != "OVE-OVE"
}
SMALL = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
PHONE = {"width": 320, "height": 640}
# WCAG 1.4.12, as somebody's own style sheet would set it.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
AS_IT_WAS = "() => { document.adoptedStyleSheets = []; }"

# Sideways, cut off, or lying on something else. What is hidden on purpose, or stays in sight while one scrolls, is left out.
MISPLACED = """() => {
  const wrong = [], name = one => `${one.tagName.toLowerCase()}.${one.className} "${one.innerText?.trim().slice(0, 30)}"`;
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} wide`);
  const shown = one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
    && !one.closest('.portal-hidden, .tenant-trap, .utrecht-skip-link, .portal-quick-exit');
  for (const one of document.body.querySelectorAll('*')) {
    if (!shown(one)) continue;
    const style = getComputedStyle(one), cuts = side => ['hidden', 'clip'].includes(style[side]);
    if (one.matches('input, select, textarea')) continue;
    if (cuts('overflowX') && one.scrollWidth > one.clientWidth + 1) wrong.push(`cut off sideways: ${name(one)}`);
    if (cuts('overflowY') && one.scrollHeight > one.clientHeight + 1) wrong.push(`cut off below: ${name(one)}`);
  }
  const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push([node, box]);
  }
  for (const [node, box] of lines)
    if (box.left < -1 || box.right > innerWidth + 1) wrong.push(`out of the page: ${name(node.parentElement)}`);
  lines.forEach(([node, box], place) => {
    for (const [other, against] of lines.slice(place + 1)) {
      if (other === node) continue;
      const wide = Math.min(box.right, against.right) - Math.max(box.left, against.left);
      const high = Math.min(box.bottom, against.bottom) - Math.max(box.top, against.top);
      if (wide > 2 && high > 5) wrong.push(`on each other: ${name(node.parentElement)} and ${name(other.parentElement)}`);
    }
  });
  return [...new Set(wrong)];
}"""

# WCAG 2.5.8 asks 24 px, inside a sentence excepted; what looks like a button has 44 here.
TOO_SMALL = """() => {
  const wrong = [];
  for (const one of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (!one.checkVisibility({visibilityProperty: true}) || one.closest('.portal-hidden, .tenant-trap, .utrecht-skip-link')) continue;
    const target = one.closest('.portal-option') || one, box = target.getBoundingClientRect();
    const parent = one.parentElement, words = parent.innerText.trim().length;
    const inSentence = one.tagName === 'A' && getComputedStyle(one).display === 'inline' && words > one.innerText.trim().length + 1;
    const least = one.matches('.utrecht-button, .portal-option *, .tenant-choice, .utrecht-textbox') ? 44 : 24;
    if (!inSentence && (box.height < least - 0.5 || box.width < 24))
      wrong.push(`${Math.round(box.width)} by ${Math.round(box.height)}: ${one.tagName} "${(one.innerText || one.name).slice(0, 30)}"`);
  }
  return wrong;
}"""

# With colours of the reader's own: what has an edge keeps it, what is chosen differs by more than colour of the ground.
COLOURLESS = """() => {
  const wrong = [], edge = one => {
    const style = getComputedStyle(one);
    return ['Top', 'Bottom', 'Left', 'Right'].every(side =>
      parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== 'none'
      && style[`border${side}Color`] !== getComputedStyle(document.body).backgroundColor);
  };
  for (const one of document.querySelectorAll('.utrecht-button:not(.utrecht-button--subtle), .utrecht-textbox, .utrecht-textarea,'
      + '.portal-option, .portal-call, .utrecht-alert, .tenant-choice, .portal-panel, .portal-receipt')) {
    if (one.checkVisibility({visibilityProperty: true}) && !edge(one)) wrong.push(`no edge: ${one.className}`);
  }
  for (const one of document.querySelectorAll('.portal-option:has(:checked)')) {
    const other = [...document.querySelectorAll('.portal-option:not(:has(:checked))')].find(one => one.checkVisibility());
    const look = option => { const style = getComputedStyle(option); return style.borderTopColor + style.outlineStyle; };
    if (one.checkVisibility() && other && look(one) === look(other)) wrong.push(`chosen looks as not chosen: ${one.innerText.slice(0, 30)}`);
  }
  for (const one of document.querySelectorAll('.portal-icon')) {
    const style = getComputedStyle(one), ground = getComputedStyle(document.body).backgroundColor;
    if (one.checkVisibility() && style.backgroundColor === ground) wrong.push(`icon gone: ${one.parentElement.innerText.slice(0, 30)}`);
  }
  return [...new Set(wrong)];
}"""

MOVING = """() => {
  const wrong = [], seconds = text => Math.max(...text.split(',').map(parseFloat));
  for (const one of document.querySelectorAll('*')) for (const part of ['', '::before', '::after']) {
    const style = getComputedStyle(one, part);
    if (seconds(style.transitionDuration) > 0 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0)
        || style.scrollBehavior === 'smooth') wrong.push(`${one.tagName}.${one.className}${part} moves`);
  }
  return [...new Set(wrong)].slice(0, 5);
}"""

# Scrolled to its end, the page has all of itself above the way out; and the way out is in sight wherever one is.
QUICK_EXIT = """() => {
  const bar = document.querySelector('.portal-quick-exit');
  if (!bar) return [];
  const wrong = [], button = bar.querySelector('button');
  for (const at of [0, document.documentElement.scrollHeight / 2, document.documentElement.scrollHeight]) {
    scrollTo(0, at);
    const box = button.getBoundingClientRect();
    // Past the page itself, at the footer, it stays behind where it stands.
    if (bar.getBoundingClientRect().top > innerHeight || box.height < 44) wrong.push(`way out not in sight at ${at}`);
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (box.bottom > 0 && box.bottom <= innerHeight && !button.contains(hit)) wrong.push(`way out lies under ${hit?.className}`);
  }
  const below = document.querySelector('main').getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
  if (below > 1) wrong.push(`way out lies on the end of the page: ${below}`);
  const share = bar.offsetHeight / innerHeight;
  if (share > 0.3) wrong.push(`way out takes ${Math.round(share * 100)} % of the screen`);
  scrollTo(0, 0);
  return wrong;
}"""


class Modes:
    """Collects what is wrong with the pages looked at, so that one walk tells everything."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen = 0
        self.wrong: list[str] = []

    def look(self, what: str) -> None:
        self.seen += 1
        self.wrong += [f"{what}: {found}" for found in self._all()]

    def _all(self) -> Iterator[str]:
        page = self.page
        yield from (f"convention {found}" for found in page.evaluate(BROKEN, UNMARKED))
        kept = f"{page.title()} {page.url}".casefold()
        yield from (f"the history tells {one}" for one in TELLING if one in kept)
        for size in (PHONE, SMALL):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            at = f"at {size['width']} by {size['height']}"
            yield from (f"{at}: {found}" for found in page.evaluate(MISPLACED) + page.evaluate(QUICK_EXIT))
        yield from (f"target {found}" for found in page.evaluate(TOO_SMALL))
        yield from self._keys()
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.evaluate(SPACED)
        yield from (f"spaced: {found}" for found in page.evaluate(MISPLACED))
        page.evaluate(AS_IT_WAS)
        page.emulate_media(reduced_motion="reduce", forced_colors="active")
        yield from page.evaluate(MOVING)
        yield from (f"forced colours: {found}" for found in page.evaluate(COLOURLESS))
        page.emulate_media(reduced_motion="no-preference", forced_colors="none")

    def _keys(self) -> Iterator[str]:
        """Each stop of the keyboard shows that it has the focus, and lies under nothing, on the smallest screen."""
        try:
            Keys(self.page).walk()
        except AssertionError as found:
            yield str(found).splitlines()[0]
        self.page.evaluate(
            "document.querySelector('[data-had-focus]')?.removeAttribute('data-had-focus'); document.activeElement.blur(); scrollTo(0, 0)"
        )

    def report(self) -> None:
        assert not self.wrong, "\n".join(dict.fromkeys(self.wrong))
