"""English words in which people say what is going on: threat, violence and worry about a resident.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "AGR-BED": """
        threat, threaten, intimidation, death threat, kill me, hurt me, going to get me, coming for me, come after me, knows where i live,
        watch my back, i will find you, throat, slit throat, finger gun, scared, afraid, frightened, fear, terrified, dont feel safe, not
        safe, threatening letter, messages, texts, whatsapp, blackmail, extortion, demands money, money or, aggressive, agressive, angry
        man, furious, rage, banging on my door, kicks my door, screaming at my door, shouting at my door, stands at my door, fist, menacing,
        warns me, creepy, burn my, will stab me, shoot me, break my legs, beat me, punch me threat, smash my face, threaten my kids,
        threatens my children, you are dead, next time, watch out, regret, pay for it, treat, treatened, bully threat, hostile, confronted,
        blocked my way, wont let me out, corner me, came at me, lunged, raised fist, shaking fist, gesture, pounding on my door, tried to
        enter my house, smash my windows threat, throws stones at my window, phone threats, letter threat, fear for my life, fear for
        safety, scared to sleep, unsafe, panicking, panic, protection, pressured, forces me to pay, gangster, burn my car, says watch out,
        scares me, scaring me, going to do something, he will do something, knows where, knows where my kids go to school""",
    "AGR-GEW": """
        violence, violent, hit, slap, smack, punch, beaten, jumped me, assault, attack, fight, kick, headbutt, push, shoved, grabbed me,
        choked, strangled, throat grabbed, scratched me, spat on me, threw something at me, thrown at me, stone thrown, bat, stick, hurt,
        injured, injury, wound, blood, bleeding, black eye, broken nose, hospital, ambulance, brawl, mugged, on the ground, knocked down,
        knocked out, pinned, dragged, tackle, elbowed, bit me person, burned me, hit in the face, hit my mother, hit my son, smashed my
        face, bash, battered, physical, physical abuse, fist, scuffle, mass fight, people fighting, pulled, hair, pepper spray, bottle over
        head, baseball bat, hammer attack, bruised, swollen, stitches, teeth, broken arm, broken rib, unconscious, concussion, police came
        fight, victim, robbed on street, beaten up outside, got beaten up, fight broke out""",
    "AGR-WAP": """
        weapon, knife, kitchen knife, blade, gun, handgun, pistol, rifle, revolver, firearm, air gun, bb gun, crossbow, sword, axe, hatchet,
        machete, bat weapon, taser, brass knuckles, waving knife, waving a gun, pulled a knife, stabbed, bullet, bullet hole, shells,
        ammunition, gunshot, gunfire, gunman, armed, carrying a weapon, carries knife, pointed at me, knife fight, showed a gun, showed
        knife, fake gun, toy gun, machine gun, ak47, shotgun, hunting rifle, bow and arrow, arrows, spear, dagger, katana, samurai, cleaver,
        meat knife, butcher knife, box cutter, screwdriver threat, hammer in hand, baseball bat in hand, crowbar in hand, iron bar, chain
        saw, stab wound, gun sound, shooter, bangs like gun, fired, casing, drive by, sells weapons, sells guns, wielding""",
    "AGR-HUIS": """
        domestic, violence at home, beating her, hits her, hurting her, husband, partner, wife, girlfriend, boyfriend, ex, abusive,
        relationship, couple, couple fighting, married couple, dad hits mum, hits his kids, woman screaming, she cries, he shouts at her, he
        yells at her, screaming help, call for help, screaming next door, black eye again, bruises on her, not allowed out, doesnt let her
        leave, locks her in, controls her, jealous, scared of him, elder abuse, wife beater, chokes me, beats me when drunk, battered wife,
        afraid of her man, wont let her out, keeps her inside, takes her phone, help me woman, begging, stop it screams, crying children
        next door, cries every night, bruised face, swollen face, split lip, fat lip, things thrown, smashing furniture fight, domestic
        dispute, domestic fight, domestic row, marital, marriage, divorce, spouse, fiance, lover, stepfather hits, father beats, father
        hits, dad beats mom, mother beaten, daughter beaten, sister beaten by husband, forced marriage, restraining order, women shelter,
        hits his mother, hits his parents, family violence, violent family, violence next door, beating her again, he is beating her, hits
        me at home, my wife hits me, my wife beats, domestic fighting, my boyfriend chokes, scared of her man""",
    "AGR-SEKS": """
        sexual, sexual harassment, sexual assault, sexual abuse, molested, groped, touched me, bum, butt, ass, breast, boobs, tits, crotch,
        between my legs, rape, rapist, flasher, flashed, naked, nude, exposing himself, penis, dick, cock, dick pic, private parts,
        genitals, pants down, masturbating, wanking, porn, sexual comments, dirty things, dirty talk, comments about my body, my body,
        catcalling, whistling, sleep with him, sex, kiss, peeping, peeping tom, peeks, looks through my window, watches me shower, watches
        me undress, skirt, photos of me, filming me, camera in bathroom, unwanted touching, too close, rubs against me, pervert, perv,
        creep, pedo, pedophile, indecent, inappropriate, takes pictures, pictures of girls, pictures of women, secretly films, hidden
        camera, spy camera, upskirt, sends nudes, sexual messages, sexual remarks, advances, unwanted advances, flirts, hits on me, asks me
        out, wont take no, propositioned, offers money for sex, rent for sex, lewd, lewd comments, vulgar, obscene, obscene gestures,
        peeper, stares at my breasts, grabs, pinched my, slapped my butt, slapped my bum, stroked, rubbed, hugs me, licked, fondled,
        fingered, touches children, touching kids, predator, forced himself, exposed, exhibitionist, showing penis, shows dick,
        masterbating, jerking, without clothes, no clothes, undressed, aroused, horny, sugar daddy, slut, whore, pictures of me,
        photographing girls, sends dirty photos, asks for sex, rubbed against me, undressing""",
    "ZRG-VERW": """
        confused, mental, mental health, mental illness, psychiatric, psycho, psychosis, psychotic, crazy, gone crazy, acting crazy, mad,
        insane, out of his mind, not right in the head, nuts, deranged, schizophrenic, bipolar, manic, talks to himself, talking to herself,
        talks to nobody, talks to the wall, shouting at nobody, shouting at the wall, voices, sees things, ghosts, devil, thinks people,
        thinks we are, spying on him, being watched, being followed thinks, aliens, radiation, conspiracy, delusional, delusions,
        hallucinating, paranoid, paranoia, strange behaviour, odd behaviour, weird behaviour, bizarre, acting strange, acting weird, acting
        odd, weird, strange, nonsense, rambling, mumbling, naked in the street, in underwear, barefoot, laughing alone, throws things from
        balcony, rocking, meltdown, breakdown, off his meds, medication, unpredictable, disturbed, talks to trees, talks to things, talks to
        dolls, speaks to nobody, yells at nobody, screams at nobody, screams at walls, thinks neighbours, thinks everyone, believes he,
        poison him, cia, government, microphones, cameras everywhere thinks, chip in head, tinfoil, satan, demon, ufo, psychological, psych,
        psychiatric hospital, mental hospital, mental problems, mental issues, unstable, unwell, disoriented, dazed, out of it, losing it,
        loco, nutcase, lunatic, maniac, freak, behaves strangely, nightgown, nightdress, pajamas, pyjamas, naked on stairs, naked outside,
        naked in hallway, walks naked, running around, standing in road, walks on the road, bangs head, laughs for no reason, cries and
        laughs, dances in street, throws things down, enters other homes, calls police all the time, obsessive, schizo, screams at the sky,
        yells at trees, yells at sky, talks to sky, believes neighbours, believes that, believes someone, thinks poisoned, talking strange,
        talk strange, aliens talk, thinks he is god, thinks he is jesus, people that are not there, not there""",
    "ZRG-VERS": """
        addict, drunk, drunkard, wasted, hammered, pissed drunk, boozing, boozer, drinking, drinking problem, alcohol, vodka, whisky, beer
        every day, drug user, does drugs, smokes weed all day, pothead, snorts coke, injects, heroin, coke addict, crackhead, meth head,
        cokehead, junkie, stoned, high, overdose, passed out, rehab, relapse, under the influence, asks for money, alcohol abuse, alcohol
        problem, alchoholic, alcholic, alcolic, drinks himself, drinks herself, heavy drinker, drinker, drinks and screams, drunk and
        shouting, drunk and falls, tipsy, intoxicated, plastered, smashed drunk, hangover, bottles of vodka, bottles of wine, wine, liquor,
        gin, rum, stinks of alcohol, smells of alcohol, stumbles, staggering, drug abuse, drug problem, druggie, cocaine addict, smokes
        crack at home, crack addict, tweaker, tripping, zoned out, high and noisy, high and shouting, weed all day, stoner, shoots up at
        home, pills addict, painkillers, prescription drugs, substance, substance abuse, withdrawal, detox, addicts visit""",
    "ZRG-ALLE": """
        lonely, loneliness, alone, isolated, has nobody, has no one, no family, no visitors, never goes out, never leaves house, depressed,
        sad, old, older, elderly, aged, senior, old man, old woman, old lady, old neighbour, grandma, grandpa, granny, grandmother,
        grandfather, pensioner, widow, 80 years, 85 years, 90 years, dementia, demented, alzheimer, forgets, doesnt remember, doesn't know
        where she lives, lost, wandering, not coping, struggling, needs help, nobody helps, help him, care, carer, doctor, neglecting
        himself, neglects herself, not washing, unwashed, gas left on, stove on, pan on fire, ill, sick, frail, weak, disabled neighbour,
        cant walk, falls, cannot get up, not eating, skinny, thin, shopping, cooking, worried about old, worried about neighbour,
        vulnerable, lonesome, by himself, by herself, on his own, nobody visits, nobody comes, nobody looks after, nobody checks, no
        friends, no relatives, needs company, misses her husband, since husband died, wife died, grieving, cries a lot, oldie, old people,
        old person, old guy, nan, gran, grandparents, oma, opa, retired, alzhaimer, altzheimer, demential, dementa, senile, confused old,
        memory, repeats herself, same question, doesnt recognise me, doesnt recognize, wrong door, knocks at wrong door, walks around at
        night, roams, leaves tap running, burns food, burned pan, forgets medicine, forgets pills, hygiene, smells unwashed, same clothes,
        not clean himself, cannot walk, can not walk, wheelchair bound, bedridden, stroke, parkinson, hip, handicap, helpless, dependent,
        needs support, needs assistance, nurse, district nurse, social worker, meals, empty fridge, groceries, loses weight, starving old,
        self neglect, unable, not managing, getting worse, going downhill, declining, deteriorating, slow learner, mentally challenged,
        being scammed, taken advantage of""",
    "ZRG-KIND": """
        child, baby, kids, toddler, infant, little boy, little girl, boy, girl, teenager, minor, left alone, home alone, no adult,
        unsupervised, nobody watching, no supervision, child crying, baby crying all day, child screaming, kids screaming, smacks child,
        child abuse, child skinny, child dirty, no coat, family, mother, father, parents, mum, mom, dad, mother not care, take care of her
        kids, shouts at children, yells at her kids, parents shouting, parents screaming, parents fighting, parents drunk, parents gone,
        kids outside at night, kids outside at midnight, child wandering, bruises, social services, child protection, youth care, skips
        school, school, pregnant teenager, teen mother, son, daughter, little ones, newborn, preschooler, schoolchild, underage, youngster
        alone, crying kids, being hit, being beaten, smacks kids, slaps kid, spanking, belt, abused kids, child mistreated, yells at child,
        shouting at kids, parents argue, parents drink, parents on drugs, parents addicted, mother drunk, mother drinks, father drunk, drunk
        with baby, single mother, mother cannot, mother cant cope, family problems, family trouble, worried family, concerned about child,
        concerned about kids, unsafe for kids, unsafe home child, outside alone, plays outside late, playing late, late at night kids, out
        at night kids, kids roaming, kids begging, asks for food, always hungry, not fed and dirty, not fed kids, underfed, unfed, dirty
        kids, dirty diaper, smelly kids, lice, no shoes, without shoes, thin clothes, no clothes kids, kids sick no doctor, child sick,
        child in cold, locked in room, child tied, left in car, hanging out of window, climbs on window, on balcony alone, neglect, truant,
        misses school, runaway, ran away, custody, foster, orphan, child labour, teenage pregnancy, babysitter, no one looks after""",
    "ZRG-SUI": """
        suicide, suicide attempt, kill themselves, wants to die, wanna die, wish i was dead, better off dead, end it, cutting, wrists,
        ledge, edge, hang himself, hang herself, hanged, rope, noose, doesn't want to live, dont want to live, not want to live, no reason
        to live, live anymore, nothing to live for, cant go on, pills, overdose pills, sleeping pills, suicide note, hopeless, commit
        suicide, thinking about suicide, talks about suicide, talks of dying, suicide threat, threatens suicide, suicide thoughts, suside,
        suiside, sucide, sueside, be dead, rather be dead, tired of living, sick of living, no will to live, not want to be here, dont want
        to exist, life is over, no meaning, no point, no hope, life not worth, finish his life, wants to go die, death wish, going to die,
        gonna jump, about to jump, threatening to jump, out of the window, bridge, on roof, over the railing, hang him self, hang myself,
        will hang, bought rope, train, tracks, railway, drown, gas suicide, swallowed pills, medication overdose, drank bleach, cuts her
        arms, slit wrists, farewell, farewell letter, says goodbye, last message, giving away things, very depressed wants, despair,
        desperate, crisis""",
    "ZRG-STIL": """
        not seen, haven't seen, hasnt been seen, didnt see, no longer see, never see anymore, no answer, not answering, doesnt open door,
        not opening door, nobody answers, nobody opens, phone off, no reply, not responding, no response, sign of life, died, passed away,
        dead, maybe dead, found dead, corpse, lying on floor, collapsed, piling up, newspapers, mailbox full, letterbox full, very quiet,
        silent, silence, heard nothing, havent heard, not heard, no sound, curtains closed, blinds closed, lights on for days, tv on for
        days, car not moved, missing, disappeared, vanished, gone for weeks, wellbeing check, welfare check, check on, not seen neighbour,
        seen in days, havnt seen, dont see my neighbour, never see her, no one has seen, nobody has seen, where is my neighbour, nobody
        heard, heard from him, no news, no contact, cant reach, cannot reach, unreachable, not picking up, rang the bell no, wont open, no
        one opens, stopped answering, no movement, lights on all night, radio still on, alarm clock ringing, smoke alarm beeping inside, dog
        barking inside alone, cat inside, post still in box, mail in box, packages at door, parcels at door, blinds down, shutters down,
        laundry still hanging, bins not out, car still there, flies at window, smell and no one, smell from flat nobody, body, unconscious
        inside, groaning, moaning behind door, faint help, might be dead, afraid she is dead, worried he is dead, something happened,
        worried sick, worried about him, since christmas, never came home, not come home, not been home, strangely quiet, awfully quiet,
        still in box, letters in box, no sign, knocking no answer, i think he died, neighbour died""",
    "ZRG-GELD": """
        money, money problems, money trouble, financial, financial problems, finances, debt, loan, credit, owe, rent, cannot pay, cant pay,
        rent too high, rent increase, arrears, payment plan, pay later, bailiff, bailiff letter, collection agency, bill, energy bill,
        electricity bill, gas bill, cut off, reminder letter, fine, afford, cant afford, expensive, broke, skint, pay, payment, unpaid,
        poverty, poor, ends meet, benefits, allowance, income, salary, wages, unemployed, laid off, fired, no work, no job, no food,
        eviction, eviction letter, lose my home, gambling, tax, moneyless, penniless, bankrupt, bankruptcy, money gone, no cash, low income,
        low wage, minimum wage, welfare, social security, student loan, mortgage, credit card, overdraft, negative balance, account empty,
        bank blocked, insurance, health insurance, subscription, instalments, arrangement, pay in parts, extension, delay payment, postpone,
        missed rent, missed payment, rent went up, lower rent, collectors, debt letters, court letter, summons, judge, lawsuit, seizure,
        repossessed, bills pile, energy costs, gas and electricity, electricity disconnected, power disconnected, disconnected, shut off,
        water bill, not enough, hungry no money, foodbank, struggle to pay, struggling with money, hardship, financial trouble, budget, lost
        work, out of work, jobless, no more work, sacked, made redundant, redundant, divorce money, alimony, child support, scam money, lose
        house, lose my flat, kicked out because, thrown out, put on the street, end up homeless, become homeless""",
}
