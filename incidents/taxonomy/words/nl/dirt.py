"""Dutch words in which people say what is going on: dirt, smell and pests.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "VUI-WON": """
        vuile woning, vervuild, hoordert, verzamelaar, verzamelwoede, bewaart alles, gooit nooit iets weg, gooit niets weg, gooit niks weg,
        volle woning, huis vol, staat vol, tot aan het plafond, stapels, stapels kranten, dozen, dichtgegroeid, kan er niet meer door, kan
        niet meer naar binnen, kan deur niet open, troep in huis, rotzooi in huis, zwijnenstal, varkensstal, beerput, vuilnisbelt, krot,
        puinhoop, viezigheid, leeft in afval, nooit schoongemaakt, poep op vloer, poep in huis, poep op muren, urine in woning, etensresten,
        rottend eten, beschimmeld, schimmel en vuil, messie, onhygiënisch, onbewoonbaar, huis verwaarloosd, verwaarloosde woning, puinzooi,
        bende, grote bende, grote zooi, zooitje, teringbende, troephuis, rommelhuis, rommel, spullen, afval binnen, tussen het afval, leeft
        tussen, woont tussen, hamstert, hamsteren, hamsterwoede, verzamelziek, verzamelstoornis, opgehoopt, hopen, bergen, bergen afval,
        torens van, opgestapeld, oude kranten, oud papier, flessen verzamelt, kleding stapels, kan geen stap, stap zetten, kun je niet
        lopen, kan niet zitten, looppad, uitwerpselen, ontlasting, kattenpoep in huis, hondenpoep in huis, urinelucht woning, kakkerlakken
        in vieze woning, maden in huis, vliegen in huis, muizen door vuil huis, vieze keuken, vieze wc, vieze badkamer, afwas, aangekoekt,
        plakkerig, goor, gore, ranzig, sterk vervuild, vuil, nooit schoon, schoonmaken kan niet, opruimen lukt niet, ruimt nooit op, ramen
        zwart van vuil, vieze gordijnen, tuin vol rommel en huis, gezondheidsrisico, ggd, woningvervuiling, woonhygiëne, kan bed niet in,
        slaapt tussen spullen, monteur kon niet binnen, tot de nok, puilt uit van spullen, bewaart vuilnis, bewaart afval, vuilnis binnen,
        bende van jewelste, alles vol vuil, vol vuil, vies van binnen, smerig van binnen, mesthoop, afval en beestjes, vol afval, zit vol
        afval, vieze boel, stort, vuilstort binnen, onleefbaar, weggooien, kan niks weggooien, vieze woning, vies huis""",
    "VUI-ALG": """
        afval, huisafval, afvalzak, vuilnis, vuilnisbak, vuilniszakken, zakken, rommel, rotzooi, rotsooi, grofvuil, grof vuil, troep, vuil,
        bende, zooi, teringzooi, zwerfvuil in hal, gedumpt, neergezet, neergegooid, weggegooid, achtergelaten spullen, matras, kapotte
        meubels, oude meubels, bank in hal, bankstel, koelkast, wasmachine in hal, doos, containers, ondergrondse container, kliko, bak,
        prullenbak vol, afval in tuin, gooit van balkon, gooien naar beneden, luiers, peuken, sigarettenpeuken, blikjes, papiertjes,
        reclame, folders, glas, scherven, kelder vol, schoonmaak, schoonmaker, ruimen op, opruimen, plakt, kleeft, plas, pissen,
        wildplassen, urine, kots, gekotst, overgegeven, braaksel, bloed in lift, kauwgom, zand, huisvuil, restafval, plastic, pmd, gft,
        karton, oud papier, luierzak, kattenbakkorrels, kattengrit, tuinafval, puin, bouwafval, bouwpuin, hout, planken, spaanplaat,
        meubels, tafel, stoel, kast, bed, tv op straat, televisie gedumpt, vriezer, fornuis, apparaten, fietswrak, banden gedumpt, oude
        spullen, spul gedumpt, oude troep, zet neer, laat liggen, gooit weg, op de grond, slingert, rondslingeren, verkeerde dag,
        vuilcontainer, vuilstort, stortkoker, vuilniskoker, vol gestort, loopt over, overvol, puilt uit, vuilnis stapelt, afval stapelt, hal
        ligt vol, trap ligt vol, ligt vol, lift ligt vol, smerig, limonade, koffie gemorst, vlekken, modder, bladeren in hal, spinnenwebben,
        stof, stofnesten, gedweild, vegen, bezem, poetsen, poetsploeg, trappoetsen, corvee, drollen in hal, poep, drol op trap, hondenpoep
        in hal, hondenpis lift, hondenplas, ontlasting, menselijke poep, kak, zeik in lift, gezeken, urineren, wildplasser, bloed op trap,
        braken, spuug, fluimen, etensresten, eten op trap, pizzadozen, kauwgum, zonnebloempitten, sigaretten op grond, glasscherven op trap,
        kapot glas, sinaasappelschillen, maden, ondergekotst, onder gekotst, ondergescheten, ondergespuugd, kapotte stoel, spullen
        neergezet, spullen in hal gezet, zet troep, lege dozen, slingert overal, overal rotzooi, niet gepoetst""",
    "VUI-STA": """
        stankoverlast, stinkt, geur, vieze geur, vieze lucht, lucht, rioollucht, rioolgeur, rioolstank, riool, riolering, putlucht, put,
        afvoerputje, ruikt, meurt, walm, dampen, penetrant, muf, muffe lucht, benauwde lucht, weeïge lucht, zurig, wietlucht, wietgeur,
        hasj, hasjlucht, blowlucht, rotte eieren, rot, bedorven, gas ruiken, gaslucht, gasgeur, brandlucht, schroeilucht, sigaretten lucht,
        sigarettengeur, etensgeur, etenslucht, kooklucht, bakluchten, frituurlucht, vislucht, kattenlucht, pislucht, piss, naar pis,
        urinelucht, zweetlucht, strontlucht, kak, lijklucht, schimmellucht, olie, benzinelucht, dieselstank, verflucht, stank keuken, stank
        badkamer, vuilnislucht, zwavel, riekt, ruikt vies, goor, gore lucht, gore stank, ranzig, smerige stank, ondraaglijk, niet te harden,
        niet uit te houden, rotlucht, rottingslucht, doucheputje, gootsteen stinkt, wastafel, afvoer, afvoerlucht, wc lucht, toiletlucht, wc
        stinkt, poeplucht, poep, pies, kattenpis, kattenpislucht, hondenlucht, dierenlucht, dood dier, dode rat, kadaver, lijkenlucht,
        vuilnisbakkenlucht, afvallucht, containers stinken, vis, ei lucht, ui, knoflook, kool, curry, kruiden lucht, vet, frituur, oud vet,
        gebakken, restaurant lucht, snackbar lucht, kookgeur, sigarettenrook in hal, rooklucht in hal, sigarettenstank, rookstank,
        schoorsteenlucht, mest, mestlucht, gier, benzine, diesel, stookolie, olielucht, uitlaat, uitlaatgassen, rubber, verbrand, brandgeur,
        plastic lucht, chloor ruiken, ammonia, zweet, zweetvoeten, ongewassen lucht, oude man lucht, parfum, wierook, schimmelgeur,
        vochtlucht, moeraslucht, rioolwater, beerputlucht, gaslek, wiet, jointlucht, hasjgeur, misselijk, kokhalzen, hoofdpijn van stank,
        kan raam niet open, trekt door ventilatie, komt door ventilatie, stinkt naar sigaretten, sigaretten van beneden, stinkt in huis,
        lucht uit putje, lucht uit kelder""",
    "VUI-ONG": """
        ongedierte, plaag, muizenkeutels, rattenplaag, muizenplaag, kakkelak, bedwants, bedbugs, vlo, vlooien, luizen, mijt, teken, mieren,
        mierennest, wespen, wespennest, bijen, bijennest, hoornaar, hommels, zilvervisje, papiervisjes, motten, kleermot, meelmotten,
        kevers, tor, vliegen, fruitvliegjes, maden, maden in container, larven, wormen, muggen, spinnen, insect, beestje, krioelt, kruipt,
        keutels, uitwerpselen, nest, knagen, geritsel, ritselt, bultjes, bulten, jeuk, prikken in bed, beten, in mijn bed, duiven,
        duivennest, meeuwen, marter, steenmarter, vleermuis, mol, eekhoorn, faraomieren, houtworm, boktor, ongediertebestrijding,
        ongediertebestrijder, rattenvanger, muizenval, gif, wandluis, bedluis, beddewants, beddenwants, bedwandsen, bedwanzen, wanzen,
        pissebed, oorwurm, oorwormen, duizendpoot, tapijtkever, spekkever, broodkever, snuitkever, wevil, klander, rijstkever, voorraadkast,
        insecten in kast, beestjes in kast, keukenkast, koelkast, beestjes in keuken, beestjes in badkamer, beestjes in matras, rode
        beestjes, bruine beestjes, witte beestjes, springende beestjes, muizen in keuken, ratten in tuin, rat in wc, ratten bij container,
        rattengif, rattennest, rattenkeutels, muizennest, muizegaten, gaten geknaagd, aangevreten, aangeknaagd, opgegeten, kakerlak,
        kakalak, kaklakken, cockroach, jeukbulten, bulten op arm, muggenbulten, steken in bed, steekt wesp, wespe, aziatische hoornaar,
        zwerm, bijenzwerm, nest onder dak, dakpan, spouwmuur, in de muur, achter de muur, onder de vloer, boven plafond, spinnenplaag,
        bladluis, rupsen, processierups, eikenprocessierups, slakken, bloedzuigers, muggenplaag, vliegenplaag, strontvliegen, bromvliegen,
        madenplaag, motten in kast, houtkevers, termieten, duivenplaag, duivenpoep, duiven nestelen, meeuwennest, vogels nest, egels, vos,
        wasbeer, wriemelen, wemelt, vol met, zwart van de, besmet, bestrijder, bestrijding, spuiten tegen, lokdoos, vallen zetten, gestoken
        door wantsen, in de meel, in het meel, nest op balkon, beten van""",
}
