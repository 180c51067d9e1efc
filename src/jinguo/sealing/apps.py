from django.apps import AppConfig


class SealingConfig(AppConfig):
    name = "jinguo.sealing"
    label = "sealing"

    def ready(self) -> None:
        import jinguo.sealing.subscribers  # noqa: F401  registers the listener
