"""Model fields that the database holds encrypted.

What it protects: a copy of the database (backup, stolen disk, read access by SQL) shows nothing without the
key, and a value moved to another table or column does not open. What it does not: whoever can write to the
table can put one row's value in another row of the same column or put an old value back, because a row has no
key of its own until the database has given it one. Lengths show too. A renamed table or column must be
re-encrypted in its migration.

An empty text is stored empty, so that constraints and filters can ask for it; every other lookup is refused,
because it could never match. A check in the database refuses plain text, by whatever path it came.
"""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.lookups import Exact, IsNull, Lookup

from safetyportal.privacy.keys import decrypt, encrypt


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    description = "text, encrypted in the database"

    @property
    def context(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        return f"{column} = '' OR {column} ~ '^[a-z0-9]+:[A-Za-z0-9+/]+=*$'"

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        # Only writing encrypts: a filter passes through get_db_prep_value and compares with what is stored.
        text = super().get_db_prep_save(value, connection)
        return encrypt(text, self.context) if isinstance(text, str) and text else text

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return decrypt(value, self.context) if value else value

    def get_lookup(self, lookup_name: str) -> type[Lookup[Any]] | None:
        found = {"exact": EmptyOnly, "isnull": IsNull}.get(lookup_name)
        if found is None:
            raise FieldError(f"{self.name} is encrypted: it has no lookup {lookup_name}")
        return found


class EmptyOnly(Exact):
    """field="" is the one comparison that ciphertext allows."""

    def get_prep_lookup(self) -> Any:
        if self.rhs != "":
            raise FieldError("this field is encrypted: it can only be compared with an empty text")
        return self.rhs


class EncryptedJSONField(EncryptedTextField):
    """Any JSON value, also with dates; read back as JSON gives it."""

    description = "JSON, encrypted in the database"
    empty_strings_allowed = False

    def get_prep_value(self, value: Any) -> Any:
        if value is None or hasattr(value, "as_sql"):
            return value
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)

    def to_python(self, value: Any) -> Any:
        return value

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        text = super().from_db_value(value, expression, connection)
        return json.loads(text) if text else text
