"""Settings of the test run: the product's own, in a home and a database of its own.

``DATABASE_URL`` may point to any other server; the tests then make and drop
databases named ``test_…`` there.
"""

import os
import tempfile

os.environ["JINGUO_HOME"] = tempfile.mkdtemp(prefix="jg-")
os.environ["JINGUO_DATABASE"] = "test_jinguo"
os.environ.setdefault("JINGUO_SECRET_KEY", "for tests only")
os.environ["JINGUO_LANGUAGE"] = "zh-hans"

from jinguo.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
