"""Numbers to call, inside our own sentences."""

from __future__ import annotations

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

NUMBER = re.compile(r"\b(?:0[89]00-[0-9]{4}|112|113|144)\b(?!\.nl)")


@register.filter
def phone_links(text: str) -> SafeString:
    """`text`, escaped, with its Dutch help numbers as links that call."""
    return mark_safe(NUMBER.sub(_link, escape(text)))  # noqa: S308  escaped; what is added has digits only


def _link(found: re.Match[str]) -> str:
    number = found.group()
    return f'<a class="portal-nowrap" href="tel:{number.replace("-", "")}">{number}</a>'
