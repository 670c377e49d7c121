"""Words that people use about anything, in all their forms.

They tell next to nothing by themselves, but something beside another word: "niet" and "open" in "doet niet open".
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FAINT = {
    "nl": _words("""
        aan acht achter achterdeur al alle alleen allemaal alles als altijd alweer ander andere avond balkon beetje beginnen
        begrijpen bellen ben beneden benedenbuur bent berging bewoner bij bijna binnen blijkt blijven boven bovenbuur bovenbuurman
        bovenbuurvrouw box brengen broer buiten buren buur buurjongen buurman buurmeisje buurt buurvrouw constant continu daar dag
        dagelijks dagen dame dan dat de denken der deur deze dicht die dinsdag dit doen donderdag door draaien drie dus echt een
        eens eeuwig eigen eigenlijk elke en eng er erg ergens even familie ff flat ga gaan gaat galerij gang gast ge gebeuren gebouw
        gebruiken geen gelijk geloven geven gewoon gister gisteren goed gooien graag groot haar had hadden hal halen half hand
        hangen heb hebben hebt heeft heel heen heer hele helemaal helpen hem het heten hier hiernaast hij hoe hoef hoeft hoek hoofd
        hoog horen houden huis hun huurder ie iedere iemand iets ik in ineens ingang is jaar jaren je jij jong jongen jou jouw
        jullie kamer kan kant keer kelder kennen kerel kijken klein komen kon kop kort krijgen kunnen laag laat laatst lang langs
        langzaam laten leeg leggen leven lift liggen lijken lijkt links lopen los lui maak maand maandag maanden maar mag maken man
        me mee meer meisje men meneer mens mensen met mevrouw middag midden mij mijn mn moet moeten moment mooi morgen muur n na
        naar naast negen nemen net niemand niet niets nieuw niks noemen nog nooit nou nu nummer ochtend of om omdat omhoog omlaag
        onder onderbuur onderbuurman onderbuurvrouw ons onze ook oom op opeens open over overal overbuur overkant pakken persoon
        plek plots portiek praten proberen raam raar rechts rijden rond s samen sinds slecht snappen snel soms spelen staan steeds
        stoppen straat t tante te tegen telkens terug tien tijd tijdens tijdje toch toe toen tot trap trappenhuis trekken tussen
        twee types u uit uur uw vaak van vanacht vandaag vannacht vanwege vast veel vent vertellen vier vijf vinden vloer voelen vol
        volgens volk voor voordeur voortdurend vragen vreemd vrijdag vroeg vrouw waar waarom wachten wanneer want waren was wat we
        week weekend weer weg weinig wekelijks weken wel welke werd werden werken weten wie wij wil willen woensdag wonen woning
        woonkamer word worden wordt ws zal zaterdag ze zeggen zelf zelfde zes zetten zeven zich zien zij zijn zitten zn zo zoals
        zoeken zolder zomaar zondag zonder zou zouden zullen zus
    """),
    "en": _words("""
        a above afternoon again all almost also always am an and another anything apartment are arent around as ask at away back bad
        balcony basement be because been behind being below between big boy bring building but by call can cannot cant cellar close
        come constant constantly corridor could couldnt day days did didnt do does doesnt doing dont door down downstairs drive
        early eight elevator empty evening ever every everybody everything everywhere family fast feel find five flat floor for four
        friday friend from front full garage get gets girl give go gonna good got guy had hadnt half hall hallway hand happen has
        hasnt have havent having he head hear help her here hes high him his hold home hour hours house how i if im in inside into
        is isnt it its ive just keep keeps know lady last late leave let lie lift like little live long look lot lots low make man
        many me men mine monday month months more morning most much my need neighbor neighbour never new next nice nine no nobody
        none not nothing now number oclock of off often old on one open or other our out outside over own people person place play
        put real really room same saturday say see seem seven she shes short shouldnt side since sit six slow small so some somebody
        someone someones sometimes somewhere stairs stairwell stand start still stop street suddenly sunday take talk tell ten than
        that the their them then there theres these they thing things think this those three through thru time times to today
        together tonight too try two u under up upstairs us use very wait walk wall want was wasnt way we week weekend weeks were
        what when where which who whole why will window with without woman women wont work would wouldnt year years yesterday you
        young your
    """),
}
