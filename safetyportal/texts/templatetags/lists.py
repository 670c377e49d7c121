"""The way back to the list somebody came from."""

from __future__ import annotations

from typing import Any

from django import template

from safetyportal import last_list as kept

register = template.Library()


@register.simple_tag(takes_context=True)
def last_list(context: dict[str, Any]) -> str:
    return kept.path(context["request"])
