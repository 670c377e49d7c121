"""Settings of every process; what differs between them comes from the environment (env.py)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from safetyportal.env import (
    BASE_DIR,
    DEMO,
    DEVELOPMENT,
    HTTPS,
    PUBLIC_URL,  # noqa: F401 - a setting that mails read
    SIDES,  # noqa: F401 - a setting that the urls read
    STATE_DIR,
    TESTING,
    env,
    secret,
)
from safetyportal.logs import logging_config
from safetyportal.sign_in_settings import *  # noqa: F403 - settings are names

DEBUG = False
SECRET_KEY = secret("SECRET_KEY", "only-for-demo-and-tests-" + "0" * 40)
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", default=[])
# First key encrypts, all decrypt (privacy.keys): "id:base64 of 32 bytes", comma separated.
FIELD_KEYS = secret("FIELD_KEYS", "demo1:" + "QUFB" * 10 + "QUE=").split(",")
INDEX_KEY = secret("INDEX_KEY", "only-for-demo-and-tests-index")
CODE_PEPPER = secret("CODE_PEPPER", "only-for-demo-and-tests-pepper")
ALLOWED_HOSTS: list[str] = env.list(
    "ALLOWED_HOSTS", default=["localhost", "127.0.0.1"] if DEVELOPMENT else []
)
TRUSTED_PROXIES: int = env.int("TRUSTED_PROXIES", default=0)

INSTALLED_APPS = [
    "safetyportal",
    "safetyportal.accounts",
    "safetyportal.policy",
    "safetyportal.clock",
    "safetyportal.texts",
    "safetyportal.privacy",
    "safetyportal.audit",
    "safetyportal.configuration",
    "safetyportal.throttle",
    "safetyportal.notices",
    "safetyportal.people",
    "safetyportal.duty",
    "complexes",
    "incidents",
    "partners",
    "safetyportal.desk",
    *(["safetyportal.demo"] if DEVELOPMENT else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "safetyportal.logs.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "safetyportal.hygiene.HeadersMiddleware",
    "safetyportal.hygiene.CleanInputMiddleware",  # inside what sets headers, so that its 400 has them too
    "safetyportal.uploads.UploadMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "safetyportal.hygiene.DatabaseDownMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "safetyportal.accounts.middleware.SessionLimitsMiddleware",
    "safetyportal.policy.middleware.PolicyMiddleware",
]

ROOT_URLCONF = "safetyportal.urls"
WSGI_APPLICATION = "safetyportal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "safetyportal.texts.context.association",
            ],
        },
    }
]

POOL = env.bool("DATABASE_POOL", default=False)  # on in web processes; Celery 5.7 closes a pool at every task


def database() -> dict[str, Any]:
    """DATABASE_URL, else the embedded server's socket (safetyportal.embedded)."""
    from safetyportal.embedded import database_url

    config = dict(env.db_url_config(env.str("DATABASE_URL", default=database_url())))
    options = dict(config.get("OPTIONS", {}))
    if POOL:
        options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 5}
    # Short limits, so that a stuck statement costs one page and never the portal (docs/operations.md).
    options["options"] = (
        "-c lock_timeout=3s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s"
    )
    config |= {
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": options,
        "CONN_MAX_AGE": 0 if POOL else None,
        # Also in the pool: after a restart of the database nobody gets a connection that is dead.
        "CONN_HEALTH_CHECKS": True,
    }
    return config


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        # It holds limits on signing in and codes that were used: what is live is never thrown out to make room.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    },
}


SECURE_SSL_REDIRECT = HTTPS and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
# "no-referrer" makes browsers send Origin: null, which the CSRF check must refuse; this leaks nothing to other sites.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS = ["safetyportal.uploads.LimitedUploadHandler"]
LARGEST_FILE = 50_000_000  # a film; incidents.evidence.formats has the limits of each sort
LARGEST_UPLOAD = 120_000_000  # all files of one form together
MOST_FILES_AT_ONCE = 10
MOST_UNSENT_BYTES = 10_000_000_000  # of all files that lie ready; over it files wait, reports never do
# A ClamAV daemon, tcp://host:port or unix:///path: with one, nobody sees a file before it has passed.
VIRUS_SCANNER: str = env.str("VIRUS_SCANNER", default="")
# How long the files as they came, with all that a camera wrote in them, stay beside the cleaned ones.
DAYS_ORIGINALS_ARE_KEPT: int = env.int("DAYS_ORIGINALS_ARE_KEPT", default=90)

LANGUAGE_CODE = "nl"  # the texts in the code are the Dutch ones (docs/adr)
LANGUAGES = [("nl", _("Nederlands")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "taal"
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# What the error pages say when the database, which knows better, is away.
ASSOCIATION_NAME: str = env.str("ASSOCIATION_NAME", default="Woonstichting De Linde")
ASSOCIATION_PHONE: str = env.str("ASSOCIATION_PHONE", default="085 000 00 00")
# Days off besides the official ones (clock.calendar): Good Friday, and dates as 2027-05-14, comma separated.
OFFICE_CLOSED_ON_GOOD_FRIDAY: bool = env.bool("OFFICE_CLOSED_ON_GOOD_FRIDAY", default=False)
OFFICE_ALSO_CLOSED: list[str] = env.list("OFFICE_ALSO_CLOSED", default=[])

# Where "snel weg" leads: a page that anybody may have open.
QUICK_EXIT_URL: str = env.str("QUICK_EXIT_URL", default="https://www.startpagina.nl")
# Written in less time, a report is kept and marked: a person looks before it is shared.
LEAST_TIME_TO_WRITE = timedelta(seconds=env.int("LEAST_SECONDS_TO_WRITE", default=0 if TESTING else 10))
# A flat or a phone network shares one address, so this is generous. Over it a report is kept and marked; over ten times as
# many one waits.
REPORTS_PER_HOUR_PER_CLIENT: int = env.int("REPORTS_PER_HOUR_PER_CLIENT", default=30)
# Browsers compute for a second or two before a report is sent; one that did not is kept and marked.
PROOF_OF_WORK: bool = env.bool("PROOF_OF_WORK", default=False)

CRISPY_ALLOWED_TEMPLATE_PACKS = ("nlds",)
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False

# The demo keeps its mails in a folder and shows them on a page of its own.
MAIL_FOLDER = STATE_DIR / "mail"
if DEMO and not env.str("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(MAIL_FOLDER)
else:
    MAIL = env.email_url("EMAIL_URL", default="smtp://localhost:25")
    if MAIL["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend":
        MAIL["EMAIL_BACKEND"] = "safetyportal.notices.patient_smtp.PatientBackend"
    vars().update(MAIL)
# For each reply of a mail server; for a whole mail see notices/patient_smtp.py.
EMAIL_TIMEOUT: int = env.int("EMAIL_TIMEOUT", default=35)
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="Safetyportal <noreply@example.nl>")

LOGGING = logging_config(env.str("LOG_LEVEL", default="INFO"))
