"""Which standard texts fit a case: those for all kinds, and those of its own group first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from incidents.models import Case, StandardText
from incidents.models.standard_text import Moment
from incidents.rules.languages import DUTCH
from incidents.standard_texts.variables import fill

MOST = 300
ORDER = {moment: place for place, moment in enumerate(Moment)}


def offered(*, case: Case, moments: Collection[str]) -> list[StandardText]:
    """In the order of the moments of a case. `case` comes with its kind."""
    fitting = StandardText.objects.filter(Q(group=None) | Q(group=case.kind.group_id), active=True)
    found = fitting.filter(moment__in=list(moments))[:MOST]
    return sorted(
        found, key=lambda one: (ORDER[Moment(one.moment)], one.group_id is None, one.position, one.pk)
    )


def as_choices(texts: list[StandardText]) -> list[tuple[str, Any]]:
    return [("", _("Geen: ik schrijf zelf")), *((one.pk, one.label) for one in texts)]


def chosen(texts: list[StandardText], code: str) -> StandardText | None:
    return next((one for one in texts if one.pk == code), None)


def begun(text: StandardText, language: str, values: Mapping[str, str]) -> str:
    """What a message begins with: the text in this language, with what the portal knows filled in; empty when there is none."""
    source = text.text_nl if language == DUTCH else text.translations.get(language, "")
    return fill(source, values)
