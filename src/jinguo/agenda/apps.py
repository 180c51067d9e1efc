from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "jinguo.agenda"
    label = "agenda"
