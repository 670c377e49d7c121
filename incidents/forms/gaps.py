"""What a text leaves open, as fields beside it: {datum_gesprek} is asked once and stands wherever the text names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from incidents.standard_texts.variables import Variable, fill, named_in, unknown_in
from safetyportal.texts.clean_text import LineField, PlainTextField

PREFIX = "gap_"
LONG = frozenset(
    {
        Variable.AGREEMENTS,
        Variable.CONDUCT,
        Variable.QUESTION,
        Variable.REASON,
        Variable.DECISION,
        Variable.HELP,
        Variable.RULE,
    }
)


def open_in(texts: Iterable[str], *, known: Iterable[str]) -> list[Variable]:
    """The variables these texts leave open that the portal cannot fill in by itself."""
    kept = set(known)
    named = dict.fromkeys(name for text in texts for name in named_in(text))
    return [Variable(name) for name in named if name in Variable and name not in kept]


def field_of(variable: Variable) -> forms.Field:
    said = {"required": _("Vul dit in, of haal {%(word)s} uit de tekst.") % {"word": variable.value}}
    if variable in LONG:
        return PlainTextField(
            label=variable.label, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), error_messages=said
        )  # fmt: skip
    return LineField(label=variable.label, max_length=200, error_messages=said)


class GapFields(forms.Form):
    """A form with texts in the fields named in `texts`; what those leave open becomes a field of its own, before them."""

    texts: tuple[str, ...] = ()

    def add_gaps(self, *, known: Iterable[str]) -> None:
        self.known = set(known)
        written = [str(self[name].value() or "") for name in self.texts if name in self.fields]
        self.gaps = open_in(written, known=self.known)
        for variable in self.gaps:
            self.fields[PREFIX + variable.value] = field_of(variable)
        named = [PREFIX + variable.value for variable in self.gaps]
        others = [name for name in self.fields if name not in named]
        at = min((others.index(name) for name in self.texts if name in others), default=len(others))
        self.order_fields([*others[:at], *named, *others[at:]])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.texts:
            if strange := unknown_in(cleaned.get(name) or ""):
                said = _("Dit woord kent het portaal niet: %(words)s. Haal het uit de tekst.")
                self.add_error(name, said % {"words": ", ".join(strange)})
        return cleaned

    def filled(self, name: str, values: dict[str, str]) -> str:
        """The text of field `name` with all that is known, typed or by itself."""
        typed = {one.value: self.cleaned_data.get(PREFIX + one.value, "") for one in self.gaps}
        return fill(self.cleaned_data.get(name) or "", {**values, **typed})
