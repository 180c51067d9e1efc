from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    name = "jinguo.elections"
    label = "elections"

    def ready(self) -> None:
        import jinguo.elections.subscribers  # noqa: F401  registers the listeners
