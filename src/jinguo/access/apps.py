from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "jinguo.access"
    label = "access"
