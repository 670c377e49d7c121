"""What we know of a case, beside what one partner may be told of it: for the person who decides what goes along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.models import Case, TimelineEntry
from incidents.rules.answers import Mode
from partners.defaults.default_matrix import LOOSEST, Cell, Field, why_not
from partners.disclosing import matrix
from partners.disclosing.disclosed_lines import MOST, to_choose_from
from partners.disclosing.disclosed_past import earlier_cases, steps
from partners.disclosing.disclosed_people import accused_then
from partners.disclosing.disclosure import grantable, others
from partners.models import Partner, Referral

# What whoever ticks it should know besides.
NOTES = {
    ("technical", Field.HOME): gettext_lazy("Alleen als het werk in die woning is."),
    ("mediation", Field.HOME): gettext_lazy("Alleen als beide bewoners het goed vinden. Kies dan toestemming als grond."),
    ("mediation", Field.REPORTER): gettext_lazy("Alleen als de melder het goed vindt."),
    ("police", Field.DIARY): gettext_lazy("Alleen als de politie erom vroeg. Schrijf dat bij de grond."),
    ("municipality", Field.DIARY): gettext_lazy(
        "Alleen voor een dossier voor de rechter of voor artikel 151d Gemeentewet. Schrijf dat bij de grond."
    ),
}  # fmt: skip


@dataclass(frozen=True)
class KnownRow:
    """One field: what we know, and what to mind; `why` it stays here."""

    field: str
    label: str
    values: tuple[str, ...]
    note: str = ""
    why: str = ""


class Offer:
    """All that can be said of one case to one partner. Asked once for each page."""

    def __init__(self, *, case: Case, partner: Partner) -> None:
        self.case, self.partner = case, partner
        self.column = matrix.current()[partner.profile]

    @cached_property
    def lines(self) -> list[TimelineEntry]:
        """Of the diary, where this partner may have some of it."""
        if self.column[Field.DIARY] != Cell.RELEASE:
            return []
        return list(to_choose_from(self.case).order_by("at", "pk")[:MOST])

    @cached_property
    def choosable(self) -> list[KnownRow]:
        """What may be ticked, and is there. Diary lines and files are chosen one by one."""
        given = grantable(partner=self.partner, case=self.case) - {Field.DIARY}
        return [row for row in self._rows if row.field in given and row.values]

    @cached_property
    def always(self) -> list[KnownRow]:
        return [row for row in self._rows if self.column[row.field] == Cell.ALWAYS and row.values]

    @cached_property
    def kept(self) -> list[KnownRow]:
        """What we know and this partner is never told."""
        return [row for row in self._rows if row.why and row.values]

    @property
    def diary_note(self) -> str:
        return str(NOTES.get((self.partner.profile, Field.DIARY), ""))

    def why_not(self, field: str) -> str:
        if field not in Field.values:
            return _("Dit gegeven mag deze partner niet zien.")
        if LOOSEST[self.partner.profile][field] == Cell.NEVER:
            label = str(self.partner.get_profile_display())
            return why_not(profile=self.partner.profile, label=label, field=field)
        name = Field(field).label
        if self.column[field] == Cell.NEVER:
            return _("{field}: uw organisatie deelt dit niet met deze partner.").format(field=name)
        return _("{field}: dat is er in deze zaak niet, of het gaat op een andere manier mee.").format(
            field=name
        )

    @cached_property
    def _rows(self) -> list[KnownRow]:
        return [self._row(field, values) for field, values in self._known().items()]

    def _row(self, field: str, values: tuple[str, ...]) -> KnownRow:
        never = self.column[field] == Cell.NEVER
        note = NOTES.get((self.partner.profile, Field(field)), "")
        return KnownRow(
            field, str(Field(field).label), values, str(note), self.why_not(field) if never else ""
        )

    def _known(self) -> dict[str, tuple[str, ...]]:
        case = self.case
        ours = Referral(case=case, partner=self.partner, ground="vital")
        return {
            Field.HOME: (case.about_home.address,) if case.about_home else (),
            Field.ACCUSED: tuple(one.name for one in accused_then(ours)),
            Field.REPORTER: self._reporters(),
            Field.DIARY: self._diary(),
            Field.EARLIER: self._past(ours),
            Field.WITH_TWO: (_("Ga hier niet alleen heen."),) if case.mark_aggression_risk else (),
            Field.OTHERS: others(ours),
        }

    def _reporters(self) -> tuple[str, ...]:
        modes = list(self.case.reports.values_list("mode", flat=True))
        named = modes.count(Mode.NAMED)
        said = (
            [ngettext("{count} melding op naam", "{count} meldingen op naam", named).format(count=named)]
            if named
            else []
        )
        if len(modes) > named:
            rest = len(modes) - named
            said.append(
                ngettext(
                    "{count} melding in vertrouwen of zonder naam",
                    "{count} meldingen in vertrouwen of zonder naam",
                    rest,
                ).format(count=rest)
            )
        return (", ".join(said),) if said else ()

    def _diary(self) -> tuple[str, ...]:
        many = to_choose_from(self.case).count()
        return (ngettext("{count} regel", "{count} regels", many).format(count=many),) if many else ()

    def _past(self, ours: Referral) -> tuple[str, ...]:
        before, set_steps = len(earlier_cases(ours)), len(steps(ours))
        said = (
            [ngettext("{count} eerdere zaak", "{count} eerdere zaken", before).format(count=before)]
            if before
            else []
        )
        if set_steps:
            said.append(ngettext("{count} stap", "{count} stappen", set_steps).format(count=set_steps))
        return (", ".join(said),) if said else ()
