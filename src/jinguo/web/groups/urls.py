"""Addresses of the register of groups."""

from django.urls import path

from jinguo.web.groups import views

app_name = "groups"

urlpatterns = [
    path("<digits:code>/", views.register_page, name="unit"),
    path("<digits:code>/new/", views.new, name="new"),
    path("one/<int:number>/", views.change, name="amend"),
    path("one/<int:number>/end/", views.end, name="end"),
    path("one/<int:number>/strike/", views.strike_out, name="strike"),
    path("one/<int:number>/back/", views.back, name="back"),
]
