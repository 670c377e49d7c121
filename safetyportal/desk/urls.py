from django.urls import path

from safetyportal.desk.views import case_page, checklist, inbox, routing, search

urlpatterns = [
    path("", inbox.staff_inbox, name="staff_inbox"),
    path("zaken/<str:number>/", case_page.case_page, name="case_page"),
    path("zoeken/", search.staff_search, name="staff_search"),
    path("zaken/<str:number>/samenwerken/", case_page.case_sharing, name="case_sharing"),
    path("zaken/<str:number>/verwant/", case_page.case_relatives, name="case_relatives"),
    path("routering/", routing.routing_overview, name="routing_overview"),
    path("beheer/inrichten/", checklist.setup_checklist, name="setup_checklist"),
]
