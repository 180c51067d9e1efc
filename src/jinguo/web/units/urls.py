"""Addresses of units: one for every level, by the division code of the day."""

from django.urls import path

from jinguo.web.units.views import unit
from jinguo.web.units.views.roster import numbers, own_roster, roster
from jinguo.web.units.views.seats import seats

app_name = "units"

urlpatterns = [
    path("<digits:code>/", unit, name="unit"),
    path("<digits:code>/seats/", seats, name="seats"),
    path("<digits:code>/roster.xlsx", roster, name="roster"),
    path("<digits:code>/own-roster.xlsx", own_roster, name="own_roster"),
    path("<digits:code>/numbers/", numbers, name="numbers"),
]
