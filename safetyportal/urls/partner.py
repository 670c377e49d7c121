from django.urls import include, path

urlpatterns = [path("", include("partners.urls.partner"))]
