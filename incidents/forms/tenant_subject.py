"""What it is about: danger, group, kind, and the pages that say whom to call."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_fields import choice_field, with_hint
from incidents.forms.tenant_step import StepForm
from incidents.models import Kind

GROUP_HINTS: dict[str, str | Promise] = {
    "GEL": _("Bijvoorbeeld harde muziek of onrust in de nacht"),
    "BUR": _("Bijvoorbeeld ruzie, pesten, rook of huisdieren"),
    "AGR": _("Iemand bedreigt u, of er is geweld"),
    "ZRG": _("U maakt zich zorgen over iemand, of u hebt zelf geldproblemen"),
    "VUI": _("Bijvoorbeeld afval, stank of muizen"),
    "DRU": _("Bijvoorbeeld dealen, of gebruik in het portiek"),
    "VEI": _("Bijvoorbeeld inbraak, een kapotte deur of een groep die rondhangt"),
    "WFR": _("Bijvoorbeeld onderhuur of een bedrijf in een woning"),
    "OMG": _("Bijvoorbeeld parkeren of zwerfvuil op straat"),
    "LEE": _("U hebt een idee voor uw gebouw of buurt"),
    "OVE": _("Het staat er niet bij, of u weet het niet"),
}


class DangerForm(StepForm):
    slug = "gevaar"
    heading_field = "danger"

    danger = choice_field(
        _("Is er nu direct gevaar?"),
        [("yes", _("Ja")), ("no", _("Nee"))],
        ask=_("Kies ja of nee: is er nu direct gevaar?"),
        help_text=_(
            "Bijvoorbeeld brand, een gewonde, een gevecht, een wapen, een inbreker, of u ruikt gas. "
            "Of iemand wil zichzelf iets aandoen."
        ),
    )


class CalledEmergencyForm(StepForm):
    slug = "bel-112"
    template = "tenant/steps/bel-112.html"

    def answer(self) -> dict[str, Any]:
        return {"called": True}


class GroupForm(StepForm):
    slug = "onderwerp"
    heading_field = "group"

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kinds = (
            Kind.objects.for_tenants(self.today)
            .select_related("group")
            .order_by("group__position", "position")
        )
        self.codes: dict[str, list[str]] = {}
        labels = {}
        for kind in kinds:
            self.codes.setdefault(kind.group_id, []).append(kind.code)
            labels[kind.group_id] = kind.group.label
        self.fields["group"] = choice_field(
            _("Waar gaat uw melding over?"),
            [(code, with_hint(label, GROUP_HINTS.get(code, ""))) for code, label in labels.items()],
            ask=_("Kies waar uw melding over gaat."),
            help_text=_("Kies wat er het best bij past. Twijfelt u? Kies dan wat u het ergst vindt."),
        )

    def answer(self) -> dict[str, Any]:
        """With the kind, where the group has only one: then there is nothing more to choose."""
        group = self.cleaned_data["group"]
        codes = self.codes[group]
        return {"group": group, "only": codes[0] if len(codes) == 1 else None}


class KindForm(StepForm):
    slug = "soort"
    heading_field = "kind"

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kinds = Kind.objects.for_tenants(self.today).filter(
            group_id=self.written.of("onderwerp").get("group")
        )
        self.fields["kind"] = choice_field(
            _("Wat is er aan de hand?"),
            [(kind.code, with_hint(kind.label, kind.hint)) for kind in kinds],
            ask=_("Kies wat er aan de hand is."),
            help_text=_("Kies wat er het best bij past."),
        )


class CalledForm(StepForm):
    """Calling comes first with this kind; the answer holds for this kind alone."""

    slug = "bellen"
    template = "tenant/steps/bellen.html"

    @property
    def may_file(self) -> bool:
        return self.written.kind is not None and self.written.kind.intake == Kind.Intake.CALL_FIRST

    def answer(self) -> dict[str, Any]:
        kind = self.written.kind
        return {"called": kind.code if kind and self.may_file else None}
