from django.urls import path

from partners.views import partner_answers, partner_files, partner_lost, partner_members, partner_queue

urlpatterns = [
    path("", partner_queue.partner_queue, name="partner_queue"),
    path("doorverwijzingen/<uuid:referral_id>/", partner_queue.partner_referral, name="partner_referral"),
    path("doorverwijzingen/<uuid:referral_id>/niet-meer/", partner_lost.referral_lost, name="referral_lost"),
    path(
        "doorverwijzingen/<uuid:referral_id>/bestanden/<uuid:attachment_id>/",
        partner_files.partner_file,
        name="partner_file",
    ),
    path("doorverwijzingen/<uuid:referral_id>/aannemen/", partner_answers.accept, name="referral_accept"),
    path("doorverwijzingen/<uuid:referral_id>/vragen/", partner_answers.ask, name="referral_ask"),
    path(
        "doorverwijzingen/<uuid:referral_id>/vraag-terugnemen/",
        partner_answers.take_back,
        name="referral_take_back",
    ),
    path("doorverwijzingen/<uuid:referral_id>/teruggeven/", partner_answers.decline, name="referral_decline"),
    path("doorverwijzingen/<uuid:referral_id>/afronden/", partner_answers.finish, name="referral_finish"),
    path("mensen/", partner_members.member_places, name="member_places"),
    path("mensen/<slug:code>/", partner_members.member_list, name="member_list"),
    path("mensen/<slug:code>/uitnodigen/", partner_members.member_invite, name="member_invite"),
    path("mensen/<slug:code>/<int:key>/", partner_members.member_page, name="member_page"),
    path("mensen/<slug:code>/<int:key>/weg/", partner_members.member_end, name="member_end"),
    path("mensen/<slug:code>/<int:key>/beheerder/", partner_members.member_admin, name="member_admin"),
    path(
        "mensen/<slug:code>/<int:key>/geen-beheerder/", partner_members.member_unadmin, name="member_unadmin"
    ),
    path("mensen/<slug:code>/<int:key>/uitnodiging/", partner_members.member_again, name="member_again"),
    path("mensen/<slug:code>/<int:key>/opnieuw/", partner_members.member_reset, name="member_reset"),
]
