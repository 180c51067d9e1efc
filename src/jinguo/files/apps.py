from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "jinguo.files"
    label = "files"
