"""The filter of the inbox; the address holds what was chosen, so it can be kept as a bookmark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.forms.utils import flatatt
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from incidents.taxonomy.groups import GROUPS
from safetyportal.clock.urgency import Urgency
from safetyportal.desk.filters import HOLDERS, as_query, complexes_named
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import ORDERS
from safetyportal.texts.clean_text import LineField

ANY = ("", _("Alles"))
INVALID = {"invalid_choice": _("Kies iets uit de lijst.")}


class QuickSelect(forms.Select):
    """A select written in one go: Django's renders a template for every option, which costs more than the list itself."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = str(value or "")
        options = format_html_join(
            "",
            "<option{}>{}</option>",
            (
                (flatatt({"value": str(code), "selected": str(code) == chosen}), label)
                for code, label in self.choices
            ),
        )
        return format_html("<select{}>{}</select>", flatatt({"name": name, **(attrs or {})}), options)


class FilterField(forms.ChoiceField):
    widget = QuickSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, error_messages=INVALID, **kwargs)


class InboxFilter(forms.Form):
    """Every field may be left open."""

    mark_optional = False

    list = FilterField(label=_("Lijst"), choices=[ANY, *((code, one.label) for code, one in LISTS.items())])
    holder = FilterField(label=_("Behandelaar"), choices=[ANY, *HOLDERS.items()])
    urgency = FilterField(label=_("Urgentie"), choices=[ANY, *Urgency.choices])
    group = FilterField(label=_("Soort"))
    complex = LineField(
        label=_("Complex"), required=False, max_length=100, help_text=_("Naam, een deel daarvan, of de code.")
    )
    sort = FilterField(
        label=_("Volgorde"),
        choices=[
            ("", _("Zoals bij deze lijst hoort")),
            *((code, words) for code, (words, _order) in ORDERS.items()),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["auto_id"] = "filter_%s"
        super().__init__(*args, **kwargs)
        english = get_language() == "en"
        groups = [(spec.code, spec.label_en if english else spec.label_nl) for spec in GROUPS]
        self.fields["group"].choices = [ANY, *groups]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.layout = Layout(Div(*self.fields, css_class="portal-row"))
        self.helper.add_input(Submit("", _("Filters toepassen"), css_class="secondary"))

    def clean_complex(self) -> str:
        typed = str(self.cleaned_data["complex"])
        if typed and not complexes_named(typed).exists():
            raise forms.ValidationError(_("Er is geen complex met deze naam of code."))
        return typed

    def words(self) -> str:
        """What is chosen in one line."""
        return ", ".join(self._said(name) for name in self.chosen())

    def chosen(self) -> dict[str, str]:
        """A value outside the list is told at its field, and is not chosen."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chips(self) -> Sequence[tuple[str, str]]:
        """What is chosen, in words, each with the query that leaves it out. The order leaves nothing out."""
        chosen = self.chosen()
        return [(self._said(name), as_query({**chosen, name: ""})) for name in chosen if name != "sort"]

    def _said(self, name: str) -> str:
        said = self.cleaned_data[name]
        return said if name == "complex" else str(dict(self.fields[name].choices)[said])  # type: ignore[attr-defined]


class ListNameForm(forms.Form):
    name = LineField(
        label=_("Naam van de lijst"),
        max_length=40,
        help_text=_("Alleen u ziet de naam. Zet er geen namen van bewoners in."),
        error_messages={"required": _("Geef de lijst een naam.")},
    )

    def __init__(self, *args: Any, action: str, button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", button, css_class="secondary"))


class SaveListForm(ListNameForm):
    """The filters of now, under a name."""

    pinned = forms.BooleanField(label=_("Zet boven de inbox, met het aantal"), required=False)
    query = forms.CharField(
        widget=forms.HiddenInput, max_length=300, error_messages={"required": _("Kies eerst een filter.")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["auto_id"] = "save_%s"
        super().__init__(*args, action=reverse("saved_list_save"), button=gettext("Lijst bewaren"), **kwargs)

    def clean_query(self) -> str:
        """Only what can be chosen is kept, in one way of writing."""
        query = as_query(InboxFilter(QueryDict(self.cleaned_data["query"])).chosen())
        if not query:
            raise forms.ValidationError(self.fields["query"].error_messages["required"])
        return query
