from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "jinguo.accounts"
    label = "accounts"

    def ready(self) -> None:
        import jinguo.accounts.subscribers  # noqa: F401  registers the listeners
