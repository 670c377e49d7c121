from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "incidents"

    def ready(self) -> None:
        from incidents.configuration import KIND_SETTINGS, QUESTION_SETTINGS
        from incidents.evidence import scanning
        from incidents.following import reporter_links
        from incidents.paper.logo import LOGO
        from incidents.search import indexing
        from incidents.staffing import on_call
        from incidents.staffing.team_settings import COMPLEX_SETTINGS, TEAM_SETTINGS
        from incidents.standard_texts.configuration import STANDARD_TEXTS
        from safetyportal.configuration import sections
        from safetyportal.wake import Work, register

        sections.register(KIND_SETTINGS)
        sections.register(QUESTION_SETTINGS)
        sections.register(TEAM_SETTINGS)
        sections.register(COMPLEX_SETTINGS)
        sections.register(STANDARD_TEXTS)
        sections.register(LOGO)
        register(
            Work(
                name="links",
                rows=reporter_links.waiting,
                task="incidents.tasks.answer_link_request",
                verb="incidents.following.reporter_links.answer",
                queue=lambda asked: "chores",
                pure=True,
            )
        )
        register(
            Work(
                name="duty",
                rows=on_call.waiting,
                task="incidents.tasks.call_duty",
                verb="incidents.staffing.on_call.call_next",
                queue=lambda alert: "chores",
                pure=True,
            )
        )
        register(
            Work(
                name="scan",
                rows=scanning.waiting,
                task="incidents.tasks.scan",
                verb="incidents.evidence.scanning.scan",
                queue=lambda scan: "scans",
                pure=False,
            )
        )
        register(
            Work(
                name="index",
                rows=indexing.waiting,
                task="incidents.tasks.index",
                verb="incidents.search.indexing.index",
                queue=lambda order: "index",
                pure=True,
            )
        )
