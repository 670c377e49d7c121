"""Letters: begun with a standard text, looked at as a PDF, and written down as sent."""

from __future__ import annotations

import re
from pathlib import Path

from tests.incidents.pdf_text import text_of
from tests.journeys.day.hands import Hands


def begin(hands: Hands, text: str) -> None:
    """From any page of the case."""
    hands.go("Brieven", hands.page.locator("nav.portal-tabs"))
    hands.main.get_by_label(text, exact=True).check()
    hands.now.clicks += 1
    hands.go("Verder", hands.main)


def finish(hands: Hands, **typed: str) -> str:
    """Fill in what is asked, look at the paper and send it; the words on the paper."""
    for name, words in typed.items():
        box = hands.main.locator(f'[name="{name}"]')
        if box.count() and not box.input_value():  # what the text does not leave open is not asked
            hands.type(hands.main, name, words)
    hands.go("Bewaren en bekijken", hands.main)
    with hands.page.expect_download() as coming:
        hands.main.get_by_role("link", name="Pdf ophalen").click()
    hands.now.clicks += 1
    paper = re.sub(r"\s+", " ", text_of(Path(coming.value.path()).read_bytes()))
    hands.go("Deze brief is verstuurd", hands.main)
    assert "De brief kan niet meer veranderen." in hands.words(), hands.words()[:600]
    return paper
