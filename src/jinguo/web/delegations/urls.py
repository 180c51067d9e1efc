"""Addresses of delegations."""

from django.urls import path

from jinguo.web.delegations import views

app_name = "delegations"

urlpatterns = [
    path("", views.every, name="list"),
    path("new/<digits:code>/", views.new, name="new"),
    path("end/", views.end, name="end"),
]
