from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "jinguo.records"
    label = "records"
