"""The filter of the inbox; the address holds what was chosen, so it can be kept as a bookmark."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.forms.utils import flatatt
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from incidents.taxonomy.groups import GROUPS
from safetyportal.clock.urgency import Urgency

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

    holder = FilterField(
        label=_("Behandelaar"), choices=[ANY, ("me", _("Van mij")), ("nobody", _("Zonder behandelaar"))]
    )
    urgency = FilterField(label=_("Urgentie"), choices=[ANY, *Urgency.choices])
    group = FilterField(label=_("Soort"))
    complex = FilterField(label=_("Complex"))
    proposal = FilterField(label=_("Voorstel"), choices=[ANY, ("waits", _("Voorstel wacht"))])
    question = FilterField(label=_("Vraag"), choices=[ANY, ("waits", _("Vraag wacht"))])
    reporter = FilterField(label=_("Melder"), choices=[ANY, ("waits", _("Melder wacht"))])
    term = FilterField(label=_("Termijn"), choices=[ANY, ("late", _("Te laat"))])

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
