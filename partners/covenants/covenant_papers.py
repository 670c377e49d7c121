"""The signed paper of a covenant: cleaned in a child process like a file of a reporter, kept encrypted in pieces."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from incidents.evidence import scanner
from incidents.evidence.formats import PDF
from incidents.evidence.keeping import PIECE
from incidents.evidence.washing import NotTaken, Why, wash
from partners.models import Covenant, CovenantPaper, CovenantPiece
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.privacy.sealing import new_key, seal
from safetyportal.uploads import ReceivedFile

MOST_PAPERS = 20
ONLY_PDF = _("Kies een bestand dat op .pdf eindigt.")
TOO_BIG = _("De pdf moet kleiner zijn dan 10 MB. Kies een kleinere pdf.")
# The words for other refusals are about files of reporters.
SAID = {
    Why.UNKNOWN: ONLY_PDF,
    Why.TOO_BIG: TOO_BIG,
    Why.EMPTY: _("Dit bestand is leeg. Kies een ander bestand."),
    Why.BROKEN: _("Deze pdf is beschadigd. Bewaar hem opnieuw, en kies die."),
    Why.TOO_HEAVY: _("Deze pdf heeft te veel bladzijden. Hoogstens 200 kan."),
}


class Refused(ValueError):
    """The paper is not taken; the message says what to do."""


def add(*, covenant: Covenant, file: ReceivedFile, by: User, at: datetime) -> CovenantPaper:
    """Keep a clean copy beside what there is. Raises Refused. Cleaned outside the transaction: it takes a second."""
    if file.is_too_big:
        raise Refused(str(TOO_BIG))
    _scan(file.held)
    try:
        with wash(file.held, size=file.size or 0) as washed:
            if washed.original != PDF:
                raise Refused(str(ONLY_PDF))
            return _keep(covenant, washed.copy, by, at)
    except NotTaken as refusal:
        raise Refused(str(SAID.get(refusal.why, refusal.why.label))) from refusal


def _scan(source: IO[bytes]) -> None:
    if not scanner.is_on():
        return
    source.seek(0)
    try:
        found = scanner.find_virus(iter(lambda: source.read(PIECE), b""))
    except scanner.NoAnswer as silence:
        raise Refused(str(_("De virusscanner antwoordt niet. Probeer het later nog eens."))) from silence
    if found:
        raise Refused(str(_("In dit bestand zit een virus. Wij bewaren het niet.")))


@transaction.atomic
def _keep(covenant: Covenant, source: IO[bytes], by: User, at: datetime) -> CovenantPaper:
    Covenant.objects.select_for_update(of=("self",)).get(pk=covenant.pk)
    if covenant.papers.count() >= MOST_PAPERS:
        raise Refused(str(_("Bij dit convenant staan al veel stukken. Er kan er geen meer bij.")))
    source.seek(0)
    body = source.read()
    paper = CovenantPaper(
        covenant=covenant, key=new_key(), size=len(body), sha256=hashlib.sha256(body).hexdigest(), added_by=by, added_at=at
    )  # fmt: skip
    paper.save(force_insert=True)
    CovenantPiece.objects.bulk_create(
        CovenantPiece(
            paper=paper,
            position=position,
            data=seal(body[start : start + PIECE], key=paper.key, file=paper.pk, position=position),
        )
        for position, start in enumerate(range(0, len(body), PIECE))
    )
    record(
        action="covenant.add_paper",
        actor=by,
        object_kind="covenant",
        object_id=covenant.pk,
        detail={"paper": str(paper.pk), "bytes": paper.size},
        at=at,
    )
    return paper
