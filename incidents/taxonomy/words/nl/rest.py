"""Dutch words in which people say what is going on: misuse of a home, the street and the rest.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "WFR-ONR": """
        onderverhuur, doorverhuren, verhuurt door, kamerverhuur, kamers, airbnb, bnb, air bnb, booking, vakantieverhuur, toerist,
        toeristisch, vakantiegangers, hotel, koffers, rolkoffers, woont er niet, woont ergens anders, echte huurder, huurder woont niet,
        ingeschreven, inschrijving, adresfraude, leegstand, staat leeg, leeg, lege woning, leegstaand, niet bewoond, onbewoond, niemand
        woont, woonfraude, huurfraude, illegalen, teveel mensen, veel mensen in huis, te veel bewoners, met tien man, overbewoning,
        overbevolkt, volgepropt, vol mensen, slapen met zijn allen, arbeidsmigranten, seizoenarbeiders, uitzendbureau, studenten wonen,
        andere bewoners, steeds andere mensen, nieuwe mensen, steeds andere gezichten, onbekende mensen, vreemde mensen wonen, wisselt,
        woont bij vriendin, woont bij vriend, tweede huis, huis aangehouden, sleutelkluisje, zonder toestemming, onder huur, doorgegeven,
        neef woont er, nicht woont er, broer woont er, zoon woont er, familie woont er, andere mensen wonen, andere mensen in huis, ander
        gezin, niet de huurder, huurder zit in, huurder is weg, huurder verhuisd, echte bewoner, eigenlijke huurder, officiële huurder,
        woont in spanje, zit in spanje, in het buitenland, al maanden weg, half jaar weg, komt er nooit, nooit thuis, is er nooit, geen
        bewoner, geen licht nooit, gordijnen dicht leeg, leeg huis, leeg appartement, lege flat, geen meubels, postadres, spookbewoner,
        schijnadres, nepadres, adres misbruik, uitkering fraude, samenwonen stiekem, samenwoont, woont bij haar, elders, heeft koophuis,
        eigen koopwoning, tweede woning, twee huizen, twee woningen, buitenhuis, propvol, gepropt, volgestouwd, 15 man, vijftien man, acht
        mensen, tien mensen, twaalf mensen, met acht in huis, hele familie in huis, drie gezinnen, meerdere gezinnen, twee gezinnen, heel
        veel mensen wonen, zoveel mensen, hoeveel mensen wonen daar, stapelbedden, bedden, matrassen, bedrijf huurt, werknemers wonen,
        werknemers in huis, arbeiders wonen, uitzendkrachten in huis, expats, studentenhuis, kamerbewoners, kamerhuur, kamer te huur,
        marktplaats, facebook te huur, advertentie woning, huurbaas, huisjesmelker, sleuteloverdracht, sleutelkastje, sleuteltje,
        cijferslotje, weekendgasten, weekend andere mensen, vakantie mensen, vakantiehuis, vakantiewoning, hotelgasten, gasten, bed and
        breakfast, shortstay, hostel, pension, logeren veel, elke week anderen, steeds nieuwe bewoners, nieuwe gezichten, vreemden wonen,
        woont in duitsland, woont in belgië, woont in buitenland, woont al jaren, woont al jaren niet, al jaren niet meer daar, huurt onder,
        huurt onder aan, onder aan neef, onderhuur neef, ineens veel mensen, ineens andere mensen, wonen nu, verhuurt slaapkamer, man in
        klein huis""",
    "WFR-BED": """
        bedrijf, bedrijf thuis, bedrijfsruimte, onderneming, zaakje, ondernemer, zzp, kapper, kapster, kapsalon, knipt, haren knippen,
        salon, schoonheidssalon, nagels, nagelstudio, nagelsalon, wimpers, tattoo, tatoeëren, pedicure, massage, massagepraktijk,
        werkplaats, garage, garagebedrijf, winkel, shop, toko, kantoor, restaurant, eettent, afhaal, catering, bakkerij, taarten, handel
        vanuit huis, webshop, webwinkel, pakketjes verzenden, klanten, auto's repareren, repareert auto's, auto's sleutelen, autohandel,
        handelt in auto's, autobedrijf, scooters repareren, motoren repareren, fietsen repareren, fietsenmaker, lassen, zagerij,
        houtbewerking, machines in schuur, timmerwerkplaats, bestelbus, busjes, vrachtwagen, laden en lossen, lossen, pallets, opslag,
        magazijn, voorraad, praktijk, kinderopvang, gastouder, opvang, dansschool, muziekles, lesgeven, bijles, sportschool thuis,
        hondenuitlaatservice, hondentrimmer, trimsalon, fokker, fokt honden, fokkerij, personeel, werknemers, dark kitchen, gokhuis, gokken,
        zonder vergunning, kapperszaak, kappersalon, barber, barbier, barbershop, haarsalon, vlechten, extensions, waxen, botox, fillers,
        spuit botox, cosmetica, schoonheidsspecialiste, nagelstyliste, wimperextensions, piercings, massagesalon, masseert, fysio,
        acupunctuur, therapeut, coach, waarzegster, kleermaker, naaiatelier, naaister, atelier, stomerij, wasserette, drukkerij, timmerman,
        lasser, last, lasapparaat, schuurt, spuit auto's, autospuiterij, spuiterij, spuitcabine, monteur, automonteur, bandenwissel, banden
        wisselen, olie verversen, auto's op krik, krik, sloopauto's, autosloop, autowasserij, auto's wassen, scooterreparatie,
        fietsreparatie, elektronica reparatie, telefoons repareren, telefoonwinkel, tweedehands spullen, marktplaats handel, handelaar,
        handelswaar, opkoper, oud ijzer, schroot, sloop, bouwbedrijf, bouwmaterialen, aannemersbedrijf, stukadoor, schildersbedrijf,
        schoonmaakbedrijf, verhuisbedrijf, koeriersbedrijf, pakketdienst, pakketbusjes, bezorgbusjes, pakketpunt, afhaalpunt, vrachtwagens,
        heftruck, pallet, containers voor bedrijf, leveranciers, leveringen, dozen geleverd, internetwinkel, kledingverkoop, verkoop aan
        huis, snackbar, eethuis, eetcafé, keuken bedrijf, kookt voor mensen, thuisbezorgd, thuiskok, broodjes, slager, slacht, groente,
        kroeg, café aan huis, bar in huis, thuisbar, illegale garage, koffiehuis, theehuis, shishalounge, gokkast, poker, pokeravond,
        feestzaal, partycentrum, verhuurbedrijf, opslagbedrijf, kinderdagverblijf, crèche, oppascentrale, gastouderopvang, hondenopvang,
        dierenpension, fokt katten, nestjes, dierenhandel, school aan huis, cursus, yogales, yoga, zangles, pianoles, danslessen,
        bijeenkomsten, zorgbedrijf, pgb, dagbesteding, advocaat, makelaar, callcenter, computers draaien, bitcoin, bitcoinmining, studio,
        opnamestudio, fotostudio, webcam studio, rij voor de deur, reclamebord, bord aan gevel, kvk, maaltijden gekookt, maaltijden
        opgehaald, eten opgehaald, maaltijden afhalen, fietsen repareren voor geld, repareert voor geld, voor geld, knapt auto's op, auto's
        opknappen, past op kinderen, past op 10 kinderen, eethuisje""",
    "WFR-KLI": """
        van ons allemaal, recreatieruimte, recreatiezaal, ontmoetingsruimte, buurtkamer, zaaltje, berging, berging gebruiken, berging kwijt,
        zolder, zolder gebruikt, vliering, kelder, zijn spullen, opslag, opslagruimte, opgeslagen, slaat spullen op, fietsenhok,
        fietsenberging, fietsenkelder, fietsenrek, fietsenstalling, stalling, wrakken, fietswrakken, fietsenwrakken, tuin gebruiken,
        binnentuin, dakterras, terras, dak gebruikt, wasruimte, washok, droogzolder, droogruimte, box, parkeergarage, sleutelen in berging,
        sleutelen in kelder, klussen in berging, werkplaats in kelder, ingepikt, ingenomen, neemt in, toegeëigend, eigent zich toe, bezet,
        in gebruik genomen, gebruikt als schuur, gebruikt ruimte, gebruikt hele, voor zichzelf, alleen voor hem, eigen slot, hangslot,
        afgesloten voor ons, mag er niet in, mogen er niet in, hal gebruiken, hal als schuur, misbruik, verkeerd gebruik, oneigenlijk
        gebruik, gym, sportruimte, fitness, beslag, neemt alles in, neemt ruimte in, palmt in, ingepalmt, eigendom, alsof het van hem is,
        prive, gebruikt onze, gebruikt de kelder, gezamelijke, gezamenlijk, gemeenschappelijk, gemeenschapsruimte, gezamenlijke keuken,
        gedeeld, algemene berging, algemene hal, algemene zolder, huiskamer van flat, ontmoetingszaal, hobbyruimte, hobby, knutselt,
        knutselen in kelder, logeerkamer, feestje gebouwd in, rommelhok, rommelzolder, rommel van hem, zijn troep in, zijn oude fietsen,
        fietsen van hem, zijn brommer, zijn motor, zijn scooter, stalt auto, auto in fietsenstalling, aanhanger in gang, bouwmateriaal,
        bouwmaterialen in berging, gereedschap in berging, werkbank, machines in berging, meubels in berging, meubels in kelder, meubels op
        zolder, kasten in kelder, vriezer in kelder, wasmachine in berging, stroom van hal, zet vol, volgezet, staat vol met zijn, vol met
        zijn, vol van buurman, volgebouwd, bouwt, schuur gebouwd, afgezet, op slot gedaan, op slot gezet, hek gezet, ander slot, nieuw slot,
        heeft de sleutel, geen plek voor mijn fiets, geen plek, geen plaats, plek in berging, mijn plek in, gebruikt mijn box, barbecue in
        binnentuin, zwembad in binnentuin, moestuin ingepikt, drogen, waslijn, hangt was, niet voor bedoeld, vol gezet met meubels, vol
        gezet, opslagplaats, opslagplaats van hem, hobbyhok, hobbyruimte gemaakt, sleutel van ruimte, geeft sleutel niet, niemand anders kan
        erin""",
    "OMG-OPR": """
        straat, weg, rijbaan, stoep, stoeprand, stoeptegel, trottoir, voetpad, fietspad, parkeert, parkeerplaats, parkeerplek,
        parkeerterrein, parkeervak, foutparkeren, fout geparkeerd, dubbel geparkeerd, uitrit, mijn plek, invalidenplek,
        invalidenparkeerplaats, vergunning parkeren, parkeeroverlast, caravan, camper, aanhanger, vrachtwagen op straat, auto, wagen,
        autowrak, wrak, auto zonder kenteken, deelscooter, deelfiets, verkeer, verkeersoverlast, hard rijden, racen, raceauto, scheuren,
        crossen, gevaarlijk kruispunt, oversteken, zebrapad, bushalte, toeteren, claxonneren, stationair draaien, zwerfafval, afval op
        straat, vuil op straat, rommel op straat, troep op plein, prullenbak, papierbak, glasbak, straatverlichting, straatlamp,
        straatlantaarn, lantaarn, lantaarnpaal, straat donker, losliggende tegels, kuil, gat in de weg, gladheid, sneeuw, wateroverlast
        straat, plassen op straat, put verstopt, kolk, vuurwerk, rotjes, oud en nieuw, speeltuin, speelplek, speelplaats, speeltoestel,
        schommel, glijbaan, park, plantsoen, perk, grasveld, bosjes, onkruid op stoep, plein, hondenveldje, sloot, water, bankje in park,
        overlast café, kermis, markt, bouwplaats, wegwerkzaamheden, winkelwagen, winkelwagentjes, wijk, buurt, woonwijk, woonerf, hofje,
        laan, kade, dijk, brug, kruising, kruispunt, rotonde, bocht, drempels, verkeersdrempel, drukke weg, druk verkeer, snelheid,
        snelheidsduivel, rijdt te snel, vijftig, dertig, 30 zone, racet, racers, motoren scheuren, scooters scheuren, brommers scheuren,
        scooter op stoep, fietser op stoep, fatbike rijdt, spookrijden, vrachtverkeer, sluipverkeer, file, ontoegankelijk, stoep
        geblokkeerd, stoep kapot, stoep scheef, verzakt, tegel, tegel steekt uit, gestruikeld, gevallen op stoep, rollator stoep, rolstoel
        stoep, hobbels, putdeksel, put, straatput, riool straat, overstroming, ondergelopen, straat blank, ijzel, strooien, bladeren op
        straat, takken op straat, boom straat, wortels stoep, gras hoog plantsoen, groenstrook, groen verwaarloosd, struiken stoep, heg over
        stoep, zicht, onoverzichtelijk, lantaren, lantarens, lantaren kapot, lamp straat, straatlicht, steeg, achterom, poortje, achterpad,
        parkeerproblemen, parkeerdruk, parkeergarage, parkeerboete, bestelbus geparkeerd, bedrijfsbus parkeert, bussen, bakwagen, deelauto
        parkeert, laadpaal bezet, laadplek, elektrische auto laden plek, mindervalide, gehandicaptenparkeerplaats, invalide plaats,
        foutparkeerders, fietsenwrak straat, fietsen op straat, weesfietsen, verlaten auto, zonder nummerbord, motor zonder, knalpijp,
        knallende uitlaat, auto alarm, autoalarm, vuurpijl, siervuurwerk, knalvuurwerk, carbid, vuurwerk jongeren straat, steken vuurwerk
        af, afgestoken op straat, kerstboomverbranding, kerstbomen, oudjaar, bezaaid, straat vies, vuilnis op straat, gedumpt op straat,
        dumpplek, bij de containers op straat, glas op straat, hondenpoep op straat, schommel kapot, glijbaan kapot, speeltoestel kapot,
        speelveld, trapveld, voetbalveld, basketbalveld, skatebaan, wipkip, zandbak openbaar, bankjes kapot, vijver, stank sloot, muggen
        sloot, eenden, terrassen, kroeg, café, coffeeshop, snackbar klanten, winkelcentrum, school halen brengen, bouwverkeer, heien,
        heipalen, graafwerk, opgebroken straat, straat open, hekken, steiger, markt lawaai, geen plek auto, auto zetten, auto niet kwijt,
        mopeds, mopeds racen, gat in stoep, gat in trottoir, kuil in weg, gat in straat""",
    "LEE-IDEE": """
        idee, ideeën, plan, initiatief, voorstel, tip, suggestie, wens, wensen, wij willen graag, zou leuk zijn, zou mooi zijn, zou fijn
        zijn, zou handig zijn, is het mogelijk, kan er meer, mogen we, kan er niet een, komt er een, waarom geen, behoefte aan, verbeteren,
        beter kan, mooier, gezellig, opknappen, opfrissen, opvrolijken, schilderen, verfje, likje verf, muurschildering, bankje, zitje,
        picknicktafel, plantenbak, bloembakken, bloemen, geveltuin, moestuin, buurtmoestuin, buurttuin, groen, vergroenen, groener, planten
        neerzetten, insectenhotel, speeltoestel erbij, speeltuintje maken, nieuwe speeltuin, voetbalveldje, trapveldje, jeu de boules,
        buurtfeest, straatfeest, burendag, buurtbarbecue, samen eten, koffieochtend, koffie, activiteit, organiseren, ontmoeten,
        ontmoetingsplek, ontmoetingsplaats, buurthuis, buurtapp, whatsappgroep, buurtpreventie, bewonerscommissie, bewonersgroep,
        bewonersavond, vrijwilliger, meehelpen, wil helpen, camera in hal, meer camera's, meer licht, extra lamp, extra container,
        fietsenrek erbij, fietsenstalling maken, laadpaal, zonnepanelen, regenton, ruilkast, boekenkast, minibieb, deelauto, compliment,
        bedankt, dank, plaatsen, kunt u, zou top zijn, inspraak, meedenken, meepraten, mening, aanbeveling, advies voor jullie, misschien
        kunnen, waarom niet, wensenlijst, mis, mist een, ontbreekt een, nodig een, vraag om een, verzoek, aanvragen, subsidie, budget,
        leefbaarheidsbudget, bewonersinitiatief, initiatieven, buurtinitiatief, project, aanpakken samen, samen, samen opruimen,
        opschoondag, opruimactie, opruimdag, schoonmaakactie, koffiedrinken, samen drinken, samen koken, kookclub, buurtmaaltijd, eettafel,
        wijkfeest, bewonersfeest, flatfeest, portiekborrel, buurtborrel, nieuwjaarsborrel, kerstborrel, kerstboom in hal, kerstversiering,
        versiering, straatspeeldag, speelmiddag, bingo, spelletjes, spelletjesmiddag, kaarten, klaverjassen, sjoelen, breiclub, wandelclub,
        wandelgroep, huiswerkhulp, huiswerkklas, taalles, taalcafé, cursus buurt, workshop buurt, inloop buurt, jeugdhonk, jongerenplek,
        plek voor jongeren, plek voor kinderen, plek voor ouderen, zitplek, zithoek, zitbank, tafeltje, schommel, glijbaantje, wipkip erbij,
        zandbak, speelplek, pingpongtafel, tafeltennistafel, voetbalgoal, goaltjes, basketbalpaal, fitnesstoestel, beweegtuin, hondentoilet,
        hondenveld, hondenspeelplaats, poepzakjes, bloembollen, bollen planten, bomen, fruitbomen, kruidentuin, pluktuin, daktuin, groen
        dak, groene gevel, klimplanten, bijen, vlinders, vogelhuisje, nestkastjes, regenwater opvangen, tegels eruit, tegelwippen, kleur,
        frisse kleur, mozaïek, kunst, kunstwerk, spiegel in hal, prikbord, mededelingenbord, bord, informatiebord, welkomstbord, huisregels,
        afspraken portiek, schoonmaakrooster, deurmat, leuning erbij, helling, hellingbaan, drempelhulp, automatische deur plaatsen, lamp
        erbij, meer verlichting, bewegingslamp, meer prullenbakken, container erbij, asbak, rookplek, fietsenrek, fietsenhok bouwen,
        overkapping, fietsnietjes, scootmobielstalling, laadpunt, oplaadpunt, stopcontact in berging, zebrapad erbij, verkeersspiegel,
        bankje erbij, pakketkluis, pakketautomaat, wifi in flat, isolatie, verduurzamen, gescheiden afval, wormenhotel, compostbak,
        weggeefkast, weggeefhoek, ruilwinkel, kringloop, deelfiets, bewonersraad, flatcommissie, vergadering, dankjewel, goed gedaan,
        tevreden, blij met, mogen wij een, planten zetten, planten bij de deur, mag ik planten, opfleuren, fleuren, op te fleuren,
        koffieochtend voor ouderen""",
    "OVE-OVE": """
        andere vraag, vraag, vraagje, weet niet, weet niet wat ik moet kiezen, waar moet ik zijn, wie moet ik bellen, past niet, staat er
        niet bij, niet in de lijst, hoort nergens bij, geen van deze, overig, algemeen, informatie, klacht, woningbouw,
        woningbouwvereniging, corporatie, woningcorporatie, verhuurder, medewerker, huismeester, opzichter, aannemer, monteur, niet
        geholpen, wordt niet gebeld, geen antwoord van jullie, contact, afspraak, terugbellen, spreken, reparatie, repareren, onderhoud,
        achterstallig onderhoud, lekkage, lekt, waterlek, kraan, dak lekt, waterschade, verstopt, gootsteen, riool verstopt, verwarming,
        verwarming stuk, cv doet het niet, koud, tocht, geen water, stroom uit, stroomstoring, storing, internet, schimmel, schimmel in
        slaapkamer, vochtig, kozijn, kozijn rot, keuken vervangen, badkamer vervangen, zonnescherm, contract, huurcontract, opzeggen,
        verhuizen, andere woning, ander huis, grotere woning, woning zoeken, woning ruilen, woningruil, urgentie, wachtlijst, inschrijven,
        medehuurder, adres wijzigen, servicekosten vraag, parkeerplaats huren, box huren, iemand spreke, met iemand praten, hoe kan ik, wie
        kan helpen, kunt u mij helpen, hulp nodig met, weet niet goed, geen idee, tussen staat, er niet tussen, staat er niet tussen, niks
        past, geen categorie, ander probleem, andere zaak, anders namelijk, klacht indienen, klagen over jullie, ontevreden, slechte
        service, doen niks, reageren niet, wacht al maanden, geen reactie van jullie, beloofd, afspraak niet nagekomen, onderhoudsverzoek,
        reparatieverzoek, drupt, druppelt, lekkende, lekage, leckage, daklekkage, natte plek, vochtplekken, vocht, plafond komt naar
        beneden, scheur, stucwerk, tegel badkamer, kit, voegen, douche, bad, wasbak, spoelbak, stortbak, toilet, wc loopt door, doorspoelen,
        toiletpot, afvoer, ketel, radiator koud, radiator lekt, thermostaat, koude woning, koude kamer, steenkoud, te warm, heet in huis,
        geiser, warmwater, lage waterdruk, waterdruk, loden leidingen, legionella, asbest, elektriciteit, elektra, kortsluiting in huis,
        stoppen springen, groepenkast, lamp in huis, kookplaat, keukenkastje, keukenla, aanrecht, keuken oud, badkamer oud, vloer kapot,
        plint, raam kapot, raam klemt, ruit gebarsten, dubbel glas, enkel glas, balkon los, dakgoot lek, dakgoot verstopt, regenpijp,
        schoorsteen vegen, zonnepanelen vraag, gas meter, slimme meter, schotelantenne, kabel tv, glasvezel, televisie ontvangst, huur,
        huurprijs, huurverhoging bezwaar, puntentelling, huursubsidie, huur betalen hoe, rekeningnummer, incasso wijzigen, borg,
        waarborgsom, oplevering, eindinspectie, sleuteloverdracht nieuw huis, woning verlaten, huis verlaten, doorstromen, seniorenwoning,
        gelijkvloers, kleiner huis, groter huis, te klein, te kleine woning, woningaanbod, woonduur, loting, zoek huis, zelf aangebrachte,
        toestemming vragen, mag ik verbouwen, mag ik huisdier, mag ik schutting, aanpassing, woningaanpassing, wmo, traplift, beugel,
        verhoogd toilet, naamswijziging, samenwonen, medebewoner, inwonen, kind inschrijven, scheiding huis, huis op naam, koop, garage
        huren, parkeerplek huren, nieuwe sleutel, naambordje, brief gekregen, formulier, inloggen, wachtwoord, website, app werkt niet, belt
        mij terug, niemand belt terug, belt niemand terug, wacht op telefoontje, kan ik jullie bellen, jullie bellen, ergens bellen, past er
        niet bij, waar het onder valt, onder valt, schilder, wanneer komt, wanneer komt de schilder, wijkbeheerder, met wijkbeheerder
        praten, complexbeheerder, beheerder, consulent, mijn probleem, probleem staat er niet bij, staat hier niet bij, staat hier niet,
        andere klacht, geen van deze dingen""",
}
