"""What must be right before real people come in: each line says how it stands, why it matters and where it is mended.

Pure: what is in the database was read before (installation.read), what the server has is in server_checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.defaults.default_types import RESTRICTED, TRIAGE
from safetyportal.accounts.roles import Role
from safetyportal.desk import server_checks
from safetyportal.desk.check import Check, Group, check, names, unknown
from safetyportal.desk.installation import Installation
from safetyportal.texts.templatetags.portal import day

SETTINGS, PEOPLE, DESKS, ROUTING = "settings_home", "people_list", "desk_places", "routing_overview"
PARTNERS, COVENANTS = "partner_list", "covenant_list"
MOST_TOWNS = 10
TWO = 2


def groups(found: Installation) -> list[Group]:
    return [
        Group(_("De woningcorporatie"), [*_association(found), _help_lines(found)]),
        Group(_("Ketenpartners en afdelingen"), [*_covenants(found), *_workplaces(found)]),
        Group(_("Mensen en teams"), [*_teams(found), *_roles(found)]),
        Group(_("Routering"), [_rules(found), _gaps(found)]),
        Group(_("De server"), server_checks.checks(found)),
    ]


def _association(found: Installation) -> Iterator[Check]:
    known = found.association
    for code, title, value, why in (
        ("name", _("Naam"), known and known.name, _("De naam staat boven elke pagina en in elke mail.")),
        ("phone", _("Telefoonnummer"), known and known.phone,
         _("Wie er niet uitkomt, belt. Het nummer staat op elke pagina.")),
        ("hours", _("Wanneer u bereikbaar bent"), known and known.phone_hours,
         _("Zonder tijden belt iemand 's nachts voor niets.")),
        ("email", _("E-mailadres"), known and known.email,
         _("Sommige mensen kunnen of durven niet te bellen.")),
        ("address", _("Postadres"), known and known.address, _("Het postadres staat in het briefhoofd.")),
    ):  # fmt: skip
        yield check(
            f"association_{code}",
            title,
            wrong="" if value and value.strip() else _("Nog niet ingevuld."),
            right=_("Ingevuld."),
            why=why,
            where=SETTINGS,
        )


def _help_lines(found: Installation) -> Check:
    unfilled = [line.label for line in found.help_lines if "x" in line.number.lower()]
    wrong = ""
    if not found.help_lines:
        wrong = _("Er staan geen nummers in het portaal.")
    elif unfilled:
        wrong = _("Dit nummer is nog niet ingevuld: {names}.").format(names=names(unfilled))
    return check(
        "help_lines",
        _("Nummers van hulplijnen"),
        wrong=wrong,
        right=_("Alle nummers zijn ingevuld."),
        why=_(
            "Bij gevaar is een goed nummer belangrijker dan een melding. Elke gemeente heeft een eigen nummer."
        ),
        where=SETTINGS,
    )


def _covenants(found: Installation) -> Iterator[Check]:
    outside = [one for one in found.workplaces if not one.is_internal]
    without = [one.name for one in outside if one.covenant_until is None]
    wrong = ""
    if not outside:
        wrong = _("Er doet nog geen ketenpartner mee.")
    elif without:
        wrong = _("Geen geldig convenant: {names}.").format(names=names(without))
    yield check(
        "covenants",
        _("Convenanten"),
        wrong=wrong,
        right=_("Elke ketenpartner heeft een geldig convenant."),
        why=_(
            "Zonder convenant gaat er niets vanzelf naar een partner: een medewerker geeft elke melding vrij."
        ),
        where=COVENANTS if outside else PARTNERS,
    )
    ending = [f"{name} ({day(ends)})" for name, ends in found.covenants_ending]
    yield check(
        "covenants_ending",
        _("Convenanten die binnen 60 dagen aflopen"),
        wrong=_("Loopt binnenkort af: {names}.").format(names=names(ending)) if ending else "",
        right=_("Er loopt binnenkort geen convenant af."),
        why=_("De dag na het einde ziet de partner niet meer wat onder het convenant gedeeld is."),
        where=COVENANTS,
    )
    bare = found.covenants_bare
    yield check(
        "covenants_bare",
        _("Het stuk bij elk convenant"),
        wrong=_("Geen ondertekend stuk bewaard: {names}.").format(names=names(bare)) if bare else "",
        right=_("Bij elk convenant is het ondertekende stuk bewaard."),
        why=_("De toezichthouder vraagt ernaar, en een collega moet kunnen nakijken wat is afgesproken."),
        where=COVENANTS,
    )


def _workplaces(found: Installation) -> Iterator[Check]:
    for code, title, internal in (
        ("partner_people", _("Mensen bij ketenpartners"), False),
        ("desk_people", _("Mensen bij interne afdelingen"), True),
    ):
        empty = [one.name for one in found.workplaces if one.is_internal is internal and not one.open]
        yield check(
            code,
            title,
            wrong=_("Hier kan nog niemand inloggen: {names}.").format(names=names(empty)) if empty else "",
            right=_("Overal kan iemand inloggen."),
            why=_("Er komt werk in de werklijst, ook als niemand het kan lezen."),
            where=DESKS,
        )


def _teams(found: Installation) -> Iterator[Check]:
    title, why = _("Een medewerker voor elk complex"), _("Een zaak van een team zonder mensen blijft liggen.")
    empty = [team.name for team in found.teams if team.complexes and not team.handlers]
    if not any(team.complexes for team in found.teams):
        yield unknown(
            "handlers", title, found=_("Er staan nog geen complexen in het portaal."), why=why, where=PEOPLE
        )
    else:
        yield check(
            "handlers",
            title,
            wrong=_("Team zonder medewerker wijk: {names}.").format(names=names(empty)) if empty else "",
            right=_("Elk complex heeft een team met een medewerker."),
            why=why,
            where=PEOPLE,
        )
    fallback = any(team.is_fallback for team in found.teams)
    yield check(
        "fallback",
        _("Team voor meldingen zonder plek"),
        wrong="" if fallback else _("Er is geen team voor meldingen waarvan de plek niet bekend is."),
        right=_("Er is een team voor."),
        why=_("Zonder dit team kan een melding zonder bekend adres niet binnenkomen."),
    )


def _roles(found: Installation) -> Iterator[Check]:
    for role, least, title, why in (
        (Role.TRIAGE, 1, _("Mensen voor de triage"),
         _("Wat bij geen enkele regel past, komt bij de triage.")),
        (Role.RESTRICTED, 1, _("Mensen voor beschermde zaken"),
         _("Huiselijk geweld en andere beschermde zaken ziet verder niemand.")),
        (Role.FUNCTIONAL, 1, _("Functioneel beheerder"), _("Iemand houdt soorten, termijnen en nummers bij.")),
        (Role.SYSADMIN, TWO, _("Twee systeembeheerders"),
         _("Raakt de ene de toegang kwijt, dan laat de andere die weer binnen.")),
        (Role.PRIVACY, 1, _("Privacyfunctionaris"),
         _("Iemand ziet toe op wat gedeeld wordt. Twee beheerders wijzen die samen aan.")),
    ):  # fmt: skip
        number = found.roles.get(role.value, 0)
        words = ngettext("{number} persoon kan inloggen.", "{number} mensen kunnen inloggen.", number).format(
            number=number
        )
        yield check(
            f"role_{role.value}",
            title,
            wrong=words if number < least else "",
            right=words,
            why=why,
            where=PEOPLE,
        )
    last = [one for one in found.workplaces if one.type_code in (TRIAGE, RESTRICTED)]
    missing = {TRIAGE: _("Triage"), RESTRICTED: _("Beschermde zaken")}
    for one in last:
        missing.pop(one.type_code, None)
    yield check(
        "last_resort",
        _("Werklijsten van triage en beschermde zaken"),
        wrong=_("Deze afdeling doet niet mee: {names}.").format(names=names(list(missing.values())))
        if missing
        else "",
        right=_("Beide werklijsten zijn er."),
        why=_("Wat niemand anders aanneemt, komt hier. Zonder deze lijst lukt routeren niet."),
        where=PARTNERS,
    )


def _rules(found: Installation) -> Check:
    broken = [f"{name}: {why}" for name, why in found.rules if why]
    wrong = ""
    if not found.rules:
        wrong = _("Er is geen enkele regel.")
    elif broken:
        wrong = _("Deze regel werkt niet: {names}.").format(names=names(broken))
    return check(
        "rules",
        _("Regels"),
        wrong=wrong,
        right=ngettext(
            "{number} regel, zonder fouten.", "{number} regels, zonder fouten.", len(found.rules)
        ).format(number=len(found.rules)),
        why=_("Alles wat bij een regel komt die niet werkt, gaat naar de triage."),
        where=ROUTING,
    )


def _gaps(found: Installation) -> Check:
    title = _("Een eerste partner voor elke soort")
    why = _("Heeft een gemeente die partner niet, dan gaat de melding naar de triage, met een alarm.")
    if not found.has_homes:
        return unknown("gaps", title, found=_("Er staan nog geen woningen in het portaal."), why=why)
    towns = [f"{town}: {names(missing)}" for town, missing in found.gaps.items()]
    if len(towns) > MOST_TOWNS:
        towns = [*towns[:MOST_TOWNS], _("en meer gemeenten")]
    return check(
        "gaps",
        title,
        wrong=_("Niet overal is er een partner. {towns}.").format(towns="; ".join(towns)) if towns else "",
        right=_("In elke gemeente met woningen is er een."),
        why=why,
        where=PARTNERS,
    )
