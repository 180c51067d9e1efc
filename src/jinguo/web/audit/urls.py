"""Addresses of the record."""

from django.urls import path

from jinguo.web.audit import views

app_name = "audit"

urlpatterns = [
    path("", views.record, name="record"),
    path("record.xlsx", views.download, name="download"),
    path("verify/", views.verify, name="verify"),
    path("unit/<digits:code>/", views.unit, name="unit"),
    path("<slug:subject>/<int:number>/", views.one, name="object"),
]
