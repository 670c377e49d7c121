"""English words in which people say what is going on: noise and neighbours.

A comma parts them; words of one entry count together. Insults stand here because people who were insulted repeat them.
"""

from __future__ import annotations

WORDS = {
    "GEL-LEEF": """
        everyday noise, steps, walking, walks around, stomping, stamping, running, jumping, bouncing, hopping, heels, high heels, laminate,
        wooden floor, no carpet, thin walls, bad insulation, hear everything, through the wall, through the ceiling, kids playing, toddler,
        ball, baby crying, drilling, hammering, banging tools, sawing, sanding, renovation, construction in flat, building work, vacuum,
        vacuum cleaner, hoover, washing machine, dryer, tumble dryer, dishwasher, shower, toilet flush, flushing, moving furniture, dragging
        furniture, scraping chairs, chairs, furniture, door slams, cupboards, upstairs neighbour, above me, coughing, snoring, talking,
        treadmill, exercise at home, thuds, noise, noisy, loud, racket, elephant, feet, stomper, trampling, heavy footsteps, shoes indoors,
        clogs, pacing, back and forth, skipping, toys, marbles, rollerskates, tricycle, dropping, things falling, vaccum, vacum, spin cycle,
        blender, coffee grinder, pots and pans, sneezing, toilet noise, hear them talk, hear them walking, creaking floor, creaky, squeaky
        floor, tiles being laid, new kitchen, new bathroom, handyman, power tools, sander, saw, remodel, refurbish, gym upstairs, weights,
        workout, shutting doors, door bang, walks in shoes, shoes inside, hears them walk, stomping feet, bang around, drags chairs""",
    "GEL-MUZ": """
        music, musik, bass, subwoofer, thumping, booming, pounding, beat, speakers, stereo, sound system, amplifier, radio, volume, turned
        up, blasting, blaring, tv too loud, television, telly, movies loud, gaming loud, video games, party, students, birthday, wedding,
        karaoke, singing, dancing, instrument, drums, guitar, piano, violin, trumpet, saxophone, keyboard, band practice, practising, dj,
        techno, rap, hip hop, metal, noise, noisy, loud, racket, songs, singer, choir, bassline, electric guitar, flute, accordion, organ,
        rehearsal, practice instrument, concert, disco, nightclub, club music, rave, hardcore, heavy metal, rock music, music at night,
        bluetooth speaker, soundbar, surround, playstation, xbox, football on tv, tv all night, tv volume, watching movies, deafening, walls
        shake, windows shake, celebrate, drinking party, garden party, guests partying, boombox, party animals, beats through wall, loud
        party, singing badly""",
    "GEL-NACHT": """
        shouting, screaming, yelling, hollering, howling people, laughing, night, nighttime, middle of the night, midnight, past midnight,
        1am, 2am, 3am, 4am, 5am, 3 in the morning, early morning, banging on wall, knocking on wall, pounding at night, no sleep, not
        sleeping, sleepless, keeps me awake, keep me up, woken, crying at night, arguing at night, fighting at night, drunk people outside,
        unrest, commotion, rowdy, noise, noisy, loud, racket, during the night, nocturnal, after midnight, til morning, until morning,
        bedtime, insomnia, tired, exhausted, earplugs, no rest, kept awake, loud voices, voices at night, loud arguments, wailing, moaning,
        singing at night, chanting, cheering, thumping at night, running at night, disturbance, shouting again at night, screaming in
        street, wakes us""",
    "GEL-INST": """
        noisy lift, squeaking, grinding, pump, water pump, heat pump, boiler, heating noise, radiator, fan, extractor, vent, ventilation,
        exhaust, humming, buzzing, droning, whining, beeping, high pitched, pipes, water hammer, knocking pipes, banging pipes, ticking,
        clicking, gurgling, rattling, machine, machinery, motor, engine, air conditioning, air conditioner, ac unit, aircon, cooling unit,
        compressor, generator, transformer, garage door, gate noise, equipment, installation, vibration, low frequency, technical room,
        noise, sound, lift doors, elevator doors, whistle, rumble, roaring, screeching, squeal, thrum, throbbing, pulsing, tapping pipes,
        drain gurgles, water pipes, heating pipes, heating knocks, furnace, heatpump, duct, air duct, shaft, fridge noise, freezer, cooling,
        refrigeration, shop below machine, fuse box, electric box, alarm, siren, automatic door noise, barrier, roller door, shutter,
        mechanical, switches on and off, nonstop noise""",
    "BUR-RUZ": """
        argument, argue, dispute, conflict, quarrel, beef, feud, problem with neighbour, trouble with neighbour, issue with neighbour,
        falling out, dont get along, cannot get along, bad relationship, neighbours, not talking, wont talk, stopped talking, not speaking,
        ignores me, never listens, rude, mediation, talk with neighbour, disagree, disagreement, misunderstanding, angry with each other,
        angry at me, mad at me, upset with me, blames me, accuses me, complains about us, always complains, row, swearing at me, difficult
        neighbour, clash, bickering, squabble, fight about, fight over, verbal fight, shouting match, yells at me, shouts at me, nasty
        neighbour, horrible neighbour, bad neighbour, annoying neighbour, unfriendly, impolite, disrespectful, no respect, inconsiderate,
        unreasonable, antisocial, hostile, tension, escalating, got out of hand, war with neighbour, hate each other, grudge, offended,
        insult each other, cant solve, cannot solve, cant agree, doesnt want to talk, refuse to talk, complaint from neighbour, interferes,
        nosy, bothers, angry about nothing, apologise, relationship with neighbours, trouble between, shared fence, had a fight, never says
        hello, speaking terms, screams at me neighbour, neighbour, endless arguments""",
    "BUR-TUIN": """
        yard, backyard, hedge, bush, tree, branch, leaves, roots, grass, lawn, overgrown, jungle, barbecue, barbeque, bbq, grill, smoke,
        smokey, smoky, fire pit, bonfire, wood smoke, wood stove, log burner, fireplace, chimney, soot, weeds, boundary, border, property
        line, blocks my light, no sun, shade, shadow, blocks view, shed, ivy, bamboo, overhanging, hanging over, grows into, cigarettes,
        smoker, trampoline, pool, pond, gutter, compost, asthma, too tall, conifer, oak, pine, willow, apple tree, plants growing over,
        brambles, nettles, thorns, leaf, pruning, trim, cut the hedge, mow, mower, leaf blower, wooden fence, fence fell, fence broken, my
        land, my side, on my property, patio, decking, gazebo, shed built, greenhouse, compost heap, burning leaves, garden fire, fumes
        barbecue, bbq fumes, charcoal, meat smoke, smoke in bedroom, chain smoker, cigar, vape, ash, second hand smoke, passive smoking,
        stove smoke, firewood, hot tub, swimming pool, garden lights, sprinkler, chicken coop, treehouse""",
    "BUR-TREI": """
        bullying, harassment, picking on, stalking, stalker, following me, waiting for me, watching me, spying on me, tormenting, pestering,
        bothering me, targeted, singles me out, only me, against me, everyone against me, gang up, mobbing, misery, making my life, want me
        out, wants me out, want me gone, want me to move, drive me out, get rid of me, force me to move, push me out, egged, throw things at
        my window, tyres slashed, scratched my car, key my car, dog poo in letterbox, ring bell and run, gossip, rumours, rumors, lies about
        me, spreads lies, slander, calling names, insulting, mocking, making fun of me, laugh at me, humiliate, spits, excluded, kids
        bullied, my child bullied, leave me alone, terrorise, terrorizes, tease, provoke, annoy on purpose, bang on wall on purpose, noise
        on purpose, revenge, spiteful, nasty things, anonymous letter, hate letter, note on my door, rubbish at my door, dumps rubbish at my
        door, poo at my door, shit on my door, pees on my door, glue in lock, break my things, destroy my things, ruin my things, steals my
        plants only, nails under tyre, tyre, make up stories, make up lies, false rumours, false accusations, talk behind my back, turns
        neighbours against, hostile to me, nobody talks to me, hates me, not wanted, unwanted, chasing me, stares at me, glares, films me
        all the time, camera at my door, camera pointed, knock and run, calls me, belittle, swears at me, curses at me, online bullying,
        group chat, annoy me, to annoy me, annoys me on purpose, bang the wall to annoy, nasty things in letterbox, put things in letterbox,
        keeps insulting, wont leave me alone, watches me, watches and follows, stories about me, against me all""",
    "BUR-DISC": """
        discrimination, racism, racist, racial, race, religion, religious, skin, black, brown, dark skin, headscarf, hijab, scarf, veil,
        muslim, islam, islamophobic, jew, jewish, antisemitic, christian, hindu, gay, lesbian, queer, homo, faggot, fag, trans, transgender,
        lgbt, pride flag, rainbow flag, disability, handicapped, wheelchair, foreigner, immigrant, refugee, nationality, my country, my
        accent, swastika, nazi, slurs, nword, nigger, monkey, monkey noises, go home, not welcome, don't belong, homophobic, homophobia,
        transphobic, hate, hate crime, hate speech, treated different, unequal, prejudice, sexist, syrian, moroccan, turkish, turk, polish,
        polak, african, arab, asian, chinese, indian, pakistani, romanian, bulgarian, ukrainian, afghan, iraqi, somali, eritrean, latino,
        gypsy, roma, surinamese, dark people, black people, coloured, white people, ethnic, origin, where im from, my faith, pray, prayer,
        church, mosque, turban, burka, niqab, kippah, quran, beard, my clothes, my looks, fat, overweight, my weight, old age, deaf, blind,
        autistic, autism, retard, cripple, mock my disability, homosexual, gay couple, dyke, tranny, bc im, because i wear, dont like us, go
        back to, send back, speak dutch, language, insulted for, abused because, banana, monkey sounds, hitler, nazi salute, white power,
        offensive, refused because, bigot, called me the n, called me dirty, dirty arab, dirty foreigner, laughing at my headscarf, dont
        belong here, not from here, go back, says go back""",
    "BUR-DIER": """
        dog, doggy, puppy, barking, yapping, howling, growls, cat, kitten, stray cats, pet, poo, poop, pees, dog mess, dog shit, litter box,
        feeding pigeons, feeds birds, pigeons, birds, seagulls, rooster, cock crows, crowing, chickens, hens, geese, parrot, parakeet, loose
        dog, leash, lead, muzzle, bites, dog attack, dangerous dog, pitbull, scared of dog, animals, snake, reptile, rabbit, guinea pig,
        doggo, hound, rottweiler, bulldog, german shepherd, husky, terrier, dog noise, noisy dog, whines, dog cries, woof, dog jumps,
        aggressive dog, vicious dog, running loose, dog chased, dog not cleaned up, poo bags, dog toilet, poo in garden, sandbox, shits in
        my garden, pees against, sprays, meowing, cats fighting, cats in heat, cat hair, dog hair, allergic, allergy, fleas from cat,
        budgie, ducks, goose, peacock, cockerel, clucking, bird shit, feeds seagulls, throws bread, bread, pony, goat, sheep, pig, snake
        escaped, pet rat, ferret, kennel, smell of animals, hutch""",
    "BUR-DIEV": """
        cruel, cruelty, bones, starving, never fed, not fed, doesnt feed, dog in the cold, left behind, abandoned, dog locked, dog in crate,
        tiny cage, dirty cage, cage, never walked, never goes outside dog, sick animal, sick dog, sick cat, injured animal, animals
        suffering, suffering dog, dead animals, poor dog, poor animal, vet, animal welfare, dog, puppy, cat, kitten, rabbit, animal, pet,
        birds, mistreat, ill treated, abuse, maltreated, torture, beats, hitting, kicks, throws cat, drags dog, chained, tied, shock collar,
        leash too tight, neglect, not cared for, no care, skinny, thin, bony, underweight, malnourished, hungry, thirsty, hunger, no water,
        without water, without food, no food, hot sun, heat, freezing cold, in the rain, left in car, left for days, alone for days,
        cramped, lives in own poo, own dirt, wounds, limping, bleeding dog, screaming in pain, pain, cries, hurt, poison, puppy farm, dog
        fights, dumped kitten, dead cat, dead dog, dead rabbit, dying animal, rescue, spca, hurts cats, hurt animals, hurts animals, animal
        screaming, thin dog, never goes out""",
}
