"""Dutch words in which people say what is going on, by kind. A comma parts them; words of one entry count together."""

from __future__ import annotations

WORDS_NL: dict[str, str] = {
    "GEL-LEEF": "leefgeluid, voetstappen, lopen, stampen, rennen, springen, hakken, kinderen spelen, baby huilt, klussen, "
    "boren, boormachine, timmeren, verbouwen, stofzuigen, wasmachine, schuiven meubels, deuren slaan, slaande deuren, "
    "bovenburen, onderburen, gehorig, dunne muren, trap op en af, geluid, herrie, lawaai, geluidsoverlast",
    "GEL-MUZ": "muziek, harde muziek, luide muziek, bas, dreunen, bonkende bas, speakers, boxen, radio, tv te hard, "
    "televisie, feest, feestje, feesten, karaoke, instrument, drummen, gitaar, piano, party, geluid, herrie, lawaai, "
    "geluidsoverlast, muziekoverlast",
    "GEL-NACHT": "schreeuwen, gillen, roepen, krijsen, nacht, 's nachts, midden in de nacht, nachtelijk, onrust, bonken, "
    "slaan op muur, ruzie in de nacht, kan niet slapen, wakker, huilen in de nacht, geluid, herrie, lawaai",
    "GEL-INST": "lift maakt geluid, pomp, warmtepomp, ketel, cv, ventilator, ventilatie, afzuiging, zoemen, brommen, "
    "piepen, tikken leidingen, buizen, hydrofoor, airco, installatie, machine, garagedeur, geluid",
    "BUR-RUZ": "ruzie, burenruzie, conflict, onenigheid, ruzie met buurman, ruzie met buurvrouw, buren, schelden, "
    "niet meer praten, bemiddeling, buurtbemiddeling, komen er niet uit, boos op elkaar",
    "BUR-TUIN": "tuin, schutting, heg, haag, boom, takken, bladeren, barbecue, bbq, rook, vuurkorf, houtkachel, open haard, "
    "onkruid, grens, erf, schuur, klimop, overhangend, schaduw, sigarettenrook, roken op balkon",
    "BUR-TREI": "pesten, treiteren, wegpesten, getreiterd, gepest, lastigvallen, stalken, stalking, opwachten, volgen, "
    "intimideren, steeds ik, uitschelden, banden lek, eieren gooien, kapot maken, roddelen, buitensluiten",
    "BUR-DISC": "discriminatie, discrimineren, racisme, racist, racistisch, afkomst, huidskleur, geloof, hoofddoek, moslim, "
    "homo, lesbisch, transgender, handicap, uitgescholden om afkomst, buitenlander, hakenkruis",
    "BUR-DIER": "hond, honden, blaffen, blaft, kat, katten, huisdier, huisdieren, poep, hondenpoep, kattenpis, duiven voeren, "
    "haan, kippen, kraaien, papegaai, loslopend, bijt, dieren, janken",
    "BUR-DIEV": "dier mishandeld, dierenmishandeling, hond geslagen, verwaarloosde dieren, mager dier, dier op balkon, "
    "dier zonder eten, hond alleen opgesloten, zielig dier, dierenleed, dierenbescherming",
    "AGR-BED": "bedreigd, bedreiging, dreigen, dreigt, intimidatie, intimideert, doodsbedreiging, ik maak je dood, bang, "
    "dreigbrief, afpersen, chantage, voor de deur staan, agressief, agressie",
    "AGR-GEW": "geweld, geslagen, slaan, slaat, mishandeling, mishandeld, vechten, gevecht, vechtpartij, schoppen, geschopt, "
    "duwen, klappen, gewond, bloed, knokken",
    "AGR-WAP": "wapen, mes, pistool, geweer, vuurwapen, schieten, geschoten, schietpartij, schoten, steken, gestoken, "
    "steekpartij, machete, kogel, kogels",
    "AGR-HUIS": "huiselijk geweld, man slaat vrouw, vrouw geslagen, slaat zijn vrouw, slaat kinderen, gegil buren, "
    "ruzie bij buren thuis, partner, echtgenoot, ex, geweld thuis, mishandelt, opgesloten vrouw, gillen vrouw, geweld achter deur",
    "AGR-SEKS": "seksueel, aanranding, aangerand, betasten, betast, seks, verkrachting, potloodventer, naakt, "
    "seksuele opmerkingen, nafluiten, gluren, gluurder, ongewenst aanraken, handtastelijk, filmt mij",
    "ZRG-VERW": "verward, verwarde, in de war, psychisch, psychose, gek, schizofreen, praat in zichzelf, hoort stemmen, "
    "stemmen, waanbeeld, raar gedrag, vreemd gedrag, naakt op straat, overspannen, onbegrepen gedrag, roept onzin",
    "ZRG-VERS": "verslaafd, verslaving, drank, dronken, alcohol, alcoholist, drugs gebruikt, junk, zuipen, blowen, "
    "buurman dronken, verslaafde, drinkt, dronkaard",
    "ZRG-ALLE": "eenzaam, alleen, oud, oudere, dement, dementie, alzheimer, vergeet, vergeetachtig, verdwaald, redt het niet, "
    "hulp nodig, zorgt niet goed voor zichzelf, verwaarloost zichzelf, gas aan laten staan, ziek, valt vaak, mager, eet niet",
    "ZRG-KIND": "kind, kinderen, baby, zorgen om kind, kinderen alleen thuis, kind huilt, kind geslagen, verwaarloosd kind, "
    "gezin, kindermishandeling, kinderen buiten laat, jeugdzorg, ouders schreeuwen tegen kind, blauwe plekken",
    "ZRG-SUI": "zelfmoord, zelfdoding, dood willen, wil dood, wil niet meer leven, zelf iets aandoen, springen van dak, suicide, "
    "niet meer leven, einde aan leven, ophangen, pillen",
    "ZRG-STIL": "niet gezien, al dagen niet gezien, lang niet gezien, doet niet open, overleden, dood in huis, post stapelt op, "
    "brievenbus vol, stil bij buren, hoor niets meer, gordijnen dicht, reageert niet, vermist",
    "ZRG-GELD": "geld, schulden, schuld, huur niet betalen, huurachterstand, achterstand, deurwaarder, rekeningen, incasso, "
    "geen geld, geldproblemen, betalen, armoede, uitkering, voedselbank",
    "VUI-WON": "vieze woning, vuil huis, vervuilde woning, hoarder, hoarding, verzamelaar, verzamelwoede, volle woning, "
    "huis vol spullen, rommel in huis, smerig huis, vies huis, viezigheid bij buren, kan deur niet open, woning vol afval",
    "VUI-ALG": "afval, vuilnis, vuilniszakken, vuilniszak, rommel, rotzooi, grofvuil, grof vuil, troep, zwerfvuil in hal, "
    "vies trappenhuis, trappenhuis vies, galerij, matras, kapotte meubels, container vol, containers, vuil, afval naast bak, "
    "portiek vies, schoonmaak, niet schoongemaakt, plassen in lift, poep in hal, urine",
    "VUI-STA": "stank, stinkt, geur, vieze lucht, rioollucht, riool, putlucht, ruikt, meurt, wietlucht, rotte eieren, gas ruiken, "
    "lucht, vieze geur, stank in hal, schimmellucht",
    "VUI-ONG": "ongedierte, muizen, muis, rat, ratten, kakkerlak, kakkerlakken, bedwants, bedwantsen, wantsen, vlooien, mieren, "
    "wespen, wespennest, zilvervisjes, motten, beestjes, insecten, duiven, keutels",
    "DRU-DEA": "dealen, dealer, dealt, drugs, drugsdealer, drugs verkopen, drugspand, verkoop drugs, handel, koeriers, "
    "aanloop, veel mensen kort aan deur, pakjes, cocaine, coke, wiet verkopen, lachgas, deals, drugshandel",
    "DRU-HEN": "hennep, wietplantage, wietplanten, wiet kweken, hennepkwekerij, kwekerij, plantage, planten, weed, "
    "zolder met lampen, afgeplakte ramen, stroom aftappen, wietlucht",
    "DRU-LAB": "drugslab, lab, laboratorium, chemisch, chemische lucht, chemicalien, vaten, aceton, xtc, jerrycans, "
    "scherpe lucht, prikkende ogen, speed, crystal meth, dampen",
    "DRU-GEB": "blowen in portiek, drinken in hal, drugs gebruiken, gebruiken, gebruikers, junks, spuiten, naalden, spuit, joint, "
    "zuipen in trappenhuis, bierblikjes, blikjes, flessen, lachgas, drank in portiek, drugs in trappenhuis, roken in trappenhuis, basen, crack",
    "DRU-MENS": "prostitutie, prostituee, bordeel, uitbuiting, mensenhandel, illegale prostitutie, mannen in en uit, "
    "meisjes, gedwongen, seks tegen betaling, arbeidsmigranten, slaven, vrouwen die niet weg mogen, escort",
    "VEI-INB": "inbraak, ingebroken, inbreken, inbreker, dief in huis, deur opengebroken, slot geforceerd, raam ingeslagen, "
    "poging tot inbraak, braak, koevoet, insluiper, overval",
    "VEI-DIEF": "gestolen, diefstal, stelen, fiets weg, fiets gestolen, pakket weg, pakketje gestolen, post gestolen, "
    "berging opengebroken, scooter gestolen, dief, weg uit schuur, kinderwagen weg, accu gestolen",
    "VEI-VAN": "vernield, vernieling, vandalisme, graffiti, kapot gemaakt, kapotgemaakt, ingegooid, ruit kapot, bekladden, beklad, "
    "gesloopt, slopen, brievenbus kapot, spiegel kapot gegooid, verf op muur, krassen, lift gesloopt",
    "VEI-DEUR": "deur kapot, voordeur sluit niet, slot kapot, intercom, bel doet het niet, deurbel, licht kapot, lamp kapot, "
    "donker, geen licht, verlichting, deur gaat niet dicht, deur staat open, sleutel, toegangsdeur, hek kapot, tag, "
    "iedereen kan naar binnen, drempel, camera kapot",
    "VEI-GRP": "hangjongeren, jongeren, jongens, groep, groepje, rondhangen, hangen, jeugd, samenscholen, hangplek, scooters, "
    "jongens voor de deur, groep bij ingang, intimiderende groep, tieners, straatjeugd, voetballen tegen muur, pubers",
    "VEI-SLAAP": "slaapt, slapen in trappenhuis, slaper, dakloze, dakloos, zwerver, slapen in kelder, slaapzak, iemand slaapt, "
    "overnachten, daklozen, man ligt in hal, matras in kelder",
    "VEI-EXP": "explosie, ontploffing, bom, vuurwerkbom, cobra, knal, harde knal, brandstichting, brand gesticht, "
    "in brand gestoken, explosief, molotov, aangestoken, granaat, vuurwerk door brievenbus",
    "VEI-BRAND": "brandgevaar, vluchtweg, nooduitgang, geblokkeerd, scootmobiel, accu opladen, fietsen in gang, "
    "spullen in gang, brandtrap, rookmelder, brandblusser, versperd, kinderwagen in gang, gang vol, elektrische fiets laden, "
    "niet langs kunnen, blokkeert",
    "WFR-ONR": "onderhuur, onderverhuur, onderverhuren, doorverhuren, airbnb, woont er niet, leegstand, staat leeg, niet bewoond, "
    "woonfraude, te veel mensen, illegaal wonen, toeristen, kamers verhuren, veel mensen in huis, andere bewoners, "
    "woont bij vriendin, steeds andere mensen",
    "WFR-BED": "bedrijf, bedrijf aan huis, kapper, salon, nagelstudio, werkplaats, garage, winkel, kantoor, restaurant, catering, "
    "handel vanuit huis, klanten, auto's repareren, bestelbusjes, praktijk, opslag van bedrijf",
    "WFR-KLI": "gezamenlijke ruimte, gemeenschappelijke ruimte, berging gebruiken, zolder, spullen in kelder, opslag in gang, "
    "fietsenhok, fietsenstalling vol, tuin gebruiken, wasruimte, box, sleutelen in berging, ruimte ingepikt, hal gebruiken, "
    "verkeerd gebruik",
    "OMG-OPR": "straat, parkeren, parkeerplaats, auto's, verkeer, hard rijden, zwerfvuil op straat, straatverlichting, "
    "lantaarnpaal, stoep, losse tegels, vuurwerk op straat, speeltuin, park, plein, foutparkeren, autowrak, prullenbak, hondenpoep op stoep",
    "LEE-IDEE": "idee, voorstel, tip, verbeteren, bankje, plantenbak, moestuin, groen, buurtfeest, mooier maken, bloemen, "
    "activiteit, ontmoeten, camera ophangen, schilderen",
    "OVE-OVE": "anders, iets anders, weet niet, overig",
}
