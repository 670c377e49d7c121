"""What the menu says of naming reporters, to whoever may decide about it."""

from __future__ import annotations

from django import template

from partners.models import Reveal
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role

COUNTED = 100

register = template.Library()


@register.simple_tag
def reveals_to_decide(user: User) -> int:
    """How many wait for this lead's decision. A privacy officer decides about every case, and no page but the list says how many
    there are (tests/house/test_marks.py): the mail tells them.
    """
    if Role.PRIVACY in user.roles:
        return 0
    waiting = Reveal.objects.for_(user, "reveal.decide").waiting()
    return len(waiting.order_by().values("pk")[:COUNTED])
