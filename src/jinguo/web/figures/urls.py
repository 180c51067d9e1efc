"""Addresses of figures and of the rows behind them."""

from django.urls import path

from jinguo.web.figures import views

app_name = "figures"

urlpatterns = [
    path("<digits:code>/", views.figures, name="figures"),
    path("<digits:code>/<slug:indicator>/<slug:level>/", views.rows, name="rows"),
    path("<digits:code>/<slug:indicator>/<slug:level>/rows.xlsx", views.download, name="download"),
    path("<digits:code>/<slug:indicator>/<slug:level>/numbers/", views.numbered, name="numbers"),
]
