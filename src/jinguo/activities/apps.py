from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "jinguo.activities"
    label = "activities"

    def ready(self) -> None:
        import jinguo.activities.subscribers  # noqa: F401  registers the listeners
