"""One long case of the demo, from two reports to agreements on paper, and what colleagues saw: so that no page is empty.

By the verbs of staff, each at its day in the past. Everybody and everything is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import uuid5

from complexes.models import Home
from incidents.entry import signals
from incidents.escalation import ladder, tailoring
from incidents.handling import case_tasks as tasks
from incidents.handling import casework
from incidents.intake.filing import Place
from incidents.joining import merging
from incidents.models import Case, Hearing, Party
from incidents.models.letter import Letter
from incidents.models.signal import Worry
from incidents.rules.answers import PlaceKind, YesNo
from incidents.rules.ladder_levels import Ground, Level
from incidents.sides import hearings, parties, rights
from incidents.writing import letters
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.demo import plans
from safetyportal.demo.filed import NAMESPACE, file_one
from safetyportal.demo.story import story

# At the entrance of eight: who reports, who reports the same, and whose music it is.
REPORTER, NEIGHBOUR, ACCUSED = 2, 4, 8
LOUD = story(
    "GEL-MUZ", "weekly", "3_6m", "sleep moving", 41,
    "Bijna elk weekend harde muziek met zware bassen, tot diep in de nacht. Wij slapen slecht en de kinderen ook.",
    mode="named", consent=True,
)  # fmt: skip
SAME = story(
    "GEL-MUZ",
    "weekly",
    "1_3m",
    "sleep",
    38,
    "Ik hoor de muziek door de vloer. Ik wil niet dat de buren weten dat ik het meld.",
)


@dataclass(frozen=True)
class Hands:
    """Who works on it, and how a day so long ago is said."""

    holder: User
    colleague: User
    lead: User
    at: datetime

    def ago(self, days: int, hour: int = 10) -> datetime:
        return (self.at - timedelta(days=days)).replace(hour=hour, minute=15)

    def ahead(self, days: int) -> date:
        return local_day(self.at) + timedelta(days=days)


def load_casework(*, at: datetime, settle: Callable[[datetime], None]) -> None:
    """`settle` does the work that waits, as relay and worker would."""
    people = {user.email.partition("@")[0]: user for user in User.objects.filter(email__contains="@delinde.")}
    hands = Hands(people["noord"], people["noord2"], people["teamleider"], at)
    random = Random("casework")
    case, other = (
        file_one(
            one,
            home=_home(number),
            random=random,
            key=uuid5(NAMESPACE, f"case-{number}"),
            at=hands.ago(one.days_ago),
        )
        for one, number in ((LOUD, REPORTER), (SAME, NEIGHBOUR))
    )
    settle(hands.ago(38, 11))
    _begin(case, other, hands)
    settle(hands.ago(36, 12))
    party = _hear(case, hands)
    _agree(case, party, hands)
    _plan(case, hands)
    _signals(hands, people)


def _begin(case: Case, other: Case, hands: Hands) -> None:
    casework.take(case=case, by=hands.holder, at=hands.ago(37))
    casework.log_contact(
        case=case,
        text="Gebeld. Het is vooral de bas, in het weekend na elf uur.",
        by=hands.holder,
        at=hands.ago(37, 11),
    )
    merging.merge(
        cases=[other], into=case, reason="Zelfde portiek, zelfde muziek.",
        message="Wij kregen hier meer meldingen over. Wij bekijken ze samen; uw nummer blijft hetzelfde.",
        by=hands.holder, at=hands.ago(36),
    )  # fmt: skip
    casework.name_home(case=case, home=_home(ACCUSED), by=hands.holder, at=hands.ago(36, 13))


def _hear(case: Case, hands: Hands) -> Party:
    [resident, *_others] = parties.residents_of(_home(ACCUSED), at=hands.at)
    party = parties.take_over(case=case, resident=resident, by=hands.holder, at=hands.ago(35))
    told = rights.Told(
        how="brief", rule="Huisregel 4: na 22.00 uur is het stil",
        text="Wij kregen meldingen over harde muziek. Wij horen graag uw kant.",
    )  # fmt: skip
    rights.inform(party=party, told=told, by=hands.holder, at=hands.ago(34))
    talk = hearings.invite(
        party=party, takes_place_at=hands.ago(29, 14), way=Hearing.Way.HOME_VISIT, place="Bij u thuis",
        held_by=hands.holder, second=hands.colleague, needs_interpreter=False, by=hands.holder, at=hands.ago(34, 11),
    )  # fmt: skip
    hearings.hear(
        talk=talk, said="Draait in het weekend muziek met vrienden. Wist niet dat het zo ver te horen is. Wil de bas uitzetten.",
        stance=Hearing.Stance.PARTLY, in_writing=False, by=hands.holder, at=hands.ago(29, 15),
    )  # fmt: skip
    return party


def _agree(case: Case, party: Party, hands: Hands) -> None:
    wanted = ladder.Wanted(
        level=Level.L2, ground=Ground.AGREEMENT, reason="Wil meewerken en herkent een deel.",
        agreed="Na 22.00 uur geen bas. Bij een feest eerst een briefje in het portiek.", house_rule="", check_on=hands.ahead(2),
    )  # fmt: skip
    ladder.set_step(case=case, wanted=wanted, by=hands.holder, at=hands.ago(28))
    body = (
        f"Beste {party.name},\n\nWij spraken u over de muziek in uw woning. Dit spraken wij af:\n\n"
        "- Na 22.00 uur staat de bas uit.\n- Geeft u een feest? Dan hangt u eerst een briefje in het portiek.\n\n"
        "Houdt u zich hieraan? Dan is het voor ons klaar. Wij kijken na een paar weken hoe het gaat."
    )
    content = letters.Content(
        sort=Letter.Sort.AGREEMENTS, to_name=party.name, to_address=f"{_home(ACCUSED)}\n9990 AA Lindestad",
        heading="Wat wij hebben afgesproken", body=body, check_on=hands.ahead(2),
    )  # fmt: skip
    sent = letters.write(case=case, content=content, text=None, by=hands.holder, at=hands.ago(28, 11))
    paper = letters.print_out(letter=sent, by=hands.holder, at=hands.ago(28, 12))
    letters.send(letter=sent, paper=paper, version=1, by=hands.holder, at=hands.ago(28, 12), looked=True)
    casework.send_message(
        case=case, text="Wij spraken met de andere kant en maakten afspraken. Laat ons weten of het helpt.",
        by=hands.holder, at=hands.ago(27),
    )  # fmt: skip
    thanks = letters.Content(
        sort=Letter.Sort.OTHER, to_name=party.name, to_address=content.to_address, heading="Hoe het nu gaat",
        body=f"Beste {party.name},\n\nWij hoorden de laatste weken niets meer over muziek. Dank u wel.",
    )  # fmt: skip
    letters.write(case=case, content=thanks, text=None, by=hands.holder, at=hands.ago(1, 9))


def _plan(case: Case, hands: Hands) -> None:
    draft = tailoring.Draft(
        holder=hands.holder, reporter_needs="Rust na elf uur, en horen hoe het gaat.",
        resident_needs="Weten wat te horen is: een keer samen luisteren in het portiek.",
        support="Tips van Buurtbemiddeling over bas en vloer.", enforcement="Pas als de afspraken niet helpen.",
        deviation="", review_on=hands.ahead(9),
    )  # fmt: skip
    tailoring.save_plan(case=case, draft=draft, by=hands.holder, at=hands.ago(20))
    for what, day, owner in (
        ("Melders bellen: is het stiller?", hands.ahead(1), hands.holder),
        ("Samen luisteren in het portiek afspreken", hands.ahead(-2), hands.colleague),
        ("Huisregels ophangen in het portiek", hands.ahead(-12), hands.colleague),
    ):
        made = tasks.add(
            case=case,
            what=what,
            due_on=day,
            owner=owner,
            is_personal=False,
            by=hands.holder,
            at=hands.ago(18),
        )
    tasks.finish(task=made, by=hands.colleague, at=hands.ago(13))
    casework.note(
        case=case, text="In het portiek hangen nu de huisregels.", by=hands.colleague, at=hands.ago(13, 11)
    )


def _signals(hands: Hands, people: dict[str, User]) -> None:
    """Two about one home, which stand on top; one that is dealt with."""
    for number, seen, worry, by, days in (
        (14, ["mail", "curtains"], Worry.SOME, "techniek", 6),
        (14, ["nobody"], Worry.MUCH, "wijkbeheer", 1),
        (10, ["no_access"], Worry.LITTLE, "techniek", 3),
        (20, ["damage"], Worry.LITTLE, "wijkbeheer", 12),
    ):
        home = _home(number)
        told = signals.Told(
            place=Place(PlaceKind.HOME, home.complex, home.entrance), home=home, seen=seen, text="", worry=worry,
            resident_knows=YesNo.UNKNOWN,
        )  # fmt: skip
        key = uuid5(NAMESPACE, f"signal-{number}-{by}")
        given, _first = signals.give(told=told, form_key=key, by=people[by], at=hands.ago(days))
    signals.set_aside(
        signal=given, reason="Deur is gemaakt, bewoner gesproken.", by=hands.holder, at=hands.ago(11)
    )


def _home(number: int) -> Home:
    homes = Home.objects.select_related("complex", "entrance")
    return homes.get(street=plans.DEMO_STREET, number=number, addition="")
