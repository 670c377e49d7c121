"""Dutch words in which people say what is going on: threat, violence and worry about a resident.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "AGR-BED": """
        bedreigd, dreigen, dreigement, intimidatie, intimideren, doodsbedreiging, ik maak je dood, maak je af, gaat mij vermoorden, gaat mij
        slaan, pakt mij, krijg jou nog wel, weet mij te vinden, weet waar je woont, huis in brand steken, in elkaar slaan zegt, keel
        doorsnijden, keel, gebaar, kapot maken zegt, iets aandoen, doet mij wat aan, bang, angst, durf niet naar buiten, durf niet naar
        huis, durf niet meer, voel me niet veilig, onveilig, dreigbrief, briefje, dreigappjes, appjes, berichten, sms, dreigtelefoon,
        afpersen, perst mij af, geld eisen, eist geld, wil geld, chantage, chanteert, chanteren, voor de deur staan, trapt tegen deur, bonkt
        op mijn deur, schreeuwt voor deur, schopt tegen deur, agressief, agressie, agresief, woedend, razend, flipt, doorgedraaid,
        gewelddadig, vuist, woest, tierend, eng, enge man, waarschuwt mij, ik kom je halen, kop eraf, hoofd eraf, afmaken, kapotmaken,
        doodschieten, ik schiet je, steek je neer, steek je, doodsteken, tanden uit je bek, benen breken, botten breken, je gaat eraan, je
        bent de volgende, pas maar op, oppassen, kijk uit, spijt, doodswens, doodswensen, wenst mij dood, hoop dat je doodgaat, bedrijgt,
        bedreicht, dreigtaal, dreigende taal, scheldt en dreigt, ging voor mij staan, blokkeert mijn weg, laat mij niet door, dringt binnen,
        wilde binnenkomen, bonst op deur, rammelt aan deur, ramt op deur, beukt op deur, trapt op deur, raam ingooien dreigt, auto in brand
        dreigt, kinderen bedreigd, zoon bedreigd, gezin bedreigd, onder druk, zwijggeld, losgeld, betalen anders, crimineel achter mij,
        politie gebeld bedreiging, aangifte, bang om thuis, vrees, doodsbang, doodsangst, paniek, slaap bij moeder, durf deur niet uit, durf
        niet alleen, beangstigend, griezel, engerd, enge buurman, schrik, kop eraf trekt, je bent dood, dood als ik, doodmaken, maakt me af,
        komen mij halen, komt mij halen, kom je halen, weten mijn adres, weet mijn adres, bent er geweest, vuist voor mijn neus, vuist voor
        gezicht, ga je pakken, durft niet naar huis, gaat wat doen, dreigt met mijn kinderen, mijn zoon opwachten, zoon gaan opwachten, gaan
        opwachten, opwachten en, verhaal halen, komt verhaal halen, schietgebaar, weet me te vinden, weten mij te vinden, gaat me pakken,
        gaat mij pakken, dreigberichten, in elkaar te slaan, dreigt mij te slaan""",
    "AGR-GEW": """
        geweld, geslagen, klap, mep, stomp, vuistslag, vuist, afgetuigd, in elkaar getrapt, mishandeling, toegetakeld, aangevallen, valt
        aan, aangevlogen, vechten, gevecht, vechtpartij, matpartij, matten, knokken, knokpartij, slaags, schoppen, trappen, trap gekregen,
        kopstoot, duwen, duwt, trekken, haren, bij de keel, wurgen, vastgepakt, vastgegrepen, beet gepakt, gekrabd, gebeten door man,
        knijpen, spuug, gegooid naar mij, steen tegen hoofd, stok, knuppel, honkbalknuppel, gewond, verwond, wond, bloed, bloedneus, blauw
        oog, pijn gedaan, ziekenhuis, ambulance, beroofd, overvallen op straat, beuk, dreun gekregen, hengst, oplawaai, rammen, ramt,
        rammelen, afranselen, afgeranseld, neergeslagen, neer geslagen, tegen de grond, op de grond gegooid, omver, omvergeduwd, omgeduwd,
        smeet, gegooid tegen muur, vloog mij aan, vliegt mij aan, te lijf, gesleurd, geslage, gesloge, gevogten, robbertje vechten, klappen
        uitdelen, schermutseling, vechtersbaas, trap in buik, trap tegen been, in mijn gezicht, tand uit, kaak, neus, hoofdwond, gehecht,
        kneuzing, blauwe plek, arm gebroken, gebroken, bewusteloos, knock out geslagen, politie erbij, ziekenwagen, spoedeisende hulp,
        bloedspoor, bloedspetters, gewelddadig, geweldadig, straatroof, zoon geslagen, dochter geslagen, moeder geslagen door buurman, met
        fles geslagen, met riem, met ijzeren staaf, pepperspray, traangas, verbaal geweld, slaat mij, sloeg mij, ze slaan mij, losse
        handjes, in de haren, vlogen elkaar aan, neus gebroken, hand op mij, mij geraakt, geraakt""",
    "AGR-WAP": """
        wapen, wapens, vuurwapen, vuurwapens, mes, keukenmes, zakmes, steekwapen, kapmes, machete, zwaard, dolk, bijl, hakbijl, pistool,
        gun, geweer, revolver, blaffer, luchtbuks, nepwapen, kruisboog, boksbeugel, ploertendoder, taser, hamer in hand, zwaaien met mes,
        schieten, beschoten, schietincident, schot, kogel, kogelgat, kogelgaten, hulzen, kogelhulzen, munitie, patronen vuurwapen, steken,
        neergestoken, neergeschoten, doodgeschoten, doodgestoken, steekpartij, steekincident, liquidatie, bewapend, vuistvuurwapen, pipa,
        neppistool, gaspistool, alarmpistool, airsoft, balletjespistool, mitrailleur, kalasjnikov, ak47, jachtgeweer, hagelgeweer, buks,
        vleesmes, broodmes, stanleymes, vlindermes, jachtmes, bajonet, samoeraizwaard, samurai, werpster, hakmes, knuppel, honkbalknuppel,
        ijzeren staaf, koevoet in hand, schroevendraaier bedreigt, vleeshaak, kettingzaag zwaait, speer, pijl en boog, slagwapen,
        wapenbezit, wapenhandel, wapen onder jas, messentrekker, messentrekkerij, mes op keel, bedreigt met mes, prikte, messteek,
        steekwond, schotwond, schietwond, klonken schoten, geknal, pang pang, salvo, doorzeefd, kogelinslag, inslag, beschiet, schietende,
        schutter, schoot, lucht geschoten, mes laten zien, pistool laten zien, wapen laten zien, vechten met messen""",
    "AGR-HUIS": """
        geweld achter deur, relatie, slaat haar, mept vrouw, mijn man, vader slaat, moeder geslagen, slaat kinderen, mishandelt haar,
        mishandeld thuis, gooit haar, schreeuwt tegen haar, gegil buren, gillen vrouw, vrouw schreeuwt, roept help, hulpgeroep, haar huilen,
        ruzie man vrouw, partner, partnergeweld, echtgenoot, echtgenote, echtpaar, stel, vriendin, vriend, ex, gescheiden, scheiding,
        opgesloten vrouw, sluit haar op, mag niet weg, mag niet naar buiten van haar man, mag niet van haar man, controleert haar, jaloers,
        eerwraak, eergeweld, blauw oog, blauwe plekken vrouw, buurvrouw blauwe plekken, veilig thuis, oudermishandeling, ouderen mishandeld,
        bang voor haar man, vrouw bang, smeken, stop roept ze, doe het niet, laat me los, auw, hoor klappen, hoor vallen, servies, gooien
        met spullen, vrouw in paniek, vrouw gewond, vrouw op straat gezet, buitengesloten door man, uit huis gezet door man, ramt erop los,
        vader ramt, agressieve man, drank en slaan, slaat als hij dronken, wurgt haar, keel dichtgeknepen, trekt haar aan haren, schopt
        haar, duwt haar, trapt zijn vrouw, sleurt haar, bedreigt haar, durft niets te zeggen, durft niet te praten, durft niet naar huis,
        durft niet weg, dochter geslagen door man, moeder mishandeld, ouders geslagen, blijf van mijn lijf, vrouwenopvang, huisverbod,
        contactverbod, straatverbod, ex man stalkt, gewelddadige man, haar kerel, zijn vrouw, mijn man doet, onderdrukt, vernedert haar,
        scheldt haar uit, kleineert, geld afpakken vrouw, telefoon afgepakt, isoleert, gezin in angst, gezinsdrama, relatieruzie, gedwongen
        huwelijk, uithuwelijken, losse handjes, mijn kerel, mijn kerel slaat, hij slaat haar, zoon slaat mij, mijn zoon slaat, dochter slaat
        mij, kind slaat ouders, mijn vader slaat, mijn man slaat mij, hij slaat mij thuis, durft niet naar huis vanwege man, dikke lip,
        dikke lip en blauw oog, vermoed klappen, buurvrouw klappen, krijgt klappen van man, krijgt klappen, schrammen, onder de schrammen,
        hij schreeuwt en zij huilt, geslagen door vriend""",
    "AGR-SEKS": """
        seksueel, seksuele, sexueel, sexuele, seksuele intimidatie, ongewenste intimiteiten, aanranding, aanrander, betasten, aanraken,
        raakt mij aan, zat aan mij, friemelen, voelen, grijpen, bij mijn billen, kont, borsten, tieten, kruis, tussen mijn benen, seks, sex,
        naar bed, verkrachting, verkrachter, potloodventer, bloot, blote, ontbloot, naakt, naaktfoto, naaktfoto's, dickpic, piemel, lul,
        penis, geslachtsdeel, geslacht, broek naar beneden, trekt zich af, aftrekken, rukken, masturberen, masturbeert, klaarkomen, porno,
        seksuele opmerkingen, vieze praatjes, geile, geil, nafluiten, fluit mij na, sissen, hoer genoemd, schatje, zoenen, kussen, tong,
        gluren, gluurder, begluren, kijkt naar binnen, kijkt als ik douche, onder mijn rok, foto's van mij, filmt mij, camera in badkamer,
        ongewenst aanraken, handtastelijk, vieze man, viezerik, viespeuk, pedo, pedofiel, kinderlokker, komt te dichtbij, drukt zich tegen
        mij, opdringerig, loverboy, hijgt, kneep, klets op kont, tik op billen, pakt mij vast, omhelst, knuffelen, aait, aaien, streelt,
        likt, vingeren, met zijn ding, gulp open, edele delen, vagina, pik laten zien, laat zijn, toont zijn, exhibitionist, poedelnaakt,
        zonder kleren, stuurt foto's, seksfoto, sexting, seksfilmpje, verkragt, lastig gevallen op straat meisje, dochter aangerand, dochter
        lastiggevallen, bespiedt, kijkt onder, spiekt, verborgen camera, fotografeert, flirt, versieren, avances, date, uitgaan met, neuken,
        naait, geile opmerkingen, seksistisch, lekkere, sexy, opgewonden, stijve, schurkt, schuurt tegen mij, hand op been, hand op knie,
        huurkorting voor seks, kinderen aangeraakt, zit aan meisjes, zit aan de meisjes, zit aan mijn dochter, zit aan kinderen, aan mijn
        dochter gezeten, wil met mij naar bed, naar bed ga, met hem naar bed, broek open, filmpjes van zichzelf, zichzelf bloot,
        seksgrapjes, seksueel gebaar, gebaren, onzedelijk, onzedelijk betast, blote kont, schunnig, schunnige""",
    "ZRG-VERW": """
        verward, in de war, psychisch, psychiatrisch, psychiater, psychose, psychotisch, geestelijk, geestesziek, gek, gekkin, knettergek,
        gestoord, niet goed snik, spoort niet, mesjogge, krankzinnig, idioot, doorgedraaid, draait door, manisch, schizofreen, bipolair,
        borderline, autist, wanen, waanbeeld, hallucineert, paranoïde, paranoia, achterdochtig, praat in zichzelf, praten tegen muur, praat
        tegen niemand, tegen zichzelf, tegen niemand, stemmen, ziet dingen, spoken, geesten, duivel, denkt dat, afgeluisterd, afluisteren,
        straling, aliens, complot, raar gedrag, vreemd gedrag, gedraagt zich raar, doet raar, doet vreemd, rare dingen, roept onzin,
        wartaal, brabbelt, onzin, naakt op straat, in onderbroek, blote voeten, lacht om niets, wiegen, gooit spullen van balkon, gooit
        spullen uit raam, loopt rondjes, overspannen, onvoorspelbaar, medicijnen niet, ggz, opgenomen, inrichting, crisis, kwijt in hoofd,
        padje, lijp, lijpe, mafkees, maf, mafketel, malloot, halvegare, halve gare, psychopaat, psycho, geschift, niet helemaal goed, niet
        goed in hoofd, hoofd, vreemde man, vreemde vrouw, vreemd persoon, apart, zonderling, verwilderd, nachtjapon, nachthemd, pyjama,
        badjas, blootsvoets, kleren uit, gesprekken met, praat met boom, praat met de muur, praat met dingen, praat met poppen, zingt hard
        buiten, schreeuwt naar auto's, schreeuwt naar mensen, roept duivel, hel en verdoemenis, boodschap, gelooft dat, vergiftigen,
        vergiftigd denkt, gif, gif in water, gif uit kraan, gas door muur, bestraald, microfoon, camera's in huis denkt, geheime dienst,
        achtervolgd, achtervolgingswaan, buitenaards, ufo, chip, aluminiumfolie hoofd, folie op ramen straling, hysterisch, hysterie, danst
        op straat, bonkt met hoofd, hoofd tegen muur, gooit meubels, gooit alles uit raam, gooit eten, gooit spullen naar beneden, sloopt
        eigen huis, dwangmatig, smetvrees, controleert deur, belt steeds politie, belt steeds bij iedereen aan, loopt andere huizen binnen,
        staat midden op straat, loopt op de weg, psygisch, psichisch, psycische, depressie, inzinking, instorten, opname, verplichte zorg,
        ggz cliënt, medicatie, pillen niet, ziet overal camera's, ziet overal, overal camera's, camera's die er niet zijn, gesprekken met
        bomen, praat met bomen, gesprek met boom, niemand te zien praten, zwaait met armen, zwaaien met armen, denkt dat iedereen, iedereen
        hem wil, wil hem vermoorden, niet goed bij haar hoofd, niet goed bij zijn hoofd, niet goed wijs, gek geworden, schreeuwt naar
        niemand, roept de hele dag, weet niks meer, mensen die er niet zijn, praat met mensen, praat met mensen die er niet zijn, maffia
        achter haar aan, achter haar aan, achter hem aan zit, meubels uit het raam, gooit meubels uit raam, vergiftig, dat ik hem vergiftig,
        ik hem vergiftig, denkt dat hij god is, denkt dat hij jezus is, blote kont over galerij""",
    "ZRG-VERS": """
        verslaafd, drugsverslaafde, drank, drankprobleem, drankmisbruik, dronken, stomdronken, ladderzat, zat, bezopen, lazarus, lam,
        beschonken, aangeschoten, kegel, alcohol, alcoholist, alcohollucht, alkohol, zuipen, zuiplap, zuipschuit, zatlap, dronkaard,
        dronkelap, dronkenlap, drinkt, wodka, jenever, bier, kratten bier, gebruiker, aan de drugs, onder invloed, stoned, high, junk,
        blowen, snuift, spuit, heroïne, coke, cokeverslaafde, speed, ghb, ketamine, crack, methadon, medicijnverslaafd, afkicken, kliniek,
        terugval, delirium, valt in gang dronken, laveloos, knock out, out gaan, lalt, belt om geld, wietverslaafd, drinkt zich dood,
        zuipend, bierblikken buurman, fles, borrels, te diep in glas, glaasje op, dronke, dronkenman, zatte, straalbezopen, teut, kachel
        dronken, tipsy, drankzucht, drankorgel, katers, drankmisbruiker, dranklucht, stinkt naar drank, ruikt naar alcohol, aan de wiet, aan
        de pillen, pillen slikken, oxycodon, tramadol, benzo, valium, morfine, opium, drugsgebruiker, drugsgebruik in huis, drugsprobleem,
        drugsoverlast buurman, gebruikt weer, basecoke, base, rookt crack, trippen, flippen door drugs, helemaal van de wereld, van de
        kaart, strak, stijf van de coke, wiet roken hele dag, wietroker, blower, kettingblower, stikt van wiet, junkiebuurman, junkenhuis,
        junkenpand, methadonpost, gokverslaafde, medicijnen drank, vrienden drinken, drinkgelag, drinkmaten, drinkebroers, lallende buurman,
        zat op de gang, altijd zat, zat in gang, van de trap dronken, ligt dronken, dronken op trap bewoner, drinkt zich klem, komt dronken
        thuis, te veel op, heeft te veel op, weer te veel op, teveel op, zuipt zich klem, krat bier, op en gaat vechten, valt om dronken""",
    "ZRG-ALLE": """
        eenzame, alleenstaand, alleen, heeft niemand, heeft niemand meer, ziet niemand, geen bezoek, geen familie, komt niet meer buiten,
        komt nooit buiten, zit binnen, somber, depressief, verdrietig, oud, ouder, bejaard, hoogbejaard, op leeftijd, opa, oma, opaatje,
        omaatje, senior, weduwe, weduwnaar, van 80, van 85, van 90, dement, dementie, dementerend, alzheimer, vergeet, vergeetachtig, weet
        niet meer, weet niet waar ze woont, weet niet welke dag, verdwaald, dwaalt, kwijt, redt het niet, redden, kan zichzelf niet redden,
        kan niet meer alleen, kan niet meer zelf, kan niet voor zichzelf zorgen, koken, boodschappen, wassen, ongewassen, onverzorgd, hulp,
        hulp nodig, niemand helpt, zorg, zorg nodig, thuiszorg, mantelzorg, mantelzorger, huisarts, verwaarloost zichzelf, verwaarloost,
        zelfverwaarlozing, gas, fornuis aan, pan op vuur, brand in pan, ziek, zieke, invalide, slecht ter been, rollator, valt vaak, kan
        niet opstaan, mager, vermagerd, eet niet, eet slecht, drinkt niet, bezorgd, verstandelijk beperkt, belt steeds aan, klopt steeds
        aan, vrouwtje, mannetje, besje, grijsaard, tante, dametje, van 88, in de tachtig, in de negentig, slechtziend, slechthorend, blind,
        doof, hoort slecht, ziet slecht, parkinson, beroerte, herseninfarct, reuma, loopt slecht, kan niet lopen, kan zelf niet, zelf niet
        meer lopen, niet zelfstandig, magnetron, snapt niet meer, begrijpt niet meer, herkent mij niet, weet mijn naam niet, vraagt steeds
        hetzelfde, zelfde vraag, vertelt steeds hetzelfde, doolt, loopt rond in nacht, verkeerde deur, sleutel vergeten, buitengesloten
        steeds, vindt huis niet, kraan laten lopen, kraan open gelaten, water laten lopen, vergeet pillen, vergeet medicijnen, koelkast
        leeg, eten maken, kan niet douchen, stinkt en ongewassen, lang haar nagels, zelfde kleren, incontinent, bevuild, verpleeghuis,
        verzorgingshuis, wijkverpleging, maaltijden, alarmknop, hulpbehoevend, hulpeloos, zorgbehoevend, kwetsbaar, verpieterd, verloederd,
        verkommeren, vereenzaamd, kijkt niemand naar om, niemand komt langs, niemand op bezoek, kinderen komen niet, man overleden alleen,
        vrouw overleden alleen, huilt veel, zit maar, zit alleen, licht verstandelijk, lvb, zwakbegaafd, niet kunnen lezen, administratie,
        post niet open, wordt opgelicht, mensen maken misbruik, lukt haar niet, gaat achteruit, gaat slecht met, gaat niet goed met, hoe
        gaat het met, bang dat ze valt, lag op de grond, helemaal alleen, alleen na dood, man dood, vrouw dood, sinds vrouw dood,
        weduwvrouw, weet niet hoe thuis, thuis komen, niet thuis kan vinden, krijgt geen hulp, kan trap niet op, de trap niet meer op, alles
        vergeten, klopt aan verward, bijna niks eten, pyjama verdwaald, boven redt het niet, mijn moeder redt het niet, belt 10 keer aan,
        belt tien keer""",
    "ZRG-KIND": """
        kind, kindje, kleintje, kleine, baby, peuter, kleuter, jongetje, meisje, tiener, puber, zoontje, dochtertje, kleinkind, minderjarig,
        schoolkind, zorgen om kind, zorgen om gezin, alleen gelaten, alleen thuis, niemand let op, let niet op, kind schreeuwt, kind gilt,
        kind geslagen, kind mishandeld, kindermishandeling, opgesloten op kamer, kind bang, kind geen eten, kind mager, kind vies, kind te
        dun gekleed, luiers, gezin, moeder, vader, ouders, pleegkind, moeder zorgt niet, moeder overspannen, ouders ruzie kind, ouders
        dronken, kind dwaalt, zwerft kind, jeugdzorg, kinderbescherming, spijbelen, school, blauwe plekken, incest, kind aangeraakt,
        loverboy, tienermoeder, zwanger, kiddo, dreumes, zuigeling, pasgeboren, schoolgaand, tienermeisje, op zijn donder, krijgt klappen,
        geslagen door vader, geslagen door moeder, pak slaag kind, vader schreeuwt, moeder schreeuwt, schreeuwende moeder, schelden tegen
        kind, kind uitgescholden, kind vastgebonden, kind in kast, kind buitengesloten, buiten gezet, kind in de kou, winterjas, geen jas,
        geen schoenen, zonder schoenen, kapotte kleren, verwaarloosd, aan lot overgelaten, speelt tot laat, spelen tot laat buiten, laat
        buiten, nog buiten, laat op straat, savonds laat buiten, snachts buiten kind, nacht alleen kind, hele dag alleen, hele dag buiten,
        kinderen bedelen, bedelt eten, kind vraagt eten, altijd honger, hongerige kinderen, vieze luier, ongewassen kind, luizen kind, ziek
        kind geen dokter, ondervoed, onveilig gezin, onveilig voor kinderen, probleemgezin, gezin met problemen, gezin hulp, moeder drinkt,
        vader drinkt, moeder verslaafd, ouders verslaafd, ouders gebruiken drugs, alleenstaande moeder, gescheiden ouders, vechtscheiding,
        kind ontvoerd, weggelopen, wegloper, thuiszitter, leerplicht, groeit op, opvoeden, toezicht, oppas, onbewaakt, uit het raam hangen,
        klimt op balkon, op vensterbank, kind in auto, kind rookt, kind drinkt, kinderarbeid, besnijdenis, kindertehuis, brandwonden, huilt
        hele dag, niemand troost, kind troosten, ouders kijken niet om, kijken niet naar kinderen, kleuter op straat, loopt alleen op
        straat, huilt altijd een kind, blote voeten kind, moeder met kindjes, durft niet naar huis kind, meisje durft niet naar huis, jongen
        durft niet naar huis, kind durft niet naar huis, gilt tegen kind, gilt tegen peuter""",
    "ZRG-SUI": """
        zelfmoord, zelfmoordpoging, zelfdoding, suicide, suïcidaal, wil dood, wilt dood, wil niet meer leven, wil niet meer, niet leven, wil
        niet verder, zie het niet meer zitten, niet meer zitten, leven heeft geen zin, uit het leven, leven beëindigen, levensmoe, stapt
        eruit, uitstappen, zelf iets aandoen, zichzelf pijn, zichzelf doodmaken, van kant maken, springen, op de rand, voor de trein, spoor,
        er een eind, ophangen, hangt zich op, verhangen, touw, strop, pillen, pillen geslikt, overdosis, slaappillen, polsen, polsen
        doorgesneden, snijden, automutilatie, krassen in arm, afscheidsbrief, afscheid, afscheidsbericht, 113, euthanasie, wanhopig, geen
        uitweg, zelfmoordneigingen, zelf moord, zelfmoord plegen, van het leven beroven, liever dood, wou dat ik dood was, dood is beter,
        verder leven, niet willen leven, leven zat, klaar mee, geen zin meer, geen hoop, hopeloos, radeloos, uitzichtloos, zwart gat, zware
        depressie, heel depressief, iets aan te doen, zichzelf iets, voor de metro, voor een auto springen, van brug, verdrinken, in het
        water springen, uit het raam, dakrand, op het dak, over de reling, balkonrand, touw gekocht, pillen ingenomen, medicijnen ingenomen,
        vergif, gas kraan open, kop in oven, uitlaatgas, mes op pols, pols, aders, sneetjes, krast zichzelf, snijdt in arm, beschadigt
        zichzelf, zelfbeschadiging, brief geschreven afscheid, briefje achtergelaten, testament, geeft spullen weg, laatste bericht,
        vaarwel, dag lieve mensen, over doodgaan, doodswens, staat op dak, heeft zich gesneden, zichzelf gesneden, spring van de flat,
        spring van dak, geen zin in leven, pillen genomen, niet meer wil leven, denk aan zelfmoord, heeft het over doodgaan, praat over
        dood, niet meer te leven, hoef niet meer, mezelf iets aan, mezelf iets aandoen, mezelf van kant""",
    "ZRG-STIL": """
        niet gezien, nooit meer gezien, al tijd niet gezien, lang niet gezien, zie haar niet meer, niks gezien, doet niet open, doet deur
        niet open, doet niemand open, geen antwoord, antwoord niet, neemt niet op, reageert niet, geen reactie, geen gehoor, teken van
        leven, levensteken, overleden, dood, dood aangetroffen, misschien dood, lijk, lijklucht, lijkenlucht, lijkgeur, stervend, ligt op de
        grond, ligt op vloer, gevallen in huis, hoor niets meer, hoor niks meer, hoort niks, niets gehoord, lang niks gehoord, stil,
        muisstil, doodstil, post, brievenbus vol, kranten, gordijn, rolluik, luxaflex, licht brandt dag en nacht, licht altijd aan, tv
        blijft aan, niet thuis, niemand thuis, plotseling weg, opeens weg, ineens weg, verdwenen, spoorloos, vermist, kwijt, weg sinds,
        ongerust, bezorgd, niet te pakken, krijg niet te pakken, geen contact, niet bereikbaar, onbereikbaar, telefoon uit, bel maar
        niemand, aangebeld, geklopt, klop maar, bel aan, belt aan niemand, open niet, levenstekens, akelig stil, verdacht stil, ongewoon
        stil, nooit meer buiten, niet meer buiten gezien, dagen niet, sinds dagen, vorige week, sinds maandag, paar dagen, al lang niet,
        lang geleden gezien, laatste keer gezien, niet meer gesproken, niemand heeft hem gezien, waar is buurman, waar is buurvrouw, niet
        thuisgekomen, hond blaft binnen alleen, kat mauwt binnen, vliegen voor raam, vieze lucht uit woning dood, doodgegaan, bang dat er
        iets is, iets gebeurd, iets ernstigs, iets mis, voel dat er iets, kreunen, roept zacht, hulp geroep zwak, beweegt niet, bewusteloos,
        bewegingloos, stapelen, reclame in bus, brievenbus loopt over, post uit bus, pakjes voor deur, vuilnis niet buiten, vuilnisbak niet
        buiten, gordijnen altijd dicht oud, lamp blijft branden, lamp brandt al dagen, wekker gaat af, rookmelder piept hele dag, auto staat
        er al weken, was hangt er nog, planten dood, niemand heeft gezien, niemand heeft haar gezien, gezien sinds, komt niet buiten, komt
        al weken niet buiten, al weken niet buiten, hoor hem niet meer, hoor haar niet meer, donker en stil, stil en donker, dood achter
        deur, ligt dood, niemand reageert, reageert niet op bel, oude baas, ziet de oude baas nog, niemand ziet, niemand ziet hem, niemand
        ziet haar, ziet niemand meer, propvol brievenbus, brievenbus propvol, stapel post""",
    "ZRG-GELD": """
        geld, geldzorgen, geldgebrek, financieel, financiële problemen, financiën, schulden, schuldhulp, schuldhulpverlening,
        schuldsanering, bewindvoerder, lening, krediet, huur, huur te hoog, huurverhoging, huurachterstand, huurschuld, achterstand, achter
        met huur, loop achter, betalingsregeling, regeling, deurwaarder, beslag, loonbeslag, rekening, aanmaning, herinnering, boete,
        incasso, incassobureau, betalen, onbetaald, afsluiten stroom, gas afgesloten, water afgesloten, energierekening, energiekosten,
        servicekosten, duur, armoede, arm, blut, platzak, rood staan, sta in de min, rondkomen, eindjes aan elkaar, uitkering, bijstand, ww,
        aow, toeslag, toeslagen, huurtoeslag, inkomen, salaris, loon, werkloos, ontslagen, werk kwijt, geen werk, voedselbank, geen eten
        meer, geen eten in huis, geen boodschappen, huisuitzetting, uitzetting, uit huis gezet, huis uit, huis kwijt, ontruiming, gemeente,
        gokken, gokverslaafd, belasting, rond komen, kom niet rond, niet rond, einde van de maand, teruggevorderd, terugbetalen,
        toeslagenaffaire, toeslagaffaire, duo, studieschuld, belastingschuld, zorgverzekering, zorgtoeslag, premie, abonnement, brieven
        deurwaarder, brieven incasso, dagvaarding, rechtbank, vonnis, schuldeisers, afbetalen, in termijnen, uitstel, later betalen,
        betaalachterstand, betaalprobleem, betalingsachterstand, betalingsproblemen, huur omhoog, huur verlagen, huurverlaging, lagere huur,
        laag inkomen, minimum, minima, bijzondere bijstand, sociale dienst, uwv, ziektewet, zzp failliet, failliet, faillissement,
        werkeloos, zonder werk, werk verloren, ontslag, gekort, minder uren, alimentatie, scheiding geld, oplichting, bankrekening, bankpas
        geblokkeerd, pinpas leeg, saldo, nul euro, paar euro, euro, doekoe, poen, pegels, arme, armoedig, kinderen geen schoenen geld, licht
        en gas, energie, energieschuld, stroom betalen, water betalen, stookkosten, verwarming te duur, dakloos worden, op straat komen,
        stress om geld, hulp met geld, hulp bij schulden, budgetcoach, budgethulp, geldloket, niet rond komen, niet rondkomen, huur alleen,
        huur niet meer, huur niet meer alleen, kan huur niet, huur niet opbrengen, kiezen eten of huur, eten of huur, rood op de bank,
        rekeningen stapelen, rekeningen stapelen op, ophoesten, huur ophoesten, in de kou, zit in de kou, stopgezet, uitkering stopgezet,
        loon komt niet binnen, eindjes""",
}
