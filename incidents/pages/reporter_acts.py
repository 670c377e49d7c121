"""What a reporter may do with a report of his own: which acts there are, and which of them apply now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from incidents.following import dialogue, disclosing, reporter_links
from incidents.forms import tenant_acts as forms
from incidents.handling.holding import MAY_REOPEN
from incidents.models import Report, ReporterIdentity, TimelineEntry

Sort = TimelineEntry.Sort


@dataclass(frozen=True)
class Situation:
    """What decides which acts apply."""

    is_open: bool
    may_reopen: bool
    is_known: bool
    is_restricted: bool
    has_email: bool
    mail_stopped: bool
    is_asked: bool
    said: frozenset[str]


@dataclass(frozen=True)
class Act:
    """`sort` is written in the case; where there is none, `do` does something else. `intro` is said above the form.

    The browser's history keeps `slug`, and `tab` in place of a `title` that would say too much there.
    """

    slug: str
    title: Any
    intro: tuple[Any, ...]
    form: type[forms.ActForm]
    button: Any
    done: Any
    applies: Callable[[Situation], bool]
    sort: str = ""
    tab: Any = ""
    do: Callable[[Report, dict[str, Any], datetime], None] | None = None
    # What the form starts with.
    start: Callable[[Report], dict[str, Any]] = lambda report: {}

    def carry_out(self, *, report: Report, form: forms.ActForm, at: datetime) -> None:
        """Raises dialogue.Closed or disclosing.KnownAlready when it no longer applies."""
        if self.do is not None:
            self.do(report, form.cleaned_data, at)
        else:
            dialogue.say(report=report, sort=self.sort, text=form.words(), at=at)


class _OptionalWords(forms.WordsForm):
    must = False
    text_label = _("Wilt u er iets bij zeggen?")


class _WhatToErase(_OptionalWords):
    text_label = _("Wat moet weg?")
    text_hint = _("Laat u dit leeg? Dan kijken wij naar alles wat wij van u hebben.")


class _WhyReopen(forms.WordsForm):
    text_label = _("Wat is er nu aan de hand?")


class _Answer(forms.MessageForm):
    text_label = _("Uw antwoord")


def _known(report: Report) -> dict[str, Any]:
    """Who does not type it again must not lose it."""
    identity = ReporterIdentity.objects.get(report=report)
    return {"name": identity.name, "phone": identity.phone}


def _tell_name(report: Report, said: dict[str, Any], at: datetime) -> None:
    disclosing.disclose(
        report=report, at=at, **{name: said[name] for name in ("mode", "name", "phone", "email")}
    )


ACTS: tuple[Act, ...] = (
    Act(
        "antwoord", _("Onze vraag beantwoorden"), (), _Answer, _("Antwoord versturen"),
        _("Dank u wel. Wij hebben uw antwoord."),
        lambda now: now.is_open and now.is_asked, sort=Sort.REPLY,
    ),
    Act(
        "bericht", _("Een bericht sturen"),
        (_("Is er haast? Bel ons dan. Is er gevaar? Bel 112."),),
        forms.MessageForm, _("Bericht versturen"), _("Wij hebben uw bericht."),
        lambda now: now.is_open and not now.is_asked, sort=Sort.REPLY,
    ),
    Act(
        "weer", _("Het gebeurde weer"),
        (_("Elke keer die u opschrijft, helpt. U hoeft niet opnieuw te melden."),),
        forms.AgainForm, _("Bewaren"), _("Wij hebben het erbij gezet."),
        lambda now: now.is_open, sort=Sort.AGAIN,
    ),
    Act(
        "heropenen", _("Het is niet opgelost"),
        (_("Wij kijken dan opnieuw naar uw melding en laten binnen vijf werkdagen iets weten."),),
        _WhyReopen, _("Vraag om opnieuw te kijken"), _("Wij kijken er opnieuw naar."),
        lambda now: now.may_reopen and Sort.REOPEN not in now.said, sort=Sort.REOPEN,
    ),
    Act(
        "oordeel", _("Zeggen hoe wij u hielpen"), (), forms.RateForm, _("Versturen"), _("Dank u wel."),
        lambda now: not now.is_open and Sort.RATED not in now.said, sort=Sort.RATED,
    ),
    Act(
        "wie-ik-ben", _("Zeggen wie u bent"),
        (
            _("U meldde anoniem. Zegt u wie u bent, dan kunnen wij u bellen en vaak meer doen."),
            _("Dit kan niet terug: daarna bent u niet meer anoniem voor ons."),
        ),
        forms.TellNameForm, _("Ik zeg wie ik ben"), _("Dank u wel. Wij weten nu wie u bent."),
        lambda now: not now.is_known, do=_tell_name,
    ),
    Act(
        "gegevens", _("Naam of telefoon veranderen"),
        (_("Vul in wat nu klopt. Wat u leeg laat, halen wij weg."),),
        forms.NumberForm, _("Bewaren"), _("Wij hebben het veranderd."),
        lambda now: now.is_known,
        do=lambda report, said, at: reporter_links.change_contact(
            report=report, name=said["name"], phone=said["phone"], at=at
        ),
        start=_known,
    ),
    Act(
        "mailadres", _("E-mailadres veranderen"),
        (_("Wij sturen een mail naar het nieuwe adres. Pas als u daarin op de link drukt, verandert het."),),
        forms.AddressForm, _("Stuur mij die mail"), _("Kijk in uw mail. Zolang u niet op de link drukt, verandert er niets."),
        lambda now: now.is_known and not now.is_restricted,
        do=lambda report, said, at: reporter_links.ask_address(report=report, email=said["email"], at=at),
    ),
    Act(
        "veilig", _("Ik ben bang dat ze weten dat ik het was"),
        (
            _("Is er nu gevaar? Bel 112."),
            _("Wij kijken hier binnen een werkdag naar. Ons antwoord leest u op deze pagina."),
        ),
        _OptionalWords, _("Laat het ons weten"), _("Goed dat u het zegt. Wij kijken er binnen een werkdag naar."),
        lambda now: True, sort=Sort.AFRAID, tab=_("Uw veiligheid"),
    ),
    Act(
        "intrekken", _("Mijn melding intrekken"),
        (_("Gaat het om gevaar of om een kind? Dan moeten wij soms toch verder."),),
        _OptionalWords, _("Trek mijn melding in"), _("Wij weten dat u de melding intrekt."),
        lambda now: now.is_open and Sort.WITHDRAWN not in now.said, sort=Sort.WITHDRAWN,
    ),
    Act(
        "klacht", _("Klagen over hoe wij dit doen"),
        (_("De teamleider kijkt naar uw klacht. U hoort binnen tien werkdagen van ons."),),
        forms.WordsForm, _("Klacht versturen"), _("Wij hebben uw klacht."),
        lambda now: True, sort=Sort.COMPLAINT,
    ),
    Act(
        "wissen", _("Mijn gegevens laten wissen"),
        (_("Wij kijken wat wij mogen wissen. Soms moeten wij iets bewaren, bijvoorbeeld voor een rechter. U hoort het altijd."),),
        _WhatToErase, _("Vraag om te wissen"), _("Wij hebben uw vraag en laten weten wat wij wissen."),
        lambda now: Sort.ERASE not in now.said, sort=Sort.ERASE,
    ),
    Act(
        "geen-mail", _("Geen mails meer krijgen"),
        (_("U volgt uw melding dan alleen met uw nummer en uw code."),),
        forms.ActForm, _("Stuur mij geen mails meer"), _("U krijgt geen mails meer."),
        lambda now: now.has_email and not now.mail_stopped,
        do=lambda report, said, at: disclosing.stop_mail(report=report, stopped=True, at=at),
    ),
    Act(
        "weer-mail", _("Weer mails krijgen"), (), forms.ActForm, _("Stuur mij weer mails"), _("U krijgt weer mails."),
        lambda now: now.has_email and now.mail_stopped,
        do=lambda report, said, at: disclosing.stop_mail(report=report, stopped=False, at=at),
    ),
)  # fmt: skip
BY_SLUG = {act.slug: act for act in ACTS}


def situation(*, report: Report, question: TimelineEntry | None, at: datetime) -> Situation:
    """`question`: ours that waits (dialogue.question_to)."""
    case = report.case
    identity = ReporterIdentity.objects.filter(report=report).first()
    said = TimelineEntry.objects.filter(report=report).values_list("sort", flat=True)
    if case.closed_at is not None:
        said = said.filter(at__gte=case.closed_at)
    return Situation(
        is_open=case.is_open,
        may_reopen=case.closed_at is not None and at - case.closed_at <= MAY_REOPEN,
        is_known=identity is not None,
        is_restricted=case.restricted,
        has_email=bool(identity and identity.email_index),
        mail_stopped=bool(identity and identity.mail_stopped),
        is_asked=question is not None,
        said=frozenset(said),
    )


def open_to(now: Situation) -> list[Act]:
    return [act for act in ACTS if act.applies(now)]


def instead(act: Act, now: Situation) -> Act | None:
    """A message that answers our question after all, or an answer to no question any more: both are a message."""
    other = {"bericht": "antwoord", "antwoord": "bericht"}.get(act.slug, "")
    found = BY_SLUG.get(other)
    return found if found is not None and found.applies(now) else None
