from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from safetyportal.accounts.models.role_grant import RoleGrant
from safetyportal.accounts.roles import Audience, Role
from safetyportal.policy.scopes import ScopedQuerySet

LED = frozenset({Role.HANDLER, Role.LEAD})


class UserQuerySet(ScopedQuerySet["User"]):
    def scope_managed_people(self, actor: Any) -> UserQuerySet:
        """Whose account the actor looks after, never their own: a system administrator everybody's, a lead those
        who work in the lead's own teams and nowhere else."""
        others = self.exclude(pk=actor.pk)
        if Role.SYSADMIN in actor.roles:
            return others
        teams = actor.teams_as(frozenset({Role.LEAD}))
        grants = RoleGrant.objects.filter(user=OuterRef("pk"))
        theirs = grants.filter(role__in=LED, team__in=teams)
        # A place at a desk says nothing about the team: it goes with the work.
        elsewhere = grants.exclude(role__in=LED, team__in=teams).exclude(role=Role.DESK)
        return others.filter(Exists(theirs), ~Exists(elsewhere), audience=Audience.STAFF)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> User:
        user: User = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        found: User = self.get(email=(username or "").strip().lower())
        return found


class User(AbstractBaseUser):
    """Somebody who signs in: staff or chain partner. Tenants have no account.

    There is no superuser: what somebody may do follows from roles through policy, and from nothing else.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    audience = models.CharField(max_length=10, choices=Audience)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # Part of what a session is signed with: one more, and every session of this person has ended.
    session_round = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "audience"]

    objects = UserManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        words = f"{self.password}:{self.session_round}"
        return salted_hmac("safetyportal.session", words, secret=secret, algorithm="sha256").hexdigest()

    @property
    def is_set_up(self) -> bool:
        """Whether this person ever chose a password, and has one now."""
        return self.has_usable_password()

    @cached_property
    def grants(self) -> list[tuple[Role, int | None]]:
        """Roles with the team each holds for; None is the whole association."""
        held = self.role_grants.in_force().values_list("role", "team_id")
        return [(Role(role), team) for role, team in held]

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role, _ in self.grants)

    def teams_as(self, roles: frozenset[Role]) -> set[int]:
        """The teams for which this person holds one of `roles`."""
        return {team for role, team in self.grants if role in roles and team is not None}
