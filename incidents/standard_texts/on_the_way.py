"""What a reporter reads while we work on it, and after asking to look again."""

from __future__ import annotations

from incidents.models.standard_text import Moment
from incidents.standard_texts.specs import TextSpec

TEXTS = (
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
