"""Addresses of people."""

from django.urls import path

from jinguo.web.people.contact import phone
from jinguo.web.people.views import person

app_name = "people"

urlpatterns = [
    path("<int:person_id>/", person, name="person"),
    path("<int:person_id>/phone/", phone, name="phone"),
]
