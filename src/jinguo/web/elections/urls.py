"""Addresses of congresses."""

from django.urls import path

from jinguo.web.elections.views import (
    candidates,
    delegates,
    meeting,
    overview,
    papers,
    rules,
    scrutineers,
    signing,
    start,
    terms,
    votes,
)

app_name = "elections"

urlpatterns = [
    path("", start.start, name="start"),
    path("terms/<digits:code>/", terms.terms, name="terms"),
    path("terms/<digits:code>/terms.xlsx", terms.download, name="terms_workbook"),
    path("terms/<digits:code>/terms.ics", terms.subscribe, name="terms_calendar"),
    path("rules/<digits:code>/", rules.rules, name="rules"),
    path("rules/<digits:code>/drop/", rules.drop, name="drop_rule"),
    path("rules/<digits:code>/<slug:kind>/<int:level>/", rules.rule, name="rule"),
    path("call/<digits:code>/", start.call_congress, name="call"),
    path("<int:congress_id>/", overview.overview, name="congress"),
    path("<int:congress_id>/facts/", overview.facts, name="facts"),
    path("<int:congress_id>/call-off/", overview.off, name="off"),
    path("<int:congress_id>/delegates/", delegates.delegates, name="delegates"),
    path("<int:congress_id>/candidates/", candidates.candidates, name="candidates"),
    path("<int:congress_id>/candidates/new/", candidates.new, name="new_candidate"),
    path("<int:congress_id>/candidates/<int:candidate_id>/", candidates.one, name="candidate"),
    path("<int:congress_id>/roll/", meeting.roll, name="roll"),
    path("<int:congress_id>/scrutineers/", scrutineers.scrutineers, name="scrutineers"),
    path("<int:congress_id>/committee/", meeting.committee, name="committee"),
    path("<int:congress_id>/votes/<slug:office>/", votes.vote, name="vote"),
    path("<int:congress_id>/rounds/<int:round_id>/", votes.round_page, name="round"),
    path("<int:congress_id>/rounds/<int:round_id>/ballots/", votes.ballots, name="ballots"),
    path(
        "<int:congress_id>/rounds/<int:round_id>/sheets/<int:counter_id>/",
        votes.sheet,
        name="sheet",
    ),
    path("<int:congress_id>/papers/<slug:slug>.docx", papers.paper, name="paper"),
    path("<int:congress_id>/sign/", signing.sign_page, name="sign"),
    path("<int:congress_id>/undo/", signing.undo, name="undo"),
]
