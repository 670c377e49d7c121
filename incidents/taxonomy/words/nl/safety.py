"""Dutch words in which people say what is going on: the safety of the building.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "VEI-INB": """
        inbraak, inbraken, ingebroke, inbreker, insluiper, insluiping, dief in huis, dief binnen, in mijn huis geweest, vreemde in huis,
        vreemde man in huis, man in mijn gang, stond in mijn huis, stond in mijn gang, binnengedrongen, binnen geweest, binnengekomen, huis
        leeggehaald, leeggeroofd, overhoop, huis doorzocht, spullen weg, laptop weg, opengebroken, open gebroken, kelderbox opengebroken,
        schuur opengebroken, deur ingetrapt, geforceerd, slot proberen te openen, iemand aan mijn deur, aan mijn slot, rommelt aan slot,
        morrelen, voelt aan deuren, raam ingeslagen, raam kapot en, via balkon, klom, ladder, poging, braak, braakschade, braaksporen,
        sporen, breekijzer, koevoet, schroevendraaier, flipperen, babbeltruc, nepagent, meteropnemer, overval, overvallers, beroofd,
        woningoverval, achterdeur, achterdeur open, via achterdeur, via raam, door het raam naar binnen, raam opengelaten, ingesloten,
        inbreuk, ingebrooken, ingebroeken, ingebrokken, inbraakpoging, proberen in te breken, willen naar binnen, probeert binnen, wou
        binnen, prutsen, slot vernield, uitgeboord, cilinder getrokken, cilindertrekken, deur opengewrikt, wrikken, opengemaakt, deur open
        toen ik thuiskwam, bij thuiskomst, ruitje getikt, ruitje ingetikt, glas ingetikt, kozijn beschadigd, deurpost, kras bij slot, gaatje
        geboord, gat in deur, liep door mijn woonkamer, liep door huis, iemand binnen, iemand in mijn woning, iemand in mijn slaapkamer,
        iemand in mijn tuin, man in tuin snachts, onbekende in huis, onbekende binnen, indringer, indringen, vreemdeling binnen, stond
        ineens binnen, naar binnen geglipt, achter mij aan naar binnen, alles weg, alles doorzocht, lades, kluis, geld en sieraden,
        sieraden, goud, horloge, juwelen, gestolen uit huis, uit mijn woning gestolen, huis leeg, leeggestolen, dievenbende, verkenners,
        verkennen, krijtteken, tekens op deur, markering, verdacht, zaklamp, sluipt, rond het huis, loopt rond huis, over schutting
        geklommen, klimmen over, politie braak, in schuur ingebroken, in de auto ingebroken, liep door mijn huis, iemand liep door, aan mijn
        deur gezeten, aan mijn balkondeur gezeten, aan mijn raam gezeten, aan het slot gezeten, balkondeur geforceerd, balkondeur, rolluik
        omhoog, rolluik geforceerd, dief betrapt, in mijn slaapkamer, bij mij binnen""",
    "VEI-DIEF": """
        gestolen, gejat, gepikt, gegapt, geroofd, meegenomen, mee genomen, ontvreemd, verdwenen, weggenomen, weggehaald, kwijt, foetsie,
        diefstal, dief, weg, fiets, fietsen gestolen, fietsendief, elektrische fiets gestolen, ebike, e-bike, bakfiets, fatbike gestolen,
        accu weg, zadel, wiel, pakketje, pakje weg, postpakket, bestelling, post weg, brieven gestolen, berging opengebroken, kelderbox
        leeg, weg uit berging, weg uit box, weg uit kelder, uit de kelder, uit de schuur, gereedschap, scooter weg, brommer weg, kenteken
        gestolen, navigatie, katalysator, kinderwagen weg, buggy weg, rollator weg, portemonnee, tas, sleutels gestolen, pinpas,
        zakkenroller, planten gestolen, wasgoed gestolen, tuinstoelen weg, koper, mijn spullen weg, stuff, pleite, gestole, gestolle, stele,
        bestolen, beroofd, tasjesdief, winkeldief, fietsslot doorgeknipt, slot doorgeknipt, doorgeknipt, doorgezaagd, ketting door,
        damesfiets, herenfiets, kinderfiets, mountainbike, racefiets, swapfiets, elektrische step weg, step, skateboard, snorfiets, motor
        weg, auto weg, aanhanger gestolen, autobanden gestolen, wieldoppen, velgen, uitlaat gestolen, benzine afgetapt, diesel gestolen,
        airbag, autospiegel gestolen, fietsaccu, batterij gestolen, fietstas, fietsverlichting, fietszadel, voorwiel, achterwiel, doos weg,
        bezorgd, bezorger, bol.com, zalando, vinted, postnl, dhl, maaltijdbox, boodschappen weg, krant gestolen, mijn post open, brievenbus
        leeggehaald, brievenbus gehengeld, bankpas gestolen, id kaart, sleutelbos, handtas, rugzak, jas weg, laptop gestolen, ipad, ketting
        van nek, telefoon weg, mobieltje, airpods, geld weg uit, kelder leeg, leeggehaald, leeg gehaald, berging leeg, boor, boormachine
        gestolen, gereedschapskist, grasmaaier weg, bbq gestolen, tuinset, tuinmeubels, tuinbeeld, plantenbak gestolen, bloempotten weg,
        kerstverlichting gestolen, deurmat gestolen, vlag gestolen, lamp gestolen, koperdieven, kabels gestolen, loodslabben, was van lijn,
        kleren gestolen, schoenen weg, scootmobiel weg, rolstoel gestolen, kinderstoel, speelgoed weg, skelter, bezorgd maar niks, bezorgd
        maar niet gekregen, uit bus gestolen, bus leeggehaald, bij mij gestolen""",
    "VEI-VAN": """
        vernield, vernieling, vandalisme, graffiti, graffitie, grafitti, grafiti, tags, spuitbus, verf, beklad, bekladdert, geklad,
        gekladderd, getekend op muur, stift, viltstift, teksten op muur, krassen, bekrast, ingekrast, kapot gemaakt, kapotgemaakt,
        kapotgeslagen, kapot getrapt, kapotgetrapt, kapot gegooid, kapotgegooid, stukgemaakt, stuk gemaakt, expres, moedwillig, gesloopt,
        trappen tegen deur, trapt deur in, ingetrapt, ingegooid, ruit ingeslagen, spiegel lift, brievenbus gesloopt, brievenbussen
        opengebroken, bellenplateau, afgerukt, afgebroken, losgetrokken, verbogen, camera vernield, bankje vernield, boom vernield, hek
        gesloopt, knoppen lift, aangebrand, in brand gestoken prullenbak, rotjochies, baldadig, schade, beschadigd, beschadigen, auto
        beschadigd, gerukt, eraf getrokken, eraf gehaald, losgerukt, uit de muur, van de muur getrokken, gesmolten, liftknoppen, aansteker,
        schroeiplekken, brandplekken, verbrand, getrapt, schoppen tegen, ruiten, spiegelglas, glasplaat, glas eruit, glas ingeslagen, glas
        ingegooid, ruit eruit, diggelen, gebarsten, sterretje, met steen, bekogeld met, ei tegen muur, verfbom, gekalkt, gekliederd,
        krabbels, gespoten, volgespoten, muren vol, muur beschreven, leuzen, spreuken, tekening, hakenkruis gespoten, stickers, stickers
        geplakt, posters, lijm, lijm in slot, kauwgom in slot, slot vernield, deur geramd, ramponderd, geramponeerd, toegetakeld, mollen,
        molt, verklooien, verkloten, naar de klote, naar de kloten, kapoot, kappot, stukgeslagen, stukgetrapt, slopers, sloopkogel, boel
        kort en klein, kort en klein, met opzet, opzettelijk, voor de lol, vandalistisch, vandalism, rotjongens, etterbakjes, ettertjes,
        jochies slopen, jeugd vernielt, jongetjes trappen, kinderen slopen, planten vernield, tuin vernield, bloembakken omgegooid,
        omgegooid, omgetrapt, fietsen omgegooid, fiets vernield, banden lekgestoken, autospiegel afgetrapt, auto bekrast, ruitenwisser,
        antenne, prullenbak vernield, speeltoestel vernield, intercom vernield, intercom gesloopt, bel eraf, naambordje, bordjes weg, camera
        afgeplakt, camera gesloopt, lampen ingegooid, lamp eruit, rookmelder gesloopt, brandblusser leeggespoten, poeder brandblusser,
        leuning gesloopt, trapleuning los getrapt, stopcontact, waterleiding vernield, met stift geschreven, stift op deuren, op deuren
        geschreven, op de muur geschreven, trapten deur stuk, stuk getrapt, stukgegooid, brievenbus opgeblazen, opgeblazen met vuurwerk, bus
        opgeblazen""",
    "VEI-DEUR": """
        voordeur, centrale deur, portiekdeur, buitendeur, toegangsdeur, kelderdeur, bergingsdeur, schuifdeur, sluit niet, sluit slecht, deur
        gaat niet dicht, gaat niet dicht, niet meer dicht, deur valt niet dicht, deur klemt, deur hangt scheef, deur klapt, deur staat open,
        deur blijft open, staat altijd open, blijft open, deur open, deurdranger, dranger, scharnier, deurklink, klink, cilinder, sleutel,
        sleutel past niet, sleutel afgebroken, sleutelkastje, tag, druppel, code deur, intercom, huistelefoon, videofoon, bel, bel doet het
        niet, bel werkt niet, deurbel, opener, deuropener, kan niet openen, deur gaat niet open, licht uit, lamp, lampje, ganglamp, hallamp,
        tl, knippert, flikkert, donker, pikdonker, verlichting, buitenlamp, buitenverlichting, poort, iedereen kan naar binnen, loopt zo
        naar binnen, komt zo binnen, vreemden komen binnen, drempel, leuning, trapleuning, tegel los in hal, lift doet het niet, lift staat
        stil, garagedeur kapot, wagenwijd, hele nacht open, deur los, deur waait open, deur opengezet, steen tussen deur, wig, tussen de
        deur, vastgezet, deur vast, deur zit vast, deur blijft hangen, hangt los, deur gaat zwaar, zware deur, deur loopt aan,
        deurscharnier, deurkruk, handvat, knop los, schuifpui, balkondeur, achterpoort, hek, slagboom kapot, parkeergarage open, rolhek,
        schuifhek, toegang, toegangspas, pas, sleutelpas, sleutelhanger, chip, badge, elektronisch slot, codeslot, nachtslot, hapert,
        stroef, kom niet binnen, kan niet naar binnen, kan niet meer naar binnen, kan er niet in, buitengesloten, kan mijn huis niet in,
        sleutel blijft steken, sleutel gebroken, bel doet niks, bel niet, bel hoor ik niet, bezoek kan niet binnen, niemand kan bellen,
        telefoon deur, deurtelefoon, spreekapparaat, speaker deur, videobel, opendoen, elektrische deur, automatische deur, spaarlamp,
        ledlamp, peertje, gloeilamp, sensor, bewegingssensor, tijdschakelaar, schakelaar, lichtknop, pikkedonker, aardedonker, stikdonker,
        onverlicht, galerijverlichting, galerijlamp, portieklamp, portiekverlichting, kelderverlichting, keldergang, noodverlichting kapot,
        zie niks op trap, zie geen hand voor ogen, struikelen, traptrede, trede, treden, trap los, gladde trap, gladde vloer, mat,
        balustrade, balkonhek, dakpan los, stuk beton, camera doet het niet, bewaking, vreemden lopen naar binnen, vreemde mensen binnen,
        kan zo binnen, lift vast, liftstoring, zit vast in lift, lift buiten gebruik, defect, stuk, kapot, doet het niet, werkt niet, gaat
        vanzelf open, deur vanzelf open, licht brandt niet, lamp brandt niet, brandt niet, buitenlicht, niet in slot, donker in de gang,
        donker ik durf niet, slot breekt, valt open, deur valt open, waait open""",
    "VEI-GRP": """
        hangjongeren, hangjeugd, hanggroep, jongeren, jongens, jonge gasten, gasten, gozers, mannetjes, jochies, rotjochies, ventjes,
        opgeschoten, groep, bende, bendes, rondhangen, hangen rond, hangen, hangen voor deur, hangen beneden, hangen bij ingang, zitten
        beneden, zitten op de trap, jongens op trap, staan voor de deur, staan beneden, staan bij ingang, staan in portiek, samen staan,
        jeugd, jeugdoverlast, straatjeugd, straattuig, samenscholen, hangplek, ingang, in de hal, scooters, brommers, fatbikes, jongens voor
        de deur, jongens beneden, blokkeren ingang, laten mij niet door, kan er niet langs, durf niet langs, moet erlangs, intimiderend,
        tieners, pubers, tuig, tuig van de richel, schorem, gespuis, rapalje, raddraaiers, straatbende, schoffies, voetballen, ballen,
        gooien stenen, vuurwerk jongeren, lawaai jongens, elke avond, zonnebloempitten, hoodies, capuchon, bivakmuts, wachten op, belletje
        trekken jongens, skaten, met zijn allen, met veel, met tien man, met 10 man, tien gasten, 10 gasten, paar gasten, kerels, clubje,
        kluitje, samen op trap, op trappen, zitten in portiek, zitten in hal, zitten in trappenhuis, zitten te schreeuwen, chillen, chillt,
        hangen in portiek, hangen in hal, hangen in trappenhuis, hangen op trap, hangen in kelder, hangen op plein, rondhangende,
        rondlummelen, lummelen, niksen, staan te roken, roken bij ingang, lachgas jongeren, blowende jongeren, intimideert, intimiderend
        gedrag, lastig, vallen lastig, lastigvallen bewoners, roepen naar meisjes, roepen naar vrouwen, nafluiten jongens, schelden jongens,
        spugen jongens, uitgescholden door jongeren, bedreigd door jongeren, bang voor jongens, durf niet naar beneden, durf portiek niet
        in, durf hal niet in, voel me onveilig door groep, gezichtsbedekking, mutsen, tasjes, rijden rondjes, crossen met scooter, autos met
        jongens, speaker buiten, box buiten, rappen, vechten jongeren, gooien met, gooien eieren, gooien flessen, rommel jongeren, klieren,
        kattenkwaad, kwajongens, etters, rotjong, rotjongens, rotkinderen, jong grut, jeugdbende, drillrap, drill, schooljeugd, scholieren,
        schoolkinderen, studenten hangen, kinderen groep, groepsvorming, mannen voor de deur, mannen bij ingang, elke avond beneden, tot
        laat beneden, voor mijn raam, onder balkon, bij de fietsen, bij speeltuin, bij garages, garageboxen, garagedeuren, voetballende
        kinderen, voetballers, jongens hangen, hangen bij, hangen bij de kelders, hangen bij fietsenkelder, rondhangen bij kelder,
        nagefloten, staan te roken jongeren, schreeuwen bij de deur, crossen in hal""",
    "VEI-SLAAP": """
        slaapt, slaper, slaapplek, slaapplaats, slaapt in fietsenstalling, slaapt in auto, dakloze, dakloos, thuisloze, zwerver, zwerfster,
        landloper, clochard, bedelaar, slaapzak, dekens, deken, bed in kelder, bedje gemaakt, karton, tentje, tent, overnachten,
        overnachting, bivakkeren, bivakkeert, verblijft, woont in kelder, woont in box, woont in berging, woont op zolder, woont in schuur,
        woont in trappenhuis, kraker, gekraakt, ligt in hal, ligt in gang, man ligt in hal, man ligt, iemand ligt, ligt in kelder, ligt
        onder trap, ligt bij lift, vreemde man in kelder, iemand in kelder, iemand in de box, onbekende in kelder, onbekende man, pit,
        maffen, slaapt in stalling, slaapt in technische ruimte, slaapt in containerruimte, slapende mensen, brengt nacht door, overnachter,
        logeert, kampeert, kamperen, kampement, kampje, nestje gemaakt, verblijfplaats, leeft in kelder, woont onder trap, woont in
        fietsenhok, illegaal in kelder, swerver, dakloos stel, geen huis, zonder huis, verwarde zwerver, bedelen, kussen, kussens, matje,
        luchtbed, matras, beddengoed, spullen van dakloze, tassen van zwerver, winkelwagen met spullen, plastic tassen, koffers in kelder,
        kleren in kelder, eten in kelder, plast in kelder, poept in kelder, man in kelder, man onder trap, man in fietsenhok, man in box,
        vrouw in kelder, persoon in kelder, iemand onder de trap, iemand in trappenhuis snachts, iemand op zolder, ligt voor de deur, ligt
        in portiek, bank in kelder slapen, bed gemaakt in kelder, spullen onder trap, slaapt bij brievenbussen, woont in onze kelder, slaapt
        bij meterkast""",
    "VEI-EXP": """
        explosief, ontploffing, ontplofing, geëxplodeerd, bom, bomaanslag, cobra, cobra's, cobra door brievenbus, mortier, nitraat, shell,
        strijker, knal, harde knal, enorme knal, grote knal, klap voordeur, dreun voordeur, opgeblazen, deur eruit, voordeur eruit, ruiten
        gesprongen, aanslag, aanslagen, brandstichter, brand gesticht, stak in brand, in brand, in de fik, in de fik gestoken, fikkie,
        aangestoken, brandt, brandbom, benzine, benzine door brievenbus, molotov, molotovcocktail, granaat, handgranaat, vuurwerk in
        portiek, vuurwerk in hal, vuurwerk gegooid, auto in brand, auto in de fik, scooter in brand, container in brand, container in de
        fik, prullenbak in brand, kelderbrand, vlammen, afgestoken, explosion, ploft, plofkraak, bombrief, tijdbom, verdacht pakketje, pakje
        met draden, vlinderbom, nitraatbom, lawinepijl, vuurwerk aan deur, vuurwerk onder voordeur, vuurwerk in lift, vuurwerk in kelder,
        vuurwerk binnen, rotje in brievenbus, strijker in brievenbus, flinke knal, gigantische knal, harde ontploffing, knal snachts, knal
        en ruiten, deur uit kozijn, deur ontzet, deur weggeblazen, pui kapot knal, gevel beschadigd, glas overal knal, rookwolk knal,
        kruitdamp, wraakactie, drugsaanslag, brandende lap, brandend voorwerp, brandend papier, fakkel, brand door brievenbus, vuurtje in
        portiek, vuurtje in kelder, vuur in hal, brandstapel, matras in brand, scootmobiel in brand, fiets in brand, afval aangestoken,
        container aangestoken, auto aangestoken, schuur aangestoken, schuur in brand, autobrand, containerbrand, woningbrand, brandlucht
        aangestoken, pyromaan, lucifers, aanmaakblokjes, spiritus, terpentine gegooid, overgoten, uitgebrand, verkoold, brandweer geweest,
        brandschade, zwart geblakerd, granaat gevonden, munitie gevonden, oude bom, fles met vuur, brandende fles, vuur gegooid, boem
        voordeur, boem deur weg, voordeur weg, voordeur weggeblazen, brievenbus aangestoken, stak brievenbus aan, stak aan, wilden in brand
        steken""",
    "VEI-BRAND": """
        brandgevaar, brandgevaarlijk, brandveiligheid, brandonveilig, brandweer, bij brand, als brand uitbreekt, vluchten, vluchtweg,
        vluchtroute, vluchtdeur, vluchttrap, nooduitgang, nooddeur, noodtrap, noodverlichting, nooduitgang op slot, brandtrap, brandgang,
        branddeur, geblokkeerd, blokkeren, blokkade, versperd, belemmert, in de weg, staat in de weg, obstakel, doorgang, kan er niet door,
        niet langs, scootmobiel, rolstoel in gang, accu, accu's, laden, opladen, oplader, batterij, lithium, fatbike, ebike opladen,
        verlengsnoer, stekkerdoos, stekker, kortsluiting, fietsen in gang, fietsen in hal, fietsen op galerij, fiets op galerij, fiets in
        trappenhuis, brommer in hal, spullen in gang, spullen op galerij, spullen op trap, spullen in trappenhuis, spullen in de weg, gang
        vol, galerij vol, trappenhuis vol, kasten op galerij, kast in gang, schoenenkast, kinderwagen in gang, kinderwagens, kinderwagen in
        hal, rollators, plantenbakken op galerij, planten op galerij, rookmelder, rookalarm, brandmelder, brandalarm, koolmonoxide,
        koolmonoxidemelder, brandblusser, blusser, brandslang, blusdeken, blusleiding, gasfles, gasflessen, benzine in kelder, kaarsen,
        brandrisico, vuurgevaarlijk, brandt snel, kan brand ontstaan, bang voor brand, gevaar bij brand, onveilig bij brand, ontruiming bij
        brand, ontvluchten, vluchtpad, trapopgang, opgang, trap vol, trap staat vol, uitgang, achteruitgang, nooddeur op slot, noodroute,
        vluchtdeur op slot, kunnen niet weg, rolstoel kan niet door, niet door de gang, kom er niet door, kom er niet langs, geen ruimte om
        te lopen, te smal, barricade, barricadeert, gang staat vol, galerij staat vol, hal staat vol, portiek staat vol, overal fietsen,
        fietsen voor deur, fiets voor deur, fiets in de weg, fietsen op trap, bakfiets in gang, brommer in gang, brommer op galerij, scooter
        in gang, motor in hal, step in hal, wandelwagen, buggy in gang, buggy's, kinderfietsjes, speelgoed op galerij, schoenen in gang,
        schoenenrek, meubels in gang, meubels op galerij, wasrek, bank in gang, koelkast in gang, dozen in gang, dozen op trap, kratten,
        karton, papier in gang brand, stoelen op galerij, tafel op galerij, bloempotten op galerij, bloembakken in weg, hek op galerij, accu
        ontploft, accu warm, accu rookt, fietsaccu opladen, aan de lader, laadkabel, kabel, snoer, stroomkabel, stroom uit hal, stekkerblok,
        overbelast, vonken, elektra gevaarlijk, losse draden, brandmelder gaat af, brandmelder kapot, brandmelder piept, rookmelder kapot,
        rookmelder piept, rookmelder ontbreekt, alarm brand, sprinkler, brandhaspel, brandkraan, blusmiddel, brandblusser ontbreekt,
        brandblusser kapot, branddeur kapot, zelfsluitend, gastank, propaan, butaan, lpg, campinggas, spiritus opslag, verf opslag, vuurwerk
        opslag, barbecue binnen, koken op balkon gas, open vuur, fietsen in trappenhuis, fietsen in portiek, trappenhuis staan fietsen,
        vluchtdeur klemt, laadt scooter op, laadt zijn scooter op, laadt fiets op, kan er niet uit bij brand""",
}
