"""Addresses of one's own account."""

from django.urls import path

from jinguo.web.me import views

app_name = "me"

urlpatterns = [
    path("", views.me, name="me"),
    path("password/", views.password, name="password"),
    path("sessions/<int:number>/end/", views.end, name="end"),
    path("sessions/end/", views.end_others, name="end_others"),
]
