"""What a colleague saw, on a telephone in a minute; and why one is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from complexes.models import Complex
from incidents.entry.signals import Told
from incidents.forms.entry_place import WhereForm
from incidents.forms.tenant_evidence import PHOTOS, FilesField, FilesInput
from incidents.forms.tenant_fields import choice_field
from incidents.models.signal import Seen, Worry
from incidents.rules.answers import YesNo
from safetyportal.texts.clean_text import PlainTextField
from safetyportal.uploads import ReceivedFile

LONGEST = 1000
LONGEST_REASON = 300
GONE = _("Deze pagina klopt niet meer. Open hem opnieuw.")


class PhotosForm(forms.Form):
    camera = FilesField(
        label=_("Maak een foto van de plek"),
        required=False,
        widget=FilesInput("image/*", capture="environment"),
    )
    photo = FilesField(
        label=_("Of kies een foto"),
        required=False,
        help_text=_("Alleen de plek, geen mensen. Tot 20 MB."),
        widget=FilesInput(PHOTOS),
    )

    @property
    def chosen(self) -> Sequence[ReceivedFile]:
        """Call it after is_valid()."""
        return [*self.cleaned_data.get("camera", []), *self.cleaned_data.get("photo", [])]


class SignalForm(WhereForm, PhotosForm):
    mark_optional = False
    field_order = ("postcode", "number", "complex", "where", "seen", "text", "worry", "resident_knows")

    form_key = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": GONE, "invalid": GONE})
    seen = forms.MultipleChoiceField(
        label=_("Wat zag u?"),
        choices=Seen.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("Kies uit de antwoorden bij «Wat zag u?»."),
            "invalid_list": _("Kies uit de antwoorden bij «Wat zag u?»."),
        },
    )
    text = PlainTextField(
        label=_("In uw eigen woorden"),
        max_length=LONGEST,
        required=False,
        help_text=_("Mag leeg blijven. Alleen wat u zag, hoorde of rook. Geen namen, geen diagnose."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "portal-low"}),
    )
    worry = forms.TypedChoiceField(
        label=_("Hoe dringend is het?"),
        choices=Worry.choices,
        coerce=lambda value: Worry(int(value)),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe dringend het is."),
            "invalid_choice": _("Kies hoe dringend het is."),
        },
    )
    resident_knows = choice_field(
        _("Weet de bewoner dat u dit doorgeeft?"),
        [(YesNo.YES, _("Ja")), (YesNo.NO, _("Nee")), (YesNo.UNKNOWN, _("Niet gesproken"))],
        ask=_("Kies of de bewoner het weet."),
        initial=YesNo.UNKNOWN,
    )

    def __init__(self, *args: Any, recent: Sequence[Complex], **kwargs: Any) -> None:
        super().__init__(*args, initial={"form_key": uuid4()}, **kwargs)
        near = self.fields["complex"]
        if recent:
            near.label = _("Of kies waar u pas was")
            near.widget = forms.RadioSelect()
            near.empty_label = None  # type: ignore[attr-defined]
            near.queryset = Complex.objects.filter(pk__in=[one.pk for one in recent])  # type: ignore[attr-defined]
        else:
            del self.fields["complex"]
            self.nowhere = _("Vul een postcode en huisnummer in.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("seen") and not cleaned.get("text") and not self.errors.keys() & {"seen", "text"}:
            self.add_error("seen", _("Kies wat u zag, of schrijf het op."))
        return cleaned

    def told(self) -> Told:
        """Call it after is_valid()."""
        said = self.cleaned_data
        if self.place is None:
            raise ValueError("not valid")
        return Told(
            place=self.place,
            home=self.home,
            seen=said["seen"],
            text=said["text"],
            worry=said["worry"],
            resident_knows=YesNo(said["resident_knows"]),
        )


class AsideForm(forms.Form):
    reason = PlainTextField(
        label=_("Waarom hoeft er niets te gebeuren?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3, "class": "portal-low"}),
        error_messages={"required": _("Schrijf waarom er niets hoeft te gebeuren.")},
    )
