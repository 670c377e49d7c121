"""A partner whose mail server takes half a minute for each mail: nobody else notices, and it gets its mails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.faults.handing_out import HandingOut, address
from tests.faults.oracle import assert_invariants
from tests.journeys.processes import Portal, wait_until
from tests.mail_server import MailServer

SLOW, USUAL = 30.0, 0.5  # seconds that a server takes for a mail
PARTNERS = {"traag": "care", "buurzorg": "care", "wijkagent": "police", "gemeente": "municipality"}
OTHERS = [code for code in PARTNERS if code != "traag"]
TURNS = ("quiet", "slow", "slow", "quiet")
EACH, PACE, PILE = 10, 0.8, 30
MOST = 1.2
SENT = """
SELECT extract(epoch FROM notice.sent_at - referral.released_at)::float
FROM partners_referral AS referral JOIN notices_notice AS notice ON notice.about = referral.id::text
WHERE notice.lane = ANY(%s) AND notice.sent_at IS NOT NULL AND referral.released_at >= %s
"""
WAITS = "SELECT count(*) FROM notices_notice WHERE lane = ANY(%s) AND sent_at IS NULL"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer(usual=USUAL) as server:
        yield server


@contextmanager
def mailing_through(portal: Portal, server: MailServer) -> Iterator[None]:
    before = dict(portal.mailer.environment)
    portal.mailer.environment["EMAIL_URL"] = server.url
    start_anew(portal)
    try:
        yield
    finally:
        portal.mailer.environment = before
        start_anew(portal)


def start_anew(portal: Portal) -> None:
    portal.mailer.stop()
    starts = readies(portal)
    portal.mailer.start()
    wait_until(lambda: readies(portal) > starts, 120, lambda: portal.last_words("mailer"))


def readies(portal: Portal) -> int:
    return portal.mailer.log.read_text(errors="replace").count(" ready.")


def test_a_slow_partner_leaves_the_others_as_quick_as_they_were(portal: Portal, server: MailServer) -> None:
    took: dict[str, list[float]] = {"quiet": [], "slow": []}
    cases = len(TURNS) * EACH + 2 * PILE
    with mailing_through(portal, server), HandingOut(portal, PARTNERS, cases) as out:
        for turn in TURNS:
            if turn == "slow":
                make_slow(portal, server, out)
            (since,) = portal.query("SELECT clock_timestamp()")[0]
            out.release(OTHERS, EACH, pace=PACE)
            wait_until(lambda since=since: len(sent(portal, OTHERS, since)) == EACH * len(OTHERS), 60)
            took[turn] += sent(portal, OTHERS, since)
            if turn == "slow":
                assert server.under_way == [address("traag")], "the slow one was not slow meanwhile"
                make_quick(portal, server)

    quiet, slow = p95(took["quiet"]), p95(took["slow"])
    print(f"p95 {quiet:.2f} s, beside a slow partner {slow:.2f} s: {slow / quiet:.2f}")
    assert slow <= MOST * quiet, (sorted(took["quiet"]), sorted(took["slow"]))
    delivered = [found for found, _when in server.taken]
    assert [delivered.count(address(code)) for code in OTHERS] == [len(TURNS) * EACH] * len(OTHERS)
    assert server.most_at_once[address("traag")] == 1


def test_a_partner_that_takes_half_a_minute_gets_its_mail_once(portal: Portal, server: MailServer) -> None:
    server.seconds[address("langzaam")] = SLOW
    with mailing_through(portal, server), HandingOut(portal, {"langzaam": "welfare"}, cases=1) as out:
        out.release(["langzaam"], 1)
        (took,) = wait_until(lambda: sent(portal, ["langzaam"], "2026-01-01"), SLOW + 30)

    assert SLOW <= took < SLOW + 10
    assert [found for found, _when in server.taken] == [address("langzaam")]
    assert_invariants(portal)


def sent(portal: Portal, codes: list[str], since: Any) -> list[float]:
    """Seconds from release to the moment that the mail server had taken the mail, of what was released since."""
    return [seconds for (seconds,) in portal.query(SENT, codes, since)]


def make_slow(portal: Portal, server: MailServer, out: HandingOut) -> None:
    """A pile for the slow partner, larger than there are hands, of which the first is under way."""
    server.seconds[address("traag")] = SLOW
    out.release(["traag"], PILE)
    wait_until(lambda: address("traag") in server.under_way, 15)


def make_quick(portal: Portal, server: MailServer) -> None:
    """What waits for it is not needed any more, and what is under way is let through."""
    portal.query(
        "DELETE FROM notices_notice WHERE lane = 'traag' AND sent_at IS NULL AND leased_until IS NULL"
    )
    server.seconds.clear()
    server.hurry()
    wait_until(lambda: portal.query(WAITS, ["traag"])[0][0] == 0, 30)


def p95(seconds: list[float]) -> float:
    assert seconds
    return sorted(seconds)[len(seconds) * 95 // 100]
