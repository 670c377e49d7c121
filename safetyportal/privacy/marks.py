"""Words that make a text one to be careful with. Lists of words, not a judgement: they never block and are
never written down as a fact about a person. A star stands for the rest of a word."""

from __future__ import annotations

import re

from safetyportal.privacy.folding import fold

DANGER = (
    # nl
    "mes messen pistool vuurwapen wapen* geschoten schieten bom brand brandt gas gaslek gaslucht bloed*",
    "slaat sloeg geslagen gestoken neergestoken doodgestoken dood doodmaken doodslaan vermoord*",
    "zelfmoord* suicid* verkracht* gegijzeld inbreker* bewusteloos gewond* wurg* explosie* ontplof*",
    # en
    "knife shooting shot bomb fire smoke blood bleeding hitting stabbed dead kill* suicide rape*",
    "burglar* explosion unconscious wounded strangl*",
    # pl
    "noz nozem pistolet pozar dym krew krwawi bije pobil* zabi* samoboj* gwalt* wlamywacz* wybuch*",
    # tr
    "bicak* tabanca silah* yangin* duman kaniyor vuruyor dovuyor oldur* intihar* tecavuz* hirsiz*",
    "patlama*",
    # ar
    "سكين مسدس سلاح حريق نار غاز دخان دم يضرب ضرب قتل يقتل انتحار اغتصاب لص انفجار",
)
DANGER_PHRASES = (
    r"kind(?:eren)?\s+huil\w*",
    r"huilend\w*\s+kind(?:eren)?",
    r"gas\s+leak",
    r"(?:a|the|his|her|with)\s+guns?",
    r"child(?:ren)?\s+cry\w*",
    r"cocuk\w*\s+agl\w*",
    r"dzieck\w*\s+placz\w*",
    r"طفل\s+يبكي",
)
# Left out, as ordinary Dutch has them too: gun, kan, bron, schiet, steekt, rook, geloof, ras, opgenomen.
# Health (AVG art. 9) and what else art. 9 names, and crime (art. 10), as said of a person. What a kind of report is
# about by itself is not here: with "drugs" or "inbraak" in the list, no report of drug use or burglary could go out
# with the minimum (docs/adr/0007).
SENSITIVE = (
    # nl: health
    "ziek ziekte* zieke ggz psych* psychose* depress* verslaa* verslav* medicij* medicatie dement*",
    "alzheimer autis* adhd borderline schizo* bipolair ptss verward* gehandicapt* handicap* beperking",
    "rolstoel kanker hiv aids epilep* zwanger* ziekenhuis ambulance overdosis",
    "zelfverwond* zelfmoord* suicid* angststoornis*",
    # nl: origin, belief, orientation
    "moslim* islam* jood joden joods* christen* marokka* turk turken turks* surina* antillia* poolse*",
    "roma zigeuner* homo homo's homoseksu* lesbi* transgender* biseksu* asielzoeker* vluchteling*",
    # nl: crime
    "drugsdeal* deal dealt dealen dealer* hennep* mishandel* bedreig* verkracht* aanrand* misbruik* stalk* fraude*",
    "oplicht* witwas* brandsticht* gearresteerd* aangehouden strafblad veroordeel* gevangenis* crimine* prostitu*",
    "mensenhandel* vechten gevochten geweld gewelddadig* wapen* vuurwapen pistool slaat sloeg geslagen gestoken",
    "vermoord* reclassering",
    # en
    "ill illness disease disabled disability mentally addict* medication cancer pregnan* muslim*",
    "jewish gay refugee* dealing abuse* assault* threat* fraud arrested",
    "convicted crimin* violen*",
    # pl
    "chor* grozi* przemoc* dealer* diler*",
    # tr
    "hasta* tehdit* siddet* engelli*",
    # ar
    "مريض مرض سارق تهديد عنف اعتداء",
)
# Arabic writes "and", "with" and "the" onto the word.
ARABIC_PREFIX = "(?:[وفبلك]?(?:ال)?)"


def danger_words(text: str) -> bool:
    """Whether to show once more when to call 112."""
    return bool(_DANGER.search(fold(text)))


def looks_sensitive(text: str) -> bool:
    """Whether the text may hold facts about health, belief, origin or crime; danger counts, it is nearly
    always both."""
    return bool(_SENSITIVE.search(fold(text)))


def sensitive_words(folded: str) -> list[tuple[int, int]]:
    """Where the words are for which a folded text looks sensitive, each with its begin and end."""
    return [word.span() for word in re.finditer(r"[\w']+", folded) if _SENSITIVE.search(word.group())]


def _pattern(lines: tuple[str, ...], phrases: tuple[str, ...] = ()) -> re.Pattern[str]:
    words = [fold(word) for line in lines for word in line.split()]
    parts = [
        (ARABIC_PREFIX if not word.isascii() else "")
        + re.escape(word.rstrip("*"))
        + (r"\w*" if word.endswith("*") else "")
        for word in words
    ]
    return re.compile(rf"\b(?:{'|'.join([*parts, *phrases])})\b")


_DANGER = _pattern(DANGER, DANGER_PHRASES)
_SENSITIVE = _pattern(SENSITIVE)
