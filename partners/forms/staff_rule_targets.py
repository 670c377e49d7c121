"""The partners of a rule in a form: rows that can be added, removed and moved without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partners.rules.rule_choices import Offered
from partners.rules.rule_words import MODES
from partners.weighing.choosing import MOST_DAYS

MOST_TARGETS = 10
PARTS = ("partner", "mode", "days")
TERM = format_lazy(_("Vul een aantal werkdagen in, van 1 tot en met {most}."), most=MOST_DAYS)
Row = dict[str, str]


@dataclass(frozen=True)
class ShownRow:
    number: int
    fields: list[BoundField]
    is_first: bool
    is_last: bool


class TargetRows(forms.Form):
    """`rows` holds how many there are. An empty row counts for nothing."""

    rows = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        rows = self.initial.get("target_rows") or [{}]
        self.many = many_rows(self.data) if self.is_bound else len(rows)
        self.initial["rows"] = str(self.many)
        for number in range(1, self.many + 1):
            self.fields.update(self._row(number))
            if number <= len(rows):
                self.initial.update({f"{part}_{number}": rows[number - 1].get(part, "") for part in PARTS})

    def _row(self, number: int) -> dict[str, forms.Field]:
        choose = _("Kies een partner of afdeling uit de lijst.")
        return {
            f"partner_{number}": forms.ChoiceField(
                label=format_lazy(_("Partner {n}"), n=number),
                choices=[
                    ("", _("Kies een partner of afdeling")),
                    (_("Ketenpartners"), list(self.offered.partners)),
                    (_("Eigen afdelingen"), list(self.offered.desks)),
                ],
                required=False,
                error_messages={"invalid_choice": choose},
            ),
            f"mode_{number}": forms.ChoiceField(
                label=format_lazy(_("Wanneer ziet partner {n} de melding?"), n=number),
                choices=list(MODES.items()),
                initial="H",
                required=False,
                help_text=_("Een eigen afdeling ziet hem altijd direct."),
                error_messages={"invalid_choice": _("Kies wanneer deze partner de melding ziet.")},
            ),
            f"days_{number}": forms.IntegerField(
                label=format_lazy(_("Termijn van partner {n}, in werkdagen"), n=number),
                required=False,
                min_value=1,
                max_value=MOST_DAYS,
                widget=forms.TextInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
                error_messages={"invalid": TERM, "min_value": TERM, "max_value": TERM},
            ),
        }  # fmt: skip

    def shown_rows(self) -> list[ShownRow]:
        return [
            ShownRow(
                number, [self[f"{part}_{number}"] for part in PARTS], number == 1, number == self.many
            )
            for number in range(1, self.many + 1)
        ]  # fmt: skip

    def chosen_targets(self) -> list[list[Any]]:
        """Inside clean(). What is said twice is refused at its row."""
        own, found = dict(self.offered.desks), dict[str, list[Any]]()
        for number in range(1, self.many + 1):
            code = self.cleaned_data.get(f"partner_{number}")
            if not code:
                continue
            if code in found:
                self.add_error(f"partner_{number}", _("Deze partner staat er al. Haal één van de twee weg."))
            days = self.cleaned_data.get(f"days_{number}")
            mode = "A" if code in own else self.cleaned_data.get(f"mode_{number}") or "H"
            found[code] = [code, mode, days] if days else [code, mode]
        return list(found.values())


def rows_of(targets: list[Any]) -> list[Row]:
    """Stored targets as rows; what cannot be read is left out."""
    readable = [one for one in targets if isinstance(one, list | tuple) and len(one) in (2, 3)]
    return [dict(zip(PARTS, [str(part) for part in one], strict=False)) for one in readable]


def many_rows(data: Mapping[str, Any]) -> int:
    said = str(data.get("rows", ""))
    return min(max(int(said), 1), MOST_TARGETS) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def typed_rows(data: Mapping[str, Any]) -> list[Row]:
    return [
        {part: str(data.get(f"{part}_{number}", "")) for part in PARTS}
        for number in range(1, many_rows(data) + 1)
    ]


def stepped(rows: list[Row], step: str) -> list[Row]:
    """The rows after a button: "add", "up-2", "down-2" or "remove-2"; anything else leaves them."""
    what, _dash, said = step.partition("-")
    place = int(said) - 1 if said.isascii() and said.isdigit() and len(said) < 4 else -1
    rows = list(rows)
    if what == "add" and len(rows) < MOST_TARGETS:
        return [*rows, {}]
    if not 0 <= place < len(rows):
        return rows
    if what == "remove":
        return rows[:place] + rows[place + 1 :] or [{}]
    other = place + {"up": -1, "down": 1}.get(what, 0)
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    return rows
