"""How many of what. Figures with no other source are planning values; those that are ours alone say so."""

from __future__ import annotations

YEARS = 7  # over which an association's load is tried
# Ten of the largest associations: 750,000 homes, 210,000 reports and 130,000 cases in seven years.
HOMES_PER_CASE = 750_000 / 130_000
MOST_HOMES = 1_000_000  # ours: with more cases there is more work on the same homes

GROUPS = {
    "GEL": 30, "BUR": 12, "ZRG": 14, "VUI": 13, "VEI": 12, "AGR": 6, "DRU": 5, "WFR": 5, "OMG": 2, "LEE": 0.5, "OVE": 0.5,
}  # fmt: skip
# Within a group every kind as often as another, but for these. Not through the portal: 144 and 113 take those.
RARE_KINDS = {
    "BUR-DIEV": 0, "ZRG-SUI": 0, "AGR-HUIS": 0.2, "AGR-MDW": 0.2, "ZRG-KIND": 0.2, "AGR-WAP": 0.2, "DRU-LAB": 0.2,
    "DRU-MENS": 0.2, "VEI-EXP": 0.1,
}  # fmt: skip
BANDS = {"S1": 45, "S2": 35, "S3": 15, "S4": 5}

# 8 % of the homes give half of the cases. Rank r of them gets r ** -0.5 (ours): the worst some twenty cases a year.
HOT_HOMES, HOT_CASES = 0.08, 0.5

# 55 % one reporter, 30 % two, 15 % three or more; how the last are spread is ours.
REPORTERS = {1: 55, 2: 30, 3: 13, 4: 1.4, 6: 0.6}
MODES = {"confidential": 70, "named": 22, "anonymous": 8}
WAYS_IN = {"web": 55, "phone": 30, "visit": 10, "mail": 5}
LANGUAGES = {"nl": 88, "en": 5, "ar": 2, "pl": 2, "tr": 1, "uk": 1, "ti": 1}
CONSENT = 0.6  # ours: of those who are asked
AUTOMATIC = 0.003  # ours
WITH_EVIDENCE = 0.08  # ours
PLACE_UNKNOWN = 0.03  # ours
IN_SPACE = {
    "VUI": 0.7,
    "VEI": 0.85,
    "DRU": 0.6,
    "GEL": 0.1,
    "LEE": 0.5,
    "OVE": 0.3,
    "OMG": 1.0,
}  # ours; else 0.1

WEEKEND, SUMMER, NEW_YEARS_EVE = 1.6, 1.3, 10.0
NOISE_AT_NIGHT = 0.4  # between 22 and 2
# Ours: chances of the hours 0 to 23 of what is not noise at night.
HOURS = (1, 1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 7, 6, 6, 6, 6, 6, 7, 8, 9, 9, 8, 5, 3)

DIARY_MEDIAN, DIARY_SIGMA, DIARY_MOST = (
    4,
    0.75,
    60,
)  # lognormal; sigma ours, with all that is not diary a case has some twelve lines
CLOSED_AFTER_DAYS = {"S1": 10, "S2": 45, "S3": 150, "S4": 200}  # medians, lognormal; S4 and sigma ours
CLOSED_SIGMA = 0.8
REOPENED = 0.08
NOT_TAKEN = 0.1  # ours
REOPEN_ASKED = 0.1  # ours: of the cases that closed in the last two weeks

# What came of sharing: no partner, mediation offered, one partner, several.
SHARED = {"none": 45, "mediation": 25, "one": 20, "several": 10}
ACCEPT_MEDIAN_DAYS, ACCEPT_SIGMA = 3, 0.8
ANSWERED_LATE = 0.15
DECLINED = 0.10
# Ours: an own desk often does the work and never says so; nobody may ever decide about a proposal.
DESK_SAYS_DONE, DESK_ACCEPTS, PROPOSAL_STAYS = 0.25, 0.2, 0.2

# Ours: how far an open case is that was taken. It hears somebody when an invitation waits, and acts when agreements were made.
OPEN_STATUS = {"investigation": 45, "approach": 25, "monitoring": 15, "waiting": 10, "triage": 5}
APPROACH_AFTER_AGREEMENTS = 0.7

ABOUT_A_HOME = 0.6  # ours: of the cases with a home that somebody took
# Ours: on how many of those the tenant stands, and whether that is somebody we know.
ACCUSED, ACCUSED_SORTS, ALSO_INVOLVED = 0.7, {"person": 92, "unknown": 5, "group": 3}, 0.06
# Ours: told in time, invited, did not come, not the second time either, wrote instead of coming, and nobody wrote down what came of it.
INFORMED, INVITED, NO_SHOW, NO_SHOW_AGAIN, IN_WRITING, TALK_NOT_WRITTEN_DOWN = 0.75, 0.6, 0.15, 0.35, 0.1, 0.1
# 60 % no step or L1, 25 % L2, 10 % L3 and L4, 4 % L5, 1 % more; half of the first have no step (ours). Who was not heard stays at L2.
LADDER = {"": 30, "L1": 30, "L2": 25, "L3": 6, "L4": 4, "L5": 4, "L6": 0.8, "L7": 0.2}
# Ours, as all that follows.
WAITS_FOR_SECOND = 0.03
WITH_LETTER, DRAFT_LETTER, LETTER_WITHOUT_CHECK, NOT_CHECKED = 0.8, 0.1, 0.15, 0.2
PLANS = {"S1": 0.0, "S2": 0.02, "S3": 0.2, "S4": 0.35}
NOT_LOOKED_AGAIN = 0.1
TASKS, REMINDERS, NOT_DONE = 0.3, 0.15, 0.2

# For the benches of search: one word in a fifth of the stories, one in every twenty-thousandth, one in none.
FREQUENT_WORD, RARE_WORD, NO_WORD = "muziek", "dwarsfluit", "xylofoon"
RARE_EVERY = 20_000
