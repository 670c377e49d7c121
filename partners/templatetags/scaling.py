"""Where a case stands that is in the hands of the care-and-safety house or the municipality, for the frame of its pages."""

from __future__ import annotations

from django import template

from incidents.models import Case
from partners.models import ScaleUp

register = template.Library()


@register.simple_tag
def scaled_up(case: Case) -> ScaleUp | None:
    return case.scale_ups.up().select_related("partner").first()
