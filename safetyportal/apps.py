from django.apps import AppConfig


class SafetyportalConfig(AppConfig):
    name = "safetyportal"
