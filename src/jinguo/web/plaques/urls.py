"""Addresses of plaques."""

from django.urls import path

from jinguo.web.plaques import making, specifying, views

app_name = "plaques"

urlpatterns = [
    path("<digits:code>/", views.plaque_page, name="unit"),
    path("<digits:code>/plaque.<slug:form>", making.drawing, name="drawing"),
    path("<digits:code>/hang/", views.new, name="hang"),
    path("<digits:code>/all/", making.every, name="every"),
    path("<digits:code>/all.<slug:form>", making.taken, name="taken"),
    path("specification/<digits:code>/", specifying.stated, name="specification"),
    path("specification/<digits:code>/longest.svg", specifying.longest, name="longest"),
    path("specification/<digits:code>/state/", specifying.state, name="state"),
    path("specification/<digits:code>/preview.svg", specifying.preview, name="preview"),
    path("specification/<digits:code>/withdraw/", specifying.withdraw, name="withdraw"),
    path("one/<int:number>/", views.change, name="amend"),
    path("one/<int:number>/photo/", views.photo, name="photo"),
    path("one/<int:number>/strike/", views.strike_out, name="strike"),
    path("one/<int:number>/back/", views.back, name="back"),
]
