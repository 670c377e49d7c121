from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.functional import cached_property

from safetyportal.accounts.roles import Audience, Role


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who signs in: staff or chain partner. Tenants have no account.

    There is no superuser: what somebody may do follows from roles through policy, and from nothing else.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    audience = models.CharField(max_length=10, choices=Audience)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "audience"]

    objects = UserManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def grants(self) -> list[tuple[Role, int | None]]:
        """Roles with the team each holds for; None is the whole association."""
        return [(Role(role), team) for role, team in self.role_grants.values_list("role", "team_id")]

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role, _ in self.grants)

    def teams_as(self, roles: frozenset[Role]) -> set[int]:
        """The teams for which this person holds one of `roles`."""
        return {team for role, team in self.grants if role in roles and team is not None}
