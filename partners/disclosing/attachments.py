"""Which files of a case a partner may have and has (domain 4.3). A person chooses each (partners.sharing.attaching); none goes by default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.fields.tuple_lookups import TupleLessThan
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.evidence import masking
from incidents.evidence.keeping import Part, small_pictures
from incidents.models import Evidence, EvidenceFile
from partners.defaults.default_matrix import Field
from partners.disclosing import matrix
from partners.models import Attachment, Covenant, Partner, Referral
from partners.models.partner import Profile
from partners.models.referral_words import IN_QUEUE, Ground, State

MOST = 20
PAGE_SIZE = 60
GIVEN_IN = (State.PROPOSED, *IN_QUEUE)
ONLY_PLACE = frozenset({Profile.TECHNICAL})


@dataclass(frozen=True)
class Enclosed:
    """A file as the partner's page shows it. `picture` is a data: address, or empty; `sort` a word for it."""

    id: UUID
    sort: str
    caption: str
    picture: str


def may_have(partner: Partner, *, column: matrix.Column | None = None) -> bool:
    """Whether this partner may have files. A person releases each, whichever way the case itself went there."""
    return profile_may_have(partner.profile, column=column)


def profile_may_have(profile: str, *, column: matrix.Column | None = None) -> bool:
    return matrix.may(profile, Field.ATTACHMENTS, Referral.Mode.HOLD, column=column)


def candidates(referral: Referral) -> QuerySet[Evidence]:
    """What reporters sent in this case, whether it can be given or not (held_back); the newest first."""
    sent = Evidence.objects.sent().filter(report__case=referral.case_id).select_related("scan")
    copies = EvidenceFile.objects.filter(evidence=OuterRef("pk"), part=Part.SHOWN)
    return sent.annotate(has_copy=Exists(copies)).order_by("-added_at", "-id")


@dataclass(frozen=True)
class Files:
    """A page of candidates, with the how manieth of its sort each is; `older` is where the next page begins, if there is one."""

    rows: Sequence[Evidence]
    numbers: dict[UUID, int]
    is_newest: bool
    older: UUID | None


def page_of(referral: Referral, *, after: str) -> Files:
    """The newest, or what is older than the file with this key. A key that is none of the case is the beginning."""
    found = candidates(referral)
    start = found.filter(pk=after).first() if _is_key(after) else None
    if start is not None:
        found = found.filter(TupleLessThan((F("added_at"), F("id")), (start.added_at, start.pk)))
    # Counted from the oldest of what is left, so a file has one number on whichever page it stands.
    number = Window(RowNumber(), partition_by=F("sort"), order_by=["added_at", "id"])
    rows = list(found.annotate(number=number)[: PAGE_SIZE + 1])
    here = rows[:PAGE_SIZE]
    numbers = {one.pk: one.number for one in here}
    return Files(here, numbers, start is None, here[-1].pk if len(rows) > PAGE_SIZE else None)


def _is_key(typed: str) -> bool:
    try:
        UUID(typed)
    except ValueError:
        return False
    return True


def readable(*, referral: Referral, at: datetime) -> QuerySet[Attachment]:
    """What the partner may open now, of a referral that is open to it.

    Not what went to another case with its report, nor what leans on a covenant that has ended or names no files.
    """
    if not may_have(referral.partner, column=matrix.now(referral)):
        return Attachment.objects.none()
    let_pass = Evidence.objects.sent().cleared().filter(report__case=referral.case_id)
    found = Attachment.objects.in_force().filter(referral=referral, evidence__in=let_pass)
    running = Covenant.objects.in_force(timezone.localdate(at)).signed().naming(Field.ATTACHMENTS)
    agreed = running.filter(partner=referral.partner_id)
    found = found.filter(~Q(ground=Ground.COVENANT) | Exists(agreed))
    return found.select_related("evidence", "masked")


def enclosed(*, referral: Referral, at: datetime) -> tuple[Enclosed, ...]:
    return tuple(of_rows(list(readable(referral=referral, at=at)[:MOST])))


def of_rows(rows: list[Attachment]) -> list[Enclosed]:
    """Select `evidence` and `masked` along with each."""
    whole = [one.evidence for one in rows if one.masked is None and one.evidence.is_photo]
    pictures = small_pictures(whole) if whole else {}
    return [
        Enclosed(
            one.pk,
            str(Evidence.Sort(one.evidence.sort).label),
            one.caption,
            masking.small_picture(one.masked) if one.masked else pictures.get(one.evidence_id, ""),
        )
        for one in rows
    ]


def held_back(referral: Referral, evidence: Evidence) -> str:
    """Why this file, one of candidates(), cannot go to this partner (a word of in_words); "" when it can."""
    if evidence.is_infected:
        return "infected"
    if evidence.is_held:
        return "scanning"
    if referral.partner.profile in ONLY_PLACE and not evidence.is_photo:
        return "only_photo"
    if not evidence.has_copy:  # type: ignore[attr-defined]
        return "no_copy"
    return ""


def in_words(why: str) -> str:
    """A word of held_back or of attaching.NotGiven, for the person who tried."""
    return {
        "may_not": _("Deze partner mag geen bestanden krijgen bij deze doorverwijzing."),
        "closed": _("De zaak is gesloten, of deze partner werkt er niet meer aan. Er is niets gedeeld."),
        "foreign": _("Dit bestand hoort niet bij deze zaak. Kies een bestand uit de lijst."),
        "infected": _("In dit bestand zit een virus. Het kan niet worden gedeeld."),
        "scanning": _("Dit bestand wordt nog nagekeken op virussen. Probeer het over een paar minuten nog eens."),
        "only_photo": _("Deze partner mag alleen een foto van de plek krijgen. Kies een foto."),
        "no_copy": _("Van dit bestand is geen schone kopie. Het kan niet worden gedeeld."),
        "already": _("Deze partner heeft dit bestand al. Haal het eerst weg als u iets wilt veranderen."),
        "too_many": _("Deze partner heeft al twintig bestanden van deze zaak. Haal er eerst een weg."),
        "not_a_photo": _("Afdekken kan alleen bij een foto. Deel het hele bestand, of niet."),
        "nothing": _("Kies de vakken die u wilt afdekken, maar niet alle vakken: dan is er niets meer te zien."),
        "busy": _("Het is nu druk. Probeer het over een minuut nog eens."),
        "broken": _("Afdekken lukte niet met deze foto. Er is niets gedeeld."),
    }[why]  # fmt: skip
