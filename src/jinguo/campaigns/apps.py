from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "jinguo.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        import jinguo.campaigns.subscribers  # noqa: F401  registers the listener
