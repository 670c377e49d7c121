"""A letter with a number and a code for who was reported about: the way to read what we told, and to answer.

As with a reporter's letter (code_letters): whoever makes it sees the code, to print it, for ten minutes and alone.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents import acting
from incidents.acts import Act
from incidents.following import codes
from incidents.following.code_letters import GRACE, JUST_NOW, NoLetter
from incidents.models import Party, PartyCode, PartyLetter
from incidents.rules.numbers import make_number
from incidents.sides.parties import current
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record

PREFIX = "R"
ACTION = "party.letter"

NOT_ACCUSED = _("Een brief met een code gaat alleen naar een bewoner over wie gemeld is.")
PROTECTED = _("In een beschermde zaak gaat geen brief: dat kan gevaarlijk zijn voor wie gemeld heeft.")
NOT_TOLD = _("Leg eerst vast wat u de bewoner vertelt. Dat staat dan op de pagina die bij de code hoort.")
NOWHERE = _("Wij weten geen naam of woning om een brief naar te sturen.")


def why_not(*, party: Party) -> str | Promise:
    """What stands in the way of a letter, in words; empty when nothing does."""
    if not party.can_be_heard:
        return NOT_ACCUSED
    if party.case.restricted:
        return PROTECTED
    if party.informed_at is None:
        return NOT_TOLD
    return "" if party.name.strip() and party.home_id else NOWHERE


@transaction.atomic
def write(*, party: Party, by: User, at: datetime) -> PartyLetter:
    """A code, new each time, in a letter; the number stays. Once more within ten minutes: the same letter. Raises NoLetter."""
    made = codes.make()
    case = acting.begin(case=party.case, act=Act.LETTER_WITH_CODE)
    now = current(party)
    now.case = case
    if why := why_not(party=now):
        raise NoLetter(why)
    if letter := find(party=now, by=by, at=at):
        return letter
    access = PartyCode.objects.filter(party=now).first()
    if access is not None and access.made_at > at - GRACE:
        raise NoLetter(JUST_NOW)
    kept = {"hash": made.hash, "made_at": at}
    PartyCode.objects.update_or_create(
        party=now, defaults=kept, create_defaults={**kept, "number": make_number(PREFIX)}
    )
    text = "Code gemaakt voor een brief aan de bewoner over wie gemeld is."
    detail = {"party": now.pk}
    acting.done(case=case, act=Act.LETTER_WITH_CODE, by=by, at=at, text=text, sensitive=False, detail=detail)
    return PartyLetter.objects.create(party=now, by=by, made_at=at, code=made.code)


@transaction.atomic
def show(*, party: Party, by: User, at: datetime) -> PartyLetter | None:
    """The letter that this person made just now, to print it; that it was seen is written down."""
    letter = find(party=party, by=by, at=at)
    if letter is None or why_not(party=party):
        return None
    record(action=ACTION, actor=by, object_kind="party", object_id=party.pk, at=at, detail={"step": "shown"})
    return letter


def find(*, party: Party, by: User, at: datetime) -> PartyLetter | None:
    """While its code is the one that works."""
    access = PartyCode.objects.filter(party=party).first()
    if access is None:
        return None
    return PartyLetter.objects.filter(
        party=party, by=by, made_at=access.made_at, made_at__gt=at - GRACE
    ).first()


def purge(*, at: datetime) -> int:
    """Nothing of a letter is kept after its ten minutes; returns how many went."""
    gone, _kinds = PartyLetter.objects.filter(made_at__lte=at - GRACE).delete()
    return gone
