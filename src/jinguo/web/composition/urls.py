"""Addresses of composition verdicts."""

from django.urls import path

from jinguo.web.composition.views import verdicts

app_name = "composition"

urlpatterns = [path("<digits:code>/", verdicts, name="verdicts")]
