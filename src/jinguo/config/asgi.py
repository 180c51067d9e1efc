"""The ASGI application: Django's WSGI in a pool of threads.

Asynchronous Django is many times slower here; live streams and the public
answer route will stand beside this application as bare ASGI routes.
"""

import os
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jinguo.config.settings")

application = WSGIMiddleware(cast(Any, get_wsgi_application()), workers=16)
