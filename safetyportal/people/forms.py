"""What an administrator fills in about people, and what people fill in to come in."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from safetyportal.accounts.models import Team, User
from safetyportal.accounts.roles import Role
from safetyportal.people.granting import STAFF_ROLES, TEAM_ROLES
from safetyportal.texts.clean_text import LineField

NOT_A_ROLE = {"required": _("Kies een rol."), "invalid_choice": _("Kies een rol uit de lijst.")}


def role_choices(actor: User) -> list[tuple[str, str]]:
    """The roles that this person may give to staff, as "role" or "role:team"."""
    all_teams = list(Team.objects.filter(is_active=True))
    if Role.SYSADMIN in actor.roles:
        roles, teams = [role for role in Role if role in STAFF_ROLES], all_teams
    else:
        led = actor.teams_as(frozenset({Role.LEAD}))
        roles, teams = [Role.HANDLER, Role.LEAD], [team for team in all_teams if team.pk in led]
    found: list[tuple[str, str]] = []
    for role in roles:
        if role in TEAM_ROLES:
            found += [(f"{role}:{team.pk}", f"{role.label}, {team.name}") for team in teams]
        elif role != Role.DESK:  # comes with a place at a desk, on the page of that desk
            found.append((role.value, str(role.label)))
    return found


def read_role(chosen: str) -> tuple[Role, Team | None]:
    """What one of role_choices means."""
    role, _colon, team = chosen.partition(":")
    return Role(role), Team.objects.get(pk=team) if team else None


class PersonField(LineField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Naam"),
            max_length=120,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={"required": _("Vul de naam in.")},
            **kwargs,
        )


class AddressField(forms.EmailField):
    """A mail address, kept in small letters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("E-mailadres"),
            help_text=_("Van deze persoon alleen, geen gedeelde mailbox."),
            max_length=254,
            error_messages={
                "required": _("Vul het e-mailadres in."),
                "invalid": _("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
                "max_length": _("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
            },
            **kwargs,
        )

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class InviteForm(forms.Form):
    name = PersonField()
    email = AddressField()
    role = forms.ChoiceField(label=_("Rol"), error_messages=NOT_A_ROLE)

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        role.choices = [("", _("Kies een rol")), *role_choices(actor)]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.add_input(Submit("send", _("Uitnodiging versturen")))


class GrantForm(forms.Form):
    role = forms.ChoiceField(label=_("Rol erbij"), error_messages=NOT_A_ROLE)

    def __init__(self, *args: Any, actor: User, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        role.choices = [("", _("Kies een rol")), *role_choices(actor)]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_action = reverse("person_grant", args=[user.pk])
        self.helper.add_input(Submit("send", _("Rol geven"), css_class="secondary"))


class SearchForm(forms.Form):
    """Posted, because a name in an address ends up in logs."""

    words = LineField(
        label=_("Naam of e-mailadres"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-l"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse("people_list")
        self.helper.add_input(Submit("send", _("Zoeken"), css_class="secondary"))


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Nieuw wachtwoord"),
        help_text=_("Minstens 12 tekens. Een paar woorden achter elkaar is sterk en goed te onthouden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=256,
        error_messages={
            "required": _("Kies een wachtwoord."),
            "max_length": _("Dit wachtwoord is te lang."),
        },
    )
    again = forms.CharField(
        label=_("Nog een keer hetzelfde wachtwoord"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        error_messages={"required": _("Vul het wachtwoord nog een keer in.")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.helper = FormHelper()
        self.helper.add_input(Submit("send", _("Wachtwoord bewaren")))

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "password" in data and "again" in data and data["password"] != data["again"]:
            self.add_error("again", _("De twee wachtwoorden zijn niet hetzelfde."))
        return data


class ForgottenForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse("account_reset_password")
        self.helper.add_input(Submit("send", _("Stuur een link")))
