from django.apps import AppConfig


class DivisionsConfig(AppConfig):
    name = "jinguo.divisions"
    label = "divisions"
