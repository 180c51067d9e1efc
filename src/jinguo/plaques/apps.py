from django.apps import AppConfig


class PlaquesConfig(AppConfig):
    name = "jinguo.plaques"
    label = "plaques"
