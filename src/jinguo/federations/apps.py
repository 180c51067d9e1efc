from django.apps import AppConfig


class FederationsConfig(AppConfig):
    name = "jinguo.federations"
    label = "federations"

    def ready(self) -> None:
        import jinguo.federations.subscribers  # noqa: F401  registers the listeners
