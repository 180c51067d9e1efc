from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "jinguo.web"
    label = "web"

    def ready(self) -> None:
        from jinguo.web.base.wording import put_in_words

        put_in_words()
        import jinguo.web.signin.receivers  # noqa: F401  listens to who signs in
