"""What a partner may see: never more than its profile allows, whatever the row says."""

from __future__ import annotations

import re
from dataclasses import astuple, replace
from dataclasses import fields as fields_of
from datetime import UTC, date, datetime, timedelta
from itertools import chain, combinations
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Home
from incidents.following import dialogue
from incidents.models import Case, LadderStep
from incidents.rules.answers import Mode
from partners.defaults.data_types import DATA_TYPES
from partners.defaults.default_matrix import Field
from partners.disclosing.disclosure import Disclosure, disclose
from partners.mailing import delivering
from partners.models import Membership, Partner, Referral, SharedLine
from partners.models.partner import Category, Profile
from partners.models.referral_words import State
from partners.staffing import working
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.notices import outbox
from safetyportal.notices.models import Notice
from tests.incidents import parties as people
from tests.world import at_home, file, filing, home, in_stairwell, person, routed

pytestmark = pytest.mark.django_db

NAME, PHONE, EMAIL, NUMBER = "Kanarina Melderstein", "06-00007391", "kanarie@example.nl", 73911
STORY, SUMMARY = "KANARIEVERHAAL op de trap", "SAMENVATTINGVOORU"
ABOUT_HOME, REPORTER, WITH_TWO, OTHERS = Field.HOME, Field.REPORTER, Field.WITH_TWO, Field.OTHERS
# Attachments: tests/partners/test_attachments.py.
FIELDS = tuple(field for field in Field if field != Field.ATTACHMENTS)
ACCUSED, DIARY, WARNED = "Wim Kanarievogel", "KANARIEREGEL", "L3 Eerste waarschuwing"
# What each field lets through; the story never.
TOKENS = {
    REPORTER: (NAME, "00007391", EMAIL),
    ABOUT_HOME: (str(NUMBER),),
    OTHERS: ("Politie Lindestad-Noord",),
    Field.ACCUSED: (ACCUSED,),
    Field.DIARY: (DIARY,),
    Field.EARLIER: (WARNED, "Bedreiging"),
}
# Words of people: nobody gets one that is not named above.
NEVER = (STORY, "KANARIEREDEN", "KANARIEAFSPRAAK", "KANARIEWEGGELATEN")
# domain.md 4.3, written out once more as it is delivered: H when a person releases it, T with consent, * always, - never.
MATRIX = """
profile       about_home accused reporter diary attachments earlier with_two others
police        H          H       H        H     H           H       -        H
enforcement   -          -       -        -     -           -       -        -
mediation     T          -       T        -     -           -       -        -
care          H          H       -        -     -           -       *        -
municipality  H          H       H        H     H           H       -        H
technical     H          -       -        -     H           -       *        -
basic         -          -       -        -     -           -       -        -
internal      H          -       -        -     H           -       *        -
"""
_HEAD, *_ROWS = (line.split() for line in MATRIX.strip().splitlines())
CELLS = {(row[0], field): cell for row in _ROWS for field, cell in zip(_HEAD[1:], row[1:], strict=True)}
# By itself (A, M), by the reporter's consent (T), by a person (H); the reporter alone agrees to nothing but the own name.
OPENS = {"-": "", "H": "H", "*": "AMTH", "T": "TH"}
MODES = "AMTH"


def opens(profile: str, field: str, mode: str) -> bool:
    cell = CELLS[profile, field]
    return mode in OPENS[cell] and not (cell == "T" and mode == "T" and field != REPORTER)


def allowed(profile: str, mode: str) -> set[str]:
    return {field for field in FIELDS if opens(profile, field, mode)}


@pytest.fixture
def case(association: None) -> Case:
    """By name, about a home, with everything set that could leak; the police have it too."""
    Home.objects.filter(pk=home(4).pk).update(number=NUMBER)
    about = Home.objects.get(number=NUMBER)
    reporter = replace(filing("GEL-MUZ").reporter, name=NAME, phone=PHONE, email=EMAIL, home=about)
    case = routed("GEL-MUZ", story=STORY, reporter=reporter, place=at_home(6), consent=True)
    Case.objects.filter(pk=case.pk).update(about_home=about, mark_aggression_risk=True)
    release(case, Partner.objects.get(code="politie-noord"), [])
    _people_and_past(Case.objects.get(pk=case.pk))
    return Case.objects.get(pk=case.pk)


def _people_and_past(case: Case) -> None:
    """Whom it is about, a line of the diary, an earlier case about the same home, and a warning."""
    now, by = timezone.now(), person("noord@")
    people.accused(case, name=ACCUSED, home=case.about_home)
    dialogue.say(report=case.reports.get(), sort="again", text=f"{DIARY} KANARIEWEGGELATEN", at=now)
    before = file("AGR-BED", place=at_home(8), at=now - timedelta(days=40)).case
    Case.objects.filter(pk=before.pk).update(about_home=case.about_home)
    LadderStep.objects.create(
        case=case, track="civil", level="L3", climbs=1, state="in_force", ground="other", reason="KANARIEREDEN",
        agreed="KANARIEAFSPRAAK", made_by=by, made_at=now, decided_by=by, decided_at=now,
    )  # fmt: skip


