"""Addresses of the search and of what it found as a workbook."""

from django.urls import path

from jinguo.web.search import views

app_name = "search"

urlpatterns = [
    path("", views.people, name="people"),
    path("people.xlsx", views.download, name="download"),
    path("numbers/", views.numbers_, name="numbers"),
]
