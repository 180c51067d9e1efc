from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    name = "jinguo.elections"
    label = "elections"
