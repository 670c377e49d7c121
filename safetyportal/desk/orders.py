"""In which orders staff can look at cases. Each has its two indexes on Case: over all teams, and of one team."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.models.case import next_term, silent_since, worst_first
from safetyportal.desk.keyset import Order, Sort

ID = {"id": Sort.NUMBER}
OPENED = {"opened_at": Sort.MOMENT}

BY_URGENCY = Order({"urgency": Sort.CODE, **OPENED, **ID})
BY_AGE = Order({**OPENED, **ID})
BY_TERM = Order({"term": Sort.MOMENT, **ID}, {"term": next_term()})
BY_SEVERITY = Order({"worst": Sort.CODE, **OPENED, **ID}, {"worst": worst_first()})
BY_SILENCE = Order({"silent": Sort.MOMENT, **ID}, {"silent": silent_since()})

ORDERS: dict[str, tuple[str | Promise, Order]] = {
    "urgency": (_("Urgentie, dan de oudste"), BY_URGENCY),
    "term": (_("Eerste termijn"), BY_TERM),
    "severity": (_("Ernst, dan de oudste"), BY_SEVERITY),
    "oldest": (_("Oudste"), BY_AGE),
    "contact": (_("Langst geen contact"), BY_SILENCE),
}
