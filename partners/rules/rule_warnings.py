"""What somebody should know before a rule is kept: that it is never reached, says the opposite of another, or hides others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from partners.models import RoutingRule
from partners.rules.rule_health import Code, Finding, Severity
from partners.rules.rule_report import findings_of

IN_ORDER = (Code.SHADOWED, Code.CONTRADICTS, Code.CATCHES_ALL, Code.NEVER, Code.TOO_MANY)


def about(
    rule: RoutingRule, *, among: Sequence[RoutingRule], before: Sequence[RoutingRule], at: datetime
) -> list[str]:
    """Of a rule among the others, as it would stand. What was so with other rules before is not said again."""
    for place, one in enumerate(among, 1):
        if one is rule:
            rule.position = place
    found = [one for one in findings_of(among, at=at) if _counts(one)]
    known = {(one.slug, one.code) for one in findings_of(before, at=at)}
    names = {one.slug: one.name for one in among}
    own = [one.text for one in found if one.slug == rule.slug]
    others = [
        _("Regel «{name}»: {text}").format(name=names[one.slug], text=one.text)
        for one in found
        if one.slug != rule.slug and (one.slug, one.code) not in known
    ]
    return own + others


def _counts(finding: Finding) -> bool:
    return finding.code in IN_ORDER and finding.severity != Severity.NOTE
