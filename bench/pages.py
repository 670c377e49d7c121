"""The pages whose speed is measured, as a list: whose, and at which address. A new list or search is a line here.

python -m bench.pages       on the database of DATABASE_URL, filled by bench.fill: for each page a line of JSON with its
                            address, the cookie of who looks, statements, blocks of the database that were looked at, and milliseconds of planning
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

PEOPLE = {
    "triage": "triage1",
    "handler": "medewerker1",
    "lead": "leiding1",
    "police": "pol1-1",
    "desk": "afdeling-tech",
}
READS = ("SELECT", "WITH RECURSIVE")
MANY = 2_000  # blocks that a statement may look at before --explain shows its plan
LONG = 20.0  # or milliseconds of planning


@dataclass(frozen=True)
class Page:
    """`aim` names the target of speed.md. `like` is the page whose last page this is."""

    name: str
    who: str
    address: str | Callable[[], str]
    aim: str = "list"
    like: str = ""


@dataclass(frozen=True)
class Ready:
    """A page as it can be asked for, and what it asked of the database.

    Blocks of 8 kB that were looked at tell growth apart from how busy the machine is.
    """

    name: str
    who: str
    path: str
    cookie: str
    aim: str
    like: str
    statements: int
    blocks: int
    planning: float
    size: int


def _last_of(person: str, **chosen: str) -> Callable[[], str]:
    """The last page of the work list: what a walk through all of them would end at."""

    def find() -> str:
        from django.urls import reverse
        from django.utils import timezone

        from safetyportal.desk import filters, inbox

        order = filters.order_of(chosen)
        rows = filters.cases(actor=_user(person), chosen=chosen, at=timezone.now())
        backwards = rows.alias(**order.worked_out).order_by(*(f"-{name}" for name in order.keys))
        end = list(backwards.values(*order.keys)[: inbox.PAGE_SIZE + 1])
        query = "".join(f"&{name}={value}" for name, value in chosen.items())
        return f"{reverse('staff_inbox')}?after={order.show(end[-1])}{query}"

    return find


def _case(page: str) -> Callable[[], str]:
    """A case with several reports and a long timeline, of this person's own team."""

    def find() -> str:
        from django.db.models import Count
        from django.urls import reverse

        from incidents.models import Case

        mine = Case.objects.for_(_user("handler"), "case.read").open().order_by("-pk")[:200]
        busiest = Case.objects.filter(pk__in=list(mine.values_list("pk", flat=True)))
        return reverse(page, args=[busiest.annotate(n=Count("timeline")).latest("n", "pk").number])

    return find


def _complex() -> str:
    from incidents.models import Case

    newest = Case.objects.open().exclude(complex=None).select_related("complex").latest("pk")
    return f"/werk/?complex={newest.complex.code}"


LISTS = (
    "today", "new", "late", "reporter", "accused", "silent", "proposal", "question", "partner", "hearing", "letters", "review", "unrouted", "reopen",
)  # fmt: skip
ORDERS = ("oldest", "term", "severity", "contact")
INBOX = {
    "urgency 1": "urgency=U1",
    "urgency 4": "urgency=U4",
    "noise": "group=GEL",
    "of one group that is rare": "group=OVE",
    "mine": "holder=me",
    "nobody's": "holder=nobody",
    "nobody's and too late": "holder=nobody&list=late",
    **{f"list {code}": f"list={code}" for code in LISTS},
    **{f"in order of {code}": f"sort={code}" for code in ORDERS},
}
PAGES: tuple[Page, ...] = (
    Page("work list", "triage", "/werk/", "P5"),
    Page("work list", "handler", "/werk/", "P5"),
    Page("work list", "lead", "/werk/", "P5"),
    Page("work list, last page", "triage", _last_of("triage"), like="work list"),
    *(
        Page(f"work list, {name}", who, f"/werk/?{query}")
        for who in ("triage", "handler")
        for name, query in INBOX.items()
    ),
    Page("work list, one complex", "triage", _complex),
    Page("queue of a partner", "police", "/partner/", "P6"),
    Page("queue of a desk", "desk", "/partner/", "P6"),
    Page("case page", "handler", _case("case_page"), "P6"),
    Page("case page, working together", "handler", _case("case_sharing")),
    Page("reporter's page", "reporter", "/volgen/melding/", "P6"),
    Page("routing overview", "triage", "/werk/routering/"),
)


def _user(person: str) -> Any:
    from safetyportal.accounts.models import User

    return User.objects.get(email=f"{PEOPLE[person]}@vulling.example.nl")


def _clients() -> dict[str, Any]:
    """Everybody signed in; the reporter has opened the newest report."""
    from django.test import Client
    from django.utils import timezone

    from incidents.following import reporter_session
    from incidents.models import Report

    found = {}
    for person in PEOPLE:
        found[person] = Client(HTTP_HOST="localhost")
        found[person].force_login(_user(person))
    reporter = found["reporter"] = Client(HTTP_HOST="localhost")
    session = reporter.session
    reporter_session.begin(session=session, report_id=Report.objects.latest("case_id").pk, at=timezone.now())
    session.save()
    reporter.cookies["portal"] = session.session_key
    return found


def ready(page: Page, client: Any, *, explain: bool) -> Ready:
    """Asked once before it is counted, so that nothing is asked for the first time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    path = page.address if isinstance(page.address, str) else page.address()
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200, (page.name, path, answer.status_code)
    found = [one["sql"] for one in asked]
    plans = [(one, _plan(one)) for one in found if one.lstrip("(\n").startswith(READS)]
    for statement, plan in plans:
        if explain and (_blocks(plan) > MANY or plan["Planning Time"] > LONG):
            _show(page, statement, plan)
    return Ready(
        name=page.name, who=page.who, path=path, cookie=client.cookies["portal"].value, aim=page.aim, like=page.like,
        statements=len(found), blocks=sum(_blocks(plan) for _, plan in plans),
        planning=sum(plan["Planning Time"] for _, plan in plans), size=len(answer.content),
    )  # fmt: skip


def _plan(statement: str) -> dict[str, Any]:
    """What PostgreSQL does for a statement that was asked; of three times the one that was planned fastest."""
    from django.db import connection

    words = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + statement.replace("%", "%%")
    plans = []
    with connection.cursor() as cursor:
        for _ in range(3):
            cursor.execute(words, [])
            plans += cursor.fetchone()[0]
    return min(plans, key=lambda plan: plan["Planning Time"])


def _blocks(plan: dict[str, Any]) -> int:
    return plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]


def _show(page: Page, statement: str, plan: dict[str, Any]) -> None:
    from django.db import connection

    told = f"{_blocks(plan)} blocks, planned in {plan['Planning Time']:.1f} ms, done in {plan['Execution Time']:.1f} ms"
    print(f"\n-- {page.name} ({page.who}): {told}\n{statement}", file=sys.stderr)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + statement.replace("%", "%%"), [])
        print("\n".join(row[0] for row in cursor.fetchall()), file=sys.stderr, flush=True)


def main(*, explain: bool) -> None:
    import django

    django.setup()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    clients = _clients()
    for page in PAGES:
        print(json.dumps(asdict(ready(page, clients[page.who], explain=explain))), flush=True)


if __name__ == "__main__":
    main(explain="--explain" in sys.argv)
