from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "jinguo.roster"
    label = "roster"

    def ready(self) -> None:
        import jinguo.roster.subscribers  # noqa: F401  registers the listeners
