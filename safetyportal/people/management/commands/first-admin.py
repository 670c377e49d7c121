from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.people import links
from safetyportal.people.inviting import AlreadyThere, invite
from safetyportal.people.models import AccountLink
from safetyportal.people.standing import administrators


class Command(BaseCommand):
    help = "Make the first system administrator and print the link to come in (24 hours, once)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)

    @transaction.atomic
    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email} is not a mail address.") from error
        set_up = administrators().exclude(user__password__startswith=UNUSABLE_PASSWORD_PREFIX).exists()
        if set_up:
            raise CommandError("There is a system administrator already, who can invite others.")
        waiting = administrators().filter(user__email=email.strip().lower()).first()
        user = waiting.user if waiting else self._new(email, name)
        path = links.make(user=user, purpose=AccountLink.Purpose.INVITE, by=None, at=timezone.now())
        self.stdout.write(f"Open within 24 hours, in a browser of {user.email}:\n{settings.PUBLIC_URL}{path}")

    def _new(self, email: str, name: str) -> User:
        grants = [(Role.SYSADMIN, None), (Role.FUNCTIONAL, None)]
        try:
            return invite(
                email=email, name=name, audience=Audience.STAFF, grants=grants, by=None,
                at=timezone.now(), mail=False,
            )  # fmt: skip
        except AlreadyThere as error:
            raise CommandError(
                "There is an account with this mail address that is no administrator."
            ) from error
