"""The rule that both sides are heard before any warning (hoor en wederhoor): of one case, of one person, and of many cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.models import Case, Hearing, Party, TimelineEntry
from incidents.models.case import CaseQuerySet
from incidents.models.party import PartyQuerySet

State = Hearing.State
# A talk of longer ago says nothing of what happens now.
COUNTS_FOR = timedelta(days=365)
# A talk that was held, a written reaction, or a second invitation to which nobody came. `standing` says the same.
ENDED_WELL = Q(state__in=(State.HELD, State.WRITTEN)) | Q(state=State.NO_SHOW, round=2)


class Standing(StrEnum):
    """How far the hearing of one person is, in the present matter."""

    HEARD = "heard"
    TWICE = "twice"
    INVITED = "invited"
    NO_SHOW = "no_show"
    NEVER = "never"


SAID = {
    Standing.HEARD: gettext_lazy("Gehoord"),
    Standing.TWICE: gettext_lazy("Kreeg twee keer de kans"),
    Standing.INVITED: gettext_lazy("Uitgenodigd"),
    Standing.NO_SHOW: gettext_lazy("Kwam niet: nodig nog een keer uit, met een brief"),
    Standing.NEVER: gettext_lazy("Nog niet gehoord"),
}
ENOUGH = frozenset({Standing.HEARD, Standing.TWICE})


@dataclass(frozen=True)
class Heard:
    """Whether the other side was heard; `why` says what is missing, and is empty when nothing is."""

    is_enough: bool
    why: str = ""

    def __bool__(self) -> bool:
        return self.is_enough


def heard(*, case: Case, at: datetime, party: Party | None = None) -> Heard:
    """Whether a warning letter or a step of that weight may follow (domain 3.1, peers U21): true only after both sides.

    It is asked of `party`, to whom the letter goes, or of everybody the case is about. Somebody is heard when a talk was
    held or they wrote back, or when they did not come twice. It counts within the present matter alone: not from before
    the case was last reopened, and no longer than COUNTS_FOR. A case about nobody we know is never heard: there is
    nobody to warn. It reads and changes nothing.
    """
    asked = to_hear().filter(case=case)
    if party is not None:
        asked = asked.filter(pk=party.pk)
    rows = asked.annotate(had_turn=is_heard(at)).values_list("pk", "resident_id", "had_turn")
    # One tenant may stand there twice after cases were merged: they are one person.
    people = {("tenant", tenant) if tenant else ("party", pk): had_turn for pk, tenant, had_turn in rows}
    if not people:
        return Heard(False, _("Er staat nog niemand bij de zaak die u kunt horen. Voeg de bewoner toe."))
    missing = list(people.values()).count(False)
    if not missing:
        return Heard(True)
    if len(people) == 1:
        return Heard(False, _("De bewoner over wie gemeld is, is nog niet gehoord."))
    return Heard(
        False,
        _("Nog niet gehoord: {missing} van de {all} bewoners over wie gemeld is.").format(
            all=len(people), missing=missing
        ),
    )


def to_hear() -> PartyQuerySet:
    """Everybody a case is about whom one can hear (Party.can_be_heard)."""
    return Party.objects.accused().filter(sort=Party.Sort.PERSON)


def is_heard(at: datetime) -> Q:
    """A condition on people of `to_hear`. A talk counts for the person, however often they stand in the case."""
    again = TimelineEntry.objects.filter(
        case=OuterRef(OuterRef("case")), sort=TimelineEntry.Sort.REOPENED, at__gt=OuterRef("ended_at")
    )
    talks = Hearing.objects.filter(
        ~Exists(again), ENDED_WELL, ended_at__gte=Greatest(OuterRef("case__opened_at"), at - COUNTS_FOR)
    )
    twins = to_hear().filter(case=OuterRef(OuterRef("case")), resident=OuterRef(OuterRef("resident")))
    return Q(Exists(talks.filter(party=OuterRef("pk")))) | Q(
        Exists(talks.filter(party__in=twins.values("pk"))), resident__isnull=False
    )


def not_heard(cases: CaseQuerySet, *, at: datetime) -> CaseQuerySet:
    """Those of which `heard` says no, whatever is missing."""
    return cases.filter(somebody_unheard(at) | nobody_to_hear())


def still_to_hear(cases: CaseQuerySet, *, at: datetime) -> CaseQuerySet:
    """The same, but for a case about no home of ours and no person we know (a door, a group in the street): it waits for nobody."""
    return cases.filter(somebody_unheard(at) | Q(nobody_to_hear(), about_home__isnull=False))


def somebody_unheard(at: datetime) -> Q:
    return Q(Exists(to_hear().filter(case=OuterRef("pk")).filter(~is_heard(at))))


def nobody_to_hear() -> Q:
    return Q(~Exists(to_hear().filter(case=OuterRef("pk"))))


def standing(talks: Iterable[Hearing], since: datetime) -> Standing:
    """How far it is with one person. `talks`: all of theirs; `since`: what is older does not count. Pure."""
    counted = sorted(
        (one for one in talks if (one.ended_at or one.invited_at) >= since), key=lambda one: one.invited_at
    )
    states = [(one.state, one.round) for one in counted]
    if any(state in (State.HELD, State.WRITTEN) for state, _round in states):
        return Standing.HEARD
    if (State.NO_SHOW, 2) in states:
        return Standing.TWICE
    if any(state == State.INVITED for state, _round in states):
        return Standing.INVITED
    return Standing.NO_SHOW if (State.NO_SHOW, 1) in states else Standing.NEVER


def counts_since(case: Case, at: datetime) -> datetime:
    """When the present matter began, but not longer ago than COUNTS_FOR."""
    again = TimelineEntry.objects.filter(case=case, sort=TimelineEntry.Sort.REOPENED)
    reopened = again.order_by("-at").values_list("at", flat=True).first()
    return max(reopened or case.opened_at, at - COUNTS_FOR)
