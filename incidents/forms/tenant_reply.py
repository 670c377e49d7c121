"""What somebody who was reported about fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_acts import BIG, LONGEST
from incidents.forms.tenant_follow import AS_PRINTED
from safetyportal.texts.clean_text import LineField, PlainTextField


class EnterForm(forms.Form):
    """The two things in the letter. Whether they belong together, incidents.pages.accused_page says."""

    number = LineField(
        label=_("Het nummer in uw brief"),
        max_length=40,
        help_text=_("Het begint met een R, bijvoorbeeld R-7K2P-9QXD."),
        widget=forms.TextInput(attrs={**AS_PRINTED, "class": "portal-width-m"}),
        error_messages={"required": _("Vul het nummer in dat in uw brief staat.")},
    )
    code = LineField(
        label=_("De code in uw brief"),
        max_length=60,
        help_text=_("Zestien letters en cijfers. Streepjes en hoofdletters maken niet uit."),
        widget=forms.TextInput(attrs=AS_PRINTED),
        error_messages={"required": _("Vul de code in die in uw brief staat.")},
    )


class ReplyForm(forms.Form):
    """`words()` is what is kept in the case."""

    text_label: Any
    text_hint: Any = _("U mag in uw eigen taal schrijven.")
    must = True

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["text"] = PlainTextField(
            label=self.text_label,
            max_length=LONGEST,
            required=self.must,
            help_text=self.text_hint,
            widget=forms.Textarea(attrs=BIG),
            error_messages={"required": _("Schrijf een paar woorden.")},
        )

    def words(self) -> str:
        return str(self.cleaned_data["text"])


class StatementForm(ReplyForm):
    text_label = _("Wat wilt u erover zeggen?")


class WhenForm(ReplyForm):
    text_label = _("Welke dagen en tijden kunt u?")
    text_hint = _("Schrijf er ook bij hoe wij u kunnen bereiken.")


class InterpreterForm(ReplyForm):
    tongue = LineField(
        label=_("Welke taal spreekt u het liefst?"),
        max_length=60,
        widget=forms.TextInput(attrs={"class": "portal-width-m", "dir": "auto"}),
        error_messages={"required": _("Vul in welke taal u spreekt.")},
    )
    text_label = _("Wilt u er iets bij zeggen?")
    must = False

    def words(self) -> str:
        return f"{self.cleaned_data['tongue']}\n{self.cleaned_data['text']}".strip()


class CorrectionForm(ReplyForm):
    text_label = _("Wat klopt er niet?")


class ObjectionForm(ReplyForm):
    text_label = _("Waarom maakt u bezwaar?")


class RestrictionForm(ReplyForm):
    text_label = _("Waarom vraagt u dit?")
