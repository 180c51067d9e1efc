from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "jinguo.web"
    label = "web"

    def ready(self) -> None:
        import jinguo.web.signin.receivers  # noqa: F401  listens to who signs in
