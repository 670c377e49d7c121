"""Load the delivered texts, as often as you like; what an association changed itself stays as it is."""

from __future__ import annotations

from django.db import transaction

from incidents.models import StandardText
from incidents.standard_texts import at_the_end, at_the_start, in_talks, in_warnings, on_the_way
from safetyportal.configuration.models import Change

SECTION = "standaardteksten"
DELIVERED = (
    *at_the_start.TEXTS,
    *on_the_way.TEXTS,
    *at_the_end.TEXTS,
    *in_talks.TEXTS,
    *in_warnings.TEXTS,
)
FIELDS = ("moment", "group", "label", "heading", "text_nl", "translations", "position")


@transaction.atomic
def load_texts() -> None:
    own = set(Change.objects.filter(section=SECTION).values_list("subject", flat=True))
    texts = [
        StandardText(
            code=spec.code,
            moment=spec.moment,
            group_id=spec.group or None,
            label=spec.label,
            heading=spec.heading,
            text_nl=spec.nl,
            translations={"en": spec.en},
            position=position,
        )
        for position, spec in enumerate(DELIVERED)
        if spec.code not in own
    ]
    StandardText.objects.bulk_create(
        texts, update_conflicts=True, unique_fields=["code"], update_fields=list(FIELDS)
    )
