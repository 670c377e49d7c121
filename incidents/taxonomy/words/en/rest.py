"""English words in which people say what is going on: misuse of a home, the street and the rest.

A comma parts them; words of one entry count together.
"""

from __future__ import annotations

WORDS = {
    "WFR-ONR": """
        sublease, subtenant, rents out, rents his flat, rents her apartment, rented to others, airbnb, air bnb, booking, holiday let, short
        stay, tourists, guests, hotel, suitcases, luggage, key box, doesn't live there, does not live there, never lives there, lives
        elsewhere, lives abroad, lives in another, real tenant, tenant lives, registered, fake address, nobody lives there, no one lives
        there, empty, empty house, empty flat, stands empty, vacant, unoccupied, uninhabited, fraud, overcrowded, crowded, illegals, workers
        living, lives with girlfriend, lives with boyfriend, different people, strangers living, always new faces, sub let, subrent, rents
        house to, rents rooms, renting his home, bnb, hostel, holiday home, vacation home, short rental, short term, different tourists,
        rolling suitcases, lockbox, different guests, others live there, someone else lives, brother lives there, cousin lives there, friend
        lives there, family of tenant, not the tenant, tenant never there, lives in spain, lives in other country, moved away but, never
        home, never there, nobody ever there, nobody there, nobody home for months, nobody in flat, lived there for, not occupied, empty
        apartment, empty home, stays empty, abandoned house, abandoned flat, only post comes, fake registration, owns another house, owns a
        house, has second home, two homes, two houses, lives with his partner, lives with mother, benefit fraud, fraud address, tenancy
        fraud, too many tenants, too many residents, too many persons, too many living, many men in one house, crammed in, packed in,
        families in one flat, two families, three families, several families, 8 people, 10 people, 12 people, 15 people, twelve people, ten
        men, many beds, bunkbeds, mattresses, room rental, rooms to many, student house, house share, flatshare, lodgers, slumlord, ten
        people in one flat, people in one small flat, people in small flat""",
    "WFR-BED": """
        business, company, hairdresser, hair, barber, barbershop, cuts hair, salon, nails, lashes, tattoo, massage, workshop, garage, shop,
        store, office, restaurant, takeaway, catering, food business, bakery, cakes, dark kitchen, online shop, webshop, selling from home,
        customers, clients, mechanic, repairs scooters, repairs bikes, welding, carpentry, machines in shed, vans, loading, unloading,
        deliveries, pallets, truck, stock, warehouse, storage of goods, practice at home, childcare, daycare, nursery, babysitting business,
        gym at home business, dog grooming, breeding dogs, breeder, dog breeder, employees, staff, no permit, without permit, casino,
        business in shed, runs garage, illegal garage, haircuts, braids, beauty, beauty treatments, beautician, cosmetics, botox, fillers,
        eyelashes, eyebrows, waxing, manicure, pedicure, piercing, therapist, physio, fortune teller, tailor, sewing, sewing machines,
        atelier, laundry business, cleaning company at home, print shop, studio, recording studio, photo studio, call center, workshop in
        shed, car garage, repairs phones, repairing, tyres change, tires, spare parts, scrap, scrap metal, scrapyard, welder, woodworking,
        sawing wood for customers, building materials, contractor lives, painters company, courier company, parcel point, vans parked
        business, lorry, forklift, goods delivered, goods, merchandise, stockroom, web shop, online store, selling from flat, selling from
        house, cooking for customers, cooking for money, cooks meals for sale, baker, bakes cakes, baking business, butcher, slaughter, bar
        at home, pub at home, cafe at home, coffee house, hookah lounge, gambling house, gambling at home, poker nights, card games money,
        event venue, school at home, lessons at home, yoga classes, classes, courses, tutoring, day care, childminder, babysits many kids,
        kindergarten, dog daycare, dog hotel, breeds cats, puppies for sale, pet shop, personnel, workers come every day, customers ring,
        queue at door, sign on door business, advertising board, crypto mining, bitcoin, license, licence""",
    "WFR-KLI": """
        common room, shared room, communal room, storage, attic, loft, shared basement, shared cellar, his stuff in, his things in, keeps
        his things in the hall, stores his, bike room, old bikes, bicycle storage, laundry, washing room, courtyard, roof terrace, terrace,
        parking garage used, taken over, claims, occupies, hogs, uses whole, uses all space, for himself, as his own, as a shed, as
        workshop, as his gym, own lock, put lock on, padlock, locked us out, wont let us use, not let us use, nobody else can use, misuse,
        wrong use, repairing in basement, common basement, common hall, common hallway, commonroom, communal basement, communal hall, shared
        garage, shared hall, shared hallway, everyones room, for everybody, belongs to all, not his, not hers, recreation room, meeting room
        misused, hobby room, activity room, neighbour uses, used by one, used by one neighbour, uses the basement, uses the hall, uses the
        garden, uses communal, uses shared, uses common, uses our, uses my box, privately, own use, own things, own furniture, own junk,
        junk in basement, stores tyres, furniture in basement, things in common, things in shared, things in basement, full of his, full of
        his things, fills, basement full of, no space for my, cannot use, cant use, wont let others, keeps the key, new lock, locked the
        basement, closed off, fenced off, built shed in, builds in shared, appropriated, took the common, took the garden, took the bike,
        took the shared, takes the whole, takes all space, takes up, whole basement, whole garden, made our, turned into, converted,
        motorbike in hall, motorbike in basement, motorcycle in hall, motorcycle in basement, boat, freezer in basement, hangs laundry in,
        drying laundry, not meant for""",
    "OMG-OPR": """
        street, road, pavement, sidewalk, kerb, curb, footpath, bike path, cycle path, parking space, parking spot, disabled parking, double
        parked, driveway, illegal parking, car, caravan, camper, trailer, abandoned car, shared scooter, traffic, speeding, drive too fast,
        racing, revving, honking, horn, crossing, rubbish in street, trash on street, garbage in street, public bin, street bin, street
        light, streetlight, street lamp, lamppost, dark street, loose tiles, loose paving, pothole, icy, snow, fireworks, new year,
        playground, playground broken, swing, slide, green area, bushes, grass field, square, weeds on pavement, dog poo on street, canal,
        cafe noise, pub noise, terrace noise, market, roadworks, trolleys, neighbourhood, area, district, alley, alleyway, lane, avenue,
        roundabout, corner of street, bridge, tunnel, crossroads, junction, zebra crossing, crosswalk, bump, speeders, too fast, reckless,
        drifting, burnouts, motorbikes racing, motorbike noise street, scooters racing, scooter on pavement, bikes on pavement, cyclists on
        pavement, parks wrong, parking problem, parking permit, nowhere to park, disabled spot, blocks garage, vans parked, truck, lorry
        parked, boat parked, wreck, abandoned bikes, abandoned scooter, shared bikes, without plates, no plates, car alarm, loud car, loud
        exhaust, exhaust, loud motorbike, engine noise street, beeping cars, traffic jam, traffic noise, busy road, dangerous street, dirty
        street, glass on street, dog shit on street, dog mess on pavement, streetlamp, lantern, unlit street, tiles, loose stones, uneven,
        sidewalk broken, broken pavement, pavement damaged, cracked pavement, sunken, hole in street, tripped on pavement, fell on pavement,
        fell on sidewalk, wheelchair pavement, slippery street, ice, gritting, leaves on street, tree on street, branch on street, roots
        pavement, high grass, grass not cut, bushes too high, overgrown park, overgrown pavement, flooded, water on street, manhole, manhole
        cover, sewer street, fireworks every night, firecrackers outside, firecrackers on street, rockets, bangers, new years eve, swing
        broken, slide broken, sandpit, bench broken in park, football pitch, basketball court, skate park, pond, ditch, river, rats at bins
        street, bus, tram, school traffic, school run, bar noise, restaurant terrace, coffee shop, coffeeshop, supermarket, shops, shopping
        carts, building site, construction noise street, construction, scaffold, drilling in street, speeding cars""",
    "LEE-IDEE": """
        idea, plan, initiative, proposal, suggestion, tip, wish, would be nice, would be great, would like, would love, how about, what
        about, maybe we, can we make, may we, want to start, want to organise, let's, improve, better, nicer, brighten, cosy, cozy, paint
        the hall, repaint, painting walls, mural, bench, seat, picnic table, planter, flower pots, flowers, vegetable garden, green,
        greener, more trees, new playground, football field, table tennis, street party, neighbour party, neighbours day, neighbourhood bbq,
        eat together, activity, organize, event, meet, community, community centre, neighbourhood app, neighbourhood watch, residents
        committee, volunteer, help out, want to help, cameras, security camera, more lights, more bins, extra bin, bike rack, charging
        point, solar panels, book exchange, library box, compliment, thank you, idee, idear, sugestion, recommend, advice for you, feedback,
        opinion, request, wish list, want more, want to plant, would be good, would be cool, would be helpful, should have, we need, need
        more, need new, missing a, can you place, can you put, can you add, please, for elderly, for the kids, for children, for everybody,
        for everyone here, flowers at entrance, hanging baskets, new trees, bush planting, herb garden, roof garden, green roof, garden for,
        insects hotel, bird house, birdhouse, butterfly, bees garden, nature, colourful, paint hallway, paint stairwell, decorate, art,
        artwork, mosaic, make entrance nicer, make the hall, beautiful, beautify, prettier, pretty, cosier, cheerful, welcoming, upgrade,
        renew, refresh, brighter, lamp in, install lamp, install camera, camera at entrance, cctv please, mirror in hall, notice board,
        noticeboard, bulletin board, information board, sign for, house rules sign, door mat, ramp, ramp for wheelchair, handrail please,
        automatic door please, new swing, slide for kids, sandpit please, ping pong, goal posts, basketball hoop, outdoor gym, fitness
        equipment, skate ramp, dog park, dog field, poo bag dispenser, more trash cans, ashtray, smoking area, recycling bins, compost bin,
        bike parking, bike shelter, bike shed please, scooter parking, charging station, parcel locker, lockers, solar, insulation,
        sustainable, energy saving, rain barrel, sharing, share tools, book shelf, book swap, swap shop, giveaway, clothes swap, repair
        cafe, cooking together, dinner together, drinks together, drink coffee, coffee with, tea, picnic, barbecue together, bbq together,
        neighbourhood dinner, festival, fun day, games night, bingo, quiz, movie night, walking group, language class, language lessons,
        homework help, workshop for, meet each other, meetup, get together, gathering idea, cleanup, cleaning day, litter pick, project,
        budget for, funding, subsidy, start a group, start something, club, committee, council of residents, residents meeting, help
        neighbours, like to help, well done, good job, happy with, grateful, praise, want a playground, we want, would like a, put a camera,
        want a bench""",
    "OVE-OVE": """
        other, question, ask something, don't know, not sure, who to ask, who do i call, where to go, not in the list, none of these,
        general, information, info, complaint, landlord, housing association, housing corporation, housing company, caretaker, contractor,
        nobody helps me from office, no reply from you, not called back, contact, appointment, call me back, repair, fix, maintenance, leak,
        leakage, tap, roof leaking, ceiling leaking, blocked toilet, clogged, sink blocked, bathroom, kitchen, heating, cold, freezing,
        draught, no water, power out, internet, wifi, mould, mold, mould in bedroom, damp, window frame, contract, rental contract, lease,
        end contract, terminate, want to move, other house, another house, bigger house, bigger flat, looking for house, swap house,
        urgency, waiting list, register, change address, anything else, none of the options, no option, none of these fit, nothing fits,
        what to choose, dont know which, dont know where, idk, no idea, another problem, other problem, other issue, another issue, other
        thing, miscellaneous, misc, question about, quick question, query, inquiry, enquiry, need to know, how do i, who can help, speak to
        someone, want to talk to someone, phone number, telephone, email, callback, nobody calls me back, no one calls back, not answering
        my, waiting for reply, waiting for answer, waiting for months, no response from you, you dont respond, you never reply, complain,
        complaint about you, complain about housing, bad service, unhappy with, dissatisfied, repair not done, repair request, repairman,
        plumber, electrician, technician, engineer visit, handyman needed, shower, bath, bathtub, basin, sink, dripping, faucet, toilet,
        toilet not flushing, toilet overflow, drain blocked, drain clogged, water comes through, water from above, wet wall, flood in flat,
        pipe burst, low pressure, boiler down, heater, radiator, radiator not warm, thermostat, drafty, draughty, draft, socket, plug,
        electrics, fuse keeps, window wont close, window doesnt close, window stuck, double glazing, single glazing, gutter, cracks,
        plaster, paint peeling, floor broken, floor damaged, tiles bathroom, black mould, mouldy wall, moldy, humid flat, asbestos, lead
        pipes, new kitchen request, new bathroom request, renovation plan, when renovation, tenancy, tenancy agreement, rental agreement,
        end my lease, cancel contract, give notice, want another flat, need a house, find a house, looking for apartment, apply for house,
        application, exchange house, exchange homes, transfer, senior home, ground floor home, waiting time, registration question, add name
        to contract, add partner, co tenant, name change, deposit, inspection, bank details, direct debit, payment question, invoice,
        permission, allowed to keep pet, may i build, can i install, adaptation, stair lift, stairlift, grab bar, satellite dish, internet
        cable, fibre, tv cable, buy my house, for sale, garage to rent, new key, password, login, account, app, website, form, letter i got,
        letter i dont understand, want to speak, talk to somebody, belongs somewhere else, where this belongs, different problem""",
}
