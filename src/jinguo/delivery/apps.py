from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "jinguo.delivery"
    label = "delivery"

    def ready(self) -> None:
        import jinguo.delivery.subscribers  # noqa: F401  registers the listeners
