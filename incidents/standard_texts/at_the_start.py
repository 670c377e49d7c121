"""What a reporter reads first: that we have the report, what we do and what they can do, and what we still miss."""

from __future__ import annotations

from incidents.models.standard_text import Moment
from incidents.standard_texts.specs import TextSpec

TEXTS = (
    TextSpec(
        "eerste-contact",
        Moment.RECEIVED,
        "Eerste contact: dit gaan wij doen",
        """{aanhef},

Fijn dat u dit meldt. Wij hebben uw melding over {soort} gelezen.

Dit doen wij nu:
- Wij kijken wat er aan de hand is.
- Wij praten met andere bewoners als dat nodig is. Een verhaal heeft altijd meer kanten.
- U hoort van ons hoe het verder gaat, ook als er nog geen nieuws is.

Dit kunt u doen:
- Gebeurt het weer? Zet het dan op deze pagina. Schrijf op wanneer het was en wat u merkte.
- Is er gevaar? Bel dan direct 112.

Wij zeggen niet tegen uw buren dat u hebt gemeld.

Hebt u een vraag? Schrijf die op deze pagina, of bel {telefoon}.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

Thank you for telling us. We have read your report about {soort}.

What we do now:
- We look into what is going on.
- We talk with other residents if that is needed. There is always more than one side to a story.
- We tell you how it goes on, also when there is no news yet.

What you can do:
- Does it happen again? Tell us on this page. Write down when it was and what you noticed.
- Is there danger? Call 112 at once.

We do not tell your neighbours that you made a report.

Do you have a question? Write it on this page, or call {telefoon}.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "eerste-contact-geluid",
        Moment.RECEIVED,
        "Eerste contact bij geluid: houd bij wanneer u het hoort",
        """{aanhef},

Wij hebben uw melding over {soort} gelezen. Geluid van anderen kan heel vervelend zijn.

Wilt u de komende twee weken bijhouden wanneer u het hoort? Zet het op deze pagina. Schrijf op:
- welke dag het was, en hoe laat ongeveer;
- wat u hoorde, en hoe lang;
- wat u zelf hebt gedaan.

Hoort u een dag niets? Dan is dat ook goed om te weten. Zo zien wij samen of het beter wordt.

Hebt u al met uw buren gepraat? Vaak weten mensen niet dat u hen hoort. Doe dit alleen als u zich daar veilig bij voelt.

Over twee weken hoort u van ons hoe het verder gaat.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We have read your report about {soort}. Noise of other people can be very hard to live with.

Will you keep track of when you hear it for the next two weeks? Put it on this page. Write down:
- which day it was, and about what time;
- what you heard, and for how long;
- what you did yourself.

Do you hear nothing for a day? That is good to know too. So we see together whether it gets better.

Have you talked with your neighbours? Often people do not know that you can hear them. Only do this if you feel safe.

In two weeks you hear from us how it goes on.

Kind regards,
{medewerker}, {corporatie}""",
        group="GEL",
    ),
    TextSpec(
        "eerste-contact-drugs",
        Moment.RECEIVED,
        "Eerste contact bij drugs en criminaliteit: let op uzelf",
        """{aanhef},

Goed dat u dit meldt. Wij nemen uw melding over {soort} serieus.

Let eerst op uzelf:
- Bel 112 als er gevaar is. Bel 0900-8844 als u iets ziet gebeuren en er geen spoed is.
- Spreek mensen niet zelf aan, en maak geen foto's van hen.
- Wilt u niet bekend worden bij de politie? Bel dan Meld Misdaad Anoniem: 0800-7000.

Wij zeggen niet tegen anderen dat u hebt gemeld. Ziet u weer iets? Zet het op deze pagina als u veilig thuis bent.

Wij kunnen u niet alles vertellen wat wij doen. Wel hoort u van ons dat wij ermee bezig zijn.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

It is good that you report this. We take your report about {soort} seriously.

Look after yourself first:
- Call 112 if there is danger. Call 0900-8844 if you see something happen and it is not urgent.
- Do not speak to the people yourself, and do not take pictures of them.
- Do you want to stay unknown to the police? Call Meld Misdaad Anoniem: 0800-7000.

We do not tell others that you made a report. Do you see something again? Put it on this page when you are safe at home.

We cannot tell you everything we do. You do hear from us that we are working on it.

Kind regards,
{medewerker}, {corporatie}""",
        group="DRU",
    ),
    TextSpec(
        "vraag",
        Moment.QUESTION,
        "Een vraag aan de melder",
        """{aanhef},

Wij willen u graag goed helpen. Daarvoor missen wij nog iets:

{vraag}

Wilt u op deze pagina antwoorden? Een paar woorden is genoeg. Schrijft u liever niet? Bel ons dan op {telefoon}.

Zolang wij uw antwoord niet hebben, kunnen wij niet verder.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We want to help you well. For that we still miss something:

{vraag}

Will you answer on this page? A few words are enough. Would you rather not write? Then call us on {telefoon}.

As long as we do not have your answer, we cannot go on.

Kind regards,
{medewerker}, {corporatie}""",
    ),
)
