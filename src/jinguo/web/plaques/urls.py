"""Addresses of plaques."""

from django.urls import path

from jinguo.web.plaques import views

app_name = "plaques"

urlpatterns = [
    path("<digits:code>/", views.plaque_page, name="unit"),
    path("<digits:code>/plaque.<slug:form>", views.drawing, name="drawing"),
    path("<digits:code>/hang/", views.new, name="hang"),
    path("one/<int:number>/", views.change, name="amend"),
    path("one/<int:number>/photo/", views.photo, name="photo"),
    path("one/<int:number>/strike/", views.strike_out, name="strike"),
    path("one/<int:number>/back/", views.back, name="back"),
]
