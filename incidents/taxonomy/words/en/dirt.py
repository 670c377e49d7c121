"""English words in which people say what is going on: dirt, smell and pests.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "VUI-WON": """
        filthy, filth, squalor, pigsty, dump, hoarder, collecting, keeps everything, never throws away, throws nothing away, full of stuff,
        full of junk, full of trash, full of boxes, house full, flat full, apartment full, home full, packed to ceiling, to the ceiling,
        piles, stacks, boxes everywhere inside, clutter, trash inside, poo on floor, faeces inside, urine inside, never cleans, lives in
        dirt, lives in trash, can't open door, cannot walk inside, unhygienic, unlivable, uninhabitable, collector, keeps rubbish, keeps
        garbage, saves everything, newspapers, stuffed, crammed, chock full, too much stuff, junk everywhere, walk in flat, so dirty,
        extremely dirty, terribly dirty, gross, disgusting, nasty apartment, nasty inside, revolting, unclean, unsanitary, unhealthy home,
        health hazard, mess inside, messy flat, messy house, house is a mess, his flat is a mess, landfill, rats inside dirty home, maggots
        in flat, roaches from dirty flat, old food everywhere, dirty dishes, dishes piled, mouldy dishes, pee bottles, faeces in flat, poo
        in flat, poop in flat, dirty kitchen, dirty bathroom, not cleaned for years, throw anything away, pack rat, dirty home, dirty flat,
        flat dirty, dirty house""",
    "VUI-ALG": """
        rubbish, trash, garbage, waste, litter in hall, junk, bags, dumped, fly tipping, bulky waste, mattress, old furniture, furniture in
        hall, sofa, couch, fridge, cardboard, boxes in hall, stairs filthy, filthy stairwell, filthy hallway, mess, messy, bins, bins full,
        bins overflowing, next to bins, container, dumpster, recycling, throws from balcony, nappies, diapers, cigarette butts, butts, cans
        and bottles, glass on stairs, leaflets, cleaning, cleaner, peed, urine, faeces, feces, shit in hall, human poo, vomit, puke, threw
        up, sick on stairs, refuse, trash cans, trashcan, trash on gallery, food waste, leftovers, pizza boxes, wrappers, packaging,
        plastic, papers, flyers, junk mail, dump stuff, people dump, leave furniture, left outside, left in hall, left in hallway, left on
        stairs, washing machine dumped, old tv, cupboard left, wardrobe, table, chairs left, bed frame, bike wrecks, tyres dumped, rubble,
        overfull bins, bins not emptied, not emptied, container broken rubbish, chute, wheelie bin, wrong bin, beside the bin, throw from
        window, dirty, dirty entrance, filthy hall, filthy lift, staircase dirty, stains, sticky, mud, dust, dusty, cobwebs, spilled, spilt,
        unswept, sweep, swept, mop, cleaning company, cleaning staff, cleans the staircase, pooped, poo, dog poo in hall, dog poo in
        hallway, dog pee in lift, crap, shit on stairs, pissed, peeing, wee, puddle, barf, blood on stairs, blood in lift, spit, gum,
        chewing gum, sunflower seeds, broken bottles, furniture in entrance, poop in elevator, poo in lift, left a mattress, thrown from
        balcony""",
    "VUI-STA": """
        smell, stink, stench, odour, awful smell, horrible smell, terrible smell, disgusting smell, foul, strange smell, nasty smell, reek,
        sewage, sewer, drain, sink smells, marijuana smell, skunk smell, rotten, rotten eggs, rotting, cooking smell, food smell, burning
        smell, cigarette smell, smells of piss, urine smell, stinks of piss, cat pee smell, sweat, smells of poo, musty, mould smell, mold
        smell, petrol smell, diesel smell, paint smell, vapours, nauseous from smell, sulphur, smels, smeling, smell from kitchen, smell
        from bathroom, through the vents, ventilation smells, unbearable, disgusting odour, vile, putrid, rancid, whiff, aroma, scent,
        fragrance, perfume, incense, toilet, sewerage, drainage, blocked drain smell, sink stinks, shower drain smells, egg smell, rotting
        meat, dead animal, dead smell, fish smell, fishy, garlic, onion, curry, spices, fried, oil smell, grease, garbage smell, rubbish
        smell, pee, shit smell, cat litter smell, dog smell, animal smell, weed, cannabis smell, hash smell, ganja smell, tobacco, smoke
        smell, cigarette smoke in hall, plastic burning, rubber, gas, gas leak, fuel, exhaust fumes, sulfur, mouldy smell, damp, body odour,
        sweaty, unwashed smell, nauseating, makes me sick smell, makes me vomit""",
    "VUI-ONG": """
        pest, pest control, rodent, cockroches, cocroach, roach, bed bug, bugs, bites in bed, itching, fleas, lice, mites, ticks, ants,
        wasps, bees, hornets, silverfish, moths, beetles, worms, maggots, larvae, flies, fruit flies, mosquitoes, spiders, insects, small
        black insects, crawling, creepy crawlies, pigeons, bats, squirrel, droppings, vermin, infestation, nest, gnawing, scratching in
        walls, exterminator, poison, traps, mouse poo, mouse poop, mouse shit, rat poo, rat in garden, rat in toilet, mouse in kitchen,
        mouse hole, mices, ratt, roden, roch, coackroach, cock roaches, bed mites, bites on my arms, bites on skin, bites all over, bitten
        every night, itchy, insects in bed, insects in kitchen, bugs in kitchen, black bugs, tiny bugs, cupboard, pantry, food moths,
        clothes moths, carpet beetle, weevils, woodworm, termites, millipede, centipede, earwig, woodlice, woodlouse, snails, slugs,
        caterpillars, ants invasion, antz, wasps in roof, wasp sting, stung, beehive, bee hive, swarm, gnats, midges, birds nest, seagull
        nest, magpies, pigeon shit, foxes, moles, marten, raccoon, animals in wall, chewed, chewing cables, eaten food, holes in packets,
        plague, pest problem, fumigate, bug spray, mouse droppings in cupboard""",
}
