"""Who looked at what (peers Z10): what one case, or one person, left in the audit log, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from incidents.act_table import TABLE
from incidents.acts import Act
from incidents.models import Case, Evidence, Report, TimelineEntry
from incidents.models.conflict import kept_out
from partners.defaults.default_matrix import Field
from partners.models import Partner, Referral
from partners.models.referral_words import Ground
from safetyportal.accounts.models import User
from safetyportal.audit.models import AuditEvent

PAGE_SIZE = 50
MOST_PARTS = 500  # of one case: its referrals, reports and files
CASE, REFERRAL, REPORT, EVIDENCE = "case", "referral", "report", "evidence"

READS = {
    "case.read": _("Zaak bekeken"),
    "evidence.read": _("Foto of bestand bekeken"),
    "referral.read": _("Doorverwijzing bekeken"),
    "referral.file": _("Bestand opgehaald door een ketenpartner"),
    "audit.read": _("Inzagelog bekeken"),
}
CONTACTS = {
    "reporter.read": _("Gegevens van de melder bekeken"),
    "reporter.letter": _("Brief met nieuwe code"),
    "reveal.read": _("Vraag om de melder te noemen bekeken"),
    "evidence.original": _("Origineel bestand opgehaald"),
}
OTHERS = {
    "referral.release": _("Gedeeld met een ketenpartner"),
    "referral.withdraw": _("Doorverwijzing ingetrokken"),
    "reveal.ask": _("Gevraagd om de melder te noemen bij een ketenpartner"),
    "reveal.confirm": _("Melder genoemd bij een ketenpartner"),
    "reveal.refuse": _("Melder niet genoemd bij een ketenpartner"),
    "referral.attach": _("Bestand gedeeld met een ketenpartner"),
    "referral.unattach": _("Bestand weggehaald bij een ketenpartner"),
    "referral.refuse": _("Voorstel niet gedeeld"),
    "referral.accept": TimelineEntry.Sort.ACCEPTED.label,
    "referral.ask": TimelineEntry.Sort.ASKED.label,
    "referral.take_back": _("Vraag teruggenomen"),
    "referral.decline": TimelineEntry.Sort.DECLINED.label,
    "referral.finish": TimelineEntry.Sort.FINISHED.label,
    "question.answer": _("Vraag van ketenpartner beantwoord"),
    "conflict.state": _("Belangenverstrengeling vastgelegd"),
    "conflict.end": _("Mag weer meedoen"),
    "settings.change": _("Instelling veranderd"),
}
TITLES = {**READS, **CONTACTS, **OTHERS}
WHAT = {
    "gezien": (_("Alleen kijken"), tuple(READS) + tuple(CONTACTS)),
    "melder": (_("Melder en originelen"), tuple(CONTACTS)),
}


@dataclass(frozen=True)
class Line:
    at: datetime
    who: str
    title: str
    number: str
    ground: str
    # Which partner it went to, and with which fields besides the minimum; only beside a number.
    about: str


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    before: int | None


def choices() -> list[tuple[str, str]]:
    return [("", str(_("Alles"))), *((code, str(label)) for code, (label, _actions) in WHAT.items())]


def of_case(case: Case) -> QuerySet[AuditEvent]:
    """All that is about this case: itself, its reports and files, what was sent on."""
    parts: tuple[tuple[str, Iterable[object]], ...] = (
        (REFERRAL, Referral.objects.filter(case=case).values_list("pk", flat=True)[:MOST_PARTS]),
        (REPORT, Report.objects.filter(case=case).values_list("pk", flat=True)[:MOST_PARTS]),
        (EVIDENCE, Evidence.objects.filter(report__case=case).values_list("pk", flat=True)[:MOST_PARTS]),
    )
    about = Q(object_kind=CASE, object_id=str(case.pk))
    for kind, keys in parts:
        about |= Q(object_kind=kind, object_id__in=[str(key) for key in keys])
    return AuditEvent.objects.filter(about)


def of_person(user: User) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(actor=user)


def page(*, events: QuerySet[AuditEvent], what: str, before: int | None, actor: User) -> Page:
    """Fifty, before the one with this key. Of a case that the reader is kept out of, no number shows."""
    if what in WHAT:
        events = events.filter(action__in=WHAT[what][1])
    if before:
        events = events.filter(pk__lt=before)
    found = list(events.select_related("actor").order_by("-pk")[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    numbers = _numbers(shown, actor)
    partners = (
        dict(Partner.objects.filter(code__in=_codes(shown)).values_list("code", "name"))
        if _codes(shown)
        else {}
    )
    lines = [
        Line(
            at=one.at,
            who=one.actor.name if one.actor else str(one.get_actor_kind_display()),
            title=title(one.action),
            number=numbers.get((one.object_kind, one.object_id), ""),
            ground=str(Ground(one.ground).label) if one.ground in Ground.values else one.ground,
            about=_about(one, partners) if (one.object_kind, one.object_id) in numbers else "",
        )
        for one in shown
    ]
    return Page(lines, shown[-1].pk if len(found) > PAGE_SIZE else None)


def _codes(events: list[AuditEvent]) -> set[str]:
    return {str(one.detail["partner"]) for one in events if isinstance(one.detail.get("partner"), str)}


def _about(event: AuditEvent, partners: dict[str, str]) -> str:
    name = partners.get(str(event.detail.get("partner", "")), "")
    fields = event.detail.get("fields")
    labels = (
        [str(Field(one).label) for one in fields if one in Field.values] if isinstance(fields, list) else []
    )
    return ": ".join(part for part in (name, ", ".join(labels)) if part)


def title(action: str) -> str:
    """In words; an act on a case is called as in its timeline."""
    if action in TITLES:
        return str(TITLES[action])
    noun, _dot, verb = action.partition(".")
    acts = {act.value: act for act in Act}
    return str(TABLE[acts[verb]].sort.label) if noun == CASE and verb in acts else action


def _numbers(events: list[AuditEvent], actor: User) -> dict[tuple[str, str], str]:
    """By what an event is about, the number of its case."""
    keys: dict[str, set[str]] = {}
    for one in events:
        keys.setdefault(one.object_kind, set()).add(one.object_id)
    cases = Case.objects.exclude(kept_out(actor))
    found: dict[tuple[str, str], str] = {}
    for kind, way in ((CASE, "pk"), (REFERRAL, "referrals__pk"), (REPORT, "reports__pk")):
        wanted = [key for key in keys.get(kind, ()) if _is_key(kind, key)]
        if wanted:
            for key, number in cases.filter(**{f"{way}__in": wanted}).values_list(way, "number"):
                found[kind, str(key)] = number
    files = [key for key in keys.get(EVIDENCE, ()) if _is_key(EVIDENCE, key)]
    if files:
        sent = Evidence.objects.filter(pk__in=files).exclude(kept_out(actor, "report__case__"))
        found |= {
            (EVIDENCE, str(key)): number for key, number in sent.values_list("pk", "report__case__number")
        }
    return found


def _is_key(kind: str, key: str) -> bool:
    if kind == CASE:
        return key.isascii() and key.isdigit() and len(key) < 19
    try:
        UUID(key)
    except ValueError:
        return False
    return True
