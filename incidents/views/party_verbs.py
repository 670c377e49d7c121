"""The verbs about one party as a table: what each asks, does and says, and for whom the page offers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.act_table import possible
from incidents.acts import Act
from incidents.forms import staff_hearing, staff_party, staff_rights
from incidents.forms.staff_party import ChangePartyForm, PartyVerbForm
from incidents.models import Case, Hearing, Party, PartyWord
from incidents.pages import people_file
from incidents.pages.people_file import Line
from incidents.shielding import keeping_apart
from incidents.sides import hearings, parties, rights
from incidents.views.carrying_out import Refusals
from safetyportal.accounts.models import User


@dataclass(frozen=True)
class Doing:
    """What a verb gets."""

    party: Party
    form: Any
    by: User
    at: datetime

    @property
    def said(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.form.cleaned_data
        return {name: value for name, value in kept.items() if name != "seen"}

    @property
    def who(self) -> dict[str, Any]:
        return {"by": self.by, "at": self.at}

    @property
    def seen(self) -> int:
        return int(self.form.cleaned_data["seen"])

    @property
    def talk(self) -> Hearing:
        """The invitation that still has to take place. Raises NotWaiting."""
        waits = Hearing.objects.select_related("party__case").filter(
            party=self.party, state=Hearing.State.INVITED
        )
        if (found := waits.first()) is None:
            raise hearings.NotWaiting
        return found


@dataclass(frozen=True)
class Verb:
    """`act` says in which states of the case it is offered, `applies` for whom."""

    act: Act
    form: type[PartyVerbForm]
    do: Callable[[Doing], object]
    done: Any
    applies: Callable[[Line], bool] = lambda line: True


def _invite(doing: Doing) -> None:
    said, form = doing.said, doing.form
    hearings.invite(
        party=doing.party,
        takes_place_at=form.moment(),
        way=Hearing.Way(said["way"]),
        place=said["place"],
        held_by=form.chosen("held_by"),
        second=form.chosen("second"),
        needs_interpreter=said["needs_interpreter"],
        seen=doing.seen,
        **doing.who,
    )


def _hear(doing: Doing) -> None:
    said = doing.said
    hearings.hear(
        talk=doing.talk,
        said=said["said"],
        stance=Hearing.Stance(said["stance"]),
        in_writing=said["in_writing"] == "yes",
        **doing.who,
    )


def _inform(doing: Doing) -> None:
    said = doing.said
    told = rights.Told(how=said["how"], rule=said["rule"], text=said["text"])
    rights.inform(party=doing.party, told=told, **doing.who)


def _answer(doing: Doing) -> None:
    about, text = doing.said["about"], doing.said["text"]
    if about == people_file.SAID:
        rights.look(party=doing.party, text=text, **doing.who)
    else:
        rights.answer(party=doing.party, sort=PartyWord.Sort(about), text=text, **doing.who)


def _change(doing: Doing) -> None:
    known = doing.form.known(doing.party.role)
    parties.change(party=doing.party, known=known, seen=doing.seen, **doing.who)


def _is_person(line: Line) -> bool:
    return line.party.can_be_heard


def _waits(line: Line) -> bool:
    return line.talk is not None


KEPT = gettext_lazy("Bewaard.")
VERBS: tuple[Verb, ...] = (
    Verb(
        Act.INVITE, staff_hearing.InviteForm, _invite, gettext_lazy("De uitnodiging is vastgelegd. Stuur de bewoner ook een brief."),
        lambda line: _is_person(line) and not _waits(line),
    ),
    Verb(Act.HEAR, staff_hearing.HearForm, _hear, gettext_lazy("Het verslag is bewaard."), _waits),
    Verb(
        Act.NO_SHOW, staff_hearing.NoShowForm, lambda one: hearings.no_show(talk=one.talk, note=one.said["note"], **one.who),
        KEPT, _waits,
    ),
    Verb(
        Act.MOVE_HEARING, staff_hearing.MoveForm,
        lambda one: hearings.move(talk=one.talk, takes_place_at=one.form.moment(), reason=one.said["reason"], **one.who),
        gettext_lazy("Het gesprek is verzet. Laat het de bewoner weten."), _waits,
    ),
    Verb(
        Act.CANCEL_HEARING, staff_hearing.CancelForm,
        lambda one: hearings.cancel(talk=one.talk, reason=one.said["reason"], **one.who), KEPT, _waits,
    ),
    Verb(Act.INFORM, staff_rights.InformForm, _inform, KEPT, _is_person),
    Verb(
        Act.DELAY_INFORM, staff_rights.DelayForm,
        lambda one: rights.delay_inform(party=one.party, **one.said, **one.who), KEPT,
        lambda line: _is_person(line) and line.party.informed_at is None,
    ),
    Verb(
        Act.ANSWER_PARTY, staff_rights.AnswerForm, _answer, gettext_lazy("Bewaard. De bewoner leest een antwoord op de eigen pagina."),
        lambda line: bool(line.waiting),
    ),
    Verb(
        Act.STATEMENT, staff_rights.StatementForm,
        lambda one: rights.put_in_statement(party=one.party, **one.said, **one.who), KEPT, _is_person,
    ),
    Verb(
        Act.OBJECTION, staff_rights.ObjectionForm,
        lambda one: rights.put_in_objection(party=one.party, **one.said, **one.who), KEPT, _is_person,
    ),
    Verb(
        Act.RESTRICT, staff_rights.RestrictForm, lambda one: rights.restrict(party=one.party, **one.said, **one.who),
        gettext_lazy("Vanaf nu worden de gegevens alleen bewaard."),
        lambda line: _is_person(line) and line.party.use_restricted_since is None,
    ),
    Verb(
        Act.LIFT_RESTRICTION, staff_rights.LiftForm,
        lambda one: rights.lift_restriction(party=one.party, **one.said, **one.who), KEPT,
        lambda line: line.party.use_restricted_since is not None,
    ),
    Verb(Act.CHANGE_PARTY, ChangePartyForm, _change, KEPT, lambda line: False),  # stands with the contact data
    Verb(
        Act.END_PARTY, staff_party.EndPartyForm,
        lambda one: parties.end(party=one.party, seen=one.seen, **one.said, **one.who),
        gettext_lazy("Van de zaak afgehaald. De gegevens blijven bewaard."),
    ),
)  # fmt: skip
BY_SLUG = {verb.form.slug: verb for verb in VERBS}
HEARING = frozenset({Act.INVITE, Act.HEAR, Act.NO_SHOW, Act.MOVE_HEARING, Act.CANCEL_HEARING})
OTHER = frozenset({Act.END_PARTY})

SAID: dict[type[ValueError], Any] = {
    parties.Gone: gettext_lazy("Een collega haalde deze persoon intussen van de zaak af."),
    parties.StillOwed: gettext_lazy("Geef eerst antwoord op wat deze bewoner vroeg."),
    hearings.CannotBeHeard: gettext_lazy("Deze persoon kunt u niet uitnodigen: wij weten niet wie het is."),
    hearings.AlreadyInvited: gettext_lazy("Er staat al een uitnodiging. Verzet die, of leg vast hoe het ging."),
    hearings.NotWaiting: gettext_lazy("Hier staat geen gesprek meer open: een collega legde al vast hoe het ging."),
    rights.NotAccused: gettext_lazy("Dit geldt alleen voor een bewoner over wie gemeld is en van wie wij weten wie het is."),
    rights.AlreadyTold: gettext_lazy("De bewoner weet het al. Uitstellen hoeft niet meer."),
    rights.AlreadySo: gettext_lazy("Een collega deed dit al."),
    keeping_apart.NamesReporter: gettext_lazy(
        "In uw tekst staat een naam, nummer of adres van een melder, of een dag waarop is gemeld. De bewoner mag dat niet lezen. Haal het weg."
    ),
}  # fmt: skip


REFUSALS: Refusals = {kind: lambda refusal: [str(SAID[type(refusal)])] for kind in SAID}


def groups(*, case: Case, line: Line, by: User) -> list[tuple[str, list[PartyVerbForm]]]:
    """The forms on the page of a party, under their headings."""
    offered = list(_offered(case, line, by))
    parts = [
        (_("Gesprek"), [form for act, form in offered if act in HEARING]),
        (_("Rechten van de bewoner"), [form for act, form in offered if act not in HEARING | OTHER]),
        (_("Anders"), [form for act, form in offered if act in OTHER]),
    ]
    return [(title, forms) for title, forms in parts if forms]


def change_form(*, case: Case, party: Party) -> ChangePartyForm:
    return ChangePartyForm(case=case, party=party, initial=ChangePartyForm.initial_of(party))


def _offered(case: Case, line: Line, by: User) -> Iterator[tuple[Act, PartyVerbForm]]:
    now = possible(case.status)
    for verb in VERBS:
        if verb.act in now and verb.applies(line):
            yield verb.act, form_of(verb, case, line, by)


def form_of(verb: Verb, case: Case, line: Line, by: User, data: Any = None) -> PartyVerbForm:
    more: dict[str, Any] = {}
    if verb.form is staff_hearing.InviteForm:
        more["by"] = by
    if verb.form is staff_rights.AnswerForm:
        more["waiting"] = line.waiting
    return verb.form(data, case=case, party=line.party, **more)
