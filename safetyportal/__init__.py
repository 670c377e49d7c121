"""Ground floor of the portal. The Celery app is loaded with it, so that tasks find their settings."""

from safetyportal.celery import app as celery_app

__all__ = ["celery_app"]
