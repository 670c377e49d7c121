"""Dutch words in which people say what is going on: noise and neighbours.

A comma parts them; words of one entry count together. Insults stand here because people who were insulted repeat them.
"""

from __future__ import annotations

WORDS = {
    "GEL-LEEF": """
        voetstappen, stappen, stampen, rennen, rent, geren, springen, hupsen, huppelen, hakken, hoge hakken, laminaat, houten vloer,
        plavuizen, geen vloerbedekking, slechte isolatie, gehorig, dunne muren, papieren muren, hoor alles, door het plafond, door de muur,
        stuiteren, bal stuiteren, driewieler, skates, baby huilt, klusser, boren, boormachine, drilboor, timmeren, hameren, zagen, schuren,
        slopen, verbouwen, renoveren, renovatie, stofzuigen, stofzuiger, wasmachine, wasdroger, droger, centrifuge, vaatwasser, douchen,
        toilet doorspoelen, schuiven meubels, stoelen schuiven, verschuiven, geschuif, verslepen, sjouwen, deuren slaan, deuren knallen,
        smijten met deuren, kastjes dichtslaan, kasten, bovenburen, onderburen, boven mij, trap op en af, hoesten, snurken, praten,
        telefoneren, naaimachine, hometrainer, fitness thuis, contactgeluid, burengerucht, geluid, herrie, lawaai, kabaal, geluidsoverlast,
        geluidoverlast, olifant, voeten, stampvoeten, klossen, klompen, slippers, schoenen binnen, heen en weer, hollen, dribbelen, dansen
        kinderen, stoeien, vallen dingen, klap op vloer, dreun op vloer, machine draait, apparaten, blender, keukenmachine, koffiemolen,
        föhn, scheet, plassen horen, wc horen, douche horen, kraan horen, niezen, geeuwen, lachen horen, kloppen, spijkers, gaten boren,
        parket, tegels leggen, keuken plaatsen, badkamer verbouwen, aannemer hiernaast, schuurmachine, beitel, speelgoed, knikkers,
        autootjes, fietsje binnen, rolschaatsen, gymnastiek, krakende vloer, krakende trap, deur dichtgooien, harde deur, dichtslaan,
        dichtklappen, huilbaby, krijsende kinderen, drukke kinderen, jengelen, gestommel, gebonk boven, gerommel, schuifelen, seks horen,
        hakketak, ijsberen, ijsbeert, galopperen, stommelen, bonken boven, machine bonken, stoelen tegels, stoelen omzetten, stoelen
        verplaatsen, hoor hem lopen, hoor ze lopen, loopt hele nacht, lopen hele dag, geluid boven, boormasjien, kruipen over vloer, vallen
        op de vloer, laten spullen vallen, fietst door kamer, fietst door huis, boeren, boert, kale vloer, spijkers slaan, slopen hiernaast,
        gerommel onder, steppen, step in huis, dribbelt, gebonk van boven, lawaai van kinderen""",
    "GEL-MUZ": """
        muziek, luide muziek, muzik, mziek, bas, basdreun, beat, dreunen, boem boem, bonken, speakers, boxen, muziekbox, luidspreker,
        versterker, stereo, geluidsinstallatie, subwoofer, radio, volume, te hard, keihard, loeihard, televisie, teevee, game geluid, gamen,
        feest, fissa, verjaardag, bruiloft, studentenfeest, studenten, karaoke, zingen, gezang, meezingen, dansen, instrument, drummen,
        drumstel, trommelen, gitaar, piano, viool, trompet, saxofoon, keyboard, orgel, accordeon, oefenen, bandje, dj, party, techno, house,
        hardcore, hardstyle, gabber, hiphop, rap, metal, reggae, smartlappen, hazes, geluid, herrie, lawaai, kabaal, pokkeherrie,
        teringherrie, kutmuziek, geluidsoverlast, muziekoverlast, geluidoverlast, bonkmuziek, dreunmuziek, mp3, spotify, youtube,
        koptelefoon, soundbar, box staat aan, installatie aan, knalhard, snoeihard, basgitaar, gitaarversterker, elektrische gitaar, fluit,
        blokfluit, doedelzak, harp, zanger, koor, repeteren, repetitie, optreden, muzikant, muzieklessen, feestvieren, feestbeest,
        tuinfeest, housefeest, huisfeest, borrel, disco, discotheek, nachtclub, carnaval, polonaise, meezingers, voetbal kijken hard,
        wedstrijd juichen, playstation, xbox, tillevisie, tv, film, series, oorverdovend, trillende ramen, doordreunen, muziek aan, radio
        aan, radio hard, radio op tien, op volle sterkte, microfoon, vals zingen, zingt, boem boem boem, stampmuziek, weer bal, is het weer
        bal, op volle bak, volle bak, door merg en been, muziekinstallatie, zangavond, feestgedruis, house party, afterparty, feestvierders""",
    "GEL-NACHT": """
        schreeuwen, gillen, roepen, geroep, krijsen, brullen, joelen, blèren, tieren, lallen, lachen, praten hard, nacht, nachtelijk,
        nachtlawaai, nachtrust, ochtend vroeg, uur, drie uur, vier uur, half drie, half vier, twee uur, vijf uur, onrust, rumoer, tumult,
        bonken, slaan op muur, kloppen op muur, bonzen, kan niet slapen, geen oog dicht, slapeloos, wakker, dronken gasten, nachtbrakers,
        laat thuis, geluid, herrie, lawaai, kabaal, geluidsoverlast, middernacht, na twaalven, na elf uur, vroege ochtend, vannacht,
        vanacht, savonds laat, snachts muziek, nachtherrie, nachtdienst, spookuur, zatlappen, zingen op straat, schreeuwe, schreeuwende,
        gillende, janken nacht, gehuil, gebons, rammen op muur, rammen op deur, stommelen, slaapgebrek, doodmoe, moe, uitgeput,
        oververmoeid, nachtrust kwijt, niet doorslapen, uit mijn slaap, oordoppen, ruziën, geruzie, schelden nacht, scheldpartij, stemmen
        nacht, gepraat, gekakel, gebral, ongeregeld, rust, slapen niet, kan niet slapen van, herrie nacht, lawaai nacht, nachts wakker,
        kabaal nacht, ruzie nachts, thuis en tekeer, gaan tekeer, gaat tekeer, tekeer, vijf uur thuis, komen laat thuis, laat thuis en
        lawaai, gegild, wakker gegild, kwart over, onder mijn raam nachts""",
    "GEL-INST": """
        liftschacht, liftmotor, pomp, waterpomp, warmtepomp, ketel, cv, ketelhuis, verwarming tikt, verwarming geluid, radiator tikt,
        ventilator, ventilatie, mechanische ventilatie, ventilatiesysteem, afzuiging, afzuigkap, afzuigsysteem, wtw, zoemen, zoemtoon,
        brommen, bromtoon, bromgeluid, piepen, pieptoon, fluittoon, suizen, ruisen, gieren, loeien, ratelen, rammelen, kraken, tikken,
        leiding, buizen, waterleiding klopt, waterslag, riool borrelt, trillen, laagfrequent, lage toon, toon, dreunen, hydrofoor, airco,
        aircobak, koeling, koelmotor, compressor, generator, aggregaat, motor, transformator, installatie, machine, apparaat, machinekamer,
        garagedeur, roldeur, poort geluid, technische ruimte, zonnepanelen omvormer, vuilstortkoker, geluid, herrie, lawaai, fluit, jankt
        apparaat, tjilpt, klikt, bons in leiding, geborrel, gorgelen, stroomgeluid, stoppenkast, meterkast zoemt, elektriciteitskast, trafo,
        ketelruimte, stookruimte, stookketel, verwarmingsketel, verwarmingsbuizen, radiatoren, kraan giert, kraan fluit, afvoerpijp, pijpen,
        luchtrooster, rooster ventilatie, ventilatierooster, ventilatiekoker, schacht, koker, wasmachineruimte, centrifuge gebouw, liftdeur,
        lift bonkt, lift bonst, roltrap, slagboom, poort piept, automatische deur, koelcel, vriescel, supermarkt, winkel beneden, restaurant
        afzuiging, dakventilator, windturbine, zonnepaneel, omvormer, laadpaal zoemt, alarm, alarm gaat af, sirene, monotoon, gonzen, snort,
        ronkt, draait snachts, slaat aan, slaat af, lift schudt, lift trilt, lift schokt, knarsen, knarst, schudden, piepende lift, rammelt,
        loeiend, op het dak geluid, raar geluid, vreemd geluid, dreuntoon, slaat aan en bonkt, verwarming bonkt, bonkende verwarming,
        klopgeluid, klopt in leiding, sinds onderhoud, vliegtuig, als een vliegtuig, motor draait, pomp slaat aan, koelmachine""",
    "BUR-RUZ": """
        ruzie, ruziën, burenruzie, conflict, onenigheid, meningsverschil, mot, bonje, heibel, stennis, gedoe, trammelant, gezeik, gezeur,
        hommeles, onmin, vete, niet overweg, botert niet, klikt niet, niet met elkaar, geen contact, praat niet meer, wil niet praten, groet
        niet, zegt geen gedag, luistert niet, luistert nooit, geen gehoor, reageert boos, schelden, uitgescholden, woorden gehad,
        woordenwisseling, discussie, bemiddeling, buurtbemiddeling, samen oplossen, komen er niet uit, boos op mij, kwaad op mij, pissig,
        verwijten, beschuldigt, geeft mij de schuld, klaagt over ons, afspraken, die van hiernaast, buren, rotburen, buuren, parkeerplek
        ruzie, ruzi, ruzieën, kibbelen, bekvechten, schreeuwruzie, scheldpartij, vijand, oorlog met buren, burenoorlog, loopt uit de hand,
        uit de hand, escaleert, escaleren, spanningen, sfeer, verstoorde relatie, verhouding, slecht contact, door een deur, deur met buren,
        niet normaal, respectloos, geen respect, onbeschoft, onbeleefd, brutaal, grof, asociaal, asociale buren, aso, aso's, asobuur,
        lastige buur, moeilijke buren, nare buren, vervelend, problemen met buren, probleem met buurman, probleem buren, last van buurman,
        bemoeit zich, bemoeial, geen rekening, rekening houden, wil niet luisteren, aangesproken, praten helpt niet, gesprek, praten met
        buren, niet redelijk, onredelijk, koppig, excuses, sorry, vergeven, uitpraten, oneens, irriteren, irritatie, ergernis, ergeren,
        ergert, schreeuwt tegen mij, mopperen, mopperkont, klachtenbrief, klachten over mij, valse klacht, overhoop liggen, liggen overhoop,
        opschieten met buren, niet opschieten, valt uit tegen mij, valt tegen mij uit, uitvallen tegen mij, door een deur met, aan de stok,
        in de clinch, niet normaal doen, doen niet normaal, zeurbuur, uitgepraat krijgen, buurman, buurvrouw, luchten of zien, niet luchten,
        kunnen elkaar niet luchten, zegt dat ik lieg, noemt mij leugenaar, leugenaar, vliegen elkaar in de haren, ruzie om, schold mij uit,
        onterecht, ten onrechte""",
    "BUR-TUIN": """
        voortuin, achtertuin, hek tuin, afscheiding, erfafscheiding, heg, haag, snoeien, boom, takken, bladeren, blaadjes, blad, struik,
        conifeer, coniferen, klimop, bamboe, kastanje, eikels, wortels, onkruid, verwilderd, verwaarloosde tuin, tuin oerwoud, overwoekerd,
        overhangend, hangt over, groeit over, grens, erf, erfgrens, schaduw, geen zon, zon weg, licht weg, uitzicht weg, barbecue,
        barbecueën, barbecuen, bbq, bbqen, rook, rookoverlast, rooklucht, vuurkorf, vuurtje, fikkie stoken, stoken, hout stoken, houtrook,
        houtkachel, kachel, allesbrander, open haard, openhaard, pizzaoven, schoorsteen, roet, sigarettenrook, sigaret, kettingroker, astma
        rook, trampoline, zwembadje, schuur, tuinhuis, kas, dakgoot, goot, regenwater, vijver, tuinafval, compost, planten buren, woekeren,
        bloemen, rozen, braam, brandnetels, boomgaard, fruitboom, appelboom, dennenboom, den, spar, wilg, berk, naalden, dennennaalden,
        bladafval, tuinpad, terras, tegels tuin, gras, grasmaaier, maaien, bladblazer, heggenschaar, kettingzaag, snoeiafval, pergola,
        muurtje, gaas, poort tuin, schutting kapot, schutting gevallen, schutting scheef, omgewaaid, hoge schutting, te hoog, mijn grond,
        mijn kant, kadaster, grondstuk, doorgang achterpad, achterpad, brandgang tuin, roosteren, vlees roosteren, grillen, grill, kolen,
        houtskool, braden, gerookte, rookwolk, rookt, smook, haardrook, kachelrook, kachellucht, pellet, afval verbranden, verbranden,
        verbrandt, vuurton, rook in slaapkamer, was stinkt naar rook, meeroken, peuk, roker, sigaar, shag, vapet, jointlucht balkon,
        tuinfeest rook, hottub, jacuzzi, kippenhok, boomhut, speelhuis, glijbaan tuin, waslijn, tuinverlichting, bouwlamp, felle lamp tuin,
        sproeier, composthoop, mesthoop, bbqt, barbecuet, gebarbecued, kan niet buiten zitten rook, balkon rook, rook van balkon, tuin buren""",
    "BUR-TREI": """
        gepest, pesters, weg hebben, willen mij weg, mij eruit, moet verhuizen, wegkrijgen, uit mijn huis krijgen, zuur, leven onmogelijk,
        zieken, sarren, jennen, klieren, kleineren, vernederen, op mij gemunt, tegen mij, iedereen tegen mij, samenspannen, lastigvallen,
        valt mij lastig, stalken, stalker, opwachten, wacht mij op, staat mij op te wachten, volgen, achtervolgen, achterna, in de gaten
        houden, bespieden, begluren, intimideren, uitschelden, scheldt mij uit, uitlachen, lachen mij uit, nageroepen, roepen mij na,
        spugen, spuwt, bespuugd, banden lek, lekke banden, banden gestoken, auto bekrast, krassen op auto, eieren gooien, ei gegooid,
        steentjes tegen raam, belletje trekken, belletje lellen, aanbellen en wegrennen, bellen midden, brievenbus volgestopt, roddelen,
        leugens, liegt over mij, kwaadspreken, zwartmaken, vals beschuldigd, buitensluiten, buitengesloten, negeren, filmen mij, expres,
        express, getreitter, pesten kind, mijn kind gepest, hel, maakt mijn leven, terreur, terroriseren, terroriseert, getergd,
        dwarszitten, dwarsbomen, plagen, bekogelen, gooien spullen tegen raam, tomaten gooien, sneeuwballen, uitgemaakt, maakt mij uit,
        uitgejouwd, jouwen, joelen naar mij, getiktik, tikken op raam, bonken expres, expres herrie, expres hard, expres lawaai,
        opzettelijk, met opzet, wraak, pakken mij terug, hekel aan mij, haat mij, willen mij niet, mij niet moeten, vals, gemeen, kwellen,
        respectloos behandeld, beledigen, beledigt, scheldwoorden, nare briefjes, briefjes, anonieme brief, haatbrief, poep aan deur, stront
        voor deur, pis voor deur, vuilnis voor mijn deur, afval voor mijn deur, dingen in brievenbus, lijm in slot, slot dichtgelijmd,
        deurmat weg, planten kapot, was vies gemaakt, auto bekladden, spiegel auto, banden, doet alsof, praat slecht over mij, slecht over
        mij, zwart maken, stoken, opstoken, ophitsen, hitst op, hele portiek tegen, niemand praat met mij, groepsapp, facebook, online
        gepest, foto's van mij, camera op mijn deur, loert, kijkt steeds, blijft mij volgen, rijdt achter mij, belt steeds, ex stalkt, kan
        geen rust, kapot van, durf niet in lift, moet mij hebben, hebben het op mij gemunt, vieze dingen brievenbus, dingen in mijn
        brievenbus, poep aan deurklink, kijken mij weg, buurt uit, uit de buurt, de buurt uit kijken, word gek gemaakt, gek gemaakt, gek van
        gemaakt, zoekt mij op, zoekt mij steeds, tegen mij opgezet, hele portiek tegen mij, mijn spullen steeds kapot, buurman en buurvrouw
        pesten, weg te krijgen, alles om mij weg, mij weg te krijgen, rotopmerkingen, opmerkingen, rot opmerkingen, om te zieken, naar
        gedrag, lastig gevallen door buur, omdat ik alleen ben, pesten mij omdat""",
    "BUR-DISC": """
        discriminatie, discrimineren, discrimenatie, racisme, racist, racistisch, ras, afkomst, huidskleur, kleur, huid, donker, zwart,
        bruin, neger, n-woord, nwoord, geloof, religie, godsdienst, hoofddoek, sluier, burka, moslim, moslem, islam, allah, jood,
        antisemitisme, christen, hindoe, homo, homo's, gay, flikker, mietje, lesbisch, lesbienne, biseksueel, trans, transgender,
        travestiet, lhbti, regenboogvlag, homohaat, handicap, beperking, rolstoel, mongool, geaardheid, uitschelden om geloof, buitenlander,
        vreemdeling, asielzoeker, vluchteling, statushouder, allochtoon, marokkaan, turk, pool, bulgaren, roemenen, surinamer, antilliaan,
        afrikaan, apen, apengeluiden, syriër, oekraïner, chinees, zigeuner, eigen land, ga terug naar je land, hoort hier niet, niet welkom,
        hakenkruis, nazi, hitler, haten ons, anders behandeld, vooroordeel, accent, praat geen nederlands, kut buitenlander, vieze
        buitenlander, vieze jood, arabier, arabisch, berber, iraniër, afghaan, eritreeër, somaliër, syrisch, pakistaan, indiër, hindoestaan,
        indo, molukker, aziaat, aziatisch, poolse, roma, sinti, hoe ik eruitzie, uiterlijk, dik, dwerg, lelijk, leeftijd, blank, blanke,
        witte, mohammedaan, ongelovige, bekeren, kerk, moskee, gebed, bidden, keppel, davidster, koran verbrand, varkensvlees, hoofdoek,
        boerka, baard, tulband, djellaba, kleding geloof, homostel, mannen samen, twee vrouwen, transvrouw, transman, queer, non-binair,
        doof, dove, blind, autisme, autistisch, spasme, kreupel, invalide uitgelachen, apegeluid, oerwoudgeluiden, bananen, nazigroet,
        hitlergroet, haatzaaien, xenofoob, wit gezicht, hoort niet in Nederland, rot op naar, oprotten naar, willen geen, niet van hier,
        cultuur, tolk, taal, niet gelijk, geweigerd om, zwarte piet, zwarte pieten, niet nederlands, niet echt nederlands, geen nederlander,
        mogen niet meedoen, niet meedoen, uitgesloten, aap genoemd, apen genoemd, noemen ons, noemt mij, uitgemaakt voor, ruik naar
        knoflook, stink naar, omdat ik niet wit ben, rotopmerkingen over, vanwege mijn, vanwege mijn kleur, vanwege geloof, niet mogen
        bidden, naast zich""",
    "BUR-DIER": """
        hond, hont, pup, puppy, blaffen, blafhond, keffen, kefhond, keffertje, janken, huilt hond, grommen, kat, kater, poes, kattenpis,
        kattenbak, kattenstront, zwerfkat, huisdier, huisdier overlast, beest, dier, poep, hondenpoep, hondepoep, hondenstront, drol,
        stront, pist, plast, sproeien, uitlaten, hondenuitlaat, los, loslopend, loslopende hond, loopt los, geen riem, aanlijnen, muilkorf,
        bijt, valt aan, aangevallen door hond, vechthond, pitbull, herder, rottweiler, stafford, bang voor hond, duivenpoep, duiven, haan,
        kraait, kukelen, kippen, eenden, ganzen, papegaai, parkiet, vogels, volière, kwaken, slang, reptiel, spin, konijn, cavia, geit,
        schaap, paard, varken, haren van hond, gekrab, tekeer, baas, aanslaan, blaffe, waf, hondengeblaf, vliegt aan, vloog aan, hapt,
        bijterig, valse hond, agressieve hond, gevaarlijke hond, grote hond, rotweiler, bulldog, husky, mechelaar, teckel, chihuahua,
        labrador, hondenbezitter, hondenpoepzakje, opruimen poep, ruimt poep niet op, drol op stoep, drollen op gras, poep in tuin, zandbak,
        kattenpoep, miauwen, krols, krolse katten, kittens, vlooien van kat, hamster, ratten als huisdier, fret, schildpad, kakelen,
        gekraai, gans, gans gakt, pauw, duiventil, duivenhok, vogelpoep, vogelvoer, brood gooien, voeren, meeuw, kauwen, ekster, leguaan,
        terrarium, pony, ezel, hok in tuin, kippenhok, dieren in tuin, stank van dieren, kattenlucht, hondenlucht, hondenharen, allergisch,
        kennel, katten komen binnen, kat op mijn bed, kat komt binnen, hond viel aan, hond uitlaten, valt mijn hond aan, springt tegen, hond
        springt, springt tegen mensen op, hond springt op, veel katten, katten stinken, honden nacht, krabt mijn auto""",
    "BUR-DIEV": """
        dierenmishandeling, dierenbeul, dierenleed, dier geslagen, hond geslagen, schopt hond, schopt kat, vel over been, uitgehongerd, hond
        in de kou, hond in de zon, hond in auto, geen water, niet verzorgd, slecht verzorgd, achtergelaten, vieze kooi, vies hok, kooi,
        hokje, bench, hond nooit uitgelaten, zielige, ziek dier, zieke hond, zieke kat, dode dieren, dierenarts, dierenbescherming,
        dierenpolitie, dierenambulance, konijnen, vogels kooi, dieren lijden, honger, hond, kat, poes, dier, beest, huisdier, pijn, jankt
        van pijn, piept van pijn, krijst dier, gilt dier, ramt hond, ramt beest, sleurt hond, ketting, stroomband, prikband, verwaarloosd,
        mishandelen, arm beest, arme beest, arm dier, arme hond, arme dieren, vermagerd, broodmager, mager, ondervoed, dorst, brandende zon,
        in de hitte, oververhit, in de regen, hele dag alleen, nacht buiten, in schuur opgesloten, opgesloten, eigen poep, in eigen stront,
        klitten, kale plekken, wonden, vlooien vol, kreupel, manke hond, gewonde, dood konijn, dode kat, dode vogel, dode hond, stervend
        dier, geen verzorging, geen zorg dier, niet gevoerd, geen voer, niet te eten, zonder water, zonder eten, vogelkooi, aquarium vies,
        paarden, schapen, fokker, broodfokker, puppyhandel, hondengevechten, vergiftigd, gif, vergif, dumpen dier, hond gedumpt, beest
        mishandeld, beest geslagen, hond jankt van pijn, dier lijdt, kat geslagen, dood in kooi, plukt zichzelf kaal, kaal, laat
        verhongeren, verhongert, verhongeren, uitgelaten, nooit uitgelaten""",
}
