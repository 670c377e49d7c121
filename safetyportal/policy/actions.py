"""What may be done, by whom, on which rows, and whether it is written down. Pure data, default deny.

A view names its action with @action(name); PolicyMiddleware refuses every view that names none. The scope is the
name of a queryset method `scope_<name>` of the noun in front of the dot (policy.scopes); tests/house proves each exists.
Source of the table: role by action matrix of the design (docs/authz.md). Nobody bypasses it: there is no superuser.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safetyportal.accounts.roles import Role


class Side(StrEnum):
    """For whom a page is: anybody, a reporter or an accused with a code, or signed-in staff, partners or both."""

    PUBLIC = "public"
    REPORTER = "reporter"
    ACCUSED = "accused"
    STAFF = "staff"
    PARTNER = "partner"
    SIGNED_IN = "signed_in"


# Without an account: whose page it is, the session says.
OPEN_SIDES = frozenset({Side.PUBLIC, Side.REPORTER, Side.ACCUSED})


@dataclass(frozen=True)
class Rule:
    side: Side
    roles: frozenset[Role] = frozenset()
    scope: str = ""
    audit: bool = False
    methods: frozenset[str] = frozenset({"GET", "HEAD"})
    files: bool = False  # whether files may come with its forms (safetyportal.uploads)


READ = frozenset({"GET", "HEAD"})
WRITE = frozenset({"POST"})
BOTH = READ | WRITE

CASEWORK = frozenset({Role.HANDLER, Role.LEAD, Role.TRIAGE, Role.RESTRICTED})
QUEUE = frozenset({Role.PARTNER, Role.PARTNER_ADMIN, Role.DESK, Role.TRIAGE, Role.RESTRICTED})

# Whoever hears of something: by telephone, at the counter, in somebody's home.
HEARING = CASEWORK | {Role.DESK}
# Who sees something in a building passes it on; who works for its team looks it through.
SIFTING = frozenset({Role.HANDLER, Role.LEAD, Role.TRIAGE})
SEEING = SIFTING | {Role.DESK}

PEOPLE = frozenset({Role.SYSADMIN, Role.LEAD})
SETTERS = frozenset({Role.FUNCTIONAL, Role.PRIVACY})
SETUP = frozenset({Role.FUNCTIONAL, Role.SYSADMIN})
# Who keeps an eye on how reports find their way.
WATCHING = frozenset({Role.LEAD, Role.TRIAGE, Role.FUNCTIONAL, Role.SYSADMIN})
# Who may come across somebody they know, and who hears of it.
INVOLVED = CASEWORK | {Role.DESK, Role.PRIVACY}
OVERSEERS = frozenset({Role.LEAD, Role.PRIVACY})
ROSTER = frozenset({Role.LEAD, Role.FUNCTIONAL})


def _case(audit: bool = False, methods: frozenset[str] = WRITE) -> Rule:
    return Rule(Side.STAFF, CASEWORK, scope="own_cases", audit=audit, methods=methods)


def _members(scope: str, methods: frozenset[str] = BOTH, audit: bool = True) -> Rule:
    return Rule(Side.PARTNER, frozenset({Role.PARTNER_ADMIN}), scope=scope, audit=audit, methods=methods)


def _desks(scope: str, methods: frozenset[str] = BOTH, audit: bool = True) -> Rule:
    return Rule(Side.STAFF, frozenset({Role.SYSADMIN}), scope=scope, audit=audit, methods=methods)


def _referral(audit: bool = False, methods: frozenset[str] = WRITE) -> Rule:
    return Rule(Side.SIGNED_IN, QUEUE, scope="own_queue", audit=audit, methods=methods)


ACTIONS: dict[str, Rule] = {
    # anybody
    "public.read": Rule(Side.PUBLIC),
    "public.write": Rule(Side.PUBLIC, methods=BOTH),
    "report.file": Rule(Side.PUBLIC, methods=BOTH),
    "report.add_file": Rule(Side.PUBLIC, methods=BOTH, files=True),
    "report.enter": Rule(Side.PUBLIC, methods=BOTH),
    # a reporter with number and code
    "report.follow": Rule(Side.REPORTER, scope="own_report"),
    "report.write": Rule(Side.REPORTER, scope="own_report", methods=BOTH, files=True),
    "report.leave": Rule(Side.REPORTER, methods=WRITE),
    # somebody who was reported about, with number and code of a letter
    "reply.enter": Rule(Side.PUBLIC, methods=BOTH),
    "reply.read": Rule(Side.ACCUSED, scope="own_reply"),
    "reply.write": Rule(Side.ACCUSED, scope="own_reply", methods=BOTH),
    "reply.leave": Rule(Side.ACCUSED, methods=WRITE),
    # whoever signed in
    "account.use": Rule(Side.SIGNED_IN, frozenset(Role), methods=BOTH),
    "account.away": Rule(Side.STAFF, CASEWORK, audit=True, methods=BOTH),
    "account.mails": Rule(Side.STAFF, CASEWORK, audit=True, methods=BOTH),
    # staff
    "report.enter_for": Rule(Side.STAFF, HEARING, audit=True, methods=BOTH),
    "report.take_mail": Rule(Side.STAFF, HEARING, methods=BOTH, files=True),
    "report.entered": Rule(Side.STAFF, HEARING, scope="entered_by_me", audit=True),
    # what a colleague saw, without a case
    "signal.give": Rule(Side.STAFF, SEEING, scope="given_by_me", audit=True, methods=BOTH, files=True),
    "signal.list": Rule(Side.STAFF, SIFTING, scope="own_complexes"),
    "signal.read": Rule(Side.STAFF, SIFTING, scope="own_complexes", audit=True),
    "signal.settle": Rule(Side.STAFF, SIFTING, scope="own_complexes", audit=True, methods=WRITE),
    "case.list": Rule(Side.STAFF, CASEWORK, scope="listed_cases"),
    "worklist.keep": Rule(Side.STAFF, CASEWORK, scope="own_lists", methods=BOTH),
    # Posts, so that no name is in an address.
    "case.search": Rule(Side.STAFF, CASEWORK, scope="listed_cases", audit=True, methods=BOTH),
    "case.read": _case(audit=True, methods=READ),
    "evidence.read": _case(audit=True, methods=READ),
    # With all that a camera writes beside the picture: where it was, when, whose it is.
    "evidence.original": Rule(
        Side.STAFF, frozenset({Role.LEAD, Role.RESTRICTED}), scope="own_cases", audit=True, methods=WRITE
    ),
    "case.take": _case(),
    "case.add_mail": _case(audit=True),
    "case.note": _case(),
    "case.task": _case(audit=True, methods=BOTH),
    "reporter.ask": _case(),
    "reporter.settle": _case(methods=BOTH),
    "case.mark": _case(),
    "case.advance": _case(),
    "case.close": _case(),
    "case.override": _case(),
    "case.change": _case(audit=True, methods=BOTH),
    "case.hand_over": _case(methods=BOTH),
    "case.approach": _case(),
    "case.approach_list": _case(methods=READ),
    "step.confirm": _case(),
    "case.merge": _case(audit=True, methods=BOTH),
    "case.split": _case(audit=True, methods=BOTH),
    "case.reopen": _case(audit=True, methods=BOTH),
    # Who reported: at once for whoever holds the case, leads its team or works with protected cases; for others with a reason.
    "reporter.read": Rule(Side.STAFF, CASEWORK, scope="contact_cases", audit=True, methods=WRITE),
    "reporter.motive": _case(audit=True, methods=BOTH),
    "case.compose": _case(methods=BOTH),
    "case.translate": _case(audit=True, methods=BOTH),
    "case.speak": _case(methods=BOTH),
    "case.letters": _case(audit=True, methods=READ),
    "case.letter": _case(audit=True, methods=BOTH),
    "case.send_letter": _case(audit=True),
    "reporter.letter": _case(audit=True, methods=BOTH),
    # Whoever lives there, is a party or knows one has nothing to do with a case.
    "case.step_back": _case(audit=True, methods=BOTH),
    # Who looked at what: what a case or a person left in the log.
    "audit.read": Rule(Side.STAFF, frozenset({Role.PRIVACY}), audit=True, methods=BOTH),
    "conflict.own": Rule(Side.STAFF, INVOLVED, scope="own_conflicts", audit=True, methods=BOTH),
    "conflict.manage": Rule(Side.STAFF, OVERSEERS, scope="managed_conflicts", audit=True, methods=BOTH),
    "party.read": _case(audit=True, methods=READ),
    "party.contact": _case(audit=True, methods=WRITE),
    "party.act": _case(audit=True),
    "party.letter": _case(audit=True, methods=BOTH),
    "referral.release": _case(audit=True, methods=BOTH),
    "referral.route": _case(audit=True, methods=BOTH),
    "referral.withdraw": _case(audit=True, methods=BOTH),
    "referral.deliver": _case(audit=True),
    # Single files of the case for one partner, and looking at what it got.
    "referral.attach": _case(audit=True, methods=BOTH),
    # Who reported in confidence, for police or municipality: one asks, a second pair of eyes decides.
    "referral.reveal": _case(audit=True, methods=BOTH),
    "reveal.take_back": _case(audit=True),
    "reveal.list": Rule(Side.STAFF, OVERSEERS, scope="overseen", audit=True),
    "reveal.decide": Rule(Side.STAFF, OVERSEERS, scope="to_decide", audit=True, methods=BOTH),
    "question.answer": _case(audit=True, methods=BOTH),
    # Up to the care-and-safety house or the municipality, and back. Who may say yes, the verb knows.
    "scale.propose": _case(audit=True, methods=BOTH),
    "scale.read": _case(audit=True, methods=READ),
    "scale.confirm": Rule(
        Side.STAFF, frozenset({Role.LEAD, Role.RESTRICTED}), scope="own_cases", audit=True, methods=WRITE
    ),
    "scale.refuse": _case(audit=True),
    "scale.look": _case(audit=True),
    "scale.back": _case(audit=True),
    "routing.overview": Rule(Side.STAFF, WATCHING),
    "routing.deliveries": Rule(Side.STAFF, WATCHING),
    # the rules of routing: looked through and tried, and made anew in a draft
    "rules.read": Rule(Side.STAFF, SETUP),
    "rules.change": Rule(Side.STAFF, frozenset({Role.FUNCTIONAL}), audit=True, methods=BOTH),
    # who is called when it cannot wait
    "shift.list": Rule(Side.STAFF, ROSTER),
    "shift.change": Rule(Side.STAFF, ROSTER, audit=True, methods=BOTH),
    "duty.read": Rule(Side.STAFF, CASEWORK, scope="alerts_to_see"),
    "duty.acknowledge": Rule(Side.STAFF, CASEWORK, scope="alerts_to_see", audit=True, methods=WRITE),
    # other rules tried on what was reported before: counts of the whole association, no case
    "backtest.read": Rule(Side.STAFF, SETUP),
    "backtest.run": Rule(Side.STAFF, frozenset({Role.FUNCTIONAL}), audit=True, methods=BOTH),
    "setup.read": Rule(Side.STAFF, SETUP),
    "setup.test_mail": Rule(Side.STAFF, SETUP, audit=True, methods=WRITE),
    "alarm.clear": Rule(Side.STAFF, frozenset({Role.LEAD, Role.TRIAGE}), methods=WRITE),
    # who takes part: the register of partners and desks
    "partner.list": Rule(Side.STAFF, SETUP),
    "partner.make": Rule(Side.STAFF, frozenset({Role.FUNCTIONAL}), audit=True, methods=BOTH),
    "partner.remove": Rule(Side.STAFF, frozenset({Role.FUNCTIONAL}), audit=True, methods=WRITE),
    # with whom what is agreed: the register of covenants
    "covenant.list": Rule(Side.STAFF, SETTERS),
    "covenant.make": Rule(Side.STAFF, SETTERS, audit=True, methods=BOTH),
    "covenant.add_paper": Rule(Side.STAFF, SETTERS, audit=True, methods=WRITE, files=True),
    "covenant.read_paper": Rule(Side.STAFF, SETTERS, audit=True),
    "covenant.seen": Rule(Side.STAFF, SETTERS, audit=True, methods=WRITE),
    # what we do with whose data
    "processing.read": Rule(Side.STAFF, SETTERS),
    "processing.export": Rule(Side.STAFF, SETTERS, audit=True),
    # what an association sets itself; whose a section is, the section says
    "settings.read": Rule(Side.STAFF, SETTERS),
    "settings.change": Rule(Side.STAFF, SETTERS, audit=True, methods=BOTH, files=True),
    # people and their accounts
    "person.list": Rule(Side.STAFF, PEOPLE, scope="managed_people", methods=BOTH),  # searching posts
    "person.read": Rule(Side.STAFF, PEOPLE, scope="managed_people"),
    "person.invite": Rule(Side.STAFF, PEOPLE, audit=True, methods=BOTH),
    "person.manage": Rule(Side.STAFF, PEOPLE, scope="managed_people", audit=True, methods=WRITE),
    "person.close": Rule(Side.STAFF, PEOPLE, scope="managed_people", audit=True, methods=BOTH),
    "person.away": Rule(Side.STAFF, frozenset({Role.LEAD}), scope="managed_people", audit=True, methods=BOTH),
    "person.confirm": Rule(
        Side.STAFF, frozenset({Role.SYSADMIN}), scope="managed_people", audit=True, methods=WRITE
    ),
    # who works at a partner, for its administrator; and at every partner and desk
    "member.list": _members("workplaces", READ, audit=False),
    "member.invite": _members("workplaces"),
    "member.manage": _members("workmates"),
    "member.act": _members("own_accounts", WRITE),
    "member.account": _members("own_accounts"),
    "desk.list": _desks("workplaces", READ, audit=False),
    "desk.invite": _desks("workplaces"),
    "desk.add": _desks("workplaces", WRITE),
    "desk.manage": _desks("workmates"),
    "desk.act": _desks("workmates", WRITE),
    # partners and internal desks
    "referral.list": _referral(methods=READ),
    "referral.read": _referral(audit=True, methods=READ),
    # That it was there, and nothing of the case.
    "referral.lost": Rule(Side.SIGNED_IN, QUEUE, scope="lost_queue"),
    "referral.file": _referral(audit=True, methods=READ),
    "referral.accept": _referral(),
    "referral.ask": _referral(methods=BOTH),
    "referral.decline": _referral(methods=BOTH),
    "referral.finish": _referral(methods=BOTH),
}
