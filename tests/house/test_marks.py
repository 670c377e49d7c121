"""Nothing of a case out of scope shows anywhere: marks in every column, looked for on every page; and each page is the same
with such cases as without them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from incidents.handling import digest
from incidents.models import Case, Conflict, Evidence, PreventiveSignal
from incidents.search import asking, finding
from partners.models import Referral, Reveal
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from safetyportal.clock.models import Deadline
from safetyportal.clock.urgency import Urgency
from safetyportal.desk.filters import HOLDERS
from safetyportal.desk.lists import LISTS
from safetyportal.desk.orders import ORDERS
from safetyportal.notices import outbox
from safetyportal.notices.models import Alarm, Notice
from safetyportal.policy.actions import ACTIONS, OPEN_SIDES, Rule, Side
from safetyportal.policy.gate import allows
from tests.house import marking
from tests.house.hidden import everything, found_by_its_words
from tests.house.marking import YEARS, Registry
from tests.house.test_strangers import TABLE, Stage, set_stage
from tests.house.urls import walk
from tests.incidents import parties as people
from tests.incidents.pdf_text import text_of
from tests.world import NOON, person

# Staff who may not see one of the hidden cases, each for another reason; and everybody else who comes in.
STAFF = {"staff": "noord@", "lead": "teamleider@", "triage": "triage@", "restricted": "beschermd@"}
OTHERS = {
    "partner": "boa@", "partner_admin": "wijkagent-noord@", "desk": "wijkbeheer@", "functional": "beheer@",
    "sysadmin": "systeem@", "privacy": "privacy@",
}  # fmt: skip
NO_ACCOUNT = ("anonymous", "reporter", "other_reporter", "accused")
READERS = (*STAFF, *OTHERS, *NO_ACCOUNT)
# Whoever says that they know somebody in a case, sees which case that was; and who looks after that sees it of others.
OF_CONFLICTS = {"own_conflicts", "conflict_list"}
# How many mails wait and which partners were not reached, of all cases: the number of one only for who may see it.
OF_DELIVERY = {"routing_deliveries"}
# How much a partner has open, of all cases: it stands in the way of letting that partner stop.
OF_PARTNERS = {"partner_list", "partner_page"}
# The second pair of eyes, of every case (tests/partners/test_revealing.py).
OF_THE_PRIVACY_OFFICER = {("privacy", "reveal_list")}
CHANGES = re.compile(
    r'name="(?:form_key|csrfmiddlewaretoken)" value="[^"]*"|nonce[-="][^" ]*|data-csrf="[^"]*"|"csrf[^,]*'
)
Page = tuple[int, str, str]
SHOWN_TO_THE_TEAM = {
    f"incidents.{one}"
    for one in (
        "Case.severity_parts", "Case.severity_reason", "CaseTask.what", "LadderStep.agreed", "LadderStep.reason",
        "LadderStep.refusal", "LadderStep.outcome_text", "Letter.body", "Letter.heading", "Letter.to_name", "Party.name",
        "Plan.support", "Report.story", "Report.place_text", "TimelineEntry.text", "TimelineEntry.by_label", "Translation.text",
    )
} | {f"partners.{one}" for one in ("Question.text", "Referral.summary", "Referral.why", "RoutingDecision.rule_name")}  # fmt: skip
pytestmark = pytest.mark.django_db


@dataclass
class Scene:
    stage: Stage
    registry: Registry
    before: dict[tuple[str, str], Page]
    hidden: dict[str, Case] = field(default_factory=dict)
    old: dict[str, Case] = field(default_factory=dict)

    @property
    def cases(self) -> list[Case]:
        return [*self.hidden.values(), *self.old.values()]


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    """Built once; nothing of it is kept."""
    with django_db_blocker.unblock(), time_machine.travel(NOON, tick=False), transaction.atomic():
        yield _scene()
        transaction.set_rollback(True)


def _scene() -> Scene:
    stage = set_stage()
    base = Case.objects.get(number=stage.urls["case"]["number"])
    stage.clients = {name: client for name, client in stage.clients.items() if name in READERS}
    for name, email in {**STAFF, **OTHERS}.items():
        stage.clients[name] = Client()
        stage.clients[name].force_login(person(email))
    _party, stage.clients["accused"] = people.at_own_page(base)
    found = Scene(stage, Registry(), before={})
    found.before = dict(_walk(found, own_addresses(stage)))
    for name in ("of another team", "protected", "with a conflict"):
        found.hidden[name] = _hide(name, found, leave=True)
    for name in ("of another team", "protected", "with a conflict"):
        found.old[name] = _hide(name, found, leave=False)
    return found


def _hide(name: str, scene: Scene, *, leave: bool) -> Case:
    """One that looks like the case a reader may open, by the same reporter (`leave`); and one that is long ago."""
    had = list(Notice.objects.values_list("pk", flat=True))
    case = everything(by=person("noord2@"), partner="politie-zuid", of=person("noord@"), photo=leave)
    kept_out = {
        "of another team": ["triage@"], "protected": ["beschermd@"], "with a conflict": ["noord@", "teamleider@", "triage@"],
    }[name]  # fmt: skip
    if name == "of another team":
        Case.objects.filter(pk=case.pk).update(team=person("zuid@").role_grants.get(role=Role.HANDLER).team)
    if name == "protected":
        Case.objects.filter(pk=case.pk).update(restricted=True)
        # Triage hears that something is wrong with one, and nothing of it (test_an_alarm_about_a_protected_case).
        Alarm.objects.filter(subject=case.number).delete()
    for email in kept_out:
        Conflict.objects.create(
            case=case, person=person(email), sort="near", stated_by=person(email), stated_at=timezone.now()
        )
    rows = marking.rows_of(case, since=had)
    same = {f"incidents.ReporterIdentity.{one}" for one in ("name", "phone", "email")}
    marking.mark(rows, name=name, registry=scene.registry, leave=frozenset(same if leave else ()))
    case = Case.objects.get(pk=case.pk)
    found_by_its_words(case)
    if not leave:
        marking.age(marking.rows_of(case, since=had))
    return case


# Where each reader goes


def own_addresses(stage: Stage) -> Callable[[str], list[tuple[str, str]]]:
    """Every GET address with what stands on the stage, and the lists in every way they can be asked for."""
    plain = []
    for name, method, what in TABLE:
        if method == "GET":
            arguments = dict(stage.urls[what])
            if what == "draft of another" and name != "report_step":
                arguments.pop("step")
            plain.append((name, reverse(name, kwargs=arguments)))
    lists = [("staff_inbox", f"{reverse('staff_inbox')}?{query}") for query in _queries()]
    since = f"{reverse('inbox_new_since')}?since={int((NOON.timestamp() - 86400) * 1_000_000)}"
    settled = [("signal_list", f"{reverse('signal_list')}?state=settled"), ("inbox_new_since", since)]
    # Who sees one team and who sees all; a lead reads as the first, who works with protected cases as the second.
    wide = {"staff": lists, "triage": lists, "lead": lists[::4], "restricted": lists[1::4]}
    return lambda reader: plain + (wide[reader] + settled if reader in STAFF else [])


def _queries() -> list[str]:
    """Each list in its own order, and the other ways to choose and to order."""
    found = [f"list={one}" for one in LISTS] + [f"sort={order}" for order in ORDERS]
    found += [f"holder={one}" for one in HOLDERS] + [
        f"urgency={Urgency.values[1]}&group=DRU",
        "list=late&sort=severity",
    ]
    return found


def _walk(
    scene: Scene, where: Callable[[str], list[tuple[str, str]]]
) -> Iterator[tuple[tuple[str, str], Page]]:
    rules = {one.name: one.callback.policy_rule for one in walk(get_resolver().url_patterns)}
    for reader, client in scene.stage.clients.items():
        email = {**STAFF, **OTHERS}.get(reader)
        who = person(email) if email else None
        for name, address in where(reader):
            if _is_a_door(rules[name], reader, who):
                yield (reader, address), _read(client, address)


def _is_a_door(rule: Rule, reader: str, who: User | None) -> bool:
    """What is anybody's is read by somebody without an account, and what is one's own account by one person."""
    if rule.side in OPEN_SIDES:
        sides = {"anonymous": Side.PUBLIC, "accused": Side.ACCUSED}
        return who is None and rule.side == sides.get(reader, Side.REPORTER)
    if rule == ACTIONS["account.use"]:
        return reader == "staff"
    return who is not None and allows(rule, who)


def _read(client: Client, address: str) -> Page:
    cookies = copy(client.cookies)
    with transaction.atomic():
        answer = client.get(address)
        text = _text(answer)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer.status_code, answer.headers.get("Location", ""), CHANGES.sub("", text)


def _text(answer: HttpResponseBase) -> str:
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    if answer.headers.get("Content-Type", "") == "application/pdf":
        return text_of(body)
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{heads}\n{body.decode(errors='replace')}"


# What it must not show


def test_no_page_shows_a_mark_or_counts_along(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    shown, changed = {}, []
    for at, page in _walk(scene, _opened_before(scene)):
        if marks := scene.registry.found_in(page[2]) or YEARS.findall(page[2]):
            shown[at] = marks
        if page != scene.before[at]:
            changed.append((at, _difference(scene.before[at], page)))

    assert shown == {}
    assert changed == []
    assert scene.registry.found_in(caplog.text) == []


def _opened_before(scene: Scene) -> Callable[[str], list[tuple[str, str]]]:
    own = own_addresses(scene.stage)
    opened = {at for at, page in scene.before.items() if page[0] == 200}
    return lambda reader: [
        (name, address)
        for name, address in own(reader)
        if (reader, address) in opened
        and name not in OF_CONFLICTS | OF_DELIVERY | OF_PARTNERS
        and (reader, name) not in OF_THE_PRIVACY_OFFICER
    ]


def _difference(one: Page, other: Page) -> list[str]:
    lines = [set(page[2].splitlines()) for page in (one, other)]
    return [*sorted(lines[0] - lines[1])[:3], "now:", *sorted(lines[1] - lines[0])[:6]]


def test_everything_that_hangs_on_a_case_is_marked(scene: Scene) -> None:
    """A new table: give it a row in hidden.everything. A new column: it is marked by itself, or cannot be and says why in
    marking.KEPT. A new way to point at a case: add it to marking.LOOSE.
    """
    rows = [marking.rows_of(case) for case in scene.hidden.values()]
    columns = {marking.column(model, one) for model in marking.hanging() for one in marking.markable(model)}
    pointers = {
        model
        for model in marking.models_of_ours()
        for one in model._meta.concrete_fields
        if marking.POINTS_LOOSELY.search(one.name) and not one.is_relation
    }

    missing = [one for one in marking.hanging() if not any(found.get(one) for found in rows)]
    assert [model for model in missing if marking.markable(model)] == []
    assert columns - scene.registry.columns == set()
    assert {model._meta.label for model in pointers - set(marking.LOOSE)} == marking.POINTS_ELSEWHERE


# The addresses of a hidden case itself


def _addresses_of(case: Case, *, method: str = "GET", under: str = "") -> list[tuple[str, str]]:
    """Every address with what belongs to this case in it; a new sort of address says here what it needs. `under`: with the
    number of another case, those that have something besides.
    """
    report = case.reports.get()
    party = case.parties.get(role="accused")
    referral = Referral.objects.get(case=case, state="asked")
    photo = Evidence.objects.filter(report=report).first()
    parts = {
        "number": {"case": case.number, "entry_receipt": report.number},
        "pk": {
            "case_task": case.tasks.filter(is_personal=False).get().pk,
            "case_letter": case.letters.filter(sent_at=None).get().pk,
            "question_page": referral.questions.get(answered_at=None).pk,
            "reveal": referral.reveals.get(state="asked").pk,
        },
        "about": {"reporter_settle": f"complaint.{report.number}"},
        "report": {"": report.number},
        "what": {"case_translate": report.number},
        "party_id": {"": party.pk},
        "referral_id": {"": referral.pk, "proposal": Referral.objects.get(case=case, state="proposed").pk},
        "signal_id": {"": PreventiveSignal.objects.get(case=case).pk},
        "evidence_id": {"": photo.pk if photo else uuid4()},
        "attachment_id": {"": _attachment(referral)},
        "step_id": {"": case.steps.get(state="proposed").pk},
    }
    if under:
        parts["number"] = {
            "case": under,
            "party": under,
            "ladder": under,
            "reporter_settle": under,
            "reporter_letter": under,
        }
        parts["verb"] = {"party_act": "verklaring"}
    found = []
    for one in walk(get_resolver().url_patterns):
        needed = one.pattern.converters
        if method not in one.callback.policy_rule.methods or not needed or set(needed) - set(parts):
            continue
        said = {name: _part(parts[name], one.name) for name in needed}
        if None not in said.values() and (not under or {"number"} < set(needed)):
            found.append((one.name, reverse(one.name, kwargs=said)))
    return found


def _attachment(referral: Referral) -> Any:
    found = referral.attachments.filter(ended_at=None).first()
    return found.pk if found else uuid4()


def _part(known: dict[str, Any], url: str) -> Any:
    return next((part for begin, part in sorted(known.items(), reverse=True) if url.startswith(begin)), None)


# What no address of a case is made of: drafts, accounts, people, settings.
NOT_OF_A_CASE = {
    "paper_id",
    "draft_id", "step", "token", "version", "name", "code", "key", "absence_pk", "grant", "slug", "verb",
}  # fmt: skip


def test_each_sort_of_address_is_known() -> None:
    known = {
        "number",
        "pk",
        "about",
        "report",
        "what",
        "party_id",
        "referral_id",
        "signal_id",
        "evidence_id",
        "attachment_id",
        "step_id",
    }
    needed = {name for one in walk(get_resolver().url_patterns) for name in one.pattern.converters}

    assert needed - known == NOT_OF_A_CASE


def test_the_addresses_of_a_hidden_case_are_not_there(scene: Scene) -> None:
    """Each reader tries one that is hidden from them."""
    hidden = {"lead": "with a conflict", "triage": "protected", "restricted": "protected"}
    opened, shown = [], {}
    asked = Reveal.objects.get(referral__case=scene.hidden["of another team"], state="asked")
    decided = {("privacy", reverse("reveal_decide", args=[asked.pk]))}
    for at, (status, _to, text) in _walk(
        scene, lambda reader: _addresses_of(scene.hidden[hidden.get(reader, "of another team")])
    ):
        if at in decided:
            continue
        if status not in (302, 403, 404):
            opened.append((at, status))
        # The number that was asked for may come back in the answer.
        if marks := [one for one in scene.registry.found_in(text) if not one.endswith(".number")]:
            shown[at] = marks

    assert opened == []
    assert shown == {}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_belongs_to_a_hidden_case_is_not_there_under_a_case_of_mine(scene: Scene, method: str) -> None:
    mine, client = str(scene.stage.urls["case"]["number"]), scene.stage.clients["staff"]
    addresses = _addresses_of(scene.hidden["of another team"], method=method, under=mine)
    answers = {}
    for name, address in addresses:
        with transaction.atomic():
            answer = client.generic(method, address)
            answers[name] = (
                answer.status_code,
                scene.registry.found_in(answer.content.decode(errors="replace")),
            )
            transaction.set_rollback(True)

    assert len(answers) >= 8
    leads_back = {
        "reporter_settle"
    }  # to the case that was asked for: what is not there is dealt with already
    found = {
        name: (code, [one for one in shown if not one.endswith(".number")])
        for name, (code, shown) in answers.items()
    }
    assert {
        name: said for name, said in found.items() if said[1] or said[0] not in (403, 404)
    }.keys() <= leads_back


def test_who_may_see_the_case_does_see_its_marks(scene: Scene) -> None:
    """Or the others would prove nothing."""
    case, client = scene.hidden["with a conflict"], Client()
    client.force_login(_newcomer())
    text = "".join(_read(client, address)[2] for _name, address in _addresses_of(case))
    seen = {one.partition(": ")[2] for one in scene.registry.found_in(text)}

    assert seen >= SHOWN_TO_THE_TEAM


def _newcomer() -> User:
    """Of the team of the case, and with nothing against it."""
    who = User.objects.create_user(email="nieuw@example.nl", name="Nienke Nieuwkomer", audience="staff")
    lead = person("teamleider@").role_grants.get(role=Role.LEAD)
    RoleGrant.objects.create(user=who, role=Role.HANDLER, team=lead.team)
    return who


# Search


def test_no_search_finds_a_hidden_case(scene: Scene) -> None:
    """By any mark, by how it begins, by number, and by what a case that may be found has too."""
    hidden, found = {case.pk for case in scene.cases}, []
    like = ["Aisha Bouzian", "06-00001234", "aisha@example.nl", "trap", "Esdoornlaan 2", "De Esdoorn"]
    for (name, case), email in zip(scene.hidden.items(), ("noord@", "triage@", "teamleider@"), strict=True):
        who = person(email)
        marks = [mark for mark, where in scene.registry.where.items() if where.startswith(f"{name}:")]
        some = marks if email == "noord@" else marks[::3]
        for typed in [*some, *(mark[:6] for mark in marks[::10]), *like]:
            asked = asking.read(typed)
            if (
                hidden
                & set(finding.find(mine=Case.objects.for_(who, "case.search"), actor=who, asked=asked).ids)
                or _by_number(who, asked) in hidden
            ):
                found.append((email, typed, scene.registry.where.get(typed), case.number))

    assert found == []


def _by_number(who: User, asked: asking.Asked) -> int | None:
    case = finding.by_number(actor=who, asked=asked)
    return case.pk if case else None


@pytest.mark.parametrize("reader", STAFF)
def test_the_page_of_a_search_shows_and_counts_no_hidden_case(scene: Scene, reader: str) -> None:
    client = scene.stage.clients[reader]
    for typed in ("Bouzian", "06-00001234", "aisha@example.nl", "Esdoornlaan", scene.cases[0].number[:6]):
        page = client.post(reverse("staff_search"), {"words": typed}, follow=True).content.decode()
        numbers = set(re.findall("Z-[0-9A-Z]{4}-[0-9A-Z]{4}", page))
        counted = re.search(r"(\d+) zaak|(\d+) zaken gevonden", page)

        assert numbers.isdisjoint(case.number for case in scene.cases)
        assert int(counted[1] or counted[2]) == len(numbers) if counted else not numbers


# Mails


def test_the_morning_mail_counts_no_hidden_case_and_no_mail_says_anything(scene: Scene) -> None:
    """The hidden cases were held by who reads it, had tasks of theirs, and are late."""
    hidden = [str(case.pk) for case in scene.cases]
    for email in STAFF.values():
        who = person(email)
        with_them = digest.count(user=who, covered=set(), at=timezone.now())
        Deadline.objects.filter(subject_id__in=hidden).update(met_at=timezone.now(), paused_since=None)
        assert digest.count(user=who, covered=set(), at=timezone.now()) == with_them

    for notice in outbox.waiting():
        outbox.send(work_id=notice.pk, at=timezone.now())
    said = "".join(f"{one.subject} {one.body}" for one in mail.outbox)
    # Where a mail goes and what its link opens, are its own.
    shown = [one for one in scene.registry.found_in(said) if "notices.Notice." not in one]
    assert mail.outbox and shown == []
