"""The words of a mail, without what programs put around them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from safetyportal.texts.templatetags.portal import HIDDEN

UNKEEPABLE = re.compile("[\0\ud800-\udfff]")
SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "svg"})
LINES = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "hr", "table", "ul", "ol"}
)


def tidy(text: str, *, lines: bool = False) -> str:
    """Without signs that cannot be kept; one line, unless `lines`, where those that do not show go too."""
    kept = UNKEEPABLE.sub("", text)
    if not lines:
        return " ".join(HIDDEN.sub("", kept).split())
    even = kept.replace("\r\n", "\n").replace("\r", "\n")
    trimmed = "\n".join(line.rstrip() for line in even.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", trimmed).strip()


class _Words(HTMLParser):
    """Collects what is read; what is shown by loading something (pictures, style sheets) is not there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag in LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(re.sub(r"\s+", " ", data))


def words_of_html(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.said).split("\n")]
    return tidy("\n".join(lines), lines=True)
