from django.apps import AppConfig


class ComplexesConfig(AppConfig):
    name = "complexes"