def share_line(referral: Referral) -> None:
    line = referral.case.timeline.get(sort="again")
    SharedLine.objects.create(referral=referral, entry=line, text=f"{DIARY} [weggelaten]")


def release(case: Case, partner: Partner, fields: list[str], mode: str = "H") -> Referral:
    """A row as it could stand in the database, whoever wrote it. What a person sends to our own desk has mode A."""
    now, by_hand = timezone.now(), mode == "H"
    return Referral.objects.create(
        case=case, partner=partner, mode="A" if by_hand and partner.is_internal else mode, state=State.RELEASED,
        fields=fields, summary=SUMMARY, created_at=now, released_at=now, due_at=now, next_at=now,
        released_by=person("noord@") if by_hand else None, ground="consent" if by_hand else "",
    )  # fmt: skip


def partner_of(profile: str) -> Partner:
    """With an agreement that names all there is."""
    internal, today = profile == "internal", timezone.localdate()
    partner = Partner.objects.create(
        code=f"test-{profile}", type_code="TEST", name=f"Test {profile}", profile=profile, is_internal=internal,
        category=Category.INTERNAL if internal else Category.OTHER,
    )  # fmt: skip
    partner.covenants.create(data_types=list(DATA_TYPES), starts_on=today, ends_on=today)
    return partner


def let_through(shown: Disclosure) -> set[str]:
    said = {
        ABOUT_HOME: shown.about_home,
        REPORTER: shown.reporter,
        WITH_TWO: shown.with_two,
        OTHERS: shown.others,
        Field.ACCUSED: shown.accused,
        Field.DIARY: shown.diary,
        Field.EARLIER: shown.earlier and shown.steps,
    }
    return {field for field, value in said.items() if value}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("profile", Profile.values)
def test_a_field_outside_the_matrix_is_dropped_whatever_the_row_says(
    case: Case, profile: str, mode: str
) -> None:
    referral = release(case, partner_of(profile), [], mode)
    share_line(referral)
    sets = chain.from_iterable(combinations(FIELDS, size) for size in (0, 1, len(FIELDS) - 1, len(FIELDS)))

    for fields in sets:
        referral.fields = list(fields)
        shown = disclose(referral=referral)

        seen = allowed(profile, mode) & set(fields)
        assert let_through(shown) == seen, fields
        text = repr(astuple(shown))
        assert not [one for one in NEVER if one in text]
        for field, tokens in TOKENS.items():
            if field not in seen:
                assert not [token for token in tokens if token in text], (profile, fields)


@pytest.mark.parametrize(
    ("day_part", "said"), [("night", "Nacht, elke week"), ("unknown", "Elke week"), ("", "Elke week")]
)
def test_a_part_of_the_day_that_nobody_knows_is_not_told(association: None, day_part: str, said: str) -> None:
    case = routed("GEL-MUZ", day_part=day_part, frequency="weekly")

    assert disclose(referral=release(case, partner_of("basic"), [])).when == said


def test_the_words_of_a_reporter_have_no_place_to_go(case: Case) -> None:
    """Nothing but these reaches a partner's page: whoever adds a field says here what it is."""
    assert {field.name for field in fields_of(Disclosure)} == {
        "number", "kind", "urgency", "place", "last_seen_on", "when", "summary", "about_home", "accused", "reporter", "diary",
        "earlier", "steps", "with_two", "others", "why", "questions", "attachments", "revealed",
    }  # fmt: skip


def test_everybody_gets_the_minimum(case: Case) -> None:
    shown = disclose(referral=release(case, partner_of("basic"), []))

    assert shown.number == case.number
    assert shown.kind == case.kind.label
    assert case.complex is not None and shown.place.complex == case.complex.name
    assert shown.place.area == f"{case.complex.neighbourhood}, {case.complex.municipality}"
    assert shown.summary == SUMMARY


def test_a_home_is_never_part_of_the_place(case: Case) -> None:
    shown = disclose(referral=release(case, partner_of("police"), []))

    assert shown.place.space == "In of bij een woning"
    assert not re.search(r"\d", shown.place.space)


def test_a_shared_space_is_named_with_its_entrance(association: None) -> None:
    case = routed("DRU-GEB", place=in_stairwell())

    shown = disclose(referral=Referral.objects.get(case=case, partner__type_code="BOA"))

    assert "Trappenhuis" in shown.place.space
    assert case.entrance is not None and case.entrance.name in shown.place.space


@pytest.mark.parametrize("mode", [Mode.CONFIDENTIAL, Mode.ANONYMOUS])
def test_who_reports_without_a_name_is_never_shown(association: None, mode: Mode) -> None:
    reporter = replace(filing("GEL-MUZ").reporter, mode=mode)
    if mode == Mode.ANONYMOUS:
        reporter = replace(reporter, name="", phone="", email="", home=None)
    case = routed("GEL-MUZ", reporter=reporter, place=at_home(6), consent=False)

    assert disclose(referral=release(case, partner_of("police"), [REPORTER])).reporter is None


