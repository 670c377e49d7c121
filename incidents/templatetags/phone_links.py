"""Numbers to call, inside our own sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

NUMBER = re.compile(r"\b(0[89]00-[0-9]{4}|112|113|144)\b(?!\.nl)")


@register.filter
def phone_links(text: object) -> SafeString:
    """`text`, escaped, with its Dutch help numbers as links that call."""
    return format_html_join("", "{}", _pieces(str(text)))


def _pieces(text: str) -> Iterator[tuple[str]]:
    for place, piece in enumerate(NUMBER.split(text)):
        yield (_link(piece) if place % 2 else piece,)


def _link(number: str) -> SafeString:
    return format_html('<a class="portal-nowrap" href="tel:{}">{}</a>', number.replace("-", ""), number)
