"""Addresses of the base: home, health, language."""

from django.urls import path

from jinguo.web.base import views

urlpatterns = [
    path("", views.home, name="home"),
    path("healthz", views.healthz, name="healthz"),
    path("language/", views.language, name="language"),
]
