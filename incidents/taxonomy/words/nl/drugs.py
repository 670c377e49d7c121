"""Dutch words in which people say what is going on: drugs and exploitation.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "DRU-DEA": """
        dealen, dealer, drugs, drugsdealer, drugs kopen, drugspand, drughuis, dealpand, drugshandel, drugsverkoop, drugsrunner,
        drugskoerier, handel, straathandel, spul, spul kopen, haalt iets, ophalen, iets afgeven, geeft iets af, pakjes, pakjes doorgeven,
        zakjes, gripzakje, sealtje, bolletjes, koerier, runner, aanloop, loop, in en uit geloop, komen en gaan, veel mensen kort aan deur,
        korte bezoekjes, bezoekers, vreemde mensen, vreemde mensen aan deur, vreemd volk, vreemde types, rare types, louche, onbekenden aan
        deur, klanten drugs, bel gaat steeds, bel gaat hele dag, bellen aan en weg, paar minuten, blijven kort, even naar binnen, auto's
        stoppen, auto's komen en gaan, taxi's, cocaine, coke, kook, wit, heroïne, crack, ketamine, 3mmc, snus, op de hoek, geld tellen, geld
        en zakjes, cash, drugsgeld, criminelen, crimineel, onderwereld, junks aan deur, dealen op parkeerplaats, dealerpand, dealerhuis,
        druks, drux, drugz, dope, wiet halen, drugs afhalen, drugsafhaal, drugsbezorger, bezorgt drugs, snorders, drugsklanten, klanten voor
        coke, klanten voor wit, drugsgebruikers aan deur, verslaafden aan deur, verslaafden komen, junks komen, junks bellen aan, junks
        halen, gebruikers komen, kopers, verkoper, verkoopt aan deur, pillen, geeft pakjes, geeft iets door raam, envelop, enveloppe,
        uitwisselen, ruilen geld, geld wisselen, geldwissel, handje handje, stiekem, geheimzinnig, duister, duistere zaken, schimmig,
        verdacht, onguur, ongure, gure types, enge types, foute types, foute jongens, gajes, tuig aan deur, patsers, dag en nacht mensen,
        veel bezoek, kort aan de deur, kort langs, komen kort, even langs, snel weer weg, zo weer weg, meteen weer weg, minuut, blijven
        niet, komen en weer weg, in- en uitlopen, inloop, aan de deur, steeds andere mensen aan deur, steeds vreemden, vreemde auto's,
        auto's kort, automobilisten, raampje auto, draaiende motor, scooters stoppen, maaltijdbezorgers, koffertje, tasje, weegschaal,
        verpakken, blokken, drugsbaas, maffia, bende drugs, criminaliteit, criminele activiteiten, illegale handel, illegale dingen,
        witwassen, contant geld, spotter, uitkijk, taxi's en koeriers, fietskoeriers, constant taxi's, korte tijd, iets komen halen, komen
        iets halen, verkoopt van alles, verkoopt aan de deur, verkoop aan deur, hele nacht mensen aan deur, klanten aan deur nacht, rijden
        af en aan, auto's rijden af en aan, af en aan, stopt zakjes, in handen, lachgas, lachgas verkopen, verkoopt lachgas""",
    "DRU-HEN": """
        hennep, henneplucht, hennepplanten, hennepplantage, hennepkwekerij, hennepteelt, wietplantage, wietplanten, wietkwekerij, wietteelt,
        kweken, kwekers, kweektent, kweekkast, cannabis, cannabisplanten, marihuana, weed, weedplanten, plantage, planten, stekjes, toppen,
        knippers, oogst, zolder met lampen, assimilatielampen, groeilampen, altijd licht, fel licht, paars licht, afgeplakt, ramen
        dichtgeplakt, ramen dicht, geblindeerd, folie, gordijnen altijd dicht, stroom aftappen, illegale stroom, stroom stelen,
        stroomdiefstal, elektriciteit, meterkast, stoppen slaan door, wietlucht, wietgeur, wiet, sterke geur wiet, wiet stank,
        koolstoffilter, slakkenhuis, afzuiger, ventilatoren, gezoem op zolder, warmte, warm plafond, vocht, vochtplekken, condens, potgrond,
        aarde, zakken aarde, zakken grond, potten, plantenpotten, tuinslang, watervaten, dak sneeuwvrij, wietkweker, hennepkweker,
        hennepkas, hennepolie, hasjplant, groeikamer, groeitent, kweekruimte, kweekkamer, kweeklampen, wietlampen, warmtelampen, bouwlampen,
        lampen achter, licht kier, roze licht, blauw licht, tl licht dag en nacht, schijnsel, slaapkamer planten, kas vol, planten in
        schuur, plantengeur, planten lucht, geur van planten, hennepgeur, skunk, skunklucht, stinkt naar hennep, ruikt naar hennep, zoete
        lucht, zoete geur, zoetige lucht, weed lucht, weedlucht, weedgeur, ramen zwart, zilverfolie, plastic voor ramen, karton voor ramen,
        ramen afgedekt, verduisterd, rolluik altijd dicht, beslagen ramen, natte muur, vochtige muur, warme muur, warme vloer, hitte van
        zolder, afzuiging, afzuigslang, slang uit dak, luchtslang, gebrom op zolder, ventilator op zolder, watertonnen, regenton binnen,
        druppelsysteem, aftapt, tapt stroom, meter omzeild, meter gesaboteerd, geknoei met stroom, knoeien meterkast, stroomuitval, stroom
        valt uit, stoppen, zekeringen, kortsluiting kwekerij, hoge stroomrekening, aarde sjouwen, sjouwen met zakken, zakken potgrond, grond
        gesjouwd, kweekbenodigdheden, growshop, mest, plantenvoeding, knippen van toppen, vuilniszakken plantresten, plantresten, wortels
        aarde gedumpt, hennepafval, komt alleen water geven, illegale plantage, illegale kwekerij, gekleurd licht, licht en pompen, pompen
        op zolder, meter tikt door, elektriciteitsmeter, zoemende kasten, lampen en planten, tomatenplanten, vol wiet""",
    "DRU-LAB": """
        drugslaboratorium, lab, laboratorium, drugs maken, xtc, pillen draaien, pillenfabriek, pillenmachine, speed, amfetamine, meth,
        methlab, cocaïnewasserij, wasserij, versnijden, chemisch, chemische lucht, chemische stank, chemische geur, chemicalien, scheikunde,
        stoffen, giftig, zuur, zoutzuur, zwavelzuur, ammoniak, aceton, oplosmiddel, terpentine, verfverdunner, nagellak, lijm lucht, anijs,
        anijsgeur, ziekenhuislucht, chloor, chloorlucht, scherpe lucht, scherpe geur, bijtende lucht, prikkende lucht, prikkende ogen, ogen
        branden, ogen tranen, keel prikt, keel brandt, hoesten van lucht, hoofdpijn van lucht, dampen, rookpluim, vaten, vat, blauwe vaten,
        tonnen, blauwe tonnen, jerrycans, drugsafval, drugsdumping, gasmasker, maskers, handschoenen, beschermende pakken, witte pakken,
        ketels, kolven, slangen, gasbrander, gasflessen, nachtelijk uitladen, uitladen, laden uit, busje met vaten, spullen in loods,
        ventilatie slang uit raam, laboratorium hieronder, lab in schuur, chemisch spul, chemicaliën lucht, gemisch, gemiese, chemies,
        chemiese lucht, chemische afval, giftige lucht, giftig spul, gifdamp, giftige stank, vergif lucht, zure lucht, zure damp, zuurlucht,
        loog, natronloog, caustic soda, gootsteenontstopper, waterstofperoxide, peroxide, ether, alcohol lucht scherp, methanol,
        formaldehyde, benzeen, tolueen, pmk, bmk, apaan, ghb maken, crystal, crystalmeth, cristal, metamfetamine, speedlab, xtclab, mdma,
        cocaïne wassen, coke wassen, drugskeuken, drugsproductie, koken iets, koken spul, brouwen, mengen, distilleren, drukketel,
        verhitten, branders, kookplaat, glaswerk, erlenmeyer, reageerbuis, trechters, pillen maken, tabletteermachine, jerrycans sjouwen,
        gesleep, sjouwen met vaten, tonnen gesjouwd, vloeistof, kleurloze vloeistof, gooit spul in riool, loost, dumping, drumpvaten,
        doppen, etiketten verwijderd, gevaarlijke stoffen, doodshoofd, gevarensymbool, mondkapje, overalls, laarzen, keel verbrandt,
        brandende keel, prikt in neus, prikkelt, prikkende, ogen rood, duizelig van lucht, misselijk van chemisch, niet ademen, hoest,
        benauwd van damp, bijtend, bijtende stank, scherpe stank, scherpe damp, nagellakremover, nagellak lucht, nagellakgeur, lijmlucht,
        verdunner, thinner, wasbenzine, dampen uit schuur, rook uit schuur, gekleurde rook, gele rook, ventilator in raam snachts, nachts
        werken in schuur, busje snachts, busje laadt, uitladen snachts, huurbusje, nachtelijk gesleep, brandt in keel, prikt in je neus,
        ketels en slangen, slangen en ketels, oplosmiddel lucht""",
    "DRU-GEB": """
        blowen, blowers, wietrook, wiet op trap, joint, joints, jonko, drinken in hal, drinken in portiek, drinken op trap, zitten te
        drinken, alcohol in portiek, drank, drankflessen, zuipen, zuipende mensen, dronken mensen in hal, dronken mensen trap, drugs
        gebruiken, drugsgebruik, drugsgebruikers, gebruiken, gebruiken op trap, gebruikers, drugs in trappenhuis, drugs in portiek, drugs in
        hal, drugs in kelder, drugs bij ingang, junk, spuiten, naalden, injectienaald, basen, basepijp, crack, crackpijp, snuiven, snuiven
        coke, lijntjes, poeder, zilverpapier, folie, aluminiumfolie, lepel, bierblikjes, bierflesjes, bier, blikjes, flessen, lege flessen,
        lege blikjes, wodka, wodkafles, glasscherven, lachgas, lachgasballon, ballon, lachgascilinders, patronen, slagroompatronen,
        cilinder, roken in trappenhuis, roken in portiek, roken op trap, roken in lift, shisha, waterpijp, vapen, zakjes op grond, lege
        zakjes, wietzakjes, gebruikt in kelder, stoned jongeren, in onze hal, in het portiek, op de trap, bij de ingang, in fietsenkelder,
        pampus, paffen, blowen jongeren, blowlucht in hal, wietlucht in portiek, wietlucht in trappenhuis, wiet in portiek, wiet in hal,
        crackrokers, rokers in hal, heroïne, heroïnespuit, spuit gevonden, spuitje, naald gevonden, verslaafden in portiek, verslaafden in
        hal, verslaafden in trappenhuis, verslaafden op trap, verslaafden in kelder, verslaafden liggen, drugsspullen, drugsafval in hal,
        wit poeder, snuiven op wc, zitten te gebruiken, drinkers, bierdrinkers, bierdrinkende mannen, drinken bij ingang, drinken voor deur,
        drinken onder balkon, mannen drinken, drankgebruik, alcohol in hal, alcoholisten bij ingang, alcoholisten op trap, dronkaards in
        hal, dronken in portiek, dronken hangen, lege drankflessen, lege bierblikjes, bierkrat, drankfles, wijnflessen, lachgastank,
        lachgasflessen, lachgaspatronen, ballen gas, snus op grond, vloeitjes, tipjes, jointpeuken, peukjes, asbak, pijpje, bong, feesten in
        hal, hangen en drinken, rookt joint, gebruiken in trappenhuis, gebruiken in portiek, gebruiken in lift, trippen in portiek, snuiven
        poeder, snuiven in lift, spuiten zich in, zwervers drinken, drinken in ons portiek, liggen voor pampus""",
    "DRU-MENS": """
        prostitutie, prostituee, prostituees, bordeel, thuisprostitutie, hoer, hoerentent, raamprostitutie, sekswerk, sekswerker, seksclub,
        sekshuis, mannen voor seks, mannen in en uit, steeds andere mannen, veel mannen, veel mannen op bezoek, mannen aan deur, mannen
        komen en gaan, elk uur andere man, pooier, escort, massagesalon, happy ending, uitbuiting, uitgebuit, arbeidsuitbuiting,
        mensenhandel, mensensmokkel, gesmokkeld, slaven, slavernij, moderne slaaf, gedwongen, moet werken, geen betaling, onderbetaald,
        zwart werken, werkt dag en nacht, paspoort, paspoort afgepakt, illegaal, zonder papieren, meisjes, jonge meisjes, mogen niet naar
        buiten, mag niet naar buiten, mogen niet weg, komen nooit buiten, opgesloten, vastgehouden, loverboy, arbeidsmigranten,
        seizoenarbeiders, slapen op de grond, dienstmeisje, huishoudster, au pair, veel vrouwen in huis, lingerie, condooms, gevangen,
        gevangene, slavin, houdt haar vast, houdt haar binnen, houdt meisjes, houdt vrouwen, ontvangen mannen, klanten en meisjes, jonge
        vrouwen, minderjarige meisjes, halfnaakte vrouwen, vrouwen in ondergoed, schaars gekleed, hoerenhuis, hoerenkast, hoere, prostitue,
        prostitusie, prostitueert, tippelen, seks aan huis, seksbedrijf, seksadvertentie, advertentie, erotische massage, erotisch, erotiek,
        thuisontvangst, thuiswerkster, mannen betalen, mannen wachten, mannen bellen aan, mannen blijven kort, mannen in auto wachten,
        steeds andere kerels, veel kerels, elke keer andere man, om het half uur andere man, hotelachtig, rode lamp, rood licht, gordijnen
        dicht meisjes, geen sleutel van eigen huis, mag niet praten, mag niet bellen, mag nergens heen, mag huis niet uit, mogen huis niet
        uit, komt huis niet uit, deur op slot vrouw, arbeiders, werknemers, werkers, werkkrachten, werklui, personeel slaapt, werknemers
        slapen, slapen met 12, slapen op matrassen, slapen in schuur arbeiders, slecht betaald, weinig betaald, geen geld voor werk, loon
        afgepakt, loon, werken voor niks, gratis werken, hard werken, lange dagen werken, uitzendkrachten, uitzendbureau misbruik, baas,
        baas dreigt, koppelbaas, ronselaar, met busje opgehaald, busjes met mensen, zonder vergunning werken, illegale arbeid, zwartwerk,
        zwartwerkers, bedelen gedwongen, gedwongen stelen, gedwongen diefstal, gedwongen drugs, bang voor pooier, loverboys, schuld
        afwerken, documenten afgepakt, paspoort kwijt gemaakt, identiteitskaart afgepakt, telefoon afgepakt meisje, verkocht, verhandeld,
        handel in vrouwen, vrouwenhandel, kinderhandel, orgaanhandel, meisje roept help uit raam, briefje help, heren op bezoek, andere
        heren, jonge dames, steeds andere heren, moet werken van die man, mag niks van hem, werkmensen, werkmensen zonder papieren, baas
        laat haar niet, vrouw mag niet weg van baas, andere mannen bij meisjes, mannen bij meisjes, mannen bij twee meisjes, steeds
        wisselende mannen, wisselende mannen, houden mensen vast""",
}
