from django.apps import AppConfig


class ClockConfig(AppConfig):
    name = "safetyportal.clock"

    def ready(self) -> None:
        from safetyportal.clock.configuration import OFFICE_DAYS, TERMS
        from safetyportal.configuration.sections import register

        register(TERMS)
        register(OFFICE_DAYS)
