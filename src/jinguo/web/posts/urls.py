"""Addresses of posts: what may be decided in a unit, and each deed."""

from django.urls import path

from jinguo.web.posts.views import appoint, co_opt, hub, seat, substitute, undo

app_name = "posts"
urlpatterns = [
    path("<digits:code>/", hub.hub, name="hub"),
    path("<digits:code>/appoint/", appoint.appoint, name="appoint"),
    path("<digits:code>/co-opt/", co_opt.co_opt, name="co_opt"),
    path("<digits:code>/seats/<int:seat_id>/change/", seat.change, name="change"),
    path("<digits:code>/seats/<int:seat_id>/leave/", seat.leave, name="leave"),
    path("<digits:code>/seats/<int:seat_id>/substitute/", substitute.substitute, name="substitute"),
    path("<digits:code>/deeds/<int:batch_id>/undo/", undo.undo, name="undo"),
]
