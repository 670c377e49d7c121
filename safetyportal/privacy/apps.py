from django.apps import AppConfig
from django.core.checks import register


class PrivacyConfig(AppConfig):
    name = "safetyportal.privacy"

    def ready(self) -> None:
        from safetyportal.privacy.checks import check_keys

        register(check_keys)
