from django.urls import path

from partners.views import (
    staff_alarms,
    staff_by_hand,
    staff_members,
    staff_proposal,
    staff_question,
    staff_rule,
    staff_rule_activate,
    staff_rule_sets,
    staff_rule_try,
    staff_rules,
    staff_withdraw,
)

urlpatterns = [
    path("voorstellen/<uuid:referral_id>/", staff_proposal.proposal_page, name="proposal_page"),
    path(
        "voorstellen/<uuid:referral_id>/niet-delen/", staff_proposal.proposal_refuse, name="proposal_refuse"
    ),
    path(
        "doorverwijzingen/<uuid:referral_id>/intrekken/",
        staff_withdraw.referral_withdraw,
        name="referral_withdraw",
    ),
    path("vragen/<int:pk>/", staff_question.question_page, name="question_page"),
    path("zaken/<str:number>/doorverwijzen/", staff_by_hand.route_by_hand, name="route_by_hand"),
    path("beheer/partners/", staff_members.desk_places, name="desk_places"),
    path("beheer/partners/<slug:code>/mensen/", staff_members.desk_list, name="desk_list"),
    path("beheer/partners/<slug:code>/mensen/uitnodigen/", staff_members.desk_invite, name="desk_invite"),
    path("beheer/partners/<slug:code>/mensen/toevoegen/", staff_members.desk_add, name="desk_add"),
    path("beheer/partners/<slug:code>/mensen/<int:key>/", staff_members.desk_page, name="desk_page"),
    path("beheer/partners/<slug:code>/mensen/<int:key>/weg/", staff_members.desk_end, name="desk_end"),
    path(
        "beheer/partners/<slug:code>/mensen/<int:key>/beheerder/",
        staff_members.desk_admin,
        name="desk_admin",
    ),
    path(
        "beheer/partners/<slug:code>/mensen/<int:key>/geen-beheerder/",
        staff_members.desk_unadmin,
        name="desk_unadmin",
    ),
    path("beheer/regels/", staff_rules.rules_home, name="rules_home"),
    path("beheer/regels/concept/", staff_rules.rules_draft, name="rules_draft"),
    path("beheer/regels/concept/maken/", staff_rule_sets.rules_start, name="rules_start"),
    path("beheer/regels/concept/weg/", staff_rule_sets.rules_discard, name="rules_discard"),
    path("beheer/regels/concept/in-gebruik/", staff_rule_activate.rules_activate, name="rules_activate"),
    path("beheer/regels/concept/nieuw/", staff_rule.rule_new, name="rule_new"),
    path("beheer/regels/concept/regel/<slug:slug>/", staff_rule.rule_edit, name="rule_edit"),
    path("beheer/regels/concept/regel/<slug:slug>/weg/", staff_rule.rule_remove, name="rule_remove"),
    path("beheer/regels/concept/regel/<slug:slug>/plaats/", staff_rules.rule_move, name="rule_move"),
    path("beheer/regels/proberen/", staff_rule_try.rules_try, name="rules_try"),
    path("beheer/regels/geschiedenis/", staff_rule_sets.rules_history, name="rules_history"),
    path("beheer/regels/geschiedenis/<int:number>/", staff_rule_sets.rules_set, name="rules_set"),
    path("alarmen/<int:pk>/gezien/", staff_alarms.alarm_clear, name="alarm_clear"),
]
