from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "safetyportal.texts"

    def ready(self) -> None:
        from safetyportal.configuration.sections import register
        from safetyportal.texts.configuration import ASSOCIATION, COLOURS, HELP_LINES, LETTERHEAD

        for section in (ASSOCIATION, LETTERHEAD, COLOURS, HELP_LINES):
            register(section)
