"""Delivered texts to reporters while we work on a case. They name nobody, and no partner."""

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
    TextSpec(
        "voortgang",
        Moment.PROGRESS,
        "Voortgang: nog geen nieuws",
        """{aanhef},

Er is nog geen nieuws over uw melding. Wij zijn u niet vergeten: wij werken er nog aan.

Dit soort dingen kost soms tijd. Wij willen iedereen horen voor wij iets besluiten.

Merkt u het nog? Of juist niet meer? Zet het op deze pagina. Dat helpt ons.

U hoort binnen twee weken weer van ons.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

There is no news about your report yet. We have not forgotten you: we are still working on it.

Things like this can take time. We want to hear everybody before we decide.

Do you still notice it? Or not any more? Tell us on this page. That helps us.

You hear from us again within two weeks.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "buurtbemiddeling",
        Moment.MEDIATION,
        "Buurtbemiddeling aangeboden",
        """{aanhef},

Wij denken dat buurtbemiddeling kan helpen. Twee vrijwilligers luisteren eerst naar u, en dan naar uw buren. Daarna helpen zij u om samen afspraken te maken. Zij kiezen geen partij. Het kost u niets.

Wilt u dit proberen? Zet op deze pagina «ja» of «nee». Zegt u ja, dan geven wij uw naam en telefoonnummer aan buurtbemiddeling. Doen wij dat niet, dan weten zij niet wie u bent.

Zegt u nee? Dan kijken wij samen wat er nog meer kan.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We think that neighbour mediation can help. Two volunteers first listen to you, and then to your neighbours. After that they help you to make agreements together. They take no side. It costs you nothing.

Do you want to try this? Write “yes” or “no” on this page. If you say yes, we give your name and telephone number to neighbour mediation. If we do not, they do not know who you are.

Do you say no? Then we look together at what else is possible.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "gesproken",
        Moment.SPOKEN,
        "Wij spraken de andere bewoner",
        """{aanhef},

Wij hebben gepraat over wat u meldde. Er zijn afspraken gemaakt. Wat er precies is gezegd, mogen wij niet vertellen. Ook van u vertellen wij niets door.

Wij kijken de komende weken of de afspraken helpen. Wilt u ook opletten?
- Gebeurt het weer? Zet het op deze pagina.
- Gaat het beter? Zet dat er ook op.

Rond {controledatum} hoort u weer van ons.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We have talked about what you reported. Agreements were made. What exactly was said, we may not tell. We do not pass on anything about you either.

In the next weeks we look at whether the agreements help. Will you pay attention too?
- Does it happen again? Put it on this page.
- Does it get better? Tell us that too.

Around {controledatum} you hear from us again.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "partner",
        Moment.PARTNER,
        "Anderen werken met ons mee",
        """{aanhef},

Wij lossen dit niet alleen op. Daarom werken wij nu samen met een andere organisatie. Welke dat is, vertellen wij niet: dat beschermt iedereen.

U hoeft niets te doen. Wij blijven uw vaste punt: hebt u een vraag, stel die dan aan ons.

U hoort binnen twee weken weer van ons.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We cannot solve this alone. That is why we now work together with another organisation. We do not say which one: that protects everybody.

You do not have to do anything. You can keep coming to us: if you have a question, ask us.

You hear from us again within two weeks.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "heropend",
        Moment.REOPENED,
        "Wij kijken er opnieuw naar",
        """{aanhef},

U vroeg ons om opnieuw te kijken. Dat doen wij. Wat u eerder schreef, hebben wij nog: u hoeft niets over te doen.

Wilt u op deze pagina zetten wat er sinds de vorige keer is gebeurd?

U hoort binnen twee weken van ons wat wij gaan doen.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

You asked us to look again. We do. We still have what you wrote before: you do not have to do anything over.

Will you tell us on this page what has happened since the last time?

Within two weeks you hear from us what we are going to do.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "heropenen-afgewezen",
        Moment.REOPEN_REFUSED,
        "Wij pakken dit niet opnieuw op",
        """{aanhef},

U vroeg ons om opnieuw te kijken. Wij begrijpen dat dit u nog bezighoudt. Toch pakken wij het nu niet opnieuw op: {reden}

Dit kunt u doen:
- Gebeurt er iets nieuws? Doe dan een nieuwe melding. Dan beginnen wij opnieuw.
- Bent u het niet met ons eens? Bel {telefoon} en vraag hoe u een klacht kunt sturen.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

You asked us to look again. We understand that this still troubles you. Even so, we do not take it up again now: {reden}

What you can do:
- Does something new happen? Make a new report. Then we start again.
- Do you disagree with us? Call {telefoon} and ask how you can send a complaint.

Kind regards,
{medewerker}, {corporatie}""",
    ),
)
