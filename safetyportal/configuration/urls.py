from django.urls import path

from safetyportal.configuration import views

urlpatterns = [
    path("beheer/instellingen/", views.settings_home, name="settings_home"),
    path("beheer/instellingen/terug/<int:pk>/", views.settings_undo, name="settings_undo"),
    path("beheer/instellingen/<slug:name>/", views.settings_section, name="settings_section"),
    path("beheer/instellingen/<slug:name>/<slug:code>/", views.settings_edit, name="settings_edit"),
    path(
        "beheer/instellingen/<slug:name>/<slug:code>/geschiedenis/",
        views.settings_history,
        name="settings_history",
    ),
]
