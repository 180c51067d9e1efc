"""Addresses of campaigns."""

from django.urls import path

from jinguo.web.campaigns import views

app_name = "campaigns"

urlpatterns = [
    path("", views.every, name="list"),
    path("<slug:slug>/", views.board, name="board"),
    path("<slug:slug>/<digits:code>/", views.unit, name="unit"),
    path("<slug:slug>/<digits:code>/review/", views.say, name="review"),
    path("<slug:slug>/<digits:code>/file/", views.file, name="file"),
]
