from pathlib import Path

from django.apps import AppConfig
from django.template import engines


class WebConfig(AppConfig):
    name = "jinguo.web"
    label = "web"

    def ready(self) -> None:
        """Every area brings its own templates; the base room's are named in the settings."""
        from django.template.backends.django import DjangoTemplates

        backend = engines["django"]
        assert isinstance(backend, DjangoTemplates)  # noqa: S101
        areas = [str(folder) for folder in sorted(Path(self.path).glob("*/templates"))]
        known = {str(folder) for folder in backend.engine.dirs}
        backend.engine.dirs = [*backend.engine.dirs, *(a for a in areas if a not in known)]
