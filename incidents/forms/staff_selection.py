from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON
from safetyportal.accounts.models import User
from safetyportal.texts.clean_text import PlainTextField


class GiveForm(forms.Form):
    """To whom the ticked cases go. `people` are those who can hold at least one of them."""

    to = forms.ChoiceField(
        label=_("Aan wie?"),
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega uit de lijst."),
        },
    )
    reason = PlainTextField(
        label=_("Wat moet een collega weten?"),
        help_text=_("Dit komt in de tijdlijn van elke zaak. Alleen medewerkers lezen het."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom.")},
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een collega")),
            *((pk, user.name) for pk, user in self.people.items()),
        ]

    def clean_to(self) -> User:
        return self.people[self.cleaned_data["to"]]
