"""The forms of a message to the reporter in steps, of a translation, and of what a reporter speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from incidents.forms.gaps import GapFields
from incidents.forms.staff_case import VerbForm
from incidents.rules.languages import DUTCH, FROM_RIGHT, Language, name_of
from incidents.writing.translating import compose
from safetyportal.texts.clean_text import PlainTextField

LONGEST = 4000


class ComposeForm(GapFields, VerbForm):
    """Written, looked at as the reporter will read it, and only then sent."""

    verb, title, button = "case_compose", _("Bericht maken"), _("Bekijk het bericht")
    button_class = "primary"

    text = PlainTextField(
        label=_("Uw bericht"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("De melder leest dit op de eigen pagina. Noem geen ketenpartner en niemand anders bij naam."),
        error_messages={"required": _("Schrijf een bericht.")},
    )  # fmt: skip

    def __init__(
        self, *args: Any, languages: Sequence[str], known: dict[str, dict[str, str]], **kwargs: Any
    ) -> None:
        """`known`: by language what the portal fills in by itself."""
        super().__init__(*args, **kwargs)
        self.helper.inputs = [Submit("preview", self.button, css_class=self.button_class)]
        self.languages, self.by_language = list(languages), known
        for language in self.languages:
            self.fields[f"text_{language}"] = PlainTextField(
                label=format_lazy(_("Hetzelfde in het {language}"), language=name_of(language)),
                max_length=LONGEST,
                required=False,
                help_text=_("Komt boven de Nederlandse tekst te staan. Leeg: de melder krijgt alleen Nederlands."),
                widget=forms.Textarea(attrs={"rows": 12, "lang": language, "dir": "rtl" if language in FROM_RIGHT else "ltr"}),
            )  # fmt: skip
        self.texts = ("text", *(f"text_{one}" for one in self.languages))
        self.add_gaps(known=known[DUTCH])

    def message(self) -> str:
        """Exactly what is sent."""
        others = {one: self.filled(f"text_{one}", self.by_language[one]) for one in self.languages}
        return compose(self.filled("text", self.by_language[DUTCH]), others)


class TranslationForm(VerbForm):
    verb, title, button = "case_translate", _("Vertaling toevoegen"), _("Vertaling bewaren")
    button_class = "primary"

    language = forms.ChoiceField(
        label=_("In welke taal is uw vertaling?"),
        choices=Language.choices,
        error_messages={"required": _("Kies een taal."), "invalid_choice": _("Kies een taal uit de lijst.")},
    )
    text = PlainTextField(
        label=_("Vertaling"),
        help_text=_("Vertaal wat er staat, ook wat u niet netjes vindt. Vraag een collega of een tolk; gebruik geen vertaalwebsite: dan ziet een ander bedrijf wat de melder schreef."),
        error_messages={"required": _("Schrijf de vertaling.")},
    )  # fmt: skip

    def __init__(self, *args: Any, what: str, **kwargs: Any) -> None:
        self.what = what
        super().__init__(*args, initial={"language": DUTCH}, **kwargs)

    def address(self, number: str) -> list[str]:
        return [number, self.what]


class SpokenForm(VerbForm):
    verb, title, button = "case_language", _("Taal van de melder"), _("Taal bewaren")

    language = forms.ChoiceField(
        label=_("Welke taal leest en spreekt de melder?"),
        choices=Language.choices,
        error_messages={"required": _("Kies een taal."), "invalid_choice": _("Kies een taal uit de lijst.")},
    )
    needs_interpreter = forms.BooleanField(label=_("Tolk nodig"), required=False)

    def __init__(self, *args: Any, report: str, **kwargs: Any) -> None:
        self.report = report
        super().__init__(*args, **kwargs)

    def address(self, number: str) -> list[str]:
        return [number, self.report]
