"""Where a case stands that is in the hands of the care-and-safety house or the municipality, for the frame of its pages."""

from __future__ import annotations

from typing import Any

from django import template

from incidents.models import Case
from partners.disclosing.scaled_up import Up, up_of

register = template.Library()


@register.simple_tag(takes_context=True)
def scaled_up(context: dict[str, Any], case: Case) -> Up | None:
    """As the page knows it already (`up`), or looked up."""
    known: Up | None = context["up"] if "up" in context else up_of(case)
    return known
