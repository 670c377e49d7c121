"""What the page says must be right before real people come in: each line when it is, and when it is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from complexes.models import Complex, Home
from incidents.models import Kind
from partners.models import Covenant, CovenantPaper, Membership, Partner, PartnerArea
from safetyportal.accounts.models import RoleGrant, Team, User
from safetyportal.accounts.roles import Role
from safetyportal.clock.heartbeat import beat
from safetyportal.notices import outbox
from safetyportal.notices.models import Notice
from safetyportal.texts.models import Association, HelpLine
from tests.ruling import rules_become
from tests.world import days, person

pytestmark = pytest.mark.django_db
OK, TODO, UNKNOWN = "in orde", "nog doen", "niet te zien"
PLACE = reverse("setup_checklist")


def signed_in(email: str = "systeem@") -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def lines(email: str = "systeem@") -> dict[str, str]:
    """The page as somebody reads it: the words of each line by its code."""
    page = signed_in(email).get(PLACE).content.decode()
    found = re.findall(r'<li[^>]*id="check-(\w+)">(.*?)</li>', page, re.DOTALL)
    return {code: " ".join(re.sub(r"<[^>]+>", " ", words).split()) for code, words in found}


def link(code: str, email: str) -> str:
    page = signed_in(email).get(PLACE).content.decode()
    line = re.search(rf'id="check-{code}">(.*?)</li>', page, re.DOTALL)
    found = re.search(r'href="([^"]+)"', line[1]) if line else None
    return found[1] if found else ""


def fill_gaps() -> None:
    """A partner of each type that misses, for the whole municipality."""
    places = {"municipality": "Vaartdorp"}, {"municipality": "Lindestad"}
    for number, code in enumerate({code for kind in Kind.objects.all() for code in kind.first_partners}):
        partner = Partner.objects.create(
            code=f"extra-{number}", type_code=code, name=f"Extra {code}", category="other"
        )
        for place in places:
            PartnerArea.objects.create(partner=partner, **place)
        until = timezone.localdate() + days(400)
        Covenant.objects.create(partner=partner, purpose="x", starts_on=timezone.localdate(), ends_on=until)


def gone(**which: str) -> None:
    partners = Partner.objects.filter(**which)
    Covenant.objects.filter(partner__in=partners).delete()
    partners.delete()


def keep_papers() -> None:
    for covenant in Covenant.objects.filter(papers=None):
        CovenantPaper.objects.create(
            covenant=covenant,
            size=1,
            sha256="x",
            key="x",
            added_at=timezone.now(),
            added_by=person("privacy@"),
        )


def renew() -> None:
    for covenant in Covenant.objects.all():
        after = covenant.ends_on + days(1)
        Covenant.objects.create(
            partner=covenant.partner, purpose="x", starts_on=after, ends_on=after + days(900)
        )


def staff_everywhere() -> None:
    for partner in Partner.objects.all():
        user = person("beschermd@" if partner.is_restricted else "boa@")
        Membership.objects.get_or_create(
            user=user, partner=partner, defaults={"starts_on": timezone.localdate()}
        )


def extend_covenants() -> None:
    for partner in Partner.objects.filter(is_internal=False):
        Covenant.objects.update_or_create(
            partner=partner,
            defaults={
                "purpose": "x", "starts_on": timezone.localdate(), "ends_on": timezone.localdate() + days(400),
            },
        )  # fmt: skip


def one_more(role: Role) -> None:
    RoleGrant.objects.create(user=person("juridisch@"), role=role)


def handler_for_all() -> None:
    for team in Team.objects.all():
        RoleGrant.objects.get_or_create(user=person("juridisch@"), role=Role.HANDLER, team=team)


def fill_association() -> None:
    Association.objects.update_or_create(
        pk=1,
        defaults={
            "name": "Woonstichting De Linde", "phone": "085 000 00 00", "phone_hours": "Elke dag",
            "email": "info@delinde.example.nl", "address": "Lindeplein 1",
        },
    )  # fmt: skip


def show_processes(*names: str) -> None:
    for name in names or ("relay", "worker"):
        beat(name=name, at=timezone.now())


def never(role: Role) -> Callable[[], Any]:
    return lambda: RoleGrant.objects.filter(role=role).delete()


def empty(field: str) -> Callable[[], Any]:
    return lambda: Association.objects.update(**{field: "  "})


def break_rule() -> None:
    rules_become(
        lambda rules: rules.filter(position=10).update(
            targets=[["POL", "Z"]], use_kind_default=False, name="Mijn regel"
        )
    )


def strange_rule() -> None:
    rules_become(lambda rules: rules.filter(position=10).update(kinds=["ZZZ-ZZZ"], name="Mijn regel"))


def no_rules() -> None:
    rules_become(lambda rules: rules.delete())


def close(email: str) -> None:
    User.objects.filter(email__startswith=email).update(is_active=False)


# code, what makes it right, what breaks it then, what the page says about it
BOTH_WAYS: list[tuple[str, Callable[[], Any], Callable[[], Any], str]] = [
    *((f"association_{code}", fill_association, empty(field), "Nog niet ingevuld") for code, field in (
        ("name", "name"), ("phone", "phone"), ("hours", "phone_hours"), ("email", "email"), ("address", "address"),
    )),
    ("help_lines", lambda: HelpLine.objects.filter(number__contains="x").update(number="14 099"),
     lambda: HelpLine.objects.filter(code="municipality").update(number="14 0xx"), "ingevuld: Gemeente"),
    ("help_lines", lambda: HelpLine.objects.filter(number__contains="x").delete(),
     lambda: HelpLine.objects.all().delete(), "geen nummers"),
    ("covenants", extend_covenants,
     lambda: Covenant.objects.filter(partner__code="politie-noord").update(starts_on=timezone.localdate() + days(1)),
     "Politie Lindestad-Noord"),
    ("covenants_ending", extend_covenants,
     lambda: Covenant.objects.filter(partner__code="politie-noord").update(ends_on=timezone.localdate() + days(60)),
     "Politie Lindestad-Noord"),
    ("covenants_ending", renew,
     lambda: Covenant.objects.filter(starts_on__gt=timezone.localdate()).delete(), "Gemeente Vaartdorp"),
    ("covenants_bare", keep_papers,
     lambda: CovenantPaper.objects.filter(covenant__partner__code="politie-noord").delete(), "Politie Lindestad-Noord"),
    ("partner_people", staff_everywhere, lambda: close("boa@"), "Handhaving (boa) Lindestad"),
    ("desk_people", staff_everywhere, lambda: Membership.objects.filter(partner__code="afdeling-jur").delete(),
     "Juridische zaken"),
    ("desk_people", staff_everywhere, never(Role.RESTRICTED), "Beschermde zaken"),
    ("handlers", handler_for_all, lambda: close("juridisch@") or never(Role.HANDLER)(), "Noord"),
    ("fallback", lambda: None, lambda: Team.objects.update(is_fallback=False), "geen team"),
    ("role_triage", lambda: None, never(Role.TRIAGE), "0 mensen"),
    ("role_restricted", lambda: None, lambda: close("beschermd@"), "0 mensen"),
    ("role_functional", lambda: None, never(Role.FUNCTIONAL), "0 mensen"),
    ("role_sysadmin", lambda: one_more(Role.SYSADMIN), lambda: close("juridisch@"), "1 persoon"),
    ("role_privacy", lambda: None, lambda: RoleGrant.objects.filter(role=Role.PRIVACY).update(
        waiting=True, granted_by=person("systeem@")), "0 mensen"),
    ("last_resort", lambda: None,
     lambda: Partner.objects.filter(type_code="BESCHERMD").update(active_to=timezone.localdate() - days(1)),
     "Beschermde zaken"),
    ("rules", lambda: None, break_rule, "Mijn regel: onbekende deelwijze"),
    ("rules", lambda: None, strange_rule, "Mijn regel: ZZZ-ZZZ"),
    ("rules", lambda: None, no_rules, "geen enkele regel"),
    ("gaps", fill_gaps, lambda: gone(type_code="BOA"), "Handhaving (boa)"),
    ("relay", show_processes, lambda: beat(name="relay", at=timezone.now() - timedelta(minutes=1)), "geen teken"),
    ("worker", show_processes, lambda: beat(name="worker", at=timezone.now() - timedelta(minutes=9)), "geen teken"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "right", "wrong", "says"), BOTH_WAYS, ids=[f"{one[0]}-{one[3][:20]}" for one in BOTH_WAYS]
)
def test_a_line_is_right_or_says_what_is_still_to_be_done(
    association: None, code: str, right: Callable[[], Any], wrong: Callable[[], Any], says: str
) -> None:
    right()
    before = lines()[code]
    wrong()
    after = lines()[code]

    assert OK in before, before
    assert TODO in after, after
    assert says in after
    assert says not in before


@pytest.mark.parametrize(
    ("code", "setting", "right", "wrong", "says"),
    [
        ("https", "PUBLIC_URL", "https://portaal.delinde.example.nl", "http://portaal.example.nl", "https"),
        ("second_factor", "SECOND_FACTOR_REQUIRED", True, False, "alleen een wachtwoord"),
        ("sender", "DEFAULT_FROM_EMAIL", "De Linde <post@delinde.test>", "Portaal <noreply@example.nl>", "MAIL_FROM"),
        ("sender", "DEFAULT_FROM_EMAIL", "post@notexample.nl", "post@portaal.Example.NL", "MAIL_FROM"),
    ],
)  # fmt: skip
def test_a_setting_of_the_server_is_right_or_names_where_it_is_set(
    association: None, settings: Any, code: str, setting: str, right: Any, wrong: Any, says: str
) -> None:
    totp.TOTP.activate(person("systeem@"), "JBSWY3DPEHPK3PXP")
    setattr(settings, setting, right)
    before = lines()[code]
    setattr(settings, setting, wrong)
    after = lines()[code]

    assert OK in before
    assert TODO in after
    assert says in after


def test_keys_of_the_demo_are_told_one_by_one(association: None, settings: Any) -> None:
    own = {"SECRET_KEY": "s" * 60, "INDEX_KEY": "i" * 40, "CODE_PEPPER": "p" * 40}
    kept = {name: getattr(settings, name) for name in own}
    demo = list(settings.FIELD_KEYS)
    settings.FIELD_KEYS = ["eigen1:" + "QUJD" * 10 + "QUI=", *demo]
    for name, value in own.items():
        setattr(settings, name, value)
    client_key = lines()["keys"]

    settings.FIELD_KEYS = demo
    field_keys = lines()["keys"]
    settings.FIELD_KEYS = ["eigen1:" + "QUJD" * 10 + "QUI="]
    for name in ("INDEX_KEY", "CODE_PEPPER"):
        setattr(settings, name, kept[name])
        assert TODO in lines()["keys"], name
        setattr(settings, name, own[name])

    assert OK in client_key
    assert TODO in field_keys


def test_what_cannot_be_seen_is_said_to_be_so(association: None) -> None:
    show_processes()
    seen = lines()["broker"]
    beat(name="worker", at=timezone.now() - timedelta(minutes=9))

    assert OK in seen
    assert UNKNOWN in lines()["broker"]


def test_without_homes_nothing_can_be_said_about_places(association: None) -> None:
    Home.objects.all().delete()
    Complex.objects.all().delete()

    found = lines()

    assert UNKNOWN in found["gaps"]
    assert UNKNOWN in found["handlers"]


def test_a_neighbourhood_without_a_partner_counts_for_its_municipality(association: None) -> None:
    fill_gaps()
    gone(code__startswith="extra-", type_code="POL")
    whole = lines()["gaps"]
    PartnerArea.objects.filter(
        partner__type_code="POL", neighbourhood=Complex.objects.first().neighbourhood
    ).delete()  # type: ignore[union-attr]

    assert OK in whole
    assert "Politie" in lines()["gaps"]


def test_nothing_is_filled_in_and_the_page_still_opens(association: None) -> None:
    Association.objects.all().delete()
    HelpLine.objects.all().delete()
    no_rules()
    Membership.objects.all().delete()

    found = lines()

    assert TODO in found["association_name"]
    assert TODO in found["partner_people"]


def test_the_page_counts_what_is_left(association: None) -> None:
    page = signed_in().get(PLACE).content.decode()

    todo = sum(TODO in words for words in lines().values())
    assert f"Er zijn nog {todo} dingen te doen" in page


@pytest.mark.parametrize(
    "email", ["noord@", "teamleider@", "triage@", "privacy@", "boa@", "wijkagent-noord@"]
)
def test_the_page_is_for_those_who_fit_the_portal_out(association: None, email: str) -> None:
    assert signed_in(email).get(PLACE).status_code == 403
    assert signed_in(email).post(reverse("setup_test_mail")).status_code == 403


def test_a_line_leads_to_its_page_only_for_who_may_open_that(association: None) -> None:
    assert link("role_sysadmin", "systeem@") == reverse("people_list")
    assert link("role_sysadmin", "beheer@") == ""
    assert link("partner_people", "systeem@") == reverse("desk_places")
    assert link("covenants", "beheer@") == reverse("covenant_list")
    assert link("covenants_ending", "beheer@") == reverse("covenant_list")
    assert link("covenants", "systeem@") == ""
    assert link("gaps", "beheer@") == reverse("partner_list")


def test_without_any_partner_it_leads_to_the_register_of_partners(association: None) -> None:
    Partner.objects.filter(is_internal=False).update(active_to=timezone.localdate() - days(1))

    assert link("covenants", "beheer@") == reverse("partner_list")


def test_nobody_is_named(association: None) -> None:
    page = signed_in("beheer@").get(PLACE).content.decode()

    for user in User.objects.exclude(email__startswith="beheer@"):
        assert user.name not in page
        assert user.email not in page


def test_the_page_costs_the_same_for_three_and_for_many_complexes(
    association: None, django_assert_max_num_queries: Any
) -> None:
    team, client = Team.objects.all()[0], signed_in()
    with django_assert_max_num_queries(24) as few:
        client.get(PLACE)
    for number in range(200):
        one = Complex.objects.create(
            code=f"X{number}", name=f"Complex {number}", municipality=f"Stad {number % 40}",
            neighbourhood=f"Wijk {number}", form="houses", team=team,
        )  # fmt: skip
        Home.objects.create(complex=one, street="Beukenlaan", number=number, postcode="9990ZZ", city="Stad")

    with django_assert_max_num_queries(len(few)):
        page = client.get(PLACE).content.decode()

    assert "meer gemeenten" in page


# The mail test


def asked() -> Notice:
    return Notice.objects.filter(template="test_mail").latest("created_at")


def test_a_test_mail_goes_to_oneself_through_the_outbox_and_the_page_says_how_it_went(
    association: None, mailoutbox: list[mail.EmailMessage]
) -> None:
    client = signed_in("beheer@")

    client.post(reverse("setup_test_mail"))
    waiting = client.get(PLACE).content.decode()
    outbox.send(work_id=asked().pk, at=timezone.now())
    sent = client.get(PLACE).content.decode()

    assert "wacht nog" in waiting
    assert "is verstuurd op" in sent
    assert mailoutbox[0].to == [person("beheer@").email]
    assert PLACE in mailoutbox[0].body


def test_a_mail_that_fails_says_so_and_what_was_wrong(
    association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    client = signed_in()
    client.post(reverse("setup_test_mail"))

    outbox.send(work_id=asked().pk, at=timezone.now())
    once = client.get(PLACE).content.decode()
    for turn in range(1, outbox.MAX_ATTEMPTS):
        outbox.send(work_id=asked().pk, at=timezone.now() + timedelta(minutes=turn))
    dead = client.get(PLACE).content.decode()

    assert "1 poging is mislukt" in once
    assert "na 8 pogingen mislukt" in dead
    assert "de mailserver is niet bereikbaar" in once
    assert "de mailserver is niet bereikbaar" in dead


def test_one_mail_at_a_time(association: None) -> None:
    client = signed_in()

    for _click in range(3):
        client.post(reverse("setup_test_mail"))

    assert Notice.objects.filter(template="test_mail").count() == 1


def test_when_it_is_out_another_may_be_asked_for_in_the_next_minute(association: None) -> None:
    now = timezone.now()
    with time_machine.travel(now):
        signed_in().post(reverse("setup_test_mail"))
        outbox.send(work_id=asked().pk, at=now)
        signed_in().post(reverse("setup_test_mail"))
        same_minute = Notice.objects.filter(template="test_mail").count()

    with time_machine.travel(now + timedelta(minutes=1, seconds=5)):
        signed_in().post(reverse("setup_test_mail"))

    assert (same_minute, Notice.objects.filter(template="test_mail").count()) == (1, 2)


def test_how_the_mail_of_another_went_is_not_shown(association: None) -> None:
    signed_in("beheer@").post(reverse("setup_test_mail"))

    assert "wacht nog" not in signed_in("systeem@").get(PLACE).content.decode()
