"""What it is about: danger, the kind, and the pages that say whom to call or what one can do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_fields import choice_field
from incidents.forms.tenant_step import StepForm
from incidents.models import Kind, KindGroup
from incidents.taxonomy.finding import likeliest
from safetyportal.texts.clean_text import LineField

GROUP_HINTS: dict[str, str | Promise] = {
    "GEL": _("Harde muziek, onrust in de nacht"),
    "BUR": _("Ruzie, pesten, rook, huisdieren"),
    "AGR": _("Iemand bedreigt u of doet u pijn"),
    "ZRG": _("Iemand heeft hulp nodig, of u hebt schulden"),
    "VUI": _("Afval, stank, muizen"),
    "DRU": _("Dealen, gebruik in het portiek"),
    "VEI": _("Inbraak, kapotte deur, een groep die rondhangt"),
    "WFR": _("Onderhuur, een bedrijf in een woning"),
    "OMG": _("Parkeren, afval op straat"),
    "LEE": _("Een idee voor uw gebouw of buurt"),
    "OVE": _("Niet in de lijst, of u weet het niet"),
}


WORDS_FIRST = _("Schrijf eerst een paar woorden. Of kies uit de lijst.")


@dataclass(frozen=True)
class Listed:
    """A group of kinds in the list; open when one of them is chosen."""

    group: KindGroup
    hint: Any
    kinds: list[Kind]
    is_open: bool


class DangerForm(StepForm):
    slug = "gevaar"
    heading_field = "danger"

    danger = choice_field(
        _("Is er nu direct gevaar?"),
        [("yes", _("Ja")), ("no", _("Nee"))],
        ask=_("Kies ja of nee: is er nu direct gevaar?"),
        help_text=_("Zoals brand, gas, een gewonde, gevecht, wapen, inbreker of zelfmoord."),
    )


class CalledEmergencyForm(StepForm):
    slug = "bel-112"
    template = "tenant/steps/bel-112.html"

    def answer(self) -> dict[str, Any]:
        return {"called": True}


class WhatForm(StepForm):
    """In one's own words, for an offer of three kinds; or straight from the list. The choice is the tenant's."""

    slug = "soort"
    template = "tenant/steps/soort.html"
    heading_field = "words"
    mark_optional = False

    words = LineField(
        label=_("Wat is er aan de hand?"),
        max_length=200,
        required=False,
        help_text=_("Typ een paar woorden."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "search", "dir": "auto"}),
    )
    kind = choice_field(_("Wat is er aan de hand?"), (), ask=_("Kies wat er aan de hand is."), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.kinds = list(
            Kind.objects.for_tenants(self.today)
            .select_related("group")
            .order_by("group__position", "position")
        )
        self.fields["kind"].choices = [(kind.code, kind.label) for kind in self.kinds]  # type: ignore[attr-defined]
        self.looked_for = self.written.of(self.slug).get("words") or ""
        if self.looked_for:
            self.fields["words"].help_text = ""
        self.only_looks = data is not None and ("search" in data or not data.get("kind"))

    @property
    def found(self) -> list[Kind]:
        """What the words that were kept are likeliest about."""
        return likeliest(self.looked_for, self.kinds) if self.looked_for else []

    @property
    def groups(self) -> list[Listed]:
        chosen = self["kind"].value()
        return [
            Listed(
                group, GROUP_HINTS.get(group.code, ""), members, any(one.code == chosen for one in members)
            )
            for group, members in (
                (group, list(kinds)) for group, kinds in groupby(self.kinds, lambda one: one.group)
            )
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.only_looks and "words" in cleaned and not cleaned["words"] and not self.errors:
            field = "words" if self.data.get("search") else "kind"
            self.add_error(
                field, WORDS_FIRST if field == "words" else self.fields["kind"].error_messages["required"]
            )
        return cleaned

    def answer(self) -> dict[str, Any]:
        """Looking for words empties the choice, so that the page comes back with what it found."""
        words = self.cleaned_data["words"]
        return {"kind": None if self.only_looks else self.cleaned_data["kind"], "words": words}


class AdviceForm(StepForm):
    """What people can do themselves; reporting is the other button. Read for this kind alone."""

    slug = "advies"
    template = "tenant/steps/advies.html"

    def answer(self) -> dict[str, Any]:
        kind = self.written.kind
        return {"read": kind.code if kind else None}


class CalledForm(StepForm):
    """Calling comes first with this kind; the answer holds for this kind alone."""

    slug = "bellen"
    template = "tenant/steps/bellen.html"

    @property
    def may_file(self) -> bool:
        return self.written.kind is not None and self.written.kind.intake == Kind.Intake.CALL_FIRST

    def answer(self) -> dict[str, Any]:
        kind = self.written.kind
        return {"called": kind.code if kind and self.may_file else None}
