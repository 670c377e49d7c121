from django.urls import include, path

urlpatterns = [
    path("", include("safetyportal.desk.urls")),
    path("", include("safetyportal.people.urls")),
    path("", include("incidents.urls.staff")),
    path("", include("partners.urls.staff")),
]
