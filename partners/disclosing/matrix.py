"""Whether a field may go to a partner, as the association set it (domain 4.3; default_matrix has the bounds).

`current` is kept in the process for some seconds, as terms are: routing and lists pay no statement. What a partner reads of one
case asks `allowed`, which goes by the cells as they stand in that moment: a stricter one holds at once.
"""

from __future__ import annotations

import time as clock
from collections.abc import Iterable, Mapping

from django.db import Error

from partners.defaults.default_matrix import CHOICES, DEFAULT, LOOSEST, Cell, Field
from partners.models.matrix import MatrixCell
from partners.models.referral import Referral

LAG_SECONDS = 10
Column = Mapping[str, Cell]
Mode = Referral.Mode
# Which cells let a field through, by how a referral went out: by itself, by the consent of the reporter, by a person.
OPEN: dict[str, frozenset[Cell]] = {
    Mode.AUTOMATIC: frozenset({Cell.ALWAYS}),
    Mode.MINIMISED: frozenset({Cell.ALWAYS}),
    Mode.CONSENT: frozenset({Cell.ALWAYS, Cell.CONSENT}),
    Mode.HOLD: frozenset({Cell.ALWAYS, Cell.CONSENT, Cell.RELEASE}),
}
# A reporter who agreed spoke for nobody else: whether the others agree, a person finds out.
AGREED_BY_REPORTER = frozenset({Field.REPORTER.value})

_kept: tuple[float, Mapping[str, Column]] | None = None


def current() -> Mapping[str, Column]:
    """All cells as set, at most LAG_SECONDS ago; without the database as delivered."""
    global _kept
    now = clock.monotonic()
    if _kept is not None and now < _kept[0]:
        return _kept[1]
    try:
        rows = list(MatrixCell.objects.values_list("profile", "field", "shown"))
    except Error:
        return DEFAULT
    found = {
        profile: column_of(profile, [row[1:] for row in rows if row[0] == profile]) for profile in DEFAULT
    }
    _kept = (now + LAG_SECONDS, found)
    return found


def keep(cells: Mapping[str, Column], *, seconds: float = LAG_SECONDS) -> None:
    """What this process goes by from now on, for a while."""
    global _kept
    _kept = (clock.monotonic() + seconds, cells)


def forget() -> None:
    global _kept
    _kept = None


def may(profile: str, field: str, mode: str, *, column: Column | None = None) -> bool:
    """Whether a referral that went out in this mode (see `way`) may carry the field. `column`: cells read just now."""
    cell = (current()[profile] if column is None else column)[field]
    if mode == Mode.CONSENT and cell == Cell.CONSENT:
        return field in AGREED_BY_REPORTER
    return cell in OPEN[mode]


def way(referral: Referral) -> str:
    """How it went out. Our own desks get what a person sends them as mode A: that a person did it, the row says too."""
    return Mode.HOLD if referral.released_by_id is not None else referral.mode


def allowed(referral: Referral, *, column: Column | None = None) -> frozenset[str]:
    """The fields of this referral that its partner may see in this moment, whatever the row says."""
    column, mode, profile = column or now(referral), way(referral), referral.partner.profile
    return frozenset(
        field for field in referral.fields if field in column and may(profile, field, mode, column=column)
    )


def along(*, profile: str, mode: str, column: Column | None = None) -> tuple[str, ...]:
    """What goes along without anybody choosing it. Kept in the row, so that a cell that is looser later adds nothing to it."""
    cells = current()[profile] if column is None else column
    by_consent = mode == Mode.CONSENT
    return tuple(
        field
        for field in Field.values
        if cells[field] == Cell.ALWAYS or (by_consent and may(profile, field, mode, column=cells))
    )


def choosable(*, profile: str) -> tuple[str, ...]:
    """What a person may add who releases."""
    column = current()[profile]
    return tuple(field for field in Field.values if column[field] in (Cell.RELEASE, Cell.CONSENT))


def now(referral: Referral) -> Column:
    """The cells of this referral's partner: fetched along with it (ReferralQuerySet.with_cells), else asked for."""
    profile = referral.partner.profile
    cells: Iterable[Mapping[str, str]] | None = referral.__dict__.get("cells")
    if cells is not None:
        return column_of(profile, [(one["field"], one["shown"]) for one in cells])
    return stored(profile)


def stored(profile: str) -> Column:
    """As it stands in the database in this moment."""
    return column_of(profile, MatrixCell.objects.filter(profile=profile).values_list("field", "shown"))


def column_of(profile: str, rows: Iterable[tuple[str, str]]) -> Column:
    """As delivered, with what was set; a cell beyond the law counts as never, also if the database would hold one."""
    found = dict(DEFAULT[profile])
    for field, shown in rows:
        if field in found:
            cell = Cell(shown)
            found[field] = cell if cell in CHOICES[LOOSEST[profile][field]] else Cell.NEVER
    return found
