"""What the menu says of naming reporters, to whoever may decide about it."""

from __future__ import annotations

from django import template

from partners.models import Reveal
from safetyportal.accounts.models import User

COUNTED = 100

register = template.Library()


@register.simple_tag
def reveals_to_decide(user: User) -> int:
    """How many wait for this person's decision."""
    waiting = Reveal.objects.for_(user, "reveal.decide").waiting()
    return len(waiting.order_by().values("pk")[:COUNTED])
