"""The setting of the logo on letters. What is uploaded is cleaned like a photo of a reporter: only its points are kept."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from incidents.evidence.formats import JPEG, PNG
from incidents.evidence.washing import NotTaken, Why, wash
from safetyportal.configuration.sections import Section, SettingsForm, Values, one_subject
from safetyportal.texts.association import current, forget
from safetyportal.texts.models import Association, Logo
from safetyportal.uploads import ReceivedFile

LARGEST = 250_000  # as cleaned; the print gets it as numbers
TAKEN = (JPEG, PNG)
KEY = re.compile("[0-9a-f]{16}")
ONLY_THESE = _("Kies een afbeelding die op .png of .jpg eindigt.")
# The words for other refusals are about photos of reporters.
SAID = {
    Why.EMPTY: _("Dit bestand is leeg. Kies een ander bestand."),
    Why.BROKEN: _("Deze afbeelding is beschadigd. Bewaar haar opnieuw, en kies die."),
    Why.BUSY: _("Het is nu druk. Probeer het over een minuut nog eens."),
    Why.UNKNOWN: ONLY_THESE,
}
TOO_HEAVY = _(
    "Deze afbeelding is te zwaar. Maak haar kleiner, bijvoorbeeld 1000 beeldpunten breed, en kies die."
)


class LogoInput(forms.FileInput):
    """A file that was chosen, or else the key of the one in use, which a change that is put back sends as a text."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return files.get(name) or data.get(name) or data.get("kept", "")


class LogoField(forms.Field):
    """The key of a logo: of one that is there, or of the file that came, cleaned."""

    widget = LogoInput(attrs={"accept": "image/png,image/jpeg"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.picture = ""

    def to_python(self, value: Any) -> str:
        if isinstance(value, ReceivedFile):
            self.picture, key = cleaned(value)
            return key
        key = str(value or "")
        if key and not (KEY.fullmatch(key) and Logo.objects.filter(pk=key).exists()):
            raise ValidationError(ONLY_THESE, code="unknown")
        return key


class LogoForm(SettingsForm):
    logo = LogoField(
        label=_("Logo"),
        required=False,
        help_text=_("Een png of jpg, liefst 1000 beeldpunten breed. Staat linksboven op elke brief, hoogstens 8 bij 2 centimeter."),
    )  # fmt: skip
    kept = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)
    remove = forms.BooleanField(
        label=_("Haal het logo weg dat er nu staat: de naam komt terug"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["kept"] = self.initial.get("logo", "")
        if not current().logo:
            del self.fields["remove"]

    def values(self) -> Values:
        """The key alone: a setting is a text. The picture it stands for is laid ready."""
        if self.cleaned_data.get("remove"):
            return {"logo": ""}
        key: str = self.cleaned_data["logo"]
        picture = self.fields["logo"].picture  # type: ignore[attr-defined]
        if picture:
            Logo.objects.get_or_create(pk=key, defaults={"picture": picture})
        return {"logo": key}


def cleaned(file: ReceivedFile) -> tuple[str, str]:
    """The picture in base64, and its key. Raises ValidationError with what to do."""
    if file.is_too_big:
        raise ValidationError(TOO_HEAVY, code="too_heavy")
    try:
        with wash(file.held, size=file.size or 0) as washed:
            if washed.original not in TAKEN:
                raise ValidationError(ONLY_THESE, code="format")
            washed.copy.seek(0)
            picture = washed.copy.read(LARGEST + 1)
    except NotTaken as refusal:
        raise ValidationError(SAID.get(refusal.why, TOO_HEAVY), code="refused") from refusal
    if len(picture) > LARGEST:
        raise ValidationError(TOO_HEAVY, code="too_heavy")
    return b64encode(picture).decode(), sha256(picture).hexdigest()[:16]


def _load(subject: str) -> Values:
    return {"logo": current().logo}


def _save(subject: str, values: Values) -> None:
    ours = current()
    ours.pk = 1
    if ours._state.adding:
        ours.save()
    Association.objects.filter(pk=1).update(logo=values["logo"])
    forget()


LOGO = Section(
    name="logo",
    title=_("Logo op brieven"),
    about=_("Staat linksboven op brieven, in plaats van de naam. Een brief die al weg is, verandert niet."),
    form=LogoForm,
    subjects=one_subject(_("Logo op brieven")),
    load=_load,
    save=_save,
)
