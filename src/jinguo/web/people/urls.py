"""Addresses of people."""

from django.urls import path

from jinguo.web.people.consents import consents
from jinguo.web.people.contact import phone
from jinguo.web.people.correcting import correct_facts
from jinguo.web.people.duplicates import decide, listing, part
from jinguo.web.people.erasing import erase
from jinguo.web.people.her_file import file
from jinguo.web.people.same import same
from jinguo.web.people.taking_back import undo_correction
from jinguo.web.people.views import person

app_name = "people"

urlpatterns = [
    path("duplicates/", listing, name="duplicates"),
    path("duplicates/<int:one_id>/<int:other_id>/", decide, name="pair"),
    path("<int:person_id>/", person, name="person"),
    path("<int:person_id>/phone/", phone, name="phone"),
    path("<int:person_id>/correct/", correct_facts, name="correct"),
    path(
        "<int:person_id>/corrections/<int:batch_id>/undo/",
        undo_correction,
        name="undo_correction",
    ),
    path("<int:person_id>/same/", same, name="same"),
    path("<int:person_id>/merges/<int:batch_id>/part/", part, name="part"),
    path("<int:person_id>/file/", file, name="file"),
    path("<int:person_id>/consents/", consents, name="consents"),
    path("<int:person_id>/erase/", erase, name="erase"),
]
