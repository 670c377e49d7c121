"""An e-mail that a colleague brings in: kept for a day beside its attachments, until it is a report or stands in a case."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from incidents import acting
from incidents.acts import Act
from incidents.entry.mail_reading import Mail
from incidents.evidence import accepting
from incidents.evidence.receiving import receive
from incidents.intake import drafts
from incidents.models import Case, Draft, Evidence, ReporterIdentity
from safetyportal.accounts.models import User
from safetyportal.privacy.keys import blind_index
from safetyportal.uploads import ReceivedFile

SLOT = "mail"


@dataclass(frozen=True)
class Held:
    """A mail that waits for what becomes of it. `left_out` says of each attachment that did not come along why."""

    key: UUID
    subject: str
    name: str
    address: str
    sent: str
    text: str
    left_out: list[str]

    @property
    def story(self) -> str:
        """The words with the subject on top."""
        return f"{self.subject}\n\n{self.text}".strip()


def hold(*, mail: Mail, by: User, client: str, at: datetime) -> Held:
    """Keep what was read, encrypted, for 24 hours at most; the mail itself as it came is not kept."""
    draft = drafts.begin(at=at)
    left_out = _take_in(draft, mail, client, at)
    if mail.left_out:
        left_out.append(_("Kleine plaatjes tussen de tekst, zoals een logo."))
    if mail.is_cut:
        left_out.append(_("Het einde van de tekst: hij was langer dan 20.000 tekens."))
    sent = date_format(mail.sent_at, "j F Y, H.i") if mail.sent_at else ""
    kept = {
        "by": by.pk,
        "subject": mail.subject,
        "name": mail.name,
        "address": mail.address,
        "sent": sent,
        "text": mail.text,
        "left_out": left_out,
    }
    return _held(drafts.answer(draft_id=draft.pk, answers={SLOT: kept}, at=at))


def find(*, key: UUID, by: User) -> Held | None:
    """The mail that this colleague brought in; None for everybody else's, and when its day is over."""
    draft = Draft.objects.filter(pk=key, report=None).first()
    if draft is None or (draft.answers.get(SLOT) or {}).get("by") != by.pk:
        return None
    return _held(draft)


@transaction.atomic
def add_to_case(*, case: Case, held: Held, by: User, at: datetime) -> None:
    """The words in the timeline, for the team alone; attachments do not come along. Raises NotNow.

    A mail that somebody dealt with meanwhile is not added again.
    """
    # Posted twice at once: the second finds it gone.
    if not Draft.objects.select_for_update(of=("self",)).filter(pk=held.key, report=None).exists():
        return
    fresh = acting.begin(case=case, act=Act.ADD_MAIL, by=by)
    acting.done(case=fresh, act=Act.ADD_MAIL, by=by, at=at, text=_written(held, case), sensitive=True)
    drafts.discard(draft_id=held.key)


def _written(held: Held, case: Case) -> str:
    """Without name and address of who sent it: the timeline is not encrypted, and a reporter's name is read with a record."""
    with override("nl"):
        head = [
            f"{label}: {value}"
            for label, value in (
                (_("Van"), _sender(held, case)),
                (_("Verstuurd"), held.sent),
                (_("Onderwerp"), held.subject),
            )
            if value
        ]
    return "\n".join([*head, "", held.text]).strip()


def _sender(held: Held, case: Case) -> str:
    if not held.name and not held.address:
        return ""
    reporters = ReporterIdentity.objects.filter(report__case=case)
    if held.address and reporters.filter(email_index=blind_index(held.address, "email")).exists():
        return _("de melder")
    return _("de afzender van de e-mail")


def _take_in(draft: Draft, mail: Mail, client: str, at: datetime) -> list[str]:
    files = []
    for one in mail.attachments:
        held = tempfile.SpooledTemporaryFile(max_size=512 * 1024)  # noqa: SIM115 - receive() closes it
        held.write(one.body)
        held.seek(0)
        files.append(ReceivedFile(held, one.name, len(one.body), is_too_big=False))

    def add(file: ReceivedFile) -> Evidence:
        return accepting.add_to_draft(draft_id=draft.pk, file=file, at=at)

    return receive(files=files, add=add, client=client, at=at)


def _held(draft: Draft) -> Held:
    kept = draft.answers[SLOT]
    return Held(
        key=draft.pk,
        subject=kept["subject"],
        name=kept["name"],
        address=kept["address"],
        sent=kept["sent"],
        text=kept["text"],
        left_out=list(kept["left_out"]),
    )
