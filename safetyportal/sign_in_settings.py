"""Settings of signing in: accounts, second factor, sessions and their cookies. Part of safetyportal.settings."""

from __future__ import annotations

from datetime import timedelta

from safetyportal.env import DEVELOPMENT, HTTPS, env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home_of_user"
LOGOUT_REDIRECT_URL = "tenant_start"
ACCOUNT_ADAPTER = "safetyportal.accounts.adapter.InviteOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "safetyportal.accounts.forms.LoginForm",
    "reauthenticate": "safetyportal.accounts.forms.PasswordAgainForm",
    "change_password": "safetyportal.accounts.forms.OtherPasswordForm",
}
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # here one stays in; everywhere else one is out
# Wrong passwords are few; people behind one office address who sign in at nine o'clock are many.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "120/m/ip"}
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_ADAPTER = "safetyportal.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "safetyportal.accounts.forms.CodeForm",
    "reauthenticate": "safetyportal.accounts.forms.CodeAgainForm",
    "activate_totp": "safetyportal.accounts.forms.FirstCodeForm",
    "add_webauthn": "safetyportal.accounts.passkeys.NewPasskeyForm",
    "edit_webauthn": "safetyportal.accounts.passkeys.PasskeyNameForm",
    "authenticate_webauthn": "safetyportal.accounts.passkeys.SecondStepForm",
    "login_webauthn": "safetyportal.accounts.passkeys.PasskeyLoginForm",
    "reauthenticate_webauthn": "safetyportal.accounts.passkeys.PasskeyAgainForm",
}
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
# A passkey is used with a finger, face or pin, so it is two factors by itself and signs in alone.
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# Staff and partners must have a second factor; only the demo and tests may do without.
SECOND_FACTOR_REQUIRED: bool = env.bool("SECOND_FACTOR_REQUIRED", default=not DEVELOPMENT)

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-portal" if HTTPS else "portal"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "safetyportal.errors.csrf_failure"
STAFF_IDLE = timedelta(minutes=20)
REPORTER_IDLE = timedelta(minutes=10)
SESSION_ABSOLUTE = timedelta(hours=10)
