from django.urls import path

from safetyportal.duty.views import roster

urlpatterns = [
    path("dienst/rooster/", roster.duty_roster, name="duty_roster"),
    path("dienst/rooster/erbij/", roster.shift_add, name="shift_add"),
    path("dienst/rooster/<int:pk>/weg/", roster.shift_remove, name="shift_remove"),
]
