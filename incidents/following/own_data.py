"""What we have of a reporter, for that reporter (AVG art. 15 and 20): the report, who he is, and what was said."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from incidents.evidence.listing import shown
from incidents.following.threads import said_to
from incidents.models import Question, Report, ReporterIdentity, TimelineEntry
from incidents.rules.answers import BestTime, DayPart, Frequency, Impact, Mode, Since, YesNo


def as_text(*, report: Report) -> str:
    """Plain text in the reader's language. Nothing of other people: no colleague's note, no partner."""
    lines = [_("Melding %(number)s") % {"number": report.number}, ""]
    lines += [f"{key}: {value}" for key, value in (*_report(report), *_who(report)) if value]
    lines += ["", _("Wat u schreef"), report.story]
    for entry in said_to(report).order_by("at", "id"):
        lines += ["", f"{_moment(entry)} · {entry.get_sort_display()}", entry.text]
    if sent := shown(report.evidence.sent().select_related("scan")):
        # Each can be opened on the page of the report; here stands which they are.
        lines += ["", _("Foto’s en bestanden")]
        lines += [
            f"{date_format(timezone.localtime(one.added_at), 'j F Y H:i')} · {one.name}" for one in sent
        ]
    return "\n".join(lines).rstrip() + "\n"


def _report(report: Report) -> list[tuple[str, str]]:
    asked = Question.objects.in_bulk([int(key) for key in report.answers])
    own = [(one.text, one.said(report.answers[str(one.pk)])) for one in asked.values()]
    last = date_format(report.last_seen_on, "j F Y") if report.last_seen_on else ""
    return [
        (_("Gemeld op"), date_format(timezone.localtime(report.filed_at), "j F Y H:i")),
        (_("Waarover"), report.kind.label),
        (_("Waar het gebeurt"), str(report.space or report.complex or "")),
        (_("Plek in uw woorden"), report.place_text),
        *own,
        (_("Voor het laatst"), last),
        (_("Deel van de dag"), str(DayPart(report.day_part).label) if report.day_part else ""),
        (_("Hoe vaak"), str(Frequency(report.frequency).label)),
        (_("Hoe lang al"), str(Since(report.since).label)),
        (_("Wat het met u doet"), ", ".join(str(Impact(one).label) for one in report.impact)),
        (_("Gaat het om een kind onder 16?"), _child(report)),
        (_("Hoe u meldt"), str(Mode(report.mode).label)),
    ]


def _child(report: Report) -> str:
    return str(YesNo(report.child_involved).label) if report.child_involved else ""


def _who(report: Report) -> list[tuple[str, str]]:
    identity = ReporterIdentity.objects.filter(report=report).select_related("home").first()
    if identity is None:
        return []
    return [
        (_("Naam"), identity.name),
        (_("Telefoonnummer"), identity.phone),
        (_("E-mailadres"), identity.email),
        (_("Adres"), identity.home.address if identity.home else ""),
        (_("Veilig bereiken"), identity.said_reach),
        (_("Beste tijd"), str(BestTime(identity.best_time).label) if identity.best_time else ""),
    ]


def _moment(entry: TimelineEntry) -> str:
    return date_format(timezone.localtime(entry.at), "j F Y H:i")
