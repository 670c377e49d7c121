from django.apps import AppConfig


class ClockConfig(AppConfig):
    name = "safetyportal.clock"
