"""The matrix an association starts with; a cell that is there already is its own and stays as it is."""

from __future__ import annotations

from partners.defaults.default_matrix import DEFAULT
from partners.models import MatrixCell


def load_matrix() -> None:
    MatrixCell.objects.bulk_create(
        [
            MatrixCell(profile=profile, field=field, shown=shown)
            for profile, column in DEFAULT.items()
            for field, shown in column.items()
        ],
        ignore_conflicts=True,
    )
