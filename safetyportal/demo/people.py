"""The people who sign in to the demo: staff with teams and desks, and people at partners. All invented."""

from __future__ import annotations

from dataclasses import dataclass

from partners.staffing.desk_loading import desk_code
from safetyportal.accounts.roles import Audience, Role
from safetyportal.demo.plans import CENTRE, NORTH, SOUTH

DEMO_PASSWORD = "welkom-bij-de-linde"


@dataclass(frozen=True)
class Grant:
    """A role for one team, or without a team for the whole association."""

    role: Role
    team: str = ""


@dataclass(frozen=True)
class PersonSpec:
    """`partners` are codes of partners or desks whose queue this person sees."""

    email: str
    name: str
    audience: Audience
    grants: tuple[Grant, ...]
    partners: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoAccount:
    """A row of the table that `make demo` prints."""

    role_nl: str
    email: str
    look_nl: str


def _staff(email: str, name: str, *grants: Grant, desks: str = "") -> PersonSpec:
    codes = tuple(desk_code(code) for code in desks.split())
    return PersonSpec(f"{email}@delinde.example.nl", name, Audience.STAFF, grants, codes)


def _partner(email: str, name: str, *partners: str, admin: bool = False) -> PersonSpec:
    grants = (Grant(Role.PARTNER), Grant(Role.PARTNER_ADMIN)) if admin else (Grant(Role.PARTNER),)
    return PersonSpec(email, name, Audience.PARTNER, grants, partners)


DESK = Grant(Role.DESK)

STAFF: tuple[PersonSpec, ...] = (
    _staff("noord", "Marieke Korenaar", Grant(Role.HANDLER, NORTH), DESK, desks="WC-NOORD"),
    _staff("noord2", "Bilal Chaouki", Grant(Role.HANDLER, NORTH), DESK, desks="WC-NOORD"),
    _staff("zuid", "Glenn Pinasie", Grant(Role.HANDLER, SOUTH), DESK, desks="WC-ZUID"),
    _staff("zuid2", "Petra Oosterweg", Grant(Role.HANDLER, SOUTH), DESK, desks="WC-ZUID"),
    _staff("centrum", "Elif Kayabaş", Grant(Role.HANDLER, CENTRE), DESK, desks="WC-CENTRUM"),
    _staff("teamleider", "Jeroen Haverkort", Grant(Role.LEAD, NORTH), Grant(Role.HANDLER, NORTH)),
    _staff("teamleider-zuid", "Soraya Ramdien", Grant(Role.LEAD, SOUTH), Grant(Role.LEAD, CENTRE)),
    _staff("triage", "Hanneke Dekkerman", Grant(Role.TRIAGE), DESK, desks="TRIAGE"),
    _staff("beschermd", "Sanne Veldhuisen", Grant(Role.RESTRICTED), DESK, desks="BESCHERMD"),
    _staff("privacy", "Ruud Waterdrinker", Grant(Role.PRIVACY)),
    _staff("beheer", "Karima Lahmidi", Grant(Role.FUNCTIONAL)),
    _staff("systeem", "Tim Schippersma", Grant(Role.SYSADMIN)),
    _staff("techniek", "Jacek Mazurkiew", DESK, desks="TECH ONG"),
    _staff("wijkbeheer", "Henk Poldervaart", DESK, desks="WB"),
    _staff("woonfraude", "Yvonne Terwiel", DESK, desks="FRA INC"),
    _staff("juridisch", "Niels Wijnholds", DESK, desks="JUR"),
)

PARTNERS: tuple[PersonSpec, ...] = (
    _partner("wijkagent-noord@politie.example.nl", "Daan Brouwhuis", "politie-noord", admin=True),
    _partner("wijkagent-zuid@politie.example.nl", "Merlin Doelwijt", "politie-zuid"),
    _partner("boa@lindestad.example.nl", "Carla Rietveldt", "handhaving-lindestad"),
    _partner("veiligheid@lindestad.example.nl", "Inge Smeetink", "gemeente-lindestad"),
    _partner("veiligheid@vaartdorp.example.nl", "Willem Akkerboom", "gemeente-vaartdorp"),
    _partner(
        "jongerenwerk@lindestad.example.nl", "Yassin Tahirini", "jongerenwerk-noord", "jongerenwerk-zuid"
    ),
    _partner("meldpunt@ggd.example.nl", "Loes Nieuwlander", "ggd-meldpunt"),
    _partner("wijkteam-noord@lindestad.example.nl", "Farida Mohanlal", "wijkteam-noord"),
    _partner("wijkteam-zuid@lindestad.example.nl", "Thijs Zandbelt", "wijkteam-zuid"),
    _partner("welzijn@debrug.example.nl", "Lucia Lieveldo", "welzijn-de-brug"),
    _partner("bemiddeling@lindestad.example.nl", "Truus Groenewold", "buurtbemiddeling-lindestad"),
    _partner("bemiddeling@vaartdorp.example.nl", "Kees Uilenbos", "buurtbemiddeling-vaartdorp"),
    _partner("preventie@brandweer.example.nl", "Lars Meulenkamp", "brandweer-lindestad"),
    _partner("intake@dekade.example.nl", "Olena Kovalyuk", "verslavingszorg-de-kade"),
    _partner("schuldhulp@lindestad.example.nl", "Corrie Hoogendam", "schuldhulp-lindestad"),
)

PEOPLE = (*STAFF, *PARTNERS)

DEMO_ACCOUNTS: tuple[DemoAccount, ...] = (
    DemoAccount(
        "Medewerker Noord",
        "noord@delinde.example.nl",
        "inbox van de eigen wijk, een zaak nemen, een voorstel vrijgeven",
    ),
    DemoAccount("Medewerker Zuid", "zuid@delinde.example.nl", "dezelfde schermen, andere zaken"),
    DemoAccount(
        "Teamleider", "teamleider@delinde.example.nl", "zaken van het team en een geheim adres vrijgeven"
    ),
    DemoAccount("Triage", "triage@delinde.example.nl", "meldingen zonder partner of zonder bekende plek"),
    DemoAccount("Beschermde zaken", "beschermd@delinde.example.nl", "zaken die niemand anders ziet"),
    DemoAccount("Technische dienst", "techniek@delinde.example.nl", "een interne werklijst"),
    DemoAccount("Wijkbeheer", "wijkbeheer@delinde.example.nl", "afval en vluchtwegen, zonder namen"),
    DemoAccount("Politie Noord", "wijkagent-noord@politie.example.nl", "alleen wat de politie mag zien"),
    DemoAccount("Handhaving", "boa@lindestad.example.nl", "een doorverwijzing aannemen of teruggeven"),
    DemoAccount(
        "Jongerenwerk", "jongerenwerk@lindestad.example.nl", "groepen bij het gebouw, Zuid zonder convenant"
    ),
    DemoAccount("GGD Meldpunt", "meldpunt@ggd.example.nl", "pas zichtbaar als een medewerker vrijgeeft"),
    DemoAccount(
        "Buurtbemiddeling", "bemiddeling@lindestad.example.nl", "alleen met toestemming van de melder"
    ),
    DemoAccount("Gemeente", "veiligheid@lindestad.example.nl", "ernstige zaken voor de casustafel"),
    DemoAccount("Privacyfunctionaris", "privacy@delinde.example.nl", "mag inloggen, ziet geen zaken"),
    DemoAccount(
        "Functioneel beheer", "beheer@delinde.example.nl", "regels en stand van de routering, geen zaken"
    ),
    DemoAccount("Systeembeheer", "systeem@delinde.example.nl", "stand van de processen, geen zaken"),
)
