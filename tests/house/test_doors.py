"""Every URL has an action, every action a scope that exists, and nothing slips past the policy."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from incidents.models import Case, Conflict, DutyAlert, Evidence, LadderStep, Party, PreventiveSignal, Report
from partners.models import Membership, Question, Referral, Reveal, ScaleUp
from safetyportal.accounts.models import User
from safetyportal.desk.models import SavedList
from safetyportal.policy.actions import ACTIONS, OPEN_SIDES
from tests.house.urls import source_files, walk

NOUNS = {
    "case": Case,
    "conflict": Conflict,
    "evidence": Evidence,
    "reporter": Case,
    "referral": Referral,
    "report": Report,
    "reveal": Reveal,
    "person": User,
    "member": Membership,
    "desk": Membership,
    "question": Question,
    "party": Case,
    "reply": Party,
    "step": LadderStep,
    "scale": ScaleUp,
    "duty": DutyAlert,
    "signal": PreventiveSignal,
    "worklist": SavedList,
}


@pytest.mark.parametrize(
    "pattern", list(walk(get_resolver().url_patterns)), ids=lambda pattern: str(pattern.pattern)
)
def test_every_url_names_its_action(pattern: URLPattern) -> None:
    assert getattr(pattern.callback, "policy_action", None) in ACTIONS
    assert pattern.name


def test_every_action_is_used() -> None:
    used = {pattern.callback.policy_action for pattern in walk(get_resolver().url_patterns)}  # type: ignore[attr-defined]

    assert used == set(ACTIONS)


@pytest.mark.parametrize("name", [name for name, rule in ACTIONS.items() if rule.scope])
def test_every_scope_exists(name: str) -> None:
    queryset = NOUNS[name.partition(".")[0]].objects.none()
    scope = ACTIONS[name].scope
    # A release is asked of the case it belongs to.
    owners = [queryset, Case.objects.none()]

    assert any(hasattr(owner, f"scope_{scope}") for owner in owners)


def test_only_public_and_reporter_pages_open_without_roles() -> None:
    for name, rule in ACTIONS.items():
        assert rule.roles or rule.side in OPEN_SIDES, name


VERBS = [
    path
    for path in source_files(
        "incidents",
        "partners",
        "complexes",
        "safetyportal/notices",
        "safetyportal/clock",
        "safetyportal/duty",
    )
    if not {"views", "forms", "urls", "models"} & set(path.parts)
]


@pytest.mark.parametrize("path", VERBS, ids=lambda path: path.as_posix().split("/")[-2] + "/" + path.name)
def test_verbs_know_no_http(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert not (node.module or "").startswith(
                ("django.http", "django.shortcuts", "django.contrib.messages")
            )


@pytest.mark.parametrize("word", ["mark_safe", "csrf_exempt", ".raw(", "autoescape off", "|safe"])
def test_no_door_is_opened_by_hand(word: str) -> None:
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    # crispy hands its form attributes to the pack ready-made, as flat_attrs.
    for path in [*source_files(), *templates]:
        assert word not in path.read_text().replace("flat_attrs|safe", ""), path
