"""English words in which people say what is going on, by kind. A comma parts them; words of one entry count together."""

from __future__ import annotations

WORDS_EN: dict[str, str] = {
    "GEL-LEEF": "footsteps, walking, stomping, running, jumping, heels, kids playing, baby crying, drilling, hammering, diy, "
    "renovation, vacuum cleaner, washing machine, moving furniture, slamming doors, upstairs neighbour, thin walls, noise, noisy, loud, "
    "toddler, children running",
    "GEL-MUZ": "music, loud music, bass, thumping, speakers, radio, tv too loud, television, party, parties, partying, karaoke, "
    "drums, guitar, piano, instrument, noise, noisy, loud, subwoofer",
    "GEL-NACHT": "shouting, screaming, yelling, night, at night, middle of the night, 3am, banging on wall, cannot sleep, "
    "can't sleep, woken, awake, crying at night, arguing at night, unrest, noise, noisy, loud",
    "GEL-INST": "lift noise, elevator noise, pump, heat pump, boiler, fan, ventilation, humming, buzzing, beeping, pipes, "
    "ticking pipes, machine, air conditioning, garage door, equipment, vibration, noise",
    "BUR-RUZ": "argument, dispute, conflict, quarrel, fight with neighbour, falling out, fell out, neighbours, not talking, "
    "mediation, disagree, disagreement, angry with each other, row",
    "BUR-TUIN": "garden, yard, fence, hedge, tree, branches, leaves, barbecue, bbq, smoke, fire pit, wood stove, weeds, boundary, "
    "shed, ivy, overhanging, cigarette smoke, smoking on balcony",
    "BUR-TREI": "bullying, bullied, bully, harassment, harassed, harassing, harass, picking on, stalking, stalker, following me, "
    "waiting for me, tormenting, pestering, targeted, eggs thrown, tyres slashed, gossip, calling names, insulting",
    "BUR-DISC": "discrimination, discriminate, racism, racist, race, religion, skin colour, headscarf, muslim, gay, lesbian, transgender, "
    "disability, foreigner, swastika, slurs, go back to your country, homophobic",
    "BUR-DIER": "dog, dogs, barking, barks, cat, cats, pet, pets, poo, dog mess, cat pee, feeding pigeons, rooster, chickens, "
    "parrot, loose dog, bites, animals, howling",
    "BUR-DIEV": "animal abuse, animal cruelty, dog beaten, neglected animals, thin animal, dog on balcony, starving, "
    "animal without food, locked up dog, hurting a dog, kicking a cat",
    "AGR-BED": "threat, threats, threatened, threatening, intimidation, intimidating, intimidates, death threat, kill me, scared, "
    "blackmail, extortion, aggressive, aggression, menacing",
    "AGR-GEW": "violence, violent, hit, hits, hitting, beaten, beat up, assault, assaulted, attacked, fight, fighting, kicked, pushed, "
    "punched, injured, blood, brawl",
    "AGR-WAP": "weapon, knife, gun, pistol, rifle, shooting, shot, shots, stabbed, stabbing, machete, bullet, gunshot, gunshots, armed",
    "AGR-HUIS": "domestic violence, domestic abuse, man hits wife, beats his wife, beating wife, woman screaming, husband, partner, "
    "girlfriend, boyfriend, ex, violence at home, abusive, hits his kids, screaming next door, hurting her",
    "AGR-SEKS": "sexual, groped, groping, touched me, rape, flasher, naked, exposing himself, sexual comments, whistling, peeping, "
    "peeping tom, unwanted touching, sexual harassment, filming me, indecent, inappropriate",
    "ZRG-VERW": "confused, confusion, mental health, psychosis, psychotic, crazy, schizophrenic, talks to himself, talking to herself, "
    "hears voices, voices, delusional, strange behaviour, odd behaviour, acting weird, weird, paranoid, naked in the street",
    "ZRG-VERS": "addict, addicted, addiction, drunk, drinking, alcohol, alcoholic, drug user, junkie, neighbour drunk, drinks all day, "
    "stoned, high",
    "ZRG-ALLE": "lonely, alone, old, elderly, dementia, alzheimer, forgets, forgetful, lost, can't cope, cannot cope, needs help, "
    "not looking after herself, neglecting himself, gas left on, ill, falls, not eating, wandering",
    "ZRG-KIND": "child, children, baby, kids, kids home alone, child crying, child hit, neglected child, family, child abuse, "
    "children outside late, bruises, screaming at the kids, toddler alone",
    "ZRG-SUI": "suicide, suicidal, kill himself, kill herself, wants to die, end his life, self harm, jump off roof, hang himself, "
    "doesn't want to live, pills",
    "ZRG-STIL": "not seen, haven't seen, not seen for days, no answer at door, died, dead, dead inside, post piling up, mail piling up, "
    "mailbox full, quiet next door, heard nothing, curtains closed, not responding, missing, disappeared",
    "ZRG-GELD": "money, debt, debts, can't pay rent, rent arrears, arrears, bailiff, bills, broke, no money, money problems, pay, "
    "poverty, benefits, food bank, eviction for rent",
    "VUI-WON": "dirty home, filthy house, filthy flat, hoarder, hoarding, full of stuff, house full of junk, disgusting home, "
    "filthy, squalor, neighbour's flat dirty, rubbish inside home, can't open door",
    "VUI-ALG": "rubbish, trash, garbage, waste, litter, bin bags, bags of rubbish, dumped, dumping, bulky waste, mattress, broken furniture, "
    "dirty stairs, dirty stairwell, dirty hallway, mess, bins full, bins overflowing, container full, not cleaned, cleaning, pee in lift, urine, faeces, "
    "old sofa",
    "VUI-STA": "smell, smells, smelly, stink, stinks, stench, odour, sewage, drain, drains, smells of weed, rotten eggs, gas smell, bad smell, "
    "reeks",
    "VUI-ONG": "pests, mice, mouse, rat, rats, cockroach, cockroaches, roaches, bedbug, bed bugs, fleas, ants, wasps, wasp nest, "
    "silverfish, moths, bugs, insects, pigeons, droppings, vermin, infestation",
    "DRU-DEA": "dealing, dealer, drug dealer, drugs, selling drugs, drug house, drug dealing, deals, people coming and going, "
    "short visits, packages handed over, cocaine, coke, selling weed, drug trade, pushers",
    "DRU-HEN": "cannabis, weed farm, cannabis farm, growing weed, growing cannabis, plantation, plants, grow house, grow lights, "
    "covered windows, stealing electricity, marijuana, hash plants",
    "DRU-LAB": "drug lab, lab, laboratory, chemical, chemical smell, chemicals, barrels, acetone, ecstasy, jerrycans, stinging eyes, "
    "meth, fumes, cooking drugs",
    "DRU-GEB": "smoking weed in stairwell, drinking in hall, using drugs, drug use, users, junkies, needles, syringe, syringes, joint, "
    "beer cans, cans, bottles, laughing gas, drinking on stairs, drugs in stairwell, crack, smoking on the stairs",
    "DRU-MENS": "prostitution, prostitute, brothel, exploitation, human trafficking, trafficking, illegal prostitution, men in and out, "
    "girls, forced, paid sex, migrant workers, slavery, women not allowed out, escort, sex work",
    "VEI-INB": "burglary, burgled, burglar, break in, break-in, broken into, broke in, broke into, door forced, lock forced, window smashed, "
    "attempted burglary, crowbar, intruder, robbery",
    "VEI-DIEF": "stolen, theft, steal, stealing, stole, bike gone, bike stolen, bicycle stolen, parcel gone, package stolen, post stolen, "
    "storage broken into, scooter stolen, thief, pram gone, battery stolen, missing parcel",
    "VEI-VAN": "vandalism, vandalised, graffiti, smashed, broken on purpose, destroyed, damage, damaged, window broken, paint on wall, "
    "spray paint, scratched, letterbox broken, mailbox broken, lift wrecked, wrecked",
    "VEI-DEUR": "door broken, front door won't close, lock broken, intercom, doorbell, bell not working, light broken, no light, dark, "
    "lamp, lighting, door doesn't close, door stays open, key, entrance door, gate broken, fob, anyone can get in, camera broken, "
    "lights out, bulb",
    "VEI-GRP": "youths, youngsters, teenagers, teens, boys, gang, group, loitering, hanging around, hang out, hanging about, "
    "group at entrance, scooters, intimidating group, football against wall, lads, young people",
    "VEI-SLAAP": "sleeping, sleeps, sleeping in stairwell, rough sleeper, homeless, homeless man, sleeping in basement, sleeping bag, "
    "somebody sleeps, tramp, man lying in hall, squatting in cellar",
    "VEI-EXP": "explosion, bomb, firework bomb, blast, loud bang, arson, set on fire, fire started, explosive, molotov, torched, grenade, "
    "firework through letterbox, exploded",
    "VEI-BRAND": "fire hazard, fire risk, escape route, fire exit, emergency exit, blocked, mobility scooter, charging battery, "
    "bikes in corridor, stuff in corridor, fire escape, smoke alarm, fire extinguisher, obstructed, pram in hallway, hallway blocked, "
    "e-bike charging, can't get past",
    "WFR-ONR": "sublet, subletting, sublets, airbnb, doesn't live there, nobody lives there, empty, vacant, housing fraud, "
    "too many people, overcrowded, illegal tenants, tourists, renting out rooms, lives with girlfriend, different people, renting it out",
    "WFR-BED": "business, business from home, hairdresser, salon, nail studio, workshop, garage, shop, office, restaurant, catering, "
    "customers, clients, repairing cars, car repair, vans, company, stock",
    "WFR-KLI": "common room, shared space, communal space, storage used, attic, stuff in basement, storage in hallway, bike shed full, "
    "bike storage, laundry room, communal garden, taken over, misuse, keeps his things in the hall",
    "OMG-OPR": "street, parking, parked, car park, cars, traffic, speeding, litter in street, street light, lamp post, pavement, sidewalk, "
    "loose tiles, fireworks in street, playground, park, square, illegal parking, car wreck, public bin",
    "LEE-IDEE": "idea, suggestion, tip, improve, bench, planters, vegetable garden, green, street party, flowers, activity, meet, nicer, "
    "paint",
    "OVE-OVE": "something else, other, don't know",
}
