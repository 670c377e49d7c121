"""What each sort of partner receives of a case, in pages, mails, logs and broker, equals the table of domain 4.3: a mark of
its own stands in every column that hangs on the case, and those that reach the partner are exactly these.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from incidents.models import Case
from partners.defaults.default_matrix import Field
from partners.mailing import delivering
from partners.models import Covenant, Membership, Partner, Question, Referral
from partners.models.partner import Profile
from partners.models.referral_words import State
from partners.staffing.desk_loading import desk_code
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from safetyportal.notices import outbox
from safetyportal.notices.models import Notice
from safetyportal.policy.actions import Side
from safetyportal.policy.gate import allows
from safetyportal.relay import Relay
from tests.house import marking
from tests.house.hidden import everything
from tests.house.marking import Registry
from tests.house.test_marks import _text
from tests.house.urls import walk
from tests.world import NOON, file, home, person

PARTNERS = {
    Profile.POLICE: "politie-noord", Profile.ENFORCEMENT: "jongerenwerk-noord", Profile.MEDIATION: "buurtbemiddeling-lindestad",
    Profile.CARE: "wijkteam-noord", Profile.MUNICIPALITY: "gemeente-lindestad", Profile.TECHNICAL: "brandweer-lindestad",
    Profile.BASIC: "zorg-en-veiligheidshuis", Profile.INTERNAL: desk_code("JUR"),
}  # fmt: skip
HOME = "complexes.Home.address"
# Of every referral: its number, what staff wrote for this partner, what it asked itself and was answered, and what it wrote.
ALWAYS = {
    "incidents.Case.number", "partners.Referral.summary", "partners.Question.text", "partners.Question.answer",
}  # fmt: skip
REPORTER = {f"incidents.ReporterIdentity.{one}" for one in ("name", "phone", "email")}
FILES = "partners.Attachment.caption"
ACCUSED, DIARY = "incidents.Party.name", "partners.SharedLine.text"
# Domain 4.3, column by column: what a person may release besides. Earlier cases and steps have no words of anybody.
RELEASED: dict[str, set[str]] = {
    Profile.POLICE: {HOME, ACCUSED, DIARY, FILES} | REPORTER,
    Profile.ENFORCEMENT: set(),
    Profile.MEDIATION: {HOME} | REPORTER,
    Profile.CARE: {HOME, ACCUSED},
    Profile.MUNICIPALITY: {HOME, ACCUSED, DIARY, FILES} | REPORTER,
    Profile.TECHNICAL: {HOME, FILES},
    Profile.BASIC: set(),
    Profile.INTERNAL: {HOME, FILES},
}
HOMES = {"minimum": 8, "everything": 6}
WAYS = tuple(HOMES)
pytestmark = pytest.mark.django_db


@dataclass
class Scene:
    registry: Registry
    referrals: dict[tuple[str, str], Referral]
    users: dict[str, User]


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    """Built once; nothing of it is kept."""
    with django_db_blocker.unblock(), time_machine.travel(NOON, tick=False), transaction.atomic():
        yield _scene()
        transaction.set_rollback(True)


def _scene() -> Scene:
    from safetyportal.demo.loading import load_association

    load_association(today=timezone.localdate(), small=True)
    file("VUI-ALG")  # everything() takes something from a case that was there before
    found = Scene(Registry(), {}, {})
    for profile, code in PARTNERS.items():
        found.users[profile] = _member(Partner.objects.get(code=code))
        for way in WAYS:
            found.referrals[profile, way] = _shared(code, way, found)
    return found


def _member(partner: Partner) -> User:
    """One who works at this partner alone."""
    user = User.objects.create_user(
        email=f"{partner.code}@example.nl",
        name="Pim Partner",
        password=uuid4().hex,
        audience="staff" if partner.is_internal else "partner",
    )
    Membership.objects.create(partner=partner, user=user, starts_on=date(2026, 1, 1))
    RoleGrant.objects.create(user=user, role=Role.DESK if partner.is_internal else Role.PARTNER)
    return user


def _shared(code: str, way: str, scene: Scene) -> Referral:
    """A case with all there can be; for "everything" with every field there is in the row of the referral."""
    had = list(Notice.objects.values_list("pk", flat=True))
    case = everything(by=person("noord2@"), partner=code, of=person("noord@"), photo=way == "everything")
    fields = Field.values if way == "everything" else []
    referral = Referral.objects.get(case=case, partner__code=code)
    Referral.objects.filter(pk=referral.pk).update(fields=fields, delivered_at=None, ground="consent")
    # Homes are of no case: each way has its own, and the page is read for the words of its address.
    Case.objects.filter(pk=case.pk).update(mark_aggression_risk=True, about_home=home(HOMES[way]))
    rows = marking.rows_of(case, since=had)
    marking.mark(rows, name=f"{code} {way}", registry=scene.registry)
    return Referral.objects.get(pk=referral.pk)


def _received(scene: Scene, profile: str, way: str) -> set[str]:
    """The columns of which the mark is on some page that this partner's member can get, also after an empty post."""
    referral, user = scene.referrals[profile, way], scene.users[profile]
    client, texts = Client(), []
    client.force_login(user)
    for one in walk(get_resolver().url_patterns):
        rule = one.callback.policy_rule
        if rule.side not in (Side.SIGNED_IN, Side.PARTNER, Side.STAFF) or not allows(rule, user):
            continue
        needed = set(one.pattern.converters)
        if needed - {"referral_id", "number"}:
            continue
        values = {"referral_id": referral.pk, "number": referral.case.number}
        address = reverse(one.name, kwargs={name: values[name] for name in needed})
        for method in sorted({"GET", "POST"} & rule.methods):
            texts.append(_answer(client, method, address))
    texts.append(_finished(client, referral))
    return _columns(scene, "\n".join(texts), f"{PARTNERS[profile]} {way}")


