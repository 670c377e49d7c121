"""A mail to a reporter may be read by somebody else in the house: neither subject nor text says what it is about, or that it is a report."""

from __future__ import annotations

import re
import string

import pytest
from django.utils import translation

from incidents.taxonomy import GROUPS, KINDS
from safetyportal.notices.messages import MESSAGES

TO_REPORTERS = sorted(name for name in MESSAGES if name.startswith("reporter_"))
# Words that would tell, whatever a report is about.
TELLING = [
    "melding",
    "meldt",
    "gemeld",
    "overlast",
    "onveilig",
    "veiligheid",
    "politie",
    "zaak",
    "dossier",
    "klacht",
    "bewoner",
    "buren",
    "buurman",
    "buurvrouw",
    "anoniem",
    "report",
    "reported",
    "nuisance",
    "unsafe",
    "safety",
    "police",
    "case",
    "complaint",
    "neighbour",
    "neighbours",
    "resident",
    "anonymous",
]
# Of what kinds are called, these stand in any letter.
ORDINARY = frozenset(["from", "gebruiken", "iemand", "niet", "somebody", "voor", "with"])


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-zé]+", text.casefold()))


def about() -> set[str]:
    """Every word of more than three letters that a kind or a group of them is called by."""
    labels = " ".join(f"{one.label_nl} {one.label_en}" for one in (*GROUPS, *KINDS))
    return {word for word in words(labels) if len(word) > 3} - ORDINARY


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("template", TO_REPORTERS)
def test_no_mail_to_a_reporter_says_what_it_is_about(template: str, language: str) -> None:
    with translation.override(language):
        subject, body = MESSAGES[template].render("Woonstichting De Linde", "085 000 00 00")

    told = words(re.sub(r"Woonstichting De Linde|http\S+", "", f"{subject} {body}"))

    assert not told & set(TELLING)
    assert not told & about(), told & about()


@pytest.mark.parametrize("template", TO_REPORTERS)
def test_a_mail_has_room_for_nothing_but_who_we_are_and_a_link(template: str) -> None:
    texts = f"{MESSAGES[template].subject}{MESSAGES[template].body}"

    asked = {name for _text, name, _spec, _turn in string.Formatter().parse(texts) if name}

    assert asked <= {"association", "phone", "link"}
    assert MESSAGES[template].path == "/volgen/"
