from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "jinguo.records"
    label = "records"

    def ready(self) -> None:
        import jinguo.records.subscribers  # noqa: F401  registers the listeners
