"""What the menu says of covenants, to whoever looks after them."""

from __future__ import annotations

from django import template

from partners.covenants import covenant_alarms

register = template.Library()


@register.simple_tag
def covenants_ending() -> int:
    """How many end soon while nobody saw to it."""
    return covenant_alarms.open_ones().count()
