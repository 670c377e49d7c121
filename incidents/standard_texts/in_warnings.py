"""Delivered letters that ask for other behaviour. What to do comes before why, and help before what may follow."""

from __future__ import annotations

from incidents.models.standard_text import Moment
from incidents.standard_texts.specs import TextSpec

TEXTS = (
    TextSpec(
        "waarschuwing",
        Moment.WARNING,
        "Eerste waarschuwing",
        """{aanhef},

Wij vragen u om iets te veranderen. In deze brief leest u wat, en waarom.

# Wat vragen wij u?
{afspraken}

# Waarom vragen wij dit?
Wij hebben met u gepraat over {soort}. Andere bewoners hadden daar last van, {periode}. Het gaat om dit: {gedrag}

In uw huurcontract en onze huisregels staat dat iedereen rustig moet kunnen wonen. Het gaat om deze regel: {huisregel}

# Wat gebeurt er nu?
Op {controledatum} kijken wij of het beter gaat. Gaat het goed? Dan hoort u dat van ons.

# Hebt u hulp nodig?
{hulp}

# Bent u het niet met ons eens?
Bel ons vóór {reageren_voor} op {telefoon}, of schrijf ons uw kant van het verhaal. Wij bewaren uw brief bij de zaak.

Verandert er niets? Dan kunnen wij een tweede en laatste waarschuwing sturen. Wij hopen dat dat niet nodig is.""",
        """{aanhef},

We ask you to change something. In this letter you read what, and why.

# What do we ask of you?
{afspraken}

# Why do we ask this?
We talked with you about {soort}. Other residents were bothered by it, {periode}. It is about this: {gedrag}

Your rental contract and our house rules say that everybody must be able to live in peace. It is about this rule: {huisregel}

# What happens now?
On {controledatum} we look at whether it goes better. Does it go well? Then you hear that from us.

# Do you need help?
{hulp}

# Do you disagree with us?
Call us before {reageren_voor} on {telefoon}, or write us your side of the story. We keep your letter with the case.

Does nothing change? Then we can send a second and last warning. We hope that this is not needed.""",
        heading="Waarschuwing",
    ),
    TextSpec(
        "laatste-waarschuwing",
        Moment.LAST_WARNING,
        "Laatste waarschuwing",
        """{aanhef},

Dit is onze laatste waarschuwing. Lees deze brief goed. Begrijpt u iets niet? Bel ons op {telefoon}.

# Wat moet u doen?
{afspraken}

# Waarom?
Wij stuurden u eerder een waarschuwing over {soort}. Daarna ging het niet goed genoeg. Andere bewoners hadden er last van, {periode}. Het gaat om dit: {gedrag}

U houdt zich zo niet aan uw huurcontract. Het gaat om deze regel: {huisregel}

# Wat gebeurt er nu?
Op {controledatum} kijken wij of u doet wat wij vragen. Doet u dat, dan stopt het hier.

Doet u dat niet? Dan kunnen wij naar de rechter gaan. De rechter kan u verplichten om iets te doen of te laten. De rechter kan ook besluiten dat uw huur stopt. Dat willen wij liever niet.

# Hebt u hulp nodig?
{hulp}

Gratis juridisch advies krijgt u bij het Juridisch Loket: 0800-8020.

# Bent u het niet met ons eens?
Bel of schrijf ons vóór {reageren_voor}. Wij luisteren naar u, en bewaren uw brief bij de zaak.""",
        """{aanhef},

This is our last warning. Read this letter with care. Is something not clear? Call us on {telefoon}.

# What must you do?
{afspraken}

# Why?
We sent you a warning about {soort} before. After that it did not go well enough. Other residents were bothered by it, {periode}. It is about this: {gedrag}

In this way you do not keep to your rental contract. It is about this rule: {huisregel}

# What happens now?
On {controledatum} we look at whether you do what we ask. If you do, it stops here.

If you do not? Then we can go to court. The judge can order you to do something or to stop something. The judge can also decide that your rent ends. We would rather not.

# Do you need help?
{hulp}

Free legal advice is given by the Juridisch Loket: 0800-8020.

# Do you disagree with us?
Call or write to us before {reageren_voor}. We listen to you, and keep your letter with the case.""",
        heading="Laatste waarschuwing",
    ),
    TextSpec(
        "gedragsaanwijzing",
        Moment.CONDUCT,
        "Aanbod van een gedragsaanwijzing",
        """{aanhef},

Wij doen u een voorstel. Het heet een gedragsaanwijzing. Daarin staat precies wat u doet en niet doet, en hoe wij u daarbij helpen. Samen zetten wij er een handtekening onder.

# Dit stellen wij voor
{afspraken}

# Dit doen wij voor u
{hulp}

# Waarom doen wij dit voorstel?
Wij hebben gepraat en gewaarschuwd over {soort}. Het gaat nog niet goed genoeg. Wij willen dat u hier kunt blijven wonen, en dat uw buren ook rustig wonen.

# Wat vragen wij u?
- Kom op {datum_gesprek} naar deze plek: {plek_gesprek}. Dan nemen wij het voorstel samen door.
- Neem iemand mee die u vertrouwt. Laat het voorstel eerst lezen door iemand anders, bijvoorbeeld het Juridisch Loket: 0800-8020, gratis.
- Teken alleen als u het begrijpt. Wilt u iets anders? Zeg het ons.

# En als u niet tekent?
Dan kunnen wij de rechter vragen om te beslissen. Dat willen wij liever niet.""",
        """{aanhef},

We make you an offer. It is called a “gedragsaanwijzing”: a written promise about behaviour. It says exactly what you do and do not do, and how we help you with that. We both sign it.

# What we propose
{afspraken}

# What we do for you
{hulp}

# Why do we make this offer?
We have talked and warned about {soort}. It does not go well enough yet. We want you to be able to stay here, and your neighbours to live in peace too.

# What do we ask of you?
- Come on {datum_gesprek} to this place: {plek_gesprek}. Then we go through the offer together.
- Bring somebody you trust. Let somebody else read the offer first, such as the Juridisch Loket: 0800-8020, free.
- Only sign if you understand it. Do you want something different? Tell us.

# And if you do not sign?
Then we can ask the judge to decide. We would rather not.""",
        heading="Voorstel: een gedragsaanwijzing",
    ),
    TextSpec(
        "laatste-kans",
        Moment.LAST_CHANCE,
        "Aanbod van een laatstekansovereenkomst",
        """{aanhef},

Wij geven u een laatste kans om hier te blijven wonen. Daarvoor maken wij een nieuw contract met duidelijke afspraken. Het heet een laatstekansovereenkomst.

# Dit zijn de afspraken
{afspraken}

# Deze hulp hoort erbij
{hulp}

# Wat vragen wij u?
- Kom op {datum_gesprek} naar deze plek: {plek_gesprek}. Dan bespreken wij het contract.
- Neem iemand mee die u vertrouwt.
- Laat het contract eerst lezen door iemand anders. Het Juridisch Loket helpt gratis: 0800-8020.
- Laat ons vóór {reageren_voor} weten wat u wilt.

# Waarom doen wij dit?
Wij hebben gepraat, afspraken gemaakt en gewaarschuwd over {soort}. Dat hielp niet genoeg. Wij kunnen nu naar de rechter. Maar wij geven u liever nog een kans, met hulp.

# En daarna?
Op {controledatum} kijken wij samen hoe het gaat. Houdt u zich niet aan de afspraken? Dan gaan wij naar de rechter, en vragen wij om uw huur te stoppen.""",
        """{aanhef},

We give you a last chance to go on living here. For that we make a new contract with clear agreements. It is called a “laatstekansovereenkomst”: a last-chance agreement.

# These are the agreements
{afspraken}

# This help comes with it
{hulp}

# What do we ask of you?
- Come on {datum_gesprek} to this place: {plek_gesprek}. Then we discuss the contract.
- Bring somebody you trust.
- Let somebody else read the contract first. The Juridisch Loket helps for free: 0800-8020.
- Let us know before {reageren_voor} what you want.

# Why do we do this?
We have talked, made agreements and warned about {soort}. That did not help enough. We can go to court now. But we would rather give you one more chance, with help.

# And after that?
On {controledatum} we look together at how it goes. Do you not keep to the agreements? Then we go to court, and ask the judge to end your rent.""",
        heading="Voorstel: een laatste kans",
    ),
)
