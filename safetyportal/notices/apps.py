from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "safetyportal.notices"

    def ready(self) -> None:
        from safetyportal.notices.outbox import waiting
        from safetyportal.wake import Work, register

        register(
            Work(
                name="notices",
                rows=waiting,
                task="safetyportal.notices.tasks.send",
                verb="safetyportal.notices.outbox.send",
                # What cannot wait goes before a pile of other mail.
                queue=lambda notice: "chores" if notice.template == "duty_alert" else "notices",
                pure=False,
            )
        )
