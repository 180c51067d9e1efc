"""Addresses of campaigns."""

from django.urls import path

from jinguo.web.campaigns import film, lateness, planning, steps, views, weekly
from jinguo.web.campaigns.filing import paper, put_back, strike
from jinguo.web.campaigns.plan_page import plan

app_name = "campaigns"

urlpatterns = [
    path("", views.every, name="list"),
    path("new/<digits:code>/", planning.new, name="new"),
    path("<slug:slug>/start/", planning.begin, name="start"),
    path("<slug:slug>/", views.board, name="board"),
    path("<slug:slug>/plan/", plan, name="plan"),
    path("<slug:slug>/plan/change/", planning.change, name="change"),
    path("<slug:slug>/week/", weekly.week, name="week"),
    path("<slug:slug>/week.docx", weekly.take, {"ending": "docx"}, name="week-word"),
    path("<slug:slug>/week.xlsx", weekly.take, {"ending": "xlsx"}, name="week-excel"),
    path("<slug:slug>/film/", film.film, name="film"),
    path("<slug:slug>/late/", lateness.late, name="late"),
    path("<slug:slug>/<digits:code>/", views.unit, name="unit"),
    path("<slug:slug>/<digits:code>/steps/<int:number>/", steps.step, name="step"),
    path("<slug:slug>/<digits:code>/steps/<int:number>/hand-in/", steps.new, name="hand-in"),
    path("<slug:slug>/papers/<int:number>/", steps.open_paper, name="paper"),
    path("<slug:slug>/papers/<int:number>/strike/", steps.strike_out, name="paper-strike"),
    path("<slug:slug>/papers/<int:number>/back/", steps.back, name="paper-back"),
    path("<slug:slug>/<digits:code>/review/", views.say, name="review"),
    path("<slug:slug>/filings/<int:number>/paper/", paper, name="filing-paper"),
    path("<slug:slug>/filings/<int:number>/strike/", strike, name="strike"),
    path("<slug:slug>/filings/<int:number>/back/", put_back, name="put_back"),
    path("<slug:slug>/<digits:code>/file/", views.file, name="file"),
]
