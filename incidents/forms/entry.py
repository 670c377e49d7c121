"""What somebody tells a colleague by telephone, at the counter or in a letter: one page, and the kind's own questions."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.entry_place import WhereForm
from incidents.forms.tenant_fields import choice_field
from incidents.forms.tenant_story import MOST_SIGNS
from incidents.intake.filing import Place
from incidents.models import Kind
from incidents.rules.answers import Channel, PlaceKind, YesNo
from incidents.taxonomy.finding import likeliest
from safetyportal.texts.clean_text import LineField, PlainTextField

CHANNELS = [(one.value, one.label) for one in Channel if one not in (Channel.PORTAL, Channel.STAFF)]
KIND_FIRST = _("Kies wat er aan de hand is, of zoek het met een paar woorden.")


class EntryForm(WhereForm):
    """Everything but who reports and what the kind asks. `about`, the kind, is known before it is valid: those depend on it."""

    # What is needed depends on what else is filled in.
    mark_optional = False
    nowhere = _("Vul een adres in, kies een complex, of schrijf op waar het is.")
    field_order = (
        *("channel", "story", "names_person", "words", "kind"),
        *("postcode", "number", "where", "lives_here", "complex", "place_text", "take"),
    )

    form_key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Deze pagina klopt niet meer. Open hem opnieuw."),
            "invalid": _("Deze pagina klopt niet meer. Open hem opnieuw."),
        },
    )
    channel = choice_field(
        _("Hoe kwam het binnen?"), CHANNELS, ask=_("Kies hoe het binnenkwam."), initial=Channel.PHONE
    )
    words = LineField(
        label=_("Zoek de soort"),
        max_length=200,
        required=False,
        help_text=_("Een paar woorden van de melder, bijvoorbeeld: harde muziek."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "search", "dir": "auto"}),
    )
    kind = forms.ChoiceField(
        label=_("Soort melding"),
        required=False,
        error_messages={"required": KIND_FIRST, "invalid_choice": _("Kies een soort uit de lijst.")},
    )
    lives_here = forms.BooleanField(label=_("De melder woont op dit adres"), required=False, initial=True)
    place_text = PlainTextField(
        label=_("Plek niet bekend? Schrijf op waar het is"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "portal-low"}),
    )
    story = PlainTextField(
        label=_("Wat gebeurt er?"),
        max_length=MOST_SIGNS,
        help_text=_("Schrijf op wat de melder ziet, hoort of ruikt. Geen namen van anderen, geen oordeel."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf op wat er gebeurt. Een paar woorden is genoeg.")},
    )
    names_person = choice_field(
        _("Staat er toch een naam of adres van iemand anders in?"),
        YesNo.choices,
        ask=_("Kies of er een naam of adres van iemand anders in de tekst staat."),
    )
    take = forms.BooleanField(label=_("Ik pak dit zelf op"), required=False)

    def __init__(self, data: Any = None, *, kinds: list[Kind], may_take: bool, start: dict[str, Any]) -> None:
        super().__init__(data, initial={"form_key": uuid4(), **start})
        self.kinds = {kind.code: kind for kind in kinds}
        self.looked_for = (data or start).get("words", "")
        self.found = likeliest(str(self.looked_for), kinds) if self.looked_for else []
        self.about = self._kind(data)
        self.fields["kind"].choices = self._choices()  # type: ignore[attr-defined]
        if not may_take:
            del self.fields["take"]

    def _kind(self, data: Any) -> Kind | None:
        """What was chosen; else, or when looked for anew, what the words are likeliest about."""
        chosen = self.kinds.get(data.get("kind", "")) if data else None
        if (chosen is None or "search" in data) and self.found:
            return self.found[0]
        return chosen

    def _choices(self) -> list[tuple[Any, Any]]:
        groups = groupby(self.kinds.values(), key=lambda kind: kind.group.label)
        listed = [(label, [(kind.code, kind.label) for kind in kinds]) for label, kinds in groups]
        offered = [(_("Gevonden"), [(kind.code, kind.label) for kind in self.found])] if self.found else []
        return [("", _("Kies een soort")), *offered, *listed]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.about is None and "kind" not in self.errors:
            self.add_error("kind", KIND_FIRST)
        return cleaned

    def without_address(self, cleaned: dict[str, Any]) -> Place | None:
        text = cleaned.get("place_text")
        return Place(PlaceKind.UNKNOWN, text=text) if text else None
