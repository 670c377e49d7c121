"""Delivered letters to a resident about whom a report was made, up to and with the agreements. They blame nobody."""

from __future__ import annotations

from incidents.models.standard_text import Moment
from incidents.standard_texts.specs import TextSpec

TEXTS = (
    TextSpec(
        "uitnodiging",
        Moment.INVITATION,
        "Uitnodiging voor een gesprek",
        """{aanhef},

Wij willen graag met u praten. Kunt u komen op {datum_gesprek}? Het gesprek is op deze plek: {plek_gesprek}.

# Waar gaat het over?
Wij kregen een melding over {soort}. Volgens de melding was dat {periode}. Een verhaal heeft altijd meer kanten. Daarom willen wij uw kant horen. Wij hebben nog niets besloten.

# Wat vragen wij u?
- Bel ons op {telefoon} als u niet kunt. Wij zoeken dan samen een andere dag.
- Neem gerust iemand mee die u vertrouwt.
- Hebt u een tolk nodig? Zeg het ons, dan regelen wij dat.

# Wat gebeurt er daarna?
Wij schrijven op wat u vertelt. U mag dat lezen, en zeggen wat er niet klopt. Komt u niet? Dan nodigen wij u nog één keer uit. Daarna gaan wij verder zonder uw verhaal. Dat willen wij liever niet.""",
        """{aanhef},

We would like to talk with you. Can you come on {datum_gesprek}? The talk is at this place: {plek_gesprek}.

# What is it about?
We received a report about {soort}. According to the report this was {periode}. There is always more than one side to a story. That is why we want to hear yours. We have not decided anything yet.

# What do we ask of you?
- Call us on {telefoon} if you cannot come. Then we look for another day together.
- You may bring somebody you trust.
- Do you need an interpreter? Tell us, and we arrange it.

# What happens after that?
We write down what you tell us. You may read that, and say what is not right. Do you not come? Then we invite you one more time. After that we go on without your story. We would rather not.""",
        heading="Uitnodiging voor een gesprek",
    ),
    TextSpec(
        "tweede-uitnodiging",
        Moment.SECOND_INVITATION,
        "Tweede uitnodiging na niet verschijnen",
        """{aanhef},

Wij hadden een gesprek met u afgesproken, maar wij hebben u niet gezien. Misschien kwam er iets tussen. Wij willen u nog steeds graag spreken.

Kunt u komen op {datum_gesprek}? Het gesprek is op deze plek: {plek_gesprek}.

# Waarom is dit belangrijk?
Wij kregen een melding over {soort}. Volgens de melding was dat {periode}. Wij willen uw kant horen voor wij iets besluiten.

# Wat vragen wij u?
- Kom naar het gesprek, of bel ons vóór die dag op {telefoon}.
- Komt u liever niet naar kantoor? Wij kunnen ook bij u thuis komen, of bellen.
- Neem gerust iemand mee. Hebt u een tolk nodig? Zeg het ons.

# Wat gebeurt er als u niet komt?
Dan gaan wij verder met wat wij nu weten. U mag uw verhaal altijd nog opsturen. Wij bewaren dat erbij.""",
        """{aanhef},

We had arranged a talk with you, but we did not see you. Perhaps something came up. We would still like to speak with you.

Can you come on {datum_gesprek}? The talk is at this place: {plek_gesprek}.

# Why is this important?
We received a report about {soort}. According to the report this was {periode}. We want to hear your side before we decide.

# What do we ask of you?
- Come to the talk, or call us before that day on {telefoon}.
- Would you rather not come to the office? We can also come to your home, or call.
- You may bring somebody. Do you need an interpreter? Tell us.

# What happens if you do not come?
Then we go on with what we know now. You may always send us your story later. We keep it with the rest.""",
        heading="Tweede uitnodiging voor een gesprek",
    ),
    TextSpec(
        "afspraken",
        Moment.AGREEMENTS,
        "Afspraken na een gesprek",
        """{aanhef},

Op {datum_gesprek} hebben wij met elkaar gepraat. Dank u wel daarvoor. Wij hebben afspraken gemaakt. In deze brief leest u ze terug.

# Dit hebben wij afgesproken
{afspraken}

# Wat gebeurt er nu?
Op {controledatum} kijken wij of het zo goed gaat. U hoort dan van ons.

# Klopt er iets niet?
Bel ons dan vóór {reageren_voor} op {telefoon}, of schrijf ons. Wij passen de brief aan, of bewaren uw reactie erbij.

# Hebt u hulp nodig?
Lukt het niet om u aan de afspraken te houden? Bel ons op tijd. Dan zoeken wij samen naar een oplossing.""",
        """{aanhef},

On {datum_gesprek} we talked with each other. Thank you for that. We made agreements. In this letter you read them again.

# What we agreed
{afspraken}

# What happens now?
On {controledatum} we look at whether it goes well. You hear from us then.

# Is something not right?
Call us before {reageren_voor} on {telefoon}, or write to us. We change the letter, or keep your answer with it.

# Do you need help?
Is it hard to keep to the agreements? Call us in time. Then we look for a solution together.""",
        heading="Onze afspraken",
    ),
    TextSpec(
        "informatie-art14",
        Moment.ART14,
        "Wij hebben gegevens over u",
        """{aanhef},

Met deze brief laten wij u weten dat wij gegevens over u hebben. U hoeft niets te doen.

# Waarom hebben wij die gegevens?
Wij kregen een melding over {soort}. Volgens de melding was dat {periode}. Wij moeten zorgen dat iedereen rustig kan wonen. Daarom onderzoeken wij zo'n melding. Dat mag, omdat u van ons huurt en omdat wij en uw buren daar belang bij hebben.

# Welke gegevens zijn dat?
- Uw naam en adres.
- Wat ons is gemeld, en wat wij zelf zien.
- Wat wij met u bespreken en aan u schrijven.

Wij zeggen niet wie er heeft gemeld.

# Wie kan ze zien, en hoe lang?
Alleen medewerkers die met deze zaak werken. Delen wij iets met een ander, dan alleen wat nodig is. Wij bewaren de gegevens niet langer dan nodig: meestal tot twee jaar nadat de zaak klaar is.

# Wat zijn uw rechten?
- U mag uw gegevens bekijken.
- U mag laten veranderen wat niet klopt.
- U mag uw eigen verhaal erbij laten bewaren.
- U mag bezwaar maken, of vragen om de gegevens even niet te gebruiken.

Schrijf ons, of bel {telefoon}. Komen wij er samen niet uit? Dan kunt u een klacht sturen naar de Autoriteit Persoonsgegevens.""",
        """{aanhef},

With this letter we let you know that we have data about you. You do not have to do anything.

# Why do we have these data?
We received a report about {soort}. According to the report this was {periode}. We must see to it that everybody can live in peace. That is why we look into such a report. We may, because you rent from us and because we and your neighbours have an interest in it.

# Which data are they?
- Your name and address.
- What was reported to us, and what we see ourselves.
- What we discuss with you and write to you.

We do not say who made the report.

# Who can see them, and how long?
Only staff who work on this case. If we share something with others, it is only what is needed. We do not keep the data longer than needed: mostly until two years after the case has ended.

# What are your rights?
- You may see your data.
- You may have changed what is not right.
- You may have your own story kept with it.
- You may object, or ask us not to use the data for a while.

Write to us, or call {telefoon}. Do we not agree? Then you can send a complaint to the Autoriteit Persoonsgegevens, the Dutch data protection authority.""",
        heading="Wij hebben gegevens over u",
    ),
    TextSpec(
        "antwoord-bezwaar",
        Moment.OBJECTION,
        "Antwoord op bezwaar",
        """{aanhef},

U bent het niet eens met hoe wij uw gegevens gebruiken. Dank u wel voor uw brief. Wij hebben er goed naar gekeken.

# Ons besluit
{besluit}

# Waarom?
{reden}

# Wat kunt u nog doen?
- Bel ons op {telefoon} als u vragen hebt. Wij leggen het u graag uit.
- Bent u het er niet mee eens? Dan kunt u een klacht sturen naar de Autoriteit Persoonsgegevens, of naar de rechter gaan.

Wat u ons schreef, bewaren wij bij de zaak.""",
        """{aanhef},

You do not agree with how we use your data. Thank you for your letter. We have looked at it with care.

# Our decision
{besluit}

# Why?
{reden}

# What can you still do?
- Call us on {telefoon} if you have questions. We are glad to explain.
- Do you disagree? Then you can send a complaint to the Autoriteit Persoonsgegevens, the Dutch data protection authority, or go to court.

We keep what you wrote to us with the case.""",
        heading="Antwoord op uw bezwaar",
    ),
    TextSpec(
        "antwoord",
        Moment.REPLY,
        "Antwoord op een brief of vraag",
        """{aanhef},

Dank u wel voor uw bericht. Wij hebben het gelezen.

{besluit}

Hebt u nog vragen? Bel ons op {telefoon}.""",
        """{aanhef},

Thank you for your message. We have read it.

{besluit}

Do you have more questions? Call us on {telefoon}.""",
        heading="Antwoord op uw bericht",
    ),
)
