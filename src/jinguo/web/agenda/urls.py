"""Addresses of my day."""

from django.urls import path

from jinguo.web.agenda import views

app_name = "agenda"

urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/seen/", views.seen, name="seen"),
    path("today/units/", views.units, name="units"),
    path("today/evidence/", views.evidence, name="evidence"),
    path("agenda/burden/", views.burden_page, name="burden"),
]
