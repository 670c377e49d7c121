"""English words in which people say what is going on: drugs and exploitation.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "DRU-DEA": """
        dealing, dealer, drugs, buying drugs, trap house, drug trade, drug trafficking, runner, courier, pushers, coming and going, in and
        out all day, people in and out, visitors all day, short visits, few minutes, come and leave, stop and leave, cars stop, taxis
        stopping, shady, suspicious, strangers at his door, doorbell all day, ringing all day, packages handed over, hand over, little bags,
        small bags, baggies, packets, exchange, exchanging money, cash, cocaine, coke, selling weed, heroin, crack, ketamine, pills, selling
        laughing gas, criminals, at the corner, sells stuff, seller, sells, drug den, drugs delivery, drug customers, drug clients, buyers,
        buy weed, buy coke, weed dealer, dealers in parking, deals weed, deals in parking, dealing at entrance, dealin, drogs, drogue,
        droga, dope, blow, snow, speed, mdma, ecstasy pills, hash, envelope, swap, handover, hands out, gives bags, counting money, secret,
        sneaky, shady business, suspicious activity, suspicious traffic, strange visitors, people coming all day, stay two minutes, a
        minute, in and out all night, goes in and out, quick stops, cars waiting, engine running, scooters come and go, picks up, delivers,
        lookout, watchman, cartel, mafia, criminal activity, crime, illegal activity, illegal trade, something illegal, junkies at door,
        addicts at his door, sells to kids, selling to children, selling to teenagers, envelopes, swapping, swap at door, exchange at door,
        customers ring my bell""",
    "DRU-HEN": """
        cannabis, cannabis farm, weed farm, growing, grower, grow tent, plantation, plants, plants in attic, lamps, lights always on, purple
        light, pink light, covered windows, windows taped, taped up, foil, curtains always closed smell, stealing electricity, electricity
        theft, tapping power, illegal power, power trips, fuse, marijuana, marihuana, hash, hemp, ganja, harvest, seedlings, carbon filter,
        fans running, extractor running, warm wall, humid, moisture, damp from neighbour plants, bags of soil, soil, pots, smell of
        cannabis, cannabis factory, cannabis in attic, cannabis in shed, marijuana farm, maryjane, mary jane, pot farm, weed, weed garden,
        weed in attic, weed in loft, weed in shed, weed nursery, weed factory, hemp farm, hashish, hash farm, skunk, buds, trimming buds,
        cuttings, greenhouse inside, indoor plants, indoor garden, indoor farm, plantation in loft, illegal plantation, illegal plants,
        illegal farm, plants in shed, plants in loft, plants in bedroom, growing something, bright lamps, bright lights, lights day and
        night, strong lamps, strong lights, light through cracks, uv light, led lamps, glow, violet light, paper on windows, blacked out,
        black windows, windows always closed, windows behind plastic, curtains never open lamps, boarded windows, condensation, wet windows,
        damp walls from plants, moist, heat from next door, hot wall, fans day and night, fans and lamps, fan noise and smell, ventilation
        day and night smell, exhaust pipe window, air hose, hoses, water running day and night, water tanks, steals power, illegal
        electricity, meter tampered, meter cupboard, meter bypassed, electricity bypass, power outages plants, blown fuses, fuse blows, bags
        of earth, bags of compost, plant pots carried, fertilizer, fertiliser, grow equipment, grow shop, weed smell through wall""",
    "DRU-LAB": """
        lab, laboratory, meth, making drugs, cooking meth, ecstasy, mdma, xtc, speed, amphetamine, chemical, chemical smell, chemical odor,
        chemistry, strange chemicals, toxic, toxic smell, poisonous, fumes, vapor, vapour, acid, acid smell, ammonia, acetone, nail polish
        remover, nail polish smell, solvent, thinner, bleach smell, chlorine, sharp smell, burns my eyes, eyes watering, throat burns,
        throat hurts, headache from fumes, barrels, canisters, containers of liquid, jerrycans, jerry cans, dumped barrels, gas mask, masks,
        gloves, protective suits, hazmat, white suits, kettles, flasks, tubes, hoses, unloading at night, carried in at night, meth kitchen,
        cooking chemicals, crystal, breaking bad, ghb, making pills, cocaine washing, cocaine lab, chemist, chemical stench, chemical stink,
        chemical waste, chemicals in shed, smells like acetone, smells like ammonia, smells like chlorine, smells like vinegar, vinegar,
        weird acid, weird fumes, strange fumes, sharp fumes, fumes from shed, toxic gas, toxic air, toxic waste, poison gas, gas clouds,
        clouds, yellow smoke, white smoke, coloured smoke, solvent smell, paint thinner, thinner smell, glue smell, ether, lye, caustic,
        peroxide, hydrochloric, sulphuric, eyes, eyes hurt, sting, burning nose, throat, sore throat from smell, cough, cant breathe, cannot
        breathe, hard to breathe, dizzy from smell, headache from smell, barrels at night, blue barrels, blue drums, metal drums, drums,
        barrels in shed, vats, tanks, liquid, jerry can, jerrycans carried, jerrycans at night, plastic canisters, bottles with chemicals,
        carried barrels, carrying canisters, carrying chemicals, unloading, dumped chemicals, pours chemicals, chemicals in drain, waste in
        drain, gasmask, rubber gloves, protective clothing, protective gear, overalls, lab equipment, glassware, beakers, burners, gas
        burners, heating chemicals, pipes from window, ventilation from garage at night, working at night in shed""",
    "DRU-GEB": """
        weed in stairwell, joint, blunt, spliff, using in hallway, users, doing drugs, junkies, addicts in hall, needles, syringe,
        injecting, shooting up, crack, snort, sniffing, powder, foil, spoon, pipe, cans, bottles, vodka bottles, laughing gas, nitrous, nos,
        balloons, gas canisters, cartridges, smoking on the stairs, smoking in stairwell, smoking in hall, smoking in lift, smoking in
        hallway, shisha, hookah, vaping, empty baggies, in our entrance, in our hall, on stairs, in stairwell, weed in hallway, weed in
        hall, weed in lift, weed in basement, weed on stairs, smokers in hall, smokers in stairwell, smokers on stairs, stoners in hall,
        stoned kids in hall, kids using drugs, people using, men drinking, drunks, alcohol in hall, alcohol in stairwell, alcohol on stairs,
        drinkers, drinking every night on stairs, beer, wine bottles, liquor bottles, addicts on stairs, addicts in basement, addicts in
        stairwell, junky, crackheads, heroin, needles in bike shed, needles found, found syringes, found drugs, drug stuff, drug waste on
        stairs, drug bags on floor, white powder, sniff, coke in hall, coke in stairwell, nitrous oxide, gas balloons, whippets, canisters,
        bong, waterpipe, cigarette in lift, cigarettes in stairwell, smoking in basement, partying in stairwell, party in hall""",
    "DRU-MENS": """
        prostitution, brothel, whore, hooker, call girl, sex club, sex for money, sells her body, men for sex, men in and out, men coming
        and going, different men, many men, men visiting, every hour another man, pimp, escort, massage parlour, happy ending, exploitation,
        human trafficking, trafficking, smuggled, illegal prostitution, girls, young girls, girls cannot leave, girls not allowed, not
        allowed to leave, not allowed outside, cannot leave the house, cant leave, never allowed outside, held against will, forced,
        slavery, slave, modern slavery, migrant workers, workers, passport, documents taken, no wages, unpaid workers, undocumented, illegal
        workers, maid, housekeeper, au pair, loverboy, condoms, lingerie, many women, prostitue, prostition, prostitusion, sex business, sex
        for sale, sex service, sex customers, sexworker, sex trade, sexual services, erotic massage, erotic, massage with sex, massage salon
        with men, secret brothel, illegal brothel, red light, red lamp, whorehouse, men come and leave, men come for, men every hour, men
        every night, men ring, men ringing bell, men waiting, men pay, male visitors, clients, half naked women, half naked girls, women in
        underwear, girls in underwear, underage girls, minor girls, girl held, girl cries help window, girls kept, girls inside, girls never
        come out, girls never go out, woman held, woman kept, women never go out, women never outside, women inside many men, keeps women,
        kept inside, keeps her locked, prisoner, hostage, captive, imprisoned, not free, not allowed to talk, no papers, papers taken, boss,
        boss threatens, boss beats, employer, employees locked, employees exploited, workers sleep, labour, labor, work for free, doesnt get
        paid, underpaid, low pay, long hours, 16 hours, victim of trafficking, people smuggling, smuggler, human smuggling, human traffic,
        sold, buying girls, recruiter, groomed, forced begging, forced to steal, debt bondage, pay off debt with, domestic slave, servant,
        nanny locked, maid sleeps on floor, van picks up workers, busload of workers, ads for sex, online ads girls, brought in by van,
        girls brought, girls by van""",
}
