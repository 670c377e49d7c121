"""The filter of the inbox; the address holds what was chosen, so it can be kept as a bookmark."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from incidents.taxonomy.groups import GROUPS
from safetyportal.clock.urgency import Urgency

ANY = ("", _("Alles"))
INVALID = {"invalid_choice": _("Kies iets uit de lijst.")}


class InboxFilter(forms.Form):
    """Every field may be left open; `complexes` are the (id, name) pairs of this person's own complexes."""

    mark_optional = False

    holder = forms.ChoiceField(
        label=_("Behandelaar"),
        required=False,
        choices=[ANY, ("me", _("Van mij")), ("nobody", _("Zonder behandelaar"))],
        error_messages=INVALID,
    )
    urgency = forms.ChoiceField(
        label=_("Urgentie"), required=False, choices=[ANY, *Urgency.choices], error_messages=INVALID
    )
    group = forms.ChoiceField(label=_("Soort"), required=False, error_messages=INVALID)
    complex = forms.ChoiceField(label=_("Complex"), required=False, error_messages=INVALID)
    proposal = forms.ChoiceField(
        label=_("Voorstel"),
        required=False,
        choices=[ANY, ("waits", _("Voorstel wacht"))],
        error_messages=INVALID,
    )

    term = forms.ChoiceField(
        label=_("Termijn"), required=False, choices=[ANY, ("late", _("Te laat"))], error_messages=INVALID
    )

    def __init__(self, *args: Any, complexes: list[tuple[int, str]], **kwargs: Any) -> None:
        kwargs["auto_id"] = "filter_%s"
        super().__init__(*args, **kwargs)
        english = get_language() == "en"
        groups = [(spec.code, spec.label_en if english else spec.label_nl) for spec in GROUPS]
        self.fields["group"].choices = [ANY, *groups]  # type: ignore[attr-defined]
        self.fields["complex"].choices = [ANY, *((str(pk), name) for pk, name in complexes)]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.layout = Layout(Div(*self.fields, css_class="portal-row"))
        self.helper.add_input(Submit("", _("Filters toepassen"), css_class="secondary"))

    def chips(self) -> list[tuple[str, str]]:
        """What is chosen, in words, each with the query that leaves it out."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return [(self._said(name), _query({**chosen, name: ""})) for name in chosen]

    def query(self, **more: str) -> str:
        """The chosen filters as a query, with `more` added."""
        return _query({**self.cleaned_data, **more})

    def _said(self, name: str) -> str:
        return str(dict(self.fields[name].choices)[self.cleaned_data[name]])  # type: ignore[attr-defined]


def _query(values: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in values.items() if value})
    return query.urlencode()
