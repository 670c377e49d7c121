from django.urls import path

from partners.views import (
    staff_alarms,
    staff_anew,
    staff_by_hand,
    staff_deliver,
    staff_members,
    staff_partners,
    staff_proposal,
    staff_question,
    staff_scale_up,
    staff_scaling,
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
    path(
        "doorverwijzingen/<uuid:referral_id>/opnieuw-bezorgen/",
        staff_deliver.referral_deliver,
        name="referral_deliver",
    ),
    path("doorverwijzingen/<uuid:referral_id>/andere-grond/", staff_anew.referral_anew, name="referral_anew"),
    path("vragen/<int:pk>/", staff_question.question_page, name="question_page"),
    path("zaken/<str:number>/doorverwijzen/", staff_by_hand.route_by_hand, name="route_by_hand"),
    path("zaken/<str:number>/opschalen/", staff_scale_up.case_scale, name="case_scale"),
    path("opschalingen/<int:pk>/", staff_scaling.scale_page, name="scale_page"),
    path("opschalingen/<int:pk>/ja/", staff_scaling.confirm, name="scale_confirm"),
    path("opschalingen/<int:pk>/nee/", staff_scaling.refuse, name="scale_refuse"),
    path("opschalingen/<int:pk>/opnieuw/", staff_scaling.look, name="scale_look"),
    path("opschalingen/<int:pk>/terug/", staff_scaling.back, name="scale_back"),
    path("beheer/ketenpartners/", staff_partners.partner_list, name="partner_list"),
    path("beheer/ketenpartners/nieuw/", staff_partners.partner_new, name="partner_new"),
    path("beheer/ketenpartners/<slug:code>/", staff_partners.partner_page, name="partner_page"),
    path("beheer/ketenpartners/<slug:code>/weg/", staff_partners.partner_remove, name="partner_remove"),
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
    path("alarmen/<int:pk>/gezien/", staff_alarms.alarm_clear, name="alarm_clear"),
]
