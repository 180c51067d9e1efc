"""Addresses of rights."""

from django.urls import path

from jinguo.web.rights import views

app_name = "rights"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("unit/<digits:code>/", views.unit, name="unit"),
    path("<slug:kind>/<int:number>/", views.one, name="object"),
]
