"""The filter of the inbox; the address holds what was chosen, so it can be kept as a bookmark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from incidents.taxonomy.groups import GROUPS
from safetyportal.clock.urgency import Urgency
from safetyportal.desk.filters import HOLDERS, as_query
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import ORDERS

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
    """Every field may be left open; `complexes` are the (id, name) pairs of this person's own complexes."""

    mark_optional = False

    list = FilterField(label=_("Lijst"), choices=[ANY, *((code, one.label) for code, one in LISTS.items())])
    holder = FilterField(label=_("Behandelaar"), choices=[ANY, *HOLDERS.items()])
    urgency = FilterField(label=_("Urgentie"), choices=[ANY, *Urgency.choices])
    group = FilterField(label=_("Soort"))
    complex = FilterField(label=_("Complex"))
    sort = FilterField(
        label=_("Volgorde"),
        choices=[
            ("", _("Zoals bij deze lijst hoort")),
            *((code, words) for code, (words, _order) in ORDERS.items()),
        ],
    )

    def __init__(self, *args: Any, complexes: Sequence[tuple[int, str]], **kwargs: Any) -> None:
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

    def chosen(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chips(self) -> Sequence[tuple[str, str]]:
        """What is chosen, in words, each with the query that leaves it out. The order leaves nothing out."""
        chosen = self.chosen()
        return [(self._said(name), as_query({**chosen, name: ""})) for name in chosen if name != "sort"]

    def query(self, **more: str) -> str:
        """The chosen filters as a query, with `more` added."""
        return as_query({**self.cleaned_data, **more})

    def _said(self, name: str) -> str:
        return str(dict(self.fields[name].choices)[self.cleaned_data[name]])  # type: ignore[attr-defined]
