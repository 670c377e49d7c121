"""Delivered texts to reporters when a case ends, one for each reason (incidents.rules.workflow.CloseReason)."""

from __future__ import annotations

from incidents.models.standard_text import Moment
from incidents.standard_texts.specs import TextSpec

TEXTS = (
    TextSpec(
        "sluiten-voorbij",
        Moment.SOLVED,
        "De overlast is voorbij",
        """{aanhef},

Goed nieuws: de overlast lijkt voorbij. Daarom sluiten wij uw melding.

Komt het terug? Zeg het ons binnen acht weken op deze pagina. Dan pakken wij het weer op, en hoeft u niets opnieuw te vertellen. Daarna kunt u een nieuwe melding doen.

Dank u wel dat u het ons liet weten. Wilt u zeggen wat u van onze hulp vond? Dat kan hieronder.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

Good news: the nuisance seems to be over. That is why we close your report.

Does it come back? Tell us within eight weeks on this page. Then we take it up again, and you do not have to tell everything anew. After that you can make a new report.

Thank you for letting us know. Will you tell us what you thought of our help? You can do so below.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "sluiten-afspraken",
        Moment.AGREED,
        "Er zijn afspraken gemaakt",
        """{aanhef},

Er zijn afspraken gemaakt over wat u meldde. Wij denken dat het zo beter gaat. Daarom sluiten wij uw melding.

Wat er precies is afgesproken, mogen wij niet vertellen.

Merkt u dat de afspraken niet werken? Zeg het ons binnen acht weken op deze pagina. Dan kijken wij opnieuw.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

Agreements were made about what you reported. We think that it will go better now. That is why we close your report.

What exactly was agreed, we may not tell.

Do you notice that the agreements do not work? Tell us within eight weeks on this page. Then we look again.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "sluiten-partner",
        Moment.HANDED_OVER,
        "Een andere organisatie heeft het overgenomen",
        """{aanhef},

Een andere organisatie heeft het werk aan uw melding van ons overgenomen. Zij kan hier meer doen dan wij. Welke organisatie dat is, vertellen wij niet: dat beschermt iedereen.

Daarom sluiten wij uw melding bij ons. U hoeft niets te doen.

Verandert er niets? Zeg het ons binnen acht weken op deze pagina. Dan kijken wij samen wat er kan.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

Another organisation has taken over the work on your report. It can do more here than we can. We do not say which organisation: that protects everybody.

That is why we close your report with us. You do not have to do anything.

Does nothing change? Tell us within eight weeks on this page. Then we look together at what is possible.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "sluiten-niets-gevonden",
        Moment.NOT_FOUND,
        "Wij konden niets vaststellen",
        """{aanhef},

Wij hebben uw melding onderzocht. Wij hebben niet kunnen vaststellen wat er gebeurt. Dat betekent niet dat wij u niet geloven. Wel kunnen wij nu niet verder. Daarom sluiten wij uw melding.

Dit kunt u doen:
- Houd bij wanneer het gebeurt, en wat u merkt.
- Vraag andere bewoners of zij het ook merken. Laat hen ook melden.
- Gebeurt het weer? Zeg het ons binnen acht weken op deze pagina. Dan kijken wij opnieuw.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We looked into your report. We have not been able to establish what happens. That does not mean that we do not believe you. But we cannot go on now. That is why we close your report.

What you can do:
- Keep track of when it happens, and what you notice.
- Ask other residents whether they notice it too. Let them make a report as well.
- Does it happen again? Tell us within eight weeks on this page. Then we look again.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "sluiten-ingetrokken",
        Moment.WITHDRAWN,
        "U trok uw melding in",
        """{aanhef},

U trok uw melding in. Daarom sluiten wij haar. U hoeft niets te doen.

Wilt u toch verder? Zeg het ons binnen acht weken op deze pagina.

Trok u uw melding in omdat u bang bent? Dat begrijpen wij. Bel ons dan op {telefoon}: wij kijken samen wat er veilig kan.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

You withdrew your report. That is why we close it. You do not have to do anything.

Do you want to go on after all? Tell us within eight weeks on this page.

Did you withdraw your report because you are afraid? We understand that. Call us on {telefoon}: we look together at what can be done safely.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "niet-van-ons",
        Moment.NOT_OURS,
        "Wij pakken dit niet op: dit kunt u doen",
        """{aanhef},

Wij hebben uw melding over {soort} goed gelezen. Wij begrijpen dat u hier last van hebt. Toch pakken wij dit niet op. Dat vinden wij ook jammer.

Dit kunt u doen:
- Praat met elkaar, als dat veilig kan. Kies een rustig moment. Vertel wat u merkt en wat u zou helpen.
- Lukt praten niet? Buurtbemiddeling helpt u gratis. Wij kunnen u aanmelden: bel {telefoon}.
- Is het op straat of in het park? Dan kan de gemeente meer doen dan wij.
- Is er gevaar? Bel 112.

Waarom wij dit niet oppakken: {reden}

Wordt het erger, of gebeurt het vaker? Meld het dan opnieuw. Dan kijken wij er weer naar.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We have read your report about {soort} with care. We understand that it bothers you. Even so, we do not take this up. We are sorry about that too.

What you can do:
- Talk with each other, if that is safe. Choose a quiet moment. Tell what you notice and what would help you.
- Does talking not work? Neighbour mediation helps you for free. We can put you in touch: call {telefoon}.
- Is it in the street or the park? Then the municipality can do more than we can.
- Is there danger? Call 112.

Why we do not take this up: {reden}

Does it get worse, or does it happen more often? Report it again. Then we look at it again.

Kind regards,
{medewerker}, {corporatie}""",
    ),
    TextSpec(
        "te-weinig",
        Moment.TOO_LITTLE,
        "Wij weten te weinig om verder te kunnen",
        """{aanhef},

Wij willen u graag helpen, maar wij weten nog te weinig over wat er gebeurt. Vragen kunnen wij het u niet meer. Daarom stoppen wij nu met uw melding.

Dit kunt u doen:
- Schrijf op wat er gebeurt, waar en hoe vaak.
- Doe dan een nieuwe melding. Een paar zinnen is genoeg.
- Schrijft u liever niet? Bel ons op {telefoon}. Wij schrijven het samen op.

Met vriendelijke groet,
{medewerker}, {corporatie}""",
        """{aanhef},

We would like to help you, but we know too little about what happens. We cannot ask you any more. That is why we stop with your report now.

What you can do:
- Write down what happens, where and how often.
- Then make a new report. A few sentences are enough.
- Would you rather not write? Call us on {telefoon}. We write it down together.

Kind regards,
{medewerker}, {corporatie}""",
    ),
)
