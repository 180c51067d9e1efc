"""Addresses of activities."""

from django.urls import path

from jinguo.web.activities.views import handing, listing, noting, one, striking

app_name = "activities"
urlpatterns = [
    path("unit/<digits:code>/", listing.unit, name="unit"),
    path("unit/<digits:code>/new/", noting.new, name="new"),
    path("photos/", handing.hand_in, name="hand_in"),
    path("photos/<int:photo_id>/", one.waiting_photo, name="waiting"),
    path("<int:activity_id>/", one.one, name="one"),
    path("<int:activity_id>/amend/", noting.change, name="amend"),
    path("<int:activity_id>/strike/", striking.strike_out, name="strike"),
    path("<int:activity_id>/put-back/", striking.put_back, name="put_back"),
    path("<int:activity_id>/photos/<int:photo_id>/", one.photo, name="photo"),
]