def _answer(client: Client, method: str, address: str) -> str:
    cookies = copy(client.cookies)
    with transaction.atomic():
        answer = (
            client.get(address, follow=True) if method == "GET" else client.post(address, {}, follow=True)
        )
        text = _text(answer)
        transaction.set_rollback(True)
    client.cookies = cookies
    return text


def _finished(client: Client, referral: Referral) -> str:
    """Its queue and page when it has reported back."""
    with transaction.atomic():
        Question.objects.filter(referral=referral, answered_at=None).update(closed_at=timezone.now())
        Referral.objects.filter(pk=referral.pk).update(state=State.ACCEPTED)
        client.post(reverse("referral_finish", args=[referral.pk]), {"text": "Gesproken."})
        assert Referral.objects.get(pk=referral.pk).state == State.FINISHED
        text = "".join(
            _text(client.get(address))
            for address in (reverse("partner_queue"), reverse("partner_referral", args=[referral.pk]))
        )
        transaction.set_rollback(True)
    return text


def _columns(scene: Scene, text: str, of: str) -> set[str]:
    """What shows of this case; of another case nothing may."""
    shown = scene.registry.found_in(text)
    shown += [f"{of}: {HOME}"] if home(HOMES[of.split()[1]]).address in text else []
    code = of.partition(" ")[0]
    assert [one for one in shown if not one.startswith(f"{code} ")] == []
    return {one.partition(": ")[2] for one in shown if one.startswith(f"{of}: ")}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("profile", PARTNERS)
def test_a_partner_receives_exactly_what_the_table_says(
    scene: Scene, profile: str, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    extra = RELEASED[profile] if way == "everything" else set()

    assert _received(scene, profile, way) == ALWAYS | extra
    assert scene.registry.found_in(caplog.text) == []


def test_the_mails_and_the_broker_carry_no_mark_at_all(scene: Scene) -> None:
    told: list[Any] = []
    with transaction.atomic():
        Relay(send=lambda *what: told.append(what)).look({"deliver", "notices"})
        for referral in scene.referrals.values():
            delivering.deliver(work_id=referral.pk, at=timezone.now())
        for notice in outbox.waiting():
            outbox.send(work_id=notice.pk, at=timezone.now())
        said = "".join(f"{one.subject} {one.body} {one.extra_headers}" for one in mail.outbox)
        transaction.set_rollback(True)

    assert len(told) >= len(scene.referrals)
    assert mail.outbox
    # Where a mail goes and what its link opens, are its own.
    assert [one for one in scene.registry.found_in(said) if "notices.Notice." not in one] == []
    assert scene.registry.found_in(repr(told)) == []


def test_a_covenant_that_ended_leaves_nothing(scene: Scene) -> None:
    for profile, code in PARTNERS.items():
        referral = scene.referrals[profile, "everything"]
        if profile == Profile.INTERNAL:
            continue
        with transaction.atomic():
            Referral.objects.filter(pk=referral.pk).update(ground="covenant")
            Covenant.objects.filter(partner__code=code).update(ends_on=date(2026, 11, 1))
            client = Client()
            client.force_login(scene.users[profile])
            assert client.get(reverse("partner_referral", args=[referral.pk])).status_code == 404
            queue = _text(client.get(reverse("partner_queue")))
            transaction.set_rollback(True)
        assert [one for one in scene.registry.found_in(queue) if one.startswith(f"{code} everything")] == []
