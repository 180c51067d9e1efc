from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "jinguo.access"
    label = "access"

    def ready(self) -> None:
        import jinguo.access.subscribers  # noqa: F401  registers the listeners
