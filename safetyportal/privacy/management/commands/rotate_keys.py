from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from safetyportal.privacy.rotation import ELSEWHERE, encrypted_fields, outdated, rotate

BATCH = 500


class Command(BaseCommand):
    help = "Encrypt again, with the first of FIELD_KEYS, what an older key wrote. The portal may be in use."

    def handle(self, *args: Any, **options: Any) -> None:
        left = 0
        for model, field in encrypted_fields():
            waiting = outdated(model=model, field=field)
            with tqdm(total=waiting.count(), desc=f"{model._meta.label}.{field}", file=self.stderr) as bar:
                while done := rotate(model=model, field=field, batch=BATCH):
                    bar.update(done)
            left += waiting.count()
        for kept in ELSEWHERE:
            with tqdm(total=kept.waiting(), desc=kept.name, file=self.stderr) as bar:
                while done := kept.rewrite(BATCH):
                    bar.update(done)
            left += kept.waiting()
        if left:
            raise CommandError(f"{left} values were in use; run this again before you take the old key away.")
        self.stdout.write("Every value is encrypted with the first key.")
