from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class CaseWords(models.Model):
    """By which words a case is found (incidents.search). Only the verb `index` writes here, from what the case holds now.

    Words that people wrote stand as they are; a place begins with "at:", what belongs to a person is a keyed hash that
    begins with "name:", "phone:", "mail:" or "home:". Sensitive texts are not among them.
    """

    case = models.OneToOneField(
        "incidents.Case", on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    words = SearchVectorField(default="")
    indexed_at = models.DateTimeField(null=True)

    class Meta:
        # Without the list of what is still to be sorted in: each search would have to read that whole.
        indexes = [GinIndex(fields=["words"], name="case_words", fastupdate=False)]

    def __str__(self) -> str:
        return f"words of {self.case_id}"


class IndexOrder(models.Model):
    """'Look again by which words this case is found': work for the relay, gone when it is done.

    `asks` grows with each time it is asked, so that what is asked while we look is not taken for done.
    """

    case = models.OneToOneField(
        "incidents.Case", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    asks = models.PositiveIntegerField(default=1)
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"index of {self.case_id}"
