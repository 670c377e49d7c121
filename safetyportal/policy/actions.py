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
    """For whom a page is: anybody, a reporter with a code, or signed-in staff, partners or both."""

    PUBLIC = "public"
    REPORTER = "reporter"
    STAFF = "staff"
    PARTNER = "partner"
    SIGNED_IN = "signed_in"


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

PEOPLE = frozenset({Role.SYSADMIN, Role.LEAD})
SETUP = frozenset({Role.FUNCTIONAL, Role.SYSADMIN})


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
    # whoever signed in
    "account.use": Rule(Side.SIGNED_IN, frozenset(Role), methods=BOTH),
    # staff
    "case.list": _case(methods=READ),
    "case.search": _case(audit=True, methods=BOTH),  # posts, so that no name is in an address
    "case.read": _case(audit=True, methods=READ),
    "evidence.read": _case(audit=True, methods=READ),
    # With all that a camera writes beside the picture: where it was, when, whose it is.
    "evidence.original": Rule(
        Side.STAFF, frozenset({Role.LEAD, Role.RESTRICTED}), scope="own_cases", audit=True, methods=WRITE
    ),
    "case.take": _case(),
    "case.note": _case(),
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
    "reporter.read": _case(audit=True, methods=WRITE),
    "reporter.letter": _case(audit=True, methods=BOTH),
    "referral.release": _case(audit=True, methods=BOTH),
    "referral.route": _case(audit=True, methods=BOTH),
    "referral.withdraw": _case(audit=True, methods=BOTH),
    "question.answer": _case(audit=True, methods=BOTH),
    "routing.overview": Rule(Side.STAFF, frozenset({Role.LEAD, Role.TRIAGE, Role.FUNCTIONAL, Role.SYSADMIN})),
    "setup.read": Rule(Side.STAFF, SETUP),
    "setup.test_mail": Rule(Side.STAFF, SETUP, audit=True, methods=WRITE),
    "alarm.clear": Rule(Side.STAFF, frozenset({Role.LEAD, Role.TRIAGE}), methods=WRITE),
    # what an association sets itself
    "settings.read": Rule(Side.STAFF, frozenset({Role.FUNCTIONAL})),
    "settings.change": Rule(Side.STAFF, frozenset({Role.FUNCTIONAL}), audit=True, methods=BOTH),
    # people and their accounts
    "person.list": Rule(Side.STAFF, PEOPLE, scope="managed_people", methods=BOTH),  # searching posts
    "person.read": Rule(Side.STAFF, PEOPLE, scope="managed_people"),
    "person.invite": Rule(Side.STAFF, PEOPLE, audit=True, methods=BOTH),
    "person.manage": Rule(Side.STAFF, PEOPLE, scope="managed_people", audit=True, methods=WRITE),
    "person.close": Rule(Side.STAFF, PEOPLE, scope="managed_people", audit=True, methods=BOTH),
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
    "referral.accept": _referral(),
    "referral.ask": _referral(methods=BOTH),
    "referral.decline": _referral(methods=BOTH),
    "referral.finish": _referral(methods=BOTH),
}
