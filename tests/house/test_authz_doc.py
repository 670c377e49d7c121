"""docs/authz.md says what the policy says. make docs writes it again."""

from __future__ import annotations

from django.conf import settings

from tests.house.authz import page


def test_the_page_on_access_is_the_policy() -> None:
    assert (settings.BASE_DIR / "docs" / "authz.md").read_text() == page()
