from django.urls import path

from partners.views import staff_alarms, staff_by_hand, staff_proposal, staff_withdraw

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
    path("zaken/<str:number>/doorverwijzen/", staff_by_hand.route_by_hand, name="route_by_hand"),
    path("alarmen/<int:pk>/gezien/", staff_alarms.alarm_clear, name="alarm_clear"),
]
