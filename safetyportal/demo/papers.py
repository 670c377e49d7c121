"""A signed covenant for the demo: one page that says what it is. Everything in it is invented."""

from __future__ import annotations

import tempfile
from datetime import datetime
from io import BytesIO

import pikepdf

from partners.covenants import covenant_alarms, covenant_papers
from partners.models import Covenant
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.uploads import ReceivedFile

WITH_PAPER = "politie-noord"
LINES = (
    "Convenant samen overlast en onveiligheid aanpakken",
    "Dit is een voorbeeld. Alle namen zijn verzonnen.",
    "Woningcorporatie De Linde en Politie Lindestad-Noord",
)


def load_papers(*, at: datetime) -> None:
    """One covenant with its paper, and the warning of the one that ends soon."""
    covenant = Covenant.objects.filter(partner__code=WITH_PAPER).first()
    by = User.objects.filter(role_grants__role=Role.PRIVACY).first()
    if covenant is not None and by is not None:
        body = _pdf()
        with tempfile.TemporaryFile() as held:
            held.write(body)
            file = ReceivedFile(held, "convenant.pdf", len(body), is_too_big=False)
            covenant_papers.add(covenant=covenant, file=file, by=by, at=at)
    covenant_alarms.look(at=at)


def _pdf() -> bytes:
    with pikepdf.new() as paper:
        page = paper.add_blank_page(page_size=(595, 842))
        words = b" ".join(b"(%s) ' " % line.encode("latin-1") for line in LINES)
        page.Contents = paper.make_stream(b"BT /F1 14 Tf 24 TL 60 780 Td " + words + b"ET")
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        kept = BytesIO()
        paper.save(kept)
    return kept.getvalue()
