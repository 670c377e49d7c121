"""What somebody saw of rules, as a short text: another one when they are not as they were. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from partners.models import RoutingRule


def seen_of(rule: RoutingRule) -> str:
    """Of the content of one rule."""
    return _digest([rule.content()])


def seen_in(rules: Iterable[RoutingRule]) -> str:
    """Of the content of these rules, in their order."""
    return _digest([[rule.slug, rule.content()] for rule in rules])


def order_of(rules: Iterable[RoutingRule]) -> str:
    """Of the order alone."""
    return _digest([rule.slug for rule in rules])


def _digest(what: Any) -> str:
    return sha256(json.dumps(what, default=str, sort_keys=True).encode()).hexdigest()[:20]
