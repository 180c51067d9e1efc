from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "jinguo.groups"
    label = "groups"
