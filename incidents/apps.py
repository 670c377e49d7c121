from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "incidents"

    def ready(self) -> None:
        from incidents.configuration import KIND_SETTINGS, QUESTION_SETTINGS
        from incidents.evidence import scanning
        from safetyportal import wake
        from safetyportal.configuration.sections import register

        register(KIND_SETTINGS)
        register(QUESTION_SETTINGS)
        wake.register(
            wake.Work(
                name="scan",
                rows=scanning.waiting,
                task="incidents.tasks.scan",
                verb="incidents.evidence.scanning.scan",
                queue=lambda scan: "chores",
                pure=False,
            )
        )
