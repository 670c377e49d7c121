"""Where a case goes: our own desks at once, partners by the mix of outcomes, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.fill import mix, moments, stories
from bench.fill.copying import NULL, as_array
from bench.fill.life import Life, Tables, draw
from bench.fill.people import Staff
from bench.fill.routes import Route
from partners.disclosing import matrix
from partners.models import Partner
from partners.models.referral_words import ENDED

FIRST = {
    "GEL": "POL", "BUR": "POL", "ZRG": "OGGZ", "VUI": "OGGZ", "VEI": "POL", "AGR": "POL", "DRU": "POL", "WFR": "GEM",
    "OMG": "GEM", "LEE": "WEL", "OVE": "GEM",
}  # fmt: skip
ALSO = ("WMO", "GEM", "WEL", "BOA", "ZVH")
SOON, STALE = 2, 14 * moments.DAY
QUESTION = "Op welke dagen gebeurt het vooral?"
IN_QUEUE = ("released", "accepted", "asked")


@dataclass(slots=True)
class Going:
    """A referral as it will be written; moments of 0 have not come."""

    partner: Partner
    mode: str
    state: str = "released"
    out: int = 0
    by: int = 0
    due: int = 0
    answered: int = 0
    answered_by: int = 0
    finished: int = 0
    answer: str = ""


@dataclass
class Referrals:
    tables: Tables
    random: Random
    staff: Staff

    def share(self, life: Life, route: Route, decision: int) -> None:
        for code in route.own:
            self._at_desk(life, self._find(code, life), decision)
        if life.kind.restricted or life.place[0] == NULL:
            return
        outcome = draw(mix.SHARED, self.random)
        if outcome == "none":
            for code, mode in route.outside:
                self._not_shared(life, self._find(code, life), mode, decision)
            return
        for code, mode in self._targets(life, route, outcome):
            self._outside(life, self._find(code, life), mode, decision)

    def _find(self, code: str, life: Life) -> Partner:
        partners = self.staff.partners
        for place in (life.team, life.town, 0):
            found = partners.get((code, place))
            if found is not None and (place != life.team or found.is_internal):
                return found
        raise LookupError(code)

    def _targets(self, life: Life, route: Route, outcome: str) -> list[tuple[str, str]]:
        if outcome == "mediation":
            return [("BB", "T" if life.consented else "H")]
        by_rule = [one for one in route.outside if one[0] != "BB"]
        first = by_rule[0] if by_rule else (FIRST[life.kind.group_id], "H")
        if outcome == "one":
            return [first]
        others = [code for code in ALSO if code != first[0]]
        return [first, *((code, "H") for code in self.random.sample(others, self.random.choice((1, 1, 2))))]

    def _at_desk(self, life: Life, desk: Partner, decision: int) -> None:
        """In the list of our own desk at once; whether it is done, it does not always say."""
        random, out = self.random, life.opened + SOON
        going = Going(desk, "A", out=out, due=moments.due(out, desk.answer_days))
        people = self.staff.members.get(desk.pk)
        if people and random.random() < (mix.DESK_SAYS_DONE if not life.is_open else mix.DESK_ACCEPTS):
            at = life.some_moment(random, out)
            going.answered, going.answered_by, going.state = at, random.choice(people), "accepted"
            if not life.is_open:
                going.finished, going.state = life.some_moment(random, at), "finished"
        elif people and random.random() < mix.DESK_ACCEPTS:
            going.answered, going.answered_by = life.some_moment(random, out), random.choice(people)
            going.state = "accepted"
        self._write(life, going, decision)

    def _not_shared(self, life: Life, partner: Partner, mode: str, decision: int) -> None:
        """A proposal that nobody released, or what went out by itself and was taken back."""
        random, going = self.random, Going(partner, mode, state="withdrawn")
        fresh = life.is_open and life.now - life.opened < STALE
        if mode == "H" and (fresh or random.random() < mix.PROPOSAL_STAYS):
            going.state = "proposed"
        elif mode in ("A", "M"):
            going.out = life.opened + SOON
            going.due = moments.due(going.out, partner.answer_days)
        self._write(life, going, decision)

    def _outside(self, life: Life, partner: Partner, mode: str, decision: int) -> None:
        random, going = self.random, Going(partner, mode)
        going.out = life.opened + SOON
        if mode == "H":
            going.out = life.begun + int(random.random() * 3 * moments.DAY)
            if not life.holder or going.out >= life.till:
                going.state, going.out = "proposed" if life.is_open else "withdrawn", 0
                return self._write(life, going, decision)
            going.by = life.holder
        going.due = moments.due(going.out, partner.answer_days)
        self._answer(life, going)
        life.with_partner = life.with_partner or going.state in ("accepted", "asked")
        return self._write(life, going, decision)

    def _answer(self, life: Life, going: Going) -> None:
        random = self.random
        days = moments.lognormal(mix.ACCEPT_MEDIAN_DAYS, mix.ACCEPT_SIGMA, random)
        at = min(going.out + int(days * moments.DAY), going.due)
        if random.random() < mix.ANSWERED_LATE:
            at = going.due + int(random.random() * 10 * moments.DAY)
        if not life.is_open:  # it could only be closed because the partner had answered
            at = min(at, life.ends - 1)
        if at > life.now:
            return
        going.answered, going.answered_by = (
            max(at, going.out),
            random.choice(self.staff.members[going.partner.pk]),
        )
        if random.random() < mix.DECLINED:
            going.state, going.answer = "declined", random.choice(stories.REFUSALS)
        elif not life.is_open or random.random() < 0.4:
            going.state, going.finished = "finished", life.some_moment(random, going.answered)
        else:
            going.state = "asked" if random.random() < 0.06 else "accepted"

    def _write(self, life: Life, going: Going, decision: int) -> None:
        tables, partner = self.tables, going.partner
        ended = not life.is_open and going.state in ("proposed", *IN_QUEUE)
        if ended:
            going.state, going.answer = "withdrawn", ENDED
        key = f"{self.random.getrandbits(128):032x}"
        created = moments.text(life.opened + SOON)
        out = moments.text(going.out) if going.out else NULL
        done = moments.text(going.finished) if going.finished else NULL
        tables.referrals.add(
            key, str(life.key), str(partner.pk), str(decision), going.mode, going.state, "",
            as_array(matrix.along(profile=partner.profile, mode=going.mode)), "", created, "interest" if going.by else "", "", out,
            str(going.by) if going.by else NULL, moments.text(going.due) if going.due else NULL, out, out,
            moments.text(going.answered) if going.answered else NULL,
            str(going.answered_by) if going.answered else NULL, going.answer, done,
            str(going.answered_by) if going.finished else NULL,
            self.random.choice(stories.OUTCOMES) if going.finished else "",
        )  # fmt: skip
        if going.out:
            met = going.finished or (going.answered if going.state == "declined" else 0)
            if going.state == "withdrawn" or not life.is_open:
                met = met or life.till
            tables.term(
                life, "partner_answer", going.out, going.due, met=met, about=key, bars=not partner.is_internal
            )
        self._tell(life, going, key)
        if ended:
            tables.say(life, life.ends, "routed", f"{partner.name}: teruggenomen door het portaal. {ENDED}")

    def _tell(self, life: Life, going: Going, key: str) -> None:
        tables, name = self.tables, going.partner.name
        is_own = going.mode != "H"
        tables.say(life, life.opened + SOON, "routed" if is_own and going.out else "proposed", name)
        if going.by:
            tables.say(life, going.out, "released", name, by=going.by, label=self.staff.names[going.by])
        if not going.answered:
            return
        who = self.staff.names.get(going.answered_by, "")
        label = f"{who}, {name}"[:120]
        declined = going.state == "declined"
        first, said = ("declined", going.answer) if declined else ("accepted", "")
        tables.say(life, going.answered, first, said, by=going.answered_by, label=label)
        if going.finished:
            tables.say(
                life, going.finished, "finished", stories.OUTCOMES[0], by=going.answered_by, label=label
            )
        if going.state == "asked":
            at = life.some_moment(self.random, going.answered)
            tables.say(life, at, "asked", QUESTION, by=going.answered_by, label=label)
            tables.questions.add(key, QUESTION, moments.text(at), str(going.answered_by))
            tables.term(life, "question", at, moments.due(at, 2), about=key)
