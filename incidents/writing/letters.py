"""Letters about a case: written, looked at on the page and as PDF, and sent, after which nothing of them changes."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents import acting
from incidents.acts import Act
from incidents.escalation import ladder
from incidents.models import Case, Letter, LetterPaper, Party, PartyWord, StandardText
from incidents.models.letter import CHECKED
from incidents.paper import data, printing
from incidents.rules.ladder_levels import Level
from incidents.shielding import letter_leaks
from incidents.sides import letter_terms, rights
from incidents.sides.accused_words import link
from safetyportal.accounts.models import User
from safetyportal.at_once import inserting
from safetyportal.audit.recording import Detail
from safetyportal.texts.association import shown

Sort = Letter.Sort
# After these somebody has something to lose: he is heard first (domain 3.3; peers U21).
AFTER_HEARING = frozenset({Sort.WARNING, Sort.LAST_WARNING, Sort.CONDUCT, Sort.LAST_CHANCE})


# What the law asks of us towards the person themselves goes out in any case.
ALWAYS = frozenset({Sort.ART14, Sort.OBJECTION})


class MayNot(ValueError):
    """This sort of letter cannot be sent in this case now; `why` says it in words."""

    def __init__(self, why: str | Promise) -> None:
        super().__init__(str(why))
        self.why = why


class Outdated(ValueError):
    """The letter was changed, sent or thrown away since it was shown."""


class TellsOfReporter(ValueError):
    """Something of a reporter seems to stand in the letter, and nobody said that he looked at it; `found` says what."""

    def __init__(self, found: list[letter_leaks.Found]) -> None:
        super().__init__(", ".join(found))
        self.found = found


@dataclass(frozen=True)
class Content:
    """What a letter says, and to whom."""

    sort: str
    to_name: str
    to_address: str
    heading: str
    body: str
    language: str = ""
    explanation: str = ""
    check_on: date | None = None


def may_send(*, case: Case, sort: str, at: datetime, party: Party | None = None) -> str | Promise | None:
    """What stands in the way of sending a letter of this sort in this case, in words; None when nothing does.

    A warning needs what a first warning on the ladder needs (ladder.missing_for), of `party` to whom it goes or of everybody.
    An invitation follows on what was arranged: the term of the talk is its term. The one place for such rules.
    """
    if sort not in ALWAYS and rights.use_is_restricted(case):
        return _(
            "Deze bewoner vroeg om de gegevens alleen te bewaren. Zolang dat zo is, gaat deze brief niet weg."
        )
    if sort in AFTER_HEARING:
        for reason in ladder.missing_for(case=case, level=Level.L3, at=at, party=party):
            return ladder.MISSING[reason]
    if party is not None and sort in letter_terms.INVITES and letter_terms.talk_of(party) is None:
        return _("Leg eerst bij deze persoon vast wanneer het gesprek is, en waar.")
    return None


@transaction.atomic
def write(
    *,
    case: Case,
    content: Content,
    text: StandardText | None,
    by: User,
    at: datetime,
    party: Party | None = None,
) -> Letter:
    """Keep a draft; `party` is to whom in the case it goes. Raises NotNow in a case that is merged."""
    fresh = acting.begin(case=case, act=Act.WRITE_LETTER)
    letter = Letter(case=fresh, party=party, text=text, written_by=by, written_at=at)
    _fill(letter, content)
    letter.save()
    acting.done(
        case=fresh, act=Act.WRITE_LETTER, by=by, at=at, text=f"{letter_terms.label(letter)}: concept geschreven.",
        detail={"letter": letter.pk},
    )  # fmt: skip
    return letter


@transaction.atomic
def rewrite(*, letter: Letter, content: Content, version: int, by: User, at: datetime) -> None:
    """Change a draft that stands at `version`. Raises Outdated."""
    fresh = acting.begin(case=letter.case, act=Act.WRITE_LETTER)
    draft = _draft(letter, version)
    _fill(draft, content)
    draft.version += 1
    draft.save()
    acting.done(
        case=fresh, act=Act.WRITE_LETTER, by=by, at=at, text=f"{letter_terms.label(draft)}: concept veranderd.",
        detail={"letter": draft.pk},
    )  # fmt: skip


@transaction.atomic
def throw_away(*, letter: Letter, version: int, by: User, at: datetime) -> None:
    """Remove a draft. Raises Outdated."""
    fresh = acting.begin(case=letter.case, act=Act.WRITE_LETTER)
    draft = _draft(letter, version)
    number, label = draft.pk, letter_terms.label(draft)
    draft.delete()
    acting.done(
        case=fresh, act=Act.WRITE_LETTER, by=by, at=at, text=f"{label}: concept weggegooid.", detail={"letter": number}
    )  # fmt: skip


def print_out(*, letter: Letter, by: User, at: datetime) -> bytes:
    """The PDF as it would be sent now; of a sent letter the one that was sent. Raises NotPrinted. Call outside a transaction."""
    if letter.is_sent:
        return b64decode(letter.paper.pdf)
    return printing.print_letter(data.of_letter(letter=letter, signed_by=by, at=at, ours=shown()))


@transaction.atomic
def send(*, letter: Letter, paper: bytes, version: int, by: User, at: datetime, looked: bool = False) -> None:
    """Write down that this letter, printed as `paper` from `version`, goes to the post. With a day to check, that becomes a term;
    what was owed to the person it goes to is met (letter_terms).

    `looked`: whoever sends it has looked whether it says who reported. Raises MayNot, Outdated or TellsOfReporter.
    """
    fresh = acting.begin(case=letter.case, act=Act.SEND_LETTER)
    if why := may_send(case=fresh, sort=letter.sort, at=at, party=letter.party):
        raise MayNot(why)
    found = found_in(letter)
    if found and not looked:
        raise TellsOfReporter(found)
    # What was read at this version still stands there: every change raises it.
    asked = Letter.objects.filter(pk=letter.pk, version=version, sent_at=None)
    if letter.version != version or not asked.update(sent_by=by, sent_at=at):
        raise Outdated
    kept = LetterPaper(letter=letter, pdf=b64encode(paper).decode(), sha256=hashlib.sha256(paper).hexdigest())
    along = [inserting(kept), *letter_terms.along(letter=letter, case=fresh, at=at)]
    is_answer = letter_terms.meet_answer(letter=letter, case=fresh, at=at)
    whose: Detail = {"party": letter.party_id} if letter.party_id else {}
    entry = acting.done(
        case=fresh,
        act=Act.SEND_LETTER,
        by=by,
        at=at,
        text=_said(letter),
        detail={"letter": letter.pk, "sort": letter.sort, "looked": bool(found), **whose},
        along=along,
    )
    if is_answer and letter.party is not None:
        link(entry=entry, party=letter.party, sort=PartyWord.Sort.ANSWER)


def found_in(letter: Letter) -> list[letter_leaks.Found]:
    """What in this letter seems to come from a reporter."""
    text = "\n".join((letter.heading, letter.body, letter.explanation))
    return letter_leaks.found_in(case=letter.case, text=text, to_name=letter.to_name)


def wants_check(sort: str) -> bool:
    return sort in CHECKED


def _fill(letter: Letter, content: Content) -> None:
    for name in Content.__dataclass_fields__:
        setattr(letter, name, getattr(content, name))


def _draft(letter: Letter, version: int) -> Letter:
    """Call with the case locked."""
    draft = Letter.objects.filter(pk=letter.pk, version=version, sent_at=None).first()
    if draft is None:
        raise Outdated
    return draft


def _said(letter: Letter) -> str:
    check = f" Controle op {data.in_dutch(letter.check_on)}." if letter.check_on else ""
    return f"{letter_terms.label(letter)} verstuurd.{check}"
