"""English words in which people say what is going on: the safety of the building.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "VEI-INB": """
        burglary, burgled, burglar, break in, robbed, robbery, robber, home invasion, intruder, stranger in my house, stranger inside,
        stranger in my home, someone in my house, someone inside my flat, someone entered, door forced, door kicked in, forced entry, open
        my lock, tried to open my door, trying to get in, attempt, tampered, window smashed and, climbed in, through balcony, through
        window, ransacked, stuff taken, things taken from my home, crowbar, screwdriver, fake police, fake gas man, held up, storage broken
        into, shed broken into, break-ins, brake in, housebreaking, broken door entry, burglarised, burglers, burglury, burglar alarm, thief
        in house, thief inside, thief through window, came in through, stranger in my room, somebody in my home, somebody inside, unknown
        person in my house, man in my house, man in my kitchen, walked into my house, walked through my living room, prowler, prowling,
        sneaking, someone at my back door, tried my back door, tried door handle, try doors, back door open, picklock, marks on door,
        prised, pried, jimmied, glass broken to get in, everything gone, everything stolen from house, valuables, jewelry, gold, safe,
        drawers, upside down, went through my things, rummaged, searched my house, robbed last night, raid, armed robbery, masked men, fake
        delivery, con man, scam at door, suspicious man at door, checking houses, casing houses, broken in, was broken in, place broken in,
        break in last night, tried to get in""",
    "VEI-DIEF": """
        stolen, theft, thief, nicked, pinched, swiped, taken, gone, missing, went missing, goes missing, disappeared from, bike, bicycle,
        parcel, package, amazon, post stolen, letters stolen, storage broken into, from my storage, from the shed, from basement, from
        cellar, motorbike stolen, number plate stolen, pram gone, pram stolen, stroller, buggy gone, wallet, purse, bag stolen, handbag,
        keys stolen, jewellery stolen, pickpocket, laundry stolen, clothes stolen, shoes stolen, plants stolen, stolened, steel my, steels,
        stollen, robbed, snatch, took away, vanished from, not there anymore, lost my bike, bycicle, bycycle, bicycel, bicicle, byke, lock
        cut, chain cut, cargo bike, kids bike, racing bike, ebike, electric bike, saddle, wheel, bike parts, bike light, helmet, skateboard,
        step stolen, electric step, e scooter, kick scooter, moped, motorcycle, things from car, catalytic converter, licence plate, license
        plate, fuel stolen, battery taken, packet, delivery, delivered but not there, order gone, dhl, postnl, ups, post missing, post gone,
        letters missing, mail taken, opened my mail, mailbox emptied, emptied, garden furniture, garden chairs stolen, bbq stolen, tools,
        toolbox, drill stolen, lawnmower, bench stolen, christmas lights stolen, doormat stolen, washing stolen, clothes gone, coat stolen,
        jacket stolen, shoes gone, trainers, laptop, tablet, phone, mobile, airpods, headphones, necklace, ring, watch stolen, cash stolen,
        money stolen, bank card, card stolen, id stolen, passport stolen, keys gone, rucksack, backpack, groceries stolen, shopping stolen,
        food stolen, pushchair, wheelchair stolen, walker, rollator, toys stolen, shoplifter, bag snatched, fence stolen goods""",
    "VEI-VAN": """
        vandalism, vandalizing, graffiti, grafitti, grafiti, graffitti, tagging, sprayed, paint, marker, smashed, on purpose, deliberately,
        destroy, damage, wreck, ruined, stone through window, rock through window, glass smashed, lift mirror, scratched, carved, kicked the
        door, pulled off, lift buttons, lights smashed, camera smashed, bench broken, fence broken, car damaged, car scratched, keyed my
        car, vandalising, vandelism, vandalisim, vandal kids, vandalized car, tagger, spraycan, paint thrown, paint bomb, egged building,
        scribble, drawing, drew on, writing, written on wall, stickers, posters, engraved, burn marks, lighter, melted, melted plastic,
        breaking stuff, letter box, letterboxes, broke the door, broke the glass, broke the lamp, broke intercom, mailboxes, smashed lamps,
        shattered, shattered glass, cracked window, brick through window, bottle through window, kicked fence, kicked glass, punched wall,
        hole in wall, tore off, tear off, torn, ripped, pulled out, snapped, demolished, wreak, trashed, sabotage, intentionally, for fun,
        kids destroy, kids break, teens destroy, youths destroy, plants destroyed, flower pots smashed, garden destroyed, bikes kicked over,
        bike vandalised, car window smashed, tyres punctured, bin set, playground vandalised, sign broken, signs torn, doorbell ripped, bell
        ripped off, intercom ripped, intercom smashed, camera ripped, camera covered, lamp ripped, ceiling panels, smoke detector ripped,
        extinguisher emptied, handrail ripped, flood on purpose, window broken, broken window""",
    "VEI-DEUR": """
        front door, door wont close, entrance door, main door, back door, door does not close, door doesnt close, door stays open, door
        always open, left open, door stuck, door wont open, hinge, handle, door closer, latch, key, fob, keycard, code not working,
        intercom, buzzer, doorbell, bell, light, flickering, dark, pitch black, lamp, bulb, gate, anyone can get in, anybody can get in,
        everyone can enter, strangers get in, handrail, railing loose, cctv broken, lift not working, elevator not working, downstairs door,
        street door, hall door, shed door, basement door, storage door, cellar door, door to building, entry door, door unlocked, not
        closing properly, cannot close, jammed, door hangs, door falls, loose door, door slams hard, door knob, doorknob, door frame, door
        propped, wide open, open all night, cylinder, deadbolt, keyhole, key card, access card, card reader, keypad, electronic lock, tag
        not working, chip key, cant enter building, cant get in, can not get in, door phone, intercom dead, intercom silent, visitors cant
        ring, automatic door not working, bulb gone, total darkness, sensor light, motion sensor, timer light, emergency light broken, porch
        light, fence gate broken, barrier broken, garage door open, anyone enters, anybody enters, people just walk in, cameras dont work,
        broken railing, banister, bannister, broken step, loose step, loose tile stairs, slippery stairs, trip, trip hazard, elevator down,
        elevator out, out of order, out of service, lift down, trapped in lift, not working, doesnt work, key doesnt fit, key does not fit,
        key doesnt fit anymore""",
    "VEI-GRP": """
        youths, youngsters, young people, young guys, teenagers, teens, boys, boys outside, lads, gang, gang of boys, group, bunch of,
        crowd, thugs, hooligans, troublemakers, loitering, hang around, hang out, hanging about, hanging at door, standing around, stand
        outside, always outside, sit on stairs, sitting in hall, gather, scooters, mopeds, fatbikes, entrance, wont let me through, dont let
        me through, scared to walk past, afraid to go in, make me afraid, football, football against wall, kicking football, skating,
        hoodies, every evening, hangout spot, young men outside, young men in hall, young boys, men standing, guys in hall, guys outside,
        guys at the door, scare me, boys sitting, boys smoking, boys shouting, boys spitting, spitting in stairwell, boys in stairwell, boys
        in hall, boys every evening, boys every night, kids in stairwell, kids in hall, kids hang, soccer, ball on garage, ball on wall,
        idle, lurking, chilling, hangout, hang out in hall, hang in front of, sits in front of, sit in stairwell, sitting outside, stand in
        front, intimidate, harass residents, harass passers, bother residents, catcall girls boys, insult residents, call names at
        residents, throw things boys, fights boys, trouble makers, delinquents, rascals, punks, gangsters, masked boys, hoods, balaclava,
        scooter riding, motorbikes outside, loud exhaust youths, music outside youths, cars with boys, afraid of boys, cannot enter because
        of, refuse to move, blocking door, parking area group, playground group, garages, near garages, under my window, below my balcony,
        boys shouting in stairwell, shouting and spitting boys, standing at entrance, men at entrance""",
    "VEI-SLAAP": """
        sleeping, sleeper, asleep, sleeping in car, rough sleeper, rough sleeping, homeless, homeless people, tramp, bum, hobo, vagrant,
        beggar, drifter, sleeping bag, blanket, tent, camping, man lying, man lying in hall, someone lying, lying in hallway, living in
        basement, lives in storage, living in shed, living in stairwell, living in attic, squatting, squatter, sleepin, sleeping people,
        sleeping at entrance, sleeping in laundry, sleeps on landing, lies in hall, lies on stairs, lying in stairwell, lying in basement,
        lying under stairs, laying in hallway, homless, homeles, homeless couple, no home, without home, street person, begging, panhandler,
        drunk homeless, makeshift bed, bed made, bedding, matress, matras, mattress, pillows, cardboard bed, belongings under stairs, bags
        of homeless, shopping cart with stuff, clothes in basement, someone lives in, man lives in, lives under stairs, lives in cellar,
        lives in garage, illegally living in basement, staying in basement, stays in cellar, hides in basement, stranger in basement,
        stranger in cellar, unknown person in basement, someone in basement at night, somebody in the cellar""",
    "VEI-EXP": """
        explode, bomb, nail bomb, pipe bomb, firebomb, blast, blew up, blow up, door blown, loud bang, huge bang, massive bang, bang,
        arsonist, set on fire, on fire, lit on fire, burned, burning car, car on fire, scooter on fire, container on fire, flames, torched,
        petrol, petrol poured, gasoline, molotov, molotov cocktail, grenade, firework through letterbox, firework thrown, firecracker,
        illegal fireworks, heavy fireworks, attack on house, explosion last night, device, detonated, went off, bomb threat, loud explosion,
        huge explosion, huge blast, massive blast, loud blast, loud boom, boom and, bang last night, bang and glass, bang smoke, windows
        shattered bang, door destroyed blast, cobra, firework at door, firework in mailbox, rocket at window, firecracker in letterbox, mail
        box bomb, fire in shed, fire in storage, fire in mailbox, fire on purpose, fire deliberately, fire starter, firestarter, car
        torched, scooter burned, bike burned, shed burned, mattress on fire, petrol through letterbox, gasoline thrown, matches, lighter
        fluid, fire brigade came, pyromaniac, big bang all, bang windows gone, windows gone, bang and fire""",
    "VEI-BRAND": """
        fire risk, fire safety, fire danger, unsafe fire, in case of fire, if there is a fire, escape route, escape, emergency door,
        emergency door locked, evacuation, blocked, obstructed, obstacle, in the way, cant get past, no way through, scooter in hallway,
        wheelchair in hallway, battery, charging, charger, ebike charging, lithium, extension cord, extension lead, cables, bikes in
        corridor, bikes in hallway, bikes in hall, bike in stairwell, stuff in corridor, stuff in hallway, stuff on stairs, stuff in the
        way, things in hallway, things on stairs, furniture in corridor, cabinet in corridor, shoes in corridor, prams, hallway full,
        corridor full, smoke alarm, smoke detector, fire alarm, carbon monoxide, extinguisher, fire hose, gas bottles, gas cylinder, gas
        canister, candles, petrol in basement, fire hazzard, fire hasard, firehazard, hazard, could catch fire, flammable, inflammable,
        cannot get out, exit, exit locked, emergency route, fire door broken, fire door locked, fire route, stairs full, staircase full,
        stairwell full, landing full, gallery full, passage, passageway, no room to walk, no space, narrow, cant get through, can not pass,
        cannot walk through, bikes on stairs, bikes everywhere, scooter in corridor, scooters in hall, rollators, walkers in hall, buggies,
        strollers, pushchairs, toys in hallway, drying rack, furniture in hallway, cupboard in corridor, boxes in corridor, boxes on stairs,
        cardboard in corridor, plants in corridor, rubbish in front of exit, battery smoking, battery hot, fatbike, power strip, overloaded
        socket, overloaded, cable across, wires, loose wires, exposed wires, sparks, socket sparks, detector, co alarm, co detector,
        extinguisher missing, extinguisher gone, hose missing, hydrant, sprinkler, propane, gas tank, fireworks stored, paint stored,
        gasoline stored, barbecue on balcony fire""",
}
