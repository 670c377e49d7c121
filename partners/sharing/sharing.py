"""What a person chose to share with one partner: held against the matrix, shown before it is shared, and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from incidents.models import Case, TimelineEntry
from partners.defaults.data_types import SUMMARY
from partners.defaults.default_matrix import Cell, Field
from partners.disclosing import matrix
from partners.disclosing.disclosed_lines import to_choose_from
from partners.disclosing.disclosed_people import Contact, protected_homes
from partners.disclosing.disclosure import Disclosure, disclose, grantable
from partners.disclosing.offering import Offer
from partners.models import Partner, Referral, SharedLine
from partners.models.referral_words import Ground
from partners.sharing.release_checks import check_named, is_protected
from safetyportal.accounts.models import User
from safetyportal.privacy.masking import leave_out


class FieldRefused(ValueError):
    """A field that may not go to this partner; the message says why, in words for who tried."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


@dataclass(frozen=True)
class Chosen:
    """A line of the diary, and the words of it that stay here."""

    entry_id: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What somebody who releases wants to go along."""

    fields: tuple[str, ...] = ()
    summary: str = ""
    ground: Ground | None = None
    lines: tuple[Chosen, ...] = ()

    @property
    def all_fields(self) -> set[str]:
        return {*self.fields, Field.DIARY} if self.lines else set(self.fields) - {Field.DIARY}


def fields_of(*, case: Case, partner: Partner, wish: Wish, mode: str, at: datetime) -> list[str]:
    """What goes into the row. Raises FieldRefused for what the matrix or the law keeps here, NotNamed for what no covenant
    names that is the ground.

    What there is nothing of in this case (nobody reported by name) is left out.
    """
    column = matrix.stored(partner.profile)
    for field in sorted(wish.all_fields):
        cell = column.get(field, Cell.NEVER)
        if cell == Cell.NEVER:
            raise FieldRefused(field, Offer(case=case, partner=partner).why_not(field))
        if cell == Cell.CONSENT and not _agreed(case, field, wish.ground):
            raise FieldRefused(
                field, _("{field}: dit mag alleen mee met toestemming. Kies die grond, of vink het uit.").format(
                    field=Field(field).label
                )
            )  # fmt: skip
    along = matrix.along(profile=partner.profile, mode=mode, column=column)
    given = grantable(partner=partner, case=case) & wish.all_fields
    going = {*along, *given}
    check_named(partner, wish.ground, {SUMMARY, *going} if wish.summary else going, at)
    return sorted(going)


def keep_lines(*, referral: Referral, wish: Wish) -> None:
    """As the partner will read them. Call with the case locked."""
    SharedLine.objects.bulk_create(
        [
            SharedLine(referral=referral, entry=entry, text=text)
            for entry, text in _masked(referral.case, wish)
        ]
    )


def to_be(
    *,
    case: Case,
    partner: Partner,
    wish: Wish,
    by: User,
    mode: str = Referral.Mode.HOLD,
    stands: Referral | None = None,
) -> Referral:
    """The referral as it would be, kept nowhere: of the one that stands already with its files and questions.

    What may not go along is not in it, and nobody is told why here.
    """
    column = matrix.current()[partner.profile]
    may = {field for field in wish.all_fields if column.get(field, Cell.NEVER) != Cell.NEVER}
    referral = Referral(case=case, partner=partner)
    vars(referral).update(has_files=stands is not None, has_reveals=stands is not None)
    if stands is not None:
        referral.pk, referral.created_at = stands.pk, stands.created_at
    fill(referral, wish=wish, mode=mode, by=by)
    referral.fields = sorted({*matrix.along(profile=partner.profile, mode=mode), *may})
    referral.lines_to_be = tuple((entry.at, text) for entry, text in _masked(case, wish))
    return referral


def fill(referral: Referral, *, wish: Wish, mode: str, by: User) -> None:
    """All but the fields, for the preview and for the release alike; what it tells is what the case holds at that moment
    (disclosed_people.known_at).
    """
    # A second person saw these; without one nobody outside is told any (release_checks.check_outside).
    referral.homes_along = protected_homes(referral.case) if is_protected(referral.case) else []
    referral.kind_along = referral.case.kind_id
    referral.mode, referral.ground, referral.summary = mode, wish.ground or "", wish.summary
    referral.released_by = by


def seen_by_partner(referral: Referral) -> Disclosure:
    """What the partner would see. Who reported, by name or in confidence, has a page of its own, with its own right
    (reporter.read).
    """
    shown = disclose(referral=referral)
    unnamed = Contact(_("Naam en contact van de melder (hier niet getoond)"), "", "")
    reporter = unnamed if shown.reporter is not None else None
    return replace(shown, reporter=reporter, revealed=(unnamed,) * len(shown.revealed))


def _masked(case: Case, wish: Wish) -> list[tuple[TimelineEntry, str]]:
    chosen = {one.entry_id: one for one in wish.lines}
    lines = to_choose_from(case).filter(pk__in=chosen) if chosen else ()
    return [(entry, leave_out(entry.text, chosen[entry.pk].left_out)) for entry in lines]


def _agreed(case: Case, field: str, ground: Ground | None) -> bool:
    """A reporter may have agreed when reporting; whether others do, whoever releases says with the ground."""
    if ground == Ground.CONSENT:
        return True
    return field == Field.REPORTER and case.reports.filter(Q(consent=True)).exists()
