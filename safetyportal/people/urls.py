from django.urls import path

from safetyportal.people.views import away, closing, staff

urlpatterns = [
    path("beheer/mensen/", staff.people_list, name="people_list"),
    path("beheer/mensen/uitnodigen/", staff.people_invite, name="people_invite"),
    path("beheer/mensen/<int:pk>/", staff.person_page, name="person_page"),
    path("beheer/mensen/<int:pk>/rol/", staff.person_grant, name="person_grant"),
    path("beheer/mensen/<int:pk>/rol/<int:grant>/weg/", staff.person_revoke, name="person_revoke"),
    path("beheer/mensen/<int:pk>/rol/<int:grant>/akkoord/", staff.person_confirm, name="person_confirm"),
    path("beheer/mensen/<int:pk>/afwezig/", away.person_absence, name="person_absence"),
    path(
        "beheer/mensen/<int:pk>/afwezig/<int:absence_pk>/weg/",
        away.person_absence_end,
        name="person_absence_end",
    ),
    path("beheer/mensen/<int:pk>/uitzetten/", closing.person_disable, name="person_disable"),
    path("beheer/mensen/<int:pk>/aanzetten/", closing.person_enable, name="person_enable"),
    path("beheer/mensen/<int:pk>/opnieuw/", closing.person_reset, name="person_reset"),
    path("beheer/mensen/<int:pk>/uitnodiging/", closing.person_invite_again, name="person_invite_again"),
    path("beheer/mensen/<int:pk>/uitloggen/", closing.person_end_sessions, name="person_end_sessions"),
]
