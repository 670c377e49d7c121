"""The settings of what partners may see (configuration.sections): a form for each profile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from partners.defaults.default_matrix import CHOICES, DEFAULT, LOOSEST, Cell, Field, why_not
from partners.disclosing import matrix
from partners.models import MatrixCell, Referral
from partners.models.partner import Profile
from partners.models.referral import ACCESS_AFTER_CLOSING
from partners.models.referral_words import READABLE
from safetyportal.accounts.roles import Role
from safetyportal.configuration.sections import Section, SettingsForm, Subject, Values


class CellField(forms.ChoiceField):
    """When one field goes along. Whatever is typed beyond the law is refused with the reason."""

    def __init__(self, field: Field) -> None:
        super().__init__(label=field.label, choices=Cell.choices)
        self.name = field.value
        self.profile = ""

    def of(self, profile: Profile) -> None:
        loosest = LOOSEST[profile][self.name]
        self.profile = profile
        self.choices = [(cell.value, cell.label) for cell in CHOICES[loosest]]
        if loosest == Cell.NEVER:
            self.help_text = self.why_not()

    def why_not(self) -> str:
        profile = Profile(self.profile)
        return why_not(profile=profile, label=str(profile.label), field=self.name)

    def validate(self, value: Any) -> None:
        if value in Cell.values and not self.valid_value(value):
            raise ValidationError(self.why_not(), code="law")
        super().validate(value)


class MatrixForm(SettingsForm):
    about_home = CellField(Field.HOME)
    accused = CellField(Field.ACCUSED)
    reporter = CellField(Field.REPORTER)
    diary = CellField(Field.DIARY)
    attachments = CellField(Field.ATTACHMENTS)
    earlier = CellField(Field.EARLIER)
    with_two = CellField(Field.WITH_TWO)
    others = CellField(Field.OTHERS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, CellField):
                field.of(Profile(self.subject))


def _subjects() -> list[Subject]:
    return [Subject(profile.value, str(profile.label)) for profile in Profile]


def _load(subject: str) -> Values:
    stored = MatrixCell.objects.filter(profile=subject).values_list("field", "shown")
    return {field: str(cell) for field, cell in matrix.column_of(subject, stored).items()}


def _save(subject: str, values: Values) -> None:
    MatrixCell.objects.bulk_create(
        [MatrixCell(profile=subject, field=field, shown=values[field]) for field in DEFAULT[subject]],
        update_conflicts=True,
        unique_fields=["profile", "field"],
        update_fields=["shown"],
    )
    matrix.forget()


def _warns(subject: str, values: Values) -> list[str]:
    """How many referrals that are out show less from this moment. A looser cell adds nothing to them."""
    before = _load(subject)
    lost = [field for field, cell in before.items() if _takes_away(Cell(cell), Cell(values[field]))]
    said = [_loses(subject, field) for field in lost]
    return [one for one in said if one]


def _takes_away(before: Cell, after: Cell) -> bool:
    order = (Cell.ALWAYS, Cell.RELEASE, Cell.CONSENT, Cell.NEVER)
    return order.index(after) > order.index(before)


def _loses(subject: str, field: str) -> str:
    recent = Q(case__closed_at=None) | Q(case__closed_at__gt=timezone.now() - ACCESS_AFTER_CLOSING)
    out = Referral.objects.filter(
        recent, partner__profile=subject, state__in=READABLE, fields__contains=[field]
    ).count()
    if not out:
        return ""
    return ngettext(
        "{field}: 1 doorverwijzing die al uit is, toont dit dan niet meer.",
        "{field}: {count} doorverwijzingen die al uit zijn, tonen dit dan niet meer.",
        out,
    ).format(field=Field(field).label, count=out)


MATRIX = Section(
    name="gegevens-partners",
    title=_("Wat ketenpartners zien"),
    about=_(
        "Per groep ketenpartners: welke gegevens mee mogen, en wanneer. Soort, plek, tijd en uw samenvatting gaan altijd mee. De tekst van de melder gaat nooit mee, behalve regels uit het logboek die een medewerker koos. Strenger geldt meteen, ook voor wat al gedeeld is. Ruimer geldt alleen voor wat u daarna deelt."
    ),
    form=MatrixForm,
    subjects=_subjects,
    load=_load,
    save=_save,
    warns=_warns,
    also=frozenset({Role.PRIVACY}),
)
