"""Preventive signals: what a colleague saw is passed on, looked at, made into a case or set aside, and gone by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import override

from complexes.models import Complex, Home
from incidents import timeline
from incidents.following import codes
from incidents.handling import casework
from incidents.intake.filing import Filing, Place, Reporter
from incidents.intake.reporting import file_report
from incidents.models import Case, Evidence, Kind, PreventiveSignal, Report, TimelineEntry
from incidents.models.signal import SignalState, Worry
from incidents.rules.answers import Mode, PlaceKind, YesNo
from incidents.rules.numbers import make_code
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.clock import office
from safetyportal.clock.calendar import local_day
from safetyportal.clock.jobs import once_a_day

KIND = "LEE-SIG"
MOST_RECENT = 5


class Settled(ValueError):
    """It is a case already, or was set aside; `signal` says by whom."""

    def __init__(self, signal: PreventiveSignal) -> None:
        super().__init__(signal.state)
        self.signal = signal


@dataclass(frozen=True)
class Told:
    """What is passed on: where, what was seen, how worried somebody is, and whether the resident knows."""

    place: Place
    home: Home | None
    seen: Sequence[str]
    text: str
    worry: Worry
    resident_knows: YesNo


def give(*, told: Told, form_key: UUID, by: User, at: datetime) -> tuple[PreventiveSignal, bool]:
    """Pass it on. One form, however often it is sent, is one signal; the second value says whether this is the first time."""
    place = told.place
    if place.complex is None:
        raise ValueError("a signal is about a place of ours")
    signal = PreventiveSignal(
        # Of this person alone: somebody else's form can never lead to it.
        pk=uuid5(form_key, str(by.pk)),
        complex=place.complex,
        entrance=place.entrance,
        home=told.home if place.kind == PlaceKind.HOME else None,
        space=place.space,
        place_text=place.text,
        seen=list(told.seen),
        text=told.text,
        worry=told.worry,
        resident_knows=told.resident_knows,
        by=by,
        at=at,
        expires_at=at + timedelta(days=office.current().signal_days),
    )
    try:
        with transaction.atomic():
            signal.save(force_insert=True)
            _record("signal.give", signal, by, at, worry=int(told.worry))
    except IntegrityError:
        known = PreventiveSignal.objects.filter(pk=signal.pk).first()
        if known is None:
            raise
        return known, False
    return signal, True


@transaction.atomic
def look(*, signal: PreventiveSignal, by: User, at: datetime) -> None:
    """Somebody looked into it, and it stays open. Raises Settled."""
    fresh = _locked(signal)
    if fresh.state == SignalState.NEW:
        _settle(fresh, SignalState.LOOKED, by, at)


@transaction.atomic
def set_aside(*, signal: PreventiveSignal, reason: str, by: User, at: datetime) -> None:
    """Nothing needs to follow. Raises Settled."""
    fresh = _locked(signal)
    fresh.aside_reason = reason
    _settle(fresh, SignalState.ASIDE, by, at)


def make_case(*, signal: PreventiveSignal, by: User, at: datetime) -> Case:
    """A report by the one door in, with its photos, and so a case. Raises Settled."""
    # Nobody gets this code: a colleague reads the case itself. Hashing is slow, so it happens outside the transaction.
    hashed = codes.hash_code(make_code())
    with transaction.atomic():
        fresh = _locked(signal)
        report = _file(fresh, hashed, by, at)
        fresh.case = report.case
        _settle(fresh, SignalState.CASE, by, at)
        said = f"Deze zaak komt uit een signaal van {local_day(fresh.at):%d-%m-%Y}."
        timeline.write(case=report.case, sort=TimelineEntry.Sort.SIGNAL, at=at, by=by, text=said)
        if fresh.home is not None:
            casework.name_home(case=report.case, home=fresh.home, by=by, at=at)
    return report.case


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Once a day: what expired is gone, with its photos; the count is all that stays. Returns how many went."""
    if not once_a_day(name="signals", at=at):
        return 0
    expired = PreventiveSignal.objects.filter(expires_at__lte=at)
    count = expired.count()
    expired.delete()
    if count:
        record(
            action="signal.expire",
            actor=None,
            object_kind="signal",
            object_id="",
            at=at,
            detail={"count": count},
        )
    return count


def recent_complexes(*, by: User) -> list[Complex]:
    """Where this colleague was lately: of the own signals first, then of the cases in hand."""
    given = PreventiveSignal.objects.filter(by=by).order_by("-at").values_list("complex", flat=True)
    held = Case.objects.open().filter(holder=by, complex__isnull=False).order_by("-opened_at")
    keys = list(dict.fromkeys([*given[:50], *held.values_list("complex", flat=True)[:50]]))[:MOST_RECENT]
    found = {one.pk: one for one in Complex.objects.filter(pk__in=keys)}
    return [found[key] for key in keys if key in found]


def _locked(signal: PreventiveSignal) -> PreventiveSignal:
    fresh = (
        PreventiveSignal.objects.select_for_update(of=("self",))
        .select_related("complex", "entrance", "home", "space", "looked_by")
        .get(pk=signal.pk)
    )
    if not fresh.is_open:
        raise Settled(fresh)
    return fresh


def _settle(fresh: PreventiveSignal, state: SignalState, by: User, at: datetime) -> None:
    fresh.state, fresh.looked_by, fresh.looked_at = state, by, at
    fresh.save(update_fields=["state", "looked_by", "looked_at", "aside_reason", "case"])
    _record("signal.settle", fresh, by, at, state=str(state))


def _file(fresh: PreventiveSignal, hashed: str, by: User, at: datetime) -> Report:
    place = Place(
        PlaceKind.HOME if fresh.home else PlaceKind.SPACE,
        fresh.complex,
        fresh.entrance,
        fresh.space,
        fresh.place_text,
    )
    filing = Filing(
        kind=Kind.objects.get(pk=KIND),
        place=place,
        reporter=Reporter(Mode.ANONYMOUS),
        story=_story(fresh),
        names_person=YesNo.UNKNOWN,
        child_involved=YesNo.YES if "children" in fresh.seen else YesNo.UNKNOWN,
    )
    # One signal is one report, also when two make a case of it at once.
    return file_report(
        filing=filing,
        draft_key=fresh.pk,
        code_hash=hashed,
        by=by,
        at=at,
        files=Evidence.objects.filter(signal=fresh.pk),
    )


def _story(fresh: PreventiveSignal) -> str:
    with override("nl"):
        seen = "".join(f"\n- {one}" for one in fresh.said_seen)
        knows = {YesNo.YES.value: "ja", YesNo.NO.value: "nee"}.get(fresh.resident_knows, "niet gesproken")
        worry = str(Worry(fresh.worry).label)
    said = (
        f"Signaal van een collega, {fresh.at:%d-%m-%Y}.{seen}\nZorg: {worry}.\nDe bewoner weet dit: {knows}."
    )
    return f"{said}\n\n{fresh.text}".strip()


def _record(action: str, signal: PreventiveSignal, by: User, at: datetime, **detail: str | int) -> None:
    record(action=action, actor=by, object_kind="signal", object_id=signal.pk, at=at, detail=detail)
