from django.urls import path

from safetyportal.desk.views import (
    access_log,
    case_page,
    checklist,
    inbox,
    processing,
    routing,
    saved_lists,
    search,
)

urlpatterns = [
    path("", inbox.staff_inbox, name="staff_inbox"),
    path("zaken/<str:number>/", case_page.case_page, name="case_page"),
    path("zoeken/", search.staff_search, name="staff_search"),
    path("zaken/<str:number>/samenwerken/", case_page.case_sharing, name="case_sharing"),
    path("zaken/<str:number>/verwant/", case_page.case_relatives, name="case_relatives"),
    path("nieuw-sinds/", inbox.new_since, name="inbox_new_since"),
    path("lijsten/", saved_lists.saved_lists, name="saved_lists"),
    path("lijsten/bewaren/", saved_lists.save, name="saved_list_save"),
    path("lijsten/<int:pk>/naam/", saved_lists.rename, name="saved_list_rename"),
    path("lijsten/<int:pk>/vast/", saved_lists.pin, name="saved_list_pin"),
    path("lijsten/<int:pk>/hoger/", saved_lists.move_up, name="saved_list_up"),
    path("lijsten/<int:pk>/weg/", saved_lists.remove, name="saved_list_remove"),
    path("routering/", routing.routing_overview, name="routing_overview"),
    path("routering/bezorging/", routing.routing_deliveries, name="routing_deliveries"),
    path("inzage-log/", access_log.access_log, name="access_log"),
    path("beheer/verwerkingen/", processing.processing_register, name="processing_register"),
    path("beheer/verwerkingen/csv/", processing.processing_export, name="processing_export"),
    path("beheer/inrichten/", checklist.setup_checklist, name="setup_checklist"),
]
