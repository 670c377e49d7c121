from django.urls import path

from partners.views import partner_answers, partner_queue

urlpatterns = [
    path("", partner_queue.partner_queue, name="partner_queue"),
    path("doorverwijzingen/<uuid:referral_id>/", partner_queue.partner_referral, name="partner_referral"),
    path("doorverwijzingen/<uuid:referral_id>/aannemen/", partner_answers.accept, name="referral_accept"),
    path("doorverwijzingen/<uuid:referral_id>/teruggeven/", partner_answers.decline, name="referral_decline"),
    path("doorverwijzingen/<uuid:referral_id>/afronden/", partner_answers.finish, name="referral_finish"),
]
