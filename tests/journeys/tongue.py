"""The journeys are told in Dutch; on a page in English they look for the English of the same words."""

from __future__ import annotations

import re
from functools import cache

from playwright.sync_api import Page

from safetyportal import translation

VALUE = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def said(page: Page, words: str) -> str:
    """`words`, a text or how one begins, as this page says them."""
    return words if page.locator("html").get_attribute("lang") == "nl" else english(words)


@cache
def english(words: str) -> str:
    texts = _texts()
    if words in texts:
        return texts[words]
    begun = sorted(text for text in texts if text.startswith(words))
    if begun:
        return _head(texts[begun[0]]).strip()
    heads = {_head(text): _head(texts[text]) for text in texts if VALUE.search(text)}
    head = max((one for one in heads if one and words.startswith(one)), key=len, default="")
    return heads[head] + words.removeprefix(head) if head else words


def _head(text: str) -> str:
    """What stands before the first value."""
    return VALUE.split(text)[0]


@cache
def _texts() -> dict[str, str]:
    return {
        message.id: str(message.string)
        for message in translation.read("en")
        if isinstance(message.id, str) and message.id
    }
