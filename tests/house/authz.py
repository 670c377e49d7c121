"""The page on who may do what, made from the policy."""

from __future__ import annotations

from django.conf import settings

from safetyportal.accounts.roles import Role
from safetyportal.policy.actions import ACTIONS, Rule, Side

HEAD = """# Who may do what

Made from `safetyportal/policy/actions.py`; a test keeps the two alike. A view names one of these actions or is refused. What is not in scope answers 404, a wrong
audience or role 403. There is no superuser: system and functional administrators read no cases. The stranger table in `tests/house/test_strangers.py` tries every URL for everybody.

Scopes: *own_cases* (*listed_cases* in a list) is the cases of one's own teams (all of them for triage), restricted ones only with the role "Beschermde zaken"; *own_queue* is released referrals of
one's own partner or desk, not handed back, until 30 days after closing; neither ever holds a case of which that person is kept out (`incidents/models/conflict.py`); *own_report* is the
report that number and code opened, *own_reply* the page of the letter with that number and code; *workplaces* is
the own partner and who works there now (every partner and desk for a system administrator), *workmates* the same without oneself, *own_accounts* of those who work nowhere else.

| action | side | roles | scope | methods | read or act logged |
|---|---|---|---|---|---|
"""


def page() -> str:
    return HEAD + "".join(f"{_row(name, rule)}\n" for name, rule in ACTIONS.items())


def _row(name: str, rule: Rule) -> str:
    everybody = {
        Side.PUBLIC: "anybody",
        Side.REPORTER: "reporter with a code",
        Side.ACCUSED: "accused with a code",
    }
    roles = everybody.get(rule.side) or ", ".join(sorted(role.value for role in rule.roles))
    if rule.roles == frozenset(Role):
        roles = "all"
    methods = ", ".join(sorted(rule.methods - {"HEAD"}))
    return f"| {name} | {rule.side} | {roles} | {rule.scope or '–'} | {methods} | {'yes' if rule.audit else '–'} |"


def write() -> None:
    (settings.BASE_DIR / "docs" / "authz.md").write_text(page())