def test_where_consent_is_the_ground_who_gave_none_is_not_shown(case: Case) -> None:
    silent = file("GEL-MUZ", place=at_home(8), consent=False)
    mediation = partner_of("mediation")

    without = release(silent.case, mediation, [REPORTER], mode="T")
    given = release(case, mediation, [REPORTER], mode="T")

    assert disclose(referral=without).reporter is None
    contact = disclose(referral=given).reporter
    assert contact is not None and contact.name == NAME


def test_the_urgency_says_haste_and_not_our_own_term(case: Case) -> None:
    shown = disclose(referral=release(case, partner_of("basic"), []))

    assert shown.urgency in ("Spoed", "Snel", "Gewoon")


# Pages and mails


def somebody_at(partner: Partner) -> User:
    audience = Audience.STAFF if partner.is_internal else Audience.PARTNER
    user = User.objects.create_user(email=f"{partner.code}@example.nl", name="Iemand", audience=audience)
    user.role_grants.create(role=Role.DESK if partner.is_internal else Role.PARTNER)
    Membership.objects.create(user=user, partner=partner, starts_on=timezone.localdate())
    return user


def everything(client: Client, referral: Referral) -> str:
    """Every page there is, also those that answer a bad form; headers with them."""
    args = [referral.pk]
    answers: list[Any] = [
        client.get(reverse("partner_queue")),
        client.get(reverse("partner_referral", args=args)),
        client.get(reverse("referral_decline", args=args)),
        client.get(reverse("referral_finish", args=args)),
        client.post(reverse("referral_decline", args=args), {"text": ""}),
        client.post(reverse("referral_accept", args=args), follow=True),
        client.post(reverse("referral_finish", args=args), {"text": "Klaar."}, follow=True),
        client.get(reverse("partner_referral", args=args)),
    ]
    assert {answer.status_code for answer in answers} <= {200, 422}
    return "\n".join(f"{answer.headers} {answer.content.decode()}" for answer in answers)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("profile", Profile.values)
def test_no_page_says_more_than_the_matrix_allows(case: Case, profile: str, mode: str) -> None:
    partner = partner_of(profile)
    referral = release(case, partner, list(FIELDS), mode)
    share_line(referral)
    client = Client()
    client.force_login(somebody_at(partner))

    text = everything(client, referral)

    assert case.number in text
    assert not [one for one in NEVER if one in text]
    for field, tokens in TOKENS.items():
        for token in tokens:
            said = field in allowed(profile, mode) and (token != EMAIL or mode == "H")
            assert (token in text) == said, token
    assert ("Ga hier niet alleen heen" in text) == (WITH_TWO in allowed(profile, mode))


def test_no_mail_says_anything_of_it(case: Case) -> None:
    for referral in Referral.objects.queue():
        delivering.deliver(work_id=referral.pk, at=timezone.now())
    for notice in Notice.objects.all():
        outbox.send(work_id=notice.pk, at=timezone.now())

    sent = "\n".join(
        f"{one.subject} {one.message().as_string()}" for one in mail.outbox if EMAIL not in one.to
    )
    assert person("wijkagent-noord@").email in sent
    for token in (
        NAME,
        "00007391",
        EMAIL,
        str(NUMBER),
        "KANARIE",
        ACCUSED,
        SUMMARY,
        case.number,
        case.kind.label_nl,
    ):
        assert token not in sent


def test_the_day_of_a_member_is_the_dutch_one(association: None) -> None:
    """Half past midnight here it is still yesterday in UTC."""
    member, midnight = person("boa@"), datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    Membership.objects.filter(user=member).update(starts_on=date(2026, 11, 24))
    partner = member.memberships.get().partner_id

    assert member in working.members(partner_id=partner, at=midnight)
    assert member not in working.members(partner_id=partner, at=midnight - timedelta(hours=1))


def test_consent_to_pass_on_name_and_number_passes_on_no_mail_address(case: Case) -> None:
    contact = disclose(referral=release(case, partner_of("mediation"), [REPORTER], mode="T")).reporter

    assert contact is not None
    assert (contact.name, contact.phone, contact.email) == (NAME, PHONE, "")


def test_a_home_that_became_protected_after_the_release_is_not_shown(case: Case) -> None:
    before = release(case, partner_of("police"), [ABOUT_HOME])
    assert disclose(referral=before).about_home is not None

    Home.objects.filter(pk=case.about_home_id).update(is_secret_address=True)
    case = Case.objects.get(pk=case.pk)
    before.case = case
    after = Referral(
        case=case,
        partner=before.partner,
        fields=[ABOUT_HOME],
        mode="H",
        homes_along=[case.about_home_id],
        released_by=before.released_by,
    )

    assert disclose(referral=before).about_home is None
    assert disclose(referral=after).about_home is not None
