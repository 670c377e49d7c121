from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "safetyportal.notices"

    def ready(self) -> None:
        from safetyportal.notices.hands import waiting
        from safetyportal.wake import Work, register

        register(
            Work(
                name="notices",
                rows=waiting,
                task="safetyportal.notices.tasks.send",
                verb="safetyportal.notices.outbox.send",
                queue=lambda notice: notice.queue,
                pure=False,
            )
        )
