from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "incidents"

    def ready(self) -> None:
        from incidents.configuration import KIND_SETTINGS, QUESTION_SETTINGS
        from safetyportal.configuration.sections import register

        register(KIND_SETTINGS)
        register(QUESTION_SETTINGS)
