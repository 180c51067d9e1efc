"""Addresses of people."""

from django.urls import path

from jinguo.web.people.views import person

app_name = "people"

urlpatterns = [path("<int:person_id>/", person, name="person")]
