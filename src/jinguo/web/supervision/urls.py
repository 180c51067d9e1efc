"""Addresses of supervision."""

from django.urls import path

from jinguo.web.supervision.views import findings, listing, samples, visiting, visits

app_name = "supervision"
urlpatterns = [
    path("campaign/<slug:slug>/", listing.of_campaign, name="campaign"),
    path("campaign/<slug:slug>/list.xlsx", listing.workbook, name="workbook"),
    path("campaign/<slug:slug>/visits/", listing.visits, name="visits"),
    path("campaign/<slug:slug>/samples/", samples.every, name="samples"),
    path("campaign/<slug:slug>/samples/<int:number>/", samples.one, name="sample"),
    path("unit/<digits:code>/", listing.of_unit, name="unit"),
    path("unit/<digits:code>/new/", visiting.new, name="new"),
    path("visits/<int:visit_id>/", visits.one, name="visit"),
    path("visits/<int:visit_id>/amend/", visiting.change, name="amend"),
    path("visits/<int:visit_id>/finding/", visiting.add, name="add"),
    path("visits/<int:visit_id>/strike/", visits.strike, name="strike"),
    path("visits/<int:visit_id>/put-back/", visits.put_back, name="put-back"),
    path("visits/<int:visit_id>/photos/<int:photo_id>/", visits.photo, name="photo"),
    path("findings/<int:finding_id>/", findings.one, name="finding"),
    path("findings/<int:finding_id>/amend/", findings.change, name="amend-finding"),
    path("findings/<int:finding_id>/say/", findings.say, name="say"),
    path("findings/<int:finding_id>/withdraw/", findings.withdraw, name="withdraw"),
    path("findings/<int:finding_id>/put-back/", findings.put_back, name="finding-back"),
    path("findings/<int:finding_id>/photos/<int:photo_id>/", findings.photo, name="answer-photo"),
]
