"""Choosing photos, sound and other files; on a telephone straight from the camera."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.uploads import ReceivedFile

PHOTOS = "image/jpeg,image/png,image/webp,image/heic,image/heif"
ALL = f"{PHOTOS},audio/*,video/mp4,video/quicktime,video/webm,video/3gpp,application/pdf"


class FilesInput(forms.ClearableFileInput):
    """A plain box for files; in the one for the camera goes one photo at a time."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"

    def __init__(self, accept: str, **attrs: str) -> None:
        super().__init__(attrs={"accept": accept, **attrs})
        if "capture" in attrs:
            self.attrs.pop("multiple", None)


class FilesField(forms.FileField):
    """Any number of files, in the order in which they came; what is in them the evidence verbs find out."""

    def clean(self, data: Any, initial: Any = None) -> list[ReceivedFile]:
        return [one for one in data or [] if isinstance(one, ReceivedFile)]


class EvidenceForm(forms.Form):
    """Shows the boxes; `chosen` is what came in either of them."""

    camera = FilesField(
        label=_("Maak een foto"), required=False, widget=FilesInput("image/*", capture="environment")
    )
    file = FilesField(
        label=_("Kies een foto of bestand"),
        required=False,
        help_text=_("Een foto of geluid tot 20 MB, een filmpje tot 50 MB, een pdf tot 10 MB."),
        widget=FilesInput(ALL),
    )

    @property
    def chosen(self) -> Sequence[ReceivedFile]:
        """Call it after is_valid()."""
        return [*self.cleaned_data.get("camera", []), *self.cleaned_data.get("file", [])]
