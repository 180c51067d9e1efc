from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "jinguo.campaigns"
    label = "campaigns"
