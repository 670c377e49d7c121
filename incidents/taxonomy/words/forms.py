"""Forms of one word that a stemmer leaves apart: strong verbs, odd plurals, and how people write them. A line is one word.

Unlike the words of a kind they are about a language, so no association has to change them.
"""

from __future__ import annotations


def _by_form(text: str) -> dict[str, str]:
    lines = [line.split() for line in text.strip().splitlines()]
    return {form: line[0] for line in lines for form in line}


FORMS = {
    "nl": _by_form("""
slaan sla slaat sloeg sloegen geslagen slaand slaande
stelen steel steelt stal gestolen
breken breek breekt brak braken gebroken
steken steek steekt stak staken gestoken
schieten schiet schoot schoten geschoten
snijden snij snijdt snijd sneed sneden gesneden
vechten vecht vocht vochten gevochten
bijten bijt beet beten gebeten
grijpen grijp grijpt greep grepen gegrepen
knijpen knijp knijpt kneep geknepen
gluren gluur gluurt gegluurd
stinken stinkt stonk stonken gestonken
ruiken ruik ruikt rook roken geroken
drinken drink drinkt dronk gedronken
zuipen zuip zuipt zoop zopen gezopen
spuiten spuit spoot gespoten
snuiven snuif snuift snoof gesnoven
roken rook rookt gerookt
lopen loop loopt liep liepen gelopen lopend
springen spring springt sprong sprongen gesprongen
slapen slaapt sliep sliepen geslapen slapend
liggen lig ligt lag lagen gelegen
staan sta staat stond stonden gestaan
zitten zit zat zaten gezeten
hangen hang hangt hing hingen gehangen
vallen val valt viel vielen gevallen
gaan ga gaat ging gingen gegaan
komen kom komt kwam kwamen gekomen
zien zie ziet zag zagen gezien
horen hoor hoort hoorde gehoord
weten weet wist geweten
denken denk denkt dacht gedacht
doen doe doet deed deden gedaan
nemen neem neemt nam namen genomen
geven geef geeft gaf gaven gegeven
krijgen krijg krijgt kreeg kregen gekregen
kopen koop koopt kocht kochten gekocht
verkopen verkoop verkoopt verkocht verkochten
zoeken zoek zoekt zocht gezocht
brengen breng brengt bracht gebracht
laten laat liet lieten gelaten
blijven blijf blijft bleef bleven gebleven
schrijven schrijf schrijft schreef geschreven
zeggen zeg zegt zei zeiden gezegd
spreken spreek spreekt sprak gesproken
vragen vraag vraagt vroeg gevraagd
roepen roep roept riep riepen geroepen
schelden scheld scheldt schold scholden gescholden
schreeuwen schreeuw schreeuwt schreeuwde schreewen schreewt geschreeuw geschreeuwd
gillen gil gilt gegil gegild
krijsen krijs krijst gekrijs
brullen brul brult gebrul
kloppen klop klopt geklop
sluiten sluit sloot gesloten
eten eet aten gegeten
sterven sterf sterft stierf gestorven
overlijden overleed overleden
dood doden dooie dode
doodgaan doodgegaan
rijden rij rijdt rijd reed reden gereden
schijten schijt scheet gescheten
pissen pis pist gepist
verdwijnen verdwijnt verdween verdwenen
vergeten vergeet vergat
verliezen verlies verliest verloor verloren
bedriegen bedroog bedrogen
dwingen dwing dwingt dwong gedwongen
misbruiken misbruik misbruikt
verlaten verlaat verliet
helpen help helpt hielp geholpen
wassen wast gewassen
werpen werp werpt wierp geworpen
trekken trek trekt trok getrokken
treffen trof getroffen
vernielen vernielt vernield vernielde
graven graaf groef gegraven
blazen blaas blaast blies geblazen
zingen zing zingt zong gezongen
janken jank jankt gejank
sleutelen sleutelt gesleutel
kind kinderen kinders kids
kindje kindjes kindertjes
jongen jongens jongetje jongetjes
meisje meisjes meid meiden
buurman buurmannen buurmans
buurvrouw buurvrouwen buuf
buren buur
rat ratten ratte
muis muizen muisjes
mes messen
glas glazen
huis huizen huisje
dief dieven
hoer hoeren
nacht nachts snachts nachten
avond avonds savonds avonden
ochtend ochtends sochtends morgens smorgens
vies vieze viezig smerig smerige
gek gekke
kapot kapotte kapoet
stuk stukke
gestoord gestoorde
boos boze
hard harde harder
geld centen
oud oude ouwe
raar rare raars
vreemd vreemde
auto autos
foto fotos
baby babys
junk junks junkie junkies
"""),
    "en": _by_form("""
steal steals stole stolen stealing
break breaks broke broken breaking broked
beat beats beaten beating beated
fight fights fought fighting
shoot shoots shot shots shooting
stab stabs stabbed stabbing
throw throws threw thrown throwing throwed
bite bites bit bitten biting
wake wakes woke woken waking
sleep sleeps slept sleeping
smell smells smelt smelled smelling smelly
stink stinks stank stunk stinking stinky
drink drinks drank drinking
drunk drunken drunks
sell sells sold selling
grow grows grew grown growing
leave leaves left leaving
forget forgets forgot forgotten forgetting forgetful
fall falls fell fallen falling
hang hangs hanged hung hanging
lose loses lost losing
hear hears heard hearing
see sees saw seen seeing
speak speaks spoke spoken speaking
take takes took taken taking
give gives gave given giving
hold holds held holding
keep keeps kept keeping
pay pays paid paying payed
hide hides hid hidden hiding
run runs ran running
sing sings sang sung singing
ring rings rang rung ringing
shit shits shat shitting
spit spits spat spitting
cut cuts cutting
hit hits hitting
die dies died dying
say says said saying
tell tells told telling
child children childs kid kids
man men mans
woman women womans
mouse mice mouses
knife knives knifes
thief thieves thiefs
tooth teeth
burn burns burnt burned burning
light lights lit
neighbour neighbours neighbor neighbors neighbourhood neighbourly neigbour neigbor nabor nabors naybor
colour colours color coloured colored
odour odours odor odors
tyre tyres tire tires
grey gray
behaviour behavior behaviours
vandalise vandalize vandalised vandalized vandals vandal vandalism
harass harasses harassed harassing harassment harras harrass harassement
scared scare scares scary
crazy craze
"""),
}
