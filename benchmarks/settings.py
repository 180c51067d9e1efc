"""Settings of the benchmarks: the product's own, in a home and databases of their own.

The peers live in the same project, so that both sides use the same server, driver and
connection settings. ``DATABASE_URL`` may point to another server.
"""

import os
from pathlib import Path

os.environ["JINGUO_HOME"] = str(Path(__file__).parent / ".home")
os.environ["JINGUO_DATABASE"] = "bench_empty"
os.environ.setdefault("JINGUO_SECRET_KEY", "for benchmarks only")
os.environ["JINGUO_LANGUAGE"] = "zh-hans"

from jinguo.config.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "import_export", "benchmarks.peer"]  # noqa: F405
