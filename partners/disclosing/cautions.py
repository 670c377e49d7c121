"""What speaks against sharing a case with a partner, in words, for the person who decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from incidents.models import Case, Kind, RoutingOrder
from partners.disclosing import agreements
from partners.models import Partner, Referral
from partners.models.partner import Profile
from partners.staffing.working import members
from partners.weighing.blocks import BLOCKS, Target
from partners.weighing.facts import gather

WORDS = {block.code: block.when_yes for block in BLOCKS}
MARKED = {
    "mark_child": WORDS["child"],
    "mark_sensitive": WORDS["law"],
    "mark_named_suspect": WORDS["suspect"],
    "mark_employee": WORDS["employee"],
}
LONGEST_WHY = 300  # of a referral: what is longer was cut off


@dataclass(frozen=True)
class Cautions:
    """`yes`: blocks that hold here, as sentences; `unknown`: questions nobody answered yet."""

    yes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def of_proposal(*, referral: Referral) -> Cautions:
    """Why routing did not send it by itself, as it was decided then; and what staff marked since. Select `case__kind` along."""
    kept = referral.why.split("; ") if len(referral.why) < LONGEST_WHY else []
    then = [gettext(words) for words in kept if words]
    then += [gettext(WORDS[code]) for code in referral.blocks if code in WORDS]
    if referral.case.kind.share == Kind.Share.HOLD:
        then.append(
            _(
                "dit soort meldingen delen wij nooit vanzelf: een medewerker beslist per zaak of het mag en nodig is"
            )
        )
    elif not then:
        then.append(_("de regel die past, vraagt dat een medewerker eerst beslist"))
    since = [words for name, words in MARKED.items() if getattr(referral.case, name)]
    if referral.case.about_home and referral.case.about_home.is_protected:
        since.append(WORDS["protected"])
    told = [
        *then,
        *(gettext(words) for words in since),
        *_of_partner(referral.case, referral.partner, timezone.now()),
    ]
    return Cautions(yes=tuple(dict.fromkeys(told)))


def by_hand(*, case: Case, partner: Partner, at: datetime) -> Cautions:
    """Every block asked for this partner now. They stop no person, but a person should know them."""
    order = (
        RoutingOrder.objects.select_related("report")
        .filter(report__case=case)
        .order_by("-round", "-id")
        .first()
    )
    if partner.is_internal or order is None:
        return Cautions()
    facts = gather(order=order, case=case)
    has_covenant = agreements.is_agreed(partner=partner, on=timezone.localdate(at))
    target = Target(
        partner_id=partner.pk, name=partner.name, mode="M", is_internal=False, has_covenant=has_covenant
    )
    answers = [(block, block.fact(facts, target)) for block in BLOCKS]
    return Cautions(
        yes=(
            *(gettext(block.when_yes) for block, answer in answers if answer),
            *_of_partner(case, partner, at),
        ),
        unknown=tuple(gettext(block.question) for block, answer in answers if answer is None),
    )


def _of_partner(case: Case, partner: Partner, at: datetime) -> Iterator[str]:
    """What no block asks: mediation needs two who agree (domain 2.5), and somebody must be there to read it."""
    if partner.is_internal:
        return
    if partner.profile == Profile.MEDIATION and not case.reports.filter(consent=True).exists():
        yield _("bemiddelen kan alleen als de melder het goed vindt, en dat is niet gezegd: vraag het eerst")
    if not members(partner_id=partner.pk, at=at).exists():
        yield _("bij deze partner werkt nu niemand die kan inloggen: bel ook")
