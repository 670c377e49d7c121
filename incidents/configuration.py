"""The settings of a kind of report (configuration.sections). Sharing may be made stricter than delivered, never looser."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.forms.question_settings import QuestionSettingsForm, asked_in, values_of
from incidents.models import Kind
from incidents.rules.answers import StandardQuestion
from incidents.taxonomy import KINDS
from incidents.taxonomy.kind_loading import CONFIGURABLE
from incidents.taxonomy.questioning import SECTION, ask, asked_by
from safetyportal.clock.urgency import Urgency
from safetyportal.configuration.fields import OneOfField
from safetyportal.configuration.sections import Section, SettingsForm, Subject, Values
from safetyportal.texts.clean_text import LineField, PlainTextField

STRICTNESS = "AMTHN"
SHIPPED = {spec.code: spec for spec in KINDS}
URGENCIES = [(one.value, one.label) for one in Urgency if one != Urgency.U0]
BIG = {"rows": 3}
MOST_LETTERS = 6000  # of the words of a kind in one language; what is shipped takes up to 3,600


def _words(label: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Met komma’s ertussen, bijvoorbeeld: blaffen, hond, hondenpoep."),
    )


class KindForm(SettingsForm):
    label_nl = LineField(label=_("Naam"), max_length=80, error_messages={"required": _("Vul de naam in.")})
    label_en = LineField(
        label=_("Naam in het Engels"),
        max_length=80,
        error_messages={"required": _("Vul de Engelse naam in.")},
    )
    hint_nl = LineField(label=_("Uitleg onder de naam"), max_length=200, required=False)
    hint_en = LineField(label=_("Uitleg in het Engels"), max_length=200, required=False)
    urgency = forms.ChoiceField(
        label=_("Hoe dringend"),
        choices=URGENCIES,
        error_messages={"required": _("Kies hoe dringend."), "invalid_choice": _("Kies uit de lijst.")},
    )
    share = forms.ChoiceField(
        label=_("Hoe mag dit gedeeld worden?"),
        choices=Kind.Share.choices,
        help_text=_("U kunt strenger kiezen dan geleverd, niet losser: dat is een grens van de wet."),
        error_messages={"required": _("Kies hoe."), "invalid_choice": _("Kies uit de lijst.")},
    )
    restricted = forms.BooleanField(
        label=_("Beschermde zaak"),
        required=False,
        help_text=_(
            "Alleen collega's met de rol Beschermde zaken zien zulke zaken. Aanzetten kan, uitzetten niet."
        ),
    )
    call_line = LineField(label=_("Eerst bellen: nummer"), max_length=20, required=False)
    call_text_nl = PlainTextField(
        label=_("Eerst bellen: wat staat erbij?"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs=BIG),
    )
    call_text_en = PlainTextField(
        label=_("Eerst bellen: in het Engels"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs=BIG),
    )
    words_nl = _words(_("Woorden waarmee mensen dit zoeken"))
    words_en = _words(_("Woorden in het Engels"))
    first_answer = OneOfField(_("Wat zeggen wij eerst?"), Kind.FirstAnswer.choices)
    advice_nl = PlainTextField(
        label=_("Het advies"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs=BIG),
        help_text=_("Elke zin op een eigen regel: dat worden punten onder elkaar."),
    )
    advice_en = PlainTextField(
        label=_("Het advies in het Engels"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs=BIG),
    )
    position = forms.IntegerField(
        label=_("Plaats in de groep"),
        required=False,
        min_value=1,
        max_value=99,
        widget=forms.NumberInput(attrs={"class": "portal-width-s", "inputmode": "numeric"}),
        help_text=_("1 staat bovenaan. Leeg: de soort blijft staan waar die staat."),
        error_messages={
            "invalid": _("Vul een heel getal in, bijvoorbeeld 2."),
            "min_value": _("Vul een getal van 1 tot en met 99 in."),
            "max_value": _("Vul een getal van 1 tot en met 99 in."),
        },
    )
    active = forms.BooleanField(
        label=_("Kan gemeld worden"),
        required=False,
        help_text=_("Uit: mensen kunnen dit niet meer kiezen. Wat al gemeld is, blijft gewoon bestaan."),
    )

    def clean_position(self) -> int:
        """An older change, put back, did not know its place."""
        place: int | None = self.cleaned_data["position"]
        beside = _beside(_kind(self.subject))
        return min(place, len(beside)) if place else beside.index(self.subject.upper()) + 1

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shipped = SHIPPED.get(self.subject.upper())
        if shipped is None:
            return cleaned
        if cleaned.get("first_answer") != Kind.FirstAnswer.CASE and not cleaned.get("advice_nl"):
            self.add_error("advice_nl", _("Schrijf het advies op, of kies «Meteen melden»."))
        share = cleaned.get("share")
        if share and STRICTNESS.index(share) < STRICTNESS.index(shipped.share):
            least = Kind.Share(shipped.share).label
            self.add_error("share", _("Losser dan «%(least)s» kan niet bij deze soort.") % {"least": least})
        if shipped.restricted and cleaned.get("restricted") is False:
            self.add_error("restricted", _("Deze soort is altijd een beschermde zaak."))
        if shipped.intake == "closed" and not cleaned.get("call_line"):
            self.add_error(
                "call_line", _("Bij deze soort moet een nummer staan: hiervoor kunnen mensen alleen bellen.")
            )
        return cleaned


def _kind(subject: str) -> Kind:
    found = Kind.objects.filter(pk=subject.upper()).first()
    if found is None:
        raise LookupError(subject)
    return found


def _load(subject: str) -> Values:
    kind = _kind(subject)
    active = kind.active_to is None or kind.active_to >= timezone.localdate()
    place = _beside(kind).index(kind.pk) + 1
    return {name: getattr(kind, name) for name in CONFIGURABLE} | {"active": active, "position": place}


def _save(subject: str, values: Values) -> None:
    kept = {name: values[name] for name in CONFIGURABLE}
    until = None if values["active"] else timezone.localdate() - timedelta(days=1)
    Kind.objects.filter(pk=subject.upper()).update(**kept, active_to=until)
    _place(_kind(subject), values["position"])


def _beside(kind: Kind) -> list[str]:
    """The kinds of its group, in order."""
    found = Kind.objects.filter(group=kind.group_id).order_by("position", "pk")
    return list(found.values_list("pk", flat=True))


def _place(kind: Kind, place: int) -> None:
    """The others of the group make room; the group keeps its place among the groups."""
    order = _beside(kind)
    first = Kind.objects.filter(group=kind.group_id).aggregate(first=Min("position"))["first"]
    order.remove(kind.pk)
    order.insert(place - 1, kind.pk)
    kinds = Kind.objects.in_bulk(order)
    for at, code in enumerate(order, start=first):
        kinds[code].position = at
    Kind.objects.bulk_update(kinds.values(), ["position"])


def _subjects() -> list[Subject]:
    kinds = Kind.objects.select_related("group").order_by("group__position", "position")
    return [Subject(kind.pk.lower(), kind.label, kind.group.label) for kind in kinds]


KIND_SETTINGS = Section(
    name="soorten",
    title=_("Soorten meldingen"),
    about=_(
        "Hoe een soort heet, hoe dringend die is, hoe die gedeeld mag worden en of mensen eerst moeten bellen."
    ),
    form=KindForm,
    subjects=_subjects,
    load=_load,
    save=_save,
)


def _askable() -> list[Subject]:
    """Kinds that tenants file; of the others nothing is asked."""
    never = Kind.objects.filter(intake__in=(Kind.Intake.CLOSED, Kind.Intake.STAFF)).values_list(
        "pk", flat=True
    )
    hidden = {code.lower() for code in never}
    return [subject for subject in _subjects() if subject.code not in hidden]


def _load_questions(subject: str) -> Values:
    questions = _kind(subject).questions
    return values_of(asked_by(questions), questions.standard if questions else [])


def _save_questions(subject: str, values: Values) -> None:
    standard = [name for name in StandardQuestion.values if values[f"ask_{name}"]]
    ask(kind=_kind(subject), asked=asked_in(values), standard=standard, at=timezone.now())


QUESTION_SETTINGS = Section(
    name=SECTION,
    title=_("Vragen aan melders"),
    about=_(
        "Wat wij vragen per soort. Een oude melding houdt de vragen zoals die toen waren. Maak ze kort: mensen zijn bang of moe."
    ),
    form=QuestionSettingsForm,
    subjects=_askable,
    load=_load_questions,
    save=_save_questions,
)
