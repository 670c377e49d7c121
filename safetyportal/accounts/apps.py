from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "safetyportal.accounts"

    def ready(self) -> None:
        from safetyportal.accounts.secrets import KEPT
        from safetyportal.privacy import rotation

        rotation.register(KEPT)
