"""An e-mail pasted or chosen as a file, and the case it belongs to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.entry import mail_reading
from incidents.entry.mail_reading import Mail, Unreadable, Why
from incidents.forms.tenant_evidence import FilesField, FilesInput
from incidents.rules.numbers import read_number
from safetyportal.texts.clean_text import LineField, PlainTextField

LONGEST_PASTED = 100_000


class MailForm(forms.Form):
    """`mail` after is_valid(). The file goes before the text."""

    mark_optional = False

    file = FilesField(
        label=_("Kies de e-mail (.eml)"),
        required=False,
        help_text=_("Sleep hem uit uw mailprogramma, of bewaar hem als .eml. Tot 25 MB."),
        widget=FilesInput(".eml,message/rfc822"),
    )
    text = PlainTextField(
        label=_("Of plak de tekst"),
        max_length=LONGEST_PASTED,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs.pop("multiple", None)
        self.mail: Mail | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        files, text = cleaned.get("file"), cleaned.get("text", "")
        if files:
            file = files[0]
            try:
                if file.is_too_big or (file.size or 0) > mail_reading.LARGEST:
                    raise Unreadable(Why.TOO_BIG)
                self.mail = mail_reading.read(file.read())
            except Unreadable as unreadable:
                self.add_error("file", str(unreadable.why.label))
        elif text:
            self.mail = mail_reading.pasted(text)
        elif not self.errors:
            self.add_error("file", _("Kies een e-mail, of plak de tekst."))
        return cleaned


class CaseNumberForm(forms.Form):
    number = LineField(
        label=_("Zaaknummer"),
        max_length=20,
        help_text=_("Het begint met Z."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-m"}),
        error_messages={"required": _("Vul het zaaknummer in.")},
    )

    def clean_number(self) -> str:
        number = read_number(self.cleaned_data["number"], "Z")
        if number is None:
            raise forms.ValidationError(_("Dit is geen zaaknummer. Kijk het na."))
        return number
