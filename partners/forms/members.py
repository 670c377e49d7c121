"""What is filled in to let somebody work at a partner or desk."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.people.forms import AddressField, PersonField


class MemberForm(forms.Form):
    """Somebody new. A desk has no administrator of its own."""

    name = PersonField()
    email = AddressField()
    may = forms.ChoiceField(
        label=_("Wat mag deze persoon?"),
        choices=[
            ("work", _("Werken met de werklijst")),
            ("admin", _("Werken met de werklijst, en mensen uitnodigen en weghalen")),
        ],
        initial="work",
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat deze persoon mag."),
            "invalid_choice": _("Kies iets uit de lijst."),
        },
    )

    def __init__(self, *args: Any, has_admins: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_admins:
            del self.fields["may"]
        self.helper = FormHelper()
        self.helper.add_input(Submit("send", _("Uitnodiging versturen")))


class AddForm(forms.Form):
    """Somebody who has an account already."""

    email = AddressField()

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = "add_%s"
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _("Het adres waarmee deze persoon nu al inlogt.")
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Toevoegen"), css_class="secondary"))
