from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "jinguo.groups"
    label = "groups"

    def ready(self) -> None:
        import jinguo.groups.subscribers  # noqa: F401  registers the listeners
