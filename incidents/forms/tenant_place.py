"""Where it happens: an address in our own list, and a place at that address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from complexes.models import Home, Space
from incidents.forms.addresses import find_home
from incidents.forms.tenant_fields import choice_field
from incidents.forms.tenant_step import StepForm
from incidents.rules.answers import YesNo
from safetyportal.texts.clean_text import LineField, PlainTextField

MOST_SPACES = 60
NOT_FOUND = _(
    "Wij vinden dit adres niet in onze lijst. Kijk of de postcode en het nummer kloppen. "
    "Kloppen ze? Kies dan onderaan «Het adres staat er niet bij»."
)


class AddressForm(StepForm):
    """A postcode and number of ours, or (the other button) a place that is not in our list."""

    slug = "adres"
    template = "tenant/steps/adres.html"

    postcode = LineField(
        label=_("Postcode"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "class": "portal-width-s"}),
        error_messages={"required": _("Vul de postcode in, bijvoorbeeld 1234 AB.")},
    )
    number = LineField(
        label=_("Huisnummer"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off", "class": "portal-width-s"}),
        error_messages={"required": _("Vul het huisnummer in, bijvoorbeeld 12.")},
    )
    lives_here = choice_field(
        _("Woont u hier?"),
        [(YesNo.YES, _("Ja")), (YesNo.NO, _("Nee"))],
        ask=_("Kies of u op dit adres woont."),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.not_in_list = bool(data and data.get("not_in_list"))
        self.home: Home | None = None
        if self.not_in_list:
            for field in self.fields.values():
                field.required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.not_in_list or not {"postcode", "number"} <= cleaned.keys():
            return cleaned
        self.home = find_home(
            self, postcode=cleaned["postcode"], number=cleaned["number"], otherwise=NOT_FOUND
        )
        return cleaned

    def answer(self) -> dict[str, Any]:
        typed = {name: self.cleaned_data.get(name, "") for name in ("postcode", "number", "lives_here")}
        if self.home is None:
            return {**typed, "home": None, "unknown": True}
        return {**typed, "home": self.home.pk, "unknown": False}


class SpotForm(StepForm):
    """At the address: the home, one of the shared spaces, or in own words."""

    slug = "plek"
    template = "tenant/steps/plek.html"
    heading_field = "where"
    mark_optional = False

    where = choice_field(_("Waar gebeurt het?"), (), ask=_("Kies waar het gebeurt."))
    text = PlainTextField(
        label=_("Waar is het precies?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "tenant-short-text"}),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        address = self.written.of("adres")
        if address.get("unknown"):
            self._ask_in_words()
        else:
            self.fields["where"].choices = _places(address)  # type: ignore[attr-defined]
            self.fields["text"].help_text = _("Alleen bij «Ergens anders».")

    def _ask_in_words(self) -> None:
        del self.fields["where"]
        self.heading_field = "text"
        words = self.fields["text"]
        words.required = True
        words.label = _("Waar is het?")
        words.help_text = _("Schrijf de straat en de plaats op, of wat u ziet.")
        words.error_messages["required"] = _("Schrijf op waar het is.")

    def start_with(self, kept: dict[str, Any]) -> dict[str, Any]:
        if kept.get("where") == "space":
            return {"where": f"space-{kept['space']}"}
        if not kept and (address := self.written.of("adres")).get("unknown"):
            return {"text": " ".join(address[key] for key in ("postcode", "number") if address.get(key))}
        return kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("where") == "else" and "text" in cleaned and not cleaned["text"]:
            self.add_error("text", _("Schrijf op waar het precies is."))
        return cleaned

    def answer(self) -> dict[str, Any]:
        where = self.cleaned_data.get("where", "unknown")
        if where.startswith("space-"):
            return {"where": "space", "space": int(where.removeprefix("space-"))}
        return {"where": where, "text": self.cleaned_data["text"] if where != "home" else ""}


def _places(address: dict[str, Any]) -> list[tuple[str, Any]]:
    own = _("Bij mij thuis of bij de buren") if address.get("lives_here") == YesNo.YES else None
    found: list[tuple[str, Any]] = [("home", own or _("In of bij een woning"))]
    home = Home.objects.filter(pk=address["home"]).first()
    if home is not None:
        shared = Space.objects.select_related("entrance").filter(
            Q(entrance=None) | Q(entrance_id=home.entrance_id), complex_id=home.complex_id
        )
        nearest_first = sorted(
            shared[:MOST_SPACES], key=lambda space: (space.entrance_id is None, str(space))
        )
        found += [(f"space-{space.pk}", str(space)) for space in nearest_first]
    return [*found, ("else", _("Ergens anders"))]
