from django.urls import path

from partners.views import (
    staff_alarms,
    staff_attachments,
    staff_by_hand,
    staff_members,
    staff_proposal,
    staff_question,
    staff_reveal,
    staff_reveal_decide,
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
        "doorverwijzingen/<uuid:referral_id>/bestanden/",
        staff_attachments.attachment_list,
        name="attachment_list",
    ),
    path(
        "doorverwijzingen/<uuid:referral_id>/bestanden/kiezen/<uuid:evidence_id>/",
        staff_attachments.attachment_new,
        name="attachment_new",
    ),
    path(
        "doorverwijzingen/<uuid:referral_id>/bestanden/<uuid:attachment_id>/",
        staff_attachments.attachment_seen,
        name="attachment_seen",
    ),
    path(
        "doorverwijzingen/<uuid:referral_id>/bestanden/<uuid:attachment_id>/weg/",
        staff_attachments.attachment_end,
        name="attachment_end",
    ),
    path("doorverwijzingen/<uuid:referral_id>/melder/", staff_reveal.reveal_ask, name="reveal_ask"),
    path("melder-noemen/", staff_reveal_decide.reveal_list, name="reveal_list"),
    path("melder-noemen/<int:pk>/", staff_reveal_decide.reveal_decide, name="reveal_decide"),
    path("melder-noemen/<int:pk>/afwijzen/", staff_reveal_decide.reveal_refuse, name="reveal_refuse"),
    path("melder-noemen/<int:pk>/terugnemen/", staff_reveal.reveal_take_back, name="reveal_take_back"),
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
    path("alarmen/<int:pk>/gezien/", staff_alarms.alarm_clear, name="alarm_clear"),
]
