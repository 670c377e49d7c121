from django.urls import include, path

urlpatterns = [
    path("", include("safetyportal.desk.urls")),
    path("", include("safetyportal.people.urls")),
    path("", include("safetyportal.duty.urls")),
    path("", include("safetyportal.configuration.urls")),
    path("", include("safetyportal.notices.urls")),
    path("", include("incidents.urls.staff")),
    path("", include("partners.urls.staff")),
]
