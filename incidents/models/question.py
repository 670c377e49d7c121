from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from incidents.rules.answers import StandardQuestion, YesNo


class QuestionSet(models.Model):
    """The questions about one kind as they were asked for a while. Triggers refuse to alter a set: a new one is made."""

    kind = models.ForeignKey("incidents.Kind", on_delete=models.PROTECT, related_name="question_sets")
    version = models.PositiveIntegerField()
    # Which of the questions that every kind may ask; their answers have columns of their own in the report.
    standard = ArrayField(models.CharField(max_length=16, choices=StandardQuestion), default=list)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="question_set_version_once")]

    def __str__(self) -> str:
        return f"{self.kind_id} version {self.version}"


class Question(models.Model):
    """One question of a set. `options` are pairs of a Dutch and an English text; the answer keeps their place, "1" first.

    A question with `only_if_key` is asked only to who gave the answer `only_if_value` to that question of the set.
    """

    class Sort(models.TextChoices):
        YES_NO = "yes_no", _("Ja, nee of weet ik niet")
        CHOICE = "choice", _("Eén antwoord uit een lijst")
        MANY = "many", _("Meer antwoorden uit een lijst")
        LINE = "line", _("Korte tekst (mag leeg)")

    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=10)
    sort = models.CharField(max_length=8, choices=Sort)
    text_nl = models.CharField(max_length=200)
    text_en = models.CharField(max_length=200)
    hint_nl = models.CharField(max_length=200, blank=True)
    hint_en = models.CharField(max_length=200, blank=True)
    options = models.JSONField(default=list)
    only_if_key = models.CharField(max_length=10, blank=True)
    only_if_value = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["question_set", "key"], name="question_key_once"),
            models.UniqueConstraint(fields=["question_set", "position"], name="question_position_once"),
            models.CheckConstraint(
                condition=Q(only_if_key="", only_if_value="") | ~Q(only_if_key="") & ~Q(only_if_value=""),
                name="question_only_if_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The question in the reader's language."""
        return self.text_en if get_language() == "en" else self.text_nl

    @property
    def hint(self) -> str:
        return self.hint_en if get_language() == "en" else self.hint_nl

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be answered, "weet ik niet" always among it where one answer must be chosen."""
        if self.sort == self.Sort.YES_NO:
            return [(value, str(label)) for value, label in YesNo.choices]
        english = get_language() == "en"
        listed = [(str(place), pair[english]) for place, pair in enumerate(self.options, start=1)]
        unknown = [(YesNo.UNKNOWN.value, str(YesNo.UNKNOWN.label))] if self.sort == self.Sort.CHOICE else []
        return listed + unknown

    def said(self, values: Sequence[str]) -> str:
        """An answer in words."""
        labels = dict(self.choices)
        return ", ".join(labels.get(value, value) for value in values)
