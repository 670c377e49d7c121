"""What a page offers follows from the same table that guards the door."""

from __future__ import annotations

from typing import Any

from django import template

from safetyportal.policy import gate

register = template.Library()


@register.filter
def may(user: Any, name: str) -> bool:
    """{% if user|may:"case.list" %}: whether this person may do it at all."""
    return gate.may(name, user)
