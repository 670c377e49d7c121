"""What people fill in about themselves: when they are away, and which mails they want."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from safetyportal.accounts.models import User
from safetyportal.people.absence import covers_for
from safetyportal.texts.day_field import DayField

LONGEST_DAYS = 366


class AbsenceForm(forms.Form):
    from_on = DayField(label=_("Afwezig van"), error_messages={"required": _("Vul de eerste dag in.")})
    until_on = DayField(
        label=_("Afwezig tot en met"),
        help_text=_("De laatste dag telt mee."),
        error_messages={"required": _("Vul de laatste dag in.")},
    )
    cover = forms.ChoiceField(
        label=_("Vervanger"),
        required=False,
        help_text=_("Een collega uit hetzelfde team. Deze ziet zolang ook de zaken van wie er niet is."),
        error_messages={"invalid_choice": _("Kies een collega uit de lijst.")},
    )

    def __init__(self, *args: Any, user: User, today: date, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.people = {str(one.pk): one for one in covers_for(user)}
        self.fields["cover"].choices = [  # type: ignore[attr-defined]
            ("", _("Niemand")),
            *((pk, one.name) for pk, one in self.people.items()),
        ]
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Afwezigheid bewaren")))

    def clean_cover(self) -> User | None:
        return self.people.get(self.cleaned_data["cover"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("until_on")
        if last and last < self.today:
            self.add_error("until_on", _("Deze dag is al voorbij."))
        elif first and last and last < first:
            self.add_error("until_on", _("De laatste dag kan niet voor de eerste liggen."))
        elif first and last and (last - first).days > LONGEST_DAYS:
            self.add_error("until_on", _("Hoogstens een jaar. Zet het daarna opnieuw."))
        return data


class MailWishForm(forms.Form):
    digest = forms.BooleanField(
        label=_("Elke werkdag een mail met hoeveel termijnen vandaag aflopen"),
        help_text=_("Alleen aantallen, niets over de zaken. Loopt er niets af, dan komt er geen mail."),
        required=False,
    )
    handed_over = forms.BooleanField(
        label=_("Een mail als een collega een zaak aan mij overdraagt"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("send", _("Bewaren")))
