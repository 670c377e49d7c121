"""The journeys are told in Dutch; on a page in English they look for the English of the same words."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from safetyportal import translation


def said(page: Page, words: str) -> str:
    """`words`, a text or how one begins, as this page says them."""
    return words if page.locator("html").get_attribute("lang") == "nl" else english(words)


@cache
def english(words: str) -> str:
    texts = _texts()
    if words in texts:
        return texts[words]
    begun = sorted(text for text in texts if text.startswith(words))
    return texts[begun[0]].partition("%(")[0].strip() if begun else words


@cache
def _texts() -> dict[str, str]:
    return {
        message.id: str(message.string)
        for message in translation.read("en")
        if isinstance(message.id, str) and message.id
    }
