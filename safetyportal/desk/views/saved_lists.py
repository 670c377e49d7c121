"""A person's own lists: one page for all, and one post for each act."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.desk import saving
from safetyportal.desk.forms import InboxFilter, ListNameForm, SaveListForm
from safetyportal.desk.models import SavedList
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("worklist.keep")
def saved_lists(request: SignedInRequest) -> HttpResponse:
    return _page(request)


@action("worklist.keep")
def save(request: SignedInRequest) -> HttpResponse:
    form = SaveListForm(request.POST)
    if not form.is_valid():
        return _again(request, form, 422)
    try:
        kept = saving.save(**form.cleaned_data, by=request.user, at=timezone.now())
    except (saving.NameTaken, saving.Enough) as refusal:
        form.add_error("pinned" if str(refusal) == "pinned" else "name", _refused(str(refusal)))
        return _again(request, form, 409)
    messages.success(request, _("De lijst «{name}» is bewaard.").format(name=kept.name))
    return redirect(f"{reverse('staff_inbox')}?{kept.query}")


@action("worklist.keep")
def rename(request: SignedInRequest, pk: int) -> HttpResponse:
    kept = _own(request, pk)
    form = _name_form(kept, request.POST)
    if not form.is_valid():
        return _again(request, form, 422)
    try:
        saving.rename(kept=kept, name=form.cleaned_data["name"], by=request.user, at=timezone.now())
    except saving.NameTaken as refusal:
        form.add_error("name", _refused(str(refusal)))
        return _again(request, form, 409)
    return redirect("saved_lists")


@action("worklist.keep")
def pin(request: SignedInRequest, pk: int) -> HttpResponse:
    pinned = request.POST.get("pinned") == "yes"
    try:
        saving.pin(kept=_own(request, pk), pinned=pinned, by=request.user, at=timezone.now())
    except saving.Enough as refusal:
        messages.warning(request, _refused(str(refusal)))
    return redirect("saved_lists")


@action("worklist.keep")
def move_up(request: SignedInRequest, pk: int) -> HttpResponse:
    saving.move_up(kept=_own(request, pk), by=request.user, at=timezone.now())
    return redirect("saved_lists")


@action("worklist.keep")
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    kept = _own(request, pk)
    saving.remove(kept=kept, by=request.user, at=timezone.now())
    messages.success(request, _("De lijst «{name}» is weg. De zaken blijven.").format(name=kept.name))
    return redirect("saved_lists")


def _own(request: SignedInRequest, pk: int) -> SavedList:
    return get_object_or_404(SavedList.objects.for_(request.user, "worklist.keep"), pk=pk)


def _page(request: SignedInRequest) -> HttpResponse:
    rows = []
    for kept in SavedList.objects.for_(request.user, "worklist.keep"):
        about = InboxFilter(QueryDict(kept.query)).words()
        rows.append({"kept": kept, "about": about, "form": _name_form(kept)})
    return render(request, "staff/saved_lists.html", {"rows": rows, "section": "inbox"})


def _name_form(kept: SavedList, typed: QueryDict | None = None) -> ListNameForm:
    return ListNameForm(
        typed,
        initial={"name": kept.name},
        auto_id=f"list{kept.pk}_%s",
        action=reverse("saved_list_rename", args=[kept.pk]),
        button=_("Naam bewaren"),
    )


def _again(request: SignedInRequest, form: ListNameForm, status: int) -> HttpResponse:
    return render(request, "staff/saved_list.html", {"form": form, "section": "inbox"}, status=status)


def _refused(why: str) -> str:
    if why == "lists":
        return _("U hebt {most} lijsten. Gooi er eerst een weg.").format(most=saving.MOST)
    if why == "pinned":
        return _("Er staan al {most} lijsten boven de inbox. Haal er eerst een weg.").format(
            most=saving.MOST_PINNED
        )
    return _("U hebt al een lijst met deze naam. Kies een andere naam.")
