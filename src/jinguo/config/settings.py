"""Django settings. Importing them starts nothing; every value can come from the environment.

``JINGUO_HOME``      folder of the embedded database, keys and logs
``DATABASE_URL``     a PostgreSQL ≥ 15 that replaces the embedded one
``JINGUO_PUBLIC_URL``  the address phones use, like https://women.example
``JINGUO_CONTACT_KEY``  the key that seals telephone numbers; else a file of the home
``JINGUO_AUDIT_KEY``  the key that signs the record of deeds, else ``audit.key`` in the home
``JINGUO_AUDIT_DAYS``  how long its entries stay in the database, 183 days at least
``JINGUO_LANGUAGE``  language of commands (``zh-hans``, ``en``)
``JINGUO_SECOND_FACTOR``  ``required`` of whoever keeps accounts, else ``offered``
``JINGUO_SESSION_HOURS``  how long a sign-in lasts at most (12)
``JINGUO_IDLE_MINUTES``   how long it lasts unused (120)
``JINGUO_DEBUG``     error pages with details; never on an office's machine
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from jinguo.audit.rules.keeping import days_kept
from jinguo.database.secret_files import kept_secret
from jinguo.database.settings import databases
from jinguo.kernel.language import CHINESE, language_of
from jinguo.kernel.origin import origin_of

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent.parent
PROJECT = PACKAGE.parent.parent


def secret_key() -> str:
    """The signing key: from ``JINGUO_SECRET_KEY``, else a 0600 file in the home, made once."""
    given: str = env("JINGUO_SECRET_KEY", default="")
    if given:
        return given
    return kept_secret("secret.key", 50)


def audit_key() -> str:
    """The key that signs the record: from ``JINGUO_AUDIT_KEY``, else a 0600 file in the home."""
    given: str = env("JINGUO_AUDIT_KEY", default="")
    if given:
        return given
    return kept_secret("audit.key", 32)


DEBUG = env.bool("JINGUO_DEBUG", default=False)
SECRET_KEY = SimpleLazyObject(secret_key)  # a command that signs nothing makes no file
AUDIT_KEY = SimpleLazyObject(audit_key)
AUDIT_DAYS = days_kept(env("JINGUO_AUDIT_DAYS", default=""))
PUBLIC_URL = origin_of(env("JINGUO_PUBLIC_URL", default=""))
ALLOWED_HOSTS = env.list("JINGUO_ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("JINGUO_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "jinguo.sealing",
    "jinguo.audit",
    "jinguo.files",
    "jinguo.divisions",
    "jinguo.people",
    "jinguo.federations",
    "jinguo.records",
    "jinguo.roster",
    "jinguo.elections",
    "jinguo.access",
    "jinguo.accounts",
    "jinguo.delivery",
    "jinguo.groups",
    "jinguo.plaques",
    "jinguo.activities",
    "jinguo.campaigns",
    "jinguo.agenda",
    "jinguo.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jinguo.web.base.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jinguo.web.base.middleware.ContentSecurityPolicy",
    "jinguo.web.base.middleware.RefusalInWords",
    "jinguo.web.signin.middleware.Lasting",
    "jinguo.web.base.middleware.ActorAtTheDoor",
    "jinguo.web.signin.middleware.FirstThings",
    "jinguo.web.base.middleware.OnlyText",
]

ROOT_URLCONF = "jinguo.config.urls"
ASGI_APPLICATION = "jinguo.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((PACKAGE / "web").glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jinguo.web.base.context.page",
            ],
        },
    },
]

DATABASES = databases(env)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "jinguo.accounts.rules.LongEnough",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "display_name")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "jinguo.web.signin.adapter.Door"
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}  # accounts.actions.entering counts
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = None
SECOND_FACTOR = env.str("JINGUO_SECOND_FACTOR", default="offered")
if SECOND_FACTOR not in ("offered", "required"):
    raise ImproperlyConfigured("JINGUO_SECOND_FACTOR is either offered or required.")
MFA_ADAPTER = "jinguo.web.signin.second.Second"
MFA_FORMS = {
    "authenticate": "jinguo.web.signin.second.CodeForm",
    "reauthenticate": "jinguo.web.signin.second.CodeAgainForm",
    "login_webauthn": "jinguo.web.signin.passkeys.ByPasskeyForm",
    "authenticate_webauthn": "jinguo.web.signin.passkeys.SecondPasskeyForm",
    "reauthenticate_webauthn": "jinguo.web.signin.passkeys.PasskeyAgainForm",
    "add_webauthn": "jinguo.web.signin.passkeys.AddPasskeyForm",
    "edit_webauthn": "jinguo.web.signin.passkeys.NameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # finger, face or PIN: each opens without a password
MFA_RATE_LIMITS = {"webauthn_login": None}  # accounts.actions.entering counts
MFA_TOTP_ISSUER = "巾帼"
MFA_TOTP_TOLERANCE = 1  # clocks of phones differ
MFA_ALLOW_UNVERIFIED_EMAIL = True  # there are no e-mail addresses here
SESSION_HOURS = env.int("JINGUO_SESSION_HOURS", default=12)
IDLE_MINUTES = env.int("JINGUO_IDLE_MINUTES", default=120)
SESSION_COOKIE_AGE = SESSION_HOURS * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = PUBLIC_URL.startswith("https://")
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = language_of(env("JINGUO_LANGUAGE", default=CHINESE))
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "config" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "web" / "base" / "static"]
NODE_MODULES = Path(env("JINGUO_NODE_MODULES", default=str(PROJECT / "node_modules")))
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "jinguo.web.base.finders.PackageFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",  # the scripts of passkeys
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env("JINGUO_LOG_LEVEL", default="WARNING")},
}
