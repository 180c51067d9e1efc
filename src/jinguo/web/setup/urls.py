"""Address of the first steps."""

from django.urls import path

from jinguo.web.setup import views

app_name = "setup"

urlpatterns = [
    path("", views.start, name="start"),
    path("account/", views.account, name="account"),
    path("lists/", views.lists, name="lists"),
    path("matches/", views.match, name="match"),
    path("county/", views.county, name="county"),
]
