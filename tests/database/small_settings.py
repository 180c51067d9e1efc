"""Settings of the processes that these tests start: a few tables, one of them append-only."""

import os

from jinguo.database.settings import databases

SECRET_KEY = "only for these tests"
USE_TZ = True
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "tests.database.ledger",
    *os.environ.get("MORE_APPS", "").split(),
]
DATABASES = databases(os.environ)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
